"""The registry: which function turns which table into quads, and which rules follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pcgraph.graph.anomalies import iter_anomalies
from pcgraph.graph.book import Book, Quad
from pcgraph.graph.codes import iter_codes
from pcgraph.graph.corrections import mark_corrections
from pcgraph.graph.covers import iter_covers
from pcgraph.graph.deliverables import iter_actions, iter_deliverables
from pcgraph.graph.documents import iter_documents
from pcgraph.graph.inherited import iter_nested_measures, iter_places, iter_responsible
from pcgraph.graph.measures import iter_measures
from pcgraph.graph.plans import iter_plans
from pcgraph.graph.posts import iter_leads, iter_posts
from pcgraph.graph.statements import iter_statements
from pcgraph.graph.themes import iter_outcomes, iter_themes
from pcgraph.graph.updates import iter_updates

Topic = Callable[[Book], Iterator[Quad]]

TABLE_TOPICS: dict[str, Topic] = {
    "documents": iter_documents,
    "plans": iter_plans,
    "themes": iter_themes,
    "outcomes": iter_outcomes,
    "measures": iter_measures,
    "deliverables": iter_deliverables,
    "actions": iter_actions,
    "statements": iter_statements,
    "leads": iter_leads,
    "posts": iter_posts,
    "codes": iter_codes,
    "updates": iter_updates,
    "anomalies": iter_anomalies,
}
"""Every table of the model with the function that writes its rows."""

RULES: dict[str, Topic] = {
    "covers": iter_covers,
    "places": iter_places,
    "nested-measures": iter_nested_measures,
    "responsible": iter_responsible,
}
"""What is derived from the tables, in the inferred graph."""


def iter_quads(book: Book) -> Iterator[Quad]:
    """Every quad of a dataset but its passages and the ontology, table by table, in one pass."""
    yield from mark_corrections(_iter_topics(book), book, _iter_topics)


def _iter_topics(book: Book) -> Iterator[Quad]:
    for topic in (*TABLE_TOPICS.values(), *RULES.values()):
        yield from topic(book)
