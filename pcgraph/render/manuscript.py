"""A paper as blocks, which each format lays out in its own way: headings, paragraphs, facts, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from pcgraph.render.text import to_clean_text

_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What turns the direction of text: it could make a name read as another."""


class Status(NamedTuple):
    """A RAG status: always a letter and a word, whatever its shade.

    Attributes:
        letter: G, A, R or W; empty where no letter is printed.
        word: Such as Green.
    """

    letter: str
    word: str

    @property
    def text(self) -> str:
        """Letter and word.

        >>> Status("G", "Green").text, Status("", "No letter").text
        ('G Green', 'No letter')
        """
        return f"{self.letter} {self.word}".strip()


Cell = str | Status
"""What a table's cell holds."""


class Heading(NamedTuple):
    """A heading under the paper's title.

    Attributes:
        level: 1 for a section, 2 for a part of it.
        text: Its words.
        anchor: A name that links lead to; empty for none.
    """

    level: int
    text: str
    anchor: str = ""


class Paragraph(NamedTuple):
    """Running text.

    Attributes:
        text: Its words.
        is_small: Whether it is an aside, set smaller.
        status: A status that it begins with, or None.
    """

    text: str
    is_small: bool = False
    status: Status | None = None


class Facts(NamedTuple):
    """Names with their values, such as a paper's head.

    Attributes:
        title: What they are, for those who cannot see the table.
        rows: Name and value.
    """

    title: str
    rows: tuple[tuple[str, str], ...]


class Grid(NamedTuple):
    """A table with a header row.

    Attributes:
        title: What it holds, one line.
        description: What a reader who cannot see it must know: its columns and what they mean.
        headings: One a column.
        rows: One cell a column.
        widths: Each column's share of the width; they sum to 1.
        header: The column, counted from 0, that names its row; -1 where none does.
        anchors: For each row the anchor that this column links to, or "".
        is_captioned: Whether the title is shown; otherwise a heading above says it.
    """

    title: str
    description: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    header: int = 0
    anchors: tuple[str, ...] = ()
    is_captioned: bool = False


Block = Heading | Paragraph | Facts | Grid


class Manuscript(NamedTuple):
    """A paper on its way into a format.

    Attributes:
        title: Its title.
        subject: What it is about, one line, for the file's properties.
        footer: What stands at the foot of each page beside its number.
        date: The day that it is dated, `2020-05-14`, or "" where none is known; never today.
        blocks: Its parts, in order.
    """

    title: str
    subject: str
    footer: str
    date: str
    blocks: tuple[Block, ...]


def clean(text: str) -> str:
    r"""Text that no format can be steered by: no control characters, no marks that turn its direction.

    >>> clean("a\u202eb\x07c")
    'abc'
    """
    return _DIRECTIONS.sub("", to_clean_text(text))


def clean_manuscript(manuscript: Manuscript) -> Manuscript:
    """The same paper with every text cleaned."""
    return Manuscript(
        clean(manuscript.title),
        clean(manuscript.subject),
        clean(manuscript.footer),
        clean(manuscript.date),
        tuple(_clean_block(block) for block in manuscript.blocks),
    )


def _clean_block(block: Block) -> Block:
    if isinstance(block, Facts):
        return Facts(clean(block.title), tuple((clean(name), clean(value)) for name, value in block.rows))
    if isinstance(block, Grid):
        return block._replace(
            title=clean(block.title),
            description=clean(block.description),
            headings=tuple(map(clean, block.headings)),
            rows=tuple(_clean_row(row) for row in block.rows),
        )
    return block._replace(text=clean(block.text))


def _clean_row(row: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple(cell if isinstance(cell, Status) else clean(cell) for cell in row)
