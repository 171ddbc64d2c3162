"""Which item of the earlier report is which of the later one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from pcgraph.changes.lineage import Ancestry, Way
from pcgraph.changes.reports import Report
from pcgraph.changes.words import to_words
from pcgraph.model import Row

ALMOST_THE_SAME = 0.9
"""From this resemblance (Indel, 0 to 1) two wordings of one plan are one deliverable under two numbers."""

_FAR_FROM_THE_SAME = 0.6
"""Below this resemblance a number may have gone to another deliverable."""

_RELATED_SHARE = 0.25
"""Below this share of words in common, two wordings under one number are two deliverables."""

_SMALL_WORD = 3


class Pair(NamedTuple):
    """An item of the earlier report and what it is in the later one.

    Attributes:
        earlier: The earlier report's row of `updates`.
        later: The later report's row.
        way: The lineage that links them; None where they are one deliverable of one plan.
    """

    earlier: Row
    later: Row
    way: Way | None = None

    @property
    def is_renumbered(self) -> bool:
        """Whether it is one deliverable under two numbers of one plan."""
        return self.way is None and self.earlier["deliverable"] != self.later["deliverable"]


class Pairs(NamedTuple):
    """The items of two reports, paired.

    Attributes:
        pairs: In the order of the later report; an item may stand in several.
        gone: Items of the earlier report that the later one does not have.
        new: Items of the later report that the earlier one does not have.
    """

    pairs: tuple[Pair, ...]
    gone: tuple[Row, ...]
    new: tuple[Row, ...]

    def list_before(self, later: Row) -> list[Row]:
        """The earlier items that a later one is paired with."""
        return [pair.earlier for pair in self.pairs if pair.later is later]

    def list_after(self, earlier: Row) -> list[Row]:
        """The later items that an earlier one is paired with."""
        return [pair.later for pair in self.pairs if pair.earlier is earlier]


def pair_items(earlier: Report, later: Report, ancestry: Ancestry) -> Pairs:
    """Pair the items: by deliverable where both report on one plan, across plans by lineage.

    Within a plan an item keeps its number, unless its words stand under another one.
    """
    pairs = _pair_within_plan(earlier, later)
    known = {id(pair.later) for pair in pairs}
    for item in later.items:
        if id(item) not in known:
            pairs += _pair_by_lineage(item, earlier, ancestry)
    order = {id(item): place for place, item in enumerate((*later.items, *earlier.items))}
    pairs.sort(key=lambda pair: (order[id(pair.later)], order[id(pair.earlier)]))
    befores, afters = {id(pair.earlier) for pair in pairs}, {id(pair.later) for pair in pairs}
    return Pairs(
        tuple(pairs),
        tuple(item for item in earlier.items if id(item) not in befores),
        tuple(item for item in later.items if id(item) not in afters),
    )


def _pair_by_lineage(item: Row, earlier: Report, ancestry: Ancestry) -> list[Pair]:
    ways = ancestry.iter_ways(item["deliverable"], earlier.deliverables.keys())
    return [Pair(old, item, way) for way in ways for old in earlier.items if old["deliverable"] == way.earlier]


def _pair_within_plan(earlier: Report, later: Report) -> list[Pair]:
    """The surest pairs first; each rule only sees the items that those before it left."""
    old, new = list(earlier.items), list(later.items)
    pairs = [*_take(old, new, lambda one, other: _is_same(one, other) and _has_same_words(one, other))]
    if earlier.row["plan"] == later.row["plan"]:
        pairs += _take(old, new, _has_same_words)
        pairs += _take(old, new, lambda one, other: _is_moved(one, other, earlier))
    pairs += _take(old, new, lambda one, other: _is_same(one, other) and _is_related(one, other))
    return pairs + _pair_duplicates(old, new, pairs)


def _take(old: list[Row], new: list[Row], belong: Callable[[Row, Row], bool]) -> Iterator[Pair]:
    """Pairs that belong together, in order; what is paired leaves both lists."""
    for later in list(new):
        earlier = next((item for item in old if belong(item, later)), None)
        if earlier is not None:
            old.remove(earlier)
            new.remove(later)
            yield Pair(earlier, later)


def _pair_duplicates(old: Sequence[Row], new: Sequence[Row], pairs: Sequence[Pair]) -> list[Pair]:
    """A deliverable that one report has twice, and the other once, is neither dropped nor new."""
    more = [Pair(item, pair.later) for item in old for pair in pairs if _belongs(item, pair.later)]
    return more + [Pair(pair.earlier, item) for item in new for pair in pairs if _belongs(pair.earlier, item)]


def _belongs(earlier: Row, later: Row) -> bool:
    return _is_same(earlier, later) and _is_related(earlier, later)


def _is_same(earlier: Row, later: Row) -> bool:
    return bool(earlier["deliverable"]) and earlier["deliverable"] == later["deliverable"]


def _has_same_words(earlier: Row, later: Row) -> bool:
    return to_words(earlier["wording"]) == to_words(later["wording"])


def _is_moved(earlier: Row, later: Row, report: Report) -> bool:
    """Whether an item stands under another number now: almost its words, which that number had not."""
    own = max((_compare(item, later) for item in report.items if _is_same(item, later)), default=0.0)
    return own < _FAR_FROM_THE_SAME and _compare(earlier, later) >= ALMOST_THE_SAME


def _compare(earlier: Row, later: Row) -> float:
    return fuzz.ratio(" ".join(to_words(earlier["wording"])), " ".join(to_words(later["wording"]))) / 100


def _is_related(earlier: Row, later: Row) -> bool:
    old, new = (_to_content(row["wording"]) for row in (earlier, later))
    return len(old & new) >= _RELATED_SHARE * max(min(len(old), len(new)), 1) or _has_same_words(earlier, later)


def _to_content(wording: str) -> set[str]:
    return {word for word in to_words(wording) if len(word) > _SMALL_WORD}
