"""What is found of the leads as tables, each row with its sentence and its evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from pcgraph.network.leads.find import Leads, Load
from pcgraph.network.leads.words import (
    describe_bridges,
    describe_concentration,
    describe_load,
    describe_parted,
    describe_partings,
    describe_sources,
    list_pairs,
    name_posts,
    to_code,
)
from pcgraph.network.parts import Thing
from pcgraph.network.sentences import describe_places
from pcgraph.render.records import Records, Value

LeadTable = Literal["posts", "units", "bridges", "parted"]
"""What to show: the load of each post or unit, posts that lead in several themes, actions led by others."""

_LOAD = (
    ("deliverables", "Deliverables"),
    ("actions", "Actions"),
    ("total", "Total"),
    ("share", "Share"),
    ("themes", "Themes"),
    ("sentence", "In words"),
    ("codes", "What it leads"),
    ("evidence", "Evidence"),
)
_BRIDGE_COLUMNS = (
    ("post", "Post"),
    ("unit", "Unit"),
    ("themes", "Themes"),
    ("in_each", "In each"),
    ("only_link", "Only post in both"),
    ("sentence", "In words"),
    ("codes", "What it leads"),
    ("evidence", "Evidence"),
)
_PARTED_COLUMNS = (
    ("action", "Action"),
    ("leads", "Its lead"),
    ("deliverable", "Deliverable"),
    ("deliverable_leads", "Lead of the deliverable"),
    ("same_unit", "One unit"),
    ("sentence", "In words"),
    ("wording", "Wording of the action"),
    ("evidence", "Evidence"),
)
_NOT_STATED = "(not stated)"


def to_lead_records(leads: Leads, table: LeadTable = "posts") -> Records:
    """One of the tables.

    Args:
        leads: What was found.
        table: Which; its note says what the others hold, too.
    """
    make: dict[LeadTable, Callable[[Leads], Records]] = {
        "posts": _to_posts,
        "units": _to_units,
        "bridges": _to_bridges,
        "parted": _to_parted,
    }
    return make[table](leads)


def _to_posts(leads: Leads) -> Records:
    rows = tuple((post.name, post.unit or None, *_to_load(post, "post")) for post in leads.posts)
    columns = (("post", "Post"), ("unit", "Unit"), *_LOAD)
    notes = describe_concentration(leads), describe_bridges(leads), describe_partings(leads)
    return _make("Workload of lead officers by post", leads, columns, rows, notes)


def _to_units(leads: Leads) -> Records:
    rows = tuple((unit.name or _NOT_STATED, "; ".join(unit.posts), *_to_load(unit, "unit")) for unit in leads.units)
    columns = (("unit", "Unit"), ("posts", "Posts"), *_LOAD)
    words = (
        "An item that two posts of a unit lead counts for it once. A unit is stated for a post, or read in its name."
    )
    return _make("Workload of lead officers by unit", leads, columns, rows, (words,))


def _to_load(load: Load, what: str) -> tuple[Value, ...]:
    return (
        len(load.deliverables),
        len(load.actions),
        load.total,
        round(load.share, 3),
        ", ".join(to_code(theme) for theme, _ in load.themes),
        describe_load(load, what),
        _list_codes((*load.deliverables, *load.actions)),
        describe_places(load.proofs),
    )


def _to_bridges(leads: Leads) -> Records:
    several = sorted((post for post in leads.posts if len(post.themes) > 1), key=lambda post: -len(post.themes))
    rows = tuple(
        (
            post.name,
            post.unit or None,
            len(post.themes),
            ", ".join(f"{to_code(theme)} ({count})" for theme, count in post.themes),
            "; ".join(list_pairs(post.joins)) or None,
            describe_load(post),
            _list_codes((*post.deliverables, *post.actions)),
            describe_places(post.proofs),
        )
        for post in several
    )
    return _make("Lead officers who join themes", leads, _BRIDGE_COLUMNS, rows, (describe_bridges(leads),))


def _to_parted(leads: Leads) -> Records:
    rows = tuple(
        (
            one.action.id,
            name_posts(one.leads),
            one.deliverable.id,
            name_posts(one.their_leads),
            one.is_same_unit,
            describe_parted(one),
            one.action.label,
            describe_places(one.proofs),
        )
        for one in leads.parted
    )
    return _make(
        "Actions led by others than their deliverable", leads, _PARTED_COLUMNS, rows, (describe_partings(leads),)
    )


def _make(
    title: str,
    leads: Leads,
    columns: tuple[tuple[str, str], ...],
    rows: tuple[tuple[Value, ...], ...],
    notes: Iterable[str],
) -> Records:
    narrowed = leads.scope.describe()
    note = " ".join((*notes, describe_sources(leads)))
    return Records(f"{title} ({narrowed})" if narrowed else title, columns, rows, note)


def _list_codes(things: Iterable[Thing]) -> str:
    return ", ".join(thing.id for thing in things)
