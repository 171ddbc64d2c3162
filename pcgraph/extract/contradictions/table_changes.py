"""Figure tables: differences and percentages of change against the two values that they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from pcgraph.extract.contradictions.finding import Finding, is_cut, is_rounded, say, say_rounded
from pcgraph.extract.figures.tables import FigureRow, FigureTable

_CHANGE = re.compile(
    r"chang|differ|\bdiff\b|varian|\+/-|increas|decreas|movement|reduction|growth|\bvs\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Columns(NamedTuple):
    """Which columns of a table hold what.

    Attributes:
        later: The value that the change leads to.
        earlier: The value that it starts from, by which it is divided.
        difference: The change in numbers, or -1.
    """

    later: int
    earlier: int
    difference: int


def find_change_columns(table: FigureTable) -> Columns | None:
    """The columns between which a table shows a change: by their arithmetic, or by the years in their headings."""
    numbers = [column for column in table.values if not table.is_percent(column)]
    for difference in numbers:
        if not _shows_change(table, difference):
            continue
        others = [column for column in numbers if column != difference]
        scored = [(_count_fits(table, a, b, difference), -index, a, b) for index, (a, b) in enumerate(_pairs(others))]
        best = max(scored, default=(0, 0, -1, -1))
        if best[0] * 2 >= sum(difference in row.cells for row in table.rows) and best[0]:
            return Columns(best[2], best[3], difference)
    return _find_by_years(table, numbers)


def _pairs(columns: list[int]) -> list[tuple[int, int]]:
    return list(permutations(columns, 2))


def _shows_change(table: FigureTable, column: int) -> bool:
    """Whether a column holds changes: its heading says so, or its numbers carry signs."""
    cells = [row.cells[column] for row in table.rows if column in row.cells]
    return bool(_CHANGE.search(table.get_heading(column))) or any(cell.has_sign for cell in cells)


def _count_fits(table: FigureTable, later: int, earlier: int, difference: int) -> int:
    """In how many rows one column less another is the third."""
    values = [tuple(row.get_value(column) for column in (later, earlier, difference)) for row in table.rows]
    return sum(a is not None and b is not None and d is not None and a - b == d for a, b, d in values)


def _find_by_years(table: FigureTable, numbers: list[int]) -> Columns | None:
    """The two columns of a table without differences whose headings are years."""
    years = {column: _YEAR.findall(table.get_heading(column)) for column in numbers}
    dated = sorted((found[0], column) for column, found in years.items() if found)
    if len(dated) != 2 or len(numbers) != 2 or dated[0][0] == dated[1][0]:
        return None
    return Columns(dated[1][1], dated[0][1], -1)


def iter_change_findings(table: FigureTable) -> Iterator[Finding]:
    """Differences and percentages of change that do not follow from their row."""
    columns = find_change_columns(table)
    if columns is None:
        return
    for row in table.rows:
        yield from _check_difference(row, columns)
    for percent in table.values:
        if _is_change_percent(table, columns, percent):
            for row in table.rows:
                yield from _check_percent(table, row, columns, percent)


def _is_change_percent(table: FigureTable, columns: Columns, percent: int) -> bool:
    """Whether a column is the change in per cent: most rows fit by either base, or its heading says so."""
    if not table.is_percent(percent):
        return False
    if _CHANGE.search(table.get_heading(percent)):
        return True
    fits = rows = 0
    for row in table.rows:
        later, earlier, printed = (row.get_value(c) for c in (columns.later, columns.earlier, percent))
        if later and earlier and printed is not None:
            rows += 1
            bases = [100 * (later - earlier) / base for base in (earlier, later)]
            fits += any(is_rounded(abs(printed), abs(exact)) for exact in bases)
    return rows > 0 and fits * 2 > rows


def _check_difference(row: FigureRow, columns: Columns) -> Iterator[Finding]:
    later, earlier, printed = (row.get_value(column) for column in columns)
    if columns.difference < 0 or later is None or earlier is None or printed is None:
        return
    exact = later - earlier
    signed = row.cells[columns.difference].has_sign
    if printed == exact or (not signed and printed == abs(exact)):
        return
    message = f"{row.label}: {say(later)} − {say(earlier)} = {say(exact)}, but {say(printed)} is printed."
    yield _to_finding("total-wrong", row, columns.difference, message)


def _check_percent(table: FigureTable, row: FigureRow, columns: Columns, percent: int) -> Iterator[Finding]:
    later, earlier, printed = (row.get_value(column) for column in (columns.later, columns.earlier, percent))
    if later is None or not earlier or printed is None:
        return
    exact = 100 * (later - earlier) / earlier
    if not _has_signs(table, percent):
        exact, printed = abs(exact), abs(printed)
    if is_rounded(printed, exact):
        return
    sum_ = f"{row.label}: {say(later)} − {say(earlier)} = {say(later - earlier)}, divided by {say(earlier)}"
    message = f"{sum_} is {say_rounded(exact, printed)}%, but {say(printed)}% is printed"
    heading = table.get_heading(columns.later)
    if later and is_rounded(abs(printed), abs(100 * (later - earlier) / later)):
        message += f": it was divided by {say(later)}, the later figure{f' ({heading})' if heading else ''}"
    severity = "info" if is_cut(printed, exact) else ""
    yield _to_finding("percentage-wrong", row, percent, f"{message}{_say_cut(severity)}.", severity)


def _say_cut(severity: str) -> str:
    return ": its further digits may have been left out" if severity else ""


def _has_signs(table: FigureTable, column: int) -> bool:
    return any(row.cells[column].has_sign for row in table.rows if column in row.cells)


def _to_finding(code: str, row: FigureRow, column: int, message: str, severity: str = "") -> Finding:
    cell = row.cells[column]
    return Finding(code, cell.text.paragraph.locate(cell.start, cell.end), cell.text.subject, message, severity)


def find_change(table: FigureTable, difference: Decimal) -> list[tuple[FigureRow, Decimal, Decimal]]:
    """The rows that show a change of so many, either way, with the later and the earlier value."""
    columns = find_change_columns(table)
    found = []
    for row in table.rows if columns else ():
        later, earlier = (row.get_value(column) for column in (columns or (0, 0))[:2])
        if later is not None and earlier and abs(later - earlier) == abs(difference):
            found.append((row, later, earlier))
    return found
