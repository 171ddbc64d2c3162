"""How far down each item stands: trees as outlines, everything else near what it is linked with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pcgraph.render.order import Columns

GAP_Y = 12
"""Pixels between two items of a column."""

_Heights = Mapping[str, float]
_Neighbours = Mapping[str, Sequence[str]]


def place_columns(columns: Columns, heights: _Heights, neighbours: _Neighbours) -> dict[str, float]:
    """The middle of each item, from the top.

    Leading columns that form trees are set as an outline, so that a diagram that opens at its
    top shows an item beside its branches. Otherwise the tallest column is packed. Each other
    column, going outward, stands as near as can be to the middle of its neighbours.

    Args:
        columns: The ids in each column, top to bottom.
        heights: Each item's height.
        neighbours: For each id those it is linked with in other columns.
    """
    totals = [sum(heights[node] + GAP_Y for node in column) - GAP_Y for column in columns]
    trees = count_tree_columns(columns, neighbours)
    if trees > 1:
        middles = outline(columns[:trees], heights, neighbours)
        rest = list(range(trees, len(columns)))
    else:
        tallest = totals.index(max(totals))
        middles = dict(zip(columns[tallest], _pack(columns[tallest], heights), strict=True))
        rest = [*reversed(range(tallest)), *range(tallest + 1, len(columns))]
    room = max([*totals, *(middle + heights[node] / 2 for node, middle in middles.items())])
    for i in rest:
        wanted = _find_wanted(columns[i], neighbours, middles)
        placed = place_near(wanted, [heights[node] for node in columns[i]], room)
        middles.update(zip(columns[i], placed, strict=True))
    return middles


def _pack(column: Sequence[str], heights: _Heights) -> list[float]:
    return place_near([0] * len(column), [heights[node] for node in column], float("inf"))


def count_tree_columns(columns: Columns, neighbours: _Neighbours) -> int:
    """How many leading columns form trees: each item linked with at most one to its left."""
    left: set[str] = set()
    for i, column in enumerate(columns):
        if any(len(left.intersection(neighbours[node])) > 1 for node in column):
            return i
        left.update(column)
    return len(columns)


def outline(columns: Columns, heights: _Heights, neighbours: _Neighbours) -> dict[str, float]:
    """The middles of items that form trees: each level with the first of its branches."""
    order = {node: (i, j) for i, column in enumerate(columns) for j, node in enumerate(column)}
    middles: dict[str, float] = {}

    def place(node: str, top: float) -> float:
        """Place an item with all its branches below `top`; where the next may begin."""
        middles[node] = top + heights[node] / 2
        below = top
        branches = {other for other in neighbours[node] if other in order and order[other][0] > order[node][0]}
        for branch in sorted(branches, key=order.__getitem__):
            below = place(branch, below)
        return max(below, top + heights[node] + GAP_Y)

    below = 0.0
    for column in columns:
        for node in column:
            if node not in middles:
                below = place(node, below)
    return middles


def _find_wanted(column: Sequence[str], neighbours: _Neighbours, middles: Mapping[str, float]) -> list[float]:
    """Where each item would like its middle; one without placed neighbours follows the one above it."""
    wanted: list[float] = []
    for node in column:
        known = [middles[other] for other in neighbours[node] if other in middles]
        above = wanted[-1] if wanted else 0
        wanted.append(sum(known) / len(known) if known else above)
    return wanted


def place_near(wanted: Sequence[float], heights: Sequence[float], room: float) -> list[float]:
    """Middles nearest to those wanted (least squares), in order, `GAP_Y` apart, within 0 and `room`.

    Source: Ayer et al. 1955, "An Empirical Distribution Function for Sampling with Incomplete
    Information" (pooling of adjacent violators).

    Args:
        wanted: The middle that each item would like, top to bottom.
        heights: Each item's height.
        room: The height there is; at least that of the items and their gaps.
    """
    if not wanted:
        return []
    offsets = [heights[0] / 2]
    for above, below in pairwise(heights):
        offsets.append(offsets[-1] + (above + below) / 2 + GAP_Y)
    slack = room - offsets[-1] - heights[-1] / 2
    shifts = _pool([want - offset for want, offset in zip(wanted, offsets, strict=True)])
    return [min(max(shift, 0), slack) + offset for shift, offset in zip(shifts, offsets, strict=True)]


def _pool(values: Sequence[float]) -> list[float]:
    """The never falling sequence nearest to `values`."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            above, size = pools.pop()
            mean = (mean * count + above * size) / (count + size)
            count += size
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
