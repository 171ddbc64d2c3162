"""What looks like a figure and is none: each kind with its pattern, blanked before numbers are read."""

from __future__ import annotations

import re

from pcgraph.dates import DATE, MONTHS
from pcgraph.extract.figures.words import AUXILIARIES, BARRIERS, NUMBER_WORDS, PREPOSITIONS, is_plural

_MONTH = "(?:" + "|".join(f"{m[:3].title()}(?:{m[3:]}|{m[3:4]})?" for m in MONTHS) + r")\b\.?"
_MORE = r"(?:\s?(?:,|&|and|to|or|[-–/])\s?\d+)*"
_ROUGH = (
    r"over|about|around|some|nearly|almost|approximately|approx\.?|circa|than|to|least|of|total|has|have|dealt with"
)

MASKS: dict[str, re.Pattern[str]] = {
    "date": re.compile(DATE, re.IGNORECASE),
    "day": re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:-|–|and|to|&)\s?\d{{1,2}}(?:st|nd|rd|th)?)?\s+(?:of\s+)?{_MONTH}"
    ),
    "month and day": re.compile(rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)\b"),
    "years": re.compile(r"(?<![\d£,.])(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)(?![\d%])"),
    "time": re.compile(
        r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:(?:am|pm)\s?)?(?:[-–]|to)\s?\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon)\b"
        r"|\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|noon|o['’]clock)\b|\b\d{1,2}:\d\d\b|\b\d{4}\s?hrs\b",
        re.IGNORECASE,
    ),
    "round the clock": re.compile(
        r"\b24\s?/\s?7\b|\b(?:7|seven) days (?:a|per) week\b|\b24[ -]hours? (?:a|per) day\b", re.IGNORECASE
    ),
    "item": re.compile(r"^\(?\d{1,2}[.)](?=\s)|\(\d\)|\[\d+\]"),
    "label": re.compile(
        r"\b(?:nos?\.|numbers? (?=\d)|items?|sections?|paragraphs?|paras?|schedules?|pages?|pp?\.|appendix|annex"
        r"|phases?|stages?|tiers?|levels?|grades?|rounds?|themes?|bands?|categor(?:y|ies)|chapters?|articles?|tables?|figures?"
        r"|version|fatal|key stage|regulations?|junctions?|PIP|steps?(?= \d\b)"
        rf"|(?<!this )(?<!last )(?<!each )(?<!the )(?:quarter|qtr|qrt)\.?)\s?\d+[A-Za-z]?\b{_MORE}",
        re.IGNORECASE,
    ),
    "name with number": re.compile(
        r"\b(?:No|Year|Group|Type|Part|Strand|Pillar|Wave|Class|Priority|Option|Zone|Unit|Rule|Objective|Outcome"
        r"|Deliverable|Action|Recommendation|Goal|Point|Module|Channel|Route|Ref|Week|Day|Target|Pledge|Covid|COVID)"
        rf"[ -]\d+[A-Za-z]?\b{_MORE}|\([A-Z]{{2,6}}\)\s\d{{1,2}}\b{_MORE}"
    ),
    "age": re.compile(
        r"\b(?:aged?|ages)\s(?:between\s|from\s)?\d{1,2}(?:\s?(?:-|–|to|and)\s?\d{1,2})?\b"
        r"|\b(?:under|over)[ -]\d{1,2}(?:['’]?s\b|\s?yrs\b)|\bunder[ -](?:16|18|21|25)\b(?!\s[a-z]+s\b)"
        r"|\b\d{1,2}(?:\s?(?:-|–|to|and)\s?\d{1,2})?[\s-]?(?:years?|yrs?)?[\s-](?:olds?\b|of age\b)",
        re.IGNORECASE,
    ),
    "telephone service": re.compile(
        r"\b(?:to|via|through|on|dial|ring|call|calling|contact)\s(?:101|999|111)\b"
        r"|(?<![\d£,.])(?:101|999|111)(?:\s?(?:and|or|/|&)\s?(?:101|999|111))?"
        r"(?=\s*(?:[.;:)]|,(?!\d)|$)|\s(?:calls?|responses?|number|non-emergency|emergency|services?|demand|line|team)\b)"
    ),
    "four by four": re.compile(r"\b(\d)\s?x\s?\1\b"),
    "one to one": re.compile(r"\b\d+[-:]\d+[-:]\d+\b|\b1[-:]1\b|\b\d+:\d+\b|\b50[-/]50\b"),
    "rate": re.compile(r"\b(?:1|one) in (?:every )?\d+\b|\bper 1(?:,?000|0,?000|00,?000|00)\b", re.IGNORECASE),
    "share": re.compile(r"(?<![\d/])\d{1,4}\s?/\s?\d{1,4}(?![\d/])(?:\s\(\d+(?:\.\d+)?%\))?"),
    "outline number": re.compile(r"\b\d+\.\d+\.\d+(?:\.\d+)*\b"),
}
"""Each kind of number that is no figure, in the order in which they are blanked."""

