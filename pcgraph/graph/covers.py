"""What each document could have spoken of: the plans and themes within which its silence counts."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad
from pcgraph.graph.lines import pcg
from pcgraph.model import Row

_KINDS_BY_TABLE = {
    "outcomes": "outcome",
    "measures": "measure",
    "deliverables": "deliverable",
    "actions": "action",
}


def iter_covers(book: Book) -> Iterator[Quad]:
    """`covers` (a theme) and `coversPlan` (a plan), for each document.

    A document covers the theme and plan that it names for itself, and those of whatever it
    states something about.
    """
    found: set[tuple[str, str, str]] = set()
    for row in book.rows("documents"):
        found.add((row["id"], "theme", row["theme"]))
        found.add((row["id"], "plan", row["plan"]))
    found |= {(row["document"], "theme", row["id"]) for row in book.rows("themes")}
    for document, kind, thing_id in _iter_spoken_of(book):
        theme, plan = _find_place(book, kind, thing_id)
        found |= {(document, "theme", theme), (document, "plan", plan)}
    for document, kind, thing_id in sorted(found):
        if thing_id:
            name = "covers" if kind == "theme" else "coversPlan"
            yield (
                f"{book.thing('document', document)} {pcg(name)} {book.thing(kind, thing_id)}",
                book.inferred,
            )


def _iter_spoken_of(book: Book) -> Iterator[tuple[str, str, str]]:
    """Each document with kind and id of a thing that it states something about."""
    for table, kind in _KINDS_BY_TABLE.items():
        yield from ((row["document"], kind, row["id"]) for row in book.rows(table))
    for table in ("statements", "leads"):
        for row in book.rows(table):
            kind = book.find_kind(row["subject"]) or ""
            if kind in _KINDS_BY_TABLE.values():
                yield row["document"], kind, row["subject"]
    for row in book.rows("updates"):
        if row["deliverable"]:
            yield row["report"], "deliverable", row["deliverable"]


def _find_place(book: Book, kind: str, thing_id: str) -> tuple[str, str]:
    """Theme and plan of an outcome, measure, deliverable or action."""
    if kind in ("outcome", "measure"):
        outcome = thing_id if kind == "outcome" else book.by_id("measures")[thing_id]["outcome"]
        theme = book.theme_of_outcome(outcome)
        return theme, book.plan_of_theme(theme)
    row: Row = book.by_id("deliverables")[
        thing_id if kind == "deliverable" else book.by_id("actions")[thing_id]["deliverable"]
    ]
    return row["theme"], row["plan"]
