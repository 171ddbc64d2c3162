"""Totals in sentences against the parts and products beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pcgraph.extract.contradictions.finding import Finding, say, say_sum
from pcgraph.extract.contradictions.sentence import GAP, VALUE, Marked
from pcgraph.extract.figures.figure import Figure

_MARK = re.compile(r"⟨[cm]\d+⟩")
_BRACKETED = re.compile(rf"{VALUE}{GAP}{{0,50}}?\((?P<parts>⟨[cm]\d+⟩[^()]*)\)")
_LISTED = re.compile(rf"{VALUE}[^⟨⟩.;:]{{0,60}}: (?P<parts>⟨[cm]\d+⟩.*)$")
_JOINED = re.compile(r"(?:,|, and| and| &| plus|;) $")
_PLACE_BEHIND = re.compile(r"^ (?:in|at|from|on|per|for|to|by)\b")
_IN_ALL = re.compile(
    rf"⟨[cm]\d+⟩(?:{GAP}{{1,60}}⟨[cm]\d+⟩){{1,8}}{GAP}{{1,60}}?\b(?:a total of|totalling|making|=) ?⟨[cm]\d+⟩"
)
_REMAINING = re.compile(
    r"⟨c\d+⟩ (?:out )?of (?:the |all |these |those )?⟨c\d+⟩[^⟨⟩]{0,120}?\b[Tt]he (?:remaining|other) ⟨c\d+⟩"
)
_EACH = re.compile(
    rf"⟨c\d+⟩ {GAP}{{1,40}}?(?:at|of|with|for) ⟨(?:c|m)\d+⟩(?: \w+){{0,2}} each{GAP}{{0,40}}?"
    r"(?:a total of|totalling|= ?|making) ?⟨(?:c|m)\d+⟩"
)


def iter_total_findings(sentence: Marked) -> Iterator[Finding]:
    """Every total of a sentence that its own parts deny."""
    for match in _BRACKETED.finditer(sentence.words):
        yield from _check_parts(sentence, match)
    for match in _LISTED.finditer(sentence.words):
        yield from _check_parts(sentence, match)
    yield from _check_in_all(sentence)
    yield from _check_each(sentence)


def _check_parts(sentence: Marked, match: re.Match[str]) -> Iterator[Finding]:
    """`520 staff (400 officers and 120 partners)`: the parts begin with figures and nothing else stands among them."""
    opening, *pieces, _ = _MARK.split(match["parts"])
    if opening or not all(_JOINED.search(piece) for piece in pieces):
        return
    total, *parts = sentence.get_figures(match)
    if len(parts) < 2 or any(part.unit != total.unit for part in parts):
        return
    found = sum((part.value for part in parts), Decimal(0))
    if found == total.value or any(figure.is_rough for figure in (total, *parts)):
        return
    by_place = all(_PLACE_BEHIND.match(sentence.words[mark.end() :]) for mark in _find_marks(sentence, match))
    is_sure = found > total.value or not by_place
    message = f"{say_sum(part.value for part in parts)}, but {total.printed} is printed"
    message += "." if is_sure else "; or not all parts are named."
    yield sentence.to_finding("total-wrong", message, (total, *parts), "" if is_sure else "info")


def _find_marks(sentence: Marked, match: re.Match[str]) -> list[re.Match[str]]:
    return list(_MARK.finditer(sentence.words, match.start("parts"), match.end("parts")))


def _check_in_all(sentence: Marked) -> Iterator[Finding]:
    """`10 in the north and 12 in the south, a total of 23`."""
    for match in _IN_ALL.finditer(sentence.words):
        *parts, total = sentence.get_figures(match)
        alike = [part for part in parts if part.unit == total.unit]
        if len(alike) < 2 or len(alike) < len(parts) or any(figure.is_rough for figure in (*parts, total)):
            continue
        sums = {sum((part.value for part in alike[start:]), Decimal(0)) for start in range(len(alike) - 1)}
        if total.value not in sums:
            message = f"{say_sum(part.value for part in alike)}, but {total.printed} is printed."
            yield sentence.to_finding("total-wrong", message, (*alike, total), "" if len(alike) == 2 else "info")


def _check_each(sentence: Marked) -> Iterator[Finding]:
    """`12 kits at £20 each, a total of £250`."""
    for match in _EACH.finditer(sentence.words):
        count, each, total = sentence.get_figures(match)
        if each.unit == total.unit and count.value * each.value != total.value and not total.is_rough:
            message = f"{_say_product(count, each)}, but {total.printed} is printed."
            yield sentence.to_finding("total-wrong", message, (count, each, total))


def _say_product(count: Figure, each: Figure) -> str:
    return f"{say(count.value)} × {say(each.value)} = {say(count.value * each.value)}"


def iter_remaining_findings(paragraph: Marked) -> Iterator[Finding]:
    """`52 of the 58 wards. The remaining five`: over two sentences of one paragraph."""
    for match in _REMAINING.finditer(paragraph.words):
        part, whole, rest = paragraph.get_figures(match)
        if part.value + rest.value != whole.value and not (part.is_rough or rest.is_rough or whole.is_rough):
            message = f"{say_sum([part.value, rest.value])}, but {say(whole.value)} is the whole."
            yield paragraph.to_finding("total-wrong", message, (part, whole, rest))
