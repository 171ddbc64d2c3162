"""What rests on one partner only, and how much each outcome rests on few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcgraph.network.docs.marks import say_places, to_item, to_table, to_text
from pcgraph.network.docs.material import Material
from pcgraph.network.leaving.words import say_judged
from pcgraph.network.reliance import Reliance, weigh_reliance
from pcgraph.network.sentences import count_words, join_words
from pcgraph.network.shared import shorten

_MOST_ALONE = 15
_MOST_OUTCOMES = 20
_MOST_NAMES = 3
_COLUMNS = ("outcome", "partners", "with", "reliance", "named most often", "where")
_ALONE = "### With one partner only\n"
_RELIANCE = "### Reliance on partners, by outcome\n"
_NOT_JUDGED = (
    "No deliverable is judged to help an outcome yet, so that nothing can be said of outcomes: "
    "`pcgraph propose contributions`."
)
_INDEX = (
    "Reliance (the Herfindahl index) is 1 where one partner has all the links with an outcome's deliverables, "
    "0.25 where four share them alike; what rests on fewest comes first. Which deliverable helps which outcome is"
)


def write_alone(material: Material) -> list[str]:
    """The section of outcomes and deliverables with one partner only."""
    outcomes = [one for one in _weigh_outcomes(material) if len(one.counts) == 1]
    lines = [_ALONE, to_text(" ".join(_iter_counts(material, outcomes))), ""]
    items = [_to_outcome_item(material, one) for one in outcomes]
    items += [_to_deliverable_item(material, one) for one in _list_alone(material)]
    if len(items) > _MOST_ALONE:
        items[_MOST_ALONE:] = [f"- {len(items) - _MOST_ALONE:,} more: `pcgraph network exposure --by deliverable`."]
    return lines[: None if items else -1] + items


def _weigh_outcomes(material: Material) -> Sequence[Reliance]:
    return weigh_reliance(material.parts, "outcome")


def _list_alone(material: Material) -> list[Reliance]:
    """The deliverables with one partner, as people number them."""
    found = [one for one in weigh_reliance(material.parts, "deliverable") if len(one.counts) == 1]
    return sorted(found, key=lambda one: (one.thing.order, one.thing.iri))


def _iter_counts(material: Material, outcomes: Sequence[Reliance]) -> Iterator[str]:
    things = material.parts.things
    if material.parts.contributions and not outcomes:
        yield "No outcome rests on one partner alone."
    named = len({part.deliverable for part in material.parts.parts})
    alone = _list_alone(material)
    bodies = sum(things[one.counts[0][0]].kind == "Partnership" for one in alone)
    made = f", {bodies} of them a partnership that has members of its own" if bodies else ""
    total = sum(thing.kind == "Deliverable" for thing in things.values())
    yield f"Of {count_words(total, 'deliverable')}, {named:,} have a partner named; {len(alone):,} of these one only{made}."


def _to_outcome_item(material: Material, one: Reliance) -> str:
    name = material.parts.things[one.counts[0][0]].label
    words = f"rests on {name} alone, named with {len(one.helped)} of {_count_helping(one)}."
    return to_item(f"{one.thing.id} {shorten(one.thing.label)}", words, one.proofs)


def _count_helping(one: Reliance) -> str:
    return f"{count_words(len(one.deliverables), 'deliverable')} judged to help it"


def _to_deliverable_item(material: Material, one: Reliance) -> str:
    (partner, _), wording = one.counts[0], shorten(one.thing.label)
    return to_item(f"{one.thing.id}:", f"{material.parts.things[partner].label}, with “{wording}”", one.proofs)


def write_reliance(material: Material) -> list[str]:
    """The section of reliance by outcome."""
    found = _weigh_outcomes(material)
    if not found:
        return [_RELIANCE, _NOT_JUDGED]
    told = [one for one in found if one.counts]
    lines = [_RELIANCE, f"{_INDEX} {say_judged(material.parts.contributions)}."]
    if told:
        rows = (_to_row(material, one) for one in told[:_MOST_OUTCOMES])
        lines += ["", *to_table(_COLUMNS, rows, numbers=(1, 3)), ""]
    return lines + [" ".join(_iter_left_out(material, found))]


def _to_row(material: Material, one: Reliance) -> tuple[str, ...]:
    most = one.counts[0][1]
    often = [partner for partner, count in one.counts if count == most]
    names = join_words([material.parts.things[iri].label for iri in often], most=_MOST_NAMES)
    return (
        f"{one.thing.id} {shorten(one.thing.label)}",
        f"{len(one.counts):,}",
        f"{len(one.helped)} of {count_words(len(one.deliverables), 'deliverable')}",
        f"{one.index:.2f}",
        f"{names} ({most} {'each' if len(often) > 1 else 'of them'})",
        say_places(material.list_proofs(often[:_MOST_NAMES], one.helped)),
    )


def _iter_left_out(material: Material, found: Sequence[Reliance]) -> Iterator[str]:
    told = [one for one in found if one.counts]
    if len(told) > _MOST_OUTCOMES:
        yield f"{len(told) - _MOST_OUTCOMES:,} more: `pcgraph network exposure --by outcome`."
    if none := sorted((one.thing for one in found if not one.counts), key=lambda thing: thing.order):
        yield to_text(f"No partner is named with the deliverables of {join_words([thing.id for thing in none])}.")
    judged = {one.thing.iri for one in found}
    outcomes = (thing for thing in material.parts.things.values() if thing.kind == "Outcome")
    if rest := sorted((one for one in outcomes if one.iri not in judged), key=lambda thing: thing.order):
        yield to_text(f"No deliverable is judged to help {join_words([thing.id for thing in rest])}.")
