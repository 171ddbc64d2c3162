"""Names made of another name and one more word: `IOM meeting`, `Domestic Abuse IOM`."""

from __future__ import annotations

import re

from pcgraph.extract.names.headed import STRONG
from pcgraph.extract.names.heads import find_head_word
from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.lexicon import get_determiners, is_ordinary
from pcgraph.extract.names.national import find_national
from pcgraph.extract.names.place import Place, make_sighting
from pcgraph.extract.names.sighting import Sighting
from pcgraph.extract.names.small_heads import follows

_REACH = 80
_SECTION = re.compile(
    r" (sections?|teams?|departments?|services?|directorates?) (?:of|at|in|within) (?:the|both|our) (?:[\w-]+ ){0,3}?"
    r"(?:[Ll]ocal [Aa]uthorit|[Cc]ouncil)"
)
_MEETINGS = frozenset({"meeting", "meetings", "board", "group", "panel", "forum", "subgroup"})
_MET = frozenset({"programme", "document", "system"})
"""Kinds of things that meetings are held about; a body's own meetings are the body itself."""


def judge_meeting(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """A body called after the scheme or document that it meets about."""
    texts = place.get_texts(piece)
    if piece.last >= len(place.words) or place.words[piece.last].text not in _MEETINGS:
        return None
    head = find_head_word(texts[-1])
    kind = _find_known_kind(texts, knowledge) or (head.kind if head and len(texts) > 1 else "none")
    if kind not in _MET or not follows(place, piece, piece.last) or texts[-1].endswith("s"):
        return None
    why = f"stands before “{place.words[piece.last].text}”"
    return make_sighting(place, piece, "partnership", STRONG, why, last=piece.last + 1)


def judge_section(place: Place, piece: Piece) -> Sighting | None:
    """A part of a council, called by its work: `the Cohesion section of the local authority`.

    Of several that share the word `sections`, the first one; the others are read as what follows it.
    """
    end = place.get_span(piece)[1]
    match = _SECTION.match(place.text[end : end + _REACH])
    if not match or place.words[piece.first].begins:
        return None
    folds = [word.text for word in place.words[piece.first : piece.last]]
    shared = match[1].endswith("s") and "and" in folds
    last = piece.last - folds[::-1].index("and") - 1 if shared else piece.last
    return make_sighting(place, piece, "partner", STRONG, "is a part of a council", last=last)


def judge_variant(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """A kind of a scheme that an acronym names: `Domestic Abuse IOM`."""
    texts = place.get_texts(piece)
    last = place.words[piece.last - 1]
    if len(texts) < 2 or last.shape != "acronym" or texts[0].casefold() in get_determiners():
        return None
    if not all(is_ordinary(word) for word in texts[:-1]) or knowledge.area.holds(texts[:-1]):
        return None
    kind = _find_known_kind([texts[-1]], knowledge)
    return make_sighting(place, piece, kind, STRONG, f"ends in {texts[-1]}") if kind == "programme" else None


def _find_known_kind(texts: list[str], knowledge: Knowledge) -> str:
    """The kind of a name that the document spells out or all of Britain knows, or ""."""
    known = find_national(" ".join(texts))
    spelt = knowledge.acronyms.get(texts[0], "") if len(texts) == 1 else ""
    return spelt or (known.kind if known else "")
