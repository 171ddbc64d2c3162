"""Which named graphs a view reads."""

from __future__ import annotations

from collections.abc import Iterable

from pcgraph.store.base import View
from pcgraph.terms import (
    DOCUMENT_GRAPHS,
    ONTOLOGY_GRAPH,
    PASSAGES_GRAPHS,
    to_judged_graph,
    to_read_graph,
)

_ANY = ("/graph/document/", "/graph/passages/", "/graph/judged", "/graph/inferred", "/graph/register")


def to_stated_view(base: str) -> str:
    """The graph that holds each triple of the view `stated` once; the store's own, not a source."""
    return f"{base}graph/view/stated"


def is_stated(graph: str, base: str) -> bool:
    """Whether a graph holds what documents state: theirs, their passages, the ontology."""
    prefixes = (f"{base}{DOCUMENT_GRAPHS}/", f"{base}{PASSAGES_GRAPHS}/")
    return graph == ONTOLOGY_GRAPH or graph.startswith(prefixes)


def is_proposed(graph: str, base: str) -> bool:
    """Whether a graph holds what readers or a rule propose and the office has not agreed yet."""
    return graph in (to_judged_graph(base, "proposed"), to_read_graph(base))


def pick_graphs(graphs: Iterable[str], base: str, view: View) -> tuple[str, ...]:
    """The named graphs of a view, in order.

    >>> B = "https://example.org/"
    >>> pick_graphs([B + "graph/inferred", B + "graph/document/a"], B, "stated")
    ('https://example.org/graph/document/a',)
    """
    shown = (graph for graph in sorted(graphs) if graph != to_stated_view(base))
    if view == "stated":
        return tuple(graph for graph in shown if is_stated(graph, base))
    return tuple(graph for graph in shown if view == "all" or not is_proposed(graph, base))


def pick_default_graphs(graphs: Iterable[str], base: str, view: View) -> tuple[str, ...] | None:
    """The graphs that stand for a view's default graph; None for the store's own default graph.

    The store's default graph holds every triple once: a union of named graphs would give a
    triple that two documents state twice, and takes three times as long.
    """
    if view == "stated":
        return (to_stated_view(base),)
    if view == "agreed" and any(is_proposed(graph, base) for graph in graphs):
        rest = (graph for graph in pick_graphs(graphs, base, "agreed") if not is_stated(graph, base))
        return (to_stated_view(base), *rest)
    return None


def find_base(graphs: Iterable[str]) -> str | None:
    """The base that the graphs' names begin with, or None.

    >>> find_base(["https://example.org/x/graph/inferred"])
    'https://example.org/x/'
    """
    for graph in sorted(graphs):
        for mark in _ANY:
            if mark in graph:
                return graph[: graph.index(mark) + 1]
    return None
