"""The tables `deliverables` and `actions`."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, describe_with_code
from pcgraph.graph.lines import LABEL, pcg, to_literal
from pcgraph.model import get_table


def iter_deliverables(book: Book) -> Iterator[Quad]:
    """Each deliverable, with its plan, theme and number."""
    for row in book.rows("deliverables"):
        thing, source, words = book.thing("deliverable", row["id"]), book.source(row), row["wording"]
        yield from describe_with_code(thing, "Deliverable", row["id"], source.graph)
        yield from source.state(thing, LABEL, to_literal(words), words)
        yield from source.state(thing, pcg("inPlan"), book.thing("plan", row["plan"]), words)
        yield from source.state(thing, pcg("inTheme"), book.thing("theme", row["theme"]), words)
        yield from source.state(thing, pcg("number"), to_literal(row["number"]), row["number"])


def iter_actions(book: Book) -> Iterator[Quad]:
    """Each force action, with its deliverable and each source that its row names."""
    sources = next(column for column in get_table("actions").columns if column.name == "source")
    for row in book.rows("actions"):
        thing, source, words = book.thing("action", row["id"]), book.source(row), row["wording"]
        deliverable = book.thing("deliverable", row["deliverable"])
        yield from describe_with_code(thing, "ForceAction", row["id"], source.graph)
        yield from source.state(thing, LABEL, to_literal(words), words)
        yield from source.state(thing, pcg("implements"), deliverable, words)
        for value in sources.to_values(row["source"]):
            yield from source.state(thing, pcg("actionSource"), to_literal(value), value)
