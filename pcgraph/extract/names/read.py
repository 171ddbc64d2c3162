"""The recogniser's reading of all texts of a document: every sighting of a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pcgraph.extract.names.chains import find_item, iter_chained
from pcgraph.extract.names.cues import Cue, find_list_cue
from pcgraph.extract.names.judge import iter_quoted_names, judge_piece
from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.known import KNOWN
from pcgraph.extract.names.national import get_irregular
from pcgraph.extract.names.own import is_own
from pcgraph.extract.names.pieces import iter_pieces
from pcgraph.extract.names.place import Place
from pcgraph.extract.names.sighting import Sighting
from pcgraph.extract.texts import Text

_ITEM_LENGTH = 400


def iter_sightings(
    places: Sequence[Place], texts: Sequence[Text], knowledge: Knowledge, barred: Sequence[list[bool]]
) -> Iterator[Sighting]:
    """Every sighting in every text but those of spelt-out names.

    Args:
        places: The texts, made ready.
        texts: The same, with what they speak of.
        knowledge: What the document has told.
        barred: Of each text's words, whether they stand in a name that the register knows.
    """
    cue: Cue | None = None
    subject = ""
    for place, text, bars in zip(places, texts, barred, strict=True):
        if text.subject != subject or not text.is_narrative:
            cue, subject = None, text.subject
        listed = replace(place, is_title=False) if cue else place
        item = find_item(place, cue, knowledge) if cue and not any(bars[:1]) else None
        yield from _iter_of_text(listed, knowledge, bars, item)
        intro = find_list_cue(place.text)
        if intro or len(place.text) > _ITEM_LENGTH or place.text.rstrip().endswith(":"):
            cue = intro


def _iter_of_text(place: Place, knowledge: Knowledge, bars: list[bool], item: Sighting | None) -> Iterator[Sighting]:
    if item:
        yield item
        bars = [bar or word.start < item.end for bar, word in zip(bars, place.words, strict=True)]
    for found in get_irregular().find(place.words, bars):
        start, end = found.get_span(place.words)
        yield Sighting(
            place.number, start, end, place.text[start:end], found.form.kind, KNOWN, "is a name known nationwide"
        )
        bars = [bar or start <= word.start < end for bar, word in zip(bars, place.words, strict=True)]
    for quoted in iter_quoted_names(place, knowledge):
        inside = [quoted.start <= word.start < quoted.end for word in place.words]
        if not any(bar and within for bar, within in zip(bars, inside, strict=True)):
            yield quoted
            bars = [bar or within for bar, within in zip(bars, inside, strict=True)]
    pieces = [piece for piece in iter_pieces(place.words, knowledge, bars) if not is_own(place, piece, knowledge)]
    judged = [judge_piece(place, piece, knowledge) for piece in pieces]
    yield from (one for one in judged if one)
    yield from _iter_rests(place, pieces, judged, knowledge)
    yield from iter_chained(place, pieces, judged, knowledge)


def _iter_rests(
    place: Place, pieces: Sequence[Piece], judged: Sequence[Sighting | None], knowledge: Knowledge
) -> Iterator[Sighting]:
    """What the words behind a name name, where it is only the beginning of its piece."""
    for piece, one in zip(pieces, judged, strict=True):
        first = piece.first
        while one and first < piece.last and place.words[first].start < one.end:
            first += 1
        while one and first < piece.last and place.words[first].text == "and":
            first += 1
        rest = judge_piece(place, Piece(first, piece.last), knowledge) if one and first < piece.last else None
        if rest:
            yield rest
