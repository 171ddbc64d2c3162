"""Find the levels of list items whose numbering is lost: the cheapest reading of the tree.

A conversion to text keeps where a nested list opens, but neither its numbers nor where it
closes. Every item may stay on its level or fall back to an outer one. Each choice costs by
how well the item fits its neighbours there: a full stop closes a list, items of one list are
of one form (measures, headings, plain words), and a number that is printed after all must come
out right. The cheapest tree wins; how much dearer the next one is tells how sure it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Form = Literal["heading", "measure", "word"]

_BEAM = 64
_WRONG_NUMBER = 10.0
_SURE_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, its level unknown.

    Attributes:
        text: Its words.
        form: What it looks like: a heading of a list, a measure, or plain words.
        opens: Whether a nested list opens after it.
        number: Its number, where that is printed after all, else 0.
    """

    text: str
    form: Form
    opens: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Reading:
    """The items up to one, each on a level; linked to the reading of those before."""

    cost: float
    level: int
    last_forms: tuple[Form, ...]
    tops: int
    before: _Reading | None

    def to_levels(self) -> list[int]:
        """The levels of all items so far."""
        levels = []
        reading: _Reading | None = self
        while reading is not None and reading.before is not None:
            levels.append(reading.level)
            reading = reading.before
        return levels[::-1]


def find_levels(items: list[Item]) -> tuple[list[int], list[int]]:
    """The level of each item, 0 for the outermost, and the next best reading where it is close.

    Returns:
        The levels, and those of a reading that fits nearly as well, or an empty list.
    """
    readings = [_Reading(0.0, 0, (), 0, None)]
    for index, item in enumerate(items):
        grown = [
            _grow(reading, item, items[index - 1], level)
            for reading in readings
            for level in _to_choices(reading, item, items[index - 1] if index else None)
        ]
        readings = sorted(grown, key=lambda reading: reading.cost)[:_BEAM]
    best, *others = readings
    close = [other for other in others if other.cost - best.cost < _SURE_MARGIN]
    return best.to_levels(), close[0].to_levels() if close else []


def _to_choices(reading: _Reading, item: Item, previous: Item | None) -> range:
    """The levels that an item may stand on."""
    if previous is None or item.number:
        return range(1)
    if previous.opens:
        return range(reading.level + 1, reading.level + 2)
    return range(reading.level + 1)


def _grow(reading: _Reading, item: Item, previous: Item, level: int) -> _Reading:
    cost = _to_cost(reading, item, previous, level) if reading.before else 0.0
    tops = reading.tops + (level == 0)
    if item.number and item.number != tops:
        cost += _WRONG_NUMBER
    return _Reading(reading.cost + cost, level, (*reading.last_forms[:level], item.form), tops, reading)


def _to_cost(reading: _Reading, item: Item, previous: Item, level: int) -> float:
    """What it costs to put an item on a level: nothing where it follows naturally."""
    current = reading.level
    if previous.opens or item.number or current == 0:
        return 0.0
    if previous.text.endswith("."):
        return 3.0 if level == current else 0.5 * (current - 1 - level)
    is_falling_heading = item.opens and level < current
    misfit = 0.0 if reading.last_forms[level] == item.form else 1.0 if is_falling_heading else 2.0
    return misfit + (0.0 if level == current else 0.1 * (current - level))
