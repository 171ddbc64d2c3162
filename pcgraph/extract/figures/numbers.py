"""The numbers of a text, each with its unit: money, percentages, spans of time, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pcgraph.extract.figures.masks import mask
from pcgraph.extract.figures.words import NUMBER_WORDS

_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_SCALES = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
_NAMED_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_UNITS = {
    "second": "seconds", "sec": "seconds", "minute": "minutes", "min": "minutes", "hour": "hours", "hr": "hours",
    "day": "days", "week": "weeks", "month": "months", "year": "years", "mile": "miles", "kilometre": "km", "km": "km",
    "kg": "kg", "kilo": "kg", "litre": "litres", "acre": "acres", "tonne": "tonnes",
}  # fmt: skip
_UNIT = re.compile(
    r"[\s-](?P<between>(?:working|policing|calendar|clear|consecutive|extra|additional|volunteering|volunteer|officer"
    r"|full)\s)?"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?P<plural>s?)\b(?!-)['’]?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?P<currency>[£€$])?\s?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?"
    r"(?:(?P<scale>k|m|bn)\b|\s(?P<named>thousand|million|billion)\b)?"
    r"(?P<percent>\s?%|\s(?:per cent|percent)\b(?! points?))?(?P<points>\s?(?:percentage points?|pp)\b)?",
    re.IGNORECASE,
)
_WORD = re.compile(
    rf"(?<![\w'’-])(?P<word>{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
    r"(?P<percent>\s(?:per cent|percent)\b)?(?![\w'’])",
    re.IGNORECASE,
)
_HUNDREDS = re.compile(
    rf"(?<![\w'’-])(?P<word>one|a|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})\s"
    rf"(?P<scale>hundred|thousand|million)(?:\sand\s(?P<rest>{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))}))?"
    r"(?![\w'’-])",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:over|about|around|approximately|approx\.?|circa|ca?\.|some|nearly|almost|up to|at least|(?:more|fewer|less)"
    r" than|roughly|in excess of|as (?:high|low|many) as)\s*$",
    re.IGNORECASE,
)
_SIGNS = "-−–+"
_TO = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s", re.IGNORECASE)
_NO_COUNT = re.compile(r"-[a-z]", re.IGNORECASE)
_PARTS_OF_TIME = frozenset({"second", "sec"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text.

    Attributes:
        start: Offset of its first character, sign and currency included.
        end: Offset behind its last character, the unit included.
        value: Sums in thousands or millions written out; decimals as printed.
        unit: `GBP`, `%`, `count`, or a unit such as `hours`.
        is_rough: Whether about, over, up to or the like stands before it.
        is_word: Whether it is written as a word.
        noun: Offset at which the words behind it begin; the unit of time counts as one of them.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    is_rough: bool
    is_word: bool
    noun: int


def find_numbers(words: str) -> list[Number]:
    """The numbers of a text that are figures, in order.

    >>> [(str(n.value), n.unit) for n in find_numbers("Some £1.2m paid for 75-80 sites, 2% up in 6 weeks.")]
    [('1200000', 'GBP'), ('75', 'count'), ('80', 'count'), ('2', '%'), ('6', 'weeks')]
    """
    masked = mask(words)
    found = sorted([*_iter_digits(masked), *_iter_words(masked)], key=lambda number: number.start)
    return _share_units(found, masked)


def _iter_digits(masked: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(masked):
        start = match.start() + (len(match[0]) - len(match[0].lstrip()))
        sign, is_free = _find_sign(masked, start)
        unit, end = _find_unit(match, masked)
        if not is_free or _is_glued(masked, end, unit):
            continue
        value = _to_value(match, sign)
        begin = start - (1 if sign else 0)
        yield Number(begin, end, value, unit, _is_rough(masked, begin), is_word=False, noun=match.end())


def _iter_words(masked: str) -> Iterator[Number]:
    for match in _HUNDREDS.finditer(masked):
        many = _NAMED_SCALES[match["scale"].lower()] * NUMBER_WORDS.get(match["word"].lower(), 1)
        value = Decimal(many + NUMBER_WORDS.get((match["rest"] or "").lower(), 0))
        unit, end = _find_unit_of_time(masked, match.end())
        yield Number(match.start(), end, value, unit, _is_rough(masked, match.start()), is_word=True, noun=match.end())
    for match in _WORD.finditer(_HUNDREDS.sub(lambda found: " " * len(found[0]), masked)):
        if match[0][0].isupper() and _is_inside_name(masked, match):
            continue
        value = Decimal(NUMBER_WORDS[match["word"].lower()])
        unit, end = ("%", match.end()) if match["percent"] else _find_unit_of_time(masked, match.end())
        if unit == "count" and _NO_COUNT.match(masked[end:]):
            continue
        yield Number(match.start(), end, value, unit, _is_rough(masked, match.start()), is_word=True, noun=match.end())


def _is_inside_name(masked: str, match: re.Match[str]) -> bool:
    """Whether a number written with a capital stands within a sentence, as part of a name."""
    before = masked[: match.start()].rstrip()
    return bool(before) and before[-1] not in ".!?:;|("


def _find_sign(masked: str, start: int) -> tuple[str, bool]:
    """The sign before a number, and whether the number stands free there."""
    before = masked[start - 1 : start]
    if before in _SIGNS and before:
        earlier = masked[start - 2 : start - 1]
        if not earlier or earlier in " (|/[":
            return "+" if before == "+" else "-", True
        return "", earlier.isdigit() or earlier in "%kKmM "
    return "", not (before.isalnum() or (before in "_.,:·'’" and before))


def _to_value(match: re.Match[str], sign: str) -> Decimal:
    value = Decimal(match["digits"].replace(",", "") + (match["decimals"] or ""))
    scale = _SCALES.get((match["scale"] or "").lower(), 1) * _NAMED_SCALES.get((match["named"] or "").lower(), 1)
    if scale > 1:
        value = Decimal(int(value * scale)) if value * scale == int(value * scale) else value * scale
    return -value if sign == "-" else value


def _find_unit(match: re.Match[str], masked: str) -> tuple[str, int]:
    if match["currency"]:
        return _CURRENCIES[match["currency"]], match.end()
    if match["points"]:
        return "percentage points", match.end()
    if match["percent"]:
        return "%", match.end()
    return _find_unit_of_time(masked, match.end())


def _find_unit_of_time(masked: str, end: int) -> tuple[str, int]:
    """The unit of time or distance right behind a number, or `count`."""
    match = _UNIT.match(masked, end)
    if not match or (match["unit"].lower() in _PARTS_OF_TIME and not match["plural"]):
        return "count", end
    return _UNITS[match["unit"].lower()], match.end()


def _is_glued(masked: str, end: int, unit: str) -> bool:
    """Whether letters or figures go on right behind a number, as in `4P`, `60s`, `1st`, `3-tier`."""
    after = masked[end : end + 2]
    if not after or (after[0] in "-–" and after[1:].isdigit()):
        return False
    return after[0].isalnum() or after[0] in "_·" or (unit == "count" and bool(_NO_COUNT.match(masked[end:])))


def _is_rough(masked: str, start: int) -> bool:
    return bool(_ROUGH.search(masked[max(0, start - 20) : start]))


def _share_units(found: list[Number], masked: str) -> list[Number]:
    """Give the first number of a range the unit of the second: `£30-40k`, `6-8 weeks`, `from 31 to 19 weeks`."""
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        between = masked[first.end : second.start]
        if not _TO.fullmatch(between):
            continue
        if first.unit == "count" and second.unit not in ("count", *_CURRENCIES.values()):
            found[index] = replace(first, unit=second.unit)
        elif first.unit in _CURRENCIES.values() and between.strip() in _SIGNS and first.value < second.value:
            found[index + 1] = replace(second, unit=first.unit)
            scale = _to_scale(masked[second.start : second.end]) if first.value < _SCALES["k"] else 1
            found[index] = replace(first, value=(first.value * scale).normalize() + 0)
    return found


def _to_scale(printed: str) -> int:
    """The thousands or millions that a printed number's letters name.

    >>> _to_scale("40k"), _to_scale("40")
    (1000, 1)
    """
    scales = {**_SCALES, **_NAMED_SCALES}
    letters = re.search(r"[a-z]+$", printed.lower())
    return scales.get(letters[0], 1) if letters else 1
