"""Which rare words two wordings have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pcgraph.propose.words import Rarity, find_phrases, iter_words

_LESS = 0.35
"""A word that counts less than this share of the best one is not named."""

_SHORT = 3
"""A word with a part as short as this counts as a whole: on-line has nothing to do with lines."""

_HYPHEN = re.compile("[-‐‑]")

Words = Mapping[str, tuple[str, ...]]
"""The words of a wording as printed, each with its stems: of one with a hyphen first the whole, then the parts."""


class Wordings:
    """Wordings with their words, rare ones counting more.

    Args:
        texts: The wordings by id.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._words = {name: read_words(text) for name, text in texts.items()}
        rarity = Rarity(_iter_stems(words) for words in self._words.values())
        self.weights: dict[str, Mapping[str, float]] = {
            name: rarity.weigh_all(_iter_stems(words)) for name, words in self._words.items()
        }
        """Each wording's words without their endings, from 0 (in every wording) to 1 (in one only)."""

    def find_shared(self, first: str, second: str) -> tuple[str, ...]:
        """The telling words that both wordings have, as the first prints them, those that tell most first.

        Words that stand side by side are one phrase. A word with a hyphen is shared where all of it is.

        Args:
            first: The id of the one.
            second: The id of the other.
        """
        weights = {stem: self.weights[first][stem] for stem in self.weights[first] if stem in self.weights[second]}
        words = {word: _weigh(stems, weights) for word, stems in self._words[first].items()}
        least = _LESS * max(words.values(), default=0.0)
        telling = {word for word, weight in words.items() if weight > 0 and weight >= least}
        phrases = find_phrases(self._texts[first], telling)
        return tuple(sorted(phrases, key=lambda phrase: -sum(words.get(word, 0.0) for word in phrase.split())))


def read_words(text: str) -> Words:
    """The telling words of a text, each with its stems.

    >>> read_words("Safer on-line: problem-solving")
    {'Safer': ('safe',), 'on-line': ('onlin',), 'problem-solving': ('problemsolv', 'problem', 'solv')}
    """
    found: dict[str, list[str]] = {}
    for stem, word in iter_words(text):
        stems = found.setdefault(word, [])
        if stem not in stems and not (stems and _is_one(word)):
            stems.append(stem)
    return {word: tuple(stems) for word, stems in found.items()}


def _is_one(word: str) -> bool:
    return min(map(len, _HYPHEN.split(word))) <= _SHORT


def _iter_stems(words: Words) -> Iterator[str]:
    return (stem for stems in words.values() for stem in stems)


def _weigh(stems: Sequence[str], weights: Mapping[str, float]) -> float:
    """How much a word that both have tells; 0 where not all of it is in both."""
    whole, *parts = stems
    if whole in weights:
        return weights[whole]
    return min((weights.get(part, 0.0) for part in parts), default=0.0)
