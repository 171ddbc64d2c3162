"""What every reader gives: a document as located lines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document.

    Attributes:
        number: Counted from 1, as a text editor counts.
        text: The line without its end; tabs part the cells of a table's row.
    """

    number: int
    text: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The line's cells, without the space around them."""
        return tuple(cell.strip() for cell in self.text.split("\t"))

    @property
    def is_blank(self) -> bool:
        """Whether the line holds nothing but white space."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Document:
    """A source document as it was read.

    Attributes:
        id: The file's name without its ending.
        filename: The file's name.
        sha256: Of the file's bytes, in hexadecimal digits.
        lines: Every line, blank ones too.
    """

    id: str
    filename: str
    sha256: str
    lines: tuple[Line, ...]
