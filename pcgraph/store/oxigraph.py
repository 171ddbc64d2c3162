"""A store on Oxigraph, whether it lies on disk or in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    Triple,
)
from pyoxigraph import Store as Engine

from pcgraph.errors import QueryError, StoreError
from pcgraph.store.base import Answer, Iri, Value, View
from pcgraph.store.graphs import pick_default_graphs, pick_graphs
from pcgraph.store.guard import refuse_service, refuse_unsafe
from pcgraph.terms import XSD

_NUMBERS: dict[str, Callable[[str], Value]] = {
    **dict.fromkeys((f"{XSD}integer", f"{XSD}int", f"{XSD}long", f"{XSD}nonNegativeInteger"), int),
    **dict.fromkeys((f"{XSD}decimal", f"{XSD}double", f"{XSD}float"), float),
    f"{XSD}boolean": lambda text: text in ("true", "1"),
}


class Graphs(NamedTuple):
    """The graphs that a query's FROM and FROM NAMED choose.

    Attributes:
        default: Those that make up the default graph.
        named: Those that GRAPH may speak of.
    """

    default: tuple[str, ...]
    named: tuple[str, ...]


class OxigraphStore:
    """Answers queries from an opened Oxigraph.

    Args:
        engine: Its default graph holds every triple once; see `pcgraph.store.graphs`.
        base: What every IRI of the dataset begins with.
        graphs: The names of its named graphs.
        repair: What to do when the store turns out to be damaged, as a hint.
    """

    def __init__(self, engine: Engine, base: str, *, graphs: tuple[str, ...], repair: str = "") -> None:
        self.base = base
        self._engine = engine
        self._graphs = graphs
        self._repair = repair

    def select(self, query: str, *, view: View = "all") -> Answer:
        """Answer a SELECT query; see `pcgraph.store.base.Store.select`."""
        refuse_unsafe(query, view=view)
        try:
            solutions = self._run(query, view)
            if not isinstance(solutions, QuerySolutions):
                raise QueryError("The query is no SELECT.", hint="Ask for columns with SELECT ?a ?b WHERE { … }.")
            columns = tuple(variable.value for variable in solutions.variables)
            return Answer(columns, list(_iter_rows(solutions)))
        except SyntaxError as error:
            raise _explain_syntax(error) from None
        except (OSError, RuntimeError) as error:
            raise StoreError(f"The graph cannot be read: {_shorten(error)}.", hint=self._repair) from error

    def answer(
        self, query: str, *, view: View = "all", graphs: Graphs | None = None, prefixes: Mapping[str, str] | None = None
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Answer a query of any form with what the engine gives: rows and triples come as they are asked for.

        Args:
            query: SPARQL 1.1; relative IRIs are resolved against the base of the dataset.
            view: What to read, unless `graphs` are given.
            graphs: What the query's FROM and FROM NAMED choose; they stand in place of those.
            prefixes: Those known without a PREFIX line.

        Raises:
            QueryError: SERVICE is asked for.
            SyntaxError: The query is not SPARQL, or an update.
            OSError: The store is damaged; also later, while rows are read.
            RuntimeError: The engine cannot answer it; also later, while rows are read.
        """
        refuse_service(query, prefixes=prefixes, base=self.base)
        known = dict(prefixes) if prefixes else None
        if graphs is None:
            return self._run(query, view, prefixes=known, base=self.base)
        engine = self._engine
        default: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(name) for name in graphs.default]
        if len(default) > 1:
            engine, default = self._merge(graphs), [DefaultGraph()]
        named: list[NamedNode | BlankNode] = [NamedNode(name) for name in graphs.named]
        return engine.query(query, prefixes=known, base_iri=self.base, default_graph=default, named_graphs=named)

    def list_graphs(self, view: View = "all") -> tuple[str, ...]:
        """The names of the graphs that a view reads, in order."""
        return pick_graphs(self._graphs, self.base, view)

    def _merge(self, graphs: Graphs) -> Engine:
        """A store in memory whose default graph holds each triple of several graphs once.

        The engine itself gives a triple once for each of its graphs; SPARQL asks for a merge.
        Source: SPARQL 1.1 Query Language, section 13.2.1.
        """
        merged = Engine()
        for name in graphs.default:
            quads = self._engine.quads_for_pattern(None, None, None, NamedNode(name))
            merged.bulk_extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
        for name in graphs.named:
            merged.bulk_extend(self._engine.quads_for_pattern(None, None, None, NamedNode(name)))
        return merged

    def _run(
        self, query: str, view: View, *, prefixes: dict[str, str] | None = None, base: str | None = None
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        named: list[NamedNode | BlankNode] = [NamedNode(name) for name in pick_graphs(self._graphs, self.base, view)]
        default = pick_default_graphs(self._graphs, self.base, view)
        if default is None:
            return self._engine.query(query, prefixes=prefixes, base_iri=base, named_graphs=named)
        defaults: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(name) for name in default]
        return self._engine.query(query, prefixes=prefixes, base_iri=base, default_graph=defaults, named_graphs=named)


def _iter_rows(solutions: QuerySolutions) -> Iterator[tuple[Value, ...]]:
    for solution in solutions:
        yield _to_row(solution)


def _to_row(solution: QuerySolution) -> tuple[Value, ...]:
    return tuple(None if term is None else _to_value(term) for term in solution)


def _to_value(term: NamedNode | BlankNode | Literal | Triple) -> Value:
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if not isinstance(term, Literal):
        return str(term)
    return to_plain_value(term.value, term.datatype.value)


def to_plain_value(text: str, datatype: str) -> Value:
    """A literal as a plain Python value; an ill-typed one such as `"x"^^xsd:integer` stays the text that it is.

    >>> to_plain_value("7", XSD + "integer"), to_plain_value("x", XSD + "integer")
    (7, 'x')
    """
    convert = _NUMBERS.get(datatype)
    try:
        return convert(text) if convert else text
    except ValueError:
        return text


def _explain_syntax(error: SyntaxError) -> QueryError:
    """Where the query stops being SPARQL; the parser's list of what it expected is cut short."""
    return QueryError(f"The query is not SPARQL: {_shorten(error)}.", hint="Check the query at that place.")


def _shorten(error: Exception) -> str:
    text = " ".join(str(getattr(error, "msg", "") or error).split()).removesuffix(".")
    return text if len(text) <= 160 else f"{text[:160].rstrip()} …"
