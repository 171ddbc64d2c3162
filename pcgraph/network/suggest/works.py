"""Pieces of work: a deliverable with its versions in earlier plans, and who is named as helping with any of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from pcgraph.network.parts import Part, Parts, Proof, Thing
from pcgraph.network.read import to_key

_DELIVERABLE = "Deliverable"
_Sets = defaultdict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Helper:
    """A partner that is named with a piece of work.

    Attributes:
        partner: The partner.
        proofs: Where, in the order of documents and lines.
    """

    partner: Thing
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work: a deliverable, or several that lineage makes one.

    Attributes:
        deliverable: Its newest version that is asked about.
        versions: The IRIs of all versions.
        helpers: The partners named as helping deliver any version, by name, so far as they are shown.
        mentioned: Those that are named with it otherwise: mentioned, inspecting, ended.
        partners: The IRIs of all that help with any version, shown or not.
        outcomes: The IRIs of the outcomes that a version was judged to help.
        programmes: The IRIs of the programmes through which a version is delivered.
    """

    deliverable: Thing
    versions: frozenset[str]
    helpers: tuple[Helper, ...]
    mentioned: tuple[Helper, ...]
    partners: frozenset[str]
    outcomes: frozenset[str]
    programmes: frozenset[str]


def list_works(parts: Parts, lineage: Iterable[tuple[str, str]], *, whole: Parts, among: Collection[str]) -> list[Work]:
    """Every piece of work with a deliverable that is asked about, as people number these.

    Args:
        parts: The parts that are shown.
        lineage: Pairs of an earlier deliverable and the later one in which it goes on. Deliverables that split
            or merge are one piece of work together.
        whole: All parts, in which a common partner is looked for.
        among: The IRIs of the deliverables that are asked about.
    """
    facts = _Facts(parts, whole)
    works = [facts.to_work(versions, among) for versions in _join(parts, lineage) if not versions.isdisjoint(among)]
    return sorted(works, key=lambda work: to_key(work.deliverable))


def _join(parts: Parts, lineage: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The deliverables that lineage makes one."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(iri for iri, thing in parts.things.items() if thing.kind == _DELIVERABLE)
    network.add_edges_from(pair for pair in lineage if pair[0] in network and pair[1] in network)
    return list(nx.connected_components(network))


class _Facts:
    """What is known of each deliverable.

    Args:
        parts: The parts that are shown.
        whole: All parts.
    """

    def __init__(self, parts: Parts, whole: Parts) -> None:
        self._things = parts.things
        self._parts, self._others = _group(parts.parts), _group(parts.others)
        self._partners, self._outcomes, self._programmes = _Sets(set), _Sets(set), _Sets(set)
        for part in whole.parts:
            self._partners[part.deliverable].add(part.partner)
        for one in whole.contributions:
            self._outcomes[one.deliverable].add(one.outcome)
        for way in whole.ways:
            self._programmes[way.source].add(way.target)

    def to_work(self, versions: Collection[str], among: Collection[str]) -> Work:
        """The piece of work of some versions."""
        asked = (self._things[iri] for iri in versions if iri in among)
        helpers = self._gather(self._parts, versions)
        partners = _unite(self._partners, versions)
        return Work(
            deliverable=max(asked, key=lambda thing: (thing.plan, thing.order, thing.iri)),
            versions=frozenset(versions),
            helpers=helpers,
            mentioned=tuple(one for one in self._gather(self._others, versions) if one.partner.iri not in partners),
            partners=partners,
            outcomes=_unite(self._outcomes, versions),
            programmes=_unite(self._programmes, versions),
        )

    def _gather(self, parts: Mapping[str, Sequence[Part]], versions: Iterable[str]) -> tuple[Helper, ...]:
        """Each partner once, with all places."""
        found: dict[str, set[Proof]] = defaultdict(set)
        for iri in versions:
            for part in parts.get(iri, ()):
                found[part.partner].update(part.proofs)
        made = (Helper(self._things[iri], sort_proofs(proofs)) for iri, proofs in found.items())
        return tuple(sorted(made, key=lambda helper: to_key(helper.partner)))


def _unite(sets: Mapping[str, set[str]], versions: Iterable[str]) -> frozenset[str]:
    return frozenset(one for iri in versions for one in sets.get(iri, ()))


def sort_proofs(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    """Proofs by document and place."""
    return tuple(sorted(proofs, key=lambda one: (one.document, one.line.zfill(8), one.role, one.timing, one.as_of)))


def _group(parts: Iterable[Part]) -> Mapping[str, Sequence[Part]]:
    grouped: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        grouped[part.deliverable].append(part)
    return grouped
