"""Groups of partners that work with each other more than with the rest, and how sure each membership is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pcgraph.network.linking import PartnerNetwork
from pcgraph.network.louvain import compute_modularity, find_groups

RUNS = 20
"""How often groups are looked for, each time with another seed: 0, 1, 2 and so on."""

_SCALE = 1_000_000
"""Weights are counted in millionths, so that every sum is exact."""


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of a network of partners.

    Attributes:
        members: The IRIs of each group's members, sorted; the largest group first. Partners without a tie are
            in none.
        sureness: For each partner in a group, the share of the runs in which it is together with more than half
            of its group's other members (alone, if it is a group of its own).
        modularity: How much more of the ties' weight lies within groups than chance would put there, up to 1.
        runs: How often groups were looked for.
        best_runs: In how many of these runs exactly these groups came out.
    """

    members: tuple[tuple[str, ...], ...]
    sureness: Mapping[str, float]
    modularity: float
    runs: int
    best_runs: int

    @property
    def number(self) -> dict[str, int]:
        """The number of each partner's group, counted from 1."""
        return {partner: i for i, members in enumerate(self.members, start=1) for partner in members}


def find_communities(
    projection: PartnerNetwork, *, runs: int = RUNS, on_progress: Callable[[int, int], None] | None = None
) -> Groups:
    """The groups with the highest modularity of several runs; of equal ones, those of the first run.

    Args:
        projection: A network of partners with `weight`.
        runs: How often to look for groups, with the seeds 0, 1, 2 and so on.
        on_progress: Told how many runs of how many are done.

    Source:
        `pcgraph.network.louvain`; memberships over several runs as in A. Lancichinetti and S. Fortunato, Consensus
        clustering in complex networks, Scientific Reports 2 (2012), 336: https://doi.org/10.1038/srep00336.
    """
    partners = sorted(partner for partner, degree in projection.degree() if degree)
    links = _to_links(projection, partners)
    found = []
    for seed in range(runs):
        found.append(find_groups(links, seed=seed))
        if on_progress:
            on_progress(seed + 1, runs)
    scores = [compute_modularity(links, groups) for groups in found]
    best = found[scores.index(max(scores))]
    sureness = _measure_sureness(best, found)
    members: dict[int, list[str]] = {}
    for partner, group in zip(partners, best, strict=True):
        members.setdefault(group, []).append(partner)
    ordered = sorted(map(tuple, members.values()), key=lambda group: (-len(group), group))
    return Groups(tuple(ordered), dict(zip(partners, sureness, strict=True)), max(scores), runs, found.count(best))


def _to_links(projection: PartnerNetwork, partners: Sequence[str]) -> list[list[tuple[int, int]]]:
    """The ties of each partner by place, with whole-numbered weights."""
    place = {partner: i for i, partner in enumerate(partners)}
    return [
        sorted((place[other], max(1, round(tie["weight"] * _SCALE))) for other, tie in projection[partner].items())
        for partner in partners
    ]


def _measure_sureness(best: Sequence[int], found: Sequence[Sequence[int]]) -> list[float]:
    """For each node, the share of runs in which it is with more than half of the others of its group.

    >>> _measure_sureness([0, 0, 0, 1, 1], [[0, 0, 0, 1, 1], [0, 0, 1, 1, 1]])
    [0.5, 0.5, 0.5, 1.0, 1.0]
    """
    sizes = Counter(best)
    counts = [0] * len(best)
    for groups in found:
        together, own = Counter(zip(best, groups, strict=True)), Counter(groups)
        for node, (group, other) in enumerate(zip(best, groups, strict=True)):
            is_alone = sizes[group] == own[other] == 1
            counts[node] += is_alone or 2 * (together[group, other] - 1) > sizes[group] - 1
    return [count / len(found) for count in counts]
