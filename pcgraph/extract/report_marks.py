"""What the marks of a RAG column stand for where they are no colour's letter: `White (NS)` in the report's own key."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pcgraph.documents import Line
from pcgraph.extract.clean import clean_wording

LETTERS = {"green": "G", "amber": "A", "red": "R", "white": "W"}
"""The RAG letter of each colour."""

_COLOUR = r"(?:(?i:\b(?P<colour>green|amber|red|white))|\b(?P<letter>[GARW]))\b"
_UNBEGUN = r"(?P<unbegun>(?i:\bnot\s+(?:yet\s+)?(?:started|begun|commenced)))\b"
_MARK = r"(?P<mark>\b[A-Z]{1,3})\b"
_OPEN, _IS = r"\s?[(\[/]\s?", r"\s?(?:[(\[/=:–-]|\bis\b)\s?"
_PAIRS = tuple(
    re.compile(pattern)
    for meaning in (_COLOUR, _UNBEGUN)
    for pattern in (rf"{meaning}{_OPEN}{_MARK}", rf"{_MARK}{_IS}{meaning}")
)
_ALONE = re.compile(rf"\W*{_COLOUR}\W*")
_ENDING = re.compile(r".*[(\[](?P<mark>[A-Z]{1,3})[)\]]\W*")


def learn_marks(lines: Sequence[Line]) -> dict[str, str]:
    """The RAG letter of each mark that a status key explains; a mark of two colours stands for none.

    Args:
        lines: The key; other lines above the items do no harm.

    >>> learn_marks([Line(1, "White (NS)"), Line(2, "Amber/DL: delayed")])
    {'NS': 'W', 'DL': 'A'}
    """
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for mark, letter in _iter_marks([clean_wording(cell) for cell in line.cells]):
            found[mark].add(letter)
    return {mark: min(letters) for mark, letters in found.items() if len(letters) == 1}


def _iter_marks(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each mark of a line with its letter: beside the colour, or at the end of the cell behind it."""
    matches = [match for cell in cells for pair in _PAIRS for match in pair.finditer(cell)]
    for cell, after in pairwise(cells):
        alone, ending = _ALONE.fullmatch(cell), _ENDING.fullmatch(after)
        if alone and ending and ending["mark"] not in LETTERS.values():
            yield ending["mark"], _to_letter(alone)
    for match in matches:
        if match["mark"] not in LETTERS.values():
            yield match["mark"], _to_letter(match)


def _to_letter(match: re.Match[str]) -> str:
    """What has not begun is white."""
    groups = match.groupdict()
    return groups.get("letter") or LETTERS[(groups.get("colour") or "white").lower()]
