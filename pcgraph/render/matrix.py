"""A matrix: who by what, a number in each cell, and what the numbers stand for in tables of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from pcgraph.render.marks import KindMark, mark_kinds
from pcgraph.render.records import Records
from pcgraph.render.text import to_clean_text

SHADES = 5
"""How many shades there are."""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One column.

    Attributes:
        code: Its heading, short.
        label: Its name in full.
        total: What stands at its foot.
    """

    code: str
    label: str
    total: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row.

    Attributes:
        label: Its name.
        kind: What it is, in a word.
        cells: A number for each column; 0 shows as nothing.
        dashed: For each column, whether the number is marked as not confirmed.
        total: What stands at its end.
    """

    label: str
    kind: str
    cells: tuple[int, ...]
    dashed: tuple[bool, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows by columns.

    Attributes:
        title: What it shows, one line.
        summary: What a reader must know, one paragraph.
        corner: What a row is, such as `Partner`.
        columns: The columns.
        rows: The rows.
        totals: The heading of the rows' totals, and that of the columns'.
        key: What a cell with a dashed edge means, and what one without; each may be empty.
        kinds: Kinds in the order of the key.
        tables: What the numbers stand for: shown below the matrix on a page.
    """

    title: str
    summary: str
    corner: str
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, str]
    key: tuple[str, str]
    kinds: tuple[str, ...] = ()
    tables: tuple[Records, ...] = ()

    @property
    def marks(self) -> tuple[KindMark, ...]:
        """How each kind of row is marked."""
        return mark_kinds([row.kind for row in self.rows], known=self.kinds)

    @property
    def largest(self) -> int:
        """The largest number."""
        return max((value for row in self.rows for value in row.cells), default=0)


def find_shade(value: int, largest: int) -> int:
    """How dark a cell is: 0 where there is nothing, `SHADES` for the largest number.

    >>> [find_shade(value, 10) for value in (0, 1, 2, 3, 10)]
    [0, 1, 1, 2, 5]
    """
    return ceil(SHADES * value / largest) if value else 0


def clean_matrix(matrix: Matrix) -> Matrix:
    """The matrix without characters that no page should get.

    Raises:
        ValueError: A row has more or fewer cells than there are columns.
    """
    if any(not len(row.cells) == len(row.dashed) == len(matrix.columns) for row in matrix.rows):
        raise ValueError(f"matrix {matrix.title!r}: a row does not fit the {len(matrix.columns)} columns")
    columns = (
        replace(column, code=to_clean_text(column.code), label=to_clean_text(column.label)) for column in matrix.columns
    )
    rows = (replace(row, label=to_clean_text(row.label), kind=to_clean_text(row.kind)) for row in matrix.rows)
    return replace(
        matrix,
        title=to_clean_text(matrix.title),
        summary=to_clean_text(matrix.summary),
        corner=to_clean_text(matrix.corner),
        columns=tuple(columns),
        rows=tuple(rows),
        totals=(to_clean_text(matrix.totals[0]), to_clean_text(matrix.totals[1])),
        key=(to_clean_text(matrix.key[0]), to_clean_text(matrix.key[1])),
        kinds=tuple(map(to_clean_text, matrix.kinds)),
    )
