"""The table `statements`: what a further document says of a thing, in that document's graph."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.errors import DatasetError
from pcgraph.graph.book import Book, Quad
from pcgraph.graph.lines import ALT_LABEL, pcg, to_literal

_PREDICATES = {
    ("theme", "title"): ALT_LABEL,
    ("outcome", "title"): ALT_LABEL,
    ("measure", "title"): ALT_LABEL,
    ("measure", "source"): pcg("measureSource"),
    ("measure", "baseline"): pcg("baseline"),
    ("deliverable", "wording"): ALT_LABEL,
    ("deliverable", "source"): pcg("statedSource"),
    ("action", "wording"): ALT_LABEL,
    ("action", "source"): pcg("actionSource"),
    ("document", "tally-green"): pcg("tallyGreen"),
    ("document", "tally-amber"): pcg("tallyAmber"),
    ("document", "tally-red"): pcg("tallyRed"),
    ("document", "tally-white"): pcg("tallyWhite"),
}


def iter_statements(book: Book) -> Iterator[Quad]:
    """Each statement as the property that it speaks of; another wording is an `altLabel`.

    Raises:
        DatasetError: A row names a property that its subject does not have.
    """
    for row in book.rows("statements"):
        kind = book.find_kind(row["subject"]) or ""
        predicate = _PREDICATES.get((kind, row["property"]))
        if predicate is None:
            raise _explain(kind, row["subject"], row["property"])
        thing = book.thing(kind, row["subject"])
        yield from book.source(row).state(thing, predicate, to_literal(row["value"]), row["value"])


def _explain(kind: str, subject: str, name: str) -> DatasetError:
    known = sorted(other for owner, other in _PREDICATES if owner == kind)
    return DatasetError(
        f"statements.csv: the {kind} {subject} has no property “{name}”.",
        hint=f"Write one of: {', '.join(known)}.",
    )
