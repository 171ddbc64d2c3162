"""Candidates for the outcomes that deliverables contribute to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pcgraph.model import Row
from pcgraph.propose.alike import Progress, join_chances
from pcgraph.propose.candidate import Candidate, to_order
from pcgraph.propose.grounds import Grounds, explain
from pcgraph.propose.learned import Learned, Lesson
from pcgraph.propose.measures import choose_measures
from pcgraph.propose.outcomes import Outcomes
from pcgraph.propose.topics import Tables, Topic, Topics, iter_standing

TOP = 3

LEAST = 0.1
"""An outcome for which less speaks is not worth a question."""

_WORDS = 0.9
_THEME = 0.3
_ENTITIES = 0.2
"""How much words, the theme and names in both can say for an outcome, each by itself."""


def propose_contributions(
    tables: Tables, *, top: int = TOP, everything: bool = False, on_progress: Progress | None = None
) -> list[Candidate]:
    """The outcomes that each deliverable most likely contributes to, the best first.

    Words in common (rare ones count more), the theme, names in both, and what was judged of
    similar deliverables speak for an outcome. What stands in `contributions` already, agreed,
    proposed or rejected, is not proposed again.

    Args:
        tables: The dataset's tables; they are left as they are.
        top: How many outcomes for one deliverable, at most.
        everything: Propose further outcomes of deliverables that are judged already, too.
        on_progress: Called with how many of how many deliverables are done.
    """
    proposer = _Proposer(tables)
    standing = {row["deliverable"] for row in iter_standing(tables["contributions"])}
    rows = [row for row in tables["deliverables"] if everything or row["id"] not in standing]
    found: list[Candidate] = []
    for done, row in enumerate(sorted(rows, key=lambda row: to_order(row["id"])), start=1):
        found += proposer.iter_candidates(row, top)
        if on_progress:
            on_progress(done, len(rows))
    return found


class _Proposer:
    """Ranks outcomes for one deliverable after the other."""

    def __init__(self, tables: Tables) -> None:
        self._topics = Topics(tables)
        self._outcomes = Outcomes(tables, self._topics)
        self._learned = Learned(tables, self._topics, self._outcomes)
        self._known: dict[str, set[str]] = defaultdict(set)
        for row in tables["contributions"]:
            self._known[row["deliverable"]].add(row["outcome"])
        self._settled = {
            row["deliverable"] for row in iter_standing(tables["contributions"]) if row["rank"] == "primary"
        }

    def iter_candidates(self, deliverable: Row, top: int) -> Iterator[Candidate]:
        """The best outcomes for a deliverable; the first is proposed as primary where it has none yet."""
        topic = self._topics.get(deliverable["id"])
        scope = self._outcomes.get_scope(deliverable)
        lessons = self._learned.find_lessons(deliverable["id"], scope)
        known = self._known.get(deliverable["id"], set())
        open_ones = (outcome for outcome in scope if outcome not in known)
        weighed = (self._weigh(topic, deliverable["theme"], outcome, lessons) for outcome in open_ones)
        worth = [grounds for grounds in weighed if grounds.score >= LEAST]
        ranked = sorted(worth, key=lambda grounds: (-grounds.score, grounds.outcome))
        may_be_primary = deliverable["id"] not in self._settled
        for grounds in ranked[:top]:
            rank = "primary" if may_be_primary and grounds is ranked[0] else "secondary"
            yield self._to_candidate(deliverable["id"], topic, grounds, rank)

    def _weigh(self, topic: Topic, theme: str, outcome: str, lessons: Mapping[str, Sequence[Lesson]]) -> Grounds:
        shared = self._outcomes.share(topic, outcome)
        is_of_theme = self._outcomes.is_of_theme(outcome, theme)
        told = lessons.get(outcome, ())
        chances = (
            _WORDS * shared.share,
            _THEME * is_of_theme,
            _ENTITIES * bool(shared.entities),
            *(lesson.weight for lesson in told),
        )
        return Grounds(outcome, round(join_chances(chances), 2), shared, is_of_theme, told)

    def _to_candidate(self, deliverable: str, topic: Topic, grounds: Grounds, rank: str) -> Candidate:
        measures = self._outcomes.measures[grounds.outcome]
        return Candidate(
            "contributions",
            deliverable,
            grounds.outcome,
            rank,
            choose_measures(topic, measures, self._topics, grounds.lessons),
            grounds.score,
            explain(topic, grounds, self._topics.names),
        )
