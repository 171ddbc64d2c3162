"""Whether one name is another one misspelt, told word by word.

Letters in common over the whole name tell nothing: `Ashfield District Council` shares 94% of its
letters with `Mansfield District Council`. A misprint changes a letter or two within a word, leaves the
word's first letter alone, and makes a word that is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pcgraph.extract.names.heads import GENERIC, find_head_word
from pcgraph.extract.names.lexicon import is_listed
from pcgraph.names import to_name_key

_APART = re.compile(r"[\s/‑–—-]+")
_SMALL = frozenset({"a", "an", "the", "of", "for", "and", "to", "in", "on", "at", "by", "with"})
_SHORTEST_HEAD, _SHORTEST_ENGLISH, _SHORTEST, _LONG = 5, 6, 7, 10
"""Letters of a word that may have a wrong one: such as `Board`, another English one, any; and of one with two."""


def are_one_name(printed: str, right: str, *, is_known: Callable[[str], bool]) -> bool:
    """Whether a printed name is another one, misspelt or spelt another way.

    Args:
        printed: The name as a document prints it.
        right: The name that it may be.
        is_known: Whether a word is one in its own right, so that it is no misprint of another.

    >>> from pcgraph.extract.names.lexicon import is_listed
    >>> are_one_name("Safer Fenwik Board", "Safer Fenwick Board", is_known=is_listed)
    True
    >>> are_one_name("Ashfield District Council", "Mansfield District Council", is_known=is_listed)
    False
    """
    first, second = _drop_common(split_name(printed), split_name(right))
    if "".join(first) == "".join(second):
        return True
    if len(first) != len(second):  # a word parted in two, and misprinted too
        first, second = ["".join(first)], ["".join(second)]
    return all(_may_be(one, other, is_known) for one, other in zip(first, second, strict=True))


def begins_otherwise(first: str, second: str) -> bool:
    """Whether two names of as many words begin with words that are not one: those of two bodies, not of one.

    >>> begins_otherwise("Amber District Council", "Ashfield District Council")
    True
    >>> begins_otherwise("Sexual Abuse Referral Centre", "Sexual Assault Referral Centre")
    False
    """
    words, others = split_name(first), split_name(second)
    return len(words) == len(others) > 1 and not _may_be(words[0], others[0], is_listed)


def split_name(name: str) -> list[str]:
    """The words of a name but the small ones, as keys.

    >>> split_name("The Women's Aid of St Ann’s & Multi-Agency")
    ['womens', 'aid', 'st', 'anns', 'multi', 'agency']
    """
    keys = (to_name_key(word) for word in _APART.split(name.replace("&", " ")))
    return [key for key in keys if key and key not in _SMALL]


def _drop_common(first: Sequence[str], second: Sequence[str]) -> tuple[list[str], list[str]]:
    """What remains of two lists of words without those in which both begin and end."""
    start = 0
    while start < min(len(first), len(second)) and _are_inflected(first[start], second[start]):
        start += 1
    end = 0
    while end < min(len(first), len(second)) - start and _are_inflected(first[-1 - end], second[-1 - end]):
        end += 1
    return list(first[start : len(first) - end]), list(second[start : len(second) - end])


def _are_inflected(first: str, second: str) -> bool:
    """Whether two words are one, in singular or plural."""
    return first in (second, f"{second}s") or second == f"{first}s"


def _may_be(printed: str, right: str, is_known: Callable[[str], bool]) -> bool:
    """Whether a word may be a misprint of another."""
    if _are_inflected(printed, right):
        return True
    if not (printed and right) or printed[0] != right[0] or is_known(printed):
        return False
    if any(char.isdigit() for char in printed + right):
        return False
    return _count_slips(printed, right) <= _count_allowed(max(len(printed), len(right)), right)


def _count_allowed(letters: int, right: str) -> int:
    """How many letters of a word may be wrong: short names differ from one another by one, `Denby` from `Derby`."""
    is_head = right in GENERIC or find_head_word(right)
    shortest = _SHORTEST_HEAD if is_head else _SHORTEST_ENGLISH if is_listed(right) else _SHORTEST
    return 0 if letters < shortest else 2 if letters >= _LONG else 1


def _count_slips(first: str, second: str) -> int:
    """Letters left out, put in, changed, or swapped with their neighbour (optimal string alignment)."""
    from rapidfuzz.distance import OSA

    return OSA.distance(first, second)
