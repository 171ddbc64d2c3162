"""Figure tables within narratives: rows of cells, parted by ` | `, under a header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.periods import find_periods
from pcgraph.extract.texts import Text

_CELL = re.compile(r"[^|]+")
_NUMBER = re.compile(
    r"\(?(?P<sign>[-−–+])?\s?(?P<currency>£)?\s?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?"
    r"(?P<scale>k|m|bn)?\s?(?P<percent>%)?\)?\*{0,2}",
    re.IGNORECASE,
)
_SCALES = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
_RANK = re.compile(r"^(?:no|nos|rank|ranking|ref|#|position|item|number)\b\.?$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:(?:19|20)\d\d|(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))$")
_TIME_HEADING = re.compile(r"^(?:year|quarter|month|period|financial year|date|qtr)s?$", re.IGNORECASE)
_HEADED_UNIT = re.compile(
    r"^(?:hours|days|weeks|months|minutes|miles)$|\((hours|days|weeks|months|minutes|miles)\)", re.I
)
_THOUSANDS = re.compile(r"£\s?(?:k\b|000)|\(000s?\)|£\s?m\b", re.IGNORECASE)
_NOT_ADDED = re.compile(r"%|\baverage\b|\bmean\b|\bmedian\b|\brate\b|\brank\b|\bper\b|\bratio\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a figure table.

    Attributes:
        text: The text of its row.
        start: Offset of its first character there.
        end: Offset behind its last character.
        words: What stands in it.
        value: Its number, or None.
        unit: The number's unit as the cell or the column's heading says.
    """

    text: Text
    start: int
    end: int
    words: str
    value: Decimal | None = None
    unit: str = "count"

    @property
    def has_sign(self) -> bool:
        """Whether the number is printed with plus or minus."""
        return self.words.lstrip("( ")[:1] in ("-", "−", "–", "+")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of a figure table: its label, and its cells by column.

    Attributes:
        text: The text that prints it.
        label: What the row is about.
        cells: By the column's place; a place without a cell is left out.
    """

    text: Text
    label: str
    cells: dict[int, Cell]

    def get_value(self, column: int) -> Decimal | None:
        """The number in a column, or None."""
        cell = self.cells.get(column)
        return cell.value if cell else None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures in a narrative.

    Attributes:
        headings: Of every column; empty where the table has no header.
        rows: The rows under the header, or the header's text where it stands alone.
        values: The places of the columns that hold figures.
        header: The header's row, or None.
    """

    headings: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    values: tuple[int, ...]
    header: FigureRow | None

    @property
    def all_rows(self) -> tuple[FigureRow, ...]:
        """Header and rows."""
        return (self.header, *self.rows) if self.header else self.rows

    def get_heading(self, column: int) -> str:
        """A column's heading, or ""."""
        return self.headings[column] if column < len(self.headings) else ""

    def is_percent(self, column: int) -> bool:
        """Whether a column holds percentages."""
        units = {row.cells[column].unit for row in self.rows if column in row.cells}
        return "%" in units or "%" in self.get_heading(column)

    def is_added(self, column: int) -> bool:
        """Whether the numbers of a column can be added up: no percentages, averages or rates."""
        return not self.is_percent(column) and not _NOT_ADDED.search(self.get_heading(column))


def read_figure_tables(texts: Sequence[Text]) -> list[FigureTable]:
    """The figure tables among the texts of one document."""
    tables: list[FigureTable] = []
    block: list[list[Cell]] = []
    for text in texts:
        rows = _read_rows(text)
        if block and (not rows or text.subject != block[-1][0].text.subject):
            tables += _to_tables(block)
            block = []
        block += rows
    return tables + _to_tables(block)


def _read_rows(text: Text) -> list[list[Cell]]:
    """The rows of cells that a text prints: one, or several between the bars of a markdown table."""
    if "|" not in text.words:
        return []
    starts = [offset for offset, _ in text.paragraph.pieces]
    ends = [*starts[1:], len(text.words)]
    rows = [_read_cells(text, start, end) for start, end in zip(starts, ends, strict=True)]
    return [row for row in rows if len(row) > 1]


def _read_cells(text: Text, start: int, end: int) -> list[Cell]:
    cells = []
    for match in _CELL.finditer(text.words, start, end):
        words = match[0].strip()
        begin = match.start() + len(match[0]) - len(match[0].lstrip())
        if words:
            cells.append(_to_cell(text, begin, words))
    return cells


