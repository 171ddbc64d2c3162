"""The items of a monitoring report: a row each, then its narrative.

A row is printed as a table's row (`1⇥Force⇥Wording⇥G`), as a line of text (`2 NOPCC DH Wording`),
or over several lines with the RAG letter on one of its own. Items whose number is lost are found
where the numbers around them leave a gap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pcgraph.documents import Line
from pcgraph.extract.clean import clean_wording, is_footnote, is_rule, join_lines
from pcgraph.extract.codes import find_leading_codes, looks_like_code, split_codes

_NUMBERED = re.compile(r"^(\d{1,5})[.)]?\s+(\S.*)$")
_NUMBER = re.compile(r"^(\d{1,5})\s?[.)]?$")
_RAG = re.compile(r"^\W*(g|a|r|w|green|amber|red|white)(?:\s?\(ns\))?\W*$", re.IGNORECASE)
_END = re.compile(r"^\W*(?:appendix|annex)\s+[A-Z0-9]+\W*$", re.IGNORECASE)
_TRAILING_RAG = re.compile(r"(?<=[.\w’'”)])\s+([GARW])$")
_LETTERS = {"green": "G", "amber": "A", "red": "R", "white": "W"}
_MAX_GAP = 3
_MIN_WORDS = 3


@dataclass(slots=True)
class ReportItem:
    """One item of a report.

    Attributes:
        number: As printed; "" where it is lost.
        place: Its number, restored where it is lost.
        responsible: The responsibility cell as printed.
        wording: The deliverable as printed.
        rag: The letter printed, or "".
        row: Indexes of the lines that hold the row.
        is_table: Whether it is printed as a table's row.
        notes: What a reader must know of the row: kind of anomaly and message.
        end: Index of the line behind the item's last.
    """

    number: str
    responsible: str
    wording: str
    rag: str
    row: list[int]
    is_table: bool
    place: int = 0
    end: int = 0
    notes: list[tuple[str, str]] = field(default_factory=list)


def is_header(line: Line) -> bool:
    """Whether a line is the header of a table of items."""
    cells = [clean_wording(cell).lower() for cell in line.cells]
    return (
        len(cells) > 2
        and bool(re.match(r"(?:no|ref|number|#)\b\.?$", cells[0]))
        and any(re.search(r"\brag\b|\bstatus\b|\brating\b", cell) for cell in cells)
    )


def read_items(lines: Sequence[Line], start: int, hyphenated: frozenset[str], total: int) -> list[ReportItem]:
    """The items of a report in order, each with its row, its place and where it ends.

    Args:
        lines: The whole document.
        start: Index of the first line that may hold an item.
        hyphenated: The document's hyphenated words.
        total: How many items the status key claims, or 0.
    """
    stop = next((i for i in range(start, len(lines)) if _END.match(clean_wording(lines[i].text))), len(lines))
    known = _find_known_codes(lines, start, stop)
    candidates = list(_iter_candidates(lines, start, stop, known, hyphenated))
    items = _choose_numbered(candidates, known)
    items = _fill_gaps(items, candidates, lines, known, total, (start, stop))
    for index, item in enumerate(items):
        limit = items[index + 1].row[0] if index + 1 < len(items) else stop
        _complete_row(item, lines, limit, hyphenated)
        item.end = limit
    return items


def parse_rag(text: str) -> str:
    """The RAG letter that a cell or line consists of, or "".

    >>> parse_rag("G"), parse_rag("**Amber**"), parse_rag("Agreed")
    ('G', 'A', '')
    """
    match = _RAG.match(clean_wording(text))
    return _LETTERS.get(match[1].lower(), match[1].upper()) if match else ""


def _find_known_codes(lines: Sequence[Line], start: int, stop: int) -> frozenset[str]:
    """Codes that the document prints in a cell of their own, or alone behind a number."""
    known: set[str] = set()
    for line in lines[start:stop]:
        cells = line.cells
        if len(cells) > 2 and _NUMBER.match(cells[0]) and len(cells[1].split()) <= 3:
            known.update(split_codes(clean_wording(cells[1])))
        elif len(cells) == 1 and (match := _NUMBERED.match(clean_wording(line.text))) and len(match[2].split()) == 1:
            known.add(match[2])
    return frozenset(code for code in known if re.match(r"[A-Z][A-Za-z]", code))


def _iter_candidates(
    lines: Sequence[Line], start: int, stop: int, known: frozenset[str], hyphenated: frozenset[str]
) -> Iterator[ReportItem]:
    """Every line that may begin an item, with a number or without."""
    last: ReportItem | None = None
    for index in range(start, stop):
        line = lines[index]
        if line.is_blank or is_rule(line.text) or is_header(line):
            continue
        if "\t" in line.text.strip("\r\n"):
            if last and _is_continuation(last, line, index):
                _continue_row(last, line, index, hyphenated)
                continue
            found = _read_table_row(line, index)
        else:
            found = _read_text_row(line, index, known)
        if found:
            yield found
        last = found if found and found.is_table else None


def _read_table_row(line: Line, index: int) -> ReportItem | None:
    cells = [clean_wording(cell) for cell in line.cells]
    if len(cells) < 3 or "<p" in line.cells[0].lower():
        return None
    number = _NUMBER.match(cells[0])
    if (cells[0] and not number) or not _looks_responsible(cells[1]) or len(cells[2].split()) < _MIN_WORDS:
        return None
    return ReportItem(number[1] if number else "", cells[1], cells[2], parse_rag(cells[-1]), [index], is_table=True)


def _looks_responsible(cell: str) -> bool:
    """Whether a cell can hold responsibility codes: a few words, no figures."""
    return len(cell.split()) <= 6 and not any(character.isdigit() for character in cell)


def _is_continuation(item: ReportItem, line: Line, index: int) -> bool:
    """Whether a table's row without a number goes on with the row just above it."""
    cells = line.cells
    if index != item.row[-1] + 1 or cells[0] or len(cells) < 3 or not (cells[1] or cells[2]):
        return False
    more = clean_wording(cells[2])
    is_open = item.wording.endswith("-") or item.responsible.endswith(("/", "&", "+"))
    return is_open or more[:1].islower() or len(more.split()) < _MIN_WORDS


