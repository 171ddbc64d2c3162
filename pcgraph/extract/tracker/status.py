"""What a status cell says: the RAG letter that its words stand for in a layout."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pcgraph.extract.tracker.layout import Layout, to_words

_COLOURS = frozenset({"g", "a", "r", "w", "green", "amber", "red", "white"})


class Status(NamedTuple):
    """A status cell's reading.

    Attributes:
        letter: The RAG letter, or "".
        word: The cell's word that stands for it.
        rest: What follows that word.
    """

    letter: str
    word: str
    rest: str

    @property
    def is_colour(self) -> bool:
        """Whether the cell prints the letter or its colour; else the layout says what its word stands for."""
        return self.word in _COLOURS

    @property
    def names_another(self) -> bool:
        """Whether a further colour stands behind the first, as in Amber/Red."""
        return any(word in _COLOURS and word[0] != self.word[:1] for word in self.rest.split() if len(word) > 1)


def read_status(cell: str, layout: Layout) -> Status:
    """The RAG letter of a status cell: that of the longest word of the layout that the cell begins with.

    Args:
        cell: The cell as printed.
        layout: Knows the words.
    """
    words = to_words(cell)
    for word, letter in _by_length(layout):
        if words == word or (words.startswith(f"{word} ") and (len(word) > 1 or _is_apart(cell))):
            return Status(letter, word, words[len(word) :].strip())
    return Status("", "", words)


def _is_apart(cell: str) -> bool:
    """Whether a cell begins with a letter that stands for itself: `A - delayed`, not `A delay`."""
    return bool(re.match(r"\W*\w\s*[^\w\s]", cell))


@lru_cache(maxsize=64)
def _by_length(layout: Layout) -> tuple[tuple[str, str], ...]:
    pairs = [(word, letter) for letter, words in layout.status.items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))