_YEAR = re.compile(
    rf"(?P<before>\b(?:{_ROUGH})\s)?(?<![\d£$€,.])(?P<year>(?:19|20)\d\d)(?!\d|,\d|\s?%|\.\d|[kmb])(?P<after>\s[a-z]+)?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<![\w'’-])([A-Z][\w'’]*)\s(\d{1,6})(\s?(?:&|and|/)\s?\d{1,2}\b)?(?![\w%]|,\d|\.\d|\s?%|[-–]\d)")
_LEADERS = BARRIERS | PREPOSITIONS | frozenset(NUMBER_WORDS)
_OPENING = frozenset(
    "the a an all some another further additionally additional currently approximately approx nearly almost circa total"
    " other these those their our only up more fewer less at least total every each both this finally overall one no"
    " recently now today here similarly instead".split()
)
_SMALLEST_FREE = 13
"""A number from here on is hardly part of a name that opens a sentence."""
_MASK = "\u00b7"


def mask(words: str) -> str:
    """A text of the same length in which numbers that are no figures are blanked.

    >>> mask("On 3 May, 24 officers used the 4 x 4 under Section 59.")
    'On ·····, 24 officers used the ····· under ··········.'
    """
    for pattern in MASKS.values():
        words = pattern.sub(lambda match: _MASK * len(match[0]), words)
    words = _YEAR.sub(_mask_year, words)
    return _NAMED.sub(_mask_name, words)


def _mask_year(match: re.Match[str]) -> str:
    """A year is no figure, unless words such as `over` and a plural noun stand around it."""
    if match["before"] and match["after"] and is_plural(match["after"].strip()):
        return match[0]
    return match[0].replace(match["year"], _MASK * 4, 1)


def _mask_name(match: re.Match[str]) -> str:
    """Blank the number of a name such as `Take 5`, not one that only follows a capital."""
    return match[0] if not _is_name(match) else match[1] + _MASK * (len(match[0]) - len(match[1]))


def _is_name(match: re.Match[str]) -> bool:
    word, number = match[1], int(match[2])
    low = word.lower()
    before = match.string[: match.start()].rstrip()
    opens = not before or before[-1] in ".!?:;|(•"
    counted = _counts(match.string[match.end() :])
    if low in _LEADERS or low in _OPENING or low in MONTHS or (is_past(word) and opens):
        return False
    if opens and number >= _SMALLEST_FREE and counted:
        return False
    last = before.rsplit(" ", 1)[-1].lower()
    return not (counted and (last in {"in", "at", "across", "within"} or number >= 100))


def is_past(word: str) -> bool:
    """Whether a word that opens a sentence is a verb in the past or a participle."""
    return word.lower().endswith(("ed", "ing")) or word.lower() in AUXILIARIES


def _counts(after: str) -> bool:
    """Whether a noun in the plural follows within three words of the same phrase."""
    words = re.match(r"(?:\s[\w'’-]+){0,3}", after)
    return any(is_plural(word) for word in (words[0] if words else "").split() if word[:1].islower())
