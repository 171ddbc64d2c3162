"""Names that stand as owners within longer names: the council in `Marsh Council Hate Crime Plan`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from pcgraph.extract.mention import Mention
from pcgraph.extract.names.forms import FormIndex, Found
from pcgraph.extract.names.heads import find_head
from pcgraph.extract.names.lexicon import is_ordinary
from pcgraph.extract.names.place import Place
from pcgraph.extract.names.words import Word

_OWNERS = frozenset({"partner", "partnership", "programme"})
_OWNED = frozenset({"document", "system", "programme", "post", "force-unit"})
"""Kinds of what an organisation may own by its bare name; organisations are owned by acronyms and possessives."""


def iter_nested(mentions: Sequence[Mention], places: Mapping[int, Place], index: FormIndex) -> Iterator[Mention]:
    """The owners within names.

    Args:
        mentions: The names found, none overlapping.
        places: The text of each mention by the identity of its text.
        index: The spellings of all known names.
    """
    starts = {key: [word.start for word in place.words] for key, place in places.items()}
    for outer in mentions:
        words = places[id(outer.text)].words
        first = bisect_left(starts[id(outer.text)], outer.start)
        last = bisect_left(starts[id(outer.text)], outer.end)
        inner = list(words[first : last - 1]) if outer.kind != "post" else list(words[first:last])
        bars = [place == 0 and outer.kind == "post" for place in range(len(inner))]
        for found in list(index.find(inner, bars)):
            if _owns(outer, found, words[first:last]):
                start, end = found.get_span(inner)
                yield Mention(outer.text, start, end, found.form.entity, found.form.kind)


def _owns(outer: Mention, found: Found, words: Sequence[Word]) -> bool:
    """Whether a name within another one is the name of its owner."""
    inner, rest = words[found.first : found.last], words[found.last :]
    if found.form.entity == outer.entity or found.form.kind not in _OWNERS or len(inner) == len(words):
        return False
    if len(inner) == 1 and inner[0].shape != "acronym" and is_ordinary(inner[0].text):
        return False
    if outer.kind == "post" and found.first and words[found.first - 1].text in ("of", "the", "for", "at"):
        return True
    if found.first or not (find_head([word.text for word in rest]) or all(word.shape == "acronym" for word in rest)):
        return False
    marked = inner[-1].owns or inner[-1].fold == "council" or inner[-1].shape == "acronym"
    return outer.kind in _OWNED or marked
