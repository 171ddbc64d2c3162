"""Narrow what networks are made from: by deliverable, outcome, document or role."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from pcgraph.network.parts import PARTNER_KINDS, Link, Part, Parts, Proof, Thing

_Linked = TypeVar("_Linked", Part, Link)


def keep_deliverables(parts: Parts, is_kept: Callable[[Thing], bool]) -> Parts:
    """What concerns deliverables of some kind; a link without a deliverable concerns none.

    Args:
        parts: What to narrow.
        is_kept: Whether a deliverable stays.
    """
    kept = {iri for iri, thing in parts.things.items() if thing.kind == "Deliverable" and is_kept(thing)}
    return replace(
        parts,
        parts=tuple(part for part in parts.parts if part.deliverable in kept),
        others=tuple(part for part in parts.others if part.deliverable in kept),
        ways=tuple(way for way in parts.ways if way.source in kept),
        memberships=_keep_proofs(parts.memberships, lambda proof: proof.deliverable in kept),
        ties=_keep_proofs(parts.ties, lambda proof: proof.deliverable in kept),
        leads=tuple(lead for lead in parts.leads if is_kept(parts.things[lead.source])),
        contributions=tuple(one for one in parts.contributions if one.deliverable in kept),
    )


def keep_outcomes(parts: Parts, is_kept: Callable[[Thing], bool]) -> Parts:
    """What helps outcomes of some kind, with whatever deliverable.

    Args:
        parts: What to narrow.
        is_kept: Whether an outcome stays.
    """
    contributions = tuple(one for one in parts.contributions if is_kept(parts.things[one.outcome]))
    kept = {one.deliverable for one in contributions}
    return replace(keep_deliverables(parts, lambda thing: thing.iri in kept), contributions=contributions)


def keep_report(parts: Parts, document: str) -> Parts:
    """What rests on the words of one document; judgements of outcomes stay, as they rest on none.

    Args:
        parts: What to narrow.
        document: The document's id.
    """

    def is_in(proof: Proof) -> bool:
        return proof.document == document

    return replace(
        parts,
        documents=(document,),
        parts=_keep_proofs(parts.parts, is_in),
        others=_keep_proofs(parts.others, is_in),
        ways=_keep_proofs(parts.ways, is_in),
        memberships=_keep_proofs(parts.memberships, is_in),
        ties=_keep_proofs(parts.ties, is_in),
        leads=_keep_proofs(parts.leads, is_in),
    )


def keep_roles(parts: Parts, roles: Collection[str]) -> Parts:
    """Only help of some roles; programmes and who leads stay.

    Args:
        parts: What to narrow.
        roles: Roles such as `funds`.
    """

    def is_kept(proof: Proof) -> bool:
        return proof.role in roles

    return replace(parts, parts=_keep_proofs(parts.parts, is_kept), ties=_keep_proofs(parts.ties, is_kept))


def list_programme_ties(parts: Parts) -> list[Link]:
    """The ties between a partner and a programme, whichever plays a part in or from the other."""
    found = []
    for tie in parts.ties:
        kinds = {parts.things[tie.source].kind, parts.things[tie.target].kind}
        if "Programme" in kinds and not kinds.isdisjoint(PARTNER_KINDS):
            found.append(tie)
    return found


def _keep_proofs(linked: Iterable[_Linked], is_kept: Callable[[Proof], bool]) -> tuple[_Linked, ...]:
    """Each link with the proofs that stay; none where no proof does."""
    narrowed = (replace(one, proofs=tuple(filter(is_kept, one.proofs))) for one in linked)
    return tuple(one for one in narrowed if one.proofs)
