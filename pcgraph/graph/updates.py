"""The table `updates`: what each report says of each deliverable."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, Source, describe
from pcgraph.graph.lines import LABEL, pcg, to_literal
from pcgraph.model import SEPARATOR, Row

RAG_NAMES = {"G": "Green", "A": "Amber", "R": "Red", "W": "White"}
"""The concept of each RAG letter."""


def iter_updates(book: Book) -> Iterator[Quad]:
    """Each update: its row (deliverable, codes, RAG letter) and the dates of its narrative."""
    for row in book.rows("updates"):
        update = book.thing("update", row["id"])
        source = Source(book, row["report"], row["line"])
        yield from describe(update, "ProgressUpdate", row["id"], source.graph)
        yield from source.state(update, LABEL, to_literal(row["wording"]), row["wording"])
        for name, value, quote in _iter_facts(book, row):
            yield from source.state(update, pcg(name), value, quote)
        yield from _iter_narrative(book, row)


def _iter_facts(book: Book, row: Row) -> Iterator[tuple[str, str, str]]:
    yield "inReport", book.thing("document", row["report"]), row["wording"]
    if row["deliverable"]:
        yield "reportsOn", book.thing("deliverable", row["deliverable"]), row["wording"]
    if row["number"]:
        yield "number", to_literal(row["number"]), row["number"]
    if row["rag"]:
        yield "rag", pcg(RAG_NAMES[row["rag"]]), row["rag"]
    if raw := row["responsible_raw"]:
        yield "responsibleRaw", to_literal(raw), raw
    for code in _split(row["responsible"]):
        yield "responsible", book.thing("code", code), raw or code


def _iter_narrative(book: Book, row: Row) -> Iterator[Quad]:
    first, last = row["line_first"], row["line_last"]
    update = book.thing("update", row["id"])
    source = Source(book, row["report"], _to_span(first, last) or row["line"])
    for column, name in (("dates", "updateDate"), ("authors", "updateAuthor")):
        for value in _split(row[column]):
            yield from source.state(update, pcg(name), to_literal(value), value)
    for line, name in ((first, "lineFirst"), (last, "lineLast")):
        if line:
            yield source.note(update, pcg(name), to_literal(line))


def _to_span(first: str, last: str) -> str:
    return f"{first}-{last}" if first.isdigit() and last.isdigit() and first != last else first


def _split(cell: str) -> list[str]:
    return sorted(set(filter(None, cell.split(SEPARATOR))))
