"""What is found of a network of partners, as plain records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pcgraph.network.betweenness import Betweenness
from pcgraph.network.communities import Groups
from pcgraph.network.linking import PartnerNetwork
from pcgraph.network.only_links import OnlyTie
from pcgraph.network.parts import Parts, Thing
from pcgraph.network.roles import Position, Role
from pcgraph.network.scope import Scope


@dataclass(frozen=True, slots=True)
class PartnerMeasures:
    """What is found of one partner.

    Attributes:
        partner: The partner.
        deliverables: The IRIs of the deliverables that it helps with, as people number them.
        themes: The ids of their themes, in order.
        reach: With how many other partners it shares a deliverable (its degree).
        strength: How many deliverables it shares with anybody: the sum of its ties in Newman's weighting.
        betweenness: The share of the shortest ways between two others that lead through it, 0 to 1.
        cut_off: The pieces (IRIs) that fall off the network without it; empty where it is nobody's only link.
        group: The number of its group, counted from 1; 0 where it has no tie.
        sureness: The share of runs in which it is with more than half of its group; 0 where it has no tie.
        position: Where it stands among the groups; None where it has no tie.
        role: Hub, bridge, peripheral or alone.
    """

    partner: Thing
    deliverables: tuple[str, ...]
    themes: tuple[str, ...]
    reach: int
    strength: int
    betweenness: float
    cut_off: tuple[tuple[str, ...], ...]
    group: int
    sureness: float
    position: Position | None
    role: Role


@dataclass(frozen=True, slots=True)
class Group:
    """A group of partners.

    Attributes:
        number: Counted from 1, the largest first.
        name: What its members share, in short.
        members: Their IRIs, the one with most deliverables in common with others first.
        themes: The ids of the themes of their links with deliverables, each with how many links lie there,
            most first.
        deliverables: The IRIs of the deliverables that two or more of them help with, each with how many do,
            most first.
        sureness: The mean of the members' sureness.
    """

    number: int
    name: str
    members: tuple[str, ...]
    themes: tuple[tuple[str, int], ...]
    deliverables: tuple[tuple[str, int], ...]
    sureness: float


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is found of a network of partners.

    Attributes:
        scope: What it speaks of, in ids.
        parts: What it was made from.
        graph: Partners and the deliverables that they help with.
        projection: Partners with partners, in Newman's weighting.
        partners: What is found of each, by IRI: most deliverables shared with others first, then by reach,
            betweenness and name.
        groups: The groups, the largest first.
        communities: How the groups were found.
        components: The partners (IRIs) that hang together, the largest set first.
        only_ties: The pairs whose tie alone links others with the rest.
        betweenness: How betweenness was measured.
    """

    scope: Scope
    parts: Parts
    graph: PartnerNetwork
    projection: PartnerNetwork
    partners: Mapping[str, PartnerMeasures]
    groups: tuple[Group, ...]
    communities: Groups
    components: tuple[tuple[str, ...], ...]
    only_ties: tuple[OnlyTie, ...]
    betweenness: Betweenness

    @property
    def density(self) -> float:
        """The share of all pairs of partners that share a deliverable, 0 to 1; 0 below two partners."""
        size = len(self.partners)
        return 2 * self.projection.number_of_edges() / (size * (size - 1)) if size > 1 else 0.0
