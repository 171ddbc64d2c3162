"""The table `lineage`: which deliverable of an earlier plan a later one was judged to take up."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad
from pcgraph.graph.judgements import iter_judgement, to_judgement_graph
from pcgraph.graph.lines import pcg
from pcgraph.graph.reviews import is_rejected
from pcgraph.model import Row


def iter_lineage(book: Book) -> Iterator[Quad]:
    """Each link that nobody rejected: its node, and the short way from the earlier to the later."""
    for row in book.rows("lineage"):
        if not is_rejected(row):
            label = f"{row['later']} {row['relation']} {row['earlier']}"
            yield from iter_judgement(book, row, table="lineage", label=label, facts=_iter_facts(book, row))
            later, earlier = (book.thing("deliverable", row[name]) for name in ("later", "earlier"))
            yield f"{earlier} {pcg('continuedBy')} {later}", to_judgement_graph(book, row)


def _iter_facts(book: Book, row: Row) -> Iterator[tuple[str, str]]:
    for name in ("later", "earlier"):
        yield pcg(name), book.thing("deliverable", row[name])
    yield pcg("lineageRelation"), pcg(f"lineage-{row['relation']}")
