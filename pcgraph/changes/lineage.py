"""Ways back from a deliverable of one plan to those of earlier plans, along the table `lineage`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from pcgraph.model import Row


class Way(NamedTuple):
    """One way back from a deliverable to an earlier one.

    Attributes:
        steps: The rows of `lineage`, the latest first.
    """

    steps: tuple[Row, ...]

    @property
    def earlier(self) -> str:
        """The id of the deliverable that it leads to."""
        return self.steps[-1]["earlier"]

    @property
    def is_agreed(self) -> bool:
        """Whether the office agreed to every step."""
        return all(step["status"] == "agreed" for step in self.steps)

    def describe(self) -> str:
        """The way in words, with who stands behind it.

        Example:
            `2020-21/T3.2 rewords 2019-20/T3.4 (proposed, not yet agreed by the office)`
        """
        first, *others = self.steps
        text = f"{first['later']} {first['relation']} {first['earlier']}"
        text += "".join(f", which {step['relation']} {step['earlier']}" for step in others)
        return f"{text} ({'agreed' if self.is_agreed else 'proposed, not yet agreed by the office'})"


class Ancestry:
    """The lineage that counts.

    Args:
        rows: The table `lineage`; rejected rows count for nothing.
        is_agreed_only: Whether only what the office agreed to counts.
    """

    def __init__(self, rows: Sequence[Row], *, is_agreed_only: bool = False) -> None:
        allowed = ("agreed",) if is_agreed_only else ("agreed", "proposed", "")
        self._back: dict[str, list[Row]] = defaultdict(list)
        self._onward: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            if row["status"] in allowed:
                self._back[row["later"]].append(row)
                self._onward[row["earlier"]].append(row["later"])

    def iter_ways(self, later: str, targets: Collection[str]) -> Iterator[Way]:
        """The ways from a deliverable back to the first of `targets` on each of its lines.

        Args:
            later: The deliverable's id.
            targets: Ids of earlier deliverables.
        """
        yield from self._climb(later, targets, ())

    def _climb(self, deliverable: str, targets: Collection[str], steps: tuple[Row, ...]) -> Iterator[Way]:
        passed = {step["later"] for step in steps}
        for row in self._back.get(deliverable, ()):
            if row["earlier"] in targets:
                yield Way((*steps, row))
            elif row["earlier"] not in passed:
                yield from self._climb(row["earlier"], targets, (*steps, row))

    def list_successors(self, earlier: str) -> list[str]:
        """The deliverables that a deliverable goes on in, by id."""
        return sorted(self._onward.get(earlier, ()))

    def list_origins(self, later: str) -> list[Way]:
        """What a deliverable takes up directly, one step each."""
        return [Way((row,)) for row in self._back.get(later, ())]
