"""What every reader gives: a document as located lines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document.

    Attributes:
        number: Counted from 1, as a text editor counts.
        text: The line without its end; tabs part the cells of a table's row.
        place: Where people find it when the document is no text: a Word paragraph `p12` (its second
            line `p12l2`), a row of a Word table or of an Excel sheet `t2r14` (further paragraphs of
            the row `t2r14p2`), a Word footnote `f3`, a line of a PDF page `p3l14`. Each stands once in
            a document; "" for text documents and blank lines.
    """

    number: int
    text: str
    place: str = ""

    @property
    def where(self) -> str:
        """The line's place for a message.

        >>> Line(52, "Text").where, Line(52, "Text", "p3l14").where
        ('line 52', 'p3l14')
        """
        return self.place or f"line {self.number}"

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
        notes: What a person should know of the reading, one sentence each.
        sheets: The place and the name of each sheet of a workbook that was read, such as `t2` and `Theme 1`.
    """

    id: str
    filename: str
    sha256: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    sheets: tuple[tuple[str, str], ...] = ()


def describe_lines(first: Line, second: Line) -> str:
    """Two lines' places for a message.

    >>> describe_lines(Line(2, ""), Line(7, "")), describe_lines(Line(2, "", "t1r2"), Line(7, "", "t1r7"))
    ('lines 2 and 7', 't1r2 and t1r7')
    """
    return f"{first.place} and {second.place}" if first.place else f"lines {first.number} and {second.number}"
