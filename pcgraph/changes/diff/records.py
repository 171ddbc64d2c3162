"""How two datasets or graphs differ, as records for people and programs."""

from __future__ import annotations

from collections import Counter
from typing import Literal, NamedTuple

from pcgraph.changes.words import count_words
from pcgraph.render.records import Records, Value

ChangeName = Literal["added", "removed", "changed", "moved"]

CHANGE_NAMES: tuple[ChangeName, ...] = ("added", "removed", "changed", "moved")

_COLUMNS = (
    ("kind", "Kind"),
    ("thing", "Thing"),
    ("what", "What changed"),
    ("before", "Before"),
    ("after", "After"),
)
_SUMMARY_COLUMNS = (("kind", "Kind"), *((name, name.capitalize()) for name in CHANGE_NAMES))


class Difference(NamedTuple):
    """One difference, in plain words.

    Attributes:
        kind: What differs: a table's name, or a class of the graph.
        thing: The thing concerned, such as `Deliverable 2019-20/T3.4`; empty for a whole table.
        what: What became of it, such as `wording changed`.
        before: How it was; empty where there was nothing.
        after: How it is; empty where there is nothing.
        change: In a word.
        size: How many rows, or things of a graph, it stands for.
    """

    kind: str
    thing: str
    what: str
    before: str
    after: str
    change: ChangeName
    size: int = 1


class Diff(NamedTuple):
    """How a new dataset or graph differs from an old one.

    Attributes:
        old: The name of the old one, as given.
        new: The name of the new one.
        items: The differences by kind and thing.
        note: What was left out of the comparison; may be empty.
    """

    old: str
    new: str
    items: tuple[Difference, ...]
    note: str = ""

    def describe(self) -> str:
        """The differences counted, in one line.

        Example:
            `2 added, 1 changed, 14 moved`
        """
        counts: Counter[ChangeName] = Counter()
        for item in self.items:
            counts[item.change] += item.size
        return ", ".join(f"{counts[name]:,} {name}" for name in CHANGE_NAMES if counts[name]) or "no difference"

    def to_records(self) -> Records:
        """Every difference, one row each."""
        rows = tuple((item.kind, item.thing, item.what, item.before, item.after) for item in self.items)
        return Records(self._to_title(), _COLUMNS, rows, self.note)

    def to_summary(self) -> Records:
        """The differences counted by kind, in the order in which the kinds are told."""
        counts: dict[str, Counter[ChangeName]] = {}
        for item in self.items:
            counts.setdefault(item.kind, Counter())[item.change] += item.size
        rows: list[tuple[Value, ...]] = [
            (kind, *(count[name] for name in CHANGE_NAMES)) for kind, count in counts.items()
        ]
        return Records(self._to_title(), _SUMMARY_COLUMNS, tuple(rows), self.note)

    def _to_title(self) -> str:
        return f"From {self.old} to {self.new}: {self.describe()}"


def list_names(names: list[str], longest: int = 6) -> str:
    """Names in one cell, the first few of many.

    >>> list_names(["a", "b", "c"], 2)
    'a; b; and 1 more'
    """
    shown = (
        names
        if len(names) <= longest
        else [*names[:longest], f"and {count_words(len(names) - longest, 'more', 'more')}"]
    )
    return "; ".join(shown)
