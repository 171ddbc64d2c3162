"""The tables `posts` and `leads`: a post stands in the graphs of the documents that name it as a lead."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import ALT_LABEL, LABEL, pcg, to_literal
from pcgraph.model import SEPARATOR, Row


def iter_posts(book: Book) -> Iterator[Quad]:
    """Each post: its title, its unit, its other spellings."""
    graphs: dict[str, set[str]] = {}
    for lead in book.rows("leads"):
        graphs.setdefault(lead["post"], set()).add(book.document_graph(lead["document"]))
    for row in book.rows("posts"):
        for graph in sorted(graphs.get(row["id"], {book.register})):
            yield from _iter_post(book, row, graph)


def _iter_post(book: Book, row: Row, graph: str) -> Iterator[Quad]:
    post = book.thing("post", row["id"])
    label = row["title"] or f"{row['unit'] or row['id']} (post not given)"
    yield from describe(post, "Post", row["id"], graph)
    yield f"{post} {LABEL} {to_literal(label)}", graph
    if not row["title"]:
        yield f"{post} {pcg('postNotGiven')} {to_literal('true', 'boolean')}", graph
    if row["unit"]:
        yield f"{post} {pcg('unit')} {to_literal(row['unit'])}", graph
    for alias in sorted(set(filter(None, row["aliases"].split(SEPARATOR)))):
        yield f"{post} {ALT_LABEL} {to_literal(alias)}", graph


def iter_leads(book: Book) -> Iterator[Quad]:
    """Each lead: a deliverable or an action and the post that leads it."""
    for row in book.rows("leads"):
        kind = book.find_kind(row["subject"]) or "deliverable"
        subject, post = book.thing(kind, row["subject"]), book.thing("post", row["post"])
        yield from book.source(row).state(subject, pcg("ledBy"), post, row["raw"])
