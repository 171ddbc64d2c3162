"""A case: which partners leave, and who helps with what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from pcgraph.network.bipartite import link_deliverables
from pcgraph.network.linking import PartnerNetwork
from pcgraph.network.parts import Part, Parts, Proof


class Case:
    """Partners that leave a network.

    Args:
        parts: The network's parts, narrowed to a scope.
        whole: All parts, from which the members of a body are counted.
        leavers: The IRIs of those that leave, each once.
    """

    def __init__(self, parts: Parts, whole: Parts, leavers: Sequence[str]) -> None:
        self.parts = parts
        self.things = parts.things
        self.leavers = tuple(leavers)
        self.network: PartnerNetwork = link_deliverables(parts)
        self.memberships = {(link.source, link.target): link.proofs for link in whole.memberships}

    @cached_property
    def stays(self) -> tuple[str, ...]:
        """The IRIs of the partners that do not leave, by name."""
        partners = dict.fromkeys(part.partner for part in self.parts.parts)
        return tuple(partner for partner in partners if partner not in self.leavers)

    @cached_property
    def touched(self) -> tuple[str, ...]:
        """The IRIs of the deliverables that the leavers help with, as people number them."""
        found = {deliverable for leaver in self.leavers for deliverable in self.network[leaver]}
        return tuple(sorted(found, key=lambda iri: (self.things[iri].order, iri)))

    @cached_property
    def dependent(self) -> frozenset[tuple[str, str]]:
        """Pairs of partner and deliverable: named there only as a member of a body that leaves."""
        return frozenset((part.partner, part.deliverable) for part in self.parts.parts if self._is_dependent(part))

    def _is_dependent(self, part: Part) -> bool:
        held = {proof for body in self.leavers for proof in self.memberships.get((part.partner, body), ())}
        return bool(part.proofs) and set(part.proofs) <= held

    def list_members(self, body: str) -> list[str]:
        """The IRIs of a body's members, by name."""
        return self.sort_by_name(member for member, target in self.memberships if target == body)

    def list_bodies(self, member: str) -> list[str]:
        """The IRIs of the bodies that a partner is a member of, by name."""
        return self.sort_by_name(body for source, body in self.memberships if source == member)

    def list_helpers(self, deliverable: str) -> list[str]:
        """The IRIs of those that help with a deliverable, by name."""
        return self.sort_by_name(self.network[deliverable])

    def sort_by_name(self, iris: Iterable[str]) -> list[str]:
        """Each IRI once, by the thing's name."""
        return sorted(set(iris), key=lambda iri: (self.things[iri].label.casefold(), iri))

    def to_names(self, iris: Iterable[str]) -> list[str]:
        """Names in the order given."""
        return [self.things[iri].label for iri in iris]

    def list_proofs(self, deliverables: Iterable[str], partners: Sequence[str]) -> tuple[Proof, ...]:
        """Where the documents name some partners under some deliverables."""
        pairs = [(partner, one) for one in deliverables for partner in partners]
        found = (self.network.edges[pair]["proofs"] for pair in pairs if self.network.has_edge(*pair))
        return tuple(dict.fromkeys(proof for proofs in found for proof in proofs))
