"""What the topics share while tables become quads: terms, graphs, rows by id, stating with evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from pcgraph.graph.lines import (
    IDENTIFIER,
    NOTATION,
    RDF_OBJECT,
    RDF_PREDICATE,
    RDF_SUBJECT,
    TYPE,
    pcg,
    to_iri,
    to_literal,
)
from pcgraph.graph.same_as import follow_same
from pcgraph.graph.sort_keys import to_sort_key
from pcgraph.model import Row
from pcgraph.terms import (
    to_document_graph,
    to_hashed_iri,
    to_inferred_graph,
    to_judged_graph,
    to_passages_graph,
    to_read_graph,
    to_register_graph,
    to_thing_iri,
)

Quad = tuple[str, str]
"""A triple's text (`subject predicate object`) and its graph's term."""

KINDS = {
    "deliverable": "deliverables",
    "action": "actions",
    "measure": "measures",
    "outcome": "outcomes",
    "theme": "themes",
    "update": "updates",
    "document": "documents",
    "plan": "plans",
    "post": "posts",
    "code": "codes",
    "entity": "entities",
}
"""Each kind of thing with its table, in the order in which a bare id is looked for."""


class TableSet(Protocol):
    """Tables with the base of their IRIs, such as a `pcgraph.tables.Dataset`."""

    @property
    def base(self) -> str:
        """What every IRI begins with, ending in `/`."""

    @property
    def tables(self) -> Mapping[str, Sequence[Row]]:
        """Rows by table name."""

    @property
    def extracted(self) -> Mapping[str, Sequence[Row]] | None:
        """The tables as last extracted, where a person has changed them since; else None."""


@dataclass(frozen=True, slots=True)
class _Extracted:
    """The tables as last extracted, as a table set of their own."""

    base: str
    tables: Mapping[str, Sequence[Row]]
    extracted: None = None


class Book:
    """One dataset on its way into quads.

    Args:
        dataset: Checked tables; a reference that dangles raises KeyError.

    Attributes:
        base: What every IRI begins with.
        extracted: The dataset as last extracted, where a person has changed it since; else None.
        inferred: The graph of what a rule derives.
        read: The graph of what a rule read between the lines and nobody has reviewed.
        proposed: The graph of judgements that the office has not agreed yet.
        agreed: The graph of judgements that the office agreed to.
        register: The graph of plans, posts, codes and entities that a person entered and no document names.
    """

    def __init__(self, dataset: TableSet) -> None:
        self.base = dataset.base
        self._tables = dataset.tables
        self.extracted: Book | None = Book(_Extracted(dataset.base, dataset.extracted)) if dataset.extracted else None
        self._things: dict[tuple[str, str], str] = {}
        self._by_id: dict[str, dict[str, Row]] = {}
        self._cells: dict[tuple[str, tuple[str, ...]], set[tuple[str, ...]]] = {}
        self.inferred = to_iri(to_inferred_graph(self.base))
        self.read = to_iri(to_read_graph(self.base))
        self.proposed = to_iri(to_judged_graph(self.base, "proposed"))
        self.agreed = to_iri(to_judged_graph(self.base, "agreed"))
        self.register = to_iri(to_register_graph(self.base))

    def rows(self, table: str) -> Sequence[Row]:
        """A table's rows; none where the dataset lacks the table."""
        return self._tables.get(table, ())

    def by_id(self, table: str) -> dict[str, Row]:
        """A table's rows by the first column of its key."""
        if table not in self._by_id:
            key = "code" if table == "codes" else "id"
            self._by_id[table] = {row[key]: row for row in self.rows(table)}
        return self._by_id[table]

    def is_by_hand(self, table: str, row: Row, cells: tuple[str, ...]) -> bool:
        """Whether a person wrote these cells of a row: no row as last extracted has them so.

        Args:
            table: The row's table.
            row: The row.
            cells: The names of its cells that say what the document prints.
        """
        if self.extracted is None:
            return False
        known = self.extracted.list_cells(table, cells)
        return tuple(row[name] for name in cells) not in known

    def list_cells(self, table: str, cells: tuple[str, ...]) -> set[tuple[str, ...]]:
        """These cells of every row of a table."""
        if (table, cells) not in self._cells:
            self._cells[table, cells] = {tuple(row[name] for name in cells) for row in self.rows(table)}
        return self._cells[table, cells]

    def thing(self, kind: str, thing_id: str) -> str:
        """The term of a thing."""
        term = self._things.get((kind, thing_id))
        if term is None:
            term = self._things[kind, thing_id] = to_iri(to_thing_iri(self.base, kind, thing_id))
        return term

    def find_kind(self, thing_id: str) -> str | None:
        """The kind of thing that has this id, or None."""
        return next((kind for kind, table in KINDS.items() if thing_id in self.by_id(table)), None)

    def plan_of_theme(self, theme: str) -> str:
        """The plan that a theme's id names, or "" where the dataset does not know it."""
        plan = theme.partition("/")[0]
        return plan if plan in self.by_id("plans") else ""

    def theme_of_outcome(self, outcome: str) -> str:
        """The theme of an outcome."""
        return self.by_id("outcomes")[outcome]["theme"]

    def document_graph(self, document: str) -> str:
        """The graph of what a document states."""
        return to_iri(to_document_graph(self.base, document))

    def passages_graph(self, document: str) -> str:
        """The graph of a document's passages."""
        return to_iri(to_passages_graph(self.base, document))

    def source(self, row: Row) -> Source:
        """Where a row with the columns `document` and `line` was read."""
        return Source(self, row["document"], row["line"])

    @cached_property
    def meant(self) -> dict[str, str]:
        """Each entity's id with that of the entity meant; an entity that was rejected is not among them.

        Raises:
            DatasetError: Entities are the same as each other in a circle.
        """
        return follow_same(self.rows("entities"))

    @cached_property
    def plans_above(self) -> dict[str, tuple[str, ...]]:
        """Each plan with itself and the plans that it is a part of."""
        return {plan: tuple(self._climb(plan)) for plan in self.by_id("plans")}

    def _climb(self, plan: str) -> Iterator[str]:
        seen: set[str] = set()
        while plan and plan not in seen:
            seen.add(plan)
            yield plan
            plan = self.by_id("plans")[plan]["parent"]


