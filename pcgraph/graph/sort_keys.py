"""Keys that put ids into the order in which people number things."""

from __future__ import annotations

import re

_WIDTH = 6
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"(?<=\.[a-z]\.)[ivxl]+(?=\.|$)")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def to_sort_key(thing_id: str) -> str:
    """An id with its numbers filled up by zeros, so that 2 comes before 10 and iv before ix.

    A Roman number counts as one where it stands below a letter, as in T2A.2.a.iv.

    >>> to_sort_key("T2A.10.a.iv")
    'T000002A.000010.a.000004'
    """
    arabic = _ROMAN.sub(lambda match: str(_parse_roman(match[0])), thing_id)
    return _NUMBER.sub(lambda match: match[0].zfill(_WIDTH), arabic)


def _parse_roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
