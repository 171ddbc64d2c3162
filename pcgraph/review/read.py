"""Read a review that a person filled in: a workbook, or a folder of CSV files."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pcgraph.errors import CallError
from pcgraph.files import describe_os_error
from pcgraph.model import Row, get_table
from pcgraph.render.delimited import unguard_formula
from pcgraph.review.alike import is_same_text, to_compared
from pcgraph.review.make import REVIEWED_BY, REVIEWED_ON
from pcgraph.review.sheets import BEFORE, NAME, OFFERED, SHEETS, SO_FAR, VERDICT, ReviewSheet

Grid = Sequence[Sequence[str]]
"""The cells of one sheet, heading row first."""

MAX_ROWS = 200_000

WORKBOOK_ENDINGS = (".xlsx", ".xlsm")

_NOT_COPIED = ("id", "score", "why", "rule")
"""What a row that a person made from a copy of another does not take over: it is what a rule says of the other."""


@dataclass(frozen=True, slots=True)
class Filled:
    """One row of a sheet as the person left it.

    Attributes:
        place: The sheet and row for messages, such as `Names, row 7`.
        verdict: As chosen, or "".
        cells: What stands in the table's own columns; of a part, the name too; how it was judged so far.
        before: The table's row as it was written into the review, of a part with the name; of a
            candidate, the row that it would be; None for a row that was added, or where what was
            written is damaged.
        letters: The column's letter of each cell, for messages.
    """

    place: str
    verdict: str
    cells: Mapping[str, str]
    before: Row | None
    letters: Mapping[str, str]

    @property
    def is_offered(self) -> bool:
        """Whether it was put to the person as a candidate and is in no table yet."""
        return self.before is not None and self.before["status"] == OFFERED

    @property
    def needs_verdict(self) -> bool:
        """Whether it counts only with a verdict: a candidate of which nobody can tell what was corrected."""
        return self.before is None and self.cells.get(SO_FAR, "").startswith(OFFERED)

    def locate(self, key: str) -> str:
        """Where a cell stands, for messages.

        Args:
            key: The table's column, or the verdict's heading; one without a cell is named itself.
        """
        return f"{self.place}, {f'cell {self.letters[key]}' if key in self.letters else key}"


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
        CallError: It is no workbook by its ending, or none of the review's sheets is in it.
        DocumentError: The workbook is missing, empty, damaged, protected, or of another kind.
    """
    grids = _read_folder(path) if path.is_dir() else _read_book(path)
    _refuse_renamed(path, grids)
    rows = {sheet: tuple(_iter_filled(sheet, grids[sheet.name])) for sheet in SHEETS if sheet.name in grids}
    if not rows:
        raise CallError(
            f"{path} is no review: it has none of the sheets {', '.join(sheet.name for sheet in SHEETS)}.",
            hint="Make one with: pcgraph review --output review.xlsx",
        )
    about = {cells[0]: cells[1] for cells in grids.get("Read me", ()) if len(cells) > 1}
    return Review(rows, about.get(REVIEWED_BY, ""), about.get(REVIEWED_ON, "")[:10])


def _refuse_renamed(path: Path, grids: Mapping[str, Grid]) -> None:
    """Stop where a sheet of the review has another name now: its verdicts would go unread."""
    names = [sheet.name for sheet in SHEETS]
    for name, grid in grids.items():
        if name not in names and grid and BEFORE in grid[0]:
            raise CallError(f"{path} has a sheet “{name}”.", hint=f"Name it as it was written: {', '.join(names)}.")


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
    if path.suffix.lower() not in WORKBOOK_ENDINGS:
        raise CallError(
            f"{path} is no review: a workbook ends in {' or '.join(WORKBOOK_ENDINGS)}.",
            hint="Of a review as CSV, name the folder.",
        )
    from openpyxl import load_workbook

    from pcgraph.documents.opening import read_bytes
    from pcgraph.documents.package import Package
    from pcgraph.documents.signature import check_signature

    content = read_bytes(path)
    check_signature(path, content)
    Package(path, content).check_all_xml()
    try:
        book = load_workbook(io.BytesIO(content), read_only=True)
        return {page.title: _to_grid(page.iter_rows(values_only=True, max_row=MAX_ROWS)) for page in book.worksheets}
    except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:  # what openpyxl makes of damage
        raise CallError(f"{path} is no workbook that can be read.", hint="Save it again in Excel.") from error


