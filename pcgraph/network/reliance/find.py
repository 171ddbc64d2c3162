"""Find how much outcomes, themes and deliverables rest on how few partners."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pcgraph.errors import QueryError
from pcgraph.network.parts import Helped, Part, Parts, Proof, Thing
from pcgraph.network.reliance.cover import Cover, find_smallest_cover
from pcgraph.network.reliance.index import to_herfindahl
from pcgraph.network.scope import Scope, read_scope
from pcgraph.store.base import Store

Unit = Literal["outcome", "theme", "deliverable"]
"""What rests on partners: an outcome by the deliverables judged to help it, a theme by its own, a deliverable."""

_EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Reliance:
    """How much one thing rests on how few partners.

    Attributes:
        unit: What it is.
        thing: The thing.
        deliverables: The IRIs of all its deliverables, as people number them.
        helped: Those of them with which a partner is named, each with the partners' IRIs by name.
        counts: Each partner (IRI) with how many of them it helps, most first, then by name.
        index: The Herfindahl index over the partners' shares of these counts: 1 where all rests on one; 0 where
            nobody is named.
        only: The deliverables (IRIs) with one partner, each with that partner's IRI.
        cover: The fewest partners that touch each helped deliverable.
        links: The judgements that tie the deliverables to it; none but for an outcome.
        proofs: Where the documents name the one named most often, and those that are alone with a deliverable.
    """

    unit: Unit
    thing: Thing
    deliverables: tuple[str, ...]
    helped: Mapping[str, tuple[str, ...]]
    counts: tuple[tuple[str, int], ...]
    index: float
    only: tuple[tuple[str, str], ...]
    cover: Cover
    links: tuple[Helped, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Reliances:
    """Reliance on partners.

    Attributes:
        items: Outcomes before themes before deliverables, of each the one that rests on fewest first; those with
            nobody named last.
        scope: What the answer speaks of, in ids.
        parts: What it was made from.
        notes: What is left out, and why; one sentence each.
    """

    items: tuple[Reliance, ...]
    scope: Scope
    parts: Parts
    notes: tuple[str, ...] = ()


def find_reliance(store: Store, scope: Scope = _EVERYTHING, *, unit: Unit | None = None) -> Reliances:
    """How much rests on how few partners, the most dependent first.

    Args:
        store: The graph to read.
        scope: What to narrow it to. A theme is the deliverable's; of outcomes, the outcome's.
        unit: What to weigh; outcomes, then themes when not given.

    Raises:
        QueryError: A filter means nothing, or leaves nothing.

    Example:
        `find_reliance(open_store(path), Scope(theme="T3")).items[0].index`
    """
    if unit == "outcome":
        parts, resolved = read_scope(store, scope, links="contributions")
        return Reliances(weigh_reliance(parts, "outcome", resolved), resolved, parts)
    parts, resolved = read_scope(store, scope)
    if unit:
        return Reliances(weigh_reliance(parts, unit, resolved), resolved, parts)
    themes = weigh_reliance(parts, "theme", resolved)
    try:
        by_outcome = read_scope(store, scope, links="contributions")[0]
    except QueryError as error:  # themes can be told of all the same
        return Reliances(themes, resolved, parts, (f"Outcomes are left out. {error.message}",))
    return Reliances((*weigh_reliance(by_outcome, "outcome", resolved), *themes), resolved, parts)


def weigh_reliance(parts: Parts, unit: Unit, scope: Scope = _EVERYTHING) -> tuple[Reliance, ...]:
    """How much the things of a kind rest on how few partners, from parts that were read and narrowed.

    Args:
        parts: The parts.
        unit: What to weigh.
        scope: What they were narrowed to; themes and their deliverables outside it are not told.
    """
    helping: dict[str, list[Part]] = {}
    for part in parts.parts:
        helping.setdefault(part.deliverable, []).append(part)
    found = [_weigh(parts, unit, thing, links, helping) for thing, links in _iter_things(parts, unit, scope, helping)]
    return tuple(sorted(found, key=lambda one: (not one.counts, -one.index, len(one.counts), one.thing.order)))


_Held = dict[str, Helped | None]
"""A thing's deliverables (IRIs), each with the judgement that ties it to the thing, where it takes one."""


def _iter_things(
    parts: Parts, unit: Unit, scope: Scope, helping: Mapping[str, object]
) -> Iterator[tuple[Thing, _Held]]:
    """Each thing to weigh with its deliverables."""
    if unit == "deliverable":
        for deliverable in helping:
            yield parts.things[deliverable], {deliverable: None}
        return
    held: dict[str, _Held] = {}
    if unit == "outcome":
        for link in parts.contributions:
            held.setdefault(link.outcome, {})[link.deliverable] = link
    else:
        themes = {thing.id: iri for iri, thing in parts.things.items() if thing.kind == "Theme"}
        for thing in _list_deliverables(parts, scope):
            if thing.theme in themes:
                held.setdefault(themes[thing.theme], {})[thing.iri] = None
    for iri, deliverables in held.items():
        yield parts.things[iri], deliverables


def _list_deliverables(parts: Parts, scope: Scope) -> list[Thing]:
    """The deliverables within a scope."""
    return [
        thing
        for thing in parts.things.values()
        if thing.kind == "Deliverable" and scope.theme in ("", thing.theme) and scope.plan in ("", thing.plan)
    ]


def _weigh(parts: Parts, unit: Unit, thing: Thing, held: _Held, helping: Mapping[str, Sequence[Part]]) -> Reliance:
    deliverables = sorted(held, key=lambda iri: (parts.things[iri].order, iri))
    helped = {one: tuple(part.partner for part in helping[one]) for one in deliverables if one in helping}
    counted = Counter(partner for partners in helped.values() for partner in partners)
    counts = sorted(counted.items(), key=lambda pair: (-pair[1], parts.things[pair[0]].label.casefold(), pair[0]))
    only = tuple((one, partners[0]) for one, partners in helped.items() if len(partners) == 1)
    told = {*only, *((one, counts[0][0]) for one in helped)}
    proofs = (proof for one in helped for part in helping[one] if (one, part.partner) in told for proof in part.proofs)
    return Reliance(
        unit=unit,
        thing=thing,
        deliverables=tuple(deliverables),
        helped=helped,
        counts=tuple(counts),
        index=to_herfindahl(counted.values()),
        only=only,
        cover=find_smallest_cover(helped.values()),
        links=tuple(link for link in held.values() if link),
        proofs=tuple(dict.fromkeys(proofs)),
    )
