"""A text under judgement, and what is known to be no name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.lexicon import get_abbreviations, get_stop_keys, is_ordinary
from pcgraph.extract.names.sighting import Sighting
from pcgraph.extract.names.words import Word, is_title_case, iter_quoted, read_words
from pcgraph.extract.ranks import split_rank
from pcgraph.names import to_name_key


@dataclass(frozen=True, slots=True)
class Place:
    """A text under judgement.

    Attributes:
        number: Its place among the texts.
        text: Its words, one line.
        words: The same, cut.
        is_title: Whether most of its words have capitals, so that capitals tell nothing.
        quoted: Offsets of what stands in quotation marks.
    """

    number: int
    text: str
    words: Sequence[Word]
    is_title: bool
    quoted: tuple[tuple[int, int], ...]

    def get_texts(self, piece: Piece) -> list[str]:
        """The words of a piece."""
        words = self.words[piece.first : piece.last]
        return [*(word.inner for word in words[:-1]), words[-1].text]

    def get_span(self, piece: Piece) -> tuple[int, int]:
        """Offsets of a piece."""
        return self.words[piece.first].start, self.words[piece.last - 1].end


def to_place(number: int, text: str) -> Place:
    """A text made ready for judgement."""
    words = read_words(text)
    return Place(number, text, words, is_title_case(words), tuple(iter_quoted(text)))


def is_no_name(texts: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether words are known to name no entity: a stock phrase, a rank, an abbreviation, the area itself."""
    name = " ".join(texts)
    key = to_name_key(name)
    singular = key.removesuffix("s")
    if key in get_stop_keys() or singular in get_stop_keys() or knowledge.area.holds(texts):
        return True
    if len(texts) == 1 and (texts[0] in get_abbreviations() or texts[0].rstrip("s") in get_abbreviations()):
        return True
    rank, rest = split_rank(name.removesuffix("s"))
    named = bool(rest) and not any(is_ordinary(word) for word in rest.split()) and len(texts) <= 3
    return bool(rank) and rank != "Chief Constable" and (not rest or (named and len(texts) > 1))


def make_sighting(place: Place, piece: Piece, kind: str, score: float, why: str, *, last: int = 0) -> Sighting:
    """A piece as a sighting; `last` is the place behind its last word, where it is not the piece's own."""
    start, end = place.get_span(Piece(piece.first, last or piece.last))
    return Sighting(place.number, start, end, place.text[start:end], kind, score, why)
