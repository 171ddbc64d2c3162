"""Deliverables and outcomes that lose who helps with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from pcgraph.network.leaving.case import Case
from pcgraph.network.leaving.losses import Loss
from pcgraph.network.leaving.words import say_dependent, say_judged, say_left, say_status, say_with_roles
from pcgraph.network.parts import Helped, Parts, Proof
from pcgraph.network.sentences import join_words

_MOST_CODES = 6


def iter_deliverables(case: Case) -> Iterator[Loss]:
    """Deliverables with one partner left or none, or with none but the members of a body that leaves."""
    for deliverable in case.touched:
        helpers = case.list_helpers(deliverable)
        left = [one for one in helpers if one not in case.leavers]
        free = [one for one in left if (one, deliverable) not in case.dependent]
        if len(left) < 2 or not free:
            yield _to_deliverable(case, deliverable, helpers, left, is_dependent=bool(left) and not free)


def _to_deliverable(
    case: Case, deliverable: str, helpers: Sequence[str], left: Sequence[str], *, is_dependent: bool
) -> Loss:
    thing, names = case.things[deliverable], case.to_names(left)
    proofs = case.list_proofs([deliverable], (*case.leavers, *left[:1]))
    if is_dependent:
        bodies = [body for body in case.leavers if any((one, body) in case.memberships for one in left)]
        words = say_dependent(names, case.to_names(bodies))
    else:
        gone = [one for one in helpers if one in case.leavers]
        shown = [[_name(case, one, deliverable) for one in group] for group in (gone, left)]
        words = say_left(*shown, to_what="with it")
    return Loss(
        "deliverable", thing.id, thing.label, len(helpers), len(left), tuple(names), words, say_status(proofs), proofs
    )


def _name(case: Case, partner: str, deliverable: str) -> str:
    return say_with_roles(case.things[partner].label, case.network.edges[partner, deliverable]["proofs"])


class _Support:
    """Who helps one outcome, with which deliverables.

    Args:
        case: The case.
        links: The judgements that link deliverables to the outcome.
        helping: The partners of each deliverable.
    """

    def __init__(self, case: Case, links: Sequence[Helped], helping: Mapping[str, Sequence[str]]) -> None:
        self.links = [link for link in links if link.deliverable in helping]
        self.partners = case.sort_by_name(one for link in self.links for one in helping[link.deliverable])
        self.left = [one for one in self.partners if one not in case.leavers]
        self.lost = [link for link in self.links if not set(case.leavers).isdisjoint(helping[link.deliverable])]


def count_outcomes(case: Case, parts: Parts) -> int:
    """How many outcomes the leavers' deliverables were judged to help.

    Args:
        case: The case.
        parts: The parts narrowed to the scope by outcome.
    """
    helping = _group_helpers(parts, case.leavers)
    return len({one.outcome for one in parts.contributions if one.deliverable in helping})


def iter_outcomes(case: Case, parts: Parts) -> Iterator[Loss]:
    """Outcomes with one partner left or none.

    Args:
        case: The case.
        parts: The parts narrowed to the scope by outcome: deliverables of other themes help an outcome too.
    """
    helping = _group_helpers(parts)
    links: dict[str, list[Helped]] = {}
    for one in parts.contributions:
        links.setdefault(one.outcome, []).append(one)
    for outcome in sorted(links, key=lambda iri: (case.things[iri].order, iri)):
        support = _Support(case, links[outcome], helping)
        if support.lost and len(support.left) < 2:
            yield _to_outcome(case, parts, outcome, support)


def _group_helpers(parts: Parts, partners: Sequence[str] = ()) -> dict[str, list[str]]:
    """Who helps with each deliverable; only some partners where they are given."""
    grouped: dict[str, list[str]] = {}
    for part in parts.parts:
        if not partners or part.partner in partners:
            grouped.setdefault(part.deliverable, []).append(part.partner)
    return grouped


def _to_outcome(case: Case, parts: Parts, outcome: str, support: _Support) -> Loss:
    thing, names = case.things[outcome], case.to_names(support.left)
    gone = [one for one in support.partners if one in case.leavers]
    codes = [case.things[link.deliverable].id for link in support.lost]
    return Loss(
        kind="outcome",
        code=thing.id,
        name=thing.label,
        before=len(support.partners),
        after=len(names),
        concerned=tuple(names),
        sentence=(
            f"{say_left(case.to_names(gone), names, to_what='with deliverables that help it')} Help with "
            f"{join_words(codes, most=_MOST_CODES)} would go; that this helps it is {say_judged(support.links)}."
        ),
        status=say_judged(support.links),
        proofs=_list_proofs(parts, {link.deliverable for link in support.links}, {*gone, *support.left}),
    )


def _list_proofs(parts: Parts, deliverables: Collection[str], partners: Collection[str]) -> tuple[Proof, ...]:
    """Where the documents name some partners under some deliverables."""
    found = (part for part in parts.parts if part.partner in partners and part.deliverable in deliverables)
    return tuple(dict.fromkeys(proof for part in found for proof in part.proofs))
