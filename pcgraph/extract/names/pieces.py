"""Runs of words in capitals, cut into what may each be one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcgraph.extract.names.cuts import LINKS, cut, is_called
from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.lexicon import is_ordinary
from pcgraph.extract.names.words import Word

_BEFORE_THE = frozenset({"of", "for", "and", "against", "on", "in", "to", "over", "beyond"})
_IN_PLACES = frozenset({"upon", "le", "under", "by-the", "on-the"})
_LONGEST = 24
"""How many words a run has at most; no name is longer."""
_NUMBERED = frozenset(
    "theme grade section schedule year level phase round tier class quarter priority part appendix annex page table"
    " figure no item stage step objective pillar article chapter key strand category type band top covid".split()
)


def iter_pieces(words: Sequence[Word], knowledge: Knowledge, barred: Sequence[bool]) -> Iterator[Piece]:
    """Every piece of a text.

    Args:
        words: The text's words.
        knowledge: What the document has told.
        barred: Of each word, whether it stands in a name that the register knows.
    """
    place = 0
    while place < len(words):
        if not _may_begin(words, place) or barred[place]:
            place += 1
            continue
        last = _find_end(words, place, barred)
        yield from cut(words, Piece(place, last), knowledge)
        place = last


def _may_begin(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if word.is_capital:
        return True
    return word.fold in ("operation", "op") and place + 1 < len(words) and is_called(words[place + 1])


def _find_end(words: Sequence[Word], place: int, barred: Sequence[bool]) -> int:
    """Place behind the last word of the run that begins at a place."""
    last = place + 1
    while last < min(len(words), place + _LONGEST):
        ahead = last
        while ahead < len(words) and ahead - last < 3 and _links(words, ahead) and words[ahead].text != "The":
            ahead += 1
        if ahead >= len(words) or barred[ahead] or not words[ahead].joins or (words[ahead - 1].owns and ahead > last):
            break
        word = words[ahead]
        numbered = word.shape == "number" and ahead == last and words[last - 1].fold not in _NUMBERED
        if not (word.is_capital or numbered):
            break
        last = ahead + 1
    return last


def _links(words: Sequence[Word], place: int) -> bool:
    word, before = words[place], words[place - 1]
    if word.text == "the":
        return word.joins and before.fold in _BEFORE_THE
    if word.text in ("to", "for") and place + 1 < len(words) and before.fold == words[place + 1].fold:
        return word.joins
    if word.text == "in":
        return word.joins and _begins_item(words, place - 1) and not is_ordinary(before.text)
    return word.joins and (
        word.text in LINKS or word.text in _IN_PLACES or (word.text == "into" and before.fold == "inquiry")
    )


def _begins_item(words: Sequence[Word], place: int) -> bool:
    """Whether a word begins a text or a list's item: `Sutton in Marsh local profile`."""
    return place == 0 or bool(words[place].gap.strip())
