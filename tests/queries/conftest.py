"""The small dataset of a made-up force as a store."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.graph import Book, iter_nquads, iter_ontology, iter_quads
from pcgraph.places import get_ontology_dir
from pcgraph.store import Store, load_memory_store
from pcgraph.tables import read_dataset
from tests.store.store_samples import make_disk_store

SMALL = Path(__file__).parents[1] / "small"
HISTORY = Path(__file__).parents[1] / "history"


@pytest.fixture(scope="session")
def small_store() -> Store:
    """The small dataset's graph, in memory."""
    return load_memory_store("".join(iter_nquads(read_dataset(SMALL))))


@pytest.fixture(scope="session")
def small_disk_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small dataset's graph, on disk."""
    quads = [*iter_quads(Book(read_dataset(SMALL))), *iter_ontology(get_ontology_dir())]
    return make_disk_store(quads, tmp_path_factory.mktemp("disk"))


@pytest.fixture(scope="session")
def history_store() -> Store:
    """The dataset with a history, in memory."""
    return load_memory_store("".join(iter_nquads(read_dataset(HISTORY))))


@pytest.fixture(scope="session")
def stores(
    small_store: Store, small_disk_store: Store, history_store: Store, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Store]]:
    """Each dataset's graph, in memory and on disk."""
    quads = [*iter_quads(Book(read_dataset(HISTORY))), *iter_ontology(get_ontology_dir())]
    history_disk_store = make_disk_store(quads, tmp_path_factory.mktemp("history"))
    return {"small": [small_store, small_disk_store], "history": [history_store, history_disk_store]}
