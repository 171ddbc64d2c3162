"""Where a run of words in capitals is cut: between two names, behind an owner, before `Operation`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcgraph.extract.names.heads import find_head, find_head_word, is_council_word
from pcgraph.extract.names.knowledge import CALLED_BY, Knowledge, Piece
from pcgraph.extract.names.lexicon import get_determiners, get_openers, get_stop_keys, is_ordinary
from pcgraph.extract.names.national import find_national
from pcgraph.extract.names.people import is_title
from pcgraph.extract.names.words import Word
from pcgraph.names import to_name_key

_ANDS = frozenset({"and", "&"})
LINKS = frozenset({"of", "for", "the", *_ANDS})
_CALLED_WORDS = 2
_MAJESTY = frozenset({"her", "his"})
_PAIRS = frozenset(
    """police/crime police/fire fire/rescue fire/crime health/wellbeing health/social health/safety crime/disorder
    crime/drugs crime/drug drug/alcohol drugs/alcohol women/girls courts/tribunals court/tribunals prison/probation
    revenue/customs revenue/custom education/skills search/rescue work/pensions guidance/counselling advice/guidance
    research/development learning/development trust/confidence children/families families/children parks/gardens
    strategy/assurance trust/legitimacy justice/safety driver/vehicle maritime/coastguard standards/ethics
    race/equality equality/diversity equality/inclusion finance/resources advice/support""".split()
)
"""Pairs of words that English joins with `and` within one name."""
_PRONOUNS = frozenset({"us", "me", "you", "we", "one"})
"""Words that end a name which a sentence's first word begins: `Only Us`, `With You`."""
_SENIOR = frozenset({"chief", "detective", "assistant", "deputy", "det", "ch", "temporary"})
_COMPANIES = frozenset({"CIC", "CIO", "Ltd", "Limited", "LLP", "CLG", "PLC"})
_OWN = frozenset({"force", "pcc", "opcc", "commissioner", "constabulary"})
_GENERIC_OWNERS = frozenset(
    "force city county pcc opcc commissioner council councils government police board partnership country nation region"
    " state uk britain england partner area district borough town".split()
)
_POSTS = frozenset(
    "chair chairs director directors head heads ceo lead leads member members chief executive officer officers manager"
    " managers leader deputy sergeant inspector superintendent constable representatives representative sgt".split()
)


def cut(words: Sequence[Word], piece: Piece, knowledge: Knowledge) -> Iterator[Piece]:
    """The pieces that a run, or a part of one, falls into."""
    piece = _trim(words, piece, knowledge)
    if piece.first >= piece.last:
        return
    parts = (
        _cut_called(words, piece)
        or _cut_person(words, piece)
        or _cut_owner(words, piece, knowledge)
        or _cut_council(words, piece)
        or _cut_post(words, piece, knowledge)
        or _cut_and(words, piece, knowledge)
    )
    for part in parts:
        yield from cut(words, part, knowledge)
    if not parts:
        yield piece


def _trim(words: Sequence[Word], piece: Piece, knowledge: Knowledge) -> Piece:
    """A piece without words before and behind that are no part of a name."""
    first, last = piece.first, piece.last
    while first < last and _is_before(words, first, last):
        first += 1
    while first < last and (words[last - 1].text in LINKS or _is_loose_number(words, first, last)):
        last -= 1
    if last - first > 1 and words[first].fold in _OWN and words[first + 1].is_capital:
        return _trim(words, Piece(first + 1, last, owner=True), knowledge)
    return Piece(first, last, piece.owner)


def get_texts(words: Sequence[Word], first: int, last: int) -> list[str]:
    """The words of a part of a text, those within it with their possessive endings."""
    return [*(word.inner for word in words[first : last - 1]), *(word.text for word in words[last - 1 : last])]


def _is_before(words: Sequence[Word], first: int, last: int) -> bool:
    word = words[first]
    fold = word.text.casefold()
    if fold in _MAJESTY and first + 1 < last and words[first + 1].fold == "majesty":
        return False
    if word.shape == "acronym" and fold != "update":
        return False
    if fold in LINKS or word.shape == "number" or fold in get_determiners():
        return True
    if first + 2 == last and words[first + 1].fold in _PRONOUNS:
        return False
    return word.begins and fold in get_openers() and not find_national(" ".join(get_texts(words, first, last)))


