"""The table `codes`: a code stands in the graphs of the reports that print it."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import LABEL, NOTATION, pcg, to_literal
from pcgraph.model import SEPARATOR, Row


def iter_codes(book: Book) -> Iterator[Quad]:
    """Each responsibility code: its letters, its kind, what it stands for."""
    graphs: dict[str, set[str]] = {}
    for update in book.rows("updates"):
        for code in filter(None, update["responsible"].split(SEPARATOR)):
            graphs.setdefault(code, set()).add(book.document_graph(update["report"]))
    for row in book.rows("codes"):
        for graph in sorted(graphs.get(row["code"], {book.register})):
            yield from _iter_code(book, row, graph)


def _iter_code(book: Book, row: Row, graph: str) -> Iterator[Quad]:
    code = book.thing("code", row["code"])
    yield from describe(code, "ResponsibilityCode", row["code"], graph)
    yield f"{code} {NOTATION} {to_literal(row['code'])}", graph
    yield f"{code} {LABEL} {to_literal(row['stands_for'] or row['code'])}", graph
    if row["kind"]:
        yield f"{code} {pcg('codeKind')} {to_literal(row['kind'])}", graph
