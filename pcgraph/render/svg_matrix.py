"""A matrix as a still SVG: shaded cells with their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pcgraph.render.label import measure_label, wrap_label
from pcgraph.render.marks import KindMark
from pcgraph.render.matrix import Matrix, clean_matrix, find_shade
from pcgraph.render.page import make_environment
from pcgraph.render.svg_frame import MARGIN, KeyEntry, Words, lay_out_frame

SHADE_COLORS = ("#fff", "#e3ebf5", "#c6d9ec", "#a6c4e1", "#84add4", "#6298c8")
"""The colour of each shade; dark words stand on all of them."""

_CELL_WIDTH, _CELL_HEIGHT = 58, 26
_HEAD, _NAME, _TOTAL_WIDTH = 34, 420, 110
_CODE_LINE = 20


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell that has a number."""

    x: float
    y: float
    width: float
    height: float
    color: str
    value: int
    is_dashed: bool


def render_matrix_svg(matrix: Matrix) -> str:
    """The whole matrix as one SVG, with the names of its columns below it.

    The same matrix gives the same text; there is no script, and nothing is asked for.

    Raises:
        ValueError: A row has more or fewer cells than there are columns.
    """
    clean = clean_matrix(matrix)
    name = max((measure_label(row.label) for row in clean.rows), default=0)
    left = min(_NAME, name) + 40
    width = left + len(clean.columns) * _CELL_WIDTH + _TOTAL_WIDTH
    foot = _HEAD + len(clean.rows) * _CELL_HEIGHT
    names = list(_iter_names(clean, width, foot + _CELL_HEIGHT + 24))
    height = names[-1].y + 10 if names else foot + _CELL_HEIGHT
    cells = list(_iter_cells(clean, left))
    counts = f"{len(clean.rows)} rows, {len(clean.columns)} columns and {len(cells)} cells with a number."
    frame = lay_out_frame(clean.title, clean.summary, (width, height), key=list(_iter_key(clean)), counts=counts)
    marks = {mark.name: mark for mark in clean.marks}
    return (
        make_environment()
        .get_template("matrix.svg.j2")
        .render(
            frame=frame,
            shift=f"translate({MARGIN} {frame.top:g})",
            heads=list(_iter_heads(clean, left)),
            labels=list(_iter_labels(clean, marks)),
            totals=list(_iter_totals(clean, left, foot)),
            cells=cells,
            names=names,
            rules=[_HEAD + i * _CELL_HEIGHT for i in range(len(clean.rows) + 1)],
            width=width,
        )
    )


def _iter_heads(matrix: Matrix, left: float) -> Iterator[Words]:
    yield Words(matrix.corner, 0, _HEAD / 2)
    for i, column in enumerate(matrix.columns):
        yield Words(column.code, left + (i + 0.5) * _CELL_WIDTH, _HEAD / 2, anchor="middle")
    yield Words(matrix.totals[0], left + len(matrix.columns) * _CELL_WIDTH + _TOTAL_WIDTH, _HEAD / 2, anchor="end")


def _iter_labels(matrix: Matrix, marks: dict[str, KindMark]) -> Iterator[Words]:
    """The rows' names, each after the shape of its kind."""
    for i, row in enumerate(matrix.rows):
        lines = wrap_label(row.label, _NAME, max_lines=1)
        mark = marks[row.kind]
        yield Words(lines[0], 24, _middle(i), color=mark.color, shape=mark.shape)


def _iter_totals(matrix: Matrix, left: float, foot: float) -> Iterator[Words]:
    right = left + len(matrix.columns) * _CELL_WIDTH + _TOTAL_WIDTH
    for i, row in enumerate(matrix.rows):
        yield Words(str(row.total), right, _middle(i), anchor="end")
    yield Words(matrix.totals[1], 24, foot + _CELL_HEIGHT / 2)
    for i, column in enumerate(matrix.columns):
        yield Words(str(column.total), left + (i + 0.5) * _CELL_WIDTH, foot + _CELL_HEIGHT / 2, anchor="middle")


def _iter_cells(matrix: Matrix, left: float) -> Iterator[_Cell]:
    for i, row in enumerate(matrix.rows):
        for j, (value, is_dashed) in enumerate(zip(row.cells, row.dashed, strict=True)):
            if value:
                color = SHADE_COLORS[find_shade(value, matrix.largest)]
                x, y = left + j * _CELL_WIDTH, _HEAD + i * _CELL_HEIGHT
                yield _Cell(x + 1, y + 1, _CELL_WIDTH - 2, _CELL_HEIGHT - 2, color, value, is_dashed)


def _iter_names(matrix: Matrix, width: float, first: float) -> Iterator[Words]:
    """What each column's code stands for, in as many lines as it takes."""
    y = first
    for column in matrix.columns:
        for i, line in enumerate(wrap_label(f"{column.code}: {column.label}", width, max_lines=3)):
            yield Words(line, 24 if i else 0, y)
            y += _CODE_LINE


def _iter_key(matrix: Matrix) -> Iterator[KeyEntry]:
    for mark in matrix.marks:
        yield KeyEntry(f"{mark.name} ({mark.count})", color=mark.color, shape=mark.shape)
    for words, is_dashed in zip(matrix.key, (True, False), strict=True):
        if words:
            yield KeyEntry(words, is_dashed=is_dashed)


def _middle(row: int) -> float:
    return _HEAD + (row + 0.5) * _CELL_HEIGHT
