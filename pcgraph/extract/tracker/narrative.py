"""Which cells of a tracker's row tell how it goes, and when they say that they were written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from pcgraph.dates import DATE, parse_date
from pcgraph.extract.fragments import to_locator
from pcgraph.extract.tracker.headings import Heading
from pcgraph.extract.tracker.layout import Layout
from pcgraph.extract.tracker.rows import Entry
from pcgraph.extract.tracker.status import read_status

_UPDATE_DATE = re.compile(
    rf"(?:^|[.;!?|]\s+)\W*({DATE})\s*[:–—-]|\bupdated?\b(?:\s+(?:as\s+(?:at|of)|on))?[\s:–-]*({DATE})", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?: [\d:]+)?")


class Narrative(NamedTuple):
    """The cells of a row's narrative.

    Attributes:
        first: Locator of its first cell, such as `52c8`, or "".
        last: Locator of its last cell: a rectangle, as between two corners in a spreadsheet.
        quarter: The quarter of its column, 1 to 4, or 0.
        dates: When it says that it was updated.
    """

    first: str
    last: str
    quarter: int
    dates: tuple[str, ...]


def read_narrative(entry: Entry, layout: Layout) -> Narrative:
    """The narrative of a row: the filled column of the latest quarter, or the columns side by side that have none."""
    chosen = _choose(_find_filled(entry, layout))
    dates = _find_dates(entry, chosen)
    if not chosen:
        return Narrative("", "", 0, dates)
    first = to_locator(entry.first.number, cell=chosen[0].column + 1)
    last = to_locator(entry.last.number, cell=chosen[-1].column + 1)
    return Narrative(first, last, chosen[0].quarter, dates)


def _find_filled(entry: Entry, layout: Layout) -> list[Heading]:
    bare = find_bare(entry, layout)
    return [heading for heading in entry.header.columns("update") if entry.at(heading.column) and heading not in bare]


def find_bare(entry: Entry, layout: Layout) -> list[Heading]:
    """The quarters' columns that hold a status and no words, where no column is headed as the status."""
    if entry.header.columns("rag", "status"):
        return []
    quarters = [heading for heading in entry.header.columns("update") if heading.quarter]
    read = [(heading, read_status(entry.at(heading.column), layout)) for heading in quarters]
    return [heading for heading, status in read if status.letter and not status.rest]


def _choose(filled: Sequence[Heading]) -> list[Heading]:
    latest = max((heading.quarter for heading in filled), default=0)
    if latest:
        return [heading for heading in filled if heading.quarter == latest][-1:]
    beside = takewhile(lambda pair: pair[1].column == pair[0].column + 1, pairwise(filled))
    return [*filled[:1], *(after for _, after in beside)]


def find_latest_quarter(entries: Sequence[Entry]) -> int:
    """The latest quarter of whose column of updates or statuses a cell is filled, or 0."""
    return max(
        (h.quarter for entry in entries for h in entry.header.columns("update", "rag", "status") if entry.at(h.column)),
        default=0,
    )


def find_unread(entry: Entry, layout: Layout) -> list[str]:
    """The headings of filled columns of updates that stand apart from those read."""
    filled = _find_filled(entry, layout)
    chosen = _choose(filled)
    return [heading.text for heading in filled if heading not in chosen and not heading.quarter]


def _find_dates(entry: Entry, chosen: Sequence[Heading]) -> tuple[str, ...]:
    texts = [entry.at(heading.column) for heading in chosen]
    found = [parse_date(one or other) for text in texts for one, other in _UPDATE_DATE.findall(text)]
    found += [parse_cell_date(entry.at(heading.column)) for heading in entry.header.columns("updated")]
    return tuple(dict.fromkeys(filter(None, found)))


def parse_cell_date(cell: str) -> str:
    """A date cell in ISO form, as printed or as Excel's dates are read; "" for anything else.

    >>> parse_cell_date("2024-03-01 00:00"), parse_cell_date("1.3.24"), parse_cell_date("Ongoing")
    ('2024-03-01', '2024-03-01', '')
    """
    match = _ISO.fullmatch(cell.strip())
    return match[1] if match else parse_date(cell)
