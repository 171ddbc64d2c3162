"""Where each item of a diagram in groups stands: every group a ring of marks, names outside, links inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from pcgraph.render.diagram import Diagram, DiagramNode
from pcgraph.render.label import wrap_label
from pcgraph.render.layout import LINE_HEIGHT, Box

SLOT = 30
"""Room for a mark, in pixels: the largest is a little smaller."""

HEADING_SHIFT = 22
"""Room for the group's shape before its heading."""

_LABEL = 186
_INSIDE = 110
GROUP_WIDTH = 2 * (_LABEL + SLOT) + _INSIDE
"""How wide a group is, however few its members."""

_GAP_X, _GAP_Y, _ROW_GAP, _HEADING_GAP = 40, 44, 6, 14
_SMALLEST, _LARGEST = 5.0, 13.0
_MAX_LINES = 3
_HEADING_LINES = 3
_MOST_ACROSS = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group, above it.

    Attributes:
        column: The group, counted from 0.
        x: Its left edge.
        y: The middle of its first line.
        lines: Its words, wrapped.
    """

    column: int
    x: float
    y: float
    lines: tuple[str, ...]


def lay_out_groups(diagram: Diagram) -> tuple[dict[str, Box], tuple[Heading, ...]]:
    """Each item's box by id, group by group, and the groups' headings.

    Groups stand in two columns, each next one where there is more room; their members in the order given,
    to left and right by turns.
    """
    members: list[list[DiagramNode]] = [[] for _ in diagram.columns]
    for node in diagram.nodes:
        members[node.column].append(node)
    largest = max((node.strength for node in diagram.nodes), default=0)
    bottoms = [0.0] * min(_MOST_ACROSS, max(1, sum(map(bool, members))))
    boxes: dict[str, Box] = {}
    headings = []
    for column, nodes in enumerate(members):
        if not nodes:
            continue
        across = bottoms.index(min(bottoms))
        left, top = across * (GROUP_WIDTH + _GAP_X), bottoms[across]
        heading = Heading(column, left, top + LINE_HEIGHT / 2, _wrap_heading(diagram.columns[column]))
        headings.append(heading)
        top += len(heading.lines) * LINE_HEIGHT + _HEADING_GAP
        placed = _place_members(nodes, left, top, largest)
        boxes.update(placed)
        bottoms[across] = max(box.y + box.height / 2 for box in placed.values()) + _GAP_Y
    return boxes, tuple(headings)


def _wrap_heading(title: str) -> tuple[str, ...]:
    # Headings are bold, which is about a tenth wider than what is measured.
    return wrap_label(title, (GROUP_WIDTH - HEADING_SHIFT) * 0.9, max_lines=_HEADING_LINES)


def _place_members(nodes: Sequence[DiagramNode], left: float, top: float, largest: float) -> Mapping[str, Box]:
    """The members in two columns, the labels outside."""
    bottoms = {-1: top, 1: top}
    middle = {-1: left + (_LABEL + SLOT) / 2, 1: left + GROUP_WIDTH - (_LABEL + SLOT) / 2}
    placed: dict[str, Box] = {}
    for i, node in enumerate(nodes):
        side = 1 if i % 2 else -1
        box = _make_box(node, side, largest)
        placed[node.id] = replace(box, x=middle[side], y=bottoms[side] + box.height / 2)
        bottoms[side] += box.height + _ROW_GAP
    return placed


def _make_box(node: DiagramNode, side: int, largest: float) -> Box:
    lines = wrap_label(node.label, _LABEL, max_lines=_MAX_LINES)
    radius = measure_radius(node.strength, largest)
    # An even height keeps the middles on whole pixels.
    height = max(len(lines) * LINE_HEIGHT, 2 * round(radius + 1))
    return Box(0, 0, _LABEL + SLOT, height + height % 2, lines, "", radius, side)


def measure_radius(strength: float, largest: float) -> float:
    """From a mark's middle to its edge, in pixels: the area above the smallest grows with the strength.

    >>> measure_radius(0, 4), measure_radius(1, 4), measure_radius(4, 4)
    (5.0, 9.0, 13.0)

    Args:
        strength: What the mark stands for, 0 or more.
        largest: The largest strength in the picture.
    """
    share = sqrt(strength / largest) if largest > 0 else 0.0
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * share, 1)
