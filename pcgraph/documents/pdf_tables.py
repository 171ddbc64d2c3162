"""Tables drawn with rules: their cells from the lines and thin boxes of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypedDict

from pcgraph.documents.pdf_layout import Cell, Shape

MAX_EDGES = 2_000
"""More are a drawing or a map, no table."""

_MAX_CELLS = 1_500
_THIN = 3.0
"""A box thinner than that is a rule, in points."""

_DOT = 1.0
_SNAP = 2.0
"""Rules nearer than that are one."""

_MIN_CELL = 4.0


class _Edge(TypedDict):
    """A rule, in the form that pdfplumber's table functions take."""

    x0: float
    x1: float
    top: float
    bottom: float
    width: float
    height: float
    orientation: str
    object_type: str


def find_cells(shapes: Sequence[Shape]) -> list[Cell]:
    """The cells that rules enclose, those of nested tables too.

    Args:
        shapes: The page's lines and rectangles; thin ones are rules, outlined ones frames, and
            filled ones without an outline shading, which encloses nothing.
    """
    from pdfplumber.table import edges_to_intersections, intersections_to_cells, merge_edges

    edges = [edge for shape in shapes for edge in _iter_edges(shape)]
    if not 4 <= len(edges) <= MAX_EDGES:
        return []
    edges += list(_iter_closing(edges))
    merged = merge_edges(list(map(dict, edges)), _SNAP, _SNAP, _SNAP, _SNAP)
    merged = [edge for edge in merged if edge["width"] + edge["height"] >= _MIN_CELL]
    crossings = edges_to_intersections(merged, _SNAP, _SNAP)
    if len(crossings) > 2 * _MAX_CELLS:
        return []
    cells = [
        Cell(float(x0), float(x1), float(top), float(bottom))
        for x0, top, x1, bottom in intersections_to_cells(crossings)
        if x1 - x0 >= _MIN_CELL and bottom - top >= _MIN_CELL
    ]
    return cells if len(cells) <= _MAX_CELLS else []


def group_tables(cells: Sequence[Cell]) -> list[list[list[Cell]]]:
    """Cells that touch as tables, each as rows from the top, each row from the left."""
    tables = []
    for table in _join_touching(cells):
        rows: dict[float, list[Cell]] = {}
        for cell in sorted(table, key=lambda cell: (cell.top, cell.x0)):
            rows.setdefault(cell.top, []).append(cell)
        tables.append(list(rows.values()))
    return tables


def _join_touching(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Cells that share a corner, directly or through others."""
    owners: dict[tuple[float, float], int] = {}
    groups = list(range(len(cells)))

    def find_root(index: int) -> int:
        while groups[index] != index:
            groups[index] = groups[groups[index]]
            index = groups[index]
        return index

    for index, cell in enumerate(cells):
        for corner in ((x, y) for x in (cell.x0, cell.x1) for y in (cell.top, cell.bottom)):
            groups[find_root(index)] = find_root(owners.setdefault(corner, index))
    tables: dict[int, list[Cell]] = {}
    for index, cell in enumerate(cells):
        tables.setdefault(find_root(index), []).append(cell)
    return list(tables.values())


def _iter_edges(shape: Shape) -> Iterator[_Edge]:
    """The rules that a shape draws: itself where it is thin, its four sides where it is framed."""
    x0, top, x1, bottom, is_framed = shape
    if x1 - x0 < _THIN or bottom - top < _THIN:
        yield from _iter_rule(x0, top, x1, bottom)
    elif is_framed:
        for side in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)):
            yield from _iter_rule(*side)


def _iter_closing(edges: Sequence[_Edge]) -> Iterator[_Edge]:
    """A level rule where several upright ones end together: browsers leave cells open that a page's end cuts."""
    ends: dict[int, list[float]] = {}
    for edge in edges:
        if edge["orientation"] == "v" and edge["height"] >= _MIN_CELL:
            for end in (edge["top"], edge["bottom"]):
                ends.setdefault(round(end), []).append(edge["x0"])
    for end, found in ends.items():
        yield from _iter_rule(min(found), float(end), max(found), float(end))


def _iter_rule(x0: float, top: float, x1: float, bottom: float) -> Iterator[_Edge]:
    """A level or upright rule along the middle of a thin box; none where the box is but a dot or askew."""
    width, height = x1 - x0, bottom - top
    if min(width, height) >= _THIN or max(width, height) < _DOT:
        return
    if width >= height:
        top = bottom = (top + bottom) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    yield _Edge(
        x0=x0,
        x1=x1,
        top=top,
        bottom=bottom,
        width=x1 - x0,
        height=bottom - top,
        orientation="h" if width >= height else "v",
        object_type="line",
    )
