"""Read CSV tables as text, every cell, and gather every fault instead of stopping at the first."""

from __future__ import annotations

import csv
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
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        return [], [f"{file.name}: byte {error.start} is not UTF-8 (in Excel, save as “CSV UTF-8”)"]
    return _parse_table(text, file.name, table)


def _parse_table(text: str, filename: str, table: Table) -> tuple[list[Row], list[str]]:
    csv.field_size_limit(_csv_limit)
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = next(reader, [])
        if fault := _find_header_fault(header, table):
            return [], [f"{filename}: {fault}"]
        rows: list[Row] = []
        faults: list[str] = []
        for number, cells in enumerate(reader, start=2):
            if len(cells) == len(header):
                rows.append(dict(zip(header, cells, strict=True)))
            elif cells:
                faults.append(f"{filename} row {number}: {len(cells)} cells, {len(header)} expected")
        return rows, faults
    except csv.Error as error:
        return [], [f"{filename} line {reader.line_num}: not readable as CSV ({error})"]


def _find_header_fault(header: list[str], table: Table) -> str | None:
    missing = [name for name in table.names if name not in header]
    unknown = [name for name in header if name not in table.names]
    if len(set(header)) != len(header):
        return "a column stands twice in the header"
    if missing or unknown:
        parts = [f"column {name} is missing" for name in missing] + [f"column {name} is unknown" for name in unknown]
        return "; ".join(parts)
    return None
