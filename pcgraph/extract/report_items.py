"""The items of a monitoring report: which rows are items, in what place, and where each ends.

Items whose number is lost are found where the numbers around them leave a gap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pcgraph.documents import Line
from pcgraph.extract.clean import clean_wording, is_footnote, is_rule, join_lines
from pcgraph.extract.report_marks import learn_marks
from pcgraph.extract.report_rows import (
    Layout,
    ReportItem,
    find_codes,
    find_columns,
    is_header,
    iter_candidates,
)

_END = re.compile(r"^\W*(?:appendix|annex)\s+[A-Z0-9]+\W*$", re.IGNORECASE)
_MAX_GAP = 3
_MAX_WORDING_LINES = 12
_KEY_LINES = 30


def read_items(lines: Sequence[Line], start: int, hyphenated: frozenset[str], total: int) -> list[ReportItem]:
    """The items of a report in order, each with its row, its place and where it ends.

    Args:
        lines: The whole document.
        start: Index of the first line that may hold an item.
        hyphenated: The document's hyphenated words.
        total: How many items the status key claims, or 0.
    """
    stop = next((i for i in range(start, len(lines)) if _END.match(clean_wording(lines[i].text))), len(lines))
    columns = find_columns(lines[max(0, start - 1)])
    key = lines[:start] if start and is_header(lines[start - 1]) else lines[: start + _KEY_LINES]
    layout = Layout(columns, find_codes(lines[start:stop], columns), hyphenated, learn_marks(key))
    candidates = list(iter_candidates(lines, start, stop, layout))
    items = _choose_numbered(candidates, lines, layout)
    items = _fill_gaps(items, candidates, lines, layout, total)
    for index, item in enumerate(items):
        limit = items[index + 1].row[0] if index + 1 < len(items) else stop
        _complete_row(item, lines, limit, layout)
        item.end = limit
    return items


def _choose_numbered(candidates: Sequence[ReportItem], lines: Sequence[Line], layout: Layout) -> list[ReportItem]:
    """The candidates whose numbers rise as an item's do; rows that plainly repeat a number stay."""
    chosen: list[ReportItem] = []
    last = 0
    for item in candidates:
        if not item.number:
            continue
        number = int(item.number)
        is_coded = layout.is_coded(item.responsible)
        in_step = last < number <= last + _MAX_GAP
        follows = (in_step and (item.is_table or is_coded)) or (number > last and item.is_table and is_coded)
        repeats = is_coded and 0 < number <= last and (item.is_table or _repeats_last(item, last, lines, layout))
        if repeats and (twin := _find_twin(chosen, item)):
            twin.notes.append(("page-break-joined", "The row is printed twice with the same words; it was read once."))
        elif repeats or follows:
            item.place = number
            chosen.append(item)
            last = max(last, number)
    return chosen


def _repeats_last(item: ReportItem, last: int, lines: Sequence[Line], layout: Layout) -> bool:
    """Whether a line of text stands where the next item should, with the last one's number again."""
    known = item.responsible.split()[0] in layout.codes
    return known and int(item.number) == last and _is_after_blank(item, lines)


def _find_twin(chosen: Sequence[ReportItem], item: ReportItem) -> ReportItem | None:
    """The latest item with the same number and words."""
    return next((o for o in chosen[-3:] if (o.number, o.wording) == (item.number, item.wording)), None)


def _fill_gaps(
    items: list[ReportItem], candidates: Sequence[ReportItem], lines: Sequence[Line], layout: Layout, total: int
) -> list[ReportItem]:
    """Add the items whose number is lost: between two numbers that leave one out, or at the end."""
    filled: list[ReportItem] = []
    starts = [candidate.row[0] for candidate in candidates]
    for before, after in zip([None, *items], [*items, None], strict=True):
        if before:
            filled.append(before)
        first = before.place + 1 if before else 1
        last = after.place - 1 if after else max(total, first - 1)
        low = bisect_left(starts, before.row[-1] + 1) if before else 0
        high = bisect_left(starts, after.row[0]) if after else len(candidates)
        if first <= last:
            filled += _choose_unnumbered(candidates[low:high], lines, layout, range(first, last + 1))
    return filled


