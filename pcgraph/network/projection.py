"""From partners and what they help with to partners and whom they work with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import fsum
from typing import Literal

import networkx as nx

from pcgraph.network.linking import PartnerNetwork

Weighting = Literal["shared", "newman"]
"""How a link between two partners is weighed; see `project_partners`."""


def project_partners(graph: PartnerNetwork, *, weighting: Weighting = "newman") -> PartnerNetwork:
    """The network of partners: two are linked where they help with the same thing.

    Args:
        graph: A network of two sides, one of them `partner` (else `member` or `post`).
        weighting: `shared`: each thing in common counts 1, so that a pair's weight is how many things it shares.
            `newman`: each thing in common counts 1/(n - 1) where n partners help with it, as two of twenty
            round a table know each other less than two alone; the weights of a partner then add up to the
            number of things that it shares with anybody.

    Returns:
        Every partner with the attributes that it has in `graph`, those without a link too. An edge has
        `weight` (as asked for), `shared` (how many things) and `through` (their IRIs, as people number them).

    Source:
        M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64 (2001), 016132, equation 2:
        https://doi.org/10.1103/PhysRevE.64.016132
    """
    partners = [node for node, side in graph.nodes(data="side") if side in ("partner", "member", "post")]
    projected: PartnerNetwork = nx.Graph()
    projected.add_nodes_from((node, dict(graph.nodes[node])) for node in partners)
    projected.add_edges_from(_iter_edges(graph, partners, is_newman=weighting == "newman"))
    return projected


def _iter_edges(
    graph: PartnerNetwork, partners: Sequence[str], *, is_newman: bool
) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Each pair of partners with something in common, in the order of the partners."""
    place = {node: i for i, node in enumerate(partners)}
    pairs: dict[int, list[str]] = {}  # a pair is one number: half the time that pairs of texts take
    sizes: dict[str, int] = {}
    things = (node for node in graph if node not in place)
    for thing in sorted(things, key=lambda node: (graph.nodes[node]["order"], node)):
        helping = sorted(place[other] for other in graph[thing] if other in place)
        sizes[thing] = len(helping)
        for one, other in combinations(helping, 2):
            pairs.setdefault(one * len(partners) + other, []).append(thing)
    for pair in sorted(pairs):
        one, other = divmod(pair, len(partners))
        through = tuple(pairs[pair])
        weight = fsum(1 / (sizes[thing] - 1) for thing in through) if is_newman else float(len(through))
        yield partners[one], partners[other], {"weight": weight, "shared": len(through), "through": through}
