"""Lists whose numbering is printed: `1.`, `a)`, `(i)` in running text, read as a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKER = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2}(?=[.)]\s+[^a-z\s])|[a-z]|[ivx]{2,4})[.)]\s+(?=\S)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MAX_GAP = 2


class Entry(NamedTuple):
    """One item of a list.

    Attributes:
        path: Its numbers from the top, such as `("2", "a", "i")`.
        text: Its words, without its number.
        start: Offset of its words in the text that was parsed.
        end: Offset behind them.
    """

    path: tuple[str, ...]
    text: str
    start: int
    end: int


class _Position:
    """Where the list stands: the last number, letter and roman numeral."""

    def __init__(self, *, nested: bool) -> None:
        self.nested = nested
        self.path: tuple[str, ...] = ()

    def find_next(self, marker: str, *, first: int) -> tuple[str, ...] | None:
        """The path that a marker leads to if it continues the list here, else None."""
        if marker.isdigit():
            last = int(self.path[0]) if self.path else first - 1
            return (marker,) if last < int(marker) <= last + _MAX_GAP else None
        if not self.nested or not self.path:
            return None
        return self._find_roman(marker) or self._find_letter(marker)

    def _find_letter(self, marker: str) -> tuple[str, ...] | None:
        expected = _LETTERS[_LETTERS.index(self.path[1]) + 1 :][:1] if len(self.path) > 1 else "a"
        return (self.path[0], marker) if marker == expected else None

    def _find_roman(self, marker: str) -> tuple[str, ...] | None:
        if len(self.path) < 2 or (len(self.path) == 2 and self.path[1] == "h"):
            return None
        seen = _ROMANS.index(self.path[2]) + 1 if len(self.path) > 2 else 0
        return (*self.path[:2], marker) if _ROMANS[seen : seen + 1] == (marker,) else None


def parse_numbered(text: str, *, nested: bool = True, first: int = 1) -> list[Entry]:
    """The items of a numbered list that stands in one text.

    A marker counts only where it continues the list, so that a figure at a sentence's end
    does not begin an item.

    Args:
        text: The list, numbers included.
        nested: Whether `a.` and `i.` part items too.
        first: The number that the list begins with.

    Returns:
        The items in order; empty where the text does not begin with a number.

    >>> [(".".join(e.path), e.text) for e in parse_numbered("1. Crime: a. All b. Hate: i. Old 2. ASB")]
    [('1', 'Crime:'), ('1.a', 'All'), ('1.b', 'Hate:'), ('1.b.i', 'Old'), ('2', 'ASB')]
    """
    accepted = list(_iter_accepted(text, _Position(nested=nested), first))
    if not accepted or text[: accepted[0][1]].strip():
        return []
    ends = [start for _, start, _ in accepted[1:]] + [len(text)]
    return [
        Entry(path, text[words:end].strip(), words, end) for (path, _, words), end in zip(accepted, ends, strict=True)
    ]


def _iter_accepted(text: str, position: _Position, first: int) -> Iterator[tuple[tuple[str, ...], int, int]]:
    behind = 0
    for match in _MARKER.finditer(text):
        between = text[behind : match.start()]
        in_brackets = match[0][0] != "(" and match[0].rstrip()[-1] == ")" and between.count("(") > between.count(")")
        path = None if in_brackets else position.find_next(match[1], first=first)
        if path is not None:
            position.path, behind = path, match.end()
            yield path, match.start(), match.end()


def find_gaps(numbers: list[int]) -> list[int]:
    """The numbers that a rising list leaves out.

    >>> find_gaps([1, 2, 4])
    [3]
    """
    return sorted(set(range(min(numbers, default=1), max(numbers, default=0) + 1)) - set(numbers))
