"""The store on disk, opened read-only: as many readers as there are, beside a build."""

from __future__ import annotations

import os
from pathlib import Path

from pyoxigraph import Store as Engine

from pcgraph.errors import StoreError
from pcgraph.store.inputs import digest_inputs, find_inputs, get_sources_dir, measure_inputs
from pcgraph.store.oxigraph import OxigraphStore
from pcgraph.store.pointer import STORE_FOLDER, Pointer, get_build_hint, get_pointer, is_whole


def open_store(path: Path) -> OxigraphStore:
    """Open the graph of a dataset, read-only.

    Args:
        path: The dataset's folder, such as `data/nottinghamshire`.

    Raises:
        StoreError: It has not been built, or is damaged.
    """
    pointer = get_pointer(path)
    engine = _find_engine(path, pointer)
    if engine is None:  # a build may have put a new store in its place since the pointer was read
        pointer = get_pointer(path)
        engine = _find_engine(path, pointer)
    if engine is None:
        raise StoreError(f"The graph of {path} is damaged.", hint=get_build_hint(path))
    repair = f"Delete {path / STORE_FOLDER}, then: {get_build_hint(path)}"
    return OxigraphStore(engine, pointer.base, graphs=pointer.graphs, repair=repair)


def _find_engine(path: Path, pointer: Pointer) -> Engine | None:
    if not is_whole(path, pointer):
        return None
    try:
        return Engine.read_only(os.fspath(path / STORE_FOLDER / pointer.store))
    except FileNotFoundError:
        return None
    except (OSError, RuntimeError) as error:
        reason = " ".join(str(error).split())[:160]
        raise StoreError(f"The graph of {path} cannot be opened: {reason}.", hint=get_build_hint(path)) from error


def is_stale(path: Path) -> bool:
    """Whether the tables, the ontology or the sources have changed since the graph was built.

    Files of the same size and time count as unchanged; only others are read.

    Raises:
        StoreError: The graph has not been built, or the pointer to it is damaged.
    """
    pointer = get_pointer(path)
    sources = get_sources_dir(path, path / pointer.sources if pointer.sources else None)
    try:
        inputs = find_inputs(path, sources)
        return measure_inputs(inputs) != pointer.inputs and digest_inputs(inputs) != pointer.digest
    except FileNotFoundError:  # a file went between listing and reading
        return True
    except OSError as error:
        raise StoreError(f"Cannot read the tables of {path}: {(error.strerror or str(error)).lower()}.") from error
