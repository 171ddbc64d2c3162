"""What was judged of similar deliverables: the office's own judgements speak for more of the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pcgraph.model import Row
from pcgraph.propose.alike import Alike
from pcgraph.propose.outcomes import Outcomes
from pcgraph.propose.topics import Tables, Topics, iter_standing, split_ids

LEAST = 0.1
"""What resembles a deliverable less teaches nothing about it."""

MOST = 50
"""As many similar deliverables are asked, at most."""

VERSION = 0.9
"""How much an earlier or later version of a deliverable counts as being the same."""

_AGREED = 0.9
_PROPOSED = 0.75
_SECONDARY = 0.7
"""How far a judgement is believed: one that the office agreed, one that waits, and one of a secondary outcome."""


class Lesson(NamedTuple):
    """What one judged deliverable says for an outcome.

    Attributes:
        weight: How much it says, 0 to 1.
        deliverable: The judged one.
        alike: How much it resembles the one that is asked about, 0 to 1.
        is_version: Whether it is a version of it in another plan.
        measures: The measures that were judged to show it.
    """

    weight: float
    deliverable: str
    alike: float
    is_version: bool
    measures: tuple[str, ...]


class Learned:
    """The judgements of a dataset, to be asked what they say of a deliverable.

    Args:
        tables: The dataset's tables.
        topics: What its things are about.
        outcomes: Its outcomes.
    """

    def __init__(self, tables: Tables, topics: Topics, outcomes: Outcomes) -> None:
        self._outcomes = outcomes
        self._judged: dict[str, list[Row]] = defaultdict(list)
        for row in iter_standing(tables["contributions"]):
            self._judged[row["deliverable"]].append(row)
        self._versions: dict[str, set[str]] = defaultdict(set)
        for row in iter_standing(tables["lineage"]):
            self._versions[row["later"]].add(row["earlier"])
            self._versions[row["earlier"]].add(row["later"])
        found = {row["id"]: topics.get(row["id"]) for row in tables["deliverables"]}
        words = {name: {**topic.aside, **topic.words} for name, topic in found.items()}
        self._alike = Alike(words, {name: topic.entities for name, topic in found.items()}, among=self._judged)

    def find_lessons(self, deliverable: str, scope: Sequence[str]) -> Mapping[str, Sequence[Lesson]]:
        """What judgements of other deliverables say for each outcome, the strongest first.

        Args:
            deliverable: The one that is asked about; what was judged of itself does not count.
            scope: The outcomes that it can contribute to.
        """
        lessons: dict[str, list[Lesson]] = defaultdict(list)
        for other, score, is_version in self._iter_known(deliverable):
            for row in self._judged[other]:
                if outcome := self._outcomes.find_heir(row["outcome"], scope):
                    weight = score**1.5 * _believe(row)
                    lessons[outcome].append(Lesson(weight, other, score, is_version, split_ids(row["measures"])))
        return {
            outcome: sorted(found, key=lambda one: (-one.weight, one.deliverable)) for outcome, found in lessons.items()
        }

    def _iter_known(self, deliverable: str) -> Iterator[tuple[str, float, bool]]:
        """The judged deliverables that have something to say: which, how alike, whether it is a version."""
        versions = self._versions.get(deliverable, set())
        yield from ((other, VERSION, True) for other in sorted(versions & self._judged.keys()))
        for other, score in self._alike.find_close(deliverable, least=LEAST, most=MOST):
            if other not in versions:
                yield other, score, False


def _believe(row: Row) -> float:
    """How far a judgement is believed, 0 to 1."""
    return (_AGREED if row["status"] == "agreed" else _PROPOSED) * (1 if row["rank"] == "primary" else _SECONDARY)