def _to_cell(text: Text, start: int, words: str) -> Cell:
    match = _NUMBER.fullmatch(words)
    end = start + len(words)
    if not match:
        return Cell(text, start, end, words)
    value = Decimal(match["digits"].replace(",", "") + (match["decimals"] or ""))
    value = _scale(value, _SCALES.get((match["scale"] or "").lower(), 1))
    value = -value if match["sign"] in ("-", "−", "–") else value
    unit = "GBP" if match["currency"] else "%" if match["percent"] else "count"
    return Cell(text, start, end, words, value, unit)


def _scale(value: Decimal, factor: int) -> Decimal:
    scaled = value * factor
    return Decimal(int(scaled)) if factor > 1 and scaled == int(scaled) else scaled


def _to_tables(block: list[list[Cell]]) -> list[FigureTable]:
    """The table that a run of rows is, where it holds figures at all."""
    if not any(cell.value is not None for row in block for cell in row):
        return []
    has_header = len(block) > 1 and all(cell.value is None or _YEAR.match(cell.words) for cell in block[0])
    header = block[0] if has_header else []
    body = block[1:] if has_header else block
    width = max(len(row) for row in block)
    headings = tuple(cell.words for cell in header)
    placed = [_place(row, len(header) or width) for row in body]
    label = _find_label_column(placed)
    values = tuple(column for column in range(width) if column != label and _holds_values(placed, column, headings))
    rows = tuple(_to_row(cells, label, headings) for cells in placed)
    top = FigureRow(header[0].text, header[0].words, dict(enumerate(header))) if header else None
    return [FigureTable(headings, rows, values, top)] if rows and values else []


def _place(row: list[Cell], width: int) -> dict[int, Cell]:
    """Cells by column; of a row with fewer cells than the header, the numbers stand to the right."""
    missing = max(0, width - len(row))
    texts = next((i for i, cell in enumerate(row) if cell.value is not None), len(row))
    return {i if i < texts else i + missing: cell for i, cell in enumerate(row)}


def _find_label_column(rows: list[dict[int, Cell]]) -> int:
    """The column that names the rows: the first of words; else the first of years, or the first of all."""
    full = [row for row in rows if len(row) == max(map(len, rows))]
    for column in sorted(full[0]):
        if sum(row[column].value is None for row in full if column in row) * 2 > len(full):
            return column
    return 0


def _holds_values(rows: list[dict[int, Cell]], column: int, headings: tuple[str, ...]) -> bool:
    """Whether a column's numbers are figures: no ranks, no running numbers of the rows."""
    cells = [row[column] for row in rows if column in row]
    if column < len(headings) and _RANK.match(headings[column]):
        return False
    numbers = [cell.value for cell in cells if cell.value is not None]
    is_running = column == 0 and len(numbers) > 1 and numbers == [Decimal(i + 1) for i in range(len(numbers))]
    return bool(numbers) and not is_running


def _to_row(cells: dict[int, Cell], label: int, headings: tuple[str, ...]) -> FigureRow:
    first = cells.get(label) or cells[min(cells)]
    if first.value is not None and label not in cells:
        first = next((cell for cell in cells.values() if cell.value is None), first)
    united = {
        column: _with_unit(cell, headings[column] if column < len(headings) else "") for column, cell in cells.items()
    }
    return FigureRow(first.text, first.words, united)


def _with_unit(cell: Cell, heading: str) -> Cell:
    """A cell with the unit and the thousands that its column's heading names."""
    if cell.value is None or cell.unit != "count":
        return cell
    value, unit = cell.value, "count"
    if thousands := _THOUSANDS.search(heading):
        value = _scale(value, 1_000_000 if thousands[0].lower().endswith("m") else 1_000)
    if "£" in heading:
        unit = "GBP"
    elif "%" in heading:
        unit = "%"
    elif named := _HEADED_UNIT.search(heading):
        unit = (named[1] or named[0]).lower()
    return Cell(cell.text, cell.start, cell.end, cell.words, value, unit)


def iter_table_figures(table: FigureTable) -> Iterator[Figure]:
    """Every figure of a table: what is the row and the column, the period the one of them that is a time."""
    for row in table.rows:
        for column in table.values:
            cell = row.cells.get(column)
            if cell is None or cell.value is None or cell.words == row.label:
                continue
            heading = table.get_heading(column)
            period = _find_period(heading) or _find_period(row.label)
            what = ", ".join(part for part in (row.label, heading) if part)
            yield Figure(cell.text, cell.start, cell.end, cell.value, cell.unit, what, period)


def _find_period(words: str) -> str:
    """The time that a heading or label is, or begins with, or ""."""
    if re.match(r"(?:19|20)\d\d\b", words):
        return words
    periods = find_periods(words, 0, len(words))
    return words if periods and periods[0].start == 0 and len(periods[0].words) * 2 > len(words) else ""
