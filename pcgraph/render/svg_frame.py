"""What every still picture has around it: a title above, the key and what a reader must know below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from pcgraph.render.label import FONT_SIZE, measure_label, wrap_label
from pcgraph.render.text import to_clean_text

MARGIN = 24
"""Room around all, in pixels."""

FAMILY = "Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', sans-serif"
"""Fonts of one width as far as may be; the first at hand is taken."""

_TITLE_SIZE, _TITLE_LINE = 20, 26
_NOTE_SIZE, _NOTE_LINE = 12, 17
_KEY_LINE = 22
_NARROWEST = 420


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text.

    Attributes:
        text: The words.
        x: Where it is anchored.
        y: Its middle.
        anchor: `start`, `end` or `middle`.
        color: Its colour, or that of the shape before it; the place's own when empty.
        shape: A shape to stand before it, an SVG path in a box of 16 by 16; may be empty.
    """

    text: str
    x: float
    y: float
    anchor: str = "start"
    color: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One entry of the key: a shape or a line, and what it means.

    Attributes:
        words: What it means.
        color: The shape's colour.
        shape: An SVG path in a box of 16 by 16; empty for a line.
        is_dashed: Whether the line is dashed.
        x: Its left edge; set when placed.
        y: Its middle; set when placed.
    """

    words: str
    color: str = ""
    shape: str = ""
    is_dashed: bool = False
    x: float = 0
    y: float = 0


@dataclass(frozen=True, slots=True)
class SvgFrame:
    """The frame of a still picture.

    Attributes:
        title: The title in full.
        description: What the picture shows, for who cannot see it.
        width: The whole width in pixels.
        height: The whole height.
        top: Where the picture begins.
        family: The fonts.
        titles: The title in lines.
        key: The key's entries, placed.
        notes: What a reader must know, in lines.
    """

    title: str
    description: str
    width: int
    height: int
    top: float
    family: str
    titles: tuple[Words, ...]
    key: tuple[KeyEntry, ...]
    notes: tuple[Words, ...]


def lay_out_frame(
    title: str, summary: str, size: tuple[float, float], *, key: Sequence[KeyEntry], counts: str
) -> SvgFrame:
    """The frame around a picture.

    Args:
        title: The picture's title.
        summary: What a reader must know.
        size: Width and height of the picture.
        key: The entries of the key, not yet placed.
        counts: How much there is in the picture, one sentence.
    """
    room = max(size[0], _NARROWEST)
    titles = _place_lines(title, room, MARGIN + _TITLE_LINE / 2, _TITLE_SIZE, _TITLE_LINE)
    top = MARGIN + len(titles) * _TITLE_LINE + 10
    placed = _place_key(key, room, top + size[1] + 30)
    below = (placed[-1].y if placed else top + size[1]) + 30
    notes = _place_lines(summary, room, below, _NOTE_SIZE, _NOTE_LINE)
    bottom = notes[-1].y if notes else below - 15
    description = f"{counts} {summary}".strip()
    width, height = ceil(room + 2 * MARGIN), ceil(bottom + MARGIN)
    return SvgFrame(to_clean_text(title), description, width, height, top, FAMILY, titles, placed, notes)


def _place_lines(text: str, room: float, first: float, size: int, line: int) -> tuple[Words, ...]:
    """Text in as many lines as it takes; bold text is a tenth wider than what is measured."""
    width = room * FONT_SIZE / size / (1.1 if size == _TITLE_SIZE else 1)
    lines = wrap_label(text, width, max_lines=40) if text.strip() else ()
    return tuple(Words(words, MARGIN, first + i * line) for i, words in enumerate(lines))


def _place_key(key: Sequence[KeyEntry], room: float, first: float) -> tuple[KeyEntry, ...]:
    """The entries side by side, in as many rows as it takes."""
    placed: list[KeyEntry] = []
    x, y = float(MARGIN), first
    for entry in key:
        needed = (24 if entry.shape else 48) + measure_label(entry.words) + 28
        if x > MARGIN and x + needed > MARGIN + room:
            x, y = float(MARGIN), y + _KEY_LINE
        placed.append(KeyEntry(entry.words, entry.color, entry.shape, entry.is_dashed, x, y))
        x += needed
    return tuple(placed)
