"""Figure tables: totals against their parts, shares against their wholes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pcgraph.extract.contradictions.finding import Finding, is_cut, is_rounded, say, say_rounded, say_sum
from pcgraph.extract.contradictions.table_changes import find_change_columns
from pcgraph.extract.figures.tables import FigureRow, FigureTable

_TOTAL = re.compile(r"^(?:grand |overall |sub-?)?totals?\b|\btotals?$", re.IGNORECASE)
_ALL = re.compile(r"^(?:all|overall|sum|combined|force|county|whole force)\b(?! other)", re.IGNORECASE)


def iter_total_findings(table: FigureTable) -> Iterator[Finding]:
    """Totals of rows, of groups and of columns that are not the sum of their parts."""
    for index, row in enumerate(table.rows):
        if _TOTAL.search(row.label) or _ALL.match(row.label):
            yield from _check_total_row(table, index)
        elif parts := _find_group(table.rows, index):
            yield from _check_group(table, row, parts)
    yield from _check_total_column(table)


def _check_total_row(table: FigureTable, index: int) -> Iterator[Finding]:
    """A total row against the rows above it, or below where it stands first."""
    row = table.rows[index]
    is_named = bool(_TOTAL.search(row.label))
    runs = _find_runs(table.rows, index)
    wrong, right = [], 0
    for column in table.values:
        if not table.is_added(column) or row.get_value(column) is None:
            continue
        sums = [parts for run in runs if (parts := _get_parts(run, column))]
        if any(sum(parts) == row.get_value(column) for parts in sums):
            right += 1
        elif sums:
            wrong.append((column, sums[0]))
    if is_named or right > len(wrong):
        for column, parts in wrong:
            yield _to_sum_finding(table, row, column, parts)


def _find_runs(rows: Sequence[FigureRow], index: int) -> list[list[FigureRow]]:
    """The rows that a total may add up: all others above, those since the last total, groups alone; or those below."""
    if index == 0:
        return [list(rows[1:])]
    above = list(rows[:index])
    totals = [place for place, row in enumerate(above) if _TOTAL.search(row.label)]
    plain = [row for row in above if not _TOTAL.search(row.label)]
    runs = [plain, [above[place] for place in totals], above[totals[-1] + 1 :] if totals else []]
    groups = [place for place in range(index) if _find_group(rows[:index], place)]
    members = {id(part) for place in groups for part in _find_group(rows[:index], place)}
    runs.append([row for row in plain if id(row) not in members])
    return [run for run in runs if len(run) > 1]


def _find_group(rows: Sequence[FigureRow], index: int) -> list[FigureRow]:
    """The rows behind one whose labels begin with its label: `Robbery`, then `Robbery of shops`."""
    label = rows[index].label.lower()
    parts: list[FigureRow] = []
    for row in rows[index + 1 :]:
        low = row.label.lower()
        if not (low.startswith(label) and len(low) > len(label) and not low[len(label)].isalnum()):
            break
        parts.append(row)
    return parts if len(parts) > 1 else []


def _get_parts(rows: Sequence[FigureRow], column: int) -> list[Decimal]:
    """The numbers of a column, or none where a row has no number there."""
    values = [row.get_value(column) for row in rows]
    return [] if len(values) < 2 or None in values else [value for value in values if value is not None]


def _check_group(table: FigureTable, row: FigureRow, parts: list[FigureRow]) -> Iterator[Finding]:
    """A row that its followers seem to part: a wrong total where other columns come out, a share too large else."""
    wrong, right = [], 0
    for column in table.values:
        total, values = row.get_value(column), _get_parts(parts, column)
        if table.is_added(column) and total is not None and values:
            right += sum(values) == total
            wrong += [(column, values)] if sum(values) != total else []
    for column, values in wrong if right else ():
        yield _to_sum_finding(table, row, column, values)


def _check_total_column(table: FigureTable) -> Iterator[Finding]:
    """A column `Total` against the others of its row, where it is their sum in most rows."""
    total = next((c for c in table.values if _TOTAL.search(table.get_heading(c)) and table.is_added(c)), -1)
    others = [column for column in table.values if column != total and table.is_added(column)]
    if total < 0 or len(others) < 2 or find_change_columns(table):
        return
    rows = [row for row in table.rows if all(row.get_value(column) is not None for column in (total, *others))]
    wrong = [row for row in rows if _sum_row(row, others) != row.get_value(total)]
    for row in wrong if len(wrong) * 2 < len(rows) else ():
        parts = [row.get_value(column) or Decimal(0) for column in others]
        yield _to_sum_finding(table, row, total, parts)


def _sum_row(row: FigureRow, columns: Sequence[int]) -> Decimal:
    return sum((row.get_value(column) or Decimal(0) for column in columns), Decimal(0))


def iter_share_findings(table: FigureTable) -> Iterator[Finding]:
    """Percentages that are one column's share of another in most rows, and are not in the rest."""
    changes = find_change_columns(table)
    numbers = [column for column in table.values if table.is_added(column)]
    for percent in table.values:
        if not table.is_percent(percent) or changes:
            continue
        pairs = [(part, whole) for part in numbers for whole in numbers if part != whole]
        scored = [(_count_shares(table, pair, percent), -index, pair) for index, pair in enumerate(pairs)]
        best, _, pair = max(scored, default=(0, 0, (0, 0)))
        rows = sum(row.get_value(percent) is not None for row in table.rows)
        if best > 1 and best * 2 >= rows:
            for row in table.rows:
                yield from _check_share(row, pair, percent)


def _count_shares(table: FigureTable, pair: tuple[int, int], percent: int) -> int:
    """In how many rows a percentage is one column's share of another."""
    return sum(1 for row in table.rows if _is_share(row, pair, percent))


def _is_share(row: FigureRow, pair: tuple[int, int], percent: int) -> bool:
    part, whole, printed = (row.get_value(column) for column in (*pair, percent))
    return part is not None and bool(whole) and printed is not None and is_rounded(printed, 100 * part / (whole or 1))


def _check_share(row: FigureRow, pair: tuple[int, int], percent: int) -> Iterator[Finding]:
    part, whole, printed = (row.get_value(column) for column in (*pair, percent))
    if part is None or not whole or printed is None:
        return
    cell = row.cells[percent]
    line, subject = cell.text.paragraph.locate(cell.start, cell.end), cell.text.subject
    if part > whole:
        message = f"{row.label}: the part {say(part)} is more than its whole {say(whole)}."
        yield Finding("share-exceeds-whole", line, subject, message)
    elif not is_rounded(printed, 100 * part / whole):
        share = say_rounded(100 * part / whole, printed)
        message = f"{row.label}: {say(part)} of {say(whole)} is {share}%, but {say(printed)}% is printed."
        yield Finding("percentage-wrong", line, subject, message, "info" if is_cut(printed, 100 * part / whole) else "")


def _to_sum_finding(table: FigureTable, row: FigureRow, column: int, parts: Sequence[Decimal]) -> Finding:
    cell = row.cells[column]
    heading = table.get_heading(column)
    where = f"{row.label}{f' ({heading})' if heading else ''}"
    message = f"{where}: {say_sum(parts)}, but {say(cell.value or Decimal(0))} is printed."
    return Finding("total-wrong", cell.text.paragraph.locate(cell.start, cell.end), cell.text.subject, message)
