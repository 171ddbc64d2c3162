"""The small dataset of a made-up force as a store."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.graph import iter_nquads
from pcgraph.store import Store, load_memory_store
from pcgraph.tables import read_dataset

SMALL = Path(__file__).parents[1] / "small"


@pytest.fixture(scope="session")
def small_store() -> Store:
    """The small dataset's graph, in memory."""
    return load_memory_store("".join(iter_nquads(read_dataset(SMALL))))