def _choose_unnumbered(
    candidates: Sequence[ReportItem], lines: Sequence[Line], layout: Layout, places: range
) -> list[ReportItem]:
    """The best candidates for the places that a gap leaves, in order; table rows before lines of text."""
    fitting = [item for item in candidates if item.number in ("", str(places[0])) and _may_be_item(item, lines, layout)]
    best = sorted(fitting, key=lambda item: (not item.is_table, item.row[0]))[: len(places)]
    found = sorted(best, key=lambda item: item.row[0])
    for place, item in zip(places, found, strict=False):
        item.place = place
    return found


def _may_be_item(item: ReportItem, lines: Sequence[Line], layout: Layout) -> bool:
    """Whether a row without a number, or a line without codes, may be an item."""
    coded = not item.responsible or layout.is_coded(item.responsible)
    return item.is_table or (coded and _is_after_blank(item, lines))


def _is_after_blank(item: ReportItem, lines: Sequence[Line]) -> bool:
    before = lines[item.row[0] - 1] if item.row[0] else None
    return before is None or before.is_blank or is_rule(before.text)


def _complete_row(item: ReportItem, lines: Sequence[Line], limit: int, layout: Layout) -> None:
    """Add what a row prints on the lines after its first: the rest of the wording, the RAG letter."""
    index = item.row[-1] + 1
    if item.is_table and not item.rag and index < limit:
        _take_rest_with_rag(item, lines, index, layout)
    elif not item.is_table:
        if not item.wording:
            index = _skip_blank(lines, index, limit)
        last = min(limit, index + _MAX_WORDING_LINES)
        while index < last and not lines[index].is_blank and not layout.parse_rag(lines[index].text):
            if is_rule(lines[index].text) or _take_rest_with_rag(item, lines, index, layout):
                break
            item.wording = join_lines(item.wording, clean_wording(lines[index].text), hyphenated=layout.hyphenated)
            item.row.append(index)
            index += 1
        index = _join_cut_wording(item, lines, index, limit, layout)
    after = _skip_blank(lines, index, limit)
    if after < limit and not item.rag and (letter := layout.parse_rag(lines[after].text)):
        item.rag = letter
        item.rag_line = after


def _take_rest_with_rag(item: ReportItem, lines: Sequence[Line], index: int, layout: Layout) -> bool:
    """Take a line of cells that ends a wording, `rest⇥G`; whether the wording ends there in any case."""
    cells = lines[index].cells
    if len(cells) == 2 and cells[0] and (letter := layout.parse_rag(cells[1])):
        item.wording = join_lines(item.wording, clean_wording(cells[0]), hyphenated=layout.hyphenated)
        item.rag = letter
        item.row.append(index)
    return len(cells) > 1


def _join_cut_wording(item: ReportItem, lines: Sequence[Line], index: int, limit: int, layout: Layout) -> int:
    """Add the rest of a wording that a page break cut: it begins in lower case behind a blank line.

    Returns:
        Index of the line behind the wording.
    """
    after = _skip_blank(lines, index, limit)
    if after >= limit or item.wording.endswith((".", "?", "!")) or not lines[after].text.lstrip()[:1].islower():
        return index
    item.wording = join_lines(item.wording, clean_wording(lines[after].text), hyphenated=layout.hyphenated)
    item.row.append(after)
    item.notes.append(("page-break-joined", "The wording is cut by a page break and was joined."))
    return after + 1


def _skip_blank(lines: Sequence[Line], index: int, limit: int) -> int:
    while index < limit and (lines[index].is_blank or is_rule(lines[index].text)):
        index += 1
    return index


def find_narrative(item: ReportItem, lines: Sequence[Line]) -> tuple[int, int]:
    """The first and last line number of an item's narrative, 0 where there is none.

    Footnotes, drawn rules and repeated headers at its ends are not counted.
    """
    inside = [
        line
        for line in lines[max(item.row[-1], item.rag_line) + 1 : item.end]
        if not (line.is_blank or is_rule(line.text) or is_header(line) or is_footnote(line.text))
    ]
    return (inside[0].number, inside[-1].number) if inside else (0, 0)
