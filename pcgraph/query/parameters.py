"""From what a user writes to a term of the graph: an id, a short code, a name, a date.

No user text ever becomes part of a query: things are looked up, and plain values are written
by the RDF library.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from pcgraph.errors import QueryError
from pcgraph.query.files import Parameter
from pcgraph.query.things import Thing, fetch_things, find_exact, find_partial, simplify_name, to_bare_code
from pcgraph.store.base import Store
from pcgraph.terms import PCG, XSD

_RAG = {"g": "Green", "a": "Amber", "r": "Red", "w": "White"}
_MOST_LISTED = 12


class Term(NamedTuple):
    """A parameter's value, ready for a query.

    Attributes:
        text: The term in SPARQL's syntax, as the RDF library writes it.
        note: What the user should know of the choice, such as a code of several plans; may be empty.
    """

    text: str
    note: str


def resolve_parameter(store: Store, parameter: Parameter, value: str) -> Term:
    """The term that a value means.

    Args:
        store: Where things are looked up.
        parameter: What kind of value it must be.
        value: An id, a short code, a name or another spelling (whatever the case), or a plain value.

    Raises:
        QueryError: The value is unknown (with "did you mean"), ambiguous (all are listed), or not
            of the parameter's type.
    """
    if parameter.choices and value not in parameter.choices:
        raise QueryError(f"--{parameter.name}: “{value}” is none of {', '.join(parameter.choices)}.")
    if parameter.type == "Text":
        return Term(_write_literal(value, "string"), "")
    if parameter.type == "Integer":
        return _to_integer(parameter, value)
    if parameter.type == "Date":
        return _to_date(parameter, value)
    if parameter.type == "Rag":
        return _to_rag(parameter, value)
    thing, note = resolve_thing(store, parameter.type, value)
    return Term(str(NamedNode(thing.iri)), note)


def _write_literal(value: str, datatype: str) -> str:
    try:
        return str(Literal(value) if datatype == "string" else Literal(value, datatype=NamedNode(XSD + datatype)))
    except ValueError as error:  # half of a surrogate pair
        raise QueryError("A value holds characters that are not text.", hint="Type it again.") from error


def _to_integer(parameter: Parameter, value: str) -> Term:
    text = value.strip()
    if not (text.isascii() and text.lstrip("-").isdigit() and text.count("-") <= 1):
        raise QueryError(f"--{parameter.name}: {_quote(value)} is not a whole number.", hint="Give one such as 12.")
    return Term(_write_literal(text, "integer"), "")


def _to_date(parameter: Parameter, value: str) -> Term:
    text = value.strip()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise QueryError(
            f"--{parameter.name}: {_quote(value)} is not a date.", hint="Write it as year-month-day: 2020-05-14."
        )
    return Term(_write_literal(text, "date"), "")


def _to_rag(parameter: Parameter, value: str) -> Term:
    text = value.strip().lower()
    name = _RAG.get(text, text.capitalize())
    if name not in _RAG.values():
        raise QueryError(
            f"--{parameter.name}: {_quote(value)} is no RAG status.", hint="There are Green, Amber, Red and White."
        )
    return Term(str(NamedNode(PCG + name)), "")


def resolve_thing(store: Store, type_name: str, value: str) -> tuple[Thing, str]:
    """The thing that a value means, and what to tell the user of the choice.

    A short code that several plans have means the plan at the top; one that is both a
    responsibility code and the acronym of an entity means the entity.

    Args:
        store: Where to look.
        type_name: A type of `PARAMETER_TYPES` that is a kind of thing; `Thing` for any kind.
        value: Its id, short code, acronym, name or another spelling; words that only its name
            holds; its kind and id such as `code/VRU`, or its whole IRI.

    Raises:
        QueryError: Nothing, or more than one thing, is meant.
    """
    wanted = value.strip()
    if not wanted:
        raise QueryError(f"An empty value names no {type_name.lower()}.", hint="Give a code, an id or a name.")
    found = find_exact(store, type_name, wanted)
    if found:
        return _pick(store, found, wanted)
    things = fetch_things(store, type_name)
    if found := _find_by_name(things, wanted) or _find_by_code(things, type_name, wanted):
        return _pick(store, found, wanted)
    if found := find_partial([thing for thing in things if type_name != "Thing" or thing.has_name], wanted):
        return _pick_partial(store, found, wanted)
    raise _describe_unknown(things, type_name, wanted)


def _pick(store: Store, found: Sequence[Thing], wanted: str) -> tuple[Thing, str]:
    """The thing that a code or a whole name means."""
    return found[0] if len(found) == 1 else _choose(store, found, wanted), _describe_choice(store, found, wanted)


def _pick_partial(store: Store, found: Sequence[Thing], wanted: str) -> tuple[Thing, str]:
    """The one thing whose name holds what was written.

    Raises:
        QueryError: Several do.
    """
    if len(found) > 1:
        raise _describe_ambiguous(store, found, wanted)
    thing = found[0]
    return thing, f"{_quote(wanted)} is read as {_name(store, thing, found)} ({_shorten(thing.label)})."


def _find_by_name(things: Sequence[Thing], wanted: str) -> list[Thing]:
    """Things by code or id in another case; failing that, by name; failing that, by its letters alone."""
    from pcgraph.names import to_name_key  # an exact id or code needs none of it

    key, letters = simplify_name(wanted), to_name_key(wanted)
    by_code = [thing for thing in things if key in map(simplify_name, thing.codes)]
    by_name = by_code or [thing for thing in things if key in map(simplify_name, thing.names)]
    if by_name or not letters:
        return by_name
    return [thing for thing in things if thing.is_named and letters in map(to_name_key, thing.names)]


def _find_by_code(things: Sequence[Thing], type_name: str, wanted: str) -> list[Thing]:
    """Things by code as people write it: "theme 3" or "3" for T3, 2019/20 for 2019-20."""
    if type_name == "Thing":
        return []
    text = re.sub(rf"^{type_name}s?\s+", "", wanted, flags=re.IGNORECASE)
    text = re.sub(r"^(\d{4})\s?[/–-]\s?(?:\d\d)?(\d\d)\b", r"\1-\2", text).casefold()
    by_code = [thing for thing in things if text in map(str.casefold, thing.codes)]
    return by_code or [thing for thing in things if text and text == to_bare_code(thing.notation)]


def _choose(store: Store, found: Sequence[Thing], wanted: str) -> Thing:
    """The one of the plan at the top, or the entity that a responsibility code is the acronym of.

    Raises:
        QueryError: The things differ by more than that.
    """
    ranked = _rank(found)
    if [thing.is_named for thing in ranked] == [True, False] and ranked[1].kind == f"{PCG}ResponsibilityCode":
        return ranked[0]
    differ_by_plan = len({thing.kind for thing in found}) == 1 and len({thing.plan for thing in found}) == len(found)
    if differ_by_plan and "" not in {thing.plan for thing in found}:
        return ranked[0]
    raise _describe_ambiguous(store, ranked, wanted)


def _describe_ambiguous(store: Store, found: Sequence[Thing], wanted: str) -> QueryError:
    listed = [f"{_name(store, thing, found)}  {thing.label}" for thing in found]
    return QueryError(
        f"{_quote(wanted)} may mean {len(found)} things.", hint="Give the id of one of those above.", details=listed
    )


def _rank(found: Sequence[Thing]) -> list[Thing]:
    """Entities first; plans at the top before the other plans, the newest first."""
    by_id = sorted(found, key=lambda thing: thing.identifier)
    by_start = sorted(by_id, key=lambda thing: thing.plan_start, reverse=True)
    return sorted(by_start, key=lambda thing: (not thing.is_named, thing.is_yearly))


def _describe_choice(store: Store, found: Sequence[Thing], wanted: str) -> str:
    if len(found) < 2:
        return ""
    chosen, *others = _rank(found)
    newest = max(others, key=lambda thing: thing.plan_start)
    meant = f"{_name(store, newest, found)} ({_shorten(newest.label)})"
    return f"{wanted} is read as {chosen.identifier}. Did you mean {meant}?"


def _shorten(label: str) -> str:
    return label if len(label) <= 60 else f"{label[:59].rstrip()}…"


def _name(store: Store, thing: Thing, others: Sequence[Thing]) -> str:
    """A thing's id; its kind before it where an id alone would not tell it apart."""
    from urllib.parse import unquote  # costs 2 ms, for what is ambiguous only

    alike = [other for other in others if simplify_name(thing.identifier) in map(simplify_name, other.codes)]
    return thing.identifier if len(alike) == 1 else unquote(thing.iri.removeprefix(store.base))


