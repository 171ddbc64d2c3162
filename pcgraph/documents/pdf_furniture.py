"""Running heads, feet and page numbers, told by where they stand and by what changes from page to page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from pcgraph.documents.pdf_layout import PageLayout, PrintedLine, TableBlock, TextBlock

_MARGIN = 0.12
"""Heads and feet stand in the uppermost or lowest eighth of a page."""

_MOST_LINES = 4
_APART = 1.7
"""They stand so many font sizes from the text, at least."""

_NUMBER = re.compile(r"\d{1,4}")


class _Marginal(NamedTuple):
    """A line in a page's margin."""

    page: PageLayout
    block: TextBlock
    line: PrintedLine


def remove_furniture(pages: Sequence[PageLayout]) -> None:
    """Take running heads, feet and page numbers out of the pages.

    A line in a margin, apart from the text, counts as one where half of the pages have it, but for
    a number that rises with the pages. Words that are the same on every page stay where they stand
    first: they may be the title.
    """
    found: dict[str, list[_Marginal]] = {}
    for marginal in (marginal for page in pages for marginal in _iter_marginals(page)):
        for key in _to_keys(marginal):
            found.setdefault(key, []).append(marginal)
    for places in found.values():
        if len({place.page.number for place in places}) >= max(2, ceil(len(pages) / 2)) or _is_number(places[0]):
            is_title = len({place.line.text for place in places}) == 1 and _is_worded(places[0].line.text)
            for place in places[1:] if is_title else places:
                place.block.lines = [line for line in place.block.lines if line is not place.line]
    for page in pages:
        page.blocks = [block for block in page.blocks if isinstance(block, TableBlock) or block.lines]


def _iter_marginals(page: PageLayout) -> Iterator[_Marginal]:
    """The lines above the text and below it."""
    for position in (0, -1):
        block = page.blocks[position] if page.blocks else None
        if isinstance(block, TextBlock):
            lines = block.lines if position == 0 else block.lines[::-1]
            yield from (_Marginal(page, block, line) for line in _take_apart(lines, page.height))


def _take_apart(lines: Sequence[PrintedLine], height: float) -> list[PrintedLine]:
    """The outermost lines up to the first gap; none where no gap parts them from the text."""
    taken: list[PrintedLine] = []
    for line, after in pairwise([*lines, None]):
        if line is None or not _is_marginal(line, height) or len(taken) == _MOST_LINES:
            return []
        taken.append(line)
        if after is None or abs(after.top - line.top) > _APART * max(line.size, after.size):
            return taken
    return []


def _is_marginal(line: PrintedLine, height: float) -> bool:
    return line.top + line.size < _MARGIN * height or line.top > (1 - _MARGIN) * height


def _to_keys(marginal: _Marginal) -> set[str]:
    """A line's text, and the text with each of its numbers counted from the page's number."""
    text, page = marginal.line.text, marginal.page.number
    keys = {text}
    for match in _NUMBER.finditer(text):
        keys.add(f"{text[: match.start()]}\x00{int(match[0]) - page}\x00{text[match.end() :]}")
    return keys


def _is_number(marginal: _Marginal) -> bool:
    """Whether a line is nothing but its page's number."""
    return marginal.line.text == str(marginal.page.number)


def _is_worded(text: str) -> bool:
    """Whether most of a line are letters; a browser's line of date and time has few."""
    return 2 * sum(map(str.isalpha, text)) > len(text.replace(" ", ""))
