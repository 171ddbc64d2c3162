"""A text cut into words, each with the marks that tell names from other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Shape = Literal["capital", "acronym", "number", "small"]

_LETTER = r"[^\W_¹²³⁴-⁹]"
_WORD = re.compile(
    rf"{_LETTER}+(?:(?:['’&+–‑]|-(?!(?:based|led|funded|run|style|type|to)\b(?!-))|(?<=\d)[.,](?=\d)){_LETTER}+)*(?:(?<=s)['’](?=\s+[^\W\d_]))?|&"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_OPEN = re.compile(r"(?:^|[\s(\[/–-])(['‘\"“])(?=[^\W_])")
_CLOSING = {"'": "'’", "‘": "’'", '"': '"”', "“": '”"'}
_QUOTED_LENGTH = 80
_TITLE_WORDS = 4
_FUNCTION_WORDS = frozenset(
    "a an and at by for from in into of on or over the their through to under upon with within & between"
    " against".split()
)
_ENDS_SENTENCE = re.compile(r"[.!?:;|•]|^$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text.

    Attributes:
        text: As printed, without a possessive ending.
        start: Offset of its first character.
        end: Offset behind its last one, before a possessive ending.
        stop: Offset behind a possessive ending.
        gap: What stands between it and the word before.
        shape: Whether it begins with a capital, is an acronym, a number or none of these.
        begins: Whether a sentence, a list's item or a table's cell begins with it.
        owns: Whether it has a possessive ending.
        fold: Its letters and figures in lower case, without a possessive ending.
        full: The same with the ending.
    """

    text: str
    start: int
    end: int
    stop: int
    gap: str
    shape: Shape
    begins: bool
    owns: bool
    fold: str
    full: str

    @property
    def inner(self) -> str:
        """The word as it stands within a name, with a possessive ending."""
        return f"{self.text}'s" if self.owns and not self.text.endswith("s") else self.text

    @property
    def is_capital(self) -> bool:
        """Whether it may be part of a name by its form."""
        return self.shape in ("capital", "acronym")

    @property
    def joins(self) -> bool:
        """Whether nothing but a space parts it from the word before."""
        return not self.gap.strip() and bool(self.gap)


def read_words(text: str) -> tuple[Word, ...]:
    """Cut a text into words.

    >>> [(word.text, word.shape) for word in read_words("City's MARAC met in 2020.")]
    [('City', 'capital'), ('MARAC', 'acronym'), ('met', 'small'), ('in', 'small'), ('2020', 'number')]
    """
    closings = {end for _, end in iter_quoted(text)}
    return tuple(_iter_words(text, closings))


def _iter_words(text: str, closings: set[int]) -> Iterator[Word]:
    before = 0
    for match in _WORD.finditer(text):
        printed = match[0]
        if match.end() - 1 in closings:
            printed = printed[:-1]
        gap = text[before : match.start()]
        before = match.start() + len(printed)
        core = _POSSESSIVE.sub("", printed)
        yield Word(
            core,
            match.start(),
            match.start() + len(core),
            before,
            gap,
            _find_shape(core),
            not match.start() or bool(_ENDS_SENTENCE.search(gap)),
            core != printed,
            _fold(core),
            _fold(printed),
        )


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.replace("&", "and")).casefold()


def _find_shape(text: str) -> Shape:
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return "number"
    capitals = sum(char.isupper() for char in letters)
    if capitals >= 2 and (capitals * 2 >= len(letters) or _has_inner_capital(text)):
        return "acronym"
    return "capital" if text[0].isupper() or (text[0].isdigit() and letters[0].isupper()) else "small"


def _has_inner_capital(text: str) -> bool:
    """Whether a capital follows a small letter, as in `DashCam`, or two capitals begin the word."""
    parts = re.split(r"[-–‑&]", text)
    return any(
        re.search(r"[a-z][A-Z]|^[A-Z]{2}", part) and not re.match(r"(?:Mc|Mac|O['’])[A-Z]", part) for part in parts
    )


def iter_quoted(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the words between each pair of quotation marks: of the first, and of the closing mark.

    >>> list(iter_quoted("The 'U Turn' project for victims' rights"))
    [(5, 11)]
    """
    place = 0
    while match := _OPEN.search(text, place):
        start = match.end()
        end = _find_closing(text, start, _CLOSING[match[1]])
        place = start
        if end > start:
            yield start, end
            place = end


def _find_closing(text: str, start: int, marks: str) -> int:
    """Offset of the mark that closes a quotation, or -1."""
    for place in range(start, min(len(text), start + _QUOTED_LENGTH)):
        if text[place] in marks and not text[place + 1 : place + 2].isalnum() and not text[place - 1].isspace():
            return place
    return -1


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether all words of content have capitals, as in a heading, so that capitals tell nothing."""
    content = [word for word in words if word.shape != "number" and word.text not in _FUNCTION_WORDS]
    return len(words) >= _TITLE_WORDS and all(word.is_capital for word in content)
