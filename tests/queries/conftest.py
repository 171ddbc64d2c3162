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


@pytest.fixture(scope="session")
def small_store() -> Store:
    """The small dataset's graph, in memory."""
    return load_memory_store("".join(iter_nquads(read_dataset(SMALL))))


@pytest.fixture(scope="session")
def small_disk_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small dataset's graph, on disk."""
    quads = [*iter_quads(Book(read_dataset(SMALL))), *iter_ontology(get_ontology_dir())]
    return make_disk_store(quads, tmp_path_factory.mktemp("disk"))
