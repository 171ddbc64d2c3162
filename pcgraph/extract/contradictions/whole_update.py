"""Figures of one update against figures of its other paragraphs: lists, sessions, rises, tables that prose repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pcgraph.extract.contradictions.finding import (
    Finding,
    is_rounded,
    say,
    say_rounded,
    say_sum,
    to_step,
)
from pcgraph.extract.contradictions.sentence import GAP, PERCENT, Marked
from pcgraph.extract.contradictions.table_changes import find_change
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.tables import FigureTable
from pcgraph.extract.figures.words import CHANGE_WORDS, CHANGES, is_plural

_ITEM = re.compile(r"^\(?(\d{1,2})[.)]\s")
_OPENS_WITH = re.compile(r"^(?:\(?\d{1,2}[.)]\s)?(⟨[cm]\d+⟩)")
_LONE = re.compile(r"^[^⟨⟩]*⟨([cm])\d+⟩[^⟨⟩]*:$")
_SESSIONS = re.compile(r"\b(?:session|course|event|workshop|class|seminar|meeting|day)(?:s|es)\b")
_PEOPLE = frozenset(
    "people staff officers attendees delegates participants pupils children volunteers partners places students".split()
)
_PER_SESSION = re.compile(
    r"⟨c\d+⟩(?: [\w/-]+){1,4} (?:on|in|at|per|to|for) ?(?:each|every|a)? ?(?:session|course|event|workshop|class)\b"
)
_ATTENDED = re.compile(rf"⟨c\d+⟩{GAP}{{1,60}}?⟨c\d+⟩")
_RISE = re.compile(rf"⟨c\d+⟩(?: [\w-]+){{0,3}} \({PERCENT}\)")
_CHANGE_WORD = re.compile(rf"\b({'|'.join(sorted(CHANGE_WORDS))})\b", re.IGNORECASE)
_IN_ALL = re.compile(r"\btotal (?:of |number of )?[^⟨⟩.;]{0,20}⟨c\d+⟩")
_BOTH = re.compile(rf"(?:{PERCENT} \(⟨c\d+⟩\)|⟨c\d+⟩ \({PERCENT}\))")


def iter_update_findings(
    paragraphs: Sequence[tuple[Marked, Sequence[Marked]]], tables: Sequence[FigureTable]
) -> Iterator[Finding]:
    """What the paragraphs of one update deny of each other.

    Args:
        paragraphs: Each paragraph, and its sentences.
        tables: The update's figure tables.
    """
    whole = [paragraph for paragraph, _ in paragraphs]
    sentences = [sentence for _, inside in paragraphs for sentence in inside]
    yield from _check_lists(whole)
    yield from _check_numbered(paragraphs)
    yield from _check_sessions(sentences)
    yield from _check_rises(sentences)
    for sentence in sentences:
        yield from _check_repeated(sentence, tables)


def _check_lists(paragraphs: Sequence[Marked]) -> Iterator[Finding]:
    """`Savings of £3m were achieved:`, then a list whose items begin with sums."""
    for index, opening in enumerate(paragraphs):
        sentence = opening.words[opening.words.rfind(". ") + 1 :].strip()
        lone = _LONE.match(sentence)
        parts = _read_items(paragraphs[index + 1 :]) if lone else []
        total = opening.figures[-1] if lone else None
        if total is None or len(parts) < 2 or any(part.unit != total.unit for part in parts):
            continue
        found = sum((part.value for part in parts), Decimal(0))
        if found == total.value or any(figure.is_rough for figure in (total, *parts)):
            continue
        is_sure = found > total.value or total.unit != "count"
        message = f"{say_sum(part.value for part in parts)}, but {total.printed} is printed"
        message += "." if is_sure else "; or the list does not name them all."
        if total.unit != "count" or found > total.value:
            yield opening.to_finding("total-wrong", message, [total], "" if is_sure else "info")


def _read_items(paragraphs: Sequence[Marked]) -> list[Figure]:
    """The figures with which the paragraphs behind a list's opening begin."""
    parts: list[Figure] = []
    for paragraph in paragraphs:
        match = _OPENS_WITH.match(paragraph.words)
        if not match:
            break
        parts.append(paragraph.get_figures(match)[0])
    return parts


def _check_numbered(paragraphs: Sequence[tuple[Marked, Sequence[Marked]]]) -> Iterator[Finding]:
    """`The course has four parts:`, then a numbered list of another length."""
    for index, (opening, sentences) in enumerate(paragraphs):
        lone = _LONE.match(sentences[-1].words.strip()) if sentences else None
        if not lone or lone[1] != "c" or not opening.words.endswith(":"):
            continue
        announced = sentences[-1].figures[0]
        listed = _count_items([paragraph.text.words for paragraph, _ in paragraphs[index + 1 :]])
        if listed > 1 and announced.value != listed and not announced.is_rough:
            message = f"{announced.printed} are announced, but {listed} are listed; or the list says something else."
            yield sentences[-1].to_finding("statements-disagree", message, [announced], "info")


