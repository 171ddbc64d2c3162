"""Whether the words of a rule reach a name: what may stand between, and what may not."""

from __future__ import annotations

import re

from pcgraph.extract.parts.rule import NAME, Rule

WINDOW = 220
"""How many characters from a name the words of a rule may stand."""

_LISTING = 8
"""A rule that reaches so far reads lists: commas and further items may stand before the name."""

_SMALL = re.compile(
    r"\b(?:the|an?|our|its|their|his|her|this|that|these|those|both|all|new|now|also|either|following|and/or)\b"
    r"|\b(?:e\.g\.?|i\.e\.?)|['\"(]"
)
_BARRED_AFTER = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|which|who|whom"
    r"|whose|while|whilst|but|however|although|because|so|if|when|where|to|in|on|for|by|about|under|during|through"
    r"|via|into|with|as)\b|[;!?)]"
)
_LINKS = re.compile(r",|:|\band\b|\bor\b|&")
_LISTED = re.compile(r",? ?\b(?:such as|namely|including|includes?|like|from)\b:?")
_FOLLOWING = re.compile(r"^,? ?(?:as follows|the following|following)?:")

_POSSESSIVE = re.compile(r"^'s?(?! (?:have|has|are|were|was|is|will|continue|now|also|been|trained)\b)")
_STAFF = re.compile(
    r"^(?:'s?)? (?:[\w-]+ ){0,3}?(?:teams?|services?|officers?|department|staff|unit|colleagues|lead|director|members?"
    r"|representatives?|workers?|volunteers?|managers?)\b"
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|may|should|must|also|now|then|currently|recently|jointly|not|be"
    r"|been|being|to|continues?|continued|already|still|both|all|together|who|which|that|itself|alone|actively"
    r"|further|therefore|all|each|successfully|regularly|again|the|a|an|its|their)\b|['\"]"
)
_OWNER = re.compile(rf"{NAME}(?:'s?(?!\w)|(?= ['\"]?$))")
_NEW_NOUN = re.compile(
    r"\b(?!and\b|or\b|of\b|both\b|also\b|out\b|from\b|within\b|at\b)[a-z][\w-]* ['\"]?(?:the|an?|our|its|their) "
)
_OF_PARTS = ("leads", "member")
"""What may be said of an organisation by way of a part of it: `the X's housing service chairs`."""

_BRACKETS = re.compile(r" ?\([^()]{0,100}\)")
_BARRED_BEFORE = re.compile(r"\b(?:but|while|whilst|although|because|if|when|where|however|with|by)\b|[;:!?(]")
_OTHERS_CLAUSE = re.compile(r"(?!\b(?:and|both|all)\b)\b[a-z][\w-]+ (?:which|that|who)\b")
_RELATIVE = re.compile(r"^ ?(?:\([^()]{0,100}\))?,? ?(?:which|who|that)\b")

_PREPOSITION = re.compile(
    r"\b(?:to|with|for|in|by|via|on|from|through|under|into|onto|across|within|at|using|between|against|as|including"
    r"|include|includes|around|about|alongside|towards|upon|during|over)(?: [\w'-]+){0,2} ?['\"(]?$"
)
_FRONTED = re.compile(
    r"^(?:on average|in addition|for example|for instance|as such|of note|in particular|at present|in turn|in summary"
    r"|in short|at this time|to date|in general|on occasion),? "
)
_OF_PEOPLE = re.compile(
    r"(?:colleagues?|officers?|staff|representatives?|members?|chair|ceo|director|manager|head|leads?|teams?)"
    r" (?:from|of|at|within|for|in)\s*$"
)
_DATE_END = re.compile(
    r"(?:\d{4}(?:[/-]\d{2,4})?|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|year|quarter|period|month|week)$"
)
_OBJECT_END = re.compile(
    r"(?:,|;|:|-|\b(?:and|but|while|whilst|that|where|when|if|because|of|then|ensur(?:e|es|ed|ing))|^)\s*$"
)


def measure(rule: Rule, words: str, start: int, end: int, first: int, last: int) -> int | None:
    """How many words stand between a rule's words and a list of names, or None where they do not reach it.

    Args:
        rule: The rule.
        words: The sentence.
        start: Where the rule's words begin.
        end: Where they end.
        first: The offset of the list's first name.
        last: The offset of its last name.
    """
    if rule.stands == "after":
        return _measure_after(rule, words[end:first]) if 0 <= first - end <= WINDOW else None
    if not 0 <= start - last - 1 <= WINDOW:
        return None
    gap = words[last + 1 : start]
    if rule.stands == "subject" and not is_subject(words, first) and not _RELATIVE.match(words[last + 1 : end]):
        return None
    return _measure_before(rule, gap)


def is_subject(words: str, offset: int) -> bool:
    """Whether the sentence may speak of the name there: no preposition stands before it.

    >>> is_subject(f"the chair of the {NAME} attends", 17), is_subject(f"work with the {NAME} on", 14)
    (True, False)
    """
    before = _FRONTED.sub("", words[max(0, offset - 80) : offset])
    before = _OF_PEOPLE.sub("", _SMALL.sub(" ", before).rstrip())
    return any(pattern.search(before) for pattern in (_OBJECT_END, _DATE_END)) or not _PREPOSITION.search(before)


def _measure_after(rule: Rule, gap: str) -> int | None:
    listing = rule.reach >= _LISTING
    gap = _drop_owner(gap)
    gap = _LINKS.sub(" ", _LISTED.sub(" ", gap)) if listing else _FOLLOWING.sub(" ", gap, count=1)
    if not listing and _NEW_NOUN.search(gap):
        return None
    gap = _SMALL.sub(" ", gap)
    if NAME in gap or _BARRED_AFTER.search(gap) or "," in gap or ":" in gap:
        return None
    return _count(gap, rule.reach)


def _drop_owner(gap: str) -> str:
    """The words between without a name that only owns what follows: `the X's`, `the X Plan`."""
    return _OWNER.sub(" ", gap)


def _measure_before(rule: Rule, gap: str) -> int | None:
    gap = _STAFF.sub("", _BRACKETS.sub("", gap))
    owned = _POSSESSIVE.match(gap) and rule.role not in _OF_PARTS
    if owned or NAME in gap or _BARRED_BEFORE.search(gap) or _OTHERS_CLAUSE.search(gap):
        return None
    aside, comma, rest = gap.rpartition(", ")
    if comma and (_AUXILIARY.sub(" ", rest).strip() or (aside.strip() and not aside.startswith(","))):
        return None
    return _count(gap if rule.stands == "noun" else _AUXILIARY.sub(" ", gap), rule.reach)


def _count(gap: str, reach: int) -> int | None:
    count = len(re.findall(r"[\w£-]+", gap))
    return count if count <= reach else None
