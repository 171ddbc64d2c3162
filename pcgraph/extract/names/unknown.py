"""Names of which only the words beside them tell what they are."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.extract.names.cues import Cue, find_cue_after, find_cue_before
from pcgraph.extract.names.headed import PEOPLE
from pcgraph.extract.names.heads import find_head
from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.lexicon import is_ordinary
from pcgraph.extract.names.people import may_be_person
from pcgraph.extract.names.place import Place, make_sighting
from pcgraph.extract.names.sighting import Sighting
from pcgraph.extract.names.small_heads import AFTER_NAME, PROPER

PAIR = 0.52
_OTHERWISE = frozenset({"document", "system", "place", "programme"})
"""Kinds of heads that an organisation may have for its whole name: `Framework`, `Compass`."""


def judge_cue(place: Place, piece: Piece) -> Sighting | None:
    """What a piece names by the words before and behind it."""
    start, end = place.get_span(piece)
    texts = place.get_texts(piece)
    if piece.owner or not may_be_unknown(place, piece) or is_adjective(place, piece):
        return None
    cues = [cue for cue in (find_cue_before(place.text, start), find_cue_after(place.text, end)) if cue]
    if not cues:
        return None
    cue = max(cues, key=lambda one: one.score)
    if not _suits(texts, cue) or (cue.kind == "partner" and may_be_person(texts)):
        return None
    return make_sighting(place, piece, cue.kind, _weigh_cue(texts, cues, cue), f"stands beside “{cue.words}”")


def judge_pair(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """A name of two words that the document never parts, joined by `&` or closed by a list: `Salt & Light`."""
    folds = [word.fold for word in place.words[piece.first : piece.last]]
    if len(folds) != 3 or not knowledge.pairs.get(f"{folds[0]}/{folds[2]}") or place.is_title:
        return None
    texts = place.get_texts(piece)
    if is_adjective(place, piece) or all(is_ordinary(word) for word in texts):
        return None
    return make_sighting(place, piece, "partner", PAIR, "is never parted")


def is_adjective(place: Place, piece: Piece) -> bool:
    """Whether ordinary words in capitals go with the word behind them: `the Polish community`."""
    words = place.words[piece.first : piece.last]
    if not all(is_ordinary(word.text) or word.shape == "number" or word.text in ("and", "&") for word in words):
        return False
    following = place.words[piece.last] if piece.last < len(place.words) else None
    if len(words) == 1 and _has_article(place, piece):
        return True
    if not following or words[-1].owns:
        return False
    return following.gap == "/" or (following.joins and following.text not in AFTER_NAME)


def _has_article(place: Place, piece: Piece) -> bool:
    before = place.words[piece.first - 1] if piece.first else None
    return bool(before and before.text in ("the", "a", "an", "this", "our", "their", "its", "The", "each", "every"))


def _weigh_cue(texts: Sequence[str], cues: Sequence[Cue], cue: Cue) -> float:
    agreed = len({one.kind for one in cues}) == 1 and len(cues) > 1
    proper = any(not is_ordinary(word) or (word.isupper() and len(word) > 2) for word in texts)
    return cue.score + (PROPER if agreed else 0) - (0 if proper else PROPER)


def may_be_unknown(place: Place, piece: Piece) -> bool:
    """Whether a piece's capitals tell that it is a name, though nothing tells of what."""
    words = place.words[piece.first : piece.last]
    if place.is_title or (len(words) == 1 and words[0].begins and is_ordinary(words[0].text)):
        return False
    return not (len(words) == 1 and len(words[0].text) < 3)


def _suits(texts: Sequence[str], cue: Cue) -> bool:
    """Whether words may name a thing of the kind that a cue speaks of."""
    proper = any(not is_ordinary(word) for word in texts)
    acronym = any(sum(char.isupper() for char in text) >= 2 for text in texts)
    if cue.kind == "person":
        return False
    if cue.kind == "system":
        return (len(texts) == 1 and (acronym or proper)) or all(text.isupper() for text in texts)
    if cue.kind == "place":
        return proper and not acronym and len(texts) <= 4
    headed = find_head(texts)
    if not headed or (cue.score >= 0.65 and headed.word.casefold() in PEOPLE):
        return True
    return headed.kind != "none" and (bool(headed.modifiers) or headed.kind in _OTHERWISE)
