"""What part a partner plays in the network: hub, bridge, peripheral or alone.

Source:
    R. Guimerà and L. A. N. Amaral, Functional cartography of complex metabolic networks, Nature 433 (2005),
    895-900: https://doi.org/10.1038/nature03288. Simplified for networks of a few dozen partners, where their
    limits are out of reach: no member of a group of n can lie more than √(n - 1) deviations above its mean, so
    that no group below eight could have a hub.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, sqrt
from typing import Literal

from pcgraph.network.linking import PartnerNetwork

Role = Literal["hub", "hub and bridge", "bridge", "peripheral", "alone"]
"""What part a partner plays; see `ROLE_RULES`."""

HUB_DEVIATIONS = 1.5
"""How far above its group's mean a hub's ties within the group lie, in standard deviations; 2.5 in the source."""

HUB_SHARED = 3
"""How many deliverables a hub shares with others, at least: who shares one or two is in the middle by chance."""

BRIDGE_PARTICIPATION = 0.5
"""How evenly a bridge's ties are spread over groups: 0.5 is half and half over two; 0.62 in the source."""

BRIDGE_SHARED = 2
"""How many deliverables a bridge shares with others, at least: who shares one sits at one table only."""

ROLE_RULES = (
    f"A hub shares {HUB_SHARED} or more deliverables, and its ties within its group lie {HUB_DEVIATIONS} or more "
    "standard deviations above the group's mean. A bridge is the only link of others to the rest, or shares "
    f"{BRIDGE_SHARED} or more deliverables and has a participation of {BRIDGE_PARTICIPATION} or more (ties spread "
    "evenly over two groups). Who has ties and is neither is peripheral; who has none is alone. "
    "After Guimerà and Amaral (2005), simplified."
)
"""The rules in words."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a partner stands among the groups.

    Attributes:
        deviation: How far its ties within its group lie above the group's mean, in standard deviations; 0 where
            all members are alike.
        participation: 0 where all its ties lie in one group; 1 - 1/n where they are spread evenly over n.
        groups: The numbers of the groups in which it has ties, sorted.
    """

    deviation: float
    participation: float
    groups: tuple[int, ...]


def find_positions(projection: PartnerNetwork, group: Mapping[str, int]) -> dict[str, Position]:
    """The position of every partner that has a tie.

    Args:
        projection: A network of partners with `weight`.
        group: The number of each partner's group.
    """
    ties = {partner: _sum_by_group(projection, partner, group) for partner in group}
    inside: dict[int, list[float]] = {}
    for partner, number in group.items():
        inside.setdefault(number, []).append(ties[partner].get(number, 0.0))
    scales = {number: _measure_scale(values) for number, values in inside.items()}
    return {partner: _to_position(ties[partner], number, *scales[number]) for partner, number in group.items()}


def _sum_by_group(projection: PartnerNetwork, partner: str, group: Mapping[str, int]) -> dict[int, float]:
    weights: dict[int, list[float]] = {}
    for other, weight in projection[partner].items():
        weights.setdefault(group[other], []).append(weight["weight"])
    return {number: fsum(values) for number, values in weights.items()}


def _measure_scale(values: list[float]) -> tuple[float, float]:
    """Mean and standard deviation (of all, not of a sample)."""
    mean = fsum(values) / len(values)
    return mean, sqrt(fsum((value - mean) ** 2 for value in values) / len(values))


def _to_position(ties: Mapping[int, float], own: int, mean: float, deviation: float) -> Position:
    total = fsum(ties.values())
    participation = 1 - fsum((weight / total) ** 2 for weight in ties.values())
    above = (ties.get(own, 0.0) - mean) / deviation if deviation > 1e-9 else 0.0
    # sums of thirds and sevenths: without rounding, a half might miss the limit by the last digit
    return Position(round(above, 6), round(participation, 6), tuple(sorted(ties)))


def choose_role(position: Position | None, *, shared: int, is_only_link: bool) -> Role:
    """The role of a partner by `ROLE_RULES`.

    Args:
        position: Where it stands; None where it has no tie.
        shared: How many deliverables it shares with others.
        is_only_link: Whether others are linked with the rest through it alone.

    >>> choose_role(Position(2.0, 0.5, (1, 2)), shared=3, is_only_link=False)
    'hub and bridge'
    """
    if position is None:
        return "alone"
    is_hub = shared >= HUB_SHARED and position.deviation >= HUB_DEVIATIONS
    is_spread = shared >= BRIDGE_SHARED and position.participation >= BRIDGE_PARTICIPATION
    is_bridge = is_only_link or is_spread
    if is_hub:
        return "hub and bridge" if is_bridge else "hub"
    return "bridge" if is_bridge else "peripheral"
