"""Candidates for what became of an earlier plan's deliverables: the earlier one that each later one takes up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pcgraph.model import Row, find_plan_order
from pcgraph.propose.alike import Alike, Progress, join_chances
from pcgraph.propose.candidate import Candidate, to_order
from pcgraph.propose.patterns import find_patterns
from pcgraph.propose.topics import Tables, Topics, iter_standing
from pcgraph.propose.versions import Pair, explain, guess_relation

TOP = 3

LEAST = 0.3
"""Two deliverables that resemble each other less are no versions of one another worth a question."""

_OF_BEST = 0.55
"""Beside the best earlier one, one with less than this share of its score is not worth a question."""

_MOST = 30
"""As many earlier ones are looked at closely, at most."""

_LEAD = 0.1
"""How much the same lead adds."""


def propose_lineage(
    tables: Tables, *, top: int = TOP, everything: bool = False, on_progress: Progress | None = None
) -> list[Candidate]:
    """The deliverables of earlier plans that each later one most likely takes up, the best first.

    Words in common (rare ones count more), names and leads in both speak for a pair. What stands in
    `lineage` already, agreed, proposed or rejected, is not proposed again; where nothing is alike
    enough, nothing is proposed.

    Args:
        tables: The dataset's tables; they are left as they are.
        top: How many earlier deliverables for one, at most.
        everything: Propose further ones for deliverables that have an earlier version already, too.
        on_progress: Called with how many of how many deliverables are done.
    """
    proposer = _Proposer(tables)
    standing = {row["later"] for row in iter_standing(tables["lineage"])}
    rows = [row for row in list_later(tables) if everything or row["id"] not in standing]
    pairs: list[Pair] = []
    for done, row in enumerate(rows, start=1):
        pairs += proposer.find_pairs(row, top)
        if on_progress:
            on_progress(done, len(rows))
    patterns = find_patterns(pairs)
    return [_to_candidate(pair, patterns.get((pair.later, pair.earlier), "")) for pair in pairs]


def list_later(tables: Tables) -> list[Row]:
    """The deliverables of plans before which there is another with deliverables, in the order of their ids."""
    order = find_plan_order(tables["plans"])
    first = min((order[row["plan"]] for row in tables["deliverables"]), default=None)
    found = (row for row in tables["deliverables"] if order[row["plan"]] != first)
    return sorted(found, key=lambda row: to_order(row["id"]))


def _to_candidate(pair: Pair, pattern: str) -> Candidate:
    relation = pattern or guess_relation(pair)
    return Candidate("lineage", pair.later, pair.earlier, relation, (), pair.score, explain(pair, relation))


class _Proposer:
    """Finds earlier versions of one deliverable after the other."""

    def __init__(self, tables: Tables) -> None:
        self._rows = {row["id"]: row for row in tables["deliverables"]}
        self._order = find_plan_order(tables["plans"])
        self._names = {row["id"]: row["name"] for row in tables["entities"]}
        topics = Topics(tables)
        self._topics = {deliverable: topics.get(deliverable) for deliverable in self._rows}
        words = {name: topic.words for name, topic in self._topics.items()}
        self._alike = Alike(words, {name: topic.entities for name, topic in self._topics.items()})
        self._known = {(row["later"], row["earlier"]) for row in tables["lineage"]}
        self._leads: dict[str, set[str]] = defaultdict(set)
        for row in tables["leads"]:
            self._leads[row["subject"]].add(row["post"])

    def find_pairs(self, later: Row, top: int) -> Sequence[Pair]:
        """The best earlier deliverables for a later one that are alike enough, the best first."""
        pairs = sorted(self._iter_pairs(later), key=lambda pair: (-pair.score, to_order(pair.earlier)))
        best = pairs[0].score if pairs else 0.0
        worth = [pair for pair in pairs if pair.score >= max(LEAST, _OF_BEST * best)]
        return [pair for pair in worth if (pair.later, pair.earlier) not in self._known][:top]

    def _iter_pairs(self, later: Row) -> Iterator[Pair]:
        place = self._order[later["plan"]]

        def is_earlier(other: str) -> bool:
            return self._order[self._rows[other]["plan"]] < place

        close = self._alike.find_close(later["id"], least=LEAST - _LEAD, most=_MOST, where=is_earlier)
        yield from (self._make_pair(later["id"], earlier, alike) for earlier, alike in close)

    def _make_pair(self, later: str, earlier: str, alike: float) -> Pair:
        new, old = self._topics[later], self._topics[earlier]
        has_lead = bool(self._leads.get(later, set()) & self._leads.get(earlier, set()))
        names = tuple(sorted(self._names[entity] for entity in new.entities & old.entities))
        score = round(join_chances([alike, _LEAD * has_lead]), 2)
        plans = self._rows[later]["plan"], self._rows[earlier]["plan"]
        return Pair(later, earlier, plans, score, new=new, old=old, names=names, has_lead=has_lead)