def _describe_unknown(things: Sequence[Thing], type_name: str, wanted: str) -> QueryError:
    noun = "thing" if type_name == "Thing" else f"{type_name.lower()}"
    if not things:
        return QueryError(f"There is no {noun} in the graph.", hint="Has a document that names one been read?")
    if close := _find_close(things, wanted):
        hint = f"Did you mean {' or '.join(close)}?"
    elif len(things) <= _MOST_LISTED:
        hint = f"There are: {', '.join(sorted(thing.codes[-1] for thing in things))}"
    else:
        hint = f"There are {len(things)}; press the tab key to be offered them, or list them with a query."
    return QueryError(f"There is no {noun} {_quote(wanted)}.", hint=hint)


def _find_close(things: Sequence[Thing], wanted: str) -> list[str]:
    """Up to three things whose code or name is close to what was written."""
    from rapidfuzz import fuzz, process  # costs 19 ms, for an error only

    keys = {(simplify_name(key), thing.identifier): thing for thing in things for key in (*thing.codes, *thing.names)}
    texts = {key: key[0] for key in keys}
    matches = process.extract(simplify_name(wanted), texts, scorer=fuzz.WRatio, limit=9, score_cutoff=70)
    close = dict.fromkeys(f"{keys[match[2]].identifier} ({keys[match[2]].label})" for match in matches)
    return list(close)[:3]


def _quote(value: str) -> str:
    """A user's value in a message: one line, not too long."""
    shown = " ".join(value.split())
    return f"“{shown[:60]}…”" if len(shown) > 60 else f"“{shown}”"
