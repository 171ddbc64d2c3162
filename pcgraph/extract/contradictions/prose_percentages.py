"""Percentages in sentences against the figures beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pcgraph.extract.contradictions.finding import Finding, is_rounded, say, say_rounded, to_step
from pcgraph.extract.contradictions.sentence import GAP, PERCENT, VALUE, Marked
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.words import CHANGE_WORDS, CHANGES

_ROUGH = r"(?:(?:a total of|about|around|approximately|some|nearly|over|just over|just under) )?"
_FROM_TO = re.compile(rf"\bfrom {_ROUGH}{VALUE}{GAP}{{0,50}}? to {_ROUGH}{VALUE}")
_TO_FROM = re.compile(rf"\bto {_ROUGH}{VALUE}{GAP}{{0,30}}? from {_ROUGH}{VALUE}")
_ANY_FROM_TO = re.compile(rf"\bfrom ⟨[cmtp]\d+⟩{GAP}{{0,50}}? to ⟨[cmtp]\d+⟩")
_ANY_TO_FROM = re.compile(r"\bto ⟨[cmtp]\d+⟩ from ⟨[cmtp]\d+⟩")
_BEHIND = re.compile(rf"^{GAP}{{0,60}}?{PERCENT}")
_BEFORE = re.compile(rf"{PERCENT},? (?:\w+ ){{0,3}}\(?$")
_NOT_OF_IT = re.compile(
    r"\b(?:of which|of whom|of these|target|ambition|goal|aim|compared|against|while|whilst|share|nationally|and)\b"
)
_UP = CHANGES["up"] | {"up"}
_CHANGE_WORD = re.compile(rf"\b({'|'.join(sorted(CHANGE_WORDS))}|up|down)\b", re.IGNORECASE)
_RISE_TO = re.compile(
    rf"\b(?P<way>{'|'.join(sorted(CHANGE_WORDS))})\b{GAP}{{0,60}}?{VALUE}{GAP}{{0,40}}?\(?{PERCENT}\)?{GAP}{{0,40}}?"
    rf" to {_ROUGH}{VALUE}",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"{VALUE} (?:out )?of (?:the |all |these |those |our |its )?(?:\w+ )?{VALUE}")
_SHARE_BEHIND = re.compile(rf"^{GAP}{{0,40}}?\(?(?:or |i\.e\. |equating to |which is )?{PERCENT}(?! of)")
_SHARE_BEFORE = re.compile(rf"{PERCENT} \(?(?:or )?$")
_OF_ALL = re.compile(
    rf"\bOf (?:the |these |those |our |its |all )?{VALUE}{GAP}*?, (?:only |some |a total of |just )?{VALUE}"
)
_OF_WHICH = re.compile(rf"{VALUE}{GAP}{{0,60}}?,? of (?:which|whom) (?:only |some |about |around )?{VALUE}")
_ADJACENT = re.compile(rf"^(?: \w+)? \(({PERCENT})\)")
_NOUN_BEHIND = re.compile(r"^ (?!was\b|has\b|is\b)[a-z-]+s\b")
_PAIR = re.compile(
    rf"{PERCENT} (?P<one>(?:of \w+ )?(?:were |are |was |is |being )?[\w -]{{2,40}}?),? (?:and|while|with) "
    rf"(?P<rest>the (?:other|remaining|rest) )?(?:the )?{PERCENT} "
    r"(?P<other>(?:were |are |was |is |being )?[\w -]{2,40})"
)
_COMPLEMENTS = (
    (r"\b(?:child|children|young people|youths?|juveniles?)\b", r"\badults?\b"),
    (r"\b(?:men|males?|boys)\b", r"\b(?:women|females?|girls)\b"),
    (r"\bcity\b", r"\bcounty\b"),
    (r"\burban\b", r"\brural\b"),
    (r"\bpositive\b", r"\bnegative\b"),
)


def iter_percentage_findings(sentence: Marked) -> Iterator[Finding]:
    """Every percentage of a sentence that its own figures deny, and every share that exceeds its whole."""
    yield from _check_from_to(sentence)
    yield from _check_direction(sentence)
    yield from _check_rise_to(sentence)
    yield from _check_shares(sentence)
    yield from _check_of_all(sentence)
    yield from _check_pairs(sentence)


def _check_from_to(sentence: Marked) -> Iterator[Finding]:
    """`rose from 200 to 222, 15%`."""
    for pattern in (_FROM_TO, _TO_FROM):
        for match in pattern.finditer(sentence.words):
            figures = sentence.get_figures(match)
            earlier, later = figures if pattern is _FROM_TO else figures[::-1]
            percent = _find_percent_beside(sentence, match)
            if percent and earlier.unit == later.unit and earlier.value and not _is_any_rough(earlier, later):
                yield from _check_change(sentence, earlier, later, percent)


def _find_percent_beside(sentence: Marked, match: re.Match[str]) -> Figure | None:
    """The percentage that says how large a change is: right behind it in the clause, or right before."""
    behind = _BEHIND.match(sentence.words[match.end() :])
    is_share = behind and sentence.words.startswith(" of", match.end() + behind.end())
    if behind and not is_share and not _NOT_OF_IT.search(behind[0]):
        return sentence.get_figures(behind)[0]
    before = _BEFORE.search(sentence.words[: match.start()])
    return sentence.get_figures(before)[0] if before else None


def _is_any_rough(*figures: Figure) -> bool:
    return any(figure.is_rough for figure in figures)


def _check_change(sentence: Marked, earlier: Figure, later: Figure, percent: Figure) -> Iterator[Finding]:
    exact = 100 * (later.value - earlier.value) / earlier.value
    if is_rounded(abs(percent.value), abs(exact)) or percent.is_rough:
        return
    message = (
        f"From {earlier.printed} to {later.printed} is {say_rounded(exact)}%"
        f" ({say(later.value - earlier.value)} / {say(earlier.value)}), but {percent.printed} is printed"
    )
    if later.value and is_rounded(abs(percent.value), abs(100 * (later.value - earlier.value) / later.value)):
        message += f": it was divided by {say(later.value)}, the later figure"
    yield sentence.to_finding("percentage-wrong", f"{message}.", (earlier, later, percent))


def _check_direction(sentence: Marked) -> Iterator[Finding]:
    """`rose from 222 to 200`."""
    for pattern in (_ANY_FROM_TO, _ANY_TO_FROM):
        for match in pattern.finditer(sentence.words):
            figures = sentence.get_figures(match)
            earlier, later = figures if pattern is _ANY_FROM_TO else figures[::-1]
            words = _CHANGE_WORD.findall(sentence.words[max(0, match.start() - 40) : match.start()])
            if not words or earlier.unit != later.unit or re.search(r"\bnot\b|n['’]t\b", sentence.words):
                continue
            went_up = words[-1].lower() in _UP
            if later.value != earlier.value and went_up != (later.value > earlier.value):
                way = "a fall" if went_up else "a rise"
                message = f"It is said “{words[-1]}”, but from {earlier.printed} to {later.printed} is {way}."
                yield sentence.to_finding("statements-disagree", message, figures)


def _check_rise_to(sentence: Marked) -> Iterator[Finding]:
    """`a rise of 40 (15%) to 222`."""
    for match in _RISE_TO.finditer(sentence.words):
        change, percent, later = sentence.get_figures(match)[:3]
        if change.unit != later.unit or _is_any_rough(change, percent, later) or not percent.value:
            continue
        sign = 1 if match["way"].lower() in CHANGES["up"] else -1
        earlier = later.value - sign * abs(change.value)
        if earlier <= 0 or is_rounded(abs(percent.value), 100 * abs(change.value) / earlier):
            continue
        implied = _imply(change, percent, sign)
        message = (
            f"A change of {say(abs(change.value))} that is {percent.printed} leads to about {say(implied)}, not to"
            f" {say(later.value)}: {say(abs(change.value))} of {say(earlier)} is"
            f" {say_rounded(100 * abs(change.value) / earlier)}%."
        )
        yield sentence.to_finding("percentage-wrong", message, (change, percent, later))


def _imply(change: Figure, percent: Figure, sign: int) -> Decimal:
    """The number after a change of so many that is so many per cent."""
    base = 100 * abs(change.value) / abs(percent.value)
    return (base + sign * abs(change.value)).quantize(Decimal(1))


def _check_shares(sentence: Marked) -> Iterator[Finding]:
    """`12 of the 40 (35%)`, `35% (12 of 40)`, `12 of the 10`."""
    for match in _SHARE.finditer(sentence.words):
        part, whole = sentence.get_figures(match)
        if part.unit != whole.unit:
            continue
        behind = _SHARE_BEHIND.match(sentence.words[match.end() :])
        before = _SHARE_BEFORE.search(sentence.words[: match.start()])
        beside = behind if behind and not _NOT_OF_IT.search(behind[0]) else before
        yield from _check_share(sentence, part, whole, sentence.get_figures(beside)[0] if beside else None)
    for match in _OF_WHICH.finditer(sentence.words):
        whole, part = sentence.get_figures(match)
        if part.unit == whole.unit:
            yield from _check_share(sentence, part, whole, None)


def _check_share(sentence: Marked, part: Figure, whole: Figure, percent: Figure | None) -> Iterator[Finding]:
    figures = (part, whole)
    if part.value > whole.value and not _is_any_rough(whole):
        message = f"{part.printed} of {whole.printed} {whole.what}: the part is more than its whole."
        yield sentence.to_finding("share-exceeds-whole", message, figures)
    elif percent and whole.value and not _is_any_rough(part, whole, percent):
        exact = 100 * part.value / whole.value
        if not is_rounded(percent.value, exact):
            message = (
                f"{say(part.value)} of {say(whole.value)} is {say_rounded(exact)}%, but {percent.printed} is printed."
            )
            yield sentence.to_finding("percentage-wrong", message, (*figures, percent))


def _check_of_all(sentence: Marked) -> Iterator[Finding]:
    """`Of the 180 referrals, 204 accepted`, `Of 120 tests, 66 (50%) were positive`."""
    for match in _OF_ALL.finditer(sentence.words):
        whole, part = sentence.get_figures(match)[0], sentence.get_figures(match)[-1]
        behind = sentence.words[match.end() :]
        if part.unit != whole.unit:
            continue
        if _NOUN_BEHIND.match(behind):
            continue  # `Of the 48 devices, 53 files`: another thing is counted
        adjacent = _ADJACENT.match(behind)
        yield from _check_share(sentence, part, whole, sentence.get_figures(adjacent)[0] if adjacent else None)


def _check_pairs(sentence: Marked) -> Iterator[Finding]:
    """`57% were children and 45% were adults`."""
    for match in _PAIR.finditer(sentence.words):
        one, other = sentence.get_figures(match)
        is_whole = bool(match["rest"]) or _are_complements(match["one"], match["other"])
        total = one.value + other.value
        slack = (to_step(one.value) + to_step(other.value)) / 2
        if not is_whole or abs(total - 100) <= slack or _is_any_rough(one, other):
            continue
        is_sure = bool(match["rest"]) or total > 100
        message = f"{one.printed} and {other.printed} add up to {say(total)}%, not to 100%"
        message += "." if is_sure else "; or a part is not named."
        yield sentence.to_finding("percentage-wrong", message, (one, other), "" if is_sure else "info")


def _are_complements(one: str, other: str) -> bool:
    """Whether two shares name the two halves of one whole, such as children and adults."""
    pairs = [*_COMPLEMENTS, *((second, first) for first, second in _COMPLEMENTS)]
    return any(re.search(first, one, re.I) and re.search(second, other, re.I) for first, second in pairs)
