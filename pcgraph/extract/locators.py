"""Running line numbers of a document turned into the places that people find in it."""

from __future__ import annotations

import re

from pcgraph.documents import Document
from pcgraph.extract.claims import Claims
from pcgraph.model import Row, get_table

_NUMBERS = re.compile(r"(\d+)(?:-(\d+))?(c\d+)?")


def translate_locators(claims: Claims, document: Document) -> None:
    """Give every locator of every claimed row the places of the document's lines.

    Extractors count lines whatever the format; this comes last. A text document's lines have no
    places, its locators stay as they are. A blank line counts as the last place before it.
    """
    places: dict[str, str] = {}
    place = ""
    for line in document.lines:
        place = line.place or place
        if place:
            places[str(line.number)] = place
    if not places:
        return
    for name, rows in claims.tables.items():
        columns = [column.name for column in get_table(name).columns if column.kind == "locator"]
        if columns:
            claims.tables[name] = [_translate_row(row, columns, places) for row in rows]


def _translate_row(row: Row, columns: list[str], places: dict[str, str]) -> Row:
    return {**row, **{name: to_place(row[name], places) for name in columns}}


def to_place(locator: str, places: dict[str, str]) -> str:
    """A locator of line numbers as one of places; anything else stays as it is.

    >>> to_place("34-36c3", {"34": "t2r7", "36": "t2r9"}), to_place("", {})
    ('t2r7-t2r9c3', '')
    """
    match = _NUMBERS.fullmatch(locator)
    if not match or match[1] not in places:
        return locator
    first = places[match[1]]
    last = places.get(match[2] or "", first)
    return f"{first}{f'-{last}' if last != first else ''}{match[3] or ''}"
