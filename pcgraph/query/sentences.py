"""The sentence of a text in which a name or a number stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Span = tuple[int, int]

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9£])")
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:No|Nos|Mr|Mrs|Ms|Dr|St|Op|Ops|Supt|Insp|Sgt|approx|vs|e\.g|i\.e|etc))\.$")
_LETTER = r"[^\W¹²³⁰⁴-⁹]"  # a mark of a footnote stands beside a name, not in it
_NUMBER = re.compile(r"[£]?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|bn|thousand|million|billion)\b)?%?", re.IGNORECASE)
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def iter_sentences(text: str) -> Iterator[Span]:
    """Where each sentence of a text begins and ends.

    >>> text = "Op. Lantern ended. It met No. 4."
    >>> [text[start:end] for start, end in iter_sentences(text)]
    ['Op. Lantern ended.', 'It met No. 4.']
    """
    start = 0
    for match in _END.finditer(text):
        if not _SHORT.search(text[start : match.start() + 1]):
            yield start, match.start() + len(match[0].rstrip())
            start = match.end()
    if start < len(text):
        yield start, len(text)


def find_words(text: str, words: str) -> list[Span]:
    """Where words stand in a text as they are, whatever the spaces between them.

    >>> find_words("The NTU's and NTUs", "NTU")
    [(4, 7)]
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [match.span() for match in re.finditer(rf"(?<!{_LETTER}){pattern}(?!{_LETTER})", text)] if pattern else []


def find_number(text: str, value: float) -> list[Span]:
    """Where a number stands in a text, in figures or, up to twelve, as a word.

    >>> find_number("It cost £310k, not 310.", 310_000)
    [(8, 13)]
    """
    found = [match.span() for match in _NUMBER.finditer(text) if _to_value(match[0]) == abs(value)]
    spelt = [match.span() for match in _WORD.finditer(text) if _WORDS.index(match[0].lower()) == value]
    return sorted(found + spelt)


def _to_value(printed: str) -> float:
    digits, scale = re.fullmatch(r"£?([\d,.]+)\s?([a-z]*)%?", printed, re.IGNORECASE).groups()  # type: ignore[union-attr]
    return round(float(digits.replace(",", "")) * _SCALES.get(scale.lower(), 1), 6)


def cut_sentences(text: str, spans: Sequence[Span]) -> list[tuple[str, list[Span]]]:
    """The sentences of a text that hold one of the spans or more, each with its spans counted from its own start."""
    cut = []
    for start, end in iter_sentences(text):
        held = [(first - start, last - start) for first, last in spans if start <= first < end]
        if held:
            cut.append((text[start:end], held))
    return cut
