"""Groups that work with each other more than with the rest: the Louvain method, the same on every machine.

All weights are whole numbers and all sums exact, so that no rounding of a processor or a Python decides
between two groups. After the last level a group whose members do not hang together is parted.

Source:
    V. D. Blondel et al., Fast unfolding of communities in large networks, Journal of Statistical Mechanics
    (2008), P10008: https://doi.org/10.1088/1742-5468/2008/10/P10008. Nodes are visited again only where a
    neighbour has moved, and groups are parted, as in V. A. Traag et al., From Louvain to Leiden, Scientific
    Reports 9 (2019), 5233: https://doi.org/10.1038/s41598-019-41695-z.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Adjacency: TypeAlias = "Sequence[Sequence[tuple[int, int]]]"
"""For each node, counted from 0, its neighbours and the whole-numbered weight of each link."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A network whose nodes are groups of the level below.

    Attributes:
        links: The neighbours of each node, itself left out.
        strengths: The weights of each node's links, those inside it twice.
        total: The sum of all strengths.
    """

    links: Adjacency
    strengths: Sequence[int]
    total: int


def find_groups(links: Adjacency, *, seed: int) -> list[int]:
    """The group of each node, counted from 0 by the first node of each.

    Args:
        links: A network without links of a node to itself; each link stands on both sides.
        seed: In which order nodes are visited.

    Example:
        >>> pair = [[(1, 5), (2, 1)], [(0, 5)], [(3, 5), (0, 1)], [(2, 5)]]
        >>> find_groups(pair, seed=1)
        [0, 0, 1, 1]
    """
    strengths = [sum(weight for _, weight in row) for row in links]
    level = _Level(links, strengths, sum(strengths))
    source = random.Random(seed)  # noqa: S311  (no secret: the same seed must give the same groups)
    groups = list(range(len(links)))
    while True:
        moved = _number(_move_nodes(level, source))
        groups = [moved[group] for group in groups]
        if len(set(moved)) == len(moved):
            return _number(_part(links, groups))
        level = _merge(level, moved)


def _move_nodes(level: _Level, source: random.Random) -> list[int]:
    """Each node's group once no node gains by moving to a neighbour's."""
    groups = list(range(len(level.links)))
    totals = list(level.strengths)
    order = list(groups)
    source.shuffle(order)
    waiting, is_waiting = deque(order), [True] * len(order)
    while waiting:
        node = waiting.popleft()
        is_waiting[node] = False
        best = _choose(level, node, groups, totals)
        if best != groups[node]:
            totals[groups[node]] -= level.strengths[node]
            totals[best] += level.strengths[node]
            groups[node] = best
            for other, _ in level.links[node]:
                if groups[other] != best and not is_waiting[other]:
                    is_waiting[other] = True
                    waiting.append(other)
    return groups


def _choose(level: _Level, node: int, groups: Sequence[int], totals: Sequence[int]) -> int:
    """The group in which a node adds most to the modularity; its own where none adds more."""
    own, strength, total = groups[node], level.strengths[node], level.total
    inside: dict[int, int] = {own: 0}
    for other, weight in level.links[node]:
        group = groups[other]
        inside[group] = inside.get(group, 0) + weight
    best, most = own, inside[own] * total - (totals[own] - strength) * strength
    for group, weight in inside.items():
        gain = weight * total - totals[group] * strength
        if group != own and (gain > most or (gain == most and best != own and group < best)):
            best, most = group, gain
    return best


def _merge(level: _Level, groups: Sequence[int]) -> _Level:
    """The network of the groups."""
    rows: list[dict[int, int]] = [{} for _ in range(max(groups) + 1)]
    strengths = [0] * len(rows)
    for node, row in enumerate(level.links):
        group = groups[node]
        strengths[group] += level.strengths[node]
        merged = rows[group]
        for other, weight in row:
            if groups[other] != group:
                merged[groups[other]] = merged.get(groups[other], 0) + weight
    return _Level([sorted(row.items()) for row in rows], strengths, level.total)


def _part(links: Adjacency, groups: Sequence[int]) -> list[int]:
    """Each node's group, a group in pieces parted: named by the first node of each piece."""
    parted = [-1] * len(links)
    for first in range(len(links)):
        if parted[first] < 0:
            parted[first] = first
            waiting = [first]
            while waiting:
                for other, _ in links[waiting.pop()]:
                    if parted[other] < 0 and groups[other] == groups[first]:
                        parted[other] = first
                        waiting.append(other)
    return parted


def _number(groups: Sequence[int]) -> list[int]:
    """Groups counted from 0 in the order of their first nodes.

    >>> _number([7, 3, 7, 0])
    [0, 1, 0, 2]
    """
    numbers = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    return [numbers[group] for group in groups]


def compute_modularity(links: Adjacency, groups: Sequence[int]) -> float:
    """How much more of the links' weight lies within the groups than chance would put there, up to 1.

    Args:
        links: The network.
        groups: Each node's group.

    Source:
        M. E. J. Newman, Physical Review E 69 (2004), 066133: https://doi.org/10.1103/PhysRevE.69.066133.

    Example:
        >>> compute_modularity([[(1, 1)], [(0, 1)], [(3, 1)], [(2, 1)]], [0, 0, 1, 1])
        0.5
    """
    inside, totals = 0, [0] * (max(groups, default=-1) + 1)
    for node, row in enumerate(links):
        for other, weight in row:
            totals[groups[node]] += weight
            inside += weight if groups[other] == groups[node] else 0
    total = sum(totals)
    return (inside * total - sum(one * one for one in totals)) / (total * total) if total else 0.0
