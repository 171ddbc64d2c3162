"""Read CSV tables as text, every cell, and gather every fault instead of stopping at the first."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from pcgraph.model import TABLES, Row, Table

_csv_limit = 10_000_000


def read_tables(path: Path) -> tuple[dict[str, list[Row]], list[str]]:
    """Read every table of the model that lies in a folder.

    Args:
        path: The dataset's folder.

    Returns:
        Rows by table (an empty list where the file is missing), and the faults found, each
        naming file, row and column.
    """
    tables: dict[str, list[Row]] = {}
    faults: list[str] = []
    for table in TABLES:
        rows, found = read_table(path / f"{table.name}.csv", table)
        tables[table.name] = rows
        faults += found
    return tables, faults


def read_table(file: Path, table: Table) -> tuple[list[Row], list[str]]:
    """Read one table; a missing file is an empty table.

    Returns:
        The rows in the file's order, and the faults found.
    """
    if not file.exists():
        return [], []
    if not file.is_file():
        return [], [f"{file.name}: no regular file"]
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return [], [f"{file.name}: cannot be read ({(error.strerror or 'refused').lower()})"]
    except UnicodeDecodeError as error:
        return [], [f"{file.name}: byte {error.start} is not UTF-8 (in Excel, save as “CSV UTF-8”)"]
    return _parse_table(text, file.name, table)


def _parse_table(text: str, filename: str, table: Table) -> tuple[list[Row], list[str]]:
    csv.field_size_limit(_csv_limit)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        width = len(header)
        while header and not header[-1].strip():
            header.pop()  # a spreadsheet's empty columns
        if fault := _find_header_fault(header, table):
            return [], [f"{filename}: {fault}"]
        absent = dict.fromkeys((name for name in table.names if name not in header), "")
        rows: list[Row] = []
        faults: list[str] = []
        for number, cells in enumerate(reader, start=2):
            if not any(cells):
                continue  # a spreadsheet's empty rows
            if len(cells) == width and not any(cells[len(header) :]):
                rows.append({**absent, **dict(zip(header, cells, strict=False))})
            else:
                faults.append(f"{filename} row {number}: {len(cells)} cells, {len(header)} expected")
        return rows, faults
    except csv.Error as error:
        return [], [f"{filename} line {reader.line_num}: not readable as CSV ({error})"]


def _find_header_fault(header: list[str], table: Table) -> str | None:
    missing = [column.name for column in table.columns if column.name not in header and not column.optional]
    unknown = [name for name in header if name not in table.names]
    if len(header) == 1 and (mark := next((mark for mark in ";\t|" if mark in header[0]), "")):
        return f"its cells are parted by {'a tab' if mark == chr(9) else mark}, not by commas"
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        return f"column {', '.join(twice)} stands twice in the header"
    if missing or unknown:
        parts = [f"column {name} is missing" for name in missing] + [f"column {name} is unknown" for name in unknown]
        return "; ".join(parts)
    return None
