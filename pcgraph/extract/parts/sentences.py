"""Texts cut into sentences in which each name is one sign, so that words within names say nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pcgraph.extract.mention import Mention
from pcgraph.extract.parts.rule import NAME
from pcgraph.extract.texts import Text

_BULLET = "•·▪●○"
_END = re.compile(rf"""[.!?]["')\]]*\s+(?=["'(\[]?[A-Z0-9£{NAME}])|\s*[{_BULLET}]\s*|\s\|\s""")
_SHORT = re.compile(
    r"(?:\b(?:[A-Za-z]|no|nos|st|dr|mr|mrs|ms|supt|insp|sgt|det|ch|dept|approx|incl|inc|ltd|etc|vs|cf|e\.g|i\.e|ref"
    r"|para|fig|vol|art|sec|qtr|qrt|asst|hon|rt|prof|rev|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec))$",
    re.IGNORECASE,
)
_GLANCE = 12
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or an item of a list.

    Attributes:
        text: The text that it is part of.
        words: Its words in lower case, each name one sign.
        names: The names in it, in order.
        at: The offset of each name's sign in the words.
        begins: Whether it begins a paragraph or an item.
        opens: Whether a list follows: it ends in a colon.
    """

    text: Text
    words: str
    names: tuple[Mention, ...]
    at: tuple[int, ...]
    begins: bool
    opens: bool


def iter_sentences(text: Text, names: Sequence[Mention]) -> Iterator[Sentence]:
    """The sentences of a text.

    Args:
        text: The text.
        names: The names found in it, in order.
    """
    ends = [0, *_find_ends(text.words, names), len(text.words)]
    starts = [name.start for name in names]
    for start, end in pairwise(ends):
        inside = names[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]
        if text.words[start:end].strip():
            yield _to_sentence(text, start, end, inside)


def _find_ends(words: str, names: Sequence[Mention]) -> Iterator[int]:
    starts = [name.start for name in names]
    for match in _END.finditer(words):
        before = bisect_right(starts, match.start()) - 1
        within = before >= 0 and names[before].end > match.start() + 1
        short = words[match.start()] == "." and _SHORT.search(words, max(0, match.start() - _GLANCE), match.start())
        if not within and not short and match.end() < len(words):
            yield match.end()


def _to_sentence(text: Text, start: int, end: int, names: Sequence[Mention]) -> Sentence:
    pieces: list[str] = []
    at: list[int] = []
    size, place = 0, start
    for name in names:
        piece = _to_plain(text.words[place : name.start])
        at.append(size + len(piece))
        pieces += (piece, NAME)
        size += len(piece) + 1
        place = name.end
    pieces.append(_to_plain(text.words[place:end]))
    words = "".join(pieces).rstrip(f" {_BULLET}|")
    begins = start == 0 or text.words[max(0, start - _GLANCE) : start].rstrip()[-1:] in tuple(_BULLET)
    return Sentence(text, words, tuple(names), tuple(at), begins, words.endswith(":"))


def _to_plain(words: str) -> str:
    return _PRIVATE.sub(" ", words).translate(_QUOTES).lower()
