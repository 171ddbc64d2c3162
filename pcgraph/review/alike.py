"""Whether two cells say the same, whatever a workbook made of their blanks and line ends."""

from __future__ import annotations

from pcgraph.render.text import to_clean_text


def to_compared(text: str) -> str:
    r"""A cell's text without what gets lost on the way through a spreadsheet.

    Line ends and blanks of every kind are one blank, none at either end; what no workbook holds is
    left out, as it is on writing.

    >>> to_compared(" Farm\r\nwatch\u2028\x1b ")
    'Farm watch'
    """
    return " ".join(to_clean_text(text).split())


def is_same_text(text: str, before: str) -> bool:
    r"""Whether two cells say the same; 60 and 60.00 do.

    >>> is_same_text("a b", "a\r\nb"), is_same_text("60", "60.00"), is_same_text("a", "b")
    (True, True, False)
    """
    text, before = to_compared(text), to_compared(before)
    try:
        return text == before or float(text) == float(before)
    except ValueError:
        return False
