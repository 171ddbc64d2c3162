"""Days and months told without their year: done shortly after the text's own date, or to come shortly before it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from pcgraph.dates import DATE, MONTHS
from pcgraph.extract.contradictions.finding import Finding
from pcgraph.extract.contradictions.ordering import say_date
from pcgraph.extract.contradictions.tenses import is_to_come, is_told
from pcgraph.extract.figures.prose import split_sentences
from pcgraph.extract.texts import Text

MAX_DAYS = 75
"""A date without its year that lies farther away may be of the year before or after."""

_DAY = re.compile(
    rf"(?P<date>{DATE})|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(MONTHS)})\b(?![ ,]+\d)",
    re.IGNORECASE,
)
_FULL = len("2020-01-01")


def iter_yearless_findings(text: Text) -> Iterator[Finding]:
    """`was held on 5 December` in a text of October, always as info: another year may be meant."""
    if len(text.paragraph.as_of) != _FULL:
        return
    dated = dt.date.fromisoformat(text.paragraph.as_of)
    for start, end in split_sentences(text.words):
        for match in _DAY.finditer(text.words, start, end):
            day = _resolve(match, dated) if match["day"] else None
            before, after = text.words[start : match.start()], text.words[match.end() : end]
            if day and day > dated and is_told(before, after):
                yield _to_finding(text, match, f"is told as past, but lies after the text's own date, {_say(dated)}")
            elif day and day < dated and is_to_come(before, after):
                yield _to_finding(text, match, f"lies before the text's own date, {_say(dated)}, but is still to come")


def _resolve(match: re.Match[str], dated: dt.date) -> dt.date | None:
    """The day of that name that lies near a date, or None."""
    month = MONTHS.index(match["month"].lower()) + 1
    for year in (dated.year - 1, dated.year, dated.year + 1):
        try:
            day = dt.date(year, month, int(match["day"]))
        except ValueError:
            continue
        if abs((day - dated).days) <= MAX_DAYS:
            return day
    return None


def _say(date: dt.date) -> str:
    return say_date(date.isoformat())


def _to_finding(text: Text, match: re.Match[str], message: str) -> Finding:
    line = text.paragraph.locate(match.start(), match.end())
    return Finding("date-order", line, text.subject, f"“{match[0]}” {message}; or another year is meant.", "info")
