"""What no query answers, said plainly."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pcgraph.ask.cues import Cues, to_stems
from pcgraph.ask.question import Question
from pcgraph.ask.register import Register
from pcgraph.ask.words import to_stem


def find_refusal(question: Question, register: Register, cues: Cues) -> str:
    """Why the question cannot be answered, one sentence; empty where nothing speaks against it."""
    named_at = {place for mention in question.mentions if not mention.is_soft for place in range(*mention.span)}
    stems = ["" if place in named_at else to_stem(word.form) for place, word in enumerate(question.words)]
    named = {value.kind for mention in question.mentions for value in mention.values}
    for refusal in cues.refusals:
        if any(_has_all(words, stems, named) for words in refusal.words):
            return f"{refusal.why}."
    return _find_unread(question, register)


def _has_all(words: Sequence[str], stems: Sequence[str], named: Collection[str]) -> bool:
    """Whether all of these phrases are in the question, or are kinds of what it names."""
    return all(phrase in named or _has_phrase(to_stems(phrase), stems) for phrase in words)


def _has_phrase(phrase: Sequence[str], stems: Sequence[str]) -> bool:
    size = len(phrase)
    return any(tuple(stems[start : start + size]) == tuple(phrase) for start in range(len(stems) - size + 1))


def _find_unread(question: Question, register: Register) -> str:
    """A quarter or years of which no paper was read."""
    for mention in question.mentions:
        if not mention.values:
            read = ", ".join(f"{report.period} (theme {report.theme or 'not stated'})" for report in register.reports)
            return f"No report of {mention.words} that fits has been read. Reports were read of {read or 'no quarter'}."
        is_of_years = all(value.type == "Period" for value in mention.values) and not mention.is_soft
        if is_of_years and not _is_held(mention.values[0].value, register):
            plans = ", ".join(register.plans) or "no years"
            return f"Nothing on {mention.words} has been read. Plans were read of {plans}."
    return ""


def _is_held(years: str, register: Register) -> bool:
    """Whether a report is of these years, or the papers print them."""
    dashed = years.replace("/", "-")
    return any(report.period.startswith(dashed) for report in register.reports) or years in register.running_text
