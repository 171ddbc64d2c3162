"""Figures in sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.numbers import Number, find_numbers
from pcgraph.extract.figures.periods import Period, choose_period, find_periods
from pcgraph.extract.figures.phrases import read_before, read_paired, read_phrase, read_subject, skip_links
from pcgraph.extract.figures.words import (
    AUXILIARIES,
    BARRIERS,
    CHANGE_WORDS,
    PREPOSITIONS,
    VERBS,
    is_participle,
    is_plural,
)
from pcgraph.extract.texts import Text

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-Z‘'“\"(£\d])")
_ABBREVIATED = re.compile(r"\b(?:No|Nos|approx|Dr|Mr|Mrs|Ms|St|e\.g|i\.e|vs|c|ca|Qtr|Qrt|Det|Supt|Insp|Sgt)\.$")
_FOR = re.compile(r"\s+(?:a year |per year |each year )?(?:for|to|from|on|in|of|towards|as)\s+")
_OF_THESE = re.compile(r"\s+of\s+(?:these|those|them|which|whom)\b")
_VERB = re.compile(r"\s+(?:were|are|was|is|have been|has been)\s+")
_OF_ALL = re.compile(r"\s+of\s+(?:all\s+)?(?:the\s+)?")
_GIVEN = re.compile(
    r"\s+went to\s+"
    r"|\s+(?:(?:has|have|was|were|is|are|will|be|been)\s+){1,3}(?:\w+ed|given|paid|set aside)\b[^.;,]{0,40}?"
    r"\s(?:to|towards)\s+"
)
_BESIDE = re.compile(r"\s*\(\s*|,?\s*(?:or|to|-|–)\s*")
_RANGE = re.compile(r"\s?[-–]\s?|\s(?:to|or)\s")
_OF_THE = re.compile(r"\s+x\s+|\s+of\s+(?:the|these|those|our|its|their)\s+")
_OF_WHICH = re.compile(r"Of\s+(?:the|these|those|which)\b|Of\s+\d")
_AGAIN = re.compile(
    r"\b(?:remaining|other|others|all|these|those|latter|further|and|of which|of whom)\s$", re.IGNORECASE
)
_LISTED = re.compile(r"(?:\(|\(including|,|,? and|: )\s?$")
_VERB_BEHIND = re.compile(r"\s+(?:" + "|".join(sorted(AUXILIARIES | VERBS | CHANGE_WORDS)) + r")\b")
_COMPARED = re.compile(r"\b(?:up from|down from|from|against|than|to)\s(?:the\s)?$", re.IGNORECASE)
_LENGTH_OF_TIME = re.compile(r"\b(?:past|last|previous|preceding|first)\s+(?:full\s+)?$", re.IGNORECASE)
_TIMES = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
_MAX_WHAT = 120
_NEAR = 60
_LONGEST_ABBREVIATION = 10
MAX_SENTENCE = 1_000
"""Nobody writes a longer sentence, in characters; it keeps the time in step with the text's length."""


class Sentence(NamedTuple):
    """A sentence in which it is read what a number counts.

    Attributes:
        words: The whole text.
        plain: The text with its times blanked.
        start: Where the sentence begins.
        stops: Offsets of numbers and times.
        numbers: The sentence's numbers.
    """

    words: str
    plain: str
    start: int
    stops: frozenset[int]
    numbers: list[Number]

    def find_range_end(self, number: Number) -> Number:
        """The second number of a range, where this one is its first: behind it stands what is counted."""
        behind = (other for other in self.numbers if other.start > number.start)
        second = next(behind, None)
        is_range = second and _RANGE.fullmatch(self.words[number.end : second.start])
        return second if second and is_range and second.unit == number.unit else number

    def skip_number(self, offset: int) -> int:
        """Where the words go on behind the number that begins at an offset, or the offset."""
        return next((other.end for other in self.numbers if other.start == offset), offset)

    def repeats_number(self, phrase: str) -> bool:
        """Whether a phrase holds one of the sentence's own numbers, and so counts nothing new."""
        printed = {re.sub(r"\D+$|^\D+", "", self.words[number.start : number.end]) for number in self.numbers}
        return not printed.isdisjoint(phrase.split(" "))

    def read_subject(self, number: Number) -> str:
        """The subject of the clause that a number stands in."""
        return read_subject(self.plain, self.start, number.start)


