"""The table `anomalies`, in the inferred graph: a rule found them, no document states them."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import LABEL, pcg, to_literal
from pcgraph.graph.reviews import is_rejected
from pcgraph.model import Row


def to_anomaly_id(row: Row) -> str:
    """An anomaly's id, made from its key: document, line, code, and subject where there is one."""
    return "/".join([row["document"], row["line"], row["code"], *filter(None, [row["subject"]])])


def iter_anomalies(book: Book) -> Iterator[Quad]:
    """Each anomaly that nobody rejected: code, severity, place, and the thing concerned where its id is known."""
    for row in filter(lambda row: not is_rejected(row), book.rows("anomalies")):
        anomaly_id = to_anomaly_id(row)
        anomaly = book.thing("anomaly", anomaly_id)
        yield from describe(anomaly, "Anomaly", anomaly_id, book.inferred)
        for predicate, value in _iter_properties(book, row):
            yield f"{anomaly} {predicate} {value}", book.inferred


def _iter_properties(book: Book, row: Row) -> Iterator[tuple[str, str]]:
    yield LABEL, to_literal(row["message"])
    yield pcg("anomalyCode"), to_literal(row["code"])
    yield pcg("severity"), to_literal(row["severity"])
    yield pcg("document"), book.thing("document", row["document"])
    if row["line"]:
        yield pcg("line"), to_literal(row["line"])
    if kind := book.find_kind(row["subject"]):
        yield pcg("about"), book.thing(kind, row["subject"])
