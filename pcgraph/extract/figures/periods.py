"""The time that a figure speaks of, as printed in its sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from pcgraph.dates import MONTHS

_MONTH = "(?:" + "|".join(f"{m[:3].title()}(?:{m[3:]}|{m[3:4]})?" for m in MONTHS) + r")\b\.?"
_DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)"
_YEARS = r"(?:(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\b|\b(?:19|20)\d\d\b)"
_NUMERIC = r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
_POINT = rf"(?:{_NUMERIC}|{_DAY}?{_MONTH}(?:\s+(?:19|20)\d\d(?:\s?[-/]\s?\d\d\b)?)?|{_YEARS})"
_SPAN = r"(?:quarter|year|financial year|month|week|fortnight|half[ -]year|period|reporting period|season)"
_WHICH = (
    r"(?:(?i:this|last|previous|same|past|current|each|first|second|third|fourth|final|reporting|financial|following)"
    r"\s)"
)
_LENGTH = r"(?:\w+\s)(?:days|weeks|months|quarters|years)"

_PERIOD = re.compile(
    rf"(?:\b[Bb]etween\s+(?:{_POINT})\s+(?:and|to)\s+(?:{_POINT})"
    rf"|\b[Ff]rom\s+(?:{_POINT})\s+(?:to|until|till)\s+(?:{_POINT})"
    rf"|\b(?:[Ss]ince|[Uu]p to|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter)\s+(?:the end of\s+)?{_POINT}"
    rf"|(?:\b(?:[Ii]n|[Dd]uring|[Oo]ver)\s+the\s+)?{_YEARS}\s+financial year"
    rf"|\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Tt]hroughout|[Ff]or|[Aa]s of)\s+(?:the\s+|early\s+|late\s+|Q[1-4]\s+(?:of\s+)?)?"
    rf"{_POINT}"
    rf"|\b(?:(?:[Ii]n|[Dd]uring|[Oo]ver|[Tt]hroughout|[Ww]ithin|[Ff]or)\s+(?:the\s+)?(?:{_WHICH}{{1,2}})?"
    rf"|(?:[Tt]he\s+)?{_WHICH}{{1,2}}){_SPAN}\b"
    rf"(?:\s+(?:of|in)\s+(?:(?:last|this|the previous|the)\s+year|{_YEARS}))?"
    rf"(?:\s+(?:in\s+)?(?:{_YEARS}|so far|to date))?"
    rf"|\b(?:(?:[Ii]n|[Dd]uring|[Oo]ver)\s+)?(?:[Tt]he\s+)?(?:last|past|first|previous|next)\s{_LENGTH}(?:\s+of\s+{_YEARS})?"
    rf"|\b[Qq][1-4](?:\s+(?:of\s+)?{_YEARS})?\b"
    r"|\b(?:per|a|every)\s(?:day|week|month|quarter|year|annum)\b"
    rf"|\b[Tt]o date\b|{_POINT})"
)
_COMPARED = re.compile(
    r"\b(?:compar(?:ed|ison)\s(?:to|with)|than|as against|against|up from|down from|from)\s(?:[^,.;()]{0,40})$",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\bupdated?\b(?:\s(?:on|as at|for))?\W*$", re.IGNORECASE)
_HEADS = re.compile(r"\s*(?:\(?[A-Z]{2,3}\)?\s*)?[:–-]")
"""Before the date that heads a paragraph, which is the update's, not a figure's."""
_NEXT = re.compile(r"\b(?:and|but|while|whilst|then)\b|;")
_RATE = re.compile(r"(?:per|a|each|every)\s", re.IGNORECASE)
_NEAR = 40
"""A time so many characters behind a figure, with no other figure between, belongs to it."""


class Period(NamedTuple):
    """A time that a sentence names.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last character.
        words: As printed.
        compared_at: Offset of the words that hold figures against it (`compared with`), or -1.
    """

    start: int
    end: int
    words: str
    compared_at: int = -1

    @property
    def is_compared(self) -> bool:
        """Whether figures are only held against this time."""
        return self.compared_at >= 0


def find_periods(words: str, start: int, end: int) -> list[Period]:
    """The times that a part of a text names, in order.

    >>> [period.words for period in find_periods("Since May 2019 some 12 in 2018/19", 0, 33)]
    ['Since May 2019', 'in 2018/19']
    """
    sentence = words[start:end]
    found = []
    for match in _PERIOD.finditer(sentence):
        compared = _COMPARED.search(sentence, max(0, match.start() - 80), match.start())
        at = start + compared.start() if compared else -1
        begin, stop = start + match.start(), start + match.end()
        heads = not words[:begin].strip() and _HEADS.match(words, stop)
        if not heads and not _HEADED.search(words, max(0, begin - 40), begin):
            found.append(Period(begin, stop, match[0].strip(" ."), at))
    return found


def choose_period(words: str, periods: list[Period], figure: tuple[int, int], others: list[tuple[int, int]]) -> str:
    """The time that a figure speaks of: right behind it, or else the sentence's own.

    Args:
        words: The text.
        periods: The sentence's times.
        figure: Start and end of the figure.
        others: Start and end of every figure of the sentence.

    Returns:
        The time as printed, or "".
    """
    start, end = figure
    for period in periods:
        between = any(end <= other[0] < period.start for other in others) or _NEXT.search(words[end : period.start])
        if 0 <= period.start - end <= _NEAR and not between and period.compared_at < end:
            return period.words
    own = [
        period
        for period in periods
        if not (period.is_compared or start <= period.start < end or (len(others) > 1 and _RATE.match(period.words)))
        and "(" not in words[end : period.start].rpartition(")")[2]
    ]
    before = [period for period in own if period.end <= start]
    return (before[-1:] or own or [Period(0, 0, "")])[0].words
