"""A text in which every figure is a mark, so that patterns of words can be searched for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pcgraph.extract.contradictions.finding import Finding
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.prose import split_sentences
from pcgraph.extract.texts import Text

_KINDS = {"count": "c", "%": "p", "GBP": "m", "EUR": "m", "USD": "m", "percentage points": "q"}

VALUE = "⟨[cmt]\\d+⟩"
"""A pattern for the mark of a count, a sum of money, or a span of time."""
PERCENT = "⟨p\\d+⟩"
"""A pattern for the mark of a percentage."""
GAP = "[^⟨⟩.;:]"
"""A pattern for a character between two marks within one clause."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence or paragraph with its figures as marks such as `⟨c0⟩`.

    Attributes:
        text: The text that prints it.
        words: The words with the marks: c a count, p a percentage, m money, q percentage points, t another unit.
        figures: The figures, by the numbers of the marks.
    """

    text: Text
    words: str
    figures: tuple[Figure, ...]

    def get_figures(self, match: re.Match[str]) -> list[Figure]:
        """The figures whose marks stand in what a pattern found, in order."""
        return [self.figures[int(number)] for number in re.findall(r"⟨\w(\d+)⟩", match[0])]

    def to_finding(self, code: str, message: str, figures: Sequence[Figure], severity: str = "") -> Finding:
        """A finding at the figures that it is about."""
        start, end = min(figure.start for figure in figures), max(figure.end for figure in figures)
        return Finding(code, self.text.paragraph.locate(start, end), self.text.subject, message, severity)


def mark_text(text: Text, figures: Sequence[Figure], start: int = 0, end: int | None = None) -> Marked:
    """A part of a text with the figures that stand in it as marks."""
    end = len(text.words) if end is None else end
    inside = [figure for figure in figures if start <= figure.start and figure.end <= end]
    words, offset = "", start
    for index, figure in enumerate(inside):
        words += f"{_plain(text.words[offset : figure.start])}⟨{_KINDS.get(figure.unit, 't')}{index}⟩"
        offset = figure.end
    return Marked(text, words + _plain(text.words[offset:end]), tuple(inside))


def _plain(words: str) -> str:
    """Words without the brackets that make a mark."""
    return words.replace("⟨", "(").replace("⟩", ")")


def iter_marked(text: Text, figures: Sequence[Figure]) -> Iterator[Marked]:
    """The sentences of a text that hold figures."""
    starts = [figure.start for figure in figures]
    for start, end in split_sentences(text.words):
        first, behind = bisect_left(starts, start), bisect_left(starts, end)
        marked = mark_text(text, figures[first:behind], start, end)
        if marked.figures:
            yield marked
