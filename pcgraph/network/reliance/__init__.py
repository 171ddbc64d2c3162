"""Reliance: how much rests on how few partners, and the fewest that touch all of it."""

from pcgraph.network.reliance.cover import Cover, find_smallest_cover
from pcgraph.network.reliance.find import Reliance, Reliances, Unit, find_reliance, weigh_reliance
from pcgraph.network.reliance.index import to_herfindahl

__all__ = [
    "Cover",
    "Reliance",
    "Reliances",
    "Unit",
    "find_reliance",
    "find_smallest_cover",
    "to_herfindahl",
    "weigh_reliance",
]
