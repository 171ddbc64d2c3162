"""Acronyms that a document spells out: `Long Name (LN)`, `LN (Long Name)` and `LN: Long Name`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pcgraph.extract.names.words import Word

_SMALL = frozenset(
    {"and", "of", "the", "for", "in", "on", "to", "with", "by", "at", "a", "an", "&", "against", "into", "from", "or"}
)
_MOST_LETTERS = 12
_MOST_WORDS = 14
_LINE_BREAKS = re.compile(r"[.!?;:|()]")


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym and the words that it stands for, as one text prints them.

    Attributes:
        acronym: The acronym, without a plural's s.
        name: The words that it stands for, as printed.
        text: Place of the text among the texts.
        start: Offset of the long name in it.
        end: Offset behind the long name.
        short: Offsets of the acronym.
        after: Place of the first word behind the definition.
    """

    acronym: str
    name: str
    text: int
    start: int
    end: int
    short: tuple[int, int]
    after: int


def iter_definitions(number: int, text: str, words: Sequence[Word]) -> Iterator[Definition]:
    """The acronyms that a text spells out.

    Args:
        number: The text's place among the texts.
        text: Its words, one line.
        words: The same, cut.
    """
    for place, word in enumerate(words):
        if word.gap.endswith("(") and _closes(text, word):
            if (found := _read_before(words, place)) is not None:
                yield _define(number, text, words, (found, place), place, place + 1)
        elif _looks_short(word.text) and (long := _read_after(text, words, place)):
            yield _define(number, text, words, long, place, long[1])


def _define(number: int, text: str, words: Sequence[Word], long: tuple[int, int], short: int, after: int) -> Definition:
    first, last = words[long[0]], words[long[1] - 1]
    name = text[first.start : last.end]
    acronym = to_acronym(words[short].text)
    return Definition(acronym, name, number, first.start, last.end, (words[short].start, words[short].end), after)


def to_acronym(text: str) -> str:
    """An acronym without the s of its plural.

    >>> to_acronym("OCGs"), to_acronym("POLIT")
    ('OCG', 'POLIT')
    """
    return text[:-1] if len(text) > 2 and text.endswith("s") and text[:-1].isupper() else text


def _closes(text: str, word: Word) -> bool:
    """Whether a bracket closes right behind a word that looks like an acronym."""
    after = text[word.end : word.end + 5].lstrip("'’s ")
    return after.startswith((")", ",", ";", " –")) and _looks_short(word.text) and ")" in text[word.end : word.end + 40]


def _looks_short(word: str) -> bool:
    capitals = sum(char.isupper() for char in word)
    return (
        2 <= len(word) <= _MOST_LETTERS
        and capitals >= 2
        and (capitals + sum(c.isdigit() for c in word)) * 2 > len(word)
    )


def _to_letters(acronym: str) -> str:
    return "".join(char for char in to_acronym(acronym).casefold() if char.isalnum())


def _read_before(words: Sequence[Word], place: int) -> int | None:
    """Place of the first word of the long name that ends before a bracketed acronym."""
    letters = _to_letters(words[place].text)
    ends_bracket = words[place].gap.rstrip("([").strip()
    if not letters or (ends_bracket and ends_bracket not in "'’”\""):
        return None
    first = place - 1
    while first > 0 and place - first < _MOST_WORDS and not _LINE_BREAKS.search(words[first].gap):
        first -= 1
    starts = [begin for begin in range(place - 1, first - 1, -1) if words[begin].fold[:1] == letters[0]]
    for fits in (_has_initials, _fits):
        for begin in starts:
            if fits([word.text for word in words[begin:place]], letters):
                return begin
    return _read_irregular(words, place, letters, first)


def _read_irregular(words: Sequence[Word], place: int, letters: str, first: int) -> int | None:
    """The capitals right before the bracket, where they have all but one of the acronym's letters in order."""
    begin = place
    while begin > first and (words[begin - 1].is_capital or words[begin - 1].text.casefold() in _SMALL):
        begin -= 1
    while begin < place and not words[begin].is_capital:
        begin += 1
    for start in (start for start in range(begin, place - 1) if words[start].is_capital):
        initials = "".join(w.fold[:1] for w in words[start:place] if w.text.casefold() not in _SMALL)
        if initials[:1] == letters[0] and len(letters) >= 3 and _shared(initials, letters) >= len(letters) - 1:
            return start
    return None


def _shared(first: str, second: str) -> int:
    """How many letters two words have in common in order."""
    row = [0] * (len(second) + 1)
    for letter in first:
        before = 0
        for place, other in enumerate(second, start=1):
            before, row[place] = row[place], before + 1 if letter == other else max(row[place], row[place - 1])
    return row[-1]


def _has_initials(words: Sequence[str], letters: str) -> bool:
    """Whether an acronym is the initials of the words, the small ones left out."""
    parts = [part for word in words for part in re.split(r"[-–&+/]", word.casefold()) if part]
    return "".join(part[0] for part in parts if part not in _SMALL) == letters


def _fits(words: Sequence[str], letters: str) -> bool:
    """Whether words give an acronym: each gives its first letter, small words may be left out.

    A word may give further letters (`Online Investigation Team` gives `OLIT`), none but a small
    word may give nothing.
    """
    parts = [part for word in words for part in re.split(r"[-–&+]", word.casefold()) if part]
    states = {0}  # how many letters are given so far
    for part in parts:
        following: set[int] = set()
        for given in states:
            following |= _iter_given(part, letters, given)
            if part in _SMALL:
                following.add(given)
        states = following
        if not states:
            return False
    return len(letters) in states


def _iter_given(part: str, letters: str, given: int) -> set[int]:
    """How many letters are given after a word that gives its first letter and perhaps further ones."""
    reached: set[int] = set()
    place = given
    for position, letter in enumerate(part):
        if place >= len(letters) or letter != letters[place]:
            if position == 0:
                return reached
            continue
        place += 1
        reached.add(place)
    return reached


def _read_after(text: str, words: Sequence[Word], place: int) -> tuple[int, int] | None:
    """Places of the first word of the long name behind an acronym, and behind its last."""
    if place + 2 >= len(words):
        return None
    gap = words[place + 1].gap.strip()
    letters = _to_letters(words[place].text)
    if gap == "(":
        last = place + 1
        while last < len(words) and last - place <= _MOST_WORDS and (last == place + 1 or ")" not in words[last].gap):
            last += 1
        closed = ")" in text[words[last - 1].end : words[last - 1].end + 3]
        found = [word.text for word in words[place + 1 : last]]
        return (place + 1, last) if closed and len(found) > 1 and _fits(found, letters) else None
    if gap in (":", "–", "-", "=") and words[place].begins:
        return _read_expansion(words, place + 1, letters)
    return None


def _read_expansion(words: Sequence[Word], first: int, letters: str) -> tuple[int, int] | None:
    """Places of the first of the words that an acronym stands for, and behind the last."""
    ends = [first + 1]
    while ends[-1] < min(len(words), first + _MOST_WORDS) and not _LINE_BREAKS.search(words[ends[-1]].gap):
        ends.append(ends[-1] + 1)
    for fits in (_has_initials, _fits):
        for last in ends[1:]:
            if words[last - 1].is_capital and fits([word.text for word in words[first:last]], letters):
                return first, last
    return None
