"""A store on Oxigraph, whether it lies on disk or in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, QuerySolution, QuerySolutions, Triple
from pyoxigraph import Store as Engine

from pcgraph.errors import QueryError, StoreError
from pcgraph.store.base import Answer, Iri, Value, View
from pcgraph.store.graphs import pick_default_graphs, pick_graphs
from pcgraph.store.guard import refuse_unsafe
from pcgraph.terms import XSD

_NUMBERS: dict[str, Callable[[str], Value]] = {
    **dict.fromkeys((f"{XSD}integer", f"{XSD}int", f"{XSD}long", f"{XSD}nonNegativeInteger"), int),
    **dict.fromkeys((f"{XSD}decimal", f"{XSD}double", f"{XSD}float"), float),
    f"{XSD}boolean": lambda text: text in ("true", "1"),
}


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

    def _run(self, query: str, view: View) -> object:
        named: list[NamedNode | BlankNode] = [NamedNode(name) for name in pick_graphs(self._graphs, self.base, view)]
        default = pick_default_graphs(self._graphs, self.base, view)
        if default is None:
            return self._engine.query(query, named_graphs=named)
        defaults: list[NamedNode | BlankNode | DefaultGraph] = [NamedNode(name) for name in default]
        return self._engine.query(query, default_graph=defaults, named_graphs=named)


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
    convert = _NUMBERS.get(term.datatype.value)
    try:
        return convert(term.value) if convert else term.value
    except ValueError:  # an ill-typed literal such as "x"^^xsd:integer stays the text that it is
        return term.value


def _explain_syntax(error: SyntaxError) -> QueryError:
    """Where the query stops being SPARQL; the parser's list of what it expected is cut short."""
    return QueryError(f"The query is not SPARQL: {_shorten(error)}.", hint="Check the query at that place.")


def _shorten(error: Exception) -> str:
    text = " ".join(str(getattr(error, "msg", "") or error).split()).removesuffix(".")
    return text if len(text) <= 160 else f"{text[:160].rstrip()} …"
