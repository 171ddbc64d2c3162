"""The table `plans`: no row of it has a document of its own, so each stands in the graphs of those that name it."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import LABEL, pcg, to_date, to_literal
from pcgraph.model import Row


def iter_plans(book: Book) -> Iterator[Quad]:
    """Each plan, in the graph of every document of this plan or of a plan under it."""
    graphs = _find_graphs(book)
    for row in book.rows("plans"):
        for graph in sorted(graphs.get(row["id"], {book.register})):
            yield from _iter_plan(book, row, graph)


def _find_graphs(book: Book) -> dict[str, set[str]]:
    named = [(row["plan"], row["id"]) for row in book.rows("documents") if row["plan"]]
    named += [(row["plan"], row["document"]) for row in book.rows("deliverables")]
    graphs: dict[str, set[str]] = {}
    for plan, document in set(named):
        for above in book.plans_above[plan]:
            graphs.setdefault(above, set()).add(book.document_graph(document))
    return graphs


def _iter_plan(book: Book, row: Row, graph: str) -> Iterator[Quad]:
    plan = book.thing("plan", row["id"])
    yield from describe(plan, "Plan", row["id"], graph)
    yield f"{plan} {LABEL} {to_literal(row['title'])}", graph
    for column, name in (("start", "startDate"), ("end", "endDate")):
        if row[column]:
            yield f"{plan} {pcg(name)} {to_date(row[column])}", graph
    if row["parent"]:
        yield f"{plan} {pcg('partOfPlan')} {book.thing('plan', row['parent'])}", graph
