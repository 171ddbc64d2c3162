"""A question as words: cut, brought into one form, held against each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

MOST_LETTERS, MOST_WORDS = 400, 60
"""A question is no longer than that; what is longer is a text, not a question."""

_WORD = re.compile(r"£?[^\W_]+(?:[.,'/-][^\W_]+)*%?|&|£")
_PLAIN = str.maketrans({"‘": "'", "’": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "“": " ", "”": " ", '"': " "})
_POSSESSIVE = re.compile(r"'(?:s|ve|re|ll|d)?$", re.IGNORECASE)
"""What stands behind an apostrophe: a possessive, have, are, will, would."""

_SHORTEST = 4
_VOWELS = "aeiouy"


class Word(NamedTuple):
    """One word of a question.

    Attributes:
        text: As it was written.
        form: In lower case, without possessive, `&` as and; misspelling corrected.
    """

    text: str
    form: str


def cut_words(text: str) -> list[Word]:
    """The words of a text; a code or a date is one word, a hyphen between letters parts two.

    >>> [word.form for word in cut_words("What’s T3.11's RAG, E-CINS & 2019-20?")]
    ['what', 't3.11', 'rag', 'e', 'cins', 'and', '2019-20']
    """
    return [word for match in _WORD.finditer(text.translate(_PLAIN)) for word in _split(match[0])]


def _split(text: str) -> list[Word]:
    """A word's parts at hyphens and slashes; what holds a figure stays whole."""
    parts = [text] if any(letter.isdigit() for letter in text) else re.split(r"[-/.,]", text)
    return [Word(part, to_form(part)) for part in parts if part]


def to_form(text: str) -> str:
    """A word in lower case, without its possessive; `&` as and.

    >>> to_form("Crimestoppers'"), to_form("&"), to_form("What's")
    ('crimestoppers', 'and', 'what')
    """
    form = _POSSESSIVE.sub("", text.casefold())
    return "and" if form == "&" else form


def strip_possessive(text: str) -> str:
    """A word without its possessive, in its own case.

    >>> strip_possessive("T3.11's"), strip_possessive("we've")
    ('T3.11', 'we')
    """
    return _POSSESSIVE.sub("", text)


def to_stem(form: str) -> str:
    """What the forms of a word have in common: plural, -ed and -ing taken off.

    >>> [to_stem(word) for word in ("burglaries", "burglary", "measured", "measuring", "stopped", "partners", "bus")]
    ['burglary', 'burglary', 'measur', 'measur', 'stop', 'partner', 'bus']
    """
    if len(form) < _SHORTEST or any(letter.isdigit() for letter in form):
        return form
    stem = to_singular(form)
    for ending in ("ing", "ed"):
        root = stem.removesuffix(ending)
        if root != stem and len(root) >= 3 and any(letter in _VOWELS for letter in root):
            return _undouble(root)
    return stem.removesuffix("e") if len(stem) > _SHORTEST else stem


def to_singular(form: str) -> str:
    """A noun without its plural ending.

    >>> [to_singular(word) for word in ("burglaries", "agencies", "crimes", "boxes", "address", "status")]
    ['burglary', 'agency', 'crime', 'box', 'address', 'status']
    """
    if len(form) < _SHORTEST or form.endswith(("ss", "us", "is")):
        return form
    if form.endswith("ies") and len(form) > _SHORTEST:
        return f"{form[:-3]}y"
    if form.endswith(("sses", "xes", "ches", "shes")):
        return form[:-2]
    return form.removesuffix("s")


def _undouble(root: str) -> str:
    """`stopp` as stop; `call` stays."""
    if root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    return root.removesuffix("e")


def is_short_for(short: str, long: str) -> bool:
    """Whether a word abbreviates another: the same first letter, its letters in order.

    >>> is_short_for("supt", "superintendent"), is_short_for("intel", "intelligence"), is_short_for("cat", "dog")
    (True, True, False)
    """
    if len(short) < 2 or len(short) * 2 > len(long) + 3 or len(short) == len(long) or short[0] != long[0]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short)


def join_words(words: Sequence[Word]) -> str:
    """Words as they were written, one space between."""
    return " ".join(word.text for word in words)
