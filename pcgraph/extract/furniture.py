"""Running headers and footers: what a page prints around its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pcgraph.documents import Document, Line
from pcgraph.documents.narrative import PAGE_BREAK
from pcgraph.extract.clean import clean_text

_PAGE = re.compile(r"^(?:page\s+\d{1,4}|(?:page\s+)?\d{1,4}\s+of\s+\d{1,4})$", re.IGNORECASE)
_NUMBER = re.compile(r"^\d{1,4}$")
_REACH = 2


def clear_furniture(document: Document) -> Document:
    """The document with its running headers and footers as blank lines, page breaks; line numbers stay.

    A footer is a line with a page number in a cell of its own (`Page 3 of 14`), or with words that
    stand with other numbers elsewhere. A header is a line that stands again and again beside footers.
    """
    filled = [line for line in document.lines if not line.is_blank]
    footers = _find_footers(filled)
    if not footers:
        return document
    near = [
        i for at in footers for i in range(max(0, at - _REACH), min(len(filled), at + _REACH + 1)) if i not in footers
    ]
    texts = Counter(clean_text(filled[i].text) for i in set(near))
    headers = {i for i in near if i > min(footers) and texts[clean_text(filled[i].text)] > 1 and _is_running(filled[i])}
    cleared = {filled[i].number for i in headers | footers}
    lines = tuple(replace(line, text=PAGE_BREAK) if line.number in cleared else line for line in document.lines)
    return replace(document, lines=lines)


def _find_footers(lines: Sequence[Line]) -> set[int]:
    """Indexes of the lines that hold a page number."""
    labels = Counter(label for line in lines if (label := _to_label(line)))
    return {
        index
        for index, line in enumerate(lines)
        if any(_PAGE.match(cell) for cell in line.cells) or labels[_to_label(line)] > 1
    }


def _to_label(line: Line) -> str:
    """The words beside a number that ends a line of two cells; "" for other lines."""
    cells = [cell for cell in line.cells if cell]
    return cells[0] if len(cells) == 2 and _NUMBER.match(cells[1]) and not _NUMBER.match(cells[0]) else ""


def _is_running(line: Line) -> bool:
    """Whether a line can be a running header: a few words, no table's row, no letter alone."""
    return "\t" not in line.text.strip() and 3 < len(line.text.strip()) < 100
