"""One text that a document prints in pieces, with the place of every piece."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from pcgraph.extract.clean import join_lines


@dataclass(slots=True)
class Fragments:
    """Pieces of one text, joined; any part of it can be located again.

    Attributes:
        hyphenated: The document's hyphenated words, for joining at a line's end.
        cell: The number of the table's cell, 1 for the first, or 0 outside tables.
        text: The pieces joined.
    """

    hyphenated: frozenset[str] = frozenset()
    cell: int = 0
    text: str = ""
    _starts: list[int] = field(default_factory=list)
    _lines: list[int] = field(default_factory=list)

    def add(self, text: str, line: int) -> None:
        """Append a piece that stands in a line."""
        joined = join_lines(self.text, text, hyphenated=self.hyphenated) if self.text else text.strip()
        self._starts.append(len(joined) - len(text.strip()) if self.text else 0)
        self._lines.append(line)
        self.text = joined

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that hold the pieces, in order."""
        return tuple(self._lines)

    def locate(self, start: int, end: int) -> str:
        """The locator of a part of the text, such as `37-39c1`.

        Args:
            start: Offset of its first character.
            end: Offset behind its last character.
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