class Source:
    """A place in a source document, and the graph of what the document states.

    Args:
        book: The dataset.
        document: The document's id.
        line: The place in it; facts without a place get no evidence.
    """

    def __init__(self, book: Book, document: str, line: str) -> None:
        self._book = book
        self._document = document
        self._line = line
        self.graph = book.document_graph(document)

    def note(self, subject: str, predicate: str, value: str) -> Quad:
        """A triple without evidence: a type, an id, what the table itself adds."""
        return f"{subject} {predicate} {value}", self.graph

    def state(
        self, subject: str, predicate: str, value: str, quote: str, *, is_by_hand: bool = False
    ) -> Iterator[Quad]:
        """A fact that stands in the document, with the evidence for it.

        Args:
            subject: Term.
            predicate: Term.
            value: Term.
            quote: The words as printed, from the table's cell; "" where the table does not hold them.
            is_by_hand: Whether it is known that a person wrote the cell: then it is not quoted.
        """
        yield f"{subject} {predicate} {value}", self.graph
        if self._line:
            proof = self._find_proof(subject, predicate, value, quote)
            yield from self._prove(proof, subject, predicate, value)
            if is_by_hand:
                yield f"{proof} {pcg('byHand')} {to_literal('true', 'boolean')}", self.graph
            elif quote:
                yield f"{proof} {pcg('quote')} {to_literal(quote)}", self.graph

    def _find_proof(self, *parts: str) -> str:
        return to_iri(to_hashed_iri(self._book.base, "evidence", *parts, self._document, self._line))

    def _prove(self, proof: str, subject: str, predicate: str, value: str) -> Iterator[Quad]:
        yield f"{subject} {pcg('evidence')} {proof}", self.graph
        yield f"{proof} {TYPE} {pcg('Evidence')}", self.graph
        yield f"{proof} {RDF_SUBJECT} {subject}", self.graph
        yield f"{proof} {RDF_PREDICATE} {predicate}", self.graph
        yield f"{proof} {RDF_OBJECT} {value}", self.graph
        yield f"{proof} {pcg('document')} {self._book.thing('document', self._document)}", self.graph
        yield f"{proof} {pcg('line')} {to_literal(self._line)}", self.graph


def describe(thing: str, class_name: str, thing_id: str, graph: str) -> Iterator[Quad]:
    """What every thing has: its class, its id and the key that sorts it."""
    yield f"{thing} {TYPE} {pcg(class_name)}", graph
    yield f"{thing} {IDENTIFIER} {to_literal(thing_id)}", graph
    yield f"{thing} {pcg('sortKey')} {to_literal(to_sort_key(thing_id))}", graph


def describe_with_code(thing: str, class_name: str, thing_id: str, graph: str) -> Iterator[Quad]:
    """What a thing numbered within its plan has: also the short code, the id without the plan."""
    yield from describe(thing, class_name, thing_id, graph)
    yield f"{thing} {NOTATION} {to_literal(thing_id.partition('/')[2] or thing_id)}", graph
