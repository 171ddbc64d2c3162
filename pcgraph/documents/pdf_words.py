"""Words of a page put together to printed lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from pcgraph.documents.pdf_layout import PrintedLine, Word

WIDE_GAP = 2.0
"""A gap between words so many times the font's size parts cells."""

_NARROW_GAP = 0.7
"""So wide a gap parts cells where a column begins behind it."""

_TOUCHING = 0.12
"""Words nearer than that share of the font's size are one: a change of size or style parted them."""

_SMALL = 0.8
_RAISED = 0.15
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BULLETS = {ord(mark): "•" for mark in "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\u25cf\u25aa\u2023\u2043\uf02d"}
_HYPHEN = "\u00ad"
_NO_CODE = "(cid:127)"
"""A bullet: what the codes mean that Windows' encoding leaves free (PDF 1.7, annex D.2, note 3)."""


def number_lines(words: Sequence[Word]) -> dict[Word, int]:
    """The number of the printed line that each word of a page stands in, from 1.

    Words of neighbouring cells count as one line where their middles are level.
    """
    numbers: dict[Word, int] = {}
    for number, row in enumerate(_group_rows(words), start=1):
        numbers.update(dict.fromkeys(row, number))
    return numbers


def find_columns(words: Sequence[Word]) -> list[float]:
    """Where the columns of tables without rules begin: several lines go on there behind a gap, one a wide one."""
    gaps: dict[int, list[float]] = {}
    for row in _group_rows(words):
        row.sort(key=lambda word: word.x0)
        for before, after in pairwise(row):
            gap = (after.x0 - before.x1) / max(before.size, after.size, 1.0)
            if gap >= _NARROW_GAP:
                gaps.setdefault(round(after.x0), []).append(gap)
    return [float(x0) for x0, found in sorted(gaps.items()) if len(found) > 1 and max(found) > WIDE_GAP]


def to_printed_lines(
    words: Sequence[Word], numbers: dict[Word, int], columns: Sequence[float] = ()
) -> list[PrintedLine]:
    """The lines of a cell, or of the page outside tables.

    Args:
        words: The words in it.
        numbers: The number of each word's line on the page.
        columns: Where columns begin, so that a narrow gap before them parts cells too.
    """
    lines = []
    for row in _group_rows(words):
        row.sort(key=lambda word: word.x0)
        if segments := _to_segments(row, columns):
            top, size = min(word.top for word in row), max(word.size for word in row)
            number = min(numbers[word] for word in row)
            lines.append(PrintedLine(number, segments, top, size, row[0].x1 - row[0].x0))
    return lines


def _group_rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words whose middles are level, line by line; a raised figure belongs to the line that it stands in."""
    rows: list[list[Word]] = []
    top = bottom = 0.0
    for word in sorted(words, key=lambda word: (word.middle, word.x0)):
        if rows and (top <= word.middle <= bottom or word.top <= (top + bottom) / 2 <= word.bottom):
            rows[-1].append(word)
            if word.bottom - word.top > bottom - top:
                top, bottom = word.top, word.bottom
        else:
            rows.append([word])
            top, bottom = word.top, word.bottom
    return rows


def _to_segments(row: Sequence[Word], columns: Sequence[float]) -> list[tuple[float, float, str]]:
    """The runs of a line's words; a footnote's mark behind a word is left out, before a line it is raised."""
    size = max(word.size for word in row)
    base = max(word.bottom for word in row if word.size == size)
    segments: list[tuple[float, float, str]] = []
    for word in row:
        text = _clean(word.text)
        is_mark = word.size < _SMALL * size and word.bottom < base - _RAISED * size and text.isdecimal()
        gap = word.x0 - segments[-1][1] if segments else 0.0
        is_column = gap > _NARROW_GAP * size and any(abs(word.x0 - column) <= 1 for column in columns)
        if not segments or gap > WIDE_GAP * size or is_column:
            segments.append((word.x0, word.x1, text.translate(_SUPERSCRIPTS) if is_mark else text))
        elif not is_mark:
            x0, _, before = segments[-1]
            between = "" if gap < _TOUCHING * min(size, word.size) else " "
            segments[-1] = (x0, word.x1, f"{before}{between}{text}")
    return [segment for segment in segments if segment[2]]


def _clean(text: str) -> str:
    """A word with a plain bullet, and hyphens that show only at a line's end left there only."""
    text = text.replace(_NO_CODE, "•").translate(_BULLETS)
    return text.replace(_HYPHEN, "") + (_HYPHEN if text.endswith(_HYPHEN) else "") if _HYPHEN in text else text
