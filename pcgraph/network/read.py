"""Read who takes part in what from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from pcgraph.graph.involvements import HELPING_ROLES, STANDING
from pcgraph.network import queries
from pcgraph.network.parts import NAMED, PARTNER_KINDS, Helped, Link, Part, Parts, Proof, Thing
from pcgraph.store.base import Store, Value, View
from pcgraph.terms import PCG

_Pair = tuple[str, str]
_AGREED = f"{PCG}review-by-office"
_STATED = "stated"


class _Involved(NamedTuple):
    """One involvement as read: who, in or from whom, and where it stands."""

    entity: str
    of: str
    proof: Proof

    @property
    def is_help(self) -> bool:
        return self.proof.role in HELPING_ROLES and self.proof.timing in STANDING


def read_parts(store: Store, *, view: View = "all") -> Parts:
    """All that the networks of partners are made from.

    In the view `stated`, a part means that a partner is named under a deliverable: in its wording, an action or
    an update. What part it plays is read or judged, never stated.

    Args:
        store: The graph to read.
        view: What to read: all; what the office agreed to; what documents state.
    """
    things = _read_things(store, view)
    documents = tuple(sorted(thing.id for thing in things.values() if thing.kind == "Source document"))
    states = {str(state): str(words) for state, words in store.select(queries.STATES).rows}
    involved = _read_involved(store, view, things, states)
    parts, others = _read_help(store, view, things, involved)
    return Parts(
        view=view,
        documents=documents,
        things=things,
        parts=parts,
        others=others,
        ways=_read_ways(store, view, things, involved),
        memberships=_read_memberships(store, view, things, involved),
        ties=_group_ties(things, involved),
        leads=_read_leads(store, view, things),
        contributions=_read_contributions(store, view, things, states),
    )


def _read_things(store: Store, view: View) -> dict[str, Thing]:
    """Everything that a link may name; an action has the plan and theme of its deliverable in every view."""
    things = _read_entities(store, view)
    for class_name, kind in queries.KINDS.items():
        # a thing that documents name differently comes in several rows: the first by letters counts
        rows = sorted(
            tuple(map(_to_text, row)) for row in store.select(queries.select_things(class_name), view=view).rows
        )
        for iri, identifier, label, order, theme, plan, unit in rows:
            things.setdefault(iri, Thing(iri, identifier, kind, label or identifier, theme, plan, order, unit))
    ids = {iri: thing.id for iri, thing in things.items()}
    for iri, thing in things.items():
        if thing.theme or thing.plan:
            things[iri] = replace(thing, theme=ids.get(thing.theme, ""), plan=ids.get(thing.plan, ""))
    for action, deliverable in _read_pairs(store, view, queries.IMPLEMENTS):
        whole = things[deliverable]
        things[action] = replace(things[action], theme=whole.theme, plan=whole.plan)
    return things


def _read_entities(store: Store, view: View) -> dict[str, Thing]:
    """What documents name."""
    kinds = {_to_text(kind): _to_text(words) for kind, words in store.select(queries.ENTITY_KINDS).rows}
    things: dict[str, Thing] = {}
    for row in sorted(tuple(map(_to_text, row)) for row in store.select(queries.ENTITIES, view=view).rows):
        iri, identifier, label, order, kind = row
        things.setdefault(iri, Thing(iri, identifier, kinds[kind], label or identifier, order=order))
    return things


def _read_involved(store: Store, view: View, things: Mapping[str, Thing], states: Mapping[str, str]) -> list[_Involved]:
    """Every involvement of the view."""
    found = []
    for row in store.select(queries.INVOLVEMENTS, view=view).rows:
        entity, deliverable, other, role, timing, state, document, line, as_of = map(_to_text, row)
        role, timing = role.removeprefix(f"{PCG}role-"), timing.removeprefix(f"{PCG}timing-")
        name, is_agreed = things[document].id, state == _AGREED
        proof = Proof(name, line, role, timing, states.get(state, ""), as_of, deliverable, is_agreed)
        found.append(_Involved(entity, other, proof))
    return found


def _read_help(
    store: Store, view: View, things: Mapping[str, Thing], involved: Iterable[_Involved]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Who helps with what, and who is named otherwise."""
    helping: dict[_Pair, list[Proof]] = {}
    others: dict[_Pair, list[Proof]] = {}
    if view == "stated":
        helping = _read_mentions(store, things)
    else:
        helping = {pair: [] for pair in _read_pairs(store, view, queries.select_pairs("supports"))}
    for one in involved:
        pair = (one.entity, one.proof.deliverable)
        if one.is_help and pair in helping:
            helping[pair].append(one.proof)
        elif one.proof.deliverable and things[one.entity].kind in PARTNER_KINDS:
            others.setdefault(pair, []).append(one.proof)
    return _to_parts(things, helping), _to_parts(things, others)


