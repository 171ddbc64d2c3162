"""Where in its clause a name stands: at the head of it, behind a preposition, or as the object of a verb."""

from __future__ import annotations

import re
from typing import Literal

from pcgraph.extract.parts.rule import NAME, to_participles

Place = Literal["head", "behind", "object", "owner"]

_WINDOW = 160
"""How many characters before and behind a name are looked at."""

_LOOK_BACK = 6
"""How many words may stand between a preposition and the name that it governs."""

_PREPOSITIONS = frozenset(
    "to with for in by via on from through under into onto across within at using between against as including of"
    " around about alongside towards upon during over per like despite near outside inside without throughout".split()
)
_OPENERS = frozenset(
    "and but while whilst that where when if because which who so then although whereas likewise also or".split()
)
_EMPLOYING = ("from", "of", "at", "within")
_PEOPLE = re.compile(
    r"\b(?:officers?|staff|colleagues|volunteers?|workers?|members?|managers?|director|head|teams?|specialists?|advis[eo]rs?"
    r"|nurses?|mentors?|wardens?|inspectors?|students?|researchers?|trainers?) (?:from|of|at|within) (?:the |our )?$"
)
_DETERMINERS = (
    "the|an?|our|its|their|this|these|all|some|more|up|out|on|in|to|at|from|with|for|it|them|\\d+|£\\d+|one|two"
)
_BRACKETS = re.compile(r"^[^\w(,.;:]?\s?\([^()]{0,80}\)")
_STAFF = re.compile(
    r"^(?:'s?)?(?: (?!and\b|is\b|are\b|was\b|has\b)[\w-]+){0,2}? (?:teams?|services?|officers?|department|staff|unit"
    r"|colleagues|workers?|volunteers?|managers?|project|scheme|programme|course|group|board|panel|work)\b"
)
_OWNER = re.compile(rf"^'s?(?:,| (?:{NAME}|[\w-]+))")
_POSSESSIVE = re.compile(r"(?<!s)'s |(?<=s)' ")
_ADVERB = re.compile(r"^ (?:\w+ly|also|now|then|still|both|all|each|already|currently|not|never|just|again)\b")
_IRREGULAR = (
    "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|went|gave|sent|lent|paid"
    "|built|came|led|ran|held|met|took|made|drew|saw|told|heard|brought|wrote|sat|put|set|found|spoke|grew|got|began"
    "|taught|kept|left|spent|won|bought|chose|knew|fed|rang|read|sold|stood|lost|cut|became|run|go|come|meet|sit"
    "|work|visit|offer|provide|deliver|run|hold|see|call|help|give|take|make|continue|remain|support"
)
_VERB = re.compile(
    rf"^ (?:(?:{_IRREGULAR})\b|\w+ed\b(?! by\b)|\w+[^s\W]s(?= (?:{_DETERMINERS})\b| {NAME}| \w+(?:s|ing)\b))"
)
_VERB_BEFORE = re.compile(rf"(?:\w+(?:ed|ing)|{to_participles('be')}|{_IRREGULAR}|led)$")


def find_place(words: str, first: int, last: int) -> tuple[Place, str]:
    """Where a list of names stands in its clause, and the preposition that governs it, if one does.

    Args:
        words: The sentence, each name one sign.
        first: The offset of the list's first name.
        last: The offset of its last name.

    >>> find_place(f"visits by the {NAME}", 14, 14), find_place(f"the {NAME} rings victims", 4, 4)
    (('behind', 'by'), ('head', ''))
    """
    if _POSSESSIVE.match(words, last + 1) and not is_verb_next(words, last):
        return "owner", ""
    before = re.findall(rf"[\w'£/-]+|[,;:({NAME}]", words[max(0, first - _WINDOW) : first])
    governor = _find_governor(before)
    acts = not governor or governor in ("which", "whom") or is_verb_next(words, last)
    if governor in _EMPLOYING and acts and _PEOPLE.search(words, max(0, first - _WINDOW), first):
        return "head", ""
    if governor in _PREPOSITIONS:
        return "behind", governor
    heads = not governor or governor in _OPENERS or governor in ",;:("
    return ("head", "") if heads and acts else ("object", "")


def _find_governor(before: list[str]) -> str:
    """The nearest word before that is a preposition, opens a clause or is a verb; "" at the head of the sentence."""
    for count, word in enumerate(reversed(before)):
        if word in _PREPOSITIONS or word in _OPENERS or word in ",;:(":
            return word
        if count >= _LOOK_BACK or word == NAME or _VERB_BEFORE.match(word):
            return word
    return ""


def is_verb_next(words: str, last: int) -> bool:
    """Whether a verb follows a name, its acronym in brackets, or an aside between commas."""
    after = words[last + 1 : last + 1 + _WINDOW].removeprefix(")")
    if _OWNER.match(after) and not _STAFF.match(after):
        return False
    after = _BRACKETS.sub("", _STAFF.sub("", _BRACKETS.sub("", after)))
    after = re.sub(r"^, [^,;]{0,100},", "", after)
    return _VERB.match(_ADVERB.sub("", after)) is not None
