"""A figure that a narrative prints."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pcgraph.extract.texts import Text


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a narrative and what it says.

    Attributes:
        text: The text that prints it.
        start: Offset of its first character in the text's words.
        end: Offset behind its last character, its unit's included.
        value: The number; sums in thousands or millions written out, decimals as printed.
        unit: `GBP`, `%`, `count`, or a unit of time or distance such as `hours`.
        what: What is counted, in the text's words.
        period: The time that it speaks of, as printed, or "".
        is_rough: Whether the text says about, over, up to or the like.
    """

    text: Text
    start: int
    end: int
    value: Decimal
    unit: str
    what: str
    period: str
    is_rough: bool = False

    @property
    def number(self) -> str:
        """The value in digits, without separators.

        >>> from pcgraph.documents.narrative import Paragraph
        >>> text = Text("r/1", Paragraph("£310k", "", ((0, "7"),)), is_narrative=True)
        >>> Figure(text, 0, 5, Decimal("310000"), "GBP", "assets", "").number
        '310000'
        """
        return format(self.value, "f")

    @property
    def line(self) -> str:
        """Where in the document it stands."""
        return self.text.paragraph.locate(self.start, self.end)

    @property
    def printed(self) -> str:
        """The figure as it stands in the text."""
        return self.text.words[self.start : self.end]
