"""The tables `themes` and `outcomes`."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, describe_with_code
from pcgraph.graph.lines import LABEL, pcg, to_literal


def iter_themes(book: Book) -> Iterator[Quad]:
    """Each theme, with the plan that its id names."""
    for row in book.rows("themes"):
        theme, source, title = book.thing("theme", row["id"]), book.source(row), row["title"]
        yield from describe_with_code(theme, "Theme", row["id"], source.graph)
        yield from source.state(theme, LABEL, to_literal(title), title)
        if plan := book.plan_of_theme(row["id"]):
            yield from source.state(theme, pcg("inPlan"), book.thing("plan", plan), title)


def iter_outcomes(book: Book) -> Iterator[Quad]:
    """Each outcome, with its theme."""
    for row in book.rows("outcomes"):
        outcome, source, title = book.thing("outcome", row["id"]), book.source(row), row["title"]
        yield from describe_with_code(outcome, "Outcome", row["id"], source.graph)
        yield from source.state(outcome, LABEL, to_literal(title), title)
        yield from source.state(outcome, pcg("inTheme"), book.thing("theme", row["theme"]), title)
