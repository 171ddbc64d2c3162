"""Made-up texts for the tests of the recogniser, and how its findings are read."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.documents import Document, Line
from pcgraph.documents.narrative import Paragraph
from pcgraph.extract.names import Found, find_mentions
from pcgraph.extract.texts import Text
from pcgraph.model import Row, get_table

COVER = ("Report to: Thornshire Police and Crime Panel", "Thornshire Police and its partners")


def make_texts(*paragraphs: str, subject: str = "t1/1") -> list[Text]:
    """Paragraphs of one update's narrative, on lines 11, 12 and so on."""
    pieces = (Paragraph(words, "", ((0, str(number)),)) for number, words in enumerate(paragraphs, start=11))
    return [Text(subject, piece, is_narrative=True) for piece in pieces]


def read(*paragraphs: str, register: Sequence[Row] = ()) -> Found:
    """What is found in a document whose cover names the force, and which has these paragraphs."""
    lines = tuple(Line(number, words) for number, words in enumerate((*COVER, *paragraphs), start=1))
    document = Document("t1", "t1.txt", "", lines)
    return find_mentions(make_texts(*paragraphs), register=register, document=document)


def list_names(*paragraphs: str, register: Sequence[Row] = ()) -> list[tuple[str, str]]:
    """Surface and kind of each mention but those of the force and the commissioner's office."""
    found = read(*paragraphs, register=register)
    return [(one.surface, one.kind) for one in found.mentions if one.kind != "organisation"]


def make_row(identifier: str, kind: str, name: str, **cells: str) -> Row:
    """A row of the register."""
    row = dict.fromkeys(get_table("entities").names, "")
    return row | {"id": identifier, "kind": kind, "name": name, "status": "agreed"} | cells
