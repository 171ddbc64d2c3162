"""One text that a document prints in pieces, with the place of every piece."""

from __future__ import annotations

from bisect import bisect_right

from pcgraph.extract.clean import join_lines


class Fragments:
    """Pieces of one text, joined; any part of it can be located again.

    Args:
        hyphenated: The document's hyphenated words, for joining at a line's end.
        cell: The number of the table's cell, 1 for the first, or 0 outside tables.
    """

    def __init__(self, hyphenated: frozenset[str] = frozenset(), cell: int = 0) -> None:
        self.cell = cell
        self._hyphenated = hyphenated
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._lines: list[int] = []
        self._length = 0

    def add(self, text: str, line: int) -> None:
        """Append a piece that stands in a line."""
        piece = text.strip()
        if self._pieces:
            last = self._pieces.pop()
            joined = join_lines(last, piece, hyphenated=self._hyphenated)
            last, piece = joined[: len(joined) - len(piece)], joined[len(joined) - len(piece) :]
            self._length += len(last) - (self._length - self._starts[-1])
            self._pieces.append(last)
        self._starts.append(self._length)
        self._pieces.append(piece)
        self._length += len(piece)
        self._lines.append(line)

    @property
    def text(self) -> str:
        """The pieces joined."""
        return "".join(self._pieces)

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that hold the pieces, in order."""
        return tuple(self._lines)

    def locate(self, start: int, end: int) -> str:
        """The locator of a part of the text, such as `37-39c1`.

        Args:
            start: Offset of its first character.
            end: Offset behind its last character.

        >>> fragments = Fragments(cell=1)
        >>> fragments.add("One and ", 7)
        >>> fragments.add("two", 9)
        >>> fragments.text, fragments.locate(0, 3), fragments.locate(0, 11), fragments.locate(8, 11)
        ('One and two', '7c1', '7-9c1', '9c1')
        """
        first = self._line_at(start)
        last = self._line_at(max(start, end - 1))
        return to_locator(first, last, self.cell)

    def _line_at(self, offset: int) -> int:
        return self._lines[max(0, bisect_right(self._starts, offset) - 1)]


def to_locator(first: int, last: int = 0, cell: int = 0) -> str:
    """A place in a text document: a line, a range of lines, and the cell in it.

    >>> to_locator(52), to_locator(34, 36), to_locator(52, cell=3)
    ('52', '34-36', '52c3')
    """
    lines = f"{first}-{last}" if last > first else str(first)
    return f"{lines}c{cell}" if cell else lines
