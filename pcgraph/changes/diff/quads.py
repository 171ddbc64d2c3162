"""Which things of two graphs differ: read twice, so that only what differs is ever held in memory.

The first reading adds up the hashes of all quads in a million slots, chosen by subject. The second
one keeps the quads of those slots whose sums differ. What is held grows with the differences, not
with the graphs.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import Quad

from pcgraph.changes.diff.graph_inputs import GraphInput, GraphName, Term, is_passage

_SLOTS = 1 << 20
_MASK = (1 << 64) - 1

Fact = tuple[Term, Term, GraphName]
"""Predicate, object and graph of one quad."""


class ThingQuads(NamedTuple):
    """All that both graphs say of one thing.

    Attributes:
        old: What the old graph says; empty where it does not know the thing.
        new: What the new graph says.
    """

    old: set[Fact]
    new: set[Fact]


class QuadReader:
    """Reads two graphs, alike in what counts.

    Args:
        old: The old graph.
        new: The new graph.

    Attributes:
        keeps_graphs: Whether it counts in which graph a statement stands: where both can tell.
        keeps_passages: Whether the words of narratives count: where both can hold them.
    """

    def __init__(self, old: GraphInput, new: GraphInput) -> None:
        self._inputs = (old, new)
        self.keeps_graphs = old.has_graphs and new.has_graphs
        self.keeps_passages = old.has_passages and new.has_passages

    def read_differing(self) -> dict[Term, ThingQuads]:
        """The things that differ, each with all its quads in both graphs.

        Raises:
            CallError: A file is not in the format that its ending names.
            StoreError: A store is damaged.
        """
        old, new = (self._sum_up(graph) for graph in self._inputs)
        slots = {slot for slot in range(_SLOTS) if old[slot] != new[slot]}
        things: dict[Term, ThingQuads] = {}
        for side, graph in enumerate(self._inputs):
            for quad in self.iter_quads(graph):
                if hash(quad.subject) % _SLOTS in slots:
                    facts = things.setdefault(quad.subject, ThingQuads(set(), set()))
                    facts[side].add((quad.predicate, quad.object, quad.graph_name))
        return {thing: facts for thing, facts in things.items() if facts.old != facts.new}

    def iter_all(self) -> Iterator[Quad]:
        """The quads of the old graph, then of the new one."""
        for graph in self._inputs:
            yield from self.iter_quads(graph)

    def iter_quads(self, graph: GraphInput) -> Iterator[Quad]:
        """The quads of one of the graphs, as far as they count."""
        for quad in graph.iter_quads():
            if not self.keeps_passages and is_passage(quad.graph_name):
                continue
            yield quad if self.keeps_graphs else Quad(quad.subject, quad.predicate, quad.object)

    def _sum_up(self, graph: GraphInput) -> array[int]:
        """The sum of the hashes of the quads in each slot, in whatever order they come."""
        sums = array("Q", bytes(8 * _SLOTS))
        for quad in self.iter_quads(graph):
            slot = hash(quad.subject) % _SLOTS
            sums[slot] = (sums[slot] + hash(quad)) & _MASK
        return sums
