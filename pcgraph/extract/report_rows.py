"""The rows of a monitoring report: every line that may begin an item, taken apart.

A row is printed as a table's row (`1⇥Force⇥Wording⇥G`), as a line of text (`2 NOPCC DH Wording`),
or over several lines with the RAG letter on one of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pcgraph.documents import Line
from pcgraph.extract.clean import clean_wording, is_rule, join_lines
from pcgraph.extract.codes import find_leading_codes, looks_like_code, split_codes
from pcgraph.extract.report_marks import LETTERS

MIN_WORDS = 3
"""Fewer words are no deliverable."""

_NUMBERED = re.compile(r"^(\d{1,5})[.)]?\s+(\S.*)$")
_UNDOTTED = re.compile(r"^\d{1,5}\s+([A-Z][A-Za-z]+)\s+[A-Z‘'“\"]")
_NUMBER = re.compile(r"^(\d{1,5})\s?[.)]?$")
_RAG = re.compile(r"^\W*(g|a|r|w|green|amber|red|white)(?:\s?\([a-z]{1,3}\))?\W*$", re.IGNORECASE)
_TRAILING_RAG = re.compile(r"(?<=[.\w’'”)])\s+([A-Z]{1,3})$")
_HEADINGS = {
    "number": re.compile(r"^(?:no|ref|number|#)\b\.?$", re.IGNORECASE),
    "responsible": re.compile(r"organisa|\blead\b|\bowner\b|responsib", re.IGNORECASE),
    "wording": re.compile(r"deliverable|\bactions?\b|objective|activit", re.IGNORECASE),
    "rag": re.compile(r"\brag\b|\bstatus\b|\brating\b", re.IGNORECASE),
}
_OFTEN = 3


@dataclass(slots=True)
class ReportItem:
    """One item of a report.

    Attributes:
        number: As printed; "" where it is lost.
        responsible: The responsibility cell as printed.
        wording: The deliverable as printed.
        rag: The letter printed, or "".
        row: Indexes of the lines that hold the row.
        rag_line: Index of the line below that holds nothing but the letter, or -1.
        is_table: Whether it is printed as a table's row.
        place: Its number, restored where it is lost.
        end: Index of the line behind the item's last.
        notes: What a reader must know of the row: kind of anomaly and message.
    """

    number: str
    responsible: str
    wording: str
    rag: str
    row: list[int]
    is_table: bool
    place: int = 0
    end: int = 0
    rag_line: int = -1
    notes: list[tuple[str, str]] = field(default_factory=list)


class Columns(NamedTuple):
    """Which cell of a table's row holds what; -1 for the last, None where the table has no such column."""

    number: int = 0
    responsible: int | None = 1
    wording: int = 2
    rag: int = -1


class Layout(NamedTuple):
    """What a report's rows look like.

    Attributes:
        columns: Which cell holds what.
        codes: The responsibility codes that the report prints.
        hyphenated: The document's hyphenated words.
        marks: The RAG letter of each further mark that the status key explains.
    """

    columns: Columns
    codes: frozenset[str]
    hyphenated: frozenset[str]
    marks: Mapping[str, str]

    def parse_rag(self, text: str) -> str:
        """The RAG letter that a cell or line consists of, also by the key's own marks, or ""."""
        return parse_rag(text) or self.marks.get(clean_wording(text).strip(" ()[]."), "")

    def cut_rag(self, wording: str) -> tuple[str, str]:
        """A wording without the RAG letter or mark that ends it, and the letter, or ""."""
        match = _TRAILING_RAG.search(wording)
        letters = {**self.marks, **{letter: letter for letter in LETTERS.values()}}
        return (wording[: match.start()], letters[match[1]]) if match and match[1] in letters else (wording, "")

    def is_coded(self, responsible: str) -> bool:
        """Whether a responsibility cell holds codes and nothing else."""
        codes = split_codes(responsible)
        return bool(codes) and all(code in self.codes or looks_like_code(code) for code in codes)


def is_header(line: Line) -> bool:
    """Whether a line is the header of a table of items."""
    cells = [clean_wording(cell) for cell in line.cells]
    has_number = len(cells) > 2 and bool(_HEADINGS["number"].match(cells[0]))
    return has_number and any(_HEADINGS["rag"].search(cell) for cell in cells[1:])


def find_columns(header: Line) -> Columns:
    """The columns that a table's header names; the usual ones where it is no header."""
    if not is_header(header):
        return Columns()
    cells = [clean_wording(cell) for cell in header.cells]
    found = {name: next((i for i, cell in enumerate(cells) if h.search(cell)), None) for name, h in _HEADINGS.items()}
    wording = found["wording"] if found["wording"] is not None else 2
    responsible = found["responsible"] if found["responsible"] != wording else None
    rag = found["rag"] if found["rag"] is not None else -1
    return Columns(0, responsible, wording, -1 if rag == len(cells) - 1 else rag)


