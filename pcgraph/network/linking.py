"""Add nodes and edges to a network with the attributes that all of them have."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from pcgraph.network.parts import Proof, Thing

PartnerNetwork: TypeAlias = "nx.Graph[str]"
"""An undirected network of things by their IRIs; its attributes are told in `pcgraph.network.bipartite`."""

_STATED = "stated"


def add_node(network: PartnerNetwork, thing: Thing, side: str) -> None:
    """Add a thing; one that is there stays as it is.

    Args:
        network: The network to add it to.
        thing: The thing.
        side: On which side it stands, such as `partner`.
    """
    if thing.iri not in network:
        network.add_node(
            thing.iri,
            kind=thing.kind,
            id=thing.id,
            code=thing.code,
            label=thing.label,
            side=side,
            theme=thing.theme,
            plan=thing.plan,
            order=thing.order,
        )


def add_link(
    network: PartnerNetwork, source: str, target: str, *, proofs: tuple[Proof, ...], deliverables: tuple[str, ...]
) -> None:
    """Add an edge, or what a further link between the two rests on.

    Args:
        network: The network, which has both nodes.
        source: IRI.
        target: IRI.
        proofs: Where the documents say so.
        deliverables: The IRIs of the deliverables that it rests on.
    """
    if network.has_edge(source, target):
        known = network.edges[source, target]
        proofs = tuple(dict.fromkeys((*known["proofs"], *proofs)))
        deliverables = tuple(dict.fromkeys((*known["deliverables"], *deliverables)))
    network.add_edge(
        source,
        target,
        roles=tuple(sorted({proof.role for proof in proofs})),
        timings=tuple(sorted({proof.timing for proof in proofs if proof.timing})),
        proofs=proofs,
        count=len(deliverables) or len(proofs),
        deliverables=deliverables,
        is_stated=all(proof.status == _STATED for proof in proofs),
        is_agreed=bool(proofs) and all(proof.is_agreed for proof in proofs),
    )
