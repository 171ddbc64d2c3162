"""A store in memory, from N-Quads: for tests, and for a process that lives long."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Engine

from pcgraph.errors import StoreError
from pcgraph.store.graphs import find_base, is_stated, to_stated_view
from pcgraph.store.oxigraph import OxigraphStore


def load_memory_store(quads: str | Path, *, base: str = "") -> OxigraphStore:
    """Load N-Quads into a store in memory.

    Args:
        quads: N-Quads text, such as `"".join(iter_nquads(dataset))`, or the file that holds it.
        base: What every IRI of the dataset begins with; found in the graphs' names unless given.

    Raises:
        StoreError: The file cannot be read, the text is not N-Quads, or it names no base.
    """
    engine = Engine()
    try:
        content = quads.read_bytes() if isinstance(quads, Path) else quads.encode()
        engine.bulk_load(content, RdfFormat.N_QUADS)
    except OSError as error:
        raise StoreError(f"Cannot read {quads}: {(error.strerror or str(error)).lower()}.") from error
    except SyntaxError as error:
        raise StoreError(f"This is not N-Quads: {error.msg}.", hint="Write it with: pcgraph export nquads") from error
    graphs = tuple(sorted(name.value for name in engine.named_graphs() if isinstance(name, NamedNode)))
    found = base or find_base(graphs)
    if found is None:
        raise StoreError("The graph's names show no base.", hint="Give the dataset's base.")
    _add_views(engine, found)
    return OxigraphStore(engine, found, graphs=graphs)


def _add_views(engine: Engine, base: str) -> None:
    """Put each triple into the default graph, and what is stated into the view of that name."""
    view = NamedNode(to_stated_view(base))
    quads = list(engine)
    engine.bulk_extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
    engine.bulk_extend(
        Quad(quad.subject, quad.predicate, quad.object, view)
        for quad in quads
        if isinstance(quad.graph_name, NamedNode) and is_stated(quad.graph_name.value, base)
    )
