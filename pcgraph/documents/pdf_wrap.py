"""Printed lines joined to paragraphs where they only wrap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from statistics import median
from typing import NamedTuple

from pcgraph.documents.pdf_layout import PrintedLine, TextBlock
from pcgraph.documents.table_lines import to_row

_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_BULLET = re.compile(r"[•▪●○–*-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-Z]")
_ENDED = (".", "?", "!", ":", ";")
_LOOSE = 1.3
"""Lines further apart than so many times what is usual are two paragraphs."""

_USUAL_PITCH = 1.2
_TIGHTEST_PITCH = 0.8
_WIDEST_PITCH = 2.4
"""Lines of one paragraph stand so many font sizes apart: set solid, or with double spacing."""

_ENOUGH = 3

_SAME_COLUMN = 4.0
_SPACE = 0.25
_SLACK = 0.1


class ParagraphLines(NamedTuple):
    """A paragraph as printed.

    Attributes:
        number: The number of its first line on the page.
        lines: Its lines.
        is_apart: Whether the page parts it from the one before.
    """

    number: int
    lines: list[str]
    is_apart: bool


class Wrapping:
    """Joins wrapped lines; what is usual in the document tells what is doubtful in one place.

    Whether a hyphen at a line's end belongs to the word, its other words tell; whether two lines
    are one paragraph, the distance between its other lines.

    Args:
        blocks: All text of the document.
    """

    def __init__(self, blocks: Sequence[TextBlock]) -> None:
        self._plain: set[str] = set()
        self._hyphenated: set[str] = set()
        ends: list[tuple[str, str]] = []
        for block in blocks:
            texts = [line.text for line in block.lines]
            for word in (word for text in texts for word in _WORD.findall(text.lower())):
                (self._hyphenated if "-" in word else self._plain).add(word)
            ends += [(one, other) for one, other in pairwise(texts) if _is_parted(one, other)]
        counts = Counter(self._judge(one, other) for one, other in ends)
        self._parts_words = counts["parted"] > counts["hyphenated"]
        pitches = [pitch for block in blocks for pitch in _iter_pitches(block)]
        self._pitch = median(pitches) if pitches else _USUAL_PITCH

    def part(self, block: TextBlock) -> list[ParagraphLines]:
        """The paragraphs of a block of text; lines with wide gaps stay lines, their cells parted by tabs."""
        own = list(_iter_pitches(block))
        pitch = median(own) if len(own) >= _ENOUGH else self._pitch
        return part_paragraphs(block, pitch)

    def join(self, lines: Sequence[str]) -> str:
        """Lines as one text.

        A hyphen stays where nothing in the document speaks against it.
        """
        text = ""
        for line in lines:
            if text.endswith(_SOFT_HYPHEN):
                text = text.rstrip(_SOFT_HYPHEN) + line
            elif not _is_parted(text, line):
                text = f"{text} {line}" if text and line else text or line
            else:
                found = self._judge(text, line)
                drops = found == "parted" or (found == "unknown" and self._parts_words)
                text = f"{text[:-1] if drops else text}{line}"
        return text.replace(_SOFT_HYPHEN, "")

    def _judge(self, before: str, after: str) -> str:
        """Whether a word at a line's end is hyphenated elsewhere, stands whole elsewhere, or neither."""
        first = before.rsplit(maxsplit=1)[-1].lower()
        second = re.split(r"[^a-z-]", after.lower(), maxsplit=1)[0]
        first = re.split(r"[^a-z-]", first)[-1]
        if f"{first}{second}" in self._hyphenated:
            return "hyphenated"
        return "parted" if f"{first[:-1]}{second}" in self._plain else "unknown"


def _is_parted(before: str, after: str) -> bool:
    """Whether a line ends with a hyphen behind a letter, and the next one begins in lower case."""
    return len(before) > 1 and before[-1] == "-" and before[-2].isalpha() and after[:1].islower()