def split_sentences(words: str) -> list[tuple[int, int]]:
    """Start and end of every sentence of a text.

    >>> split_sentences("See No. 5. Two came.")
    [(0, 10), (11, 20)]
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(words):
        if not _ABBREVIATED.search(words[max(start, match.start() - _LONGEST_ABBREVIATION) : match.start()]):
            spans += _cut(words, start, match.start())
            start = match.end()
    return spans + _cut(words, start, len(words))


def _cut(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence as it is; text without stops, as a broken conversion leaves it, in pieces."""
    spans: list[tuple[int, int]] = []
    while end - start > MAX_SENTENCE:
        blank = words.rfind(" ", start + 1, start + MAX_SENTENCE)
        stop = blank if blank > start else start + MAX_SENTENCE
        spans.append((start, stop))
        start = stop
    return [*spans, (start, end)]


def iter_prose_figures(text: Text) -> Iterator[Figure]:
    """The figures of one paragraph, in order."""
    numbers = find_numbers(text.words)
    starts = [number.start for number in numbers]
    before = ""
    for start, end in split_sentences(text.words) if numbers else ():
        inside = numbers[bisect_left(starts, start) : bisect_left(starts, end)]
        for figure in _iter_sentence(text, (start, end), inside, before):
            before = figure.what if figure.unit == "count" else before
            yield figure


def _iter_sentence(text: Text, span: tuple[int, int], numbers: list[Number], before: str) -> Iterator[Figure]:
    periods = find_periods(text.words, *span)
    stops = frozenset([*(number.start for number in numbers), *(period.start for period in periods)])
    sentence = Sentence(text.words, _blank(text.words, periods), span[0], stops, numbers)
    places = [(number.start, number.end) for number in numbers]
    last: Figure | None = None
    for number in numbers:
        if not _is_figure(text.words, number, periods):
            continue
        unit = _inherit_unit(text.words, number, last)
        what = _refer(sentence, number, before, last) or _find_what(sentence, number, last)
        period = choose_period(text.words, periods, (number.start, number.end), places)
        last = Figure(text, number.start, number.end, number.value, unit, what, period, number.is_rough)
        yield last


def _refer(sentence: Sentence, number: Number, before: str, last: Figure | None) -> str:
    """What an earlier number counted, where this one only refers to it: `four of these`, `the remaining six`."""
    words = sentence.words
    before = last.what if last else before
    if not before:
        return ""
    if number.unit == "count" and _OF_THESE.match(words, number.end):
        return before
    bare = _VERB_BEHIND.match(words, number.end)
    if number.unit == "count" and bare and _AGAIN.search(_get_before(words, number)):
        return before
    behind = re.match(r"\s+([\w-]+)", words[number.end :])
    is_bare = not behind or behind[1].lower() in BARRIERS | PREPOSITIONS or is_participle(behind[1])
    if behind and is_participle(behind[1]) and re.search(r"\bof (?:which|whom)\s$", _get_before(words, number)):
        return before
    if last and number.unit == "count" == last.unit and is_bare and _LISTED.search(words[last.end : number.start]):
        return before
    return before if is_bare and _OF_WHICH.match(words, sentence.start) else ""


def _is_figure(words: str, number: Number, periods: list[Period]) -> bool:
    """Whether a number tells something: not a time such as `the last 12 months`, not a lone number word."""
    inside = any(period.start <= number.start < period.end for period in periods)
    if inside and (number.unit in _TIMES or _LENGTH_OF_TIME.search(_get_before(words, number))):
        return False
    if not number.is_word or number.unit != "count":
        return True
    after = re.match(r"\s+([\w'’‘“-]+)(\s+\w+)?", words[number.noun :])
    if not after:
        return bool(re.search(r"\b(?:to|from|of|by|than)\s$", _get_before(words, number)))
    low = after[1].lower()
    return low in AUXILIARIES or low in ("of", "to", "and", "per") or low not in BARRIERS | PREPOSITIONS


def _inherit_unit(words: str, number: Number, last: Figure | None) -> str:
    """The unit; of a bare number that an earlier one is held against, the earlier one's."""
    if last is None or number.unit != "count" or last.unit in ("count", "%", "GBP"):
        return number.unit
    between = words[last.end : number.start]
    is_bare = not re.match(r"\s+\w", words[number.end :])
    compared = re.search(r"\b(?:against|from|to|compared|than|baseline|target|goal)\b", between)
    return last.unit if is_bare and compared and len(between) < 40 else number.unit


def _find_what(sentence: Sentence, number: Number, last: Figure | None) -> str:
    """What a number counts, by its unit and by the words beside it."""
    words = sentence.words
    number = sentence.find_range_end(number)
    if last and (number.unit != "count" or last.unit == "%") and _BESIDE.fullmatch(words[last.end : number.start]):
        return last.what
    if last and (paired := read_paired(words, last.end, number.start)):
        return paired
    if last and last.unit == number.unit and _is_bare_comparison(sentence, number):
        return last.what
    if last and number.unit == "%" and _is_bracket_of_count(sentence, number):
        return last.what
    find = _FINDERS.get(number.unit, _find_duration)
    found = find(sentence, number)
    if last and last.unit not in _TIMES and sentence.repeats_number(found):
        return last.what
    found = found or (last.what if last else "") or _find_nearby(words, number)
    return found[:_MAX_WHAT]


