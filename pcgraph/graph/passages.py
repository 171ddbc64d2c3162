"""Passages: each update's narrative, where its source document is at hand; never exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import pcg, to_literal
from pcgraph.graph.narrative import Paragraph, iter_paragraphs
from pcgraph.model import SEPARATOR, Row

Sources = Mapping[str, Iterable[tuple[int, str]]]
"""The lines (number, text) of the documents at hand, by the document's id."""


def iter_passages(book: Book, sources: Sources) -> Iterator[Quad]:
    """Each paragraph of each update's narrative, in the passages graph of its document.

    An update whose span is not given in lines, or whose document is not at hand, has none.
    """
    lines = {document: dict(texts) for document, texts in sources.items()}
    for row in book.rows("updates"):
        first, last = row["line_first"], row["line_last"] or row["line_first"]
        texts = lines.get(row["report"])
        if texts is None or not (first.isdigit() and last.isdigit()):
            continue
        span = ((number, texts[number]) for number in range(int(first), int(last) + 1) if number in texts)
        dates = frozenset(row["dates"].split(SEPARATOR))
        for position, paragraph in enumerate(iter_paragraphs(span, dates), start=1):
            yield from _iter_passage(book, row, position, paragraph)


def _iter_passage(book: Book, row: Row, position: int, paragraph: Paragraph) -> Iterator[Quad]:
    graph = book.passages_graph(row["report"])
    passage_id = f"{row['id']}/{position}"
    passage = book.thing("passage", passage_id)
    yield f"{book.thing('update', row['id'])} {pcg('passage')} {passage}", graph
    yield from describe(passage, "Passage", passage_id, graph)
    yield f"{passage} {pcg('document')} {book.thing('document', row['report'])}", graph
    yield f"{passage} {pcg('line')} {to_literal(paragraph.line)}", graph
    yield f"{passage} {pcg('quote')} {to_literal(paragraph.text)}", graph
    yield f"{passage} {pcg('position')} {to_literal(str(position), 'integer')}", graph
    if paragraph.as_of:
        yield f"{passage} {pcg('asOf')} {to_literal(paragraph.as_of)}", graph