def _read_mentions(store: Store, things: Mapping[str, Thing]) -> dict[_Pair, list[Proof]]:
    """Which partners documents name under which deliverables."""
    found: dict[_Pair, list[Proof]] = {}
    for row in store.select(queries.MENTIONS, view="stated").rows:
        entity, deliverable, document, line = map(_to_text, row)
        if things[entity].kind in PARTNER_KINDS:
            proof = Proof(things[document].id, line, NAMED, status=_STATED, deliverable=deliverable)
            found.setdefault((entity, deliverable), []).append(proof)
    return found


def _read_ways(
    store: Store, view: View, things: Mapping[str, Thing], involved: Iterable[_Involved]
) -> tuple[Link, ...]:
    pairs = _read_pairs(store, view, queries.select_pairs("deliveredThrough"))
    found: dict[_Pair, list[Proof]] = {pair: [] for pair in pairs}
    for one in involved:
        pair = (one.proof.deliverable, one.entity)
        if pair in found and one.proof.role == "delivers" and one.proof.timing in STANDING:
            found[pair].append(one.proof)
    return _to_links(things, found)


def _read_memberships(
    store: Store, view: View, things: Mapping[str, Thing], involved: Iterable[_Involved]
) -> tuple[Link, ...]:
    pairs = _read_pairs(store, view, queries.select_pairs("memberOf"))
    found: dict[_Pair, list[Proof]] = {pair: [] for pair in pairs}
    for one in involved:
        pair = (one.entity, one.of)
        if pair in found and one.proof.role == "member" and one.proof.timing in STANDING:
            found[pair].append(one.proof)
    return _to_links(things, found)


def _group_ties(things: Mapping[str, Thing], involved: Iterable[_Involved]) -> tuple[Link, ...]:
    """Who plays a part in or from whom, now or as planned."""
    found: dict[_Pair, list[Proof]] = {}
    for one in involved:
        if one.of and one.is_help:
            found.setdefault((one.entity, one.of), []).append(one.proof)
    return _to_links(things, found)


def _read_leads(store: Store, view: View, things: Mapping[str, Thing]) -> tuple[Link, ...]:
    actions = dict(_read_pairs(store, view, queries.IMPLEMENTS))
    found: dict[_Pair, list[Proof]] = {}
    for row in store.select(queries.LEADS, view=view).rows:
        subject, post, document, line = map(_to_text, row)
        proofs = found.setdefault((subject, post), [])
        if document:
            deliverable = actions.get(subject, subject)
            proofs.append(Proof(things[document].id, line, "leads", status=_STATED, deliverable=deliverable))
    return _to_links(things, found)


def _read_contributions(
    store: Store, view: View, things: Mapping[str, Thing], states: Mapping[str, str]
) -> tuple[Helped, ...]:
    """Each judgement once; the rows repeat it for each measure."""
    facts: dict[_Pair, tuple[str, str, str]] = {}
    measures: dict[_Pair, list[str]] = defaultdict(list)
    for row in store.select(queries.CONTRIBUTIONS, view=view).rows:
        deliverable, outcome, rank, state, confidence, measure = map(_to_text, row)
        facts[deliverable, outcome] = (rank.removeprefix(f"{PCG}rank-"), confidence, state)
        measures[deliverable, outcome] += [measure] if measure else []
    made = (
        Helped(*pair, rank, tuple(measures[pair]), confidence, states.get(state, ""), state == _AGREED)
        for pair, (rank, confidence, state) in facts.items()
    )
    return tuple(sorted(made, key=lambda one: (*to_key(things[one.deliverable]), *to_key(things[one.outcome]))))


def _read_pairs(store: Store, view: View, query: str) -> list[_Pair]:
    return [(_to_text(source), _to_text(target)) for source, target in store.select(query, view=view).rows]


def _to_parts(things: Mapping[str, Thing], found: Mapping[_Pair, Iterable[Proof]]) -> tuple[Part, ...]:
    """Parts by the partner's name, then by deliverable, as people number them."""
    made = (Part(*pair, _sort_proofs(proofs)) for pair, proofs in found.items())
    return tuple(sorted(made, key=lambda part: (*to_key(things[part.partner]), *to_key(things[part.deliverable]))))


def _to_links(things: Mapping[str, Thing], found: Mapping[_Pair, Iterable[Proof]]) -> tuple[Link, ...]:
    made = (Link(*pair, _sort_proofs(proofs)) for pair, proofs in found.items())
    return tuple(sorted(made, key=lambda link: (*to_key(things[link.source]), *to_key(things[link.target]))))


def to_key(thing: Thing) -> tuple[str, str, str]:
    """What sorts things: names by their letters, numbered things by their numbers."""
    return ("" if "/" in thing.id else thing.label.casefold(), thing.order, thing.iri)


def _sort_proofs(proofs: Iterable[Proof]) -> tuple[Proof, ...]:
    """Each proof once, by document and place."""
    return tuple(sorted(set(proofs), key=_to_place))


def _to_place(proof: Proof) -> tuple[str, str, str, str, str, str, str]:
    line = proof.line.zfill(8)
    return (proof.document, line, proof.role, proof.timing, proof.as_of, proof.status, proof.deliverable)


def _to_text(value: Value) -> str:
    return "" if value is None else str(value)
