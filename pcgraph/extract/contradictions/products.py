"""So many things of so much each, against the total that is printed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pcgraph.extract.contradictions.finding import Finding, say
from pcgraph.extract.contradictions.sentence import GAP, Marked
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.words import is_plural

_EACH_WORDS = r"(?:(?:[\w/-]+ ){0,3}(?:each|apiece)\b|(?:a|per) head\b|per [a-z]+\b)"
_EACH = (
    re.compile(rf"⟨c\d+⟩{GAP}{{1,70}}?⟨[cm]\d+⟩ {_EACH_WORDS}(?! of\b)"),
    re.compile(rf"⟨[cm]\d+⟩ {_EACH_WORDS} (?:to|for|from|at|by|in) (?:the |all |our |these )?⟨c\d+⟩"),
    re.compile(
        rf"\b[Ee]ach of (?:the |our |these |those )?⟨c\d+⟩ {GAP}{{1,50}}?"
        r"\b(?:received|got|gets|has|had|costs?|gave|given|took|takes|paid|pays|raised|holds?|seats?|trained|saw) "
        r"(?:a (?:grant|sum|payment|total) of )?⟨[cm]\d+⟩"
    ),
    re.compile(
        r"⟨c\d+⟩ (?:[a-z-]+ ){0,3}?(?P<noun>[a-z]+s) (?:of|worth|at|costing) ⟨m\d+⟩(?! (?:and|or|to|in total)\b|,? ⟨)"
    ),
    re.compile(
        rf"⟨c\d+⟩ {GAP}{{0,40}}?\b(?:sessions|courses|workshops|events|classes|days|places),? (?:for|of|with|to) "
        r"(?:up to )?⟨c\d+⟩ (?:[a-z-]+ ){0,3}?(?P<people>[a-z]+)(?! (?:in total|altogether|in all))"
    ),
)
_TOTAL = (
    re.compile(r"⟨[cm]\d+⟩(?: [\w-]+){0,2},? (?:in all|in total|altogether|all told|overall)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:a |the |at a |grand |overall )?(?:total (?:\w+ )?(?:of|was|is|came to|comes to|cost|at|to)|totall?ing"
        r"|making|amounts? to|amounting to|comes? to|came to|adds? up to|sum of|equals|altogether|in all|in total|=),?"
        r" ?(?:\w+ ){0,2}?⟨[cm]\d+⟩",
        re.IGNORECASE,
    ),
    re.compile(r"⟨m\d+⟩ (?:was|were|has been|have been|is|are) (?:\w+ )?(?:shared|divided|split|spread)\b"),
    re.compile(r"\b(?:at a cost of|shared|sharing|received|receiving|worth) ⟨m\d+⟩(?: (?:between|among) them\b|, )"),
)
_BY_TIME = re.compile(
    r"\b(?:a|an|per|each|every) (?:second |other )?(?:day|week|month|quarter|year|annum|hour|night|shift|mile)s?\b"
    r"|\b(?:daily|weekly|monthly|yearly|annually)\b"
)
_STOP = re.compile(r"(?<=[.!?;])\s")


_NEAR = 12
"""Behind a pattern's last word, `a week` may still follow."""


class _Place(NamedTuple):
    """Figures that a pattern found, and the number of the sentence that holds them."""

    sentence: int
    figures: list[Figure]


def iter_product_findings(paragraph: Marked) -> Iterator[Finding]:
    """`six grants of £450 were made, £2,900 in all`: within a sentence, or in the next one."""
    stops = [match.start() for match in _STOP.finditer(paragraph.words)]
    each = _collect(_find(paragraph, _EACH, stops))
    totals = _collect(_find(paragraph, _TOTAL, stops))
    for place, found in each.items():
        for nearby in (place, place + 1):
            if len(found) == 1 and nearby in totals:
                yield from _check(paragraph, found[0], totals[nearby], is_near=nearby == place)
                break


def _find(paragraph: Marked, patterns: tuple[re.Pattern[str], ...], stops: list[int]) -> Iterator[_Place]:
    for pattern in patterns:
        for match in pattern.finditer(paragraph.words):
            if _is_meant(match):
                yield _Place(bisect_right(stops, match.start()), paragraph.get_figures(match))


def _is_meant(match: re.Match[str]) -> bool:
    """Whether what is counted is named in the plural, where the pattern asks for a noun."""
    if _BY_TIME.search(match.string[match.start() : match.end() + _NEAR]):
        return False  # so much a week says nothing of the whole
    nouns = [noun for noun in match.groupdict().values() if noun]
    return all(is_plural(noun) for noun in nouns)


def _collect(places: Iterator[_Place]) -> dict[int, list[list[Figure]]]:
    """What was found, by sentence; figures that two patterns found alike once."""
    found: dict[int, list[list[Figure]]] = defaultdict(list)
    for place in places:
        if place.figures not in found[place.sentence]:
            found[place.sentence].append(place.figures)
    return found


def _check(paragraph: Marked, pair: list[Figure], totals: list[list[Figure]], *, is_near: bool) -> Iterator[Finding]:
    """One product against the one total that could be meant."""
    if len(pair) != 2:
        return
    count, each = sorted(pair, key=lambda figure: figure.unit != "count") if pair[0].unit != "count" else pair
    sums = [found[-1] for found in totals if found[-1].unit == each.unit and found[-1] not in pair]
    if len(sums) != 1 or count.unit != "count" or any(figure.is_rough for figure in (*pair, sums[0])):
        return
    product = count.value * each.value
    if product == sums[0].value or not product or _stand_others_between(paragraph, (count, each, sums[0])):
        return
    message = f"{say(count.value)} × {say(each.value)} = {say(product)}, but {sums[0].printed} is printed"
    is_sure = is_near and each.unit != "count"
    message += "." if is_sure else "; or the total counts something else."
    yield paragraph.to_finding("total-wrong", message, (count, each, sums[0]), "" if is_sure else "info")


def _stand_others_between(paragraph: Marked, figures: tuple[Figure, Figure, Figure]) -> bool:
    """Whether further figures of the total's unit stand among those of a product: `and £200 to a sixth`."""
    start, end = min(figure.start for figure in figures), max(figure.start for figure in figures)
    others = (figure for figure in paragraph.figures if start < figure.start < end and figure not in figures)
    return any(figure.unit == figures[2].unit for figure in others)
