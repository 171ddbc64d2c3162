"""What follows from a thing's place: the short ways to theme, plan, outcome and responsible code."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad
from pcgraph.graph.lines import pcg
from pcgraph.model import SEPARATOR

Place = tuple[str, str, str, str]
"""Kind and id of a thing, its theme and its plan."""


def iter_places(book: Book) -> Iterator[Quad]:
    """`inTheme` and `inPlan` of what states them only through what it stands under."""
    for kind, thing_id, theme, plan in _iter_places(book):
        thing = book.thing(kind, thing_id)
        if theme:
            yield f"{thing} {pcg('inTheme')} {book.thing('theme', theme)}", book.inferred
        if plan:
            yield f"{thing} {pcg('inPlan')} {book.thing('plan', plan)}", book.inferred


def _iter_places(book: Book) -> Iterator[Place]:
    for row in book.rows("outcomes"):
        yield "outcome", row["id"], "", book.plan_of_theme(row["theme"])
    for row in book.rows("measures"):
        theme = book.theme_of_outcome(row["outcome"])
        yield "measure", row["id"], theme, book.plan_of_theme(theme)
    for row in book.rows("actions"):
        deliverable = book.by_id("deliverables")[row["deliverable"]]
        yield "action", row["id"], deliverable["theme"], deliverable["plan"]


def iter_nested_measures(book: Book) -> Iterator[Quad]:
    """`measuredBy` from the outcome to each measure that is a part of another."""
    for row in book.rows("measures"):
        if row["parent"]:
            outcome, measure = book.thing("outcome", row["outcome"]), book.thing("measure", row["id"])
            yield f"{outcome} {pcg('measuredBy')} {measure}", book.inferred


def iter_responsible(book: Book) -> Iterator[Quad]:
    """`responsible` from a deliverable to each code that an update of it names."""
    pairs = {
        (row["deliverable"], code)
        for row in book.rows("updates")
        if row["deliverable"]
        for code in row["responsible"].split(SEPARATOR)
        if code
    }
    for deliverable, code in sorted(pairs):
        yield (
            f"{book.thing('deliverable', deliverable)} {pcg('responsible')} {book.thing('code', code)}",
            book.inferred,
        )
