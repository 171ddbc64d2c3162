"""Passages: where each paragraph of an update stands, and its words where the source is at hand.

The words lie in graphs of their own, which are never exported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pcgraph.documents.cells import cut_cells, split_cell
from pcgraph.documents.narrative import Paragraph, iter_paragraphs
from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import pcg, to_literal
from pcgraph.model import SEPARATOR, Row

Sources = Mapping[str, Sequence[tuple[str, str]]]
"""The lines (place, text) of the documents at hand in order, by the document's id."""


def iter_passage_rows(book: Book) -> Iterator[Quad]:
    """The table `passages`: each paragraph without its words, in the graph of its report."""
    for row in book.rows("passages"):
        graph = book.document_graph(row["document"])
        passage, place = book.thing("passage", f"{row['update']}/{row['position']}"), (row["position"], row["line"])
        yield from _iter_place(book, row["update"], row["document"], place, graph)
        if row["as_of"]:
            yield f"{passage} {pcg('asOf')} {to_literal(row['as_of'])}", graph
        if row["repeats"]:
            yield f"{passage} {pcg('repeats')} {book.thing('document', row['repeats'])}", graph


def iter_passages(book: Book, sources: Sources) -> Iterator[Quad]:
    """Each paragraph of each update's narrative, in the passages graph of its document.

    An update whose span is not given in lines, or whose document is not at hand, has none. The
    date of what an earlier report printed is that of the table `passages`, not the one above it.
    """
    repeated = {(row["update"], row["position"]) for row in book.rows("passages") if row["repeats"]}
    places = {document: {place: i for i, (place, _) in enumerate(texts)} for document, texts in sources.items()}
    for row in book.rows("updates"):
        known = places.get(row["report"], {})
        (first_place, cell), (last_place, last_cell) = map(split_cell, (row["line_first"], row["line_last"]))
        first, last = known.get(first_place), known.get(last_place or first_place)
        if first is None or last is None:
            continue
        span = cut_cells(sources[row["report"]][first : last + 1], cell, last_cell or cell)
        dates = frozenset(row["dates"].split(SEPARATOR))
        for position, paragraph in enumerate(iter_paragraphs(span, dates), start=1):
            is_old = (row["id"], str(position)) in repeated
            yield from _iter_passage(book, row, position, replace(paragraph, as_of="") if is_old else paragraph)


def _iter_passage(book: Book, row: Row, position: int, paragraph: Paragraph) -> Iterator[Quad]:
    graph = book.passages_graph(row["report"])
    passage = book.thing("passage", f"{row['id']}/{position}")
    yield from _iter_place(book, row["id"], row["report"], (str(position), paragraph.line), graph)
    yield f"{passage} {pcg('quote')} {to_literal(paragraph.text)}", graph
    if paragraph.as_of:
        yield f"{passage} {pcg('asOf')} {to_literal(paragraph.as_of)}", graph


def _iter_place(book: Book, update: str, document: str, place: tuple[str, str], graph: str) -> Iterator[Quad]:
    """What a passage is part of, and its position and line."""
    position, line = place
    passage_id = f"{update}/{position}"
    passage = book.thing("passage", passage_id)
    yield f"{book.thing('update', update)} {pcg('passage')} {passage}", graph
    yield from describe(passage, "Passage", passage_id, graph)
    yield f"{passage} {pcg('document')} {book.thing('document', document)}", graph
    yield f"{passage} {pcg('position')} {to_literal(position, 'integer')}", graph
    if line:
        yield f"{passage} {pcg('line')} {to_literal(line)}", graph
