"""What rests on one partner only, and how much each outcome rests on few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pcgraph.network.docs.marks import say_places, to_item, to_table, to_text
from pcgraph.network.docs.material import Material
from pcgraph.network.leaving.words import say_judged
from pcgraph.network.reliance import Reliance, weigh_reliance
from pcgraph.network.sentences import count_words, join_words
from pcgraph.network.shared import shorten

_MOST_ALONE = 15
_MOST_OUTCOMES = 20
_LONGEST = 40
_COLUMNS = ("outcome", "partners", "helped", "index", "named most often", "where")
_ALONE = "### With one partner only\n"
_RELIANCE = "### Reliance on partners, by outcome\n"
_NOT_JUDGED = (
    "No deliverable is judged to help an outcome yet, so that nothing can be said of outcomes: "
    "`pcgraph propose contributions`."
)
_INDEX = (
    "The index (Herfindahl) is 1 where one partner has all the links with an outcome's deliverables, "
    "0.25 where four share them alike. Which deliverable helps which outcome is"
)


def write_alone(material: Material) -> list[str]:
    """The section of outcomes and deliverables with one partner only."""
    outcomes = [one for one in weigh_reliance(material.parts, "outcome") if len(one.counts) == 1]
    alone = _list_alone(material)
    lines = [_ALONE, to_text(" ".join(_iter_counts(material, outcomes, alone)))]
    items = [_to_outcome_item(material, one) for one in outcomes]
    items += _list_by_plan(material, alone[:_MOST_ALONE])
    if len(alone) > _MOST_ALONE:
        items.append(f"- {len(alone) - _MOST_ALONE:,} more: `pcgraph network exposure --by deliverable`.")
    return [*lines, "", *items] if items else lines


def _list_alone(material: Material) -> list[Reliance]:
    """The deliverables with one partner, as people number them."""
    found = [one for one in weigh_reliance(material.parts, "deliverable") if len(one.counts) == 1]
    return sorted(found, key=lambda one: (one.thing.order, one.thing.iri))


def _iter_counts(material: Material, outcomes: Sequence[Reliance], alone: Sequence[Reliance]) -> Iterator[str]:
    things = material.parts.things
    if material.parts.contributions and not outcomes:
        yield "No outcome rests on one partner alone."
    if single := _list_on_one_organisation(material, outcomes):
        rests = join_words([f"{one.thing.id} rests on {_say_partner(material, one)}" for one in single])
        yield f"Counting organisations alone (boards and panels are made of them), {rests}."
    named = len({part.deliverable for part in material.parts.parts})
    bodies = sum(things[one.counts[0][0]].kind == "Partnership" for one in alone)
    made = f", {bodies:,} of them a partnership with members of its own" if bodies else ""
    total = count_words(sum(thing.kind == "Deliverable" for thing in things.values()), "deliverable")
    yield f"Of {total}, {_say_have(named)} a partner named; {_say_have(len(alone))} one only{made}."


def _list_on_one_organisation(material: Material, told: Sequence[Reliance]) -> list[Reliance]:
    """The outcomes with one organisation named, in their order; those that are told to have one partner left out."""
    things = material.parts.things
    parts = tuple(part for part in material.parts.parts if things[part.partner].kind == "Partner")
    found = weigh_reliance(replace(material.parts, parts=parts), "outcome")
    known = {one.thing.iri for one in told}
    single = (one for one in found if len(one.counts) == 1 and one.thing.iri not in known)
    return sorted(single, key=lambda one: (one.thing.order, one.thing.iri))


def _say_have(count: int) -> str:
    return f"{count:,} {'has' if count == 1 else 'have'}"


def _to_outcome_item(material: Material, one: Reliance) -> str:
    name = material.parts.things[one.counts[0][0]].label
    size = len(one.deliverables)
    count = "the one deliverable" if size == 1 else f"{len(one.helped):,} of the {size:,} deliverables"
    words = f"rests on {name} alone, named with {count} judged to help it."
    return to_item(f"{one.thing.id} {shorten(one.thing.label)}", words, one.proofs)


def _list_by_plan(material: Material, alone: Sequence[Reliance]) -> list[str]:
    """An item for each plan, with its deliverables by their short codes."""
    by_plan: dict[str, list[str]] = {}
    for one in alone:
        by_plan.setdefault(one.thing.plan, []).append(f"{one.thing.code} {_say_partner(material, one)}")
    return [to_item(f"{plan}:", f"{'; '.join(told)}.") for plan, told in by_plan.items()]


def _say_partner(material: Material, one: Reliance) -> str:
    return f"{material.parts.things[one.counts[0][0]].label} ({say_places(one.proofs)})"


def write_reliance(material: Material) -> list[str]:
    """The section of reliance by outcome."""
    found = weigh_reliance(material.parts, "outcome")
    if not found:
        return [_RELIANCE, _NOT_JUDGED]
    told = [one for one in found if one.counts]
    lines = [_RELIANCE, f"{_INDEX} {say_judged(material.parts.contributions)}."]
    if told:
        rows = (_to_row(material, one) for one in told[:_MOST_OUTCOMES])
        lines += ["", *to_table(_COLUMNS, rows, numbers=(1, 3))]
    left_out = " ".join(_iter_left_out(material, found))
    return [*lines, "", left_out] if left_out else lines


def _to_row(material: Material, one: Reliance) -> tuple[str, ...]:
    partner, most = one.counts[0]
    alike = sum(count == most for _, count in one.counts) - 1
    also = f", as {'is' if alike == 1 else 'are'} {count_words(alike, 'other')}" if alike else ""
    return (
        f"{one.thing.id} {shorten(one.thing.label, _LONGEST)}",
        f"{len(one.counts):,}",
        f"{len(one.helped)} of {len(one.deliverables)}",
        f"{one.index:.2f}",
        f"{material.parts.things[partner].label} ({most}{also})",
        say_places(material.list_proofs([partner], one.helped), most=1),
    )


def _iter_left_out(material: Material, found: Sequence[Reliance]) -> Iterator[str]:
    told = sum(bool(one.counts) for one in found)
    if told > _MOST_OUTCOMES:
        yield f"{told - _MOST_OUTCOMES:,} more: `pcgraph network exposure --by outcome`."
    if none := sorted((one.thing for one in found if not one.counts), key=lambda thing: thing.order):
        yield to_text(f"No partner is named with the deliverables of {join_words([thing.id for thing in none])}.")
    judged = {one.thing.iri for one in found}
    outcomes = (thing for thing in material.parts.things.values() if thing.kind == "Outcome")
    if rest := sorted((one for one in outcomes if one.iri not in judged), key=lambda thing: thing.order):
        yield to_text(f"No deliverable is judged to help {join_words([thing.id for thing in rest])}.")