def _continue_row(item: ReportItem, line: Line, index: int, hyphenated: frozenset[str]) -> None:
    cells = [clean_wording(cell) for cell in line.cells]
    item.responsible = f"{item.responsible} {cells[1]}".strip()
    item.wording = join_lines(item.wording, cells[2], hyphenated=hyphenated)
    rag = parse_rag(cells[-1])
    if rag and item.rag and rag != item.rag:
        item.notes.append(("statements-disagree", f"The row prints {item.rag} and {rag}; the first was kept."))
    item.rag = item.rag or rag
    item.row.append(index)


def _read_text_row(line: Line, index: int, known: frozenset[str]) -> ReportItem | None:
    text = clean_wording(line.text)
    match = _NUMBERED.match(text)
    responsible, wording = find_leading_codes(match[2] if match else text, known)
    if wording and not re.match(r"[A-Z‘'“\"0-9]", wording):
        return None
    if not match and not (responsible and len(wording.split()) >= _MIN_WORDS):
        return None
    rag = _TRAILING_RAG.search(wording)
    wording = wording[: rag.start()] if rag else wording
    return ReportItem(match[1] if match else "", responsible, wording, rag[1] if rag else "", [index], is_table=False)


def _choose_numbered(candidates: Sequence[ReportItem], known: frozenset[str]) -> list[ReportItem]:
    """The candidates whose numbers rise as an item's do; table rows that repeat a number stay."""
    chosen: list[ReportItem] = []
    last = 0
    for item in candidates:
        if not item.number:
            continue
        number = int(item.number)
        repeats = item.is_table and bool(chosen) and number <= last and _is_coded(item, known)
        follows = last < number <= last + _MAX_GAP and (item.is_table or _is_coded(item, known))
        if repeats and (twin := _find_twin(chosen, item)):
            twin.notes.append(("page-break-joined", "The row is printed twice with the same words; it was read once."))
        elif repeats or follows:
            item.place = number
            chosen.append(item)
            last = max(last, number)
    return chosen