def _is_loose_number(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a piece ends in a number that belongs to no name: a name's number follows a name or is a year."""
    word = words[last - 1]
    if word.shape != "number":
        return word.text.casefold() in get_determiners() and word.shape == "capital" and last - first > 1
    year = len(word.text) >= 4
    head = find_head(get_texts(words, first, last - 1))
    if year:
        return not (head and head.kind in ("document", "programme"))
    return len(word.text) > 2 or bool(head and head.kind != "programme")


def is_called(word: Word) -> bool:
    """Whether a word may be the name that follows `Operation`."""
    return word.joins and word.is_capital


def _cut_called(words: Sequence[Word], piece: Piece) -> list[Piece]:
    """Cut out `Operation X`, whatever stands before and behind it."""
    for place in range(piece.first, piece.last - 1):
        if words[place].fold not in CALLED_BY or not is_called(words[place + 1]):
            continue
        if words[place].fold == "project" and (find_head_word(words[place + 1].text) or words[place].shape == "small"):
            continue
        end = _find_called_end(words, place + 1, piece.last)
        if (place, end) == (piece.first, piece.last):
            return []
        parts = [Piece(piece.first, place), Piece(place, end), Piece(end, piece.last)]
        return [part for part in parts if part.first < part.last]
    return []


def _find_called_end(words: Sequence[Word], place: int, last: int) -> int:
    """Place behind the name that follows `Operation`."""
    end = place + 1
    while end < min(last, place + _CALLED_WORDS) and words[end].is_capital and not find_head_word(words[end].text):
        if words[end].fold in _POSTS:
            break
        end += 1
    return end + 1 if end < last and words[end].shape == "number" else end


def _cut_person(words: Sequence[Word], piece: Piece) -> list[Piece]:
    """Cut a person with a title from the body: `Cllr Ann Heron of Marsh Council`, `Dr Tom Fen for Heron Associates`."""
    first = piece.first
    while first < piece.last and (is_title(words[first].text) or words[first].fold in _SENIOR):
        first += 1
    if first == piece.first or not is_title(words[first - 1].text):
        return []
    for place in range(first + 1, piece.last - 1):
        if words[place].text in ("of", "for", *_ANDS):
            named = not any(is_ordinary(word.text) for word in words[first:place])
            return [Piece(piece.first, place), Piece(place + 1, piece.last)] if named else []
    return []


def _cut_owner(words: Sequence[Word], piece: Piece, knowledge: Knowledge) -> list[Piece]:
    """Cut behind a word that owns what follows, where it is a name by itself."""
    for place in range(piece.first, piece.last - 1):
        if not words[place].owns:
            continue
        before = get_texts(words, piece.first, place + 1)
        generic = words[place].fold in _GENERIC_OWNERS or words[place].shape == "acronym"
        alone = generic or knowledge.area.holds(before) or (len(before) > 1 and knowledge.is_closed(before))
        if alone and not find_national(" ".join(get_texts(words, piece.first, piece.last))):
            return [Piece(piece.first, place + 1), Piece(place + 1, piece.last, owner=True)]
    return []


def _cut_council(words: Sequence[Word], piece: Piece) -> list[Piece]:
    """Cut a council's department from the council: `Marsh County Council Children's Services`."""
    if find_national(" ".join(get_texts(words, piece.first, piece.last))):
        return []
    for place in range(piece.first + 1, piece.last - 1):
        after = find_head(get_texts(words, place + 1, piece.last))
        if (
            words[place].fold == "council"
            and words[place + 1].is_capital
            and (not after or after.kind in ("partner", "none"))
        ):
            return [Piece(piece.first, place + 1), Piece(place + 1, piece.last, owner=True)]
    return []


def _cut_post(words: Sequence[Word], piece: Piece, knowledge: Knowledge) -> list[Piece]:
    """Cut `Chair of the Marsh Board` before the board, `Marsh Youth Service for Young People` behind the service."""
    if find_national(" ".join(get_texts(words, piece.first, piece.last))):
        return []
    for place in range(piece.first + 1, piece.last - 1):
        if words[place].text not in ("of", "for"):
            continue
        before = get_texts(words, piece.first, place)
        after = place + 2 if words[place + 1].text == "the" else place + 1
        loose = words[place - 1].fold in _POSTS or (after > place + 1 and not find_head(before))
        if loose and words[place].text == "of" and knowledge.is_closed(get_texts(words, after, piece.last)):
            return [Piece(piece.first, place), Piece(after, piece.last)]
        if words[place].text == "of" and len(before) == 1 and find_national(before[0]) and after + 1 == piece.last:
            return [Piece(piece.first, place), Piece(after, piece.last)]
        headed = find_head(before)
        if words[place].text == "for" and headed and headed.kind != "none" and not headed.is_generic:
            return [Piece(piece.first, place), Piece(after, piece.last)]
    return []


def _cut_and(words: Sequence[Word], piece: Piece, knowledge: Knowledge) -> list[Piece]:
    """Cut between two names joined by `and`."""
    if find_national(" ".join(get_texts(words, piece.first, piece.last))):
        return []
    for place in range(piece.first + 1, piece.last - 1):
        if words[place].text in _ANDS and words[place + 1].text == "the":
            return [Piece(piece.first, place, piece.owner), Piece(place + 2, piece.last)]
        pair = f"{words[place - 1].fold}/{words[place + 1].fold}"
        if words[place].text not in _ANDS or pair in _PAIRS or pair in knowledge.pairs:
            continue
        if _parts_names(words, piece, place, knowledge):
            return [Piece(piece.first, place, piece.owner), Piece(place + 1, piece.last)]
    return []


def _is_stop(words: Sequence[str]) -> bool:
    return to_name_key(" ".join(words)) in get_stop_keys()


def _parts_names(words: Sequence[Word], piece: Piece, place: int, knowledge: Knowledge) -> bool:
    """Whether an `and` stands between two names, not within one."""
    before, after = get_texts(words, piece.first, place), get_texts(words, place + 1, piece.last)
    if knowledge.is_closed(before) or (_is_stop(before) and _is_stop(after)):
        return True
    if knowledge.area.holds(before) or is_council_word(before[-1]) or after[0] == "District":
        return False
    proper_before = any(not is_ordinary(word) and word not in LINKS for word in before)
    proper_after = any(not is_ordinary(word) and word not in LINKS for word in after)
    if len(before) == 1 and len(after) == 2 and after[-1] in _COMPANIES and words[piece.first].begins:
        return False
    if find_head(after):
        named = proper_before or after[0].casefold() in knowledge.area.words
        return named and knowledge.is_closed(after)
    return proper_before or (proper_after and not find_head(before))
