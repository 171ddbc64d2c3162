"""Finders over the shipped data and over the made-up force with a history."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.ask import Finder
from pcgraph.graph import iter_nquads
from pcgraph.store import Store, load_memory_store
from pcgraph.tables import read_dataset
from tests.conftest import REAL_DATA, ROOT


def load_store(folder: Path) -> Store:
    """A dataset's graph, in memory, without the reports' words."""
    return load_memory_store("".join(iter_nquads(read_dataset(folder))))


@pytest.fixture(scope="session")
def made_up_store() -> Store:
    return load_store(ROOT / "tests" / "history")


@pytest.fixture(scope="session")
def made_up(made_up_store: Store) -> Finder:
    return Finder(made_up_store)


@pytest.fixture(scope="session")
def real() -> Finder:
    return Finder(load_store(REAL_DATA))