def _is_coded(item: ReportItem, known: frozenset[str]) -> bool:
    codes = split_codes(item.responsible)
    return bool(codes) and all(code in known or looks_like_code(code) for code in codes)


def _find_twin(chosen: Sequence[ReportItem], item: ReportItem) -> ReportItem | None:
    """The latest item with the same number and words."""
    return next((o for o in chosen[-3:] if (o.number, o.wording) == (item.number, item.wording)), None)


def _fill_gaps(
    items: list[ReportItem],
    candidates: Sequence[ReportItem],
    lines: Sequence[Line],
    known: frozenset[str],
    total: int,
    limits: tuple[int, int],
) -> list[ReportItem]:
    """Add the items whose number is lost: between two numbers that leave one out, or at the end."""
    start, stop = limits
    filled: list[ReportItem] = []
    starts = [candidate.row[0] for candidate in candidates]
    for before, after in zip([None, *items], [*items, None], strict=True):
        if before:
            filled.append(before)
        first = before.place + 1 if before else 1
        last = after.place - 1 if after else max(total, before.place if before else 0)
        low = bisect_left(starts, before.row[-1] + 1 if before else start)
        high = bisect_left(starts, after.row[0] if after else stop)
        filled += _choose_unnumbered(candidates[low:high], lines, known, range(first, last + 1))
    return filled


def _choose_unnumbered(
    candidates: Sequence[ReportItem], lines: Sequence[Line], known: frozenset[str], places: range
) -> list[ReportItem]:
    """The best candidates for the places that a gap leaves, in order; table rows before lines of text."""
    if not places:
        return []
    fitting = [
        (not item.is_table, item.row[0], item)
        for item in candidates
        if (item.number in ("", str(places[0])) and _is_possible(item, lines, known))
    ]
    best = sorted(fitting, key=lambda entry: entry[:2])[: len(places)]
    found = sorted((item for _, _, item in best), key=lambda item: item.row[0])
    for place, item in zip(places, found, strict=False):
        item.place = place
    return found


def _is_possible(item: ReportItem, lines: Sequence[Line], known: frozenset[str]) -> bool:
    """Whether a line without a number, or without codes, may begin an item: it stands after a blank line."""
    index = item.row[0]
    after_blank = index == 0 or lines[index - 1].is_blank or is_rule(lines[index - 1].text)
    return item.is_table or (after_blank and (not item.responsible or _is_coded(item, known)))


def _complete_row(item: ReportItem, lines: Sequence[Line], limit: int, hyphenated: frozenset[str]) -> None:
    """Add what a row prints on the lines after its first: the rest of the wording, the RAG letter."""
    index = item.row[-1] + 1
    if not item.is_table:
        if not item.wording:
            index = _skip_blank(lines, index, limit)
        while index < limit and not lines[index].is_blank and not parse_rag(lines[index].text):
            if "\t" in lines[index].text.strip() or is_rule(lines[index].text):
                break
            item.wording = join_lines(item.wording, clean_wording(lines[index].text), hyphenated=hyphenated)
            item.row.append(index)
            index += 1
        index = _join_cut_wording(item, lines, index, limit, hyphenated)
    after = _skip_blank(lines, index, limit)
    if after < limit and not item.rag and (letter := parse_rag(lines[after].text)):
        item.rag = letter
        item.row.append(after)


def _join_cut_wording(
    item: ReportItem, lines: Sequence[Line], index: int, limit: int, hyphenated: frozenset[str]
) -> int:
    """Add the rest of a wording that a page break cut: it begins in lower case behind a blank line.

    Returns:
        Index of the line behind the wording.
    """
    after = _skip_blank(lines, index, limit)
    if after >= limit or item.wording.endswith((".", "?", "!")) or not lines[after].text.lstrip()[:1].islower():
        return index
    item.wording = join_lines(item.wording, clean_wording(lines[after].text), hyphenated=hyphenated)
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
        for line in lines[item.row[-1] + 1 : item.end]
        if not (line.is_blank or is_rule(line.text) or is_header(line) or is_footnote(line.text))
    ]
    return (inside[0].number, inside[-1].number) if inside else (0, 0)
