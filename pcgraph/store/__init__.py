"""The graph's store: one interface, on disk (the default, opened read-only) or in memory.

`pcgraph.build` makes it; it is not imported here, so that reading stays quick to start.
"""

from pcgraph.store.base import VIEWS, Answer, Iri, Store, Value, View
from pcgraph.store.embedded import is_stale, open_store
from pcgraph.store.memory import load_memory_store

__all__ = ["VIEWS", "Answer", "Iri", "Store", "Value", "View", "is_stale", "load_memory_store", "open_store"]
