"""Networks of two sides: partners and what they help with, members and bodies, posts and what they lead.

Every node is an IRI with `kind`, `id`, `code`, `label`, `side`, `theme`, `plan` and
`order` (sorts things of a kind as people number them). Every edge carries

- `roles`, `timings`: tuples, sorted; empty where nothing is said of them;
- `proofs`: a tuple of `pcgraph.network.parts.Proof`, the places in the documents that it rests on;
- `count`: how many things it rests on: deliverables, or places in documents where it rests on no deliverable;
- `deliverables`: the IRIs of the deliverables that it rests on, in the order in which they were met;
- `is_stated`: whether documents state it as it is; else it was read or judged;
- `is_agreed`: whether the office agreed to all that it rests on.

Nodes and edges are added in the order of names and numbers: the same graph gives the same network.
"""

from __future__ import annotations

import networkx as nx

from pcgraph.network.linking import PartnerNetwork, add_link, add_node
from pcgraph.network.narrow import list_programme_ties
from pcgraph.network.parts import Part, Parts, Proof
from pcgraph.network.scope import Scope, read_scope
from pcgraph.store.base import Store

_EVERYTHING = Scope()


def to_partner_deliverables(store: Store, scope: Scope = _EVERYTHING) -> PartnerNetwork:
    """Partners and partnerships (side `partner`) and the deliverables that they help with (side `deliverable`).

    Args:
        store: The graph to read.
        scope: What to narrow it to.

    Raises:
        QueryError: A filter means nothing, or leaves nothing.
    """
    return link_deliverables(read_scope(store, scope)[0])


def to_partner_outcomes(store: Store, scope: Scope = _EVERYTHING) -> PartnerNetwork:
    """Partners (side `partner`) and the outcomes (side `outcome`) that their deliverables were judged to help.

    An edge has `ranks` besides: `primary`, `secondary` or both. A theme of the scope is the outcome's.

    Args:
        store: The graph to read.
        scope: What to narrow it to.

    Raises:
        QueryError: A filter means nothing, or leaves nothing.
    """
    return link_outcomes(read_scope(store, scope, links="contributions")[0])


def to_partner_programmes(store: Store, scope: Scope = _EVERYTHING) -> PartnerNetwork:
    """Partners (side `partner`) and programmes (side `programme`): operations, projects, schemes, funds.

    An edge has `bases` besides, a tuple of `named together` (both help deliver one deliverable) and `part in`
    (the documents say that the one funds, leads or is part of the other).

    Args:
        store: The graph to read.
        scope: What to narrow it to.

    Raises:
        QueryError: A filter means nothing, or leaves nothing.
    """
    return link_programmes(read_scope(store, scope, links="programmes")[0])


def to_memberships(store: Store, scope: Scope = _EVERYTHING) -> PartnerNetwork:
    """Members (side `member`) of boards, panels and groups (side `body`).

    A member may be a partner, a partnership, a force unit or a post: see `kind`. A body that is a member of
    another stands on the side `body`.

    Args:
        store: The graph to read.
        scope: What to narrow it to.

    Raises:
        QueryError: A filter means nothing, or leaves nothing.
    """
    return link_members(read_scope(store, scope, links="memberships")[0])


def to_lead_deliverables(store: Store, scope: Scope = _EVERYTHING) -> PartnerNetwork:
    """Lead officers' posts (side `post`, with `unit`) and the deliverables and actions that they lead (side `led`).

    Args:
        store: The graph to read.
        scope: What to narrow it to.

    Raises:
        QueryError: A filter means nothing, or leaves nothing.
    """
    return link_leads(read_scope(store, scope, links="leads")[0])


def link_deliverables(parts: Parts) -> PartnerNetwork:
    """The network of `to_partner_deliverables` from parts that were read."""
    network: PartnerNetwork = nx.Graph()
    for part in parts.parts:
        add_node(network, parts.things[part.partner], "partner")
        add_node(network, parts.things[part.deliverable], "deliverable")
        add_link(network, part.partner, part.deliverable, proofs=part.proofs, deliverables=(part.deliverable,))
    return network


def link_outcomes(parts: Parts) -> PartnerNetwork:
    """The network of `to_partner_outcomes` from parts that were read."""
    network: PartnerNetwork = nx.Graph()
    helping = _group_by_deliverable(parts)
    for one in parts.contributions:
        for part in helping.get(one.deliverable, ()):
            add_node(network, parts.things[part.partner], "partner")
            add_node(network, parts.things[one.outcome], "outcome")
            add_link(network, part.partner, one.outcome, proofs=part.proofs, deliverables=(part.deliverable,))
            edge = network.edges[part.partner, one.outcome]
            edge["ranks"] = tuple(sorted({*edge.get("ranks", ()), one.rank}))
            edge["is_stated"], edge["is_agreed"] = False, edge["is_agreed"] and one.is_agreed
    return network


def link_programmes(parts: Parts) -> PartnerNetwork:
    """The network of `to_partner_programmes` from parts that were read."""
    network: PartnerNetwork = nx.Graph()
    helping = _group_by_deliverable(parts)
    for way in parts.ways:
        for part in helping.get(way.source, ()):
            proofs = (*part.proofs, *way.proofs)
            _add_programme(network, parts, (part.partner, way.target), proofs, "named together")
    for tie in list_programme_ties(parts):
        is_programme = parts.things[tie.source].kind == "Programme"
        pair = (tie.target, tie.source) if is_programme else (tie.source, tie.target)
        _add_programme(network, parts, pair, tie.proofs, "part in")
    return network


def _add_programme(
    network: PartnerNetwork, parts: Parts, pair: tuple[str, str], proofs: tuple[Proof, ...], basis: str
) -> None:
    partner, programme = pair
    add_node(network, parts.things[partner], "partner")
    add_node(network, parts.things[programme], "programme")
    deliverables = dict.fromkeys(proof.deliverable for proof in proofs if proof.deliverable)
    add_link(network, partner, programme, proofs=proofs, deliverables=tuple(deliverables))
    edge = network.edges[pair]
    edge["bases"] = tuple(sorted({*edge.get("bases", ()), basis}))


def link_members(parts: Parts) -> PartnerNetwork:
    """The network of `to_memberships` from parts that were read."""
    network: PartnerNetwork = nx.Graph()
    bodies = {membership.target for membership in parts.memberships}
    for membership in parts.memberships:
        for end in (membership.source, membership.target):
            add_node(network, parts.things[end], "body" if end in bodies else "member")
        deliverables = dict.fromkeys(proof.deliverable for proof in membership.proofs if proof.deliverable)
        ends = membership.source, membership.target
        add_link(network, *ends, proofs=membership.proofs, deliverables=tuple(deliverables))
    return network


def link_leads(parts: Parts) -> PartnerNetwork:
    """The network of `to_lead_deliverables` from parts that were read."""
    network: PartnerNetwork = nx.Graph()
    for lead in parts.leads:
        add_node(network, parts.things[lead.target], "post")
        add_node(network, parts.things[lead.source], "led")
        network.nodes[lead.target]["unit"] = parts.things[lead.target].unit
        deliverables = dict.fromkeys(proof.deliverable for proof in lead.proofs if proof.deliverable)
        add_link(network, lead.target, lead.source, proofs=lead.proofs, deliverables=tuple(deliverables))
    return network


def _group_by_deliverable(parts: Parts) -> dict[str, list[Part]]:
    """The parts that help each deliverable."""
    grouped: dict[str, list[Part]] = {}
    for part in parts.parts:
        grouped.setdefault(part.deliverable, []).append(part)
    return grouped
