"""Boards, panels and groups that lose members or are lost to them, and pairs of members who share nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from pcgraph.network.leaving.case import Case
from pcgraph.network.leaving.losses import Loss
from pcgraph.network.leaving.words import say_left, say_status
from pcgraph.network.parts import PARTNER_KINDS, Proof
from pcgraph.network.sentences import count_words, join_words

_MOST_PAIRS = 3
_Pair = tuple[str, str]


def iter_bodies(case: Case) -> Iterator[Loss]:
    """Bodies with one member left or none, then bodies that leave, to their members' loss."""
    joined = case.sort_by_name(body for leaver in case.leavers for body in case.list_bodies(leaver))
    for body in joined:
        members = case.list_members(body)
        left = [one for one in members if one not in case.leavers]
        if body not in case.leavers and len(left) < 2:
            gone = [one for one in members if one in case.leavers]
            sentence = say_left(case.to_names(gone), case.to_names(left), to_what="as its member")
            yield _to_body(case, body, (*gone, *left), left, sentence)
    for body in case.leavers:
        if members := case.list_members(body):
            sentence = f"It has {count_words(len(members), 'member')} named, who would lose it."
            yield _to_body(case, body, members, members, sentence, after=0)


def _to_body(
    case: Case, body: str, held: Sequence[str], named: Sequence[str], sentence: str, *, after: int | None = None
) -> Loss:
    """A body's loss; `held` are the members whose memberships it rests on."""
    thing, proofs = case.things[body], _list_proofs(case, body, held)
    return Loss(
        kind="partnership",
        code=thing.id,
        name=thing.label,
        before=len(case.list_members(body)),
        after=len(named) if after is None else after,
        concerned=tuple(case.to_names(named)),
        sentence=sentence,
        status=say_status(proofs),
        proofs=proofs,
    )


def _list_proofs(case: Case, body: str, members: Sequence[str]) -> tuple[Proof, ...]:
    return tuple(dict.fromkeys(proof for member in members for proof in case.memberships[member, body]))


def iter_pairs(case: Case) -> Iterator[Loss]:
    """For each body that leaves, the pairs of its members that would share nothing else named, or one thing only.

    Two partners share each deliverable under which both are named otherwise than as members of a body that
    leaves, and each other body of which both are members.
    """
    for body in case.leavers:
        members = [
            one for one in case.list_members(body) if case.things[one].kind in PARTNER_KINDS and one not in case.leavers
        ]
        shared = {pair: _list_shared(case, pair) for pair in combinations(members, 2)}
        if any(len(things) < 2 for things in shared.values()):
            yield _to_pairs(case, body, members, shared)


def _list_shared(case: Case, pair: _Pair) -> list[str]:
    """The ids of what two partners would still share."""
    held = [
        {one for one in case.network[partner] if (partner, one) not in case.dependent}
        if partner in case.network
        else set()
        for partner in pair
    ]
    deliverables = sorted(held[0] & held[1], key=lambda iri: (case.things[iri].order, iri))
    both = set(case.list_bodies(pair[0])) & set(case.list_bodies(pair[1]))
    bodies = [one for one in case.sort_by_name(both) if one not in case.leavers]
    return [case.things[one].id for one in deliverables] + case.to_names(bodies)


def _to_pairs(case: Case, body: str, members: Sequence[str], shared: dict[_Pair, list[str]]) -> Loss:
    thing, proofs = case.things[body], _list_proofs(case, body, members)
    lost = [_name(case, pair) for pair, things in shared.items() if not things]
    once = [f"{_name(case, pair)} ({things[0]})" for pair, things in shared.items() if len(things) == 1]
    is_all = len(lost) == len(shared)
    return Loss(
        kind="pair",
        code=thing.id,
        name=thing.label,
        before=len(shared),
        after=len(shared) - len(lost),
        concerned=tuple(case.to_names(members) if is_all else lost or once),
        sentence=" ".join(_iter_pair_words(len(members), len(shared), lost, once)),
        status=say_status(proofs),
        proofs=proofs,
    )


def _name(case: Case, pair: _Pair) -> str:
    return " – ".join(case.to_names(pair))


def _iter_pair_words(size: int, total: int, lost: Sequence[str], once: Sequence[str]) -> Iterator[str]:
    if len(lost) == total:
        yield f"Its {size} members that are partners share nothing else named: {count_words(total, 'pair')}."
    elif lost:
        verb = "share" if len(lost) > 1 else "shares"
        yield f"Of {total} pairs of its {size} members that are partners, {len(lost)} {verb} nothing else named."
    if once:
        yield f"{join_words(once, most=_MOST_PAIRS)} {'share' if len(once) > 1 else 'shares'} one other thing only."
