"""Shares in other words than `12 of the 40 (30%)`: over two sentences, over a hundred per cent, held against a base."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pcgraph.extract.contradictions.finding import Finding, is_cut, is_rounded, say, say_rounded
from pcgraph.extract.contradictions.sentence import GAP, PERCENT, VALUE, Marked
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.words import CHANGE_WORDS, CHANGES

_VERB = r"(?:were|was|have|had|has|took|accepted|attended|completed|agreed|received|led|met|said|[a-z]{3,}ed)\b"
_DET = r"(?:the |these |those |our |its |all )?"
_OF_FIRST = re.compile(
    rf"(?:^|[;,(] |\band )(?:[Oo]ut )?[Oo]f {_DET}⟨c\d+⟩(?: [\w'’-]+){{1,8}}? ⟨c\d+⟩ (?:\w+ly )?{_VERB}"
)
_OF_THESE = re.compile(
    rf"⟨[cm]\d+⟩(?P<what>[^⟨⟩.;:]{{1,80}})[.;:–-] ?[Oo]f (?:these|those|them|which|whom),? "
    rf"(?:\w+ )?⟨[cm]\d+⟩(?: \((?P<percent>{PERCENT})\))?(?= (?:{_VERB}|of them)|,| \()"
)
_OF_THEM = re.compile(
    rf"⟨[cm]\d+⟩{GAP}{{1,60}}?[,(:–-] ?⟨[cm]\d+⟩ (?:\({PERCENT}\) of (?:them|these|those|whom|which)"
    rf"|of (?:them|these|those|whom|which)(?: \({PERCENT}\))?)"
)
_PERCENT_OF = (
    re.compile(rf"{PERCENT} \(⟨c\d+⟩\) of {_DET}⟨c\d+⟩"),
    re.compile(rf"⟨c\d+⟩{GAP}{{0,30}}?\({PERCENT} of {_DET}⟨c\d+⟩"),
)
_OVER_ALL = re.compile(
    rf"{PERCENT} of (?:the |all |our |its |these |those )?(?:[a-z-]+ ){{0,3}}?(?:people|children|[a-z]{{3,}}s)"
    rf"(?: \w+){{0,4}}? (?:were|felt|said|say|feel|agreed|rated|reported|are|had|have|who|would)\b"
)
_RATE = re.compile(
    r"\b(?:satisfaction|confidence|compliance|(?:success|completion|detection|charge|conviction|response|pass"
    rf"|attendance|engagement|positive outcome|resolution|take-up) rate)s?\b[^⟨⟩.;]{{0,60}}?{PERCENT}",
    re.IGNORECASE,
)
_NO_SHARE = re.compile(
    rf"\b(?:{'|'.join(sorted(CHANGE_WORDS))}|target|budget|baseline|plan|average|capacity|more|higher|lower|by|change)\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"(?<![\d/.,])(?P<part>\d{1,4})\s?(?:/|out of)\s?(?P<whole>\d{1,4})(?![\d/])\s?\((?P<percent>\d+(?:\.\d+)?)\s?%\)"
)
_YEARS = re.compile(r"(?:19|20)\d\d")
_AGAINST = re.compile(
    rf"{VALUE}{GAP}{{0,40}}?\b(?P<link>against|compared (?:with|to)|up from|down from) (?:the )?{VALUE}{GAP}{{0,60}}?"
    rf"(?:,? (?:an?|which is an?) (?:\w+ )?(?P<way>{'|'.join(sorted(CHANGE_WORDS))}) of |\(){PERCENT}(?! of)",
    re.IGNORECASE,
)
_NOT_A_CHANGE = re.compile(r"\b(?:target|goal|capacity|budget|plan|expected|planned|share)\b")


def iter_share_findings(sentence: Marked) -> Iterator[Finding]:
    """Every share of a sentence that is more than all, or not what it is printed to be."""
    for match in _OF_FIRST.finditer(sentence.words):
        whole, part = sentence.get_figures(match)
        yield from _check_part(sentence, part, whole, None)
    for match in _OF_THEM.finditer(sentence.words):
        whole, part, *percent = sentence.get_figures(match)
        yield from _check_part(sentence, part, whole, percent[0] if percent else None)
    for pattern in _PERCENT_OF:
        for match in pattern.finditer(sentence.words):
            found = sentence.get_figures(match)
            percent_of = next(figure for figure in found if figure.unit == "%")
            part, whole = (figure for figure in found if figure.unit != "%")
            yield from _check_part(sentence, part, whole, percent_of)
    yield from _check_over_all(sentence)
    yield from _check_against(sentence)


def iter_paragraph_share_findings(paragraph: Marked) -> Iterator[Finding]:
    """`40 referrals came in. Of these, 52 were accepted`, `31/40 (70%)`."""
    for match in _OF_THESE.finditer(paragraph.words):
        whole, part, *percent = paragraph.get_figures(match)
        yield from _check_part(paragraph, part, whole, percent[0] if percent else None)
    yield from _check_fractions(paragraph)


def _check_part(marked: Marked, part: Figure, whole: Figure, percent: Figure | None) -> Iterator[Finding]:
    if part.unit != whole.unit or whole.is_rough or not whole.value:
        return
    if part.value > whole.value:
        message = f"{part.printed} of {whole.printed} {whole.what}: the part is more than its whole."
        yield marked.to_finding("share-exceeds-whole", message, (part, whole))
    elif percent and not (part.is_rough or percent.is_rough):
        exact = 100 * part.value / whole.value
        if not is_rounded(percent.value, exact) and not is_cut(percent.value, exact):
            message = (
                f"{say(part.value)} of {say(whole.value)} is {say_rounded(exact)}%, but {percent.printed} is printed."
            )
            yield marked.to_finding("percentage-wrong", message, (part, whole, percent))


def _check_over_all(sentence: Marked) -> Iterator[Finding]:
    """`112% of victims were satisfied`, `a completion rate of 104%`."""
    for pattern in (_OVER_ALL, _RATE):
        for match in pattern.finditer(sentence.words):
            share = next(figure for figure in sentence.get_figures(match) if figure.unit == "%")
            if share.value > 100 and not _NO_SHARE.search(sentence.words):
                message = f"{share.printed} is more than 100%: the part is more than its whole."
                yield sentence.to_finding("share-exceeds-whole", message, [share])


def _check_fractions(paragraph: Marked) -> Iterator[Finding]:
    for match in _FRACTION.finditer(paragraph.text.words):
        part, whole, printed = (Decimal(match[name]) for name in ("part", "whole", "percent"))
        if not whole or _YEARS.fullmatch(match["part"]):
            continue
        exact = 100 * part / whole
        line = paragraph.text.paragraph.locate(match.start(), match.end())
        if not is_rounded(printed, exact) and not is_cut(printed, exact):
            message = f"{say(part)} of {say(whole)} is {say_rounded(exact)}%, but {say(printed)}% is printed."
            yield Finding("percentage-wrong", line, paragraph.text.subject, message)
        elif part > whole:
            message = f"{say(part)} of {say(whole)}: the part is more than its whole."
            yield Finding("share-exceeds-whole", line, paragraph.text.subject, message)


def _check_against(sentence: Marked) -> Iterator[Finding]:
    """`stands at 38 against 61 in June, a fall of 40%`, `171 against 187 (-9%)`."""
    for match in _AGAINST.finditer(sentence.words):
        later, earlier, percent = sentence.get_figures(match)
        if later.unit != earlier.unit or not earlier.value or _NOT_A_CHANGE.search(match[0]):
            continue
        if any(figure.is_rough for figure in (later, earlier, percent)):
            continue
        exact = 100 * (later.value - earlier.value) / earlier.value
        if not is_rounded(abs(percent.value), abs(exact)) and not is_cut(abs(percent.value), abs(exact)):
            message = (
                f"{say(later.value)} against {say(earlier.value)} is {say_rounded(exact)}%"
                f" ({say(later.value - earlier.value)} / {say(earlier.value)}), but {percent.printed} is printed."
            )
            yield sentence.to_finding("percentage-wrong", message, (later, earlier, percent))
        elif match["way"] and later.value != earlier.value:
            yield from _check_way(sentence, match["way"], (later, earlier))


def _check_way(sentence: Marked, way: str, figures: tuple[Figure, Figure]) -> Iterator[Finding]:
    later, earlier = figures
    if (way.lower() in CHANGES["up"]) != (later.value > earlier.value):
        really = "a rise" if later.value > earlier.value else "a fall"
        message = f"It is said “{way}”, but from {say(earlier.value)} to {say(later.value)} is {really}."
        yield sentence.to_finding("statements-disagree", message, figures)
