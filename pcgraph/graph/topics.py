"""The registry: which function turns which table into quads, and which rules follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pcgraph.graph.anomalies import iter_anomalies
from pcgraph.graph.book import Book, Quad
from pcgraph.graph.codes import iter_codes
from pcgraph.graph.contributions import iter_contributions
from pcgraph.graph.corrections import mark_corrections
from pcgraph.graph.covers import iter_covers
from pcgraph.graph.deliverables import iter_actions, iter_deliverables
from pcgraph.graph.documents import iter_documents
from pcgraph.graph.entities import iter_entities
from pcgraph.graph.figures import iter_figures
from pcgraph.graph.inherited import iter_nested_measures, iter_places, iter_responsible
from pcgraph.graph.involvements import iter_involvements
from pcgraph.graph.lineage import iter_lineage
from pcgraph.graph.measures import iter_measures
from pcgraph.graph.passages import iter_passage_rows
from pcgraph.graph.plans import iter_plans
from pcgraph.graph.posts import iter_leads, iter_posts
from pcgraph.graph.statements import iter_statements
from pcgraph.graph.themes import iter_outcomes, iter_themes
from pcgraph.graph.updates import iter_updates

Topic = Callable[[Book], Iterator[Quad]]

_PRINTED_TOPICS: dict[str, Topic] = {
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
"""The tables whose cells are the documents' words."""

_NAMED_TOPICS: dict[str, Topic] = {
    "entities": iter_entities,
    "involvements": iter_involvements,
    "figures": iter_figures,
    "passages": iter_passage_rows,
}
"""The tables of what was recognised: they mark themselves what a person wrote."""

_JUDGED_TOPICS: dict[str, Topic] = {
    "contributions": iter_contributions,
    "lineage": iter_lineage,
}
"""The tables of what a person judged, which no document holds."""

TABLE_TOPICS: dict[str, Topic] = {**_PRINTED_TOPICS, **_NAMED_TOPICS, **_JUDGED_TOPICS}
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
    yield from mark_corrections(_iter_printed(book), book, _iter_printed)
    for topic in (*_NAMED_TOPICS.values(), *_JUDGED_TOPICS.values()):
        yield from topic(book)


def _iter_printed(book: Book) -> Iterator[Quad]:
    for topic in (*_PRINTED_TOPICS.values(), *RULES.values()):
        yield from topic(book)
