"""The table `documents`: each document in the graph of what it states."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import CREATOR, LABEL, TYPE, pcg, to_date, to_literal
from pcgraph.model import Row

_TEXTS = {
    "title": LABEL,
    "period": pcg("period"),
    "meeting_body": pcg("meetingBody"),
    "agenda_item": pcg("agendaItem"),
    "version": pcg("version"),
    "marking": pcg("marking"),
    "author": CREATOR,
    "filename": pcg("filename"),
    "sha256": pcg("sha256"),
}
_LINKS = {"plan": "inPlan", "theme": "inTheme"}


def iter_documents(book: Book) -> Iterator[Quad]:
    """Each document: kind, plan, theme, meeting, file."""
    for row in book.rows("documents"):
        graph = book.document_graph(row["id"])
        document = book.thing("document", row["id"])
        yield from describe(document, "SourceDocument", row["id"], graph)
        for triple in _iter_triples(book, row):
            yield f"{document} {triple}", graph


def _iter_triples(book: Book, row: Row) -> Iterator[str]:
    if row["kind"] == "monitoring-report":
        yield f"{TYPE} {pcg('MonitoringReport')}"
    yield f"{pcg('documentKind')} {pcg(row['kind'])}"
    for column, predicate in _TEXTS.items():
        if row[column]:
            yield f"{predicate} {to_literal(row[column])}"
    for kind, name in _LINKS.items():
        if row[kind]:
            yield f"{pcg(name)} {book.thing(kind, row[kind])}"
    if row["meeting_date"]:
        yield f"{pcg('meetingDate')} {to_date(row['meeting_date'])}"
    if row["supersedes"]:
        yield f"{pcg('supersedes')} {book.thing('document', row['supersedes'])}"
