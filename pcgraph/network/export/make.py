"""From a network in memory to plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pcgraph.network.bipartite import link_deliverables
from pcgraph.network.export.networks import NetworkKind
from pcgraph.network.export.plain import (
    PlainLink,
    PlainNetwork,
    PlainNode,
    Scalar,
    Spell,
    drop_unused,
    join_values,
    to_values,
)
from pcgraph.network.export.spells import merge_spells, to_spell
from pcgraph.network.linking import PartnerNetwork
from pcgraph.network.parts import Parts, Proof, Thing
from pcgraph.network.projection import project_partners
from pcgraph.network.read import to_key
from pcgraph.network.sentences import describe_places
from pcgraph.network.shared import shorten

Things = Mapping[str, Thing]
"""Everything that a link may name, by IRI."""

Periods = Mapping[str, Spell]
"""The first and last day of each plan, by its id."""

_STATED_RELATION = "named under"


def make_two_sided(parts: Parts, kind: NetworkKind, *, note: str, periods: Periods) -> PlainNetwork:
    """A network of two sides as plain values; its links lead from the side that is named first.

    Args:
        parts: What it is made from, narrowed to its scope.
        kind: Which network.
        note: What a reader must know of it.
        periods: When each plan runs.
    """
    network = kind.make(parts)
    linker = _Linker(parts, network, kind)
    links = [linker.to_link(source, target) for source, target in network.edges]
    return _finish(parts, network, links, PlainNetwork(kind.title, note, kind.sides, (), ()), periods)


class _Linker:
    """Makes the links of a network of two sides.

    Args:
        parts: What the network is made from.
        network: The network.
        kind: Which network.
    """

    def __init__(self, parts: Parts, network: PartnerNetwork, kind: NetworkKind) -> None:
        self._things, self._network = parts.things, network
        self._first = kind.sides[0].casefold()
        self._members = {(one.source, one.target) for one in parts.memberships if kind.links == "memberships"}
        self._judged = {(one.deliverable, one.outcome): one.status for one in parts.contributions}
        is_named_only = parts.view == "stated" and kind.links == "parts"
        self._relation = _STATED_RELATION if is_named_only else kind.relation

    def to_link(self, source: str, target: str) -> PlainLink:
        """The link between two things, the one of the first side first."""
        edge = self._network.edges[source, target]
        ends = (target, source) if self._is_turned(source, target) else (source, target)
        through = _sort(self._things, edge["deliverables"])
        values = {
            "relation": self._relation,
            "count": edge["count"],
            "deliverables": join_values([self._things[iri].id for iri in through]),
            "roles": join_values(edge["roles"]),
            "timings": join_values(edge["timings"]),
            "ranks": join_values(edge.get("ranks", ())),
            "bases": join_values(edge.get("bases", ())),
            "judged": join_values(sorted({self._judged.get((iri, ends[1]), "") for iri in through} - {""})),
            "is_stated": edge["is_stated"],
            "is_agreed": edge["is_agreed"],
            **_to_values_of(edge["proofs"]),
        }
        return PlainLink(*ends, float(edge["count"]), to_values(values), _to_spells(edge["proofs"]))

    def _is_turned(self, source: str, target: str) -> bool:
        """Whether the link leads the other way: of two bodies, one is the other's member."""
        sides = self._network.nodes[source]["side"], self._network.nodes[target]["side"]
        if sides[0] == sides[1]:
            return (target, source) in self._members and (source, target) not in self._members
        return bool(sides[1] == self._first)


def _to_values_of(proofs: Sequence[Proof]) -> dict[str, str]:
    """What is told of the places in the documents."""
    return {
        "dates": join_values(sorted({proof.as_of for proof in proofs if proof.as_of})),
        "stands_on": join_values(sorted({proof.status for proof in proofs if proof.status})),
        "evidence": describe_places(proofs),
    }


def _to_spells(proofs: Iterable[Proof]) -> tuple[Spell, ...]:
    return merge_spells(to_spell(proof.as_of) for proof in proofs)


