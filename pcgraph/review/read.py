"""Read a review that a person filled in: a workbook, or a folder of CSV files."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pcgraph.errors import CallError
from pcgraph.files import describe_os_error
from pcgraph.model import Row, get_table
from pcgraph.render.delimited import unguard_formula
from pcgraph.review.make import REVIEWED_BY, REVIEWED_ON
from pcgraph.review.sheets import BEFORE, SHEETS, VERDICT, ReviewSheet

Grid = Sequence[Sequence[str]]
"""The cells of one sheet, heading row first."""

MAX_ROWS = 200_000


@dataclass(frozen=True, slots=True)
class Filled:
    """One row of a sheet as the person left it.

    Attributes:
        place: The sheet and row for messages, such as `Names, row 7`.
        verdict: As chosen, or "".
        cells: What stands in the table's own columns.
        before: The table's row as it was written into the review; None for a row that was added.
        letters: The column's letter of each cell, for messages.
    """

    place: str
    verdict: str
    cells: Mapping[str, str]
    before: Row | None
    letters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Review:
    """A review as it came back.

    Attributes:
        rows: The filled rows of each sheet that came back.
        by: Who reviewed, as the opening page says.
        date: When, as the opening page says.
    """

    rows: Mapping[ReviewSheet, tuple[Filled, ...]]
    by: str
    date: str


def read_review(path: Path) -> Review:
    """Read a review.

    Args:
        path: The workbook, or the folder of CSV files.

    Raises:
        CallError: It is missing, no workbook, or none of the review's sheets is in it.
    """
    grids = _read_folder(path) if path.is_dir() else _read_book(path)
    rows = {sheet: tuple(_iter_filled(sheet, grids[sheet.name])) for sheet in SHEETS if sheet.name in grids}
    if not rows:
        raise CallError(
            f"{path} is no review: it has none of the sheets {', '.join(sheet.name for sheet in SHEETS)}.",
            hint="Make one with: pcgraph review --output review.xlsx",
        )
    about = {cells[0]: cells[1] for cells in grids.get("Read me", ()) if len(cells) > 1}
    return Review(rows, about.get(REVIEWED_BY, ""), about.get(REVIEWED_ON, "")[:10])


def _read_folder(path: Path) -> dict[str, Grid]:
    grids: dict[str, Grid] = {}
    for sheet in SHEETS:
        file = path / f"{sheet.name.lower()}.csv"
        if file.exists():
            try:
                text = file.read_bytes().decode("utf-8-sig")
                rows = csv.reader(io.StringIO(text, newline=""), strict=True)
                grids[sheet.name] = [[_to_text(unguard_formula(cell)) for cell in row] for row in rows]
            except OSError as error:
                raise describe_os_error(error, "read", file) from error
            except (UnicodeDecodeError, csv.Error) as error:
                raise CallError(f"{file} cannot be read as CSV: {error}.", hint="Save it as “CSV UTF-8”.") from error
    return grids


def _read_book(path: Path) -> dict[str, Grid]:
    from openpyxl import load_workbook

    from pcgraph.documents.opening import read_bytes
    from pcgraph.documents.package import Package

    content = read_bytes(path)
    Package(path, content).check_all_xml()
    try:
        book = load_workbook(io.BytesIO(content), read_only=True)
        return {page.title: _to_grid(page.iter_rows(values_only=True, max_row=MAX_ROWS)) for page in book.worksheets}
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:  # what openpyxl makes of damage
        raise CallError(f"{path} is no workbook that can be read.", hint="Save it again in Excel.") from error


def _to_grid(rows: Iterable[Iterable[object]]) -> Grid:
    return [[_to_text(value) for value in row] for row in rows]


def _to_text(value: object) -> str:
    """A cell's text: whole numbers without a point, dates in ISO form; a formula is its own text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return re.sub(r"[ \t\r\f\v]+", " ", str(value)).strip()


def _iter_filled(sheet: ReviewSheet, grid: Grid) -> Iterator[Filled]:
    headings = list(grid[0]) if grid else []
    missing = [name for name in (VERDICT, BEFORE) if name not in headings]
    if missing:
        raise CallError(
            f"The sheet {sheet.name} has no column {' and '.join(missing)}.", hint="Take the review as it was written."
        )
    places = {column.key: headings.index(column.heading) for column in sheet.columns if column.heading in headings}
    own = set(get_table(sheet.table).names)
    for number, row in enumerate(grid[1:], start=2):
        cells = [*row, *[""] * (len(headings) - len(row))]
        values = {key: cells[index] for key, index in places.items() if key in own}
        if any(values.values()):
            place = f"{sheet.name}, row {number}"
            letters = {key: to_letter(index) for key, index in {**places, VERDICT: headings.index(VERDICT)}.items()}
            before = _parse_before(cells[headings.index(BEFORE)], values, sheet)
            yield Filled(place, cells[headings.index(VERDICT)].casefold(), values, before, letters)


def _parse_before(text: str, values: Mapping[str, str], sheet: ReviewSheet) -> Row | None:
    """The row as it was written; None where it is an added one: nothing recorded, or copied from another row."""
    try:
        before = json.loads(text) if text else None
    except ValueError:
        return None
    table = get_table(sheet.table)
    if not isinstance(before, dict) or set(table.names) - set(before):
        return None
    fixed = [key for key in table.key if key in values and key not in sheet.open_keys]
    is_same = all(values[key] == _to_text(before[key]) for key in fixed)
    return {name: str(before[name]) for name in table.names} if is_same else None


def to_letter(index: int) -> str:
    """A column's letters as a spreadsheet shows them, counted from 0.

    >>> to_letter(0), to_letter(27)
    ('A', 'AB')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
