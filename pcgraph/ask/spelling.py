"""Misspelt words of a question, put right by words that are known."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from pcgraph.ask.cues import Cues
from pcgraph.ask.register import Register
from pcgraph.ask.words import Word, to_singular, to_stem
from pcgraph.dates import MONTHS

_SHORTEST = 5
"""A shorter word must be right: one letter makes another word of it."""

_LEAST = 85.0
"""How alike two words must be, of 100: one letter of seven wrong."""


class Speller:
    """Knows the words of the cues and of the store."""

    def __init__(self, register: Register, cues: Cues) -> None:
        self._register, self._cues = register, cues

    @cached_property
    def _name_words(self) -> frozenset[str]:
        return frozenset(word for name in self._register.names for word in name.forms)

    def is_known(self, form: str) -> bool:
        """Whether a word is a cue, part of a name, or printed in the papers."""
        cues, register = self._cues, self._register
        if form in cues.known or (to_stem(form),) in cues.concepts or form in MONTHS or form in register.shorts:
            return True
        return form in self._name_words or to_singular(form) in self._name_words | register.words

    def correct(self, words: Sequence[Word]) -> tuple[list[Word], list[str]]:
        """The words put right, and what to say of it."""
        corrected = [self._correct_word(word) for word in words]
        notes = [
            f"“{old.text}” is read as {new.form}"
            for old, new in zip(words, corrected, strict=True)
            if old.form != new.form
        ]
        return corrected, notes

    def _correct_word(self, word: Word) -> Word:
        form = word.form
        if len(form) < _SHORTEST or not form.isalpha() or self.is_known(form):
            return word
        near = self._find_near(form)
        return Word(near, near) if near else word

    def _find_near(self, form: str) -> str:
        """The likest known word with the same first letter; cues before names before other words."""
        from rapidfuzz import fuzz, process  # costs 19 ms, for what is misspelt only

        pools: tuple[Collection[str], ...] = (self._cues.known, self._name_words, self._register.common_words)
        best, score = "", _LEAST - 1
        for pool in pools:
            alike = sorted(word for word in pool if word[:1] == form[0] and abs(len(word) - len(form)) <= 2)
            found = process.extractOne(form, alike, scorer=fuzz.ratio, score_cutoff=max(_LEAST, score + 1))
            if found:
                best, score = found[0], found[1]
        return best
