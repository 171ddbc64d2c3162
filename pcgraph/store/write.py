"""Writing a store: quads to text, text to Oxigraph's files, in a folder that nobody reads yet."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import RdfFormat
from pyoxigraph import Store as Engine

from pcgraph.store.graphs import is_stated, to_stated_view

Quad = tuple[str, str]


class Loader:
    """Loads quads into new stores and remembers what went by.

    Args:
        base: What every IRI of the dataset begins with.

    Attributes:
        quads: How many were loaded.
    """

    def __init__(self, base: str) -> None:
        self.quads = 0
        self._base = base
        self._stated: dict[str, bool] = {}

    @property
    def graphs(self) -> tuple[str, ...]:
        """The names of the graphs met, in order."""
        return tuple(sorted(graph[1:-1] for graph in self._stated))

    def load(self, quads: Iterable[Quad], folder: Path) -> Path:
        """Make a store.

        Args:
            quads: Triple text and graph term of each quad.
            folder: An empty folder; the text goes there as well, for the time of loading.

        Returns:
            The store's folder, within the one given.

        Raises:
            OSError: The disk is full, or the folder cannot be written.
            RuntimeError: The engine met such a fault.
        """
        text, store = folder / "quads.nq", folder / "store"
        with text.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(self._iter_lines(quads))
        engine = Engine(os.fspath(store))
        engine.bulk_load(path=os.fspath(text), format=RdfFormat.N_QUADS)
        engine.flush()
        engine.optimize()
        del engine  # closes the files, which Windows asks for before the folder may move
        text.unlink()
        return store

    def _iter_lines(self, quads: Iterable[Quad]) -> Iterator[str]:
        """Each quad in its graph, in the default graph and, where stated, in the view of that name."""
        view = f"<{to_stated_view(self._base)}>"
        for triple, graph in quads:
            stated = self._stated.get(graph)
            if stated is None:
                stated = self._stated[graph] = is_stated(graph[1:-1], self._base)
            self.quads += 1
            yield f"{triple} {graph} .\n"
            yield f"{triple} .\n"
            if stated:
                yield f"{triple} {view} .\n"
