"""Names told by their head, printed with a capital."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.extract.names.heads import Headed, find_head
from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.lexicon import is_ordinary
from pcgraph.extract.names.place import Place, make_sighting
from pcgraph.extract.names.sighting import Sighting
from pcgraph.extract.names.small_heads import PROPER, has_small_head, is_bare

STRONG, WEAK = 0.82, 0.58
_TITLE_CASE = 0.25
_DIRECTIONS = frozenset("north south east west northern southern eastern western central mid upper lower".split())
_BUILDINGS = frozenset({"Office", "Offices", "Hall", "House"})
PEOPLE = frozenset({"communities", "families", "people"})


def judge_head(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """What a piece names by the head that it ends in."""
    texts = place.get_texts(piece)
    headed = find_head(texts)
    if not headed or not headed.modifiers or is_bare(headed, knowledge) or _is_heading(place, piece):
        return None
    directed = headed.word == "Police" and len(texts) > 2 and texts[0].casefold() in _DIRECTIONS
    if headed.is_hint and not directed and all(is_ordinary(word) for word in headed.modifiers):
        return None
    if (not headed.is_strong or headed.kind in ("none", "place", "programme")) and has_small_head(place, piece):
        return None
    if headed.kind == "none":
        return None if headed.word.casefold() in PEOPLE else make_sighting(place, piece, "none", 0, "")
    kind = "place" if headed.word in _BUILDINGS and _stands_behind_at(place, piece) else headed.kind
    return make_sighting(place, piece, kind, _weigh(place, headed, knowledge), f"ends in {headed.word}")


def _stands_behind_at(place: Place, piece: Piece) -> bool:
    before = place.words[piece.first - 1] if piece.first else None
    return bool(before and before.text == "at" and place.words[piece.first].joins)


def _is_heading(place: Place, piece: Piece) -> bool:
    """Whether ordinary words are a whole text that announces a list: `Scheduled Visits:`."""
    whole = not piece.first and piece.last == len(place.words) and place.text.rstrip().endswith(":")
    return whole and all(is_ordinary(word) for word in place.get_texts(piece))


def _weigh(place: Place, headed: Headed, knowledge: Knowledge) -> float:
    score = STRONG if headed.is_strong else WEAK
    if has_proper(headed.modifiers, knowledge):
        score += PROPER if headed.is_strong else 2 * PROPER
    elif not headed.is_strong and len(headed.modifiers) == 1 and headed.kind in ("place", "post", "force-unit"):
        score -= PROPER
    ordinary = all(is_ordinary(word) for word in headed.modifiers)
    return score - (_TITLE_CASE if place.is_title and ordinary and not headed.is_strong else 0)


def has_proper(words: Sequence[str], knowledge: Knowledge) -> bool:
    """Whether one of some words is no ordinary one, and not the area's name."""
    return any(not is_ordinary(word) and word.casefold() not in knowledge.area.words for word in words)
