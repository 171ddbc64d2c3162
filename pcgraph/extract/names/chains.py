"""Lists of names: what is known of some members tells of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pcgraph.extract.names.cues import Cue, find_cue_before
from pcgraph.extract.names.heads import find_head
from pcgraph.extract.names.knowledge import CALLED_BY, Knowledge, Piece
from pcgraph.extract.names.lexicon import get_openers, is_ordinary
from pcgraph.extract.names.people import is_person, may_be_person
from pcgraph.extract.names.place import Place, is_no_name
from pcgraph.extract.names.sighting import Sighting
from pcgraph.extract.names.unknown import is_adjective, may_be_unknown

_BETWEEN = re.compile(
    r" \(|(?:['’]s?)?\)?(?: \([\w&’' -]{2,40}\))?"
    r"(?:,|;|/| /| and| &| or|, and|; and| as well as| along with| together with)? ?"
    r"(?:(?:and|the|a|an|our|local|both|also|with) )*"
)
_ITEM = re.compile(
    r"(?:\d{1,2}[.)] |[a-z][.)] |[•*-] )?"
    r"((?=[A-Z]|\d+[A-Z])[\w'’&.-]+(?: (?:(?:and|&|of|for|to|the|in|with|at) ){0,2}[A-Z][\w'’&.-]*)*)"
    r"(?= to [a-z]|:| [–-] |,|;| \(|\.?$| £| for [a-z]| who| which| –| \||\t| was| were| has| is| will)"
)
_ORGANISED = ("partner", "partnership")
_MEMBER, _ITEM_SCORE, _ATTENDS = 0.62, 0.78, 0.96


def iter_chained(
    place: Place, pieces: Sequence[Piece], found: Sequence[Sighting | None], knowledge: Knowledge
) -> Iterator[Sighting]:
    """Names of which only the list that they stand in tells what they are.

    Args:
        place: The text.
        pieces: Its pieces, in order.
        found: What each of them was found to name.
        knowledge: What the document has told.
    """
    for chain in _iter_chains(place, pieces):
        kind, score, why = _find_kind(place, [pieces[index] for index in chain], [found[index] for index in chain])
        for index in chain if kind else ():
            one = found[index]
            if one and kind == "partner" and one.kind == "programme" and _is_called_plainly(one.name):
                yield replace(one, kind=kind, score=_ATTENDS, why=why)
            if found[index] is None and _may_belong(place, pieces[index], kind, knowledge):
                start, end = place.get_span(pieces[index])
                yield Sighting(place.number, start, end, place.text[start:end], kind, score, why)


def _is_called_plainly(name: str) -> bool:
    """Whether a scheme's name may as well be the body's that runs it: words, no acronym, no operation."""
    words = name.split()
    return len(words) > 1 and not words[0].isupper() and words[0].casefold() not in CALLED_BY


def _iter_chains(place: Place, pieces: Sequence[Piece]) -> Iterator[list[int]]:
    chain: list[int] = []
    for index, piece in enumerate(pieces):
        start = place.get_span(piece)[0]
        if chain and not _BETWEEN.fullmatch(place.text[place.get_span(pieces[chain[-1]])[1] : start]):
            if len(chain) > 1:
                yield chain
            chain = []
        chain.append(index)
    if len(chain) > 1:
        yield chain


def _find_kind(place: Place, pieces: Sequence[Piece], found: Sequence[Sighting | None]) -> tuple[str, float, str]:
    """The kind that a list's unknown members have, how sure, and why."""
    known = [one for one in found if one and one.score >= 0.5]
    organised = [one for one in known if one.kind in _ORGANISED]
    kinds = {one.kind for one in known}
    places = kinds == {"place"}
    cue: Cue | None = find_cue_before(place.text, place.get_span(pieces[0])[0])
    if organised and (len(pieces) >= 3 or cue) and "place" not in kinds:
        return "partner", _MEMBER, f"stands in a list with “{organised[0].name}”"
    if cue and cue.kind in ("partner", "place", "programme") and not places:
        return cue.kind, cue.score - 0.03, f"stands in a list behind “{cue.words}”"
    if len(kinds) == 1 and known[0].kind in ("place", "system", "programme"):
        return known[0].kind, _MEMBER - 0.05, f"stands in a list with “{known[0].name}”"
    return "", 0.0, ""


def _may_belong(place: Place, piece: Piece, kind: str, knowledge: Knowledge) -> bool:
    texts = place.get_texts(piece)
    if is_no_name(texts, knowledge) or is_person(texts, place.text[: place.words[piece.first].start][-40:]):
        return False
    if (len(texts) == 1 and texts[0] in knowledge.acronyms) or (kind in _ORGANISED and may_be_person(texts)):
        return False
    headed = find_head(texts)
    if headed and (headed.kind == "none" or not (headed.modifiers or headed.kind == "document")):
        return False
    if len(texts) == 1 and is_ordinary(texts[0]) and (texts[0].endswith("s") or kind != "partner"):
        return False
    return may_be_unknown(place, piece) and not is_adjective(place, piece)


def find_item(place: Place, cue: Cue, knowledge: Knowledge) -> Sighting | None:
    """The name that an item of a list begins with.

    Args:
        place: The item's text.
        cue: What the list's introduction says of its items.
        knowledge: What the document has told.
    """
    match = _ITEM.match(place.text)
    if not match:
        return None
    texts = match[1].split()
    if is_no_name(texts, knowledge) or is_person(texts, "") or _begins_sentence(texts):
        return None
    headed = find_head(texts)
    if headed and (headed.kind == "none" or not headed.modifiers):
        return None
    proper = any(not is_ordinary(word.strip("'’.")) for word in texts)
    if not proper and (len(texts) == 1 or cue.kind == "place"):
        return None
    kind = headed.kind if headed and headed.is_strong and cue.kind != "partner" else cue.kind
    surface = match[1].rstrip(".")
    return Sighting(
        place.number,
        match.start(1),
        match.start(1) + len(surface),
        surface,
        kind,
        _ITEM_SCORE,
        f"begins an item of a list of “{cue.words}”",
    )


def _begins_sentence(texts: Sequence[str]) -> bool:
    """Whether an item is a sentence that begins with one ordinary word in capitals."""
    return len(texts) == 1 and (texts[0].casefold() in get_openers() or is_ordinary(texts[0]))
