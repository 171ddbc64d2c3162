"""What a piece of a text in capitals names, told by its own words and those around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pcgraph.extract.names.extended import judge_meeting, judge_section, judge_variant
from pcgraph.extract.names.headed import STRONG, judge_head
from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.known import judge_branch, judge_called, judge_known, judge_prefixed
from pcgraph.extract.names.people import is_person
from pcgraph.extract.names.place import Place, is_no_name, make_sighting
from pcgraph.extract.names.sighting import Sighting
from pcgraph.extract.names.small_heads import SMALL_HEAD, judge_small_head, judge_topic
from pcgraph.extract.names.unknown import judge_cue, judge_pair

_DEPARTMENTS = frozenset(
    {
        "Adult Services",
        "Adult Social Care",
        "Children's Services",
        "Children's Social Care",
        "Community Protection",
        "Community Safety",
        "Environmental Health",
        "Housing",
        "Licensing",
        "Public Health",
        "Social Care",
        "Trading Standards",
    }
)
_SCHEMES = re.compile(r"['’”\"] ((?:visit|session|event|lesson|workshop|pack|day|week|talk|roadshow|assembl)\w*)")


def judge_piece(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """What a piece names, or None where nothing tells that it names anything."""
    start, _ = place.get_span(piece)
    texts = place.get_texts(piece)
    if is_person(texts, place.text[max(0, start - 40) : start]):
        return None
    if is_department(place, piece):
        return make_sighting(place, piece, "partner", STRONG, "is a council's department")
    section = judge_section(place, piece)
    if section:
        return section
    if is_no_name(texts, knowledge):
        return judge_topic(place, piece, knowledge)
    found = (
        judge_called(place, piece)
        or judge_meeting(place, piece, knowledge)
        or judge_variant(place, piece, knowledge)
        or judge_known(place, piece, knowledge)
        or judge_prefixed(place, piece)
        or judge_branch(place, piece, knowledge)
        or judge_head(place, piece, knowledge)
        or judge_small_head(place, piece, knowledge)
        or judge_cue(place, piece)
        or judge_pair(place, piece, knowledge)
        or _judge_inner(place, piece, knowledge)
    )
    if found and found.kind == "force-unit" and _is_others(place, piece):
        return replace(found, kind="partner")
    return found if found and found.kind != "none" else None


def _is_others(place: Place, piece: Piece) -> bool:
    """Whether the word before a team's name tells that it is not the force's own."""
    before = place.words[piece.first - 1] if piece.first else None
    return bool(before and place.words[piece.first].joins and before.text in ("regional", "national"))


def is_department(place: Place, piece: Piece) -> bool:
    """Whether a phrase that elsewhere is no name stands behind the council whose department it is."""
    before = place.words[piece.first - 1] if piece.first else None
    name = " ".join(place.get_texts(piece))
    return bool(before and before.fold == "council" and place.words[piece.first].joins and name in _DEPARTMENTS)


def _judge_inner(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """An acronym that stands for an entity, before words that make no name with it: `a ROCU Capability`."""
    first = Piece(piece.first, piece.first + 1)
    if piece.last - piece.first < 2 or place.words[piece.first].shape != "acronym":
        return None
    found = None if is_no_name(place.get_texts(first), knowledge) else judge_known(place, first, knowledge)
    return found if found and found.kind != "none" else None


def _judge_quoted(place: Place, piece: Piece, end: int) -> Sighting | None:
    """Words in quotation marks before what a scheme consists of: `'Doorstep Guardian' visits`."""
    match = _SCHEMES.match(place.text[end : end + 30])
    return make_sighting(place, piece, "programme", SMALL_HEAD, f"stands before “{match[1]}”") if match else None


def iter_quoted_names(place: Place, knowledge: Knowledge) -> Iterator[Sighting]:
    """Names in quotation marks: words in capitals before a head, or ending in one."""
    for start, end in place.quoted:
        inner = [index for index, word in enumerate(place.words) if start <= word.start < end]
        if not inner or not place.words[inner[0]].is_capital or len(inner) > 6:
            continue
        piece = Piece(inner[0], inner[-1] + 1)
        texts = place.get_texts(piece)
        if is_no_name(texts, knowledge):
            continue
        found = _judge_quoted(place, piece, end) or judge_head(place, piece, knowledge)
        found = found or judge_small_head(place, piece, knowledge)
        if found and found.kind != "none" and (found.start, found.end) == (start, end):
            yield found
