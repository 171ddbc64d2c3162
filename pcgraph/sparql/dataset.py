"""FROM and FROM NAMED: which graphs of the store a query chooses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pyoxigraph import NamedNode, QuerySolutions
from pyoxigraph import Store as Engine

from pcgraph.errors import QueryError
from pcgraph.query.catalogue import suggest
from pcgraph.sparql.explain import write_place
from pcgraph.sparql.tokens import Token, list_tokens
from pcgraph.store.guard import find_refusal, find_syntax_error
from pcgraph.store.oxigraph import Graphs, OxigraphStore

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_LISTING = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"


class _Clause(NamedTuple):
    """A FROM of a query.

    Attributes:
        start: Where it begins.
        graph: The word that names its graph.
        is_named: Whether it is a FROM NAMED.
    """

    start: int
    graph: Token
    is_named: bool


def find_graphs(
    query: str, store: OxigraphStore, *, prefixes: Mapping[str, str], view_graphs: tuple[str, ...]
) -> Graphs | None:
    """The graphs that a query's FROM and FROM NAMED choose, or None where it has neither.

    The engine's parser decides which words are a FROM and what a name stands for.

    Args:
        query: Sound SPARQL, free of the keyword SERVICE.
        store: The store that is asked.
        prefixes: Those known without a PREFIX line.
        view_graphs: The graphs that the view reads.

    Raises:
        QueryError: A graph is not in the store, or not in the view.
    """
    if find_refusal(query, "FROM", prefixes=prefixes, base=store.base) is None:
        return None
    tokens = list_tokens(query)
    clauses = [clause for clause in _iter_clauses(tokens) if _is_clause(query, clause, prefixes, store.base)]
    if find_refusal(_blank(query, clauses), "FROM", prefixes=prefixes, base=store.base):
        raise QueryError("FROM is refused as it stands here.", hint="Write it as FROM <graph> or FROM NAMED <graph>.")
    chosen: dict[bool, list[str]] = {False: [], True: []}
    beginning = _get_prologue(query, tokens)
    for clause in clauses:
        name = _resolve(beginning, clause.graph.text, prefixes, store.base)
        if name not in view_graphs:
            raise _refuse(name, write_place(query, clause.graph), store, view_graphs)
        chosen[clause.is_named].append(name)
    return Graphs(*(tuple(dict.fromkeys(chosen[is_named])) for is_named in (False, True)))


def _iter_clauses(tokens: list[Token]) -> Iterator[_Clause]:
    """What reads like a FROM with the name of a graph."""
    for place, token in enumerate(tokens):
        rest = tokens[place + 1 : place + 3]
        is_named = bool(rest) and rest[0].text.upper() == "NAMED"
        if token.text.upper() == "FROM" and rest[is_named:] and rest[is_named].kind in ("iri", "name"):
            yield _Clause(token.start, rest[is_named], is_named)


def _is_clause(query: str, clause: _Clause, prefixes: Mapping[str, str], base: str) -> bool:
    """Whether the engine takes a FROM for one: without its keyword the query is no SPARQL."""
    misspelt = f"{query[: clause.start]}FROQ{query[clause.start + 4 :]}"
    return find_syntax_error(misspelt, prefixes=prefixes, base=base) is not None


def _blank(query: str, clauses: list[_Clause]) -> str:
    for clause in clauses:
        query = query[: clause.start] + " " * (clause.graph.end - clause.start) + query[clause.graph.end :]
    return query


def _get_prologue(query: str, tokens: list[Token]) -> str:
    """The query's BASE and PREFIX lines: what stands before its form."""
    return query[: next(token.start for token in tokens if token.text.upper() in _FORMS)]


def _resolve(prologue: str, name: str, prefixes: Mapping[str, str], base: str) -> str:
    """The IRI that a name of the query stands for, as the engine reads it."""
    found = Engine().query(f"{prologue} SELECT ({name} AS ?graph) {{}}", prefixes=dict(prefixes), base_iri=base)
    if isinstance(found, QuerySolutions):
        for solution in found:
            if isinstance(graph := solution[0], NamedNode):
                return graph.value
    raise QueryError(f"FROM {name} names no graph.", hint="Name a graph by its IRI.")


def _refuse(name: str, place: str, store: OxigraphStore, view_graphs: tuple[str, ...]) -> QueryError:
    shown = name.removeprefix(store.base)
    if name in store.list_graphs():
        return QueryError(
            f"The graph <{shown}> ({place}) is left out by --stated-only or --agreed-only.",
            hint="Ask without narrowing.",
        )
    known = [graph.removeprefix(store.base) for graph in view_graphs]
    return QueryError(
        f"There is no graph <{shown}> ({place}); FROM reads graphs of the store only, no file and no address.",
        hint=suggest(shown, known, f"pcgraph sparql with {_LISTING}"),
    )
