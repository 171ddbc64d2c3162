"""Reliance as a table, each row with its sentence and its evidence."""

from __future__ import annotations

from collections.abc import Iterable

from pcgraph.network.leaving.words import say_judged, say_status
from pcgraph.network.reliance.find import Reliance, Reliances
from pcgraph.network.reliance.words import describe_reliance
from pcgraph.network.sentences import describe_places, describe_scope
from pcgraph.render.records import Records, Value

_COLUMNS = (
    ("unit", "What"),
    ("code", "Code"),
    ("name", "Name"),
    ("partners", "Partners"),
    ("deliverables", "Deliverables"),
    ("helped", "With a partner"),
    ("reliance", "Reliance"),
    ("only", "With one only"),
    ("fewest", "Fewest that touch all"),
    ("sentence", "In words"),
    ("always", "Needed for that"),
    ("others", "Others that would do"),
    ("status", "Rests on"),
    ("evidence", "Evidence"),
)
_COLUMN_WORDS = (
    "Reliance is the Herfindahl index (Herfindahl 1950, Hirschman 1964): each partner's share of all its links with "
    "the deliverables, squared and added up; 1 where one partner has them all, 0.25 where four share alike. Partners "
    "are organisations and partnerships. Fewest that touch all: the smallest choice of partners such that each "
    "deliverable with a partner would lose one if they left; only if all its partners left would nobody be named."
)


def to_reliance_records(found: Reliances) -> Records:
    """One row for each thing, the most dependent of its kind first."""
    rows = tuple(_to_row(found, one) for one in found.items)
    partners = len({part.partner for part in found.parts.parts})
    narrowed = found.scope.describe()
    title = "Reliance on partners" + (f" ({narrowed})" if narrowed else "")
    note = " ".join((*found.notes, describe_scope(found.parts, found.scope, partners=partners), _COLUMN_WORDS))
    return Records(title, _COLUMNS, rows, note)


def _to_row(found: Reliances, one: Reliance) -> tuple[Value, ...]:
    things = found.parts.things
    return (
        one.unit,
        one.thing.id,
        one.thing.label,
        len(one.counts),
        len(one.deliverables),
        len(one.helped),
        round(one.index, 3) if one.counts else None,
        len(one.only),
        len(one.cover.members) or None,
        describe_reliance(found.parts, one),
        _join(things[iri].label for iri in one.cover.members if iri in one.cover.always),
        _join(things[iri].label for iri in one.cover.members if iri not in one.cover.always),
        say_judged(one.links) if one.links else say_status(one.proofs) or None,
        describe_places(one.proofs) or None,
    )


def _join(names: Iterable[str]) -> str | None:
    return "; ".join(names) or None
