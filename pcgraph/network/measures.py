"""Measure a network of partners: who reaches whom, who links whom, which groups there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from pcgraph.network.betweenness import count_sources, measure_betweenness
from pcgraph.network.bipartite import link_deliverables
from pcgraph.network.communities import RUNS, Groups, find_communities
from pcgraph.network.findings import Findings, PartnerMeasures
from pcgraph.network.linking import PartnerNetwork
from pcgraph.network.only_links import Blocks
from pcgraph.network.parts import Parts
from pcgraph.network.projection import project_partners
from pcgraph.network.roles import Position, choose_role, find_positions
from pcgraph.network.scope import Scope, read_scope
from pcgraph.network.shared import describe_groups
from pcgraph.store.base import Store

Progress = Callable[[int, int], None]
"""Told how many steps of how many are done."""

_EVERYTHING = Scope()
_FEWER_RUNS_FROM = 50_000
_FEWER_RUNS = 10


def find_partner_measures(store: Store, scope: Scope = _EVERYTHING, *, on_progress: Progress | None = None) -> Findings:
    """All measures of the partners that help with deliverables.

    Args:
        store: The graph to read.
        scope: What to narrow it to.
        on_progress: Told how many steps of how many are done.

    Raises:
        QueryError: A filter means nothing, or leaves nothing.
    """
    return measure_partners(*read_scope(store, scope), on_progress=on_progress)


def measure_partners(
    parts: Parts,
    scope: Scope = _EVERYTHING,
    *,
    sources: int | None = None,
    runs: int | None = None,
    on_progress: Progress | None = None,
) -> Findings:
    """All measures of parts that were read and narrowed.

    Args:
        parts: The parts.
        scope: What they were narrowed to, to be told of.
        sources: From how many partners betweenness is measured; see `count_sources`.
        runs: How often groups are looked for: 20 times, in networks of more than 50,000 ties 10 times.
        on_progress: Told how many steps of how many are done.
    """
    graph = link_deliverables(parts)
    projection = project_partners(graph, weighting="newman")
    partners, ties = sorted(projection), projection.number_of_edges()
    count = min(len(partners), sources or count_sources(len(partners), ties))
    rounds = runs or (_FEWER_RUNS if ties > _FEWER_RUNS_FROM else RUNS)
    show = _Steps(on_progress, count + rounds)
    betweenness = measure_betweenness(_to_links(projection, partners), sources=count, on_progress=show.after(0))
    communities = find_communities(projection, runs=rounds, on_progress=show.after(count))
    number, blocks = communities.number, Blocks(projection)
    only_links = blocks.find_only_links()
    network = _Network(graph, projection, communities, number, find_positions(projection, number))
    shares = zip(partners, betweenness.shares, strict=True)
    found = [network.measure(parts, one, only_links.get(one, ()), share) for one, share in shares]
    measured = {one.partner.iri: one for one in sorted(found, key=_to_rank)}
    return Findings(
        scope=scope,
        parts=parts,
        graph=graph,
        projection=projection,
        partners=measured,
        groups=describe_groups(parts, graph, communities, list(measured)),
        communities=communities,
        components=_find_components(projection),
        only_ties=blocks.find_only_ties(),
        betweenness=betweenness,
    )


@dataclass(frozen=True, slots=True)
class _Steps:
    """Tells of the steps of several parts as of one."""

    tell: Progress | None
    total: int

    def after(self, before: int) -> Progress | None:
        """What a part reports to that comes after so many steps."""
        tell, total = self.tell, self.total
        return (lambda done, _: tell(before + done, total)) if tell else None


@dataclass(frozen=True, slots=True)
class _Network:
    """What the measures of single partners are taken from."""

    graph: PartnerNetwork
    projection: PartnerNetwork
    communities: Groups
    number: Mapping[str, int]
    positions: Mapping[str, Position]

    def measure(
        self, parts: Parts, partner: str, cut_off: tuple[tuple[str, ...], ...], share: float
    ) -> PartnerMeasures:
        deliverables = tuple(self.graph[partner])
        strength = sum(self.graph.degree(deliverable) > 1 for deliverable in deliverables)
        position = self.positions.get(partner)
        return PartnerMeasures(
            partner=parts.things[partner],
            deliverables=deliverables,
            themes=tuple(sorted({parts.things[one].theme for one in deliverables} - {""})),
            reach=self.projection.degree(partner),
            strength=strength,
            betweenness=share,
            cut_off=cut_off,
            group=self.number.get(partner, 0),
            sureness=self.communities.sureness.get(partner, 0.0),
            position=position,
            role=choose_role(position, shared=strength, is_only_link=bool(cut_off)),
        )


def _to_rank(one: PartnerMeasures) -> tuple[int, int, float, str, str]:
    return (-one.strength, -one.reach, -round(one.betweenness, 9), one.partner.label.casefold(), one.partner.iri)


def _to_links(projection: PartnerNetwork, partners: Sequence[str]) -> list[list[int]]:
    """The neighbours of each partner by place."""
    place = {partner: i for i, partner in enumerate(partners)}
    return [sorted(place[other] for other in projection[partner]) for partner in partners]


def _find_components(projection: PartnerNetwork) -> tuple[tuple[str, ...], ...]:
    found = (tuple(sorted(component)) for component in nx.connected_components(projection))
    return tuple(sorted(found, key=lambda component: (-len(component), component)))
