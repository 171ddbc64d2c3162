"""Persons' names taken out of words that go into a table."""

from __future__ import annotations

import re

from pcgraph.extract.names.lexicon import get_heads, is_ordinary
from pcgraph.extract.names.people import is_person

PERSON = "[person]"

_WORD = r"[^\W\d_][\w’'/-]*"
_RUN = re.compile(rf"\b(?=[A-Z]){_WORD}(?:\.? (?=[A-Z]){_WORD})*")
_POSSESSIVE = re.compile(r"['’]s?$")
_RANKS = frozenset("dci dc ds di pc pcso supt superintendent insp inspector sgt sergeant constable".split())
_BEFORE_RANKS = frozenset("det detective ch chief deputy assistant asst temp acting police".split())
_ACTING = re.compile(r"^[ta]/", re.IGNORECASE)
_LONGEST = 3


def blank_persons(text: str) -> str:
    """A text with persons' names replaced by a word in brackets; an organisation named after a person stays.

    >>> blank_persons("case of Det Supt Joan Fenwick's family and the Joan Fenwick Trust")
    "case of Det Supt [person]'s family and the Joan Fenwick Trust"
    """
    return _RUN.sub(lambda run: _blank_run(text, run), text)


def _blank_run(text: str, run: re.Match[str]) -> str:
    """A run of words in capitals, the person in it blanked."""
    words = run[0].split(" ")
    plain = [_POSSESSIVE.sub("", word).rstrip(".") for word in words]
    if len(words) > 1 and plain[-1].casefold() in get_heads():
        return run[0]
    ranks = _count_ranks(plain)
    for first in range(ranks, len(words)):
        start = run.start() + len(" ".join([*words[:first], ""]))
        before = text[max(0, start - 40) : start]
        for last in range(min(len(words), first + _LONGEST), first, -1):
            named = plain[first:last]
            if (first == ranks > 0 and not any(map(_is_of_unit, named))) or is_person(named, before):
                tail = words[last - 1][len(plain[last - 1]) :]
                return " ".join([*words[:first], PERSON + tail, *words[last:]])
    return run[0]


def _count_ranks(words: list[str]) -> int:
    """How many words in front are a rank: `T/DCI`, `Det Ch Supt`, but not `Chief` or `Police` alone."""
    folded = [_ACTING.sub("", word).casefold() for word in words]
    count = next((i for i, word in enumerate(folded) if word not in _RANKS | _BEFORE_RANKS), len(words))
    return count if count and folded[count - 1] in _RANKS else 0


def _is_of_unit(word: str) -> bool:
    """Whether a word behind a rank names the unit or area, not the person."""
    return is_ordinary(word) or word.isupper()
