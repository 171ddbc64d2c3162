"""The table `measures`: a tree under each outcome."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, Source, describe_with_code
from pcgraph.graph.lines import LABEL, pcg, to_literal
from pcgraph.model import Row


def iter_measures(book: Book) -> Iterator[Quad]:
    """Each measure: a root under its outcome, a nested one under its parent."""
    for row in book.rows("measures"):
        measure, source, title = book.thing("measure", row["id"]), book.source(row), row["title"]
        yield from describe_with_code(measure, "Measure", row["id"], source.graph)
        yield from source.state(measure, LABEL, to_literal(title), title)
        yield from _iter_place(book, row, source)
        for column, name in (("source", "measureSource"), ("baseline", "baseline")):
            if row[column]:
                yield from source.state(measure, pcg(name), to_literal(row[column]), row[column])


def _iter_place(book: Book, row: Row, source: Source) -> Iterator[Quad]:
    measure = book.thing("measure", row["id"])
    if row["parent"]:
        parent = book.thing("measure", row["parent"])
        yield from source.state(measure, pcg("partOfMeasure"), parent, row["title"])
    else:
        outcome = book.thing("outcome", row["outcome"])
        yield from source.state(outcome, pcg("measuredBy"), measure, row["title"])
