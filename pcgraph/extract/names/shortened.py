"""Shorter forms of names that the document prints in full elsewhere: `Tidal Light` of `Tidal Light Service`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from pcgraph.extract.names.gather import Candidate
from pcgraph.extract.names.heads import GENERIC, find_head
from pcgraph.extract.names.lexicon import get_stop_names, is_ordinary
from pcgraph.extract.names.sighting import Sighting

_CALLED = frozenset({"operation", "op"})
_DROPPED = frozenset("service services project charity trust scheme programme cic ltd limited".split())
_SCHEMES = frozenset("pilot initiative project programme scheme campaign".split())
_LEAST, _MOST = 4, 4


def cut_schemes(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Sightings, without the `pilot` behind a name that stands elsewhere without it, or with another word."""
    shared = {stem for name in {one.name for one in sightings} for stem in _iter_stems(name)}
    return [_cut_scheme(one, shared) for one in sightings]


def _iter_stems(name: str) -> Iterator[str]:
    """The beginnings of a name that go on with another capital, and the name itself."""
    words = name.split()
    for size in range(2, len(words) + 1):
        if size == len(words) or words[size][0].isupper():
            yield " ".join(words[:size])


def _cut_scheme(one: Sighting, shared: set[str]) -> Sighting:
    stem, _, last = one.name.rpartition(" ")
    if last not in _SCHEMES or " " not in stem or stem not in shared:
        return one
    return replace(one, name=stem, end=one.end - len(last) - 1)


def iter_shortened(candidate: Candidate, area: frozenset[str]) -> Iterator[str]:
    """The shorter forms in which a name may stand again, always with its capitals.

    An operation is called by its second word, a body without `Service` or `Charity`; neither form may be
    made of topics such as `Hate Crime`, of the area's name or of ordinary words that end in a head.
    """
    words = candidate.name.split()
    if len(words) == 2 and words[0].casefold() in _CALLED and len(words[1]) >= _LEAST:
        if not is_ordinary(words[1]) and words[1].casefold() not in area and words[1][0].isupper():
            yield words[1]
    elif (
        candidate.kind in ("partner", "programme") and 3 <= len(words) <= _MOST + 1 and words[-1].casefold() in _DROPPED
    ):
        rest = words[:-1]
        folds = {word.casefold().removesuffix("s") for word in rest}
        if folds.isdisjoint(_get_topics() | area) and all(word[0].isupper() for word in rest) and not find_head(rest):
            yield " ".join(rest)


@cache
def _get_topics() -> frozenset[str]:
    """Words of phrases that name no entity, and words that make no name of a head."""
    stops = {word.casefold() for name in get_stop_names() for word in name.split()}
    return frozenset(word.removesuffix("s") for word in (*stops, *GENERIC)) | _SMALL


_SMALL = frozenset(
    {"and", "of", "for", "the", "&", "to", "in", "substance", "misuse", "youth", "prevention", "custody"}
)


def count_runs(candidates: Iterable[Candidate]) -> Counter[str]:
    """In how many names each run of words stands that may be a short form."""
    counts: Counter[str] = Counter()
    for candidate in candidates:
        words = candidate.name.split()
        spans = ((first, first + size) for size in range(1, _MOST + 1) for first in range(len(words) - size + 1))
        counts.update({" ".join(words[first:last]) for first, last in spans})
    return counts