def make_partners(parts: Parts, *, note: str, periods: Periods) -> PlainNetwork:
    """Partners linked where they help with the same deliverable, weighed as Newman does, as plain values.

    Args:
        parts: What it is made from, narrowed to its scope.
        note: What a reader must know of it.
        periods: When each plan runs.
    """
    helping = link_deliverables(parts)
    network = project_partners(helping, weighting="newman")
    links = [_to_tie(parts.things, helping, ends, edge) for *ends, edge in network.edges(data=True)]
    whole = PlainNetwork("Partners and whom they work with", note, ("Partner", "Partner"), (), (), is_one_sided=True)
    return _finish(parts, network, links, whole, periods)


def _to_tie(things: Things, helping: PartnerNetwork, ends: Sequence[str], tie: Mapping[str, object]) -> PlainLink:
    source, target = ends
    through = _sort(things, helping[source].keys() & helping[target].keys())
    edges = [helping.edges[end, iri] for iri in through for end in ends]
    proofs = [proof for edge in edges for proof in edge["proofs"]]
    values: dict[str, Scalar | None] = {
        "relation": "named with the same deliverable",
        "shared": len(through),
        "deliverables": join_values([things[iri].id for iri in through]),
        "is_stated": all(edge["is_stated"] for edge in edges),
        "is_agreed": all(edge["is_agreed"] for edge in edges),
        **_to_values_of(proofs),
    }
    return PlainLink(source, target, float(str(tie["weight"])), to_values(values), _to_spells(proofs))


def _finish(
    parts: Parts, network: PartnerNetwork, links: Iterable[PlainLink], whole: PlainNetwork, periods: Periods
) -> PlainNetwork:
    """The network with its nodes and links in the order of names and numbers."""
    ordered = sorted(network, key=lambda iri: (_to_side(network, whole, iri), *to_key(parts.things[iri])))
    place = {iri: i for i, iri in enumerate(ordered)}
    nodes = tuple(to_node(parts.things[iri], network.nodes[iri]["side"], periods=periods) for iri in ordered)
    in_order = tuple(sorted(links, key=lambda link: (place[link.source], place[link.target])))
    return drop_unused(
        PlainNetwork(whole.title, whole.note, whole.sides, nodes, in_order, is_one_sided=whole.is_one_sided)
    )


def _to_side(network: PartnerNetwork, whole: PlainNetwork, iri: str) -> bool:
    """Sorts the side that stands in a matrix's rows first."""
    return bool(network.nodes[iri]["side"] != whole.sides[0].casefold())


def to_node(thing: Thing, side: str, *, periods: Periods) -> PlainNode:
    """A thing as plain values.

    Args:
        thing: The thing.
        side: On which side it stands; may be empty.
        periods: When each plan runs.
    """
    is_numbered = "/" in thing.id
    label = to_label(thing.id, thing.label)
    start, end = periods.get(thing.plan, ("", ""))
    values = {
        "identifier": thing.id,
        "code": thing.code,
        "kind": thing.kind,
        "side": side,
        "wording": thing.label if is_numbered else "",
        "theme": thing.theme,
        "plan": thing.plan,
        "unit": thing.unit,
        "plan_start": start,
        "plan_end": end,
    }
    return PlainNode(thing.iri, label, to_values(values), ((start, end),) if start and end else ())


def to_label(identifier: str, words: str) -> str:
    """What is written beside a node: a name, or what is numbered with its first words.

    >>> to_label("2018-21/T3.3", "Identify hot spots"), to_label("age-uk", "Age UK")
    ('2018-21/T3.3 Identify hot spots', 'Age UK')
    """
    text = f"{identifier} {shorten(words)}" if "/" in identifier and identifier != words else words
    return str(to_values({"label": text}).get("label", identifier))


def _sort(things: Things, iris: Iterable[str]) -> list[str]:
    return sorted(iris, key=lambda iri: to_key(things[iri]))
