"""Which item stands above which, so that links cross as little as may be.

Source: Sugiyama, Tagawa and Toda 1981, "Methods for Visual Understanding of Hierarchical System
Structures" (barycentre ordering, swept to and fro).
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

Columns = list[list[str]]
Links = Sequence[tuple[str, str]]

_SWEEPS = 16


def order_columns(columns: Columns, links: Links, *, fixed: Collection[int] = ()) -> Columns:
    """Each column's items from top to bottom; the order given is kept where no crossing is saved.

    Items without any link go to the end of their column, where a gap is seen at once.

    Args:
        columns: The ids in each column.
        links: Pairs of ids; those within one column have no bearing.
        fixed: Columns, counted from 0, that stay as they are.
    """
    neighbours = find_neighbours(columns, links)
    best = [
        list(column) if i in fixed else sorted(column, key=lambda node: not neighbours[node])
        for i, column in enumerate(columns)
    ]
    fewest = count_crossings(best, links)
    current = best
    for sweep in range(_SWEEPS):
        if fewest == 0:
            break
        current = _sweep(current, neighbours, fixed, is_forward=sweep % 2 == 0)
        crossings = count_crossings(current, links)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def find_neighbours(columns: Columns, links: Links) -> dict[str, list[str]]:
    """For each id the ids it is linked with in other columns, either way, in the links' order."""
    column_of = {node: i for i, column in enumerate(columns) for node in column}
    neighbours: dict[str, list[str]] = {node: [] for node in column_of}
    for source, target in links:
        if column_of[source] != column_of[target]:
            neighbours[source].append(target)
            neighbours[target].append(source)
    return neighbours


def _sweep(
    columns: Columns, neighbours: Mapping[str, Sequence[str]], fixed: Collection[int], *, is_forward: bool
) -> Columns:
    """Order each column by the mean place of its items' neighbours in the columns already passed."""
    result = [list(column) for column in columns]
    place = {node: share for column in columns for node, share in _iter_places(column)}
    passed: set[str] = set()
    for i in range(len(columns)) if is_forward else reversed(range(len(columns))):
        if i not in fixed:
            means = {node: _mean_place(node, neighbours, place, passed) for node in result[i]}
            result[i].sort(key=lambda node: (not neighbours[node], means[node]))
            place.update(_iter_places(result[i]))
        passed.update(result[i])
    return result


def _iter_places(column: Sequence[str]) -> list[tuple[str, float]]:
    return [(node, (i + 0.5) / len(column)) for i, node in enumerate(column)]


def _mean_place(
    node: str, neighbours: Mapping[str, Sequence[str]], place: Mapping[str, float], passed: set[str]
) -> float:
    known = [place[other] for other in neighbours[node] if other in passed]
    return sum(known) / len(known) if known else place[node]


def count_crossings(columns: Columns, links: Links) -> int:
    """How many pairs of links between the same two columns cross."""
    where = {node: (i, j) for i, column in enumerate(columns) for j, node in enumerate(column)}
    groups: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for link in links:
        (left, upper), (right, lower) = sorted(where[end] for end in link)
        if left != right:
            groups[left, right].append((upper, lower))
    return sum(_count_inversions(sorted(pairs)) for pairs in groups.values())


def _count_inversions(pairs: Sequence[tuple[int, int]]) -> int:
    seen: list[int] = []
    total = 0
    for _, lower in pairs:
        total += len(seen) - bisect_right(seen, lower)
        insort(seen, lower)
    return total
