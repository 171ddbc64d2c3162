"""Partners left with nobody to work with, and parts of the network that are cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import networkx as nx

from pcgraph.network.leaving.case import Case
from pcgraph.network.leaving.losses import Loss
from pcgraph.network.leaving.words import say_part, say_status
from pcgraph.network.linking import PartnerNetwork
from pcgraph.network.sentences import count_words, join_words

_MOST_CODES = 2


def count_ties(case: Case) -> int:
    """With how many other partners the leavers share a deliverable."""
    found = {one for deliverable in case.touched for one in case.network[deliverable]}
    return len(found.difference(case.leavers))


def iter_partners(case: Case) -> Iterator[Loss]:
    """Partners that share a deliverable with none of the others, or one only, once the leavers are gone."""
    near = {one for deliverable in case.touched for one in case.network[deliverable]}
    for partner in case.stays:
        if partner in near:
            mates = {one for deliverable in case.network[partner] for one in case.network[deliverable]} - {partner}
            left = case.sort_by_name(mates.difference(case.leavers))
            if len(left) < 2:
                yield _to_partner(case, partner, len(mates), left)


def _to_partner(case: Case, partner: str, before: int, left: Sequence[str]) -> Loss:
    thing, names = case.things[partner], case.to_names(left)
    shared = [one for one in case.touched if case.network.has_edge(partner, one)]
    proofs = case.list_proofs(shared, (*case.leavers, partner))
    gone = [one for one in case.leavers if any(case.network.has_edge(one, deliverable) for deliverable in shared)]
    lost = join_words(case.to_names(gone))
    if names:
        sentence = f"Apart from {lost}, it shares a deliverable with one partner only: {names[0]}."
    else:
        sentence = f"It shares a deliverable with {lost} and with nobody else named."
    return Loss("partner", thing.id, thing.label, before, len(left), tuple(names), sentence, say_status(proofs), proofs)


def iter_parts(case: Case) -> Iterator[Loss]:
    """Parts of two partners or more that hang together with the rest only through the leavers.

    The largest part of what falls apart is the rest, of equal ones that with the first name. A partner that
    is cut off alone is told of by `iter_partners`, a deliverable by `iter_deliverables`.
    """
    left: PartnerNetwork = case.network.subgraph(set(case.network).difference(case.leavers))
    pieces = [set(piece) for piece in nx.connected_components(left)]
    for component in nx.connected_components(case.network):
        if not component.isdisjoint(case.leavers):
            yield from _iter_pieces(case, [piece for piece in pieces if piece <= component])


def _iter_pieces(case: Case, pieces: Sequence[set[str]]) -> Iterator[Loss]:
    parted = [[one for one in case.stays if one in piece] for piece in pieces]
    order = {partner: place for place, partner in enumerate(case.stays)}
    told = sorted(
        ((partners, piece) for partners, piece in zip(parted, pieces, strict=True) if partners),
        key=lambda pair: (-len(pair[0]), order[pair[0][0]]),
    )
    total = sum(len(partners) for partners, _ in told)
    for partners, piece in told[1:]:
        if len(partners) > 1:
            yield _to_part(case, partners, piece, total)


def _to_part(case: Case, partners: Sequence[str], piece: set[str], total: int) -> Loss:
    names = case.to_names(partners)
    held = sorted(piece.difference(partners), key=lambda iri: (case.things[iri].order, iri))
    proofs = case.list_proofs(held, case.leavers)
    codes = [case.things[iri].id for iri in held]
    return Loss(
        kind="part",
        code="",
        name=f"{count_words(len(names), 'partner')} with {join_words(codes, most=_MOST_CODES)}",
        before=total,
        after=len(partners),
        concerned=tuple(names),
        sentence=say_part(names, codes, others=total - len(partners)),
        status=say_status(proofs),
        proofs=proofs,
    )
