"""Words: cut, without their endings, and weighted by how rare they are in a dataset."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WORD = re.compile(rf"{_TOKEN.pattern}(?:[-‐‑]{_TOKEN.pattern})*")

_STOP = frozenset(
    """
    a about across action actions activities activity address addressing after against all also among an and any
    approach approaches are area areas around as ask at be been before being better between both but by can consider
    continue continued continues could current deal deliver delivered delivery did do does drive during each
    effective effectively either embed enhance ensure ensuring establish expand explore few focus following for from
    further get give had has have having help helping how identify if implement implementation implemented improve
    improved improvement improvements improving in include included including increase increased increasing
    initiative initiatives into introduce invest is it its itself keep level levels maintain make many maximise may
    meet more most much must need needs new no not number of on one only opportunities opportunity or other our out
    over particular particularly people per percentage plan plans produce progress promote provide range rate rates
    reduce reduced reducing reduction reductions regard respect respond response responses review seek should so
    some such support supported supporting tackle tackling take than that the their them then there these they this
    those through to toward towards under undertake up upon use used using was well were what when where whether
    which while who whose why will with within work working would year years
    """.split()
)
"""Words that tell nothing of what is meant: small words, and what every plan sets out to do with anything."""

_IRREGULAR = {
    "children": "child",
    "women": "woman",
    "men": "man",
    "lives": "life",
    "safety": "safe",
    "safely": "safe",
    "safer": "safe",
}

_ENDINGS = tuple(
    """
    isation ization ability ational ations ation itions ition ments ment ness tional ency ings ing ively ives ive ally
    ance ence enc able ible ities ity ions ion ies ers ors ees ent er or ed es al ly at i y e s
    """.split()
)
"""Endings that are cut one after another; enough to see one word in its forms, not to find its root."""

_MIN_STEM = 4
"""What must be left of a word; but for a plural's s, which is cut from KSIs too."""


@cache
def to_stem(word: str) -> str:
    """A word without its endings, in small letters.

    >>> {to_stem(word) for word in ("offend", "Offenders", "offending", "offended")}
    {'offend'}
    >>> to_stem("vulnerable") == to_stem("vulnerability"), to_stem("ASB"), to_stem("KSIs")
    (True, 'asb', 'ksi')
    """
    small = word.casefold().replace("’", "'").removesuffix("'s").replace("'", "")
    stem = _IRREGULAR.get(small, small)
    while (shorter := _cut(stem)) != stem:
        stem = shorter
    return stem[:-1] if stem[-1:] == stem[-2:-1] and len(stem) > _MIN_STEM and stem[-1] != "s" else stem


def _cut(word: str) -> str:
    if word.endswith("ss"):
        return word
    ends = (end for end in _ENDINGS if word.endswith(end))
    return next((word[: -len(end)] for end in ends if len(word) - len(end) >= _MIN_STEM - (end == "s")), word)


def iter_words(text: str) -> Iterator[tuple[str, str]]:
    """Each telling word of a text: its stem, and the word as printed.

    A word with a hyphen counts as one word and in its parts: on-line is online, too.

    >>> list(iter_words("Continue to support victims of on-line abuse"))
    [('victim', 'victims'), ('onlin', 'on-line'), ('line', 'on-line'), ('abu', 'abuse')]
    """
    for match in _WORD.finditer(text):
        word = match[0]
        parts = _TOKEN.findall(word)
        if len(parts) > 1 and not any(map(str.isdigit, parts)):
            yield to_stem("".join(parts)), word
        yield from ((to_stem(part), word) for part in parts if is_telling(part))


def is_telling(word: str) -> bool:
    """Whether a word says what is meant; small words and figures do not."""
    return len(word) > 1 and not word.isdigit() and word.casefold() not in _STOP


def find_phrases(text: str, words: Collection[str]) -> list[str]:
    """Some words of a text, those that stand together in one phrase.

    What stands in a longer phrase, too, is left out.

    Args:
        text: The text.
        words: The words wanted, as printed.

    >>> find_phrases("Mental health work on health and crime", {"Mental", "health", "crime"})
    ['Mental health', 'crime']
    """
    found: list[str] = []
    end = -1
    for match in _WORD.finditer(text):
        if match[0] in words:
            if found and text[end : match.start()] == " ":
                found[-1] += f" {match[0]}"
            else:
                found.append(match[0])
            end = match.end()
    return [phrase for phrase in dict.fromkeys(found) if not any(phrase in other for other in found if other != phrase)]


def iter_tokens(text: str) -> Iterator[str]:
    """Every word of a text, small ones and all, as printed."""
    return (match[0] for match in _TOKEN.finditer(text))


class Rarity:
    """How rare each word is over all texts of a dataset.

    Args:
        texts: The stems of each text.
    """

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        self._counts: Counter[str] = Counter()
        self._size = 0
        for stems in texts:
            self._counts.update(set(stems))
            self._size += 1

    def weigh(self, stem: str) -> float:
        """A word's weight from 0 (in every text) to 1 (in one text only).

        Source: inverse document frequency (K. Spärck Jones, 1972), over its highest value.
        """
        if self._size < 2:
            return 1.0
        return max(0.0, math.log(self._size / max(1, self._counts[stem])) / math.log(self._size))

    def weigh_all(self, stems: Iterable[str]) -> dict[str, float]:
        """Each stem with its weight; the weight of a word that stands there twice counts once."""
        return {stem: self.weigh(stem) for stem in dict.fromkeys(stems)}
