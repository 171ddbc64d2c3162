"""How often a partner lies on the shortest ways between others: exact where that is quick, else from a sample.

Source:
    U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001),
    163-177: https://doi.org/10.1080/0022250X.2001.9990249; sampling of starting points as in U. Brandes and
    C. Pich, International Journal of Bifurcation and Chaos 17 (2007), 2303: https://doi.org/10.1142/S0218127407018403.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

EXACT_STEPS = 20_000_000
"""Partners times links up to which every partner is a starting point: about three seconds."""

SAMPLED_STEPS = 28_000_000
"""Starting points times links where they are sampled: 200 starting points at 140,000 links."""

FEWEST_SOURCES = 50
"""Starting points below which an error cannot be told well."""

_SEED = 6
_NORMAL_95 = 1.96


@dataclass(frozen=True, slots=True)
class Betweenness:
    """The share of the shortest ways between two others that lead through each node.

    Attributes:
        shares: For each node, 0 to 1.
        error: What no share is off by, 19 times in 20: half the width of the widest interval of any node, as
            those of nodes that carry few ways are too narrow in a sample; 0 where exact.
        sources: How many nodes were starting points.
        is_exact: Whether all were.
    """

    shares: tuple[float, ...]
    error: float
    sources: int
    is_exact: bool


def count_sources(nodes: int, links: int) -> int:
    """How many starting points to take in a network of that size: all of them where that is quick.

    >>> count_sources(500, 9_000), count_sources(5_000, 140_000)
    (500, 200)
    """
    if nodes * links <= EXACT_STEPS:
        return nodes
    return min(nodes, max(FEWEST_SOURCES, SAMPLED_STEPS // links))


def measure_betweenness(
    links: Sequence[Sequence[int]],
    *,
    sources: int | None = None,
    seed: int = _SEED,
    on_progress: Callable[[int, int], None] | None = None,
) -> Betweenness:
    """The betweenness of each node; links count alike, whatever their weight.

    Args:
        links: For each node, counted from 0, its neighbours.
        sources: How many starting points to take; `count_sources` decides where it is not given.
        seed: Which starting points a sample takes.
        on_progress: Told how many starting points of how many are done.
    """
    size = len(links)
    count = count_sources(size, sum(map(len, links)) // 2) if sources is None else min(sources, size)
    chosen = range(size) if count == size else sorted(random.Random(seed).sample(range(size), count))  # noqa: S311
    sums, squares = [0.0] * size, [0.0] * size
    for done, source in enumerate(chosen, start=1):
        _add_dependencies(links, source, sums, squares)
        if on_progress:
            on_progress(done, count)
    pairs = max(1, (size - 1) * (size - 2))
    scale = size / pairs / count if count else 0.0
    spread = zip(sums, squares, strict=True)
    error = max((_estimate_error(one, square, count, size) for one, square in spread), default=0.0) * size / pairs
    return Betweenness(tuple(one * scale for one in sums), error, count, count == size)


def _add_dependencies(links: Sequence[Sequence[int]], source: int, sums: list[float], squares: list[float]) -> None:
    """Add, for each node, how many of the ways from the source to any other lead through it."""
    distance, ways = [-1] * len(links), [0] * len(links)
    distance[source], ways[source] = 0, 1
    order = [source]
    for node in order:  # grows while it is walked through
        further, count = distance[node] + 1, ways[node]
        for other in links[node]:
            if distance[other] < 0:
                distance[other] = further
                order.append(other)
            if distance[other] == further:
                ways[other] += count
    through = [0.0] * len(links)
    for node in reversed(order[1:]):
        sums[node] += through[node]
        squares[node] += through[node] * through[node]
        nearer, share = distance[node] - 1, (1 + through[node]) / ways[node]
        for other in links[node]:
            if distance[other] == nearer:
                through[other] += ways[other] * share


def _estimate_error(total: float, squares: float, count: int, size: int) -> float:
    """Half the 95 in 100 interval of a mean over a sample drawn without putting back."""
    if count in (size, 0, 1):
        return 0.0
    variance = max(0.0, (squares - total * total / count) / (count - 1))
    return _NORMAL_95 * sqrt(variance / count * (1 - count / size))
