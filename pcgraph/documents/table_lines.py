"""What the readers of Word, Excel and PDF share: table rows as lines, and a document's lines as they grow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pcgraph.errors import DocumentError

MAX_LINES = 200_000
"""More lines than any document has; some 4,000 pages."""


class LineList:
    """The places and texts of a document's lines, in order.

    Args:
        name: What a message calls the document; "" where the caller puts its name before the message.

    Attributes:
        lines: Place and text of each line so far.
    """

    def __init__(self, name: str = "") -> None:
        self._name = name
        self.lines: list[tuple[str, str]] = []

    def add(self, place: str, text: str) -> None:
        """Add a line.

        Raises:
            DocumentError: There are more lines than any document has.
        """
        if len(self.lines) >= MAX_LINES:
            what = f"{self._name} holds more than {MAX_LINES:,} lines; no document is that long."
            raise DocumentError(what.strip(), hint="Split it, and read the part.")
        self.lines.append((place, text))

    def part(self) -> None:
        """Part what comes from what stands there by a blank line; never two in a row, none at the top."""
        if self.lines and self.lines[-1][1]:
            self.add("", "")


def choose_columns(starts: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """Where a table's columns begin: as in its first row with the most cells.

    Args:
        starts: For each row, where its cells begin, from left to right.

    >>> choose_columns([[0], [0, 1, 3], [0, 3]])
    (0, 1, 3)
    """
    most = max(map(len, starts), default=0)
    return next((tuple(row) for row in starts if len(row) == most), ())


def to_row(cells: Sequence[tuple[float, str]], columns: Sequence[float], *, tolerance: float = 0) -> str:
    r"""A table's row as one line, its cells parted by tabs, each in the column in which it begins.

    A row with as many cells as the table has columns is taken cell by cell, wherever they begin:
    rows drawn by hand are seldom exact.

    Args:
        cells: Where each cell begins, and its text.
        columns: Where the table's columns begin.
        tolerance: How far before a column's beginning a cell still counts as in it.

    >>> to_row([(0, "1"), (3, "G")], [0, 1, 3])
    '1\t\tG'
    """
    texts = [""] * max(len(columns), len(cells))
    at = -1
    for index, (start, text) in enumerate(cells):
        column = index if len(cells) >= len(columns) else bisect_right(columns, start + tolerance) - 1
        at = max(at + 1, min(column, len(columns) - len(cells) + index))
        texts[at] = " ".join(text.split())
    return "\t".join(texts)
