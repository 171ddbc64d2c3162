"""What every judgement says of itself: class, id, label, who, when, why and how sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import LABEL, pcg, to_literal
from pcgraph.graph.reviews import find_review_state, iter_review, to_review_graph
from pcgraph.model import Row, get_table

Facts = Iterable[tuple[str, str]]
"""Predicate and value of each thing that a node says."""


def to_judgement_graph(book: Book, row: Row) -> str:
    """The graph of a judged row: of what the office agreed to, or of what is proposed."""
    return to_review_graph(book, find_review_state(row))


def iter_judgement(book: Book, row: Row, *, table: str, label: str, facts: Facts) -> Iterator[Quad]:
    """A judged row's node.

    Args:
        book: The dataset.
        row: A row with the columns `confidence`, `rationale`, `by`, `date` and `status`.
        table: `contributions` or `lineage`.
        label: The judgement in words.
        facts: What it links.
    """
    kind, class_name = _KINDS[table]
    node_id = "/".join(get_table(table).to_key(row))
    node, graph = book.thing(kind, node_id), to_judgement_graph(book, row)
    yield from describe(node, class_name, node_id, graph)
    for predicate, value in chain([(LABEL, to_literal(label))], facts, _iter_reasons(row)):
        yield f"{node} {predicate} {value}", graph
    yield from iter_review(book, node, row, find_review_state(row))


_KINDS = {"contributions": ("contribution", "Contribution"), "lineage": ("lineage", "Lineage")}
"""The kind in the IRI and the class of each table's rows."""


def _iter_reasons(row: Row) -> Iterator[tuple[str, str]]:
    for name in ("confidence", "rationale"):
        if row[name]:
            yield pcg(name), to_literal(row[name])