def part_paragraphs(block: TextBlock, pitch: float) -> list[ParagraphLines]:
    """The paragraphs of a block of text.

    Args:
        block: The printed lines.
        pitch: How far apart lines of one paragraph stand, in font sizes.
    """
    paragraphs: list[ParagraphLines] = []
    columns: Sequence[float] = ()
    last: PrintedLine | None = None
    for line in block.lines:
        is_loose = last is not None and _to_pitch(last, line) > _LOOSE * pitch
        if last is not None and not is_loose and _wraps(last, line, block.right):
            paragraphs[-1].lines.append(line.text)
        elif paragraphs and columns and not is_loose and _is_in_columns(line, columns):
            paragraphs[-1].lines[:] = [_complete(paragraphs[-1].lines[0], _align(line, columns))]
        else:
            is_apart = is_loose or (len(line.segments) == 1 and last is not None and last.text.endswith(_ENDED))
            paragraphs.append(ParagraphLines(line.number, [_align(line, columns)], is_apart))
            columns = _follow_columns(line, columns, is_loose=is_loose)
        last = line
    return paragraphs


def _iter_pitches(block: TextBlock) -> Iterator[float]:
    """How far apart, in font sizes, those lines stand that seem to wrap."""
    for before, after in pairwise(block.lines):
        pitch = _to_pitch(before, after)
        if _TIGHTEST_PITCH <= pitch <= _WIDEST_PITCH and _wraps(before, after, block.right):
            yield pitch


def _to_pitch(before: PrintedLine, after: PrintedLine) -> float:
    return (after.top - before.top) / max(before.size, after.size, 1.0)


def _wraps(before: PrintedLine, after: PrintedLine, right: float) -> bool:
    """Whether a line was broken only because the next word did not fit."""
    if len(before.segments) > 1 or len(after.segments) > 1 or _BULLET.match(after.text):
        return False
    if abs(before.size - after.size) > 0.1 * before.size:
        return False
    is_hyphen = before.text.endswith(("-", _SOFT_HYPHEN)) and after.text[:1].islower()
    return is_hyphen or before.x1 + after.first_width + _SPACE * before.size > right - _SLACK * before.size


def wraps_over(before: TextBlock, after: TextBlock) -> bool:
    """Whether a block goes on with the last line of the one before, on the next page."""
    same = abs(before.right - after.right) <= _SAME_COLUMN
    return same and _wraps(before.lines[-1], after.lines[0], before.right)


def _is_in_columns(line: PrintedLine, columns: Sequence[float]) -> bool:
    """Whether a line stands wholly in columns behind the first, as the rest of a wrapped row does."""
    return line.x0 > columns[0] + _SAME_COLUMN and all(
        any(abs(x0 - column) <= _SAME_COLUMN for column in columns) for x0, _, _ in line.segments
    )


def _align(line: PrintedLine, columns: Sequence[float]) -> str:
    """A line's text; where it goes on with a row without rules, each run in its column."""
    if columns and len(line.segments) < len(columns) and _is_in_columns(line, columns):
        return to_row([(x0, text) for x0, _, text in line.segments], columns, tolerance=_SAME_COLUMN)
    return line.text


def _complete(row: str, rest: str) -> str:
    """A row without rules and its next line, cell by cell."""
    pairs = zip_longest(row.split("\t"), rest.split("\t"), fillvalue="")
    return "\t".join(f"{one}{'' if _is_parted(one, other) else ' '}{other}".strip() for one, other in pairs)


def _follow_columns(line: PrintedLine, columns: Sequence[float], *, is_loose: bool) -> Sequence[float]:
    """The columns that hold for the next line: those of the last line with three or more runs."""
    if len(line.segments) > 2:
        return [x0 for x0, _, _ in line.segments]
    return () if is_loose or (len(line.segments) == 1 and not _is_in_columns(line, columns or (0.0,))) else columns
