"""Names told by a word that begins them, or by being known: `Operation X`, national bodies and their branches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pcgraph.extract.names.headed import STRONG
from pcgraph.extract.names.heads import find_head, find_head_word
from pcgraph.extract.names.knowledge import Knowledge, Piece
from pcgraph.extract.names.lexicon import KnownName, is_ordinary
from pcgraph.extract.names.national import find_national
from pcgraph.extract.names.place import Place, make_sighting
from pcgraph.extract.names.sighting import Sighting
from pcgraph.extract.names.small_heads import follows, is_bare

KNOWN, CALLED = 0.92, 0.95
_PREFIXES = frozenset({"Radio", "BBC", "ITV", "Healthwatch"})
_BRANCH = 0.56
_PARTS_OF_AREA = frozenset(
    "north south east west northern southern eastern western central mid rural urban greater inner outer upper lower"
    " safer across all new police university sheriff lord".split()
)


def judge_prefixed(place: Place, piece: Piece) -> Sighting | None:
    """What a piece names by a first word that such bodies' names begin with: `Radio Marsh`, `Healthwatch Fen`."""
    texts = place.get_texts(piece)
    if len(texts) < 2 or texts[0] not in _PREFIXES or find_head(texts):
        return None
    return make_sighting(place, piece, "partner", STRONG, f"begins with {texts[0]}")


def judge_called(place: Place, piece: Piece) -> Sighting | None:
    """What a piece names by the `Operation` or `Project` that it begins with."""
    texts = place.get_texts(piece)
    if len(texts) < 2 or texts[0].casefold() not in ("operation", "op", "project"):
        return None
    if texts[0].casefold() == "project" and find_head_word(texts[-1]):
        return None
    return make_sighting(place, piece, "programme", CALLED, f"begins with {texts[0]}")


def judge_known(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """What a piece names, where the document has spelt it out or all of Britain knows it."""
    texts = place.get_texts(piece)
    if len(texts) == 1 and texts[0] in knowledge.acronyms:
        kind = knowledge.acronyms[texts[0]]
        return make_sighting(place, piece, kind, KNOWN, "is spelt out in the document") if kind != "none" else None
    longer = _find_longer_known(place, piece)
    if longer:
        return longer
    known = find_national(" ".join(texts)) or _find_known_owner(place, piece)
    if not known or (len(texts) == 1 and _is_doubtful(place, piece)):
        return None
    found = make_sighting(place, piece, known.kind, KNOWN, "is a name known nationwide")
    stop = place.words[piece.last - 1].stop
    return replace(found, end=stop, name=place.text[found.start : stop]) if _find_known_owner(place, piece) else found


def _find_known_owner(place: Place, piece: Piece) -> KnownName | None:
    """A name known nationwide that has a possessive ending, such as `Barnardo's`."""
    last = place.words[piece.last - 1]
    if not last.owns:
        return None
    start = place.words[piece.first].start
    known = find_national(place.text[start : last.stop])
    return known if known and not find_national(place.text[start : last.end]) else None


def _find_longer_known(place: Place, piece: Piece) -> Sighting | None:
    """A name known nationwide that goes on in lower case: `Neighbourhood watch`."""
    for last in (piece.last + 1, piece.last + 2):
        if last > len(place.words) or not follows(place, piece, last - 1) or place.words[last - 1].shape != "small":
            break
        known = find_national(" ".join(word.text for word in place.words[piece.first : last]))
        if known and known.kind != "none" and last - piece.first > 1:
            return make_sighting(place, piece, known.kind, KNOWN, "is a name known nationwide", last=last)
    return None


def _is_doubtful(place: Place, piece: Piece) -> bool:
    """Whether one ordinary word has its capital from the sentence that it begins."""
    word = place.words[piece.first]
    return word.shape == "capital" and is_ordinary(word.text) and (word.begins or place.is_title)


def _is_local(word: str) -> bool:
    return not is_ordinary(word) and word[1:].islower() and word.isalpha()


def judge_branch(place: Place, piece: Piece, knowledge: Knowledge) -> Sighting | None:
    """A name that ends in the area's: `Age UK Marshire`, `Victim Hub Marshire`, `Restorative Marshire`."""
    texts = place.get_texts(piece)
    if len(texts) < 2 or "of" in texts:
        return None
    if branch := _find_branch(texts):
        return make_sighting(place, piece, branch.kind, STRONG, f"holds “{branch.name}”, known nationwide")
    before = texts[:-1]
    if texts[-1].casefold() not in knowledge.area.words:
        return None
    known = find_national(" ".join(before))
    headed = find_head(before)
    if known or (headed and headed.kind != "none" and not is_bare(headed, knowledge)):
        kind = known.kind if known else headed.kind if headed else "none"
        return make_sighting(place, piece, kind, STRONG, "ends in the area's name")
    if before[0].casefold() in _PARTS_OF_AREA or place.is_title or knowledge.area.holds(before):
        return None
    return make_sighting(place, piece, "partner", _BRANCH, "ends in the area's name")


def _find_branch(texts: Sequence[str]) -> KnownName | None:
    """The national body of which a name is a local branch: `Teesbay Rape Crisis`, `Mind in Teesbay`."""
    for local, body in ((texts[:1], texts[1:]), (texts[-1:], texts[:-1]), (texts[:2], texts[2:])):
        known = find_national(" ".join(body)) if body and not find_head_word(local[-1]) else None
        if known and known.kind == "partner" and len(known.name) > 3 and all(_is_local(word) for word in local):
            return known
    return None
