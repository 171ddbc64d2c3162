"""What a shell offers while a parameter's value is typed."""

from __future__ import annotations

from pcgraph.query.files import Parameter
from pcgraph.query.things import CLASSES, Thing, fetch_things, to_words
from pcgraph.store.base import Store

_MOST = 200
_LEAST_LETTERS = 3
"""From how many letters on names are offered of which a later word begins so."""


def find_completions(store: Store, parameter: Parameter, incomplete: str) -> list[tuple[str, str]]:
    """Values that begin with what is typed, each with the name of the thing.

    Args:
        store: Where the things are.
        parameter: What is asked for.
        incomplete: What is typed so far; the case does not matter.

    Returns:
        Ids and short codes that begin so; the ids of what has a name that begins so, or of which,
        from three letters on, a word does (where any kind of thing may stand, only when no id or code
        begins so); at most 200, in order of ids.
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
    named = by_name if parameter.type != "Thing" or not (by_code or by_id) else {}
    offered = {**by_code, **by_id, **named} if start else by_id
    return list(offered.items())[:_MOST]


def _is_called(thing: Thing, start: str) -> bool:
    """Whether one of a thing's names, or one of the words in it, begins so."""
    if not thing.has_name:
        return False
    if any(name.casefold().startswith(start) for name in thing.names):
        return True
    return len(start) >= _LEAST_LETTERS and any(
        word.startswith(start) for name in thing.names for word in to_words(name)
    )