def parse_rag(text: str) -> str:
    """The RAG letter that a cell or line consists of, or "".

    >>> parse_rag("G"), parse_rag("**Amber**"), parse_rag("Agreed")
    ('G', 'A', '')
    """
    match = _RAG.match(clean_wording(text))
    return LETTERS.get(match[1].lower(), match[1].upper()) if match else ""


def find_codes(lines: Sequence[Line], columns: Columns) -> frozenset[str]:
    """The codes that a report prints in a cell of their own, alone behind a number, or time and again there."""
    codes: set[str] = set()
    leading: Counter[str] = Counter()
    for line in lines:
        cells = line.cells
        if len(cells) > 2:
            cell = _get(list(cells), columns.responsible)
            if _NUMBER.match(cells[0]) and len(cell.split()) <= MIN_WORDS:
                codes.update(split_codes(clean_wording(cell)))
        elif len(cells) == 1:
            text = clean_wording(line.text)
            if (match := _NUMBERED.match(text)) and len(match[2].split()) == 1:
                codes.add(match[2])
            elif match := _UNDOTTED.match(text):
                leading[match[1]] += 1
    codes.update(word for word, count in leading.items() if count >= _OFTEN)
    return frozenset(code for code in codes if re.match(r"[A-Z][A-Za-z]", code))


def iter_candidates(lines: Sequence[Line], start: int, stop: int, layout: Layout) -> Iterator[ReportItem]:
    """Every line that may begin an item, with a number or without."""
    last: ReportItem | None = None
    lone: tuple[str, int] | None = None
    for index in range(start, stop):
        line = lines[index]
        if line.is_blank or is_rule(line.text) or is_header(line):
            continue
        if number := _NUMBER.match(line.text.strip()):
            lone = (number[1], index)
            continue
        if "\t" in line.text:
            if last and _is_continuation(last, line, index, layout.columns):
                _continue_row(last, line, index, layout)
                continue
            found = _read_table_row(line, index, layout)
        else:
            found = _read_text_row(line, index, layout)
        if found and lone and not found.number:
            found.number, found.row = lone[0], [lone[1], *found.row]
        lone = None
        if found:
            yield found
        last = found if found and found.is_table else None


def _get(cells: list[str], column: int | None) -> str:
    return "" if column is None or column >= len(cells) else cells[column]


def _read_table_row(line: Line, index: int, layout: Layout) -> ReportItem | None:
    columns = layout.columns
    cells = [clean_wording(cell) for cell in line.cells]
    number = _NUMBER.match(cells[columns.number])
    responsible, wording = _get(cells, columns.responsible), _get(cells, columns.wording)
    if len(cells) < 3 or (cells[0] and not number) or len(wording.split()) < MIN_WORDS:
        return None
    if not _looks_responsible(responsible):
        return None
    rag = layout.parse_rag(_get(cells, columns.rag))
    return ReportItem(number[1] if number else "", responsible, wording, rag, [index], is_table=True)


def _looks_responsible(cell: str) -> bool:
    """Whether a cell can hold responsibility codes: a few words, no figures."""
    return len(cell.split()) <= 6 and not any(character.isdigit() for character in cell)


def _is_continuation(item: ReportItem, line: Line, index: int, columns: Columns) -> bool:
    """Whether a table's row without a number goes on with the row just above it."""
    cells = list(line.cells)
    responsible, more = _get(cells, columns.responsible), clean_wording(_get(cells, columns.wording))
    if index != item.row[-1] + 1 or cells[0] or len(cells) < 3 or not (responsible or more):
        return False
    is_open = item.wording.endswith("-") or item.responsible.endswith(("/", "&", "+"))
    return is_open or more[:1].islower() or len(more.split()) < MIN_WORDS


def _continue_row(item: ReportItem, line: Line, index: int, layout: Layout) -> None:
    cells = [clean_wording(cell) for cell in line.cells]
    item.responsible = f"{item.responsible} {_get(cells, layout.columns.responsible)}".strip()
    item.wording = join_lines(item.wording, _get(cells, layout.columns.wording), hyphenated=layout.hyphenated)
    rag = layout.parse_rag(_get(cells, layout.columns.rag))
    if rag and item.rag and rag != item.rag:
        item.notes.append(("statements-disagree", f"The row prints {item.rag} and {rag}; the first was kept."))
    item.rag = item.rag or rag
    item.row.append(index)


def _read_text_row(line: Line, index: int, layout: Layout) -> ReportItem | None:
    text = clean_wording(line.text)
    match = _NUMBERED.match(text)
    responsible, wording = find_leading_codes(match[2] if match else text, layout.codes)
    if wording and not re.match(r"[A-Z‘'“\"0-9]", wording):
        return None
    if not match and not (responsible and len(wording.split()) >= MIN_WORDS):
        return None
    wording, rag = layout.cut_rag(wording)
    return ReportItem(match[1] if match else "", responsible, wording, rag, [index], is_table=False)
