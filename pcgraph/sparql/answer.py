"""What a query gives, whatever its form."""

from __future__ import annotations

from typing import NamedTuple

from pcgraph.sparql.message import Kind
from pcgraph.sparql.term import Term
from pcgraph.store.base import View

_VIEWS = {
    "all": "",
    "agreed": "Judgements that the office has not agreed to are left out.",
    "stated": "Only what a document states is read.",
}


class SparqlAnswer(NamedTuple):
    """The answer to a query.

    Attributes:
        kind: `rows` of a SELECT, the `truth` of an ASK, `triples` of a CONSTRUCT or DESCRIBE.
        base: What every IRI of the dataset begins with.
        view: What was read.
        limit: How many rows or triples were asked for at most.
        columns: The variables of a SELECT, in its order.
        rows: A term for each variable, or None where it is not bound; in the query's order.
        truth: What an ASK found.
        triples: Lines of N-Triples, sorted, each once.
        is_cut: Whether there are more rows or triples than were asked for.
    """

    kind: Kind
    base: str
    view: View
    limit: int
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool = False
    triples: tuple[str, ...] = ()
    is_cut: bool = False

    @property
    def note(self) -> str:
        """What a reader must know: whether the answer was cut, and what was left out; may be empty."""
        things = "rows" if self.kind == "rows" else "triples"
        cut = f"Cut: these are the first {self.limit:,} {things}, and there are more." if self.is_cut else ""
        return " ".join(filter(None, (cut, _VIEWS[self.view])))
