"""What a PDF page consists of: words in boxes, printed lines, table rows and cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Word(NamedTuple):
    """A word and its box, in points from the page's top left corner.

    Attributes:
        text: Its letters.
        x0: Its left edge.
        x1: Its right edge.
        top: Its upper edge.
        bottom: Its lower edge.
        size: Its font's size.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


class Shape(NamedTuple):
    """A line or rectangle that a page draws.

    Attributes:
        x0: Its left edge.
        top: Its upper edge.
        x1: Its right edge.
        bottom: Its lower edge.
        is_framed: Whether its outline is drawn, not only its inside filled.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    is_framed: bool


@dataclass(slots=True)
class PrintedLine:
    """A line as printed, within a cell or outside tables.

    Attributes:
        number: Which line of the page it is, from 1.
        segments: Left edge, right edge and text of each run of words; wide gaps part them.
        top: Its upper edge.
        size: Its largest font's size.
        first_width: The width of its first word.
    """

    number: int
    segments: list[tuple[float, float, str]]
    top: float
    size: float
    first_width: float

    @property
    def text(self) -> str:
        """Its words; a tab stands for each wide gap."""
        return "\t".join(text for _, _, text in self.segments)

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.segments[0][0]

    @property
    def x1(self) -> float:
        """Its right edge."""
        return self.segments[-1][1]


@dataclass(slots=True)
class TextBlock:
    """Printed lines that follow each other.

    Attributes:
        lines: The lines, from the top.
        left: Where a line may begin.
        right: Where a line must end; one that ends there goes on in the next.
    """

    lines: list[PrintedLine]
    left: float
    right: float


@dataclass(slots=True)
class Cell:
    """A cell of a table drawn with rules.

    Attributes:
        x0: Its left edge.
        x1: Its right edge.
        top: Its upper edge.
        bottom: Its lower edge.
        blocks: What it holds, from the top.
    """

    x0: float
    x1: float
    top: float
    bottom: float
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class TableBlock:
    """A table drawn with rules.

    Attributes:
        rows: The cells of each row, from the left.
        top: Its upper edge.
    """

    rows: list[list[Cell]]
    top: float


Block = TextBlock | TableBlock


@dataclass(slots=True)
class PageLayout:
    """One page.

    Attributes:
        number: From 1.
        height: In points.
        blocks: What it holds, from the top.
    """

    number: int
    height: float
    blocks: list[Block]
