"""Lists whose tags a conversion has kept whole: `<ol><li>…<ol><li>…</li></ol></li></ol>`."""

from __future__ import annotations

import re

from pcgraph.extract.clean import clean_wording

_TAG = re.compile(r"<(/?)(ol|ul|li)\b[^>]*>", re.IGNORECASE)


def is_whole_list(text: str) -> bool:
    """Whether every list in a text is closed, and its items are marked."""
    tags = [(closing, name.lower()) for closing, name in _TAG.findall(text)]
    opened = sum(not closing and name != "li" for closing, name in tags)
    closed = sum(bool(closing) and name != "li" for closing, name in tags)
    return 0 < opened == closed and ("", "li") in tags


def read_whole_list(text: str) -> list[tuple[int, str, int]]:
    """The items of a whole list: level (0 for the outermost), words, and offset in the text.

    >>> read_whole_list("<ol><li>A:<ol><li>B</li></ol></li><li>C</li></ol>")
    [(0, 'A:', 8), (1, 'B', 18), (0, 'C', 38)]
    """
    items: list[tuple[int, str, int]] = []
    level = -1
    starts: list[tuple[int, int]] = []
    for match in _TAG.finditer(text):
        if starts:
            depth, offset = starts[-1]
            if offset >= 0:
                items.append((depth, clean_wording(text[offset : match.start()]), offset))
                starts[-1] = (depth, -1)
        closing, name = match[1], match[2].lower()
        if name == "li" and not closing:
            starts.append((level, match.end()))
        elif name == "li" and starts:
            starts.pop()
        elif name != "li":
            level += -1 if closing else 1
    return [item for item in items if item[1]]