def _count_items(texts: Sequence[str]) -> int:
    """How many items a numbered list has that begins at once, or 0."""
    count = 0
    for words in texts:
        match = _ITEM.match(words)
        if match and int(match[1]) == count + 1:
            count += 1
        elif match or not count:
            break
    return count


def _check_sessions(sentences: Sequence[Marked]) -> Iterator[Finding]:
    """So many sessions, so many people each, so many people in all: where each stands once in an update."""
    each = [s.get_figures(m)[0] for s in sentences for m in _PER_SESSION.finditer(s.words)]
    attended = [(s, s.get_figures(m)) for s in sentences for m in _ATTENDED.finditer(s.words)]
    attended = [(sentence, figures) for sentence, figures in attended if _is_attended(figures)]
    if len(each) == 1 and len(attended) == 1:
        yield from _check_product(*attended[0], each[0])


def _check_product(sentence: Marked, figures: list[Figure], each: Figure) -> Iterator[Finding]:
    sessions, total = figures
    places = sessions.value * each.value
    if places == total.value or each in figures:
        return
    message = f"{say(sessions.value)} × {say(each.value)} = {say(places)}, but {say(total.value)} is printed"
    if total.value > places:
        yield sentence.to_finding("total-wrong", f"{message}.", figures)
    else:
        yield sentence.to_finding("total-wrong", f"{message}; or not every one was full.", figures, "info")


def _is_attended(figures: list[Figure]) -> bool:
    """Whether two figures are of sessions and of people."""
    sessions, people = figures
    return bool(_SESSIONS.search(sessions.what)) and bool(_PEOPLE & set(people.what.lower().split()))


def _check_rises(sentences: Sequence[Marked]) -> Iterator[Finding]:
    """A rise whose number and percentage mean more of a thing than the text says that there are in all."""
    totals = [s.get_figures(m)[-1] for s in sentences for m in _IN_ALL.finditer(s.words)]
    for sentence in sentences:
        for match in _RISE.finditer(sentence.words):
            words = _CHANGE_WORD.findall(sentence.words[: match.start()])
            change, percent = sentence.get_figures(match)
            for total in totals:
                if words and percent.value > 0 and _is_of_same(sentence, total) and total is not change:
                    yield from _check_rise(sentence, (change, percent, total), is_up=words[-1].lower() in CHANGES["up"])


def _is_of_same(sentence: Marked, total: Figure) -> bool:
    """Whether a sentence speaks of what a total counts."""
    nouns = [word for word in total.what.lower().split() if is_plural(word)]
    return bool(nouns) and re.search(rf"\b{re.escape(nouns[-1])}\b", sentence.words.lower()) is not None


def _check_rise(sentence: Marked, figures: tuple[Figure, Figure, Figure], *, is_up: bool) -> Iterator[Finding]:
    change, percent, total = figures
    most = percent.value + to_step(percent.value) / 2
    least = 100 * abs(change.value) / most + (abs(change.value) if is_up else 0)
    if least <= total.value:
        return
    size = abs(change.value)
    base = (100 * size / percent.value).quantize(Decimal(1))
    after = base + size * (1 if is_up else -1)
    share = say_rounded(100 * size / total.value) if total.value else "0"
    message = (
        f"A change of {say(size)} that is {percent.printed} means about {say(base)} before and {say(after)} after, but"
        f" the same text counts {say(total.value)} {total.what} in all; or the {percent.printed} is of something else"
        f" ({say(size)} of {say(total.value)} is {share}%)."
    )
    yield sentence.to_finding("percentage-wrong", message, (change, percent), "info")


def _check_repeated(sentence: Marked, tables: Sequence[FigureTable]) -> Iterator[Finding]:
    """`fell 2.9% (-35)`, where a table of the update shows from what to what."""
    for match in _BOTH.finditer(sentence.words):
        figures = sentence.get_figures(match)
        change = next(figure for figure in figures if figure.unit == "count")
        percent = next(figure for figure in figures if figure.unit == "%")
        found = [entry for table in tables for entry in find_change(table, change.value)]
        named = [entry for entry in found if _names(sentence, entry[0].label)]
        if len(named) != 1 or percent.is_rough:
            continue
        row, later, earlier = named[0]
        exact = 100 * (later - earlier) / earlier
        if not is_rounded(abs(percent.value), abs(exact)):
            message = (
                f"{row.label}: by the table {say(later)} − {say(earlier)} = {say(later - earlier)}, divided by"
                f" {say(earlier)} is {say_rounded(abs(exact), percent.value)}%, but {percent.printed} is printed"
            )
            if later and is_rounded(abs(percent.value), abs(100 * (later - earlier) / later)):
                message += f": it was divided by {say(later)}, the later figure"
            yield sentence.to_finding("percentage-wrong", f"{message}.", figures)


def _names(sentence: Marked, label: str) -> bool:
    """Whether a sentence names what a table's row is about."""
    return re.search(rf"\b{re.escape(label.lower())}\b", sentence.text.words.lower()) is not None
