"""The child process that answers one query: a request on stdin, a message a line on stdout.

It can be killed at any moment: it opens the store read-only and writes no file.
"""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad, QueryBoolean, QuerySolutions, QueryTriples
from pyoxigraph import Triple as EngineTriple

from pcgraph.errors import PcgraphError, QueryError, StoreError
from pcgraph.sparql.dataset import find_graphs
from pcgraph.sparql.explain import explain_fault
from pcgraph.sparql.message import MAX_ANSWER_BYTES, MEMORY_CODE, Message, Request, Row
from pcgraph.sparql.projection import find_column_order
from pcgraph.sparql.term import Names, to_term
from pcgraph.store import open_store
from pcgraph.store.base import View
from pcgraph.store.oxigraph import OxigraphStore
from pcgraph.store.pointer import get_build_hint
from pcgraph.terms import PREFIXES

_STDERR = 2
_GRACE_S = 2.0
"""So long after its time is up does the process end by itself, should nobody be there to kill it."""


def main() -> None:
    """Answer the request on stdin."""
    request: Request = json.load(sys.stdin.buffer)
    limit_process(request["memory_bytes"], request["timeout_s"])
    try:
        _say_all(_iter_messages(request))
    except PcgraphError as error:
        _say({"error": error.message, "hint": error.hint, "code": error.code})
    except MemoryError:
        sys.exit(MEMORY_CODE)


def limit_process(memory_bytes: int, timeout_s: float) -> None:
    """Let the process have so much memory, as far as the system can hold it to it, and so much time.

    A fault of the engine leaves no memory dump; Ctrl-C ends the process at once, within the engine too.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    faulthandler.dump_traceback_later(timeout_s + _GRACE_S, exit=True, file=_STDERR)
    with suppress(ImportError, ValueError, OSError, AttributeError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))


def _iter_messages(request: Request) -> Iterator[Message | Row]:
    """What the answer consists of, in order."""
    data = Path(request["data"])
    store = open_store(data)
    try:
        yield from _iter_answer(store, request)
    except OSError as error:
        raise StoreError(f"The graph cannot be read: {_shorten(error)}.", hint=get_build_hint(data)) from error
    except RuntimeError as error:
        damaged = f"If nothing is wrong with the query, the graph is damaged. {get_build_hint(data)}"
        hint = "Use the functions of SPARQL 1.1 only." if "function" in str(error) else damaged
        raise QueryError(f"The query cannot be answered: {_shorten(error)}.", hint=hint) from error


def _iter_answer(store: OxigraphStore, request: Request) -> Iterator[Message | Row]:
    found = start_query(store, request["text"], view=request["view"])
    if isinstance(found, QueryBoolean):
        yield {"kind": "truth", "base": store.base, "truth": bool(found)}
    elif isinstance(found, QuerySolutions):
        columns = [variable.value for variable in found.variables]
        order = find_column_order(request["text"], columns)
        yield {"kind": "rows", "base": store.base, "columns": [columns[place] for place in order]}
        yield from _iter_rows(found, request["limit"], order)
    else:
        yield {"kind": "triples", "base": store.base}
        yield from _iter_triples(found, request["limit"])


def start_query(store: OxigraphStore, text: str, *, view: View = "all") -> QuerySolutions | QueryBoolean | QueryTriples:
    """Begin to answer a query of any form.

    Raises:
        QueryError: It is not SPARQL, an update, or asks for what is refused; the place is named.
        OSError: The store is damaged.
        RuntimeError: The engine cannot answer it.
    """
    graphs = None
    try:
        if any(word in text.upper() for word in ("SERVICE", "FROM")):
            if error := explain_fault(text, prefixes=PREFIXES, base=store.base):
                raise error
            graphs = find_graphs(text, store, prefixes=PREFIXES, view_graphs=store.list_graphs(view))
        return store.answer(text, view=view, graphs=graphs, prefixes=PREFIXES)
    except SyntaxError as error:
        explained = explain_fault(text, prefixes=PREFIXES, base=store.base)
        raise explained or QueryError(f"The query is not SPARQL: {_shorten(error)}.") from None


def _iter_rows(found: QuerySolutions, limit: int, order: list[int]) -> Iterator[Message | Row]:
    names: Names = {}
    for solution in islice(found, limit):
        nodes = list(solution)
        yield [None if nodes[place] is None else to_term(nodes[place], names) for place in order]
    yield {"is_cut": next(found, None) is not None}


def _iter_triples(found: QueryTriples, limit: int) -> Iterator[Message | Row]:
    """The triples as N-Triples, each once, in order."""
    kept: set[EngineTriple] = set()
    is_cut = False
    for triple in found:
        if len(kept) == limit and triple not in kept:
            is_cut = True
            break
        kept.add(triple)
    yield from ([f"{triple} ."] for triple in sorted(map(str, _name_blank_nodes(kept))))
    yield {"is_cut": is_cut}


def _name_blank_nodes(triples: set[EngineTriple]) -> set[EngineTriple]:
    """The triples with labels of blank nodes that depend on the triples alone.

    Source: RDF Dataset Canonicalization (RDFC-1.0).
    """
    if not any(isinstance(node, BlankNode | EngineTriple) for triple in triples for node in triple):
        return triples
    dataset = Dataset(Quad(*triple) for triple in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {quad.triple for quad in dataset}


def _say_all(messages: Iterator[Message | Row]) -> None:
    """Write the messages, as long as they are not more than anybody can take.

    Raises:
        QueryError: They are.
    """
    size = 0
    for message in messages:
        size += _say(message, MAX_ANSWER_BYTES - size)


def _say(message: Message | Row, room: int = MAX_ANSWER_BYTES) -> int:
    """Write a message for the parent; ends the process where the parent is gone."""
    line = json.dumps(message, separators=(",", ":")) + "\n"
    if len(line) > room:
        raise QueryError(
            f"The answer is larger than {MAX_ANSWER_BYTES // 10**6} MB.",
            hint="Ask for fewer rows or columns, or for shorter texts.",
        )
    try:
        sys.stdout.write(line)
        if isinstance(message, dict):
            sys.stdout.flush()
    except OSError:
        os._exit(1)
    return len(line)


def _shorten(error: Exception) -> str:
    text = " ".join(str(getattr(error, "msg", "") or error).split()).removesuffix(".")
    return text if len(text) <= 160 else f"{text[:160].rstrip()} …"
