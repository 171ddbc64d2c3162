"""What speaks for an outcome by itself: the words and names that it shares with a deliverable."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pcgraph.model import Row
from pcgraph.propose.topics import Tables, Topic, Topics

IN_MEASURE = 0.8
"""What a word counts that stands in a measure's title only, beside 1 in the outcome's own."""


_FEW = 0.25
"""A name that goes with more than this share of the outcomes tells nothing."""

_SAME_TITLE = 0.7
"""From this share of the words on, by rarity, two titles mean one outcome."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a deliverable shares with an outcome.

    Attributes:
        share: How much of the deliverable's wording, by rarity, the outcome has too; 0 to 1.
        stems: The words, each with how much it counts.
        title: The words of the outcome's own title.
        entities: The ids of the names in both.
    """

    share: float
    stems: Mapping[str, float]
    title: Collection[str]
    entities: tuple[str, ...]


class Outcomes:
    """The outcomes of a dataset, found by words, scope and theme.

    Args:
        tables: The dataset's tables.
        topics: What its things are about.
    """

    def __init__(self, tables: Tables, topics: Topics) -> None:
        self._rows = {row["id"]: row for row in tables["outcomes"]}
        self._titles = {outcome: topics.get(outcome).words for outcome in self._rows}
        self._measured: dict[str, dict[str, float]] = defaultdict(dict)
        self._entities: dict[str, set[str]] = defaultdict(set)
        self.measures: dict[str, list[Row]] = defaultdict(list)
        for row in tables["measures"]:
            self._add_measure(row, topics.get(row["id"]))
        self._having: dict[str, set[str]] = defaultdict(set)
        for outcome in self._rows:
            for stem in (*self._titles[outcome], *self._measured[outcome]):
                self._having[stem].add(outcome)
        self._by_scope: dict[str, list[str]] = defaultdict(list)
        for outcome, row in sorted(self._rows.items()):
            self._by_scope[to_scope(row["theme"])].append(outcome)

    def _add_measure(self, row: Row, topic: Topic) -> None:
        self.measures[row["outcome"]].append(row)
        self._measured[row["outcome"]].update(topic.words)
        self._entities[row["outcome"]].update(topic.entities)

    def get_scope(self, deliverable: Row) -> Sequence[str]:
        """The outcomes that a deliverable can contribute to: those of the plan that its theme belongs to."""
        return self._by_scope.get(to_scope(deliverable["theme"]), [])

    def is_of_theme(self, outcome: str, theme: str) -> bool:
        """Whether an outcome belongs to a theme."""
        return self._rows[outcome]["theme"] == theme

    def share(self, topic: Topic, outcome: str) -> Shared:
        """What a deliverable shares with an outcome; words that most outcomes have count little."""
        title, measured = self._titles[outcome], self._measured[outcome]
        counted: dict[str, float] = {}
        for stem, weight in (*topic.aside.items(), *topic.words.items()):
            if stem in title or stem in measured:
                counted[stem] = weight * (1 if stem in title else IN_MEASURE) * self._tell(stem)
        share = math.fsum(counted.values()) / (math.fsum(topic.words.values()) or 1)
        entities = tuple(sorted(filter(self._is_telling, topic.entities & self._entities[outcome])))
        return Shared(min(1.0, share), counted, title, entities)

    def _tell(self, stem: str) -> float:
        """How well a word tells outcomes apart, 0 to 1."""
        return 1 - math.log(len(self._having[stem])) / math.log(len(self._rows) + 1)

    def _is_telling(self, entity: str) -> bool:
        """Whether a name goes with few outcomes only."""
        return sum(entity in names for names in self._entities.values()) <= max(1.0, _FEW * len(self._rows))

    def find_heir(self, outcome: str, scope: Sequence[str]) -> str:
        """The outcome of a scope that stands for another plan's outcome: itself, or the one of almost its title."""
        if outcome in scope:
            return outcome
        words = self._titles.get(outcome, {})
        alike = [(_compare(words, self._titles[other]), other) for other in scope]
        score, best = max(alike, default=(0.0, ""))
        return best if score >= _SAME_TITLE else ""


def _compare(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """How much of two titles' words is in both, by rarity, 0 to 1."""
    both = math.fsum(weight for stem, weight in first.items() if stem in second)
    either = math.fsum({**first, **second}.values())
    return both / either if either else 0.0


def to_scope(theme: str) -> str:
    """The plan that a theme's id names.

    >>> to_scope("2018-21/T3")
    '2018-21'
    """
    return theme.rpartition("/")[0]


def to_code(thing_id: str) -> str:
    """An id without its plan, as people say it.

    >>> to_code("2018-21/T3A")
    'T3A'
    """
    return thing_id.rpartition("/")[2]
