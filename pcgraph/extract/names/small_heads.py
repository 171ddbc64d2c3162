"""Names whose head is printed in lower case behind their capitals: `Marsh burglary team`."""

from __future__ import annotations

from pcgraph.extract.names.heads import GENERIC, Headed, find_head, find_head_word, to_singular
from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.lexicon import get_stop_keys, is_ordinary
from pcgraph.extract.names.place import Place, make_sighting
from pcgraph.extract.names.sighting import Sighting
from pcgraph.names import to_name_key

SMALL_HEAD, PROPER = 0.68, 0.08
_BETWEEN = frozenset(
    "steering working action task tasking alert case management support reporting review delivery pilot funding"
    " intervention grant strategy performance awareness training diversion custody prevention outreach network".split()
)
"""Small words that may stand between the capitals of a name and its head: `Prevent steering group`."""
AFTER_NAME = frozenset(
    "the a an our their its this that these those and or to for in on at who which is are was were has have had will"
    " with from by of as since under began begins provides provide delivers runs ran also during until via following"
    " then now may can when while whilst through".split()
)
"""Words before which a name ends; others go on with it."""


_TRADES = frozenset("Railways Buses Hospice Airport Museum Infirmary Chamber Associates Homes".split())
"""Heads that name one body even with nothing but the area's name before them: `Marshire Railways`."""


_TOPICAL = frozenset({"force-unit", "partnership", "document"})


def judge_topic(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """A board or a team for a topic: `Hate Crime team`, `SOC Board`."""
    if len(place.get_texts(piece)) == 1 and place.words[piece.first].begins:
        return None
    found = judge_small_head(place, piece, knowledge)
    if not found or found.score < SMALL_HEAD:
        return None
    return found if found.kind in _TOPICAL or found.name.endswith("helpline") else None


def judge_small_head(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """What a piece names by the head in lower case behind it."""
    last = _find_small_head(place, piece)
    first = place.words[piece.first]
    head = find_head_word(first.text) if piece.last - piece.first == 1 else None
    if head and head.kind in ("partnership", "force-unit", "partner") and is_ordinary(first.text):
        return None
    if not last or knowledge.area.holds(place.get_texts(piece)):
        return None
    texts = [word.text for word in place.words[piece.first : last]]
    headed = find_head(texts)
    if not headed or headed.kind == "none" or to_name_key(" ".join(texts)) in get_stop_keys():
        return None
    if is_bare(headed, knowledge) and not (piece.owner and headed.kind == "force-unit" and headed.modifiers):
        return None
    alone = piece.last - piece.first == 1
    if alone and is_ordinary(first.text) and (first.begins or place.is_title) and not is_quoted(place, first.start):
        return None
    proper = any(not is_ordinary(word) for word in texts[: piece.last - piece.first])
    score = SMALL_HEAD + (PROPER if proper else 0) - (0 if headed.is_strong else PROPER)
    bare = is_quoted(place, first.start) or _stands_alone(place, piece, headed)
    return make_sighting(place, piece, headed.kind, score, f"stands before “{headed.word}”", last=0 if bare else last)


def _find_small_head(place: Place, piece: Piece) -> int:
    """Place behind a head in lower case that closes the name which a piece begins, or 0."""
    words = place.words
    for ahead in range(piece.last, min(len(words), piece.last + 3)):
        word = words[ahead]
        if not follows(place, piece, ahead) or word.shape != "small":
            return 0
        head = find_head_word(word.text)
        if ahead + 1 < len(words) and head and words[ahead + 1].joins and words[ahead + 1].shape == "small":
            following = find_head_word(words[ahead + 1].text)
            if following and following.may_be_small and following.kind != "none" and not word.owns:
                return ahead + 2
        if head and head.may_be_small:
            return ahead + 1 if head.kind != "none" else 0
        if word.text not in _BETWEEN and not _may_describe(place, piece, ahead):
            return 0
    return 0


def _may_describe(place: Place, piece: Piece, ahead: int) -> bool:
    """Whether ordinary words may stand between a proper name and its head: `Marsh traffic light tool`."""
    words = place.words
    proper = not all(is_ordinary(word.text) for word in words[piece.first : piece.last])
    if (
        not proper
        or (words[piece.first].begins and piece.last - piece.first == 1)
        or words[ahead].text in AFTER_NAME
        or not is_ordinary(words[ahead].text)
    ):
        return False
    heads = [find_head_word(word.text) for word in words[ahead + 1 : piece.last + 3]]
    return any(head and head.is_strong and head.kind in ("system", "programme") for head in heads)


def follows(place: Place, piece: Piece, ahead: int) -> bool:
    """Whether a word follows a piece with nothing but a space, or a quotation's end, between them."""
    word = place.words[ahead]
    before = place.words[ahead - 1]
    if before.owns:
        return False
    return word.joins or (ahead == piece.last and word.gap in ("' ", "’ ", "” ", '" '))


def has_small_head(place: Place, piece: Piece) -> bool:
    """Whether a head in lower case closes the name that a piece begins."""
    return bool(_find_small_head(place, piece))


def is_bare(headed: Headed, knowledge: Knowledge) -> bool:
    """Whether a head's other words make no name of it."""
    others = [word for word in headed.modifiers if word.casefold() not in knowledge.area.words]
    if headed.word.casefold().startswith(("council", "universit", "college", "watch", "alert")):
        return headed.is_generic
    if headed.word in _TRADES and headed.modifiers:
        return False
    if others and len(others) < len(headed.modifiers) and headed.is_strong:
        return False
    return not others or all(word.casefold() in GENERIC for word in others)


def _stands_alone(place: Place, piece: Piece, headed: Headed) -> bool:
    """Whether a name is complete without the small head behind it: `TIDEX system`, `Blink 3 and Wait 7 campaigns`."""
    if headed.kind not in ("system", "programme", "partner", "place"):
        return False
    plural = headed.word.casefold() != to_singular(headed.word).casefold()
    first = place.words[piece.first]
    next_to_it = find_head_word(place.words[piece.last].text) is not None or len(first.text) > 3
    return plural or (next_to_it and piece.last - piece.first == 1 and first.shape == "acronym")


def is_quoted(place: Place, start: int) -> bool:
    """Whether a quotation begins at an offset."""
    return any(first == start for first, _ in place.quoted)
