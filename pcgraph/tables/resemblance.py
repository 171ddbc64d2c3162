"""Which known entity a proposed name may be, with a score and a sentence why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from pcgraph.model import Row
from pcgraph.names import to_initials, to_name_key
from pcgraph.tables.register import iter_names

THRESHOLD = 0.86
"""Below it two names are not worth a person's look."""

_MIN_ACRONYM = 3


class Resemblance(NamedTuple):
    """A known entity that a name resembles.

    Attributes:
        entity: Its id.
        score: From 0 to 1.
        why: One sentence.
    """

    entity: str
    score: float
    why: str


def find_resembling(row: Row, known: Sequence[Row]) -> Resemblance | None:
    """The entity that a proposed one resembles most, or None.

    Names are compared word by word without case and hyphens (Indel similarity, as rapidfuzz's
    `ratio`) and are as alike as their least alike word: `District Council` makes no two councils one.
    An acronym is compared with the initials of a longer name.

    Args:
        row: The proposal.
        known: Rows of `entities`; its own row does not count.
    """
    others = [other for other in known if other["id"] != row["id"]]
    found = [*_iter_spelt_alike(row, others), *_iter_initials(row, others)]
    return max(found, key=lambda one: (one.score, one.entity), default=None)


def _iter_spelt_alike(row: Row, others: Iterable[Row]) -> Iterable[Resemblance]:
    names = [(name, other["id"]) for other in others for name in iter_names(other)]
    keys = [to_name_key(name) for name, _ in names]
    for name in iter_names(row):
        near = process.extract(to_name_key(name), keys, scorer=fuzz.ratio, score_cutoff=100 * THRESHOLD, limit=None)
        for _, _, place in near:
            other, entity = names[place]
            if (score := _compare(name, other)) >= THRESHOLD:
                yield Resemblance(entity, round(score, 2), f"“{name}” is spelt almost like “{other}”.")


def _compare(first: str, second: str) -> float:
    """The share of letters in common of the least alike words; of the whole names where the words are not as many."""
    words, others = ([key for part in name.split() if (key := to_name_key(part))] for name in (first, second))
    if len(words) != len(others):
        words, others = [to_name_key(first)], [to_name_key(second)]
    return min(fuzz.ratio(word, other) / 100 for word, other in zip(words, others, strict=True))


def _iter_initials(row: Row, others: Iterable[Row]) -> Iterable[Resemblance]:
    for other in others:
        for short, long in ((row, other), (other, row)):
            acronym = short["acronym"] or (short["name"] if short["name"].isupper() else "")
            if len(acronym) >= _MIN_ACRONYM and acronym != long["acronym"] and to_initials(long["name"]) == acronym:
                yield Resemblance(other["id"], 0.9, f"{acronym} are the initials of “{long['name']}”.")
