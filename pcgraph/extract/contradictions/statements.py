"""Figures of one fact that differ between two places of a report.

Two figures are of one fact where their units and head nouns are the same, their sentences share
further words of their own, and neither names a place, month or qualifier that the other lacks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from pcgraph.dates import MONTHS
from pcgraph.extract.contradictions.finding import Finding, say
from pcgraph.extract.contradictions.repeats import to_content
from pcgraph.extract.contradictions.sentence import Marked
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.words import is_plural

MIN_SHARED = 3
"""Two sentences share so many words of content, the head noun not counted, where they may tell one fact."""
MIN_PART = 0.5
"""The shorter sentence shares so large a part of its words."""
MAX_PLACES = 4
"""A word that stands beside a noun in more sentences than this says nothing of one fact."""

_SLACK = Decimal("0.15")
_APART = re.compile(
    r"\b(?:further|additional|another|others?|more|remaining|of which|of whom|of these|of them|second|third|next"
    r"|previous|previously|last|target|aim|per|each|every|compared|than|against|from|up to|new|first|now|also"
    r"|will|would)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w'’&-]+")
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset(MONTHS)


class _Fact(NamedTuple):
    sentence: Marked
    figure: Figure
    head: str
    words: frozenset[str]


def iter_statement_findings(sentences: Sequence[Marked]) -> Iterator[Finding]:
    """Figures of one fact that differ, always as info: two sentences are seldom surely of one fact.

    Args:
        sentences: Every sentence with figures of a document's narratives.
    """
    by_word: dict[tuple[str, str, str], list[_Fact]] = defaultdict(list)
    for fact in _iter_facts(sentences):
        for word in sorted(fact.words - {fact.head}):
            by_word[fact.figure.unit, fact.head, word].append(fact)
    seen: set[tuple[int, int]] = set()
    for facts in by_word.values():
        for earlier, later in pairwise(facts) if len(facts) <= MAX_PLACES else ():
            pair = (id(earlier.figure), id(later.figure))
            if pair not in seen and _is_one_fact(earlier, later):
                yield _to_finding(earlier, later)
            seen.add(pair)


def _iter_facts(sentences: Sequence[Marked]) -> Iterator[_Fact]:
    """The figures that are told plainly, one of their kind in a sentence."""
    for sentence in sentences:
        words = to_content(sentence.words)
        for figure in sentence.figures if not _APART.search(sentence.words) else ():
            head = find_head(figure.what)
            alike = [other for other in sentence.figures if find_head(other.what) == head and other.unit == figure.unit]
            if head and len(alike) == 1:
                yield _Fact(sentence, figure, head, words)


def find_head(what: str) -> str:
    """The head noun of what is counted, without a plural's ending; "" where none is seen.

    >>> find_head("trained police staff and partners"), find_head("site visits made in May")
    ('staff', 'visit')
    """
    for word in re.findall(r"[^\W\d_][\w'’-]*", what):
        if is_plural(word):
            return re.sub(r"s$", "", word.lower())
    return ""


def _is_one_fact(earlier: _Fact, later: _Fact) -> bool:
    if earlier.sentence.text is later.sentence.text or earlier.words == later.words:
        return False  # one paragraph tells one thing after another; the same words are repeats
    if is_near(earlier.figure, later.figure):
        return False
    shared = (earlier.words & later.words) - {earlier.head}
    fewest = min(len(earlier.words), len(later.words)) - 1
    if len(shared) < MIN_SHARED or len(shared) < MIN_PART * fewest:
        return False
    return not (_are_apart(_names(earlier), _names(later)) or _are_periods_apart(earlier.figure, later.figure))


def is_near(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same; where one is said to be rough, nearly the same."""
    slack = _SLACK * max(abs(one.value), abs(other.value)) if one.is_rough or other.is_rough else Decimal(0)
    return abs(one.value - other.value) <= slack


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each has something that the other lacks."""
    return bool(one - other) and bool(other - one)


def _are_periods_apart(one: Figure, other: Figure) -> bool:
    return bool(one.period and other.period) and one.period.lower() != other.period.lower()


def _names(fact: _Fact) -> frozenset[str]:
    """The proper names, weekdays and months of a sentence."""
    plain = fact.sentence.words
    low = {word for word in re.findall(r"[a-z]+", plain.lower()) if word in _MONTHS | _WEEKDAYS}
    return frozenset({name.lower() for name in _NAME.findall(plain)} | low)


def _to_finding(earlier: _Fact, later: _Fact) -> Finding:
    message = (
        f"{say(later.figure.value)} {later.figure.what} here, but {say(earlier.figure.value)} {earlier.figure.what} in"
        f" {earlier.sentence.text.subject}; or the two speak of different things."
    )
    return later.sentence.to_finding("statements-disagree", message, [later.figure], "info")