def _is_bare_comparison(sentence: Sentence, number: Number) -> bool:
    """Whether a number without a noun is held against the one before: `up from 58%`, `against 61 in`, `2,100 more`."""
    words = sentence.words
    behind = re.match(r"\s+(\w+)", words[number.end :])
    word = behind[1].lower() if behind and number.end + 1 not in sentence.stops else ""
    if word in ("more", "fewer", "less"):
        return " than" in words[number.end :]
    return (not word or word in BARRIERS | PREPOSITIONS) and bool(_COMPARED.search(_get_before(words, number)))


def _is_bracket_of_count(sentence: Sentence, number: Number) -> bool:
    """Whether a percentage stands in brackets behind a count and its noun, as in `12 of the 40 schools (30%)`."""
    is_bracketed = _get_before(sentence.words, number).rstrip().endswith("(")
    return is_bracketed and not read_before(sentence.plain, sentence.start, number.start)


def _find_counted(sentence: Sentence, number: Number) -> str:
    """The noun behind a number; behind the second of `two of the three teams`."""
    words = sentence.words
    offset = skip_links(words, number.end)
    second = next((other for other in sentence.numbers if number.end < other.start <= offset + 4), None)
    if second and _OF_THE.fullmatch(words[number.end : second.start]):
        offset = skip_links(words, second.end)
    found = read_phrase(words, offset, sentence.stops - {offset})
    if found and not _is_verb(found):
        return found
    return read_before(sentence.plain, sentence.start, number.start) or sentence.read_subject(number) or found


def _is_verb(phrase: str) -> bool:
    """Whether what follows a number is its verb: `eight started`, `seven fall to`."""
    first = phrase.split(" ", maxsplit=1)[0].lower()
    return first in CHANGE_WORDS or (is_participle(first) and not any(map(is_plural, phrase.split(" "))))


def _find_percent(sentence: Sentence, number: Number) -> str:
    """Behind `% of`, `% were`, `% drop in`; else what stands before the bracket, else the subject."""
    words, stops = sentence.words, sentence.stops
    link = _OF_ALL.match(words, number.end) or _VERB.match(words, number.end)
    if link:
        begin = sentence.skip_number(link.end())
        return read_phrase(words, begin, stops) or sentence.read_subject(number)
    after = read_phrase(words, number.end, stops) if words[number.end : number.end + 1] == " " else ""
    return after or read_before(sentence.plain, sentence.start, number.start) or sentence.read_subject(number)


def _find_duration(sentence: Sentence, number: Number) -> str:
    """The noun behind the unit; with a word between number and unit (`1000 policing hours`), from that word on."""
    words = sentence.words
    has_adjective = len(words[number.noun : number.end].split()) > 1
    begin = number.noun if has_adjective else skip_links(words, number.end)
    after = read_phrase(words, begin, sentence.stops)
    after = "" if _is_verb(after) else after
    return after or read_before(sentence.plain, sentence.start, number.start) or sentence.read_subject(number)


def _find_money(sentence: Sentence, number: Number) -> str:
    """What stands before `of £20`; else whom or what it goes to; else the noun behind it, or the subject."""
    words = sentence.words
    if before := read_before(sentence.plain, sentence.start, number.start):
        return before
    stops = frozenset(stop for stop in sentence.stops if not words[stop].isdigit())
    link = _FOR.match(words, number.end) or _GIVEN.match(words, number.end) or _VERB.match(words, number.end)
    if link:
        return read_phrase(words, link.end(), stops - {link.end()}) or sentence.read_subject(number)
    return read_phrase(words, number.end, stops) or sentence.read_subject(number)


_FINDERS = {
    "count": _find_counted,
    "%": _find_percent,
    "percentage points": _find_percent,
    "GBP": _find_money,
    "EUR": _find_money,
    "USD": _find_money,
}
"""How what is counted is found, by unit; spans of time and distances otherwise."""


def _blank(words: str, periods: list[Period]) -> str:
    """A text of the same length with the times blanked: they are no part of what is counted."""
    for period in periods:
        words = words[: period.start] + " " * (period.end - period.start) + words[period.end :]
    return words


def _get_before(words: str, number: Number) -> str:
    """The words right before a number."""
    return words[max(0, number.start - _NEAR) : number.start]


def _find_nearby(words: str, number: Number) -> str:
    """The few words before a number, where no rule finds what it counts."""
    before = re.findall(r"[\w'’-]+", _get_before(words, number))[-4:]
    return " ".join(before) or "figure"
