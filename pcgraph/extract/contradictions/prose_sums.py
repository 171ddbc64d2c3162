"""Totals that sentences bring about: added to, split in two, or reached by a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pcgraph.extract.contradictions.finding import Finding, say, say_sum
from pcgraph.extract.contradictions.sentence import GAP, VALUE, Marked
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.words import CHANGE_WORDS

_ANY = "[^⟨⟩]"
_CHANGE = "|".join(sorted(CHANGE_WORDS))
_IN_ALL = re.compile(
    rf"⟨[cm]\d+⟩(?:{GAP}{{1,60}}⟨[cm]\d+⟩){{1,8}},?(?: [\w-]+){{0,2}} (?:in all|in total|altogether|all told)\b"
)
_NOT_ADDED = re.compile(
    r"\b(?:than|from|since|of which|of whom|of these|of them|including|per|each|every|against|compared|out of|up|down"
    r"|of the|target|apiece|a (?:day|week|month|year))\b|\b(?:at|to) ⟨"
)
_MORE = r"(?:another|a further|an additional|an extra)"
_BRINGS = re.compile(
    rf"\b{_MORE} ⟨(?P<one>[cm])\d+⟩{_ANY}{{1,120}}?\b(?:brings|bringing|brought|takes|taking|took|makes|making|made)\b"
    rf"{_ANY}{{1,50}}?\b(?:total|number|figure|sum|tally|count){_ANY}{{0,40}}? (?:to|of) ⟨(?P=one)\d+⟩"
    rf"{_ANY}{{1,20}}⟨(?P=one)\d+⟩ (?:\w+ )?(?:\w+ )?{_ANY}{{0,20}}?"
    r"\b(?:last|previous|previously|earlier|before|already|first)\b",
    re.IGNORECASE,
)
_ADDED_TO = re.compile(
    rf"⟨c\d+⟩{_ANY}{{1,80}}?(?:\. |; |, )(?:and )?{_MORE} ⟨c\d+⟩{_ANY}{{1,80}}?"
    rf"\b(?:bringing|brings|making|takes|taking)\b{_ANY}{{0,30}}?\btotal{_ANY}{{0,30}}? (?:to|of) ⟨c\d+⟩",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"⟨c\d+⟩ (?:out )?of (?:the |all |these |those |our )?⟨c\d+⟩[^⟨⟩.]{0,100}?"
    r"\b(?:leaving|while the (?:other|remaining)|and the (?:other|remaining)|the (?:other|remaining)) ⟨c\d+⟩"
)
_OF_ALL = re.compile(
    r"\b[Oo]f (?:the |these |those |our |its |all )?⟨c\d+⟩[^⟨⟩.;]{1,60}?⟨c\d+⟩[^⟨⟩.;]{1,80}?"
    r"\bthe (?:other|remaining) ⟨c\d+⟩"
)
_HALVES = re.compile(
    rf"⟨c\d+⟩{GAP}{{1,60}}?(?:, |\(|: |- |– |of (?:which|whom) |of them,? |comprising |made up of |split into )"
    r"⟨c\d+⟩ (?P<one>[\w' -]{2,30}?),? and ⟨c\d+⟩ (?P<other>[\w' -]{2,30})"
)
_OUTCOMES = re.compile(
    r"\b[Oo]f (?:the |these |those |our |its |all )?⟨c\d+⟩[^⟨⟩.;]{1,60}?⟨c\d+⟩ (?P<one>[\w' -]{2,40}?),? and "
    r"⟨c\d+⟩ (?P<other>[\w' -]{2,40})"
)
_OPPOSITES = (
    (r"\b(?:child|children|young people|youths?|juveniles?)\b", r"\badults?\b"),
    (r"\b(?:men|males?|boys)\b", r"\b(?:women|females?|girls)\b"),
    (r"\bcity\b", r"\bcounty\b"),
    (r"\burban\b", r"\brural\b"),
    (r"\bpositive\b", r"\bnegative\b"),
    (r"\b(?:accepted|approved|agreed|granted|successful|upheld)\b", r"\b(?:declined|refused|rejected|turned down)\b"),
    (r"\bpassed\b", r"\bfailed\b"),
    (r"\bfull[ -]time\b", r"\bpart[ -]time\b"),
    (r"\bsuccessful\b", r"\bunsuccessful\b"),
)
_DIFFERENCE = (
    re.compile(
        rf"\b(?:{_CHANGE})\b (?:\w+ )?by {VALUE}(?! ?\(?⟨p){GAP}{{0,40}}?,? from {VALUE}{GAP}{{0,40}}? to {VALUE}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bfrom {VALUE}{GAP}{{0,50}}? to {VALUE}{GAP}{{0,40}}?, an? (?:\w+ )?(?:{_CHANGE}) of {VALUE}", re.I),
)
_MORE_THAN = re.compile(
    rf"{VALUE}{GAP}{{0,40}}?[,(] ?{VALUE} (?P<way>more|higher|fewer|less|lower) than (?:the )?{VALUE}"
)
_FACTOR = re.compile(
    rf"\b(?P<word>doubled|trebled|tripled|quadrupled|halved)\b,? from {VALUE}{GAP}{{0,50}}? to {VALUE}", re.IGNORECASE
)
_FACTORS = {"doubled": "2", "trebled": "3", "tripled": "3", "quadrupled": "4", "halved": "0.5"}
_SLACK = Decimal("0.15")
"""Doubled is said of anything near twice as much."""


def iter_sum_findings(sentence: Marked) -> Iterator[Finding]:
    """Every total or difference of a sentence that its own figures deny."""
    yield from _check_in_all(sentence)
    yield from _check_rest(sentence)
    yield from _check_halves(sentence)
    yield from _check_differences(sentence)
    yield from _check_factors(sentence)


def iter_added_findings(paragraph: Marked) -> Iterator[Finding]:
    """`Another 131 visits bring the total to 405 (264 were told of before)`: over the sentences of a paragraph."""
    for pattern in (_BRINGS, _ADDED_TO):
        for match in pattern.finditer(paragraph.words):
            figures = paragraph.get_figures(match)
            total = figures[1] if pattern is _BRINGS else figures[2]
            parts = [figure for figure in figures if figure is not total]
            yield from _check_sum(paragraph, parts, total, is_sure=pattern is _BRINGS)


def _check_sum(
    marked: Marked, parts: list[Figure], total: Figure, *, is_sure: bool, doubt: str = "or the total counts more"
) -> Iterator[Finding]:
    found = sum((part.value for part in parts), Decimal(0))
    if found == total.value or any(figure.is_rough or figure.unit != total.unit for figure in (*parts, total)):
        return
    message = f"{say_sum(part.value for part in parts)}, but {say(total.value)} is printed"
    message += "." if is_sure else f"; {doubt}."
    yield marked.to_finding("total-wrong", message, (*parts, total), "" if is_sure else "info")


def _check_in_all(sentence: Marked) -> Iterator[Finding]:
    """`61 at one desk and 18 at the other, 80 altogether`."""
    for match in _IN_ALL.finditer(sentence.words):
        if not _NOT_ADDED.search(match[0].partition("⟩")[2].rpartition("⟩")[0]):
            *parts, total = sentence.get_figures(match)
            yield from _check_sum(sentence, parts, total, is_sure=False)


def _check_rest(sentence: Marked) -> Iterator[Finding]:
    """`28 of the 40 were seen, leaving ten`, `Of the 40, 28 were seen and the other ten not`."""
    for pattern in (_LEAVING, _OF_ALL):
        for match in pattern.finditer(sentence.words):
            first, second, rest = sentence.get_figures(match)
            part, whole = (first, second) if pattern is _LEAVING else (second, first)
            yield from _check_sum(sentence, [part, rest], whole, is_sure=True)


def _check_halves(sentence: Marked) -> Iterator[Finding]:
    """`40 pupils, 22 boys and 19 girls`, `Of the 40 bids, 28 were approved and ten refused`."""
    for pattern in (_HALVES, _OUTCOMES):
        for match in pattern.finditer(sentence.words):
            if is_opposite(match["one"], match["other"]):
                total, *parts = sentence.get_figures(match)
                is_sure = sum(part.value for part in parts) > total.value
                yield from _check_sum(sentence, parts, total, is_sure=is_sure, doubt="or not every part is named")


def is_opposite(one: str, other: str) -> bool:
    """Whether two parts are all that there can be of a whole.

    >>> is_opposite("boys", "girls"), is_opposite("were signed", "were not"), is_opposite("shops", "farms")
    (True, True, False)
    """
    if re.search(r"\bnot\b", other) and not re.search(r"\bnot\b", one):
        return True
    pairs = [*_OPPOSITES, *((second, first) for first, second in _OPPOSITES)]
    return any(re.search(first, one, re.I) and re.search(second, other, re.I) for first, second in pairs)


def _check_differences(sentence: Marked) -> Iterator[Finding]:
    """`fell by 12 from 40 to 30`, `from 40 to 30, a fall of 12`, `30, 12 fewer than the 40 of last year`."""
    for match in _DIFFERENCE[0].finditer(sentence.words):
        change, earlier, later = sentence.get_figures(match)
        yield from _check_difference(sentence, (change, earlier, later), later.value - earlier.value)
    for match in _DIFFERENCE[1].finditer(sentence.words):
        earlier, later, change = sentence.get_figures(match)
        yield from _check_difference(sentence, (change, earlier, later), later.value - earlier.value)
    for match in _MORE_THAN.finditer(sentence.words):
        later, change, earlier = sentence.get_figures(match)
        yield from _check_difference(sentence, (change, earlier, later), later.value - earlier.value)


def _check_difference(sentence: Marked, figures: tuple[Figure, Figure, Figure], exact: Decimal) -> Iterator[Finding]:
    change, earlier, later = figures
    is_alike = change.unit == earlier.unit == later.unit
    if not is_alike or abs(change.value) == abs(exact) or any(figure.is_rough for figure in figures):
        return
    message = f"{say(later.value)} − {say(earlier.value)} = {say(exact)}, but {change.printed} is printed."
    yield sentence.to_finding("total-wrong", message, figures)


def _check_factors(sentence: Marked) -> Iterator[Finding]:
    """`doubled from 40 to 60`."""
    for match in _FACTOR.finditer(sentence.words):
        earlier, later = sentence.get_figures(match)
        factor = Decimal(_FACTORS[match["word"].lower()])
        if earlier.unit != later.unit or not earlier.value:
            continue
        ratio = later.value / earlier.value
        if abs(ratio - factor) > factor * _SLACK:
            message = (
                f"It is said “{match['word']}”, but {say(later.value)} is {ratio:.1f} times {say(earlier.value)};"
                " or the word is meant loosely."
            )
            yield sentence.to_finding("statements-disagree", message, (earlier, later), "info")
