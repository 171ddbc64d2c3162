"""Old news: which paragraphs of a report stood in an earlier one with the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from pcgraph.model import Row

_CELL = re.compile(r"c(\d+)$")


class Passages:
    """The paragraphs of reports, without their words.

    Args:
        rows: The table `passages`.
        old: The ids of the earlier report and of those before it: what they print is old.
        later: The later report's id.
    """

    def __init__(self, rows: Sequence[Row], old: Collection[str], later: str) -> None:
        self._by_update: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self._by_update[row["update"]].append(row)
        self._old = {row["digest"] for row in rows if row["document"] in old}
        self._kept = {row["digest"] for row in rows if row["document"] == later}

    def list_digests(self, update: str) -> tuple[str, ...]:
        """The fingerprints of an update's paragraphs, in order."""
        rows = sorted(self._by_update[update], key=lambda row: int(row["position"]))
        return tuple(row["digest"] for row in rows)

    def is_old(self, update: str, line: str) -> bool:
        """Whether all that stands at a place of the later report was printed in the earlier report, or before it."""
        here = self._find_here(update, line)
        return bool(here) and all(row["digest"] in self._old for row in here)

    def is_kept(self, update: str, line: str) -> bool:
        """Whether all that stands at a place of the earlier report is printed in the later one too."""
        here = self._find_here(update, line)
        return bool(here) and all(row["digest"] in self._kept for row in here)

    def _find_here(self, update: str, line: str) -> list[Row]:
        return [row for row in self._by_update[update] if covers(row["line"], line)]


def covers(span: str, place: str) -> bool:
    """Whether a place lies within another; a cell only counts where both name one.

    >>> covers("21-22", "22"), covers("p3", "p3l14"), covers("t2r14c3", "t2r14c4"), covers("9", "10")
    (True, True, False, False)
    """
    cells = [match[1] for match in map(_CELL.search, (span, place)) if match]
    if len(cells) == 2 and cells[0] != cells[1]:
        return False
    first, last = _to_ends(span)
    start, end = _to_ends(place)
    return _is_not_after(first, start) and _is_not_after(end, last)


def _to_ends(locator: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    first, _, last = _CELL.sub("", locator).partition("-")
    return _to_numbers(first), _to_numbers(last or first)


def _to_numbers(place: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", place)))


def _is_not_after(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    length = min(len(one), len(other))
    return one[:length] <= other[:length]
