"""Ask a query of any form; nothing is changed, nothing leaves the machine, and it ends in time."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from math import isfinite
from pathlib import Path

from pcgraph.errors import CallError, QueryError, StoreError
from pcgraph.sparql.answer import SparqlAnswer
from pcgraph.sparql.child import RawRow, iter_messages
from pcgraph.sparql.message import Message, Request
from pcgraph.sparql.term import Term, read_term
from pcgraph.sparql.text import check_query_text
from pcgraph.store.base import View

DEFAULT_LIMIT = 10_000
DEFAULT_TIMEOUT_S = 30.0
MAX_MEMORY_BYTES = 2 * 1024**3

_LONGEST_S = 7 * 24 * 3600


def run_sparql(
    data: Path,
    text: str,
    *,
    timeout_s: float = DEFAULT_TIMEOUT_S,
    limit: int = DEFAULT_LIMIT,
    view: View = "all",
    memory_bytes: int = MAX_MEMORY_BYTES,
) -> SparqlAnswer:
    """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE; nothing is changed and nothing leaves the machine.

    The prefixes of `pcgraph.terms.PREFIXES` are known without PREFIX lines, and relative IRIs are
    resolved against the dataset's base: `<deliverable/2018-21/T3.3>`.

    Args:
        data: The dataset's folder; its graph must have been built.
        text: SPARQL 1.1.
        timeout_s: After so many seconds the query is stopped.
        limit: How many rows or triples are given at most; `is_cut` says whether there are more.
        view: What to read: all, without judgements not yet agreed, or only what documents state.
        memory_bytes: How much memory it may take, where the system can hold it to that (not on
            Windows and macOS).

    Raises:
        CallError: The time or the limit is no positive number.
        QueryError: The query is not SPARQL, an update, asks for SERVICE or for a graph that the store
            does not have, takes too long or too much memory, or its answer is too large.
        StoreError: The graph has not been built, or is damaged.

    Example:
        `run_sparql(Path("data/nottinghamshire"), "ASK { ?plan a pcg:Plan }").truth`
    """
    if not (isfinite(timeout_s) and 0 < timeout_s <= _LONGEST_S):
        raise CallError(f"A query cannot be given {timeout_s:g} s.", hint="Give a number of seconds above 0.")
    if limit < 1:
        raise CallError(f"A limit of {limit} leaves nothing.", hint="Give a number of rows above 0.")
    request: Request = {
        "data": str(data),
        "text": check_query_text(text),
        "view": view,
        "limit": limit,
        "timeout_s": timeout_s,
        "memory_bytes": memory_bytes,
    }
    with closing(iter_messages(request)) as messages:
        return _gather(request, messages)


def _gather(request: Request, messages: Iterable[Message | RawRow]) -> SparqlAnswer:
    """The answer from what the child says."""
    answer: SparqlAnswer | None = None
    rows: list[tuple[Term | None, ...]] = []
    triples: list[str] = []
    for message in messages:
        if isinstance(message, dict):
            answer = _take(request, message, answer)
        elif message and isinstance(message[0], str):
            triples.append(message[0])
        else:
            rows.append(tuple(read_term(cell) if isinstance(cell, list) else None for cell in message))
    if answer is None:
        raise QueryError("The query was not answered.", hint="Ask again.")
    return answer._replace(rows=tuple(rows), triples=tuple(triples))


def _take(request: Request, message: Message, answer: SparqlAnswer | None) -> SparqlAnswer:
    """The answer so far with what a message adds."""
    if "error" in message:
        kind = StoreError if message["code"] == StoreError.code else QueryError
        raise kind(message["error"], hint=message["hint"])
    if answer is not None:
        return answer._replace(is_cut=message["is_cut"])
    return SparqlAnswer(
        message["kind"],
        message["base"],
        request["view"],
        request["limit"],
        columns=tuple(message.get("columns", ())),
        truth=message.get("truth", False),
    )
