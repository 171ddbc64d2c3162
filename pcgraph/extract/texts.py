"""What is searched for names and figures: the narratives of updates, and official wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from pcgraph.documents import Document
from pcgraph.documents.cells import cut_cells, split_cell
from pcgraph.documents.narrative import Paragraph, iter_paragraphs
from pcgraph.extract.claims import Claims
from pcgraph.model import SEPARATOR, Row

_WORDED = {"deliverables": "wording", "actions": "wording", "measures": "title"}
"""The tables whose official wordings name things, with the column of the wording."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of a narrative, or an official wording, and what it speaks of.

    Attributes:
        subject: The id of the update, deliverable, action or measure.
        paragraph: The words, the places that hold them, and their date.
        is_narrative: Whether it is a paragraph of an update, not an official wording.
        role: The role of every name in it, where its column says so, else "".
    """

    subject: str
    paragraph: Paragraph
    is_narrative: bool
    role: str = ""

    @property
    def words(self) -> str:
        """The text itself, one line."""
        return self.paragraph.text


def iter_texts(claims: Claims, document: Document) -> Iterator[Text]:
    """Every text of one document that names things, in the order of the tables.

    Args:
        claims: What the document's tables hold already; their locators are line numbers.
        document: The document's lines.
    """
    for table, column in _WORDED.items():
        for row in claims.tables.get(table, ()):
            yield Text(row["id"], Paragraph(row[column], "", ((0, row["line"]),)), is_narrative=False)
    for subject, line, words in claims.partners:
        yield Text(subject, Paragraph(words, "", ((0, line),)), is_narrative=False, role="supports")
    for row in claims.tables.get("updates", ()):
        for paragraph in iter_narrative(row, document):
            yield Text(row["id"], paragraph, is_narrative=True)


def iter_narrative(update: Row, document: Document) -> Iterator[Paragraph]:
    """The paragraphs of one update's narrative."""
    first, cell = split_cell(update["line_first"])
    last, last_cell = split_cell(update["line_last"] or update["line_first"])
    if first:
        span = [(str(line.number), line.text) for line in document.lines[int(first) - 1 : int(last)]]
        yield from iter_paragraphs(cut_cells(span, cell, last_cell), update["dates"].split(SEPARATOR))


def add_passages(claims: Claims, document: Document) -> None:
    """Add the row of every paragraph of every update: where it stands, its date, its fingerprint."""
    for update in claims.tables.get("updates", ()):
        for position, paragraph in enumerate(iter_narrative(update, document), start=1):
            claims.add(
                "passages",
                update=update["id"],
                position=str(position),
                line=paragraph.line,
                as_of=paragraph.as_of,
                digest=to_digest(paragraph.text),
            )


def to_digest(text: str) -> str:
    """A fingerprint of a paragraph's letters and figures: the first 64 bits of their SHA-256.

    >>> to_digest("The SNA was published.") == to_digest("the  SNA was published")
    True
    """
    return sha256(re.sub(r"[\W_]+", "", text.casefold()).encode()).hexdigest()[:16]
