"""Graphs that can be held against each other: stores on disk and exported files, read quad by quad."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from pyoxigraph import Store as Engine

from pcgraph.errors import CallError, StoreError
from pcgraph.terms import PASSAGES_GRAPHS

Term = NamedNode | BlankNode | Literal | Triple
GraphName = NamedNode | BlankNode | DefaultGraph

FILE_FORMATS = {
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
}
"""Each ending of an exported file with its format."""

STORE_MARK = "CURRENT"
"""The file that every store of Oxigraph has."""

_NO_GRAPHS = (".nt", ".ttl")
_VIEWS = "/graph/view/"


class GraphInput(NamedTuple):
    """A graph to be read, as often as needed, in bounded memory.

    Attributes:
        path: The file, or the store's folder.
        ending: The file's ending; empty for a store.
    """

    path: Path
    ending: str = ""

    @property
    def has_graphs(self) -> bool:
        """Whether it tells which document states what."""
        return self.ending not in _NO_GRAPHS

    @property
    def has_passages(self) -> bool:
        """Whether it may hold passages: exported files never do."""
        return not self.ending

    def iter_quads(self) -> Iterator[Quad]:
        """Every quad, without the store's own copies.

        Raises:
            CallError: The file is not in the format that its ending names.
            StoreError: The store is damaged.
        """
        return self._iter_file() if self.ending else self._iter_store()

    def _iter_file(self) -> Iterator[Quad]:
        if not self.path.is_file():  # a pipe would be waited for without end, and cannot be read twice
            raise CallError(f"{self.path} is no regular file.", hint="Write it to a file first: pcgraph export")
        try:
            for item in parse(path=os.fspath(self.path), format=FILE_FORMATS[self.ending]):
                yield item if isinstance(item, Quad) else Quad(item.subject, item.predicate, item.object)
        except SyntaxError as error:
            place = f" (line {error.lineno})" if error.lineno else ""
            raise CallError(
                f"{self.path} is not {FILE_FORMATS[self.ending].name}{place}.", hint="Write it anew: pcgraph export"
            ) from error

    def _iter_store(self) -> Iterator[Quad]:
        try:
            engine = Engine.read_only(os.fspath(self.path))
            for graph in engine.named_graphs():
                if isinstance(graph, NamedNode) and _VIEWS not in graph.value:
                    yield from engine.quads_for_pattern(None, None, None, graph)
        except (OSError, RuntimeError) as error:
            reason = " ".join(str(error).split())[:160]
            raise StoreError(f"The graph {self.path} cannot be read: {reason}.", hint="Run: pcgraph build") from error


def is_passage(graph: GraphName) -> bool:
    """Whether a graph holds the words of a document's narrative."""
    return isinstance(graph, NamedNode) and f"/{PASSAGES_GRAPHS}/" in graph.value
