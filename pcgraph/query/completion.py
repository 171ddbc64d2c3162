"""What a shell offers while a parameter's value is typed."""

from __future__ import annotations

from pcgraph.query.files import Parameter
from pcgraph.query.things import CLASSES, NAMED_TYPES, Thing, fetch_things
from pcgraph.store.base import Store

_MOST = 200


def find_completions(store: Store, parameter: Parameter, incomplete: str) -> list[tuple[str, str]]:
    """Values that begin with what is typed, each with the name of the thing.

    Args:
        store: Where the things are.
        parameter: What is asked for.
        incomplete: What is typed so far; the case does not matter.

    Returns:
        Ids and short codes that begin so; the ids of entities of which another name begins so; at
        most 200, in order of ids.
    """
    start = incomplete.casefold()
    if parameter.type == "Rag":
        return [(name, "") for name in ("Green", "Amber", "Red", "White") if name.casefold().startswith(start)]
    if parameter.type != "Thing" and parameter.type not in CLASSES:
        return []
    things = sorted(fetch_things(store, parameter.type), key=lambda thing: thing.identifier)
    by_id = {thing.identifier: thing.label for thing in things if thing.identifier.casefold().startswith(start)}
    by_code = {thing.notation: thing.label for thing in things if thing.notation.casefold().startswith(start)}
    by_code.pop("", None)
    by_name = {thing.identifier: thing.label for thing in things if _is_called(thing, start)}
    named = by_name if parameter.type in NAMED_TYPES else {}
    offered = {**by_code, **by_id, **named} if start else by_id
    return list(offered.items())[:_MOST]


def _is_called(thing: Thing, start: str) -> bool:
    """Whether one of a thing's names begins so."""
    return any(name.casefold().startswith(start) for name in thing.names)
