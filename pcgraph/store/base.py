"""What every store offers: SELECT queries over a view of the graph, answered with plain Python values."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol, get_args


class Iri(str):
    """The address of a thing, to be told apart from a text that looks like one."""

    __slots__ = ()


Value = str | int | float | bool | None
"""One cell of an answer: an `Iri`, a text, a number, a truth value, or None where nothing is bound."""

View = Literal["all", "agreed", "stated"]
"""What a query reads: all; all but judgements still proposed; only what documents state."""

VIEWS: tuple[View, ...] = get_args(View)


class Answer(NamedTuple):
    """What a SELECT query gives.

    Attributes:
        columns: The names of its variables, in the query's order.
        rows: One tuple a solution, in the query's order.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]


class Store(Protocol):
    """A graph that answers SPARQL."""

    @property
    def base(self) -> str:
        """What every IRI of the dataset begins with, ending in `/`."""

    def select(self, query: str, *, view: View = "all") -> Answer:
        """Answer a SELECT query.

        The default graph holds every triple of the view once, however many documents state it;
        the documents' graphs are there as named graphs.

        Args:
            query: SPARQL 1.1. SERVICE is refused; FROM only goes with the view `all`.
            view: What to read.

        Raises:
            QueryError: The query is not SPARQL, is no SELECT, or asks for what is refused.
            StoreError: The store is damaged.
        """
