"""The course of a link, for a still picture; the page's script (`diagram-links.js`) follows the same rules."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, copysign

from pcgraph.render.layout import Box
from pcgraph.render.layout_groups import SLOT

ARROW = 7
"""The length of an arrow's head, in pixels."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve from one item to another.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        out: How far it goes level from its start before it bends; to the left where negative.
        into: How far before its end it is level; from the left where negative.
        arrow: The length of the arrow at its end; 0 for none.
    """

    start: Point
    end: Point
    out: float
    into: float
    arrow: int

    @property
    def path(self) -> str:
        """As an SVG path.

        Source: SVG 2, section 9.3.6 (cubic Bézier curves).
        """
        (x1, y1), (x2, y2) = self.start, self.end
        tip = x2 + copysign(self.arrow, self.into)
        points = ((x1 + self.out, y1), (x2 + self.into, y2), (tip, y2))
        return f"M{_write(x1)} {_write(y1)}C" + " ".join(f"{_write(x)} {_write(y)}" for x, y in points)

    @property
    def arrow_path(self) -> str:
        """The arrow's head as an SVG path; empty where there is none."""
        if not self.arrow:
            return ""
        (x, y), back = self.end, copysign(self.arrow, self.into)
        return f"M{_write(x)} {_write(y)}l{_write(back)} -3.5v7z"


def _write(value: float) -> str:
    """A number with one decimal at most.

    >>> _write(3.0), _write(2.25)
    ('3', '2.2')
    """
    return f"{value:.1f}".removesuffix(".0")


def find_curve(source: Box, target: Box, nth: int) -> Curve:
    """The course of a link.

    Args:
        source: Where it leads from.
        target: Where it leads to.
        nth: Which of the links between the two it is, counted from 0.
    """
    return _find_mark_curve(source, target) if source.radius else _find_box_curve(source, target, nth)


def _find_box_curve(source: Box, target: Box, nth: int) -> Curve:
    """From side to side; a link within a column bows out to its right."""
    is_level = source.x == target.x
    side = 1 if target.x > source.x else -1
    shift = (1 if nth % 2 else -1) * ceil(nth / 2) * 9
    start = (source.x + (1 if is_level else side) * source.width / 2, source.y + shift)
    end = (target.x + (1 if is_level else -side) * target.width / 2, target.y + shift)
    bend = 40 + 12 * nth if is_level else abs(end[0] - start[0]) / 2
    return Curve(start, end, bend if is_level else side * bend, bend if is_level else -side * bend, ARROW)


def _find_mark_curve(source: Box, target: Box) -> Curve:
    """From mark to mark through the inside of the group."""
    start, end = find_mark(source), find_mark(target)
    is_level = start[0] == end[0]
    bend = min(90, 16 + abs(end[1] - start[1]) * 0.3) if is_level else min(60, abs(end[0] - start[0]) / 2)
    return Curve(start, end, -source.side * bend, -target.side * bend, 0)


def find_mark(box: Box) -> Point:
    """The middle of an item's mark in a diagram of groups."""
    return box.x - box.side * (box.width - SLOT) / 2, box.y
