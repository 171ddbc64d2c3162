"""The measures of an outcome by which progress on a deliverable would show; none where none says what it says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pcgraph.model import Row
from pcgraph.propose.candidate import to_order
from pcgraph.propose.learned import Lesson
from pcgraph.propose.topics import Topic, Topics

MOST = 4
"""More measures than these are not proposed for one deliverable."""

LEAST = 0.35
"""The share of a measure's words, by rarity, that the deliverable must have too."""

_ENOUGH = 1.0
"""Or the weight of the words in both: two rather rare ones suffice in a long title."""

_LEAST_ALIKE = 0.5
"""A judged deliverable as alike as this lends its measures."""

_ASIDE = 0.5
"""What a word counts that stands beside the deliverable's own wording only."""


def choose_measures(
    topic: Topic, measures: Sequence[Row], topics: Topics, lessons: Sequence[Lesson] = ()
) -> tuple[str, ...]:
    """The ids of the measures that fit best, in the order of the outcome.

    A measure is read with those above it ("Reduce crimes that are repeats: hate crime"); where it
    fits, those above it are left out, but where several parts of one fit, that one is taken.

    Args:
        topic: What the deliverable is about.
        measures: The outcome's measures.
        topics: What they are about.
        lessons: What was judged of similar deliverables.
    """
    parents = {row["id"]: row["parent"] for row in measures}
    scores = {name: _score(topic, name, parents, topics) for name in parents}
    for lesson in lessons:
        if lesson.alike >= _LEAST_ALIKE:
            scores |= {name: max(scores[name], lesson.alike) for name in lesson.measures if name in scores}
    fitting = {name: score for name, score in scores.items() if score >= LEAST}
    above = {other for name in fitting for other in _iter_above(name, parents)}
    joined = _join_parts([name for name in fitting if name not in above], parents, scores)
    best = sorted(joined, key=lambda name: (-scores[name], to_order(name)))
    return tuple(sorted(best[:MOST], key=to_order))


def _join_parts(names: Sequence[str], parents: Mapping[str, str], scores: Mapping[str, float]) -> set[str]:
    """The measures, but one in place of its parts where several fit and it has a word of its own in common."""
    counts = Counter(parents[name] for name in names)
    joined = {parent for parent, count in counts.items() if count > 1 and scores.get(parent, 0.0) > 0}
    return {parents[name] if parents[name] in joined else name for name in names}


def _score(topic: Topic, measure: str, parents: Mapping[str, str], topics: Topics) -> float:
    """How much of a measure, with those above it, a deliverable speaks of; 0 where it has none of its own words."""
    own = topics.get(measure).words
    shared = [stem for stem in own if stem in topic.words]
    if not shared:
        return 0.0
    if len(shared) == len(own) > 1:
        return 1.0
    words = dict(own)
    for other in _iter_above(measure, parents):
        words = {**topics.get(other).words, **words}
    counted = math.fsum(_count(topic, stem) * weight for stem, weight in words.items())
    return min(1.0, max(counted / math.fsum(words.values()), LEAST * counted / _ENOUGH))


def _iter_above(measure: str, parents: Mapping[str, str]) -> Iterator[str]:
    """The measures above one."""
    while (measure := parents.get(measure, "")) in parents:
        yield measure


def _count(topic: Topic, stem: str) -> float:
    return 1.0 if stem in topic.words else _ASIDE if stem in topic.aside else 0.0
