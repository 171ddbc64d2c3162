"""The headings of a tracker's tables: which column holds what, by a layout's synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pcgraph.dates import MONTHS
from pcgraph.documents import Document, Line
from pcgraph.extract.tracker.layout import WORDING, Layout, to_words

_MAX_HEADING = 90
_MAX_SUBHEADING = 40
_MIN_COLUMNS = 2
_SINGLE = frozenset({"ref", "action_ref", "theme", "deliverable", "action"})
"""Fields that one column of a table holds; a second heading of that meaning is taken for its next best."""

_QUARTER = re.compile(r"\b(?:q|qtr|quarter) ?([1-4])\b|\b([1-4])(?:st|nd|rd|th) quarter\b")
_MONTHS = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_TIME = re.compile(
    r"\b(?:(?:q|qtr|quarter) ?[1-4]|[1-4](?:st|nd|rd|th) quarter|\d{1,4}(?:st|nd|rd|th)?"
    rf"|{_MONTHS}|sept|as at|as of)\b"
)
_SHEET = re.compile(r"t\d+(?=r)")


@dataclass(frozen=True, slots=True)
class Heading:
    """What one column holds.

    Attributes:
        column: Counted from 0.
        field: One of `pcgraph.extract.tracker.layout.FIELDS`.
        quarter: 1 to 4 where the heading names one, else 0.
        text: As printed.
    """

    column: int
    field: str
    quarter: int
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """A row of headings, or two that belong together.

    Attributes:
        line: Its first line.
        headings: The columns that the layout knows, from left to right.
    """

    line: Line
    headings: tuple[Heading, ...]

    def columns(self, *fields: str) -> tuple[Heading, ...]:
        """The columns that hold one of the fields."""
        return tuple(heading for heading in self.headings if heading.field in fields)

    def find(self, field: str) -> int:
        """The first column that holds a field, or -1."""
        return next((heading.column for heading in self.columns(field)), -1)


def get_sheet(line: Line) -> str:
    """The sheet or Word table that a line stands in, such as `t2`; "" elsewhere.

    >>> get_sheet(Line(7, "", "t2r14p2")), get_sheet(Line(7, ""))
    ('t2', '')
    """
    match = _SHEET.match(line.place)
    return match[0] if match else ""


def read_marked(document: Document, layout: Layout) -> list[Line | Header]:
    """A document's lines, every row of headings that a layout knows in place of its lines."""
    marked: list[Line | Header] = []
    lines = document.lines
    index = 0
    while index < len(lines):
        below = lines[index + 1] if index + 1 < len(lines) else Line(0, "")
        headings, is_double = _read_header(lines[index], below, layout)
        marked.append(Header(lines[index], headings) if headings else lines[index])
        index += 2 if is_double else 1
    return marked


def _read_header(line: Line, below: Line, layout: Layout) -> tuple[tuple[Heading, ...], bool]:
    """The headings that a line begins, and whether the line under it belongs to them."""
    if line.text.count("\t") == 0:
        return (), False
    alone = match_headings(line.cells, layout)
    if get_sheet(line) != get_sheet(below) or not _is_subheading(below.cells, layout):
        return alone, False
    both = match_headings(_merge(line.cells, below.cells), layout)
    second = match_headings(below.cells, layout)
    if len(second) >= len(both):
        return (), False  # a band over the headings proper
    return both, bool(both)


def _merge(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Two rows of headings as one; a merged heading stands over every column that it spans."""
    merged, spanning = [], ""
    for column in range(max(len(above), len(below))):
        top = above[column] if column < len(above) else ""
        bottom = below[column] if column < len(below) else ""
        spanning = top or spanning
        merged.append(f"{top or spanning} {bottom}" if bottom else top)
    return merged


def _is_subheading(cells: Sequence[str], layout: Layout) -> bool:
    """Whether a row holds nothing but quarters, months and headings, and not in its first cell alone."""
    filled = [column for column, cell in enumerate(cells) if cell]
    if filled in ([], [0]) or any(len(cells[column]) > _MAX_SUBHEADING for column in filled):
        return False
    return all(_is_known(cells[column], layout) for column in filled)


def _is_known(cell: str, layout: Layout) -> bool:
    """Whether a cell is a time or a synonym word for word."""
    words = to_words(cell)
    meanings = _rank(words, layout)
    return not _without_time(words) or bool(meanings and meanings[0][1])


def match_headings(cells: Sequence[str], layout: Layout) -> tuple[Heading, ...]:
    """What each cell of a row of headings means; nothing where the row is none.

    A row of headings has the columns that the layout requires, two at least, and at least half of
    its cells are known.
    """
    filled = [cell for cell in cells if cell]
    if len(filled) < _MIN_COLUMNS or any(len(cell) > _MAX_HEADING for cell in filled):
        return ()
    headings = _assign(cells, layout)
    fields = {heading.field for heading in headings}
    known = fields | ({WORDING} if fields & {"deliverable", "action"} else set())
    useful = fields - {"ignore"}
    is_header = known.issuperset(layout.required) and len(useful) >= _MIN_COLUMNS and 2 * len(headings) >= len(filled)
    return headings if is_header else ()


def _assign(cells: Sequence[str], layout: Layout) -> tuple[Heading, ...]:
    """Each cell's best meaning that is still free: exact headings choose first, then from left to right.

    A quarter without further words heads what is said of that quarter.
    """
    ranked = [(column, _rank(to_words(cell), layout)) for column, cell in enumerate(cells) if cell]
    taken: set[str] = set()
    chosen: dict[int, str] = {}
    for column, meanings in sorted(ranked, key=lambda pair: (not (pair[1] and pair[1][0][1]), pair[0])):
        is_quarter = bool(_find_quarter(cells[column])) and not _without_time(to_words(cells[column]))
        free = (field for field, _ in meanings if field not in taken or field not in _SINGLE)
        field = next(free, "update" if is_quarter else "")
        if field:
            chosen[column] = field
            taken.add(field)
    return tuple(
        Heading(column, chosen[column], _find_quarter(cells[column]), cells[column]) for column in sorted(chosen)
    )


@lru_cache(maxsize=4096)
def _rank(heading: str, layout: Layout) -> tuple[tuple[str, bool], ...]:
    """What a heading may mean, best first, and whether it is a synonym word for word."""
    plain = _without_time(heading)
    found: dict[str, tuple[bool, int]] = {}
    for field, synonyms in layout.columns.items():
        lengths = [(synonym in (heading, plain), len(synonym)) for synonym in synonyms if _fits(plain, synonym)]
        if lengths:
            found[field] = max(lengths)
    order = sorted(found, key=lambda field: found[field], reverse=True)
    return tuple((field, found[field][0]) for field in order)


def _fits(heading: str, synonym: str) -> bool:
    """Whether a heading begins with a synonym's words, or consists of them for the better half."""
    if f" {synonym} " not in f" {heading} ":
        return False
    return heading.startswith(f"{synonym} ") or 2 * len(synonym.split()) >= len(heading.split())


def _without_time(heading: str) -> str:
    """A heading's words without quarter, year and month.

    >>> _without_time("q2 update 2024 25"), _without_time("q3")
    ('update', '')
    """
    return " ".join(_TIME.sub(" ", heading).split())


def _find_quarter(heading: str) -> int:
    match = _QUARTER.search(to_words(heading))
    return int(match[1] or match[2]) if match else 0


def iter_headers(marked: Sequence[Line | Header]) -> Iterator[Header]:
    """The rows of headings among a document's lines."""
    yield from (item for item in marked if isinstance(item, Header))
