"""What acronyms that a document spells out stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pcgraph.extract.names.acronyms import Definition, iter_definitions
from pcgraph.extract.names.force import Area
from pcgraph.extract.names.heads import Headed, find_head, find_head_word
from pcgraph.extract.names.knowledge import Knowledge
from pcgraph.extract.names.lexicon import get_abbreviations
from pcgraph.extract.names.national import find_national
from pcgraph.extract.names.place import Place, is_no_name
from pcgraph.extract.names.sighting import Sighting
from pcgraph.extract.names.words import Word

_SPELT = 0.95
_SCHEMES = frozenset({"process", "programme", "scheme", "project", "pilot", "initiative"})


def read_definitions(places: Sequence[Place]) -> list[Definition]:
    """Every acronym that the texts spell out."""
    return [one for place in places for one in iter_definitions(place.number, place.text, place.words)]


def learn_acronyms(definitions: Sequence[Definition], places: Sequence[Place], area: Area) -> dict[str, str]:
    """The kind of each acronym that is spelt out, `none` where it stands for no entity."""
    kinds: dict[str, str] = {}
    for one in definitions:
        kind = _find_kind(one, places[one.text], area)
        if kinds.get(one.acronym, "none") == "none":
            kinds[one.acronym] = kind
    return kinds


def _find_kind(one: Definition, place: Place, area: Area) -> str:
    """What an acronym's long name, or the head behind the two, says of it."""
    known = find_national(one.acronym) if one.acronym not in get_abbreviations() else None
    long = find_national(one.name) or known
    if long and _agree(one.name, long.name):
        return long.kind
    texts = one.name.split()
    headed = find_head(texts) if "," not in one.name else None
    if headed and headed.modifiers and headed.kind in ("none", "document") and _is_scheme(one, place):
        return "programme"
    if headed and headed.modifiers and not (headed.kind != "none" and is_no_name(texts, Knowledge(area))):
        return headed.kind
    if is_no_name(texts, Knowledge(area)) or one.acronym in get_abbreviations():
        return "none"
    following = find_following(one, place.words)
    head = find_head_word(following.text) if following else None
    return head.kind if head else "none"


def _is_scheme(one: Definition, place: Place) -> bool:
    """Whether the word behind a definition calls it a scheme: `Marsh Alcohol Area (MAA) programme`."""
    following = find_following(one, place.words)
    return bool(following and following.text in _SCHEMES)


def _agree(first: str, second: str) -> bool:
    """Whether two long names begin alike: an acronym may stand for something else elsewhere."""
    return first[:2].casefold() == second[:2].casefold() or first.split(maxsplit=1)[0].casefold() in (
        "her",
        "his",
        "hm",
    )


def find_following(one: Definition, words: Sequence[Word]) -> Word | None:
    """The word right behind a definition's closing bracket."""
    if one.after >= len(words) or not re.fullmatch(r"['’]?\)[ ]", words[one.after].gap):
        return None
    return words[one.after]


def iter_defined(
    definitions: Sequence[Definition], places: Sequence[Place], acronyms: Mapping[str, str]
) -> Iterator[Sighting]:
    """Sightings of long names and of the acronyms that stand with them."""
    for one in definitions:
        kind = acronyms[one.acronym]
        if kind == "none":
            continue
        text = places[one.text].text
        why = f"is spelt out as {one.acronym}"
        yield Sighting(one.text, one.start, one.end, text[one.start : one.end], kind, _SPELT, why)


def iter_topical(
    definitions: Sequence[Definition], places: Sequence[Place], acronyms: Mapping[str, str]
) -> Iterator[Sighting]:
    """Teams and boards for a topic that is spelt out: `Hate Crime (HC) team`."""
    for one in definitions:
        place = places[one.text]
        last = one.after
        while last < min(len(place.words), one.after + 2) and (last > one.after or find_following(one, place.words)):
            if last > one.after and not place.words[last].joins:
                break
            last += 1
        for end in range(last, one.after, -1):
            tail = [word.text for word in place.words[one.after : end]]
            headed = find_head([*one.name.split(), *tail])
            if (
                acronyms[one.acronym] == "none"
                and headed
                and not headed.is_hint
                and headed.kind != "none"
                and _is_head(tail)
            ):
                yield from _make_topical(one, place, end, headed)
                break


def _is_head(tail: Sequence[str]) -> bool:
    head = find_head_word(tail[-1])
    return bool(head and (head.may_be_small or tail[-1][0].isupper()))


def _make_topical(one: Definition, place: Place, end: int, headed: Headed) -> Iterator[Sighting]:
    last = place.words[end - 1].end
    tail = place.text[place.words[one.after].start : last]
    why = f"is spelt out before “{headed.word}”"
    name, short = f"{one.name} {tail}", f"{one.acronym} {tail}"
    yield Sighting(one.text, one.start, last, name, headed.kind, _SPELT, why, place.text[one.start : last])
    yield Sighting(one.text, one.start, last, name, headed.kind, _SPELT, why, short)


def iter_spelt(definitions: Sequence[Definition], sightings: Sequence[Sighting]) -> Iterator[tuple[Definition, str]]:
    """Acronyms of names whose kind only their place in the text told, with that kind."""
    ends = {(one.text, one.end): one.kind for one in sightings}
    for one in definitions:
        kind = ends.get((one.text, one.end))
        if kind and one.acronym not in get_abbreviations():
            yield one, kind