def _to_grid(rows: Iterable[Iterable[object]]) -> Grid:
    return [[_to_text(value) for value in row] for row in rows]


def _to_text(value: object) -> str:
    """A cell's text: whole numbers without a point, days in ISO form; a formula is its own text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return re.sub(r"[ \t\r\f\v]+", " ", str(value)).strip()


def _iter_filled(sheet: ReviewSheet, grid: Grid) -> Iterator[Filled]:
    headings = list(grid[0]) if grid else []
    missing = [name for name in (VERDICT, BEFORE) if name not in headings]
    if missing:
        raise CallError(
            f"The sheet {sheet.name} has no column {' and '.join(missing)}.", hint="Take the review as it was written."
        )
    places = {column.key: headings.index(column.heading) for column in sheet.columns if column.heading in headings}
    letters = {key: to_letter(index) for key, index in {**places, VERDICT: headings.index(VERDICT)}.items()}
    own = {*get_table(sheet.table).names, NAME, SO_FAR}
    rows: list[Filled] = []
    for number, row in enumerate(grid[1:], start=2):
        cells = [*row, *[""] * (len(headings) - len(row))]
        values = {key: cells[index] for key, index in places.items() if key in own}
        if any(text for key, text in values.items() if key != SO_FAR):
            verdict = cells[headings.index(VERDICT)].casefold()
            before = _parse_before(cells[headings.index(BEFORE)], sheet)
            rows.append(Filled(f"{sheet.name}, row {number}", verdict, values, before, letters))
    yield from _part_copies(sheet, rows)


def _parse_before(text: str, sheet: ReviewSheet) -> Row | None:
    """The row as it was written; None where nothing is recorded, or something that no review writes."""
    try:
        before = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None
    names = get_table(sheet.table).names
    if not isinstance(before, dict) or set(names) - set(before):
        return None
    return before if all(isinstance(value, str) for value in before.values()) else None


def _part_copies(sheet: ReviewSheet, rows: Sequence[Filled]) -> Iterator[Filled]:
    """The rows, where one was copied to make another: the one that was not changed is the row, the others are added."""
    table = get_table(sheet.table)
    groups: dict[tuple[str, ...], list[Filled]] = {}
    for row in rows:
        if row.before is not None:
            groups.setdefault(table.to_key(row.before), []).append(row)
    originals = {min(group, key=lambda row: _count_strange(sheet, row)).place for group in groups.values()}
    for row in rows:
        if row.before is None or row.place in originals:
            yield row
        else:
            own = find_spoilt(sheet, row)  # an id that differs is no copied one: the row has another's record
            cells = {key: text for key, text in row.cells.items() if key not in _NOT_COPIED or key in own}
            yield replace(row, cells=cells, before=None)


def _count_strange(sheet: ReviewSheet, row: Filled) -> tuple[int, bool]:
    """How far a row is from the one it was written as: cells written over, and whether it has another key now."""
    key = get_table(sheet.table).key
    before = row.before or {}
    return len(find_spoilt(sheet, row)), any(
        to_compared(row.cells.get(name, before[name])) != to_compared(before[name]) for name in key
    )


def find_spoilt(sheet: ReviewSheet, row: Filled) -> list[str]:
    """The cells that are not to be changed and hold something else than was written; 60 for 60.00 is the same."""
    before = row.before or {}
    return [
        key
        for key, text in row.cells.items()
        if key not in sheet.open_keys and key in before and not is_same_text(text, before[key])
    ]


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
