"""Dates that cannot be: updates after their meeting, things to come that are past, ends before beginnings."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pcgraph.dates import DATE, parse_date, to_year_days
from pcgraph.extract.contradictions.finding import Finding
from pcgraph.extract.contradictions.ordering import is_before, say_date
from pcgraph.extract.contradictions.tenses import is_to_come, is_told
from pcgraph.extract.figures.prose import split_sentences
from pcgraph.extract.texts import Text
from pcgraph.model import SEPARATOR, Row

LATE_DAYS = 60
"""Reports are written in the weeks behind their quarter; an update from later than this belongs to another."""

_QUARTER = re.compile(r"(\d{4})-\d{2}Q([1-4])")
_DATE = re.compile(rf"\b{DATE}", re.IGNORECASE)


class Frame(NamedTuple):
    """The dates within which a report stands, in ISO form, or "".

    Attributes:
        report: Its id.
        meeting: The meeting that it goes to.
        first: The first day of its quarter.
        last: The last day of its quarter.
        plan: The first day of the plan at the top.
        period: Its quarter as written, such as 2019-20Q4.
    """

    report: str
    meeting: str
    first: str
    last: str
    plan: str
    period: str


def to_frame(row: Row) -> Frame:
    """The dates of a report, from its row of `documents`."""
    first, last = to_quarter_days(row["period"])
    span = row["theme"].partition("/")[0] or row["plan"]
    return Frame(row["id"], row["meeting_date"], first, last, to_year_days(span)[0] if span else "", row["period"])


def to_quarter_days(period: str) -> tuple[str, str]:
    """The first and last day of a quarter of a financial year.

    >>> to_quarter_days("2019-20Q4"), to_quarter_days("")
    (('2020-01-01', '2020-03-31'), ('', ''))
    """
    match = _QUARTER.fullmatch(period)
    if not match:
        return "", ""
    months = int(match[1]) * 12 + 3 * int(match[2])  # counted from 0: April of the year is month 3
    first = dt.date(months // 12, months % 12 + 1, 1)
    after = dt.date((months + 3) // 12, (months + 3) % 12 + 1, 1)
    return first.isoformat(), (after - dt.timedelta(days=1)).isoformat()


def iter_date_findings(frame: Frame, updates: Sequence[Row], texts: Sequence[Text]) -> Iterator[Finding]:
    """Everything in a report whose dates are out of order.

    Args:
        frame: The report's own dates.
        updates: Its rows of `updates`.
        texts: The paragraphs of its narratives.
    """
    if is_before(frame.meeting, frame.first):
        message = f"The meeting of {say_date(frame.meeting)} lies before the quarter reported on ({frame.period})."
        yield Finding("date-order", updates[0]["line"] if updates else "", frame.report, message)
    first: dict[tuple[str, str], str] = {}
    for text in texts:
        first.setdefault((text.subject, text.paragraph.as_of), text.paragraph.line)
    for update in updates:
        yield from _check_update(frame, update, first)
    yield from _check_quarter(frame, updates)
    latest = {update["id"]: max(_get_dates(update), default="") for update in updates}
    for text in texts:
        for start, end in split_sentences(text.words):
            yield from _check_future(frame, text, (start, end), text.paragraph.as_of or latest.get(text.subject, ""))
            yield from _check_done(frame, text, (start, end))


def _get_dates(update: Row) -> list[str]:
    return [date for date in update["dates"].split(SEPARATOR) if len(date) > 4]


def _check_update(frame: Frame, update: Row, first: Mapping[tuple[str, str], str]) -> Iterator[Finding]:
    """An update that is dated after its meeting, or before the plan began; `first` tells where each date stands."""
    for date in _get_dates(update):
        line = first.get((update["id"], date), update["line"])
        if is_before(frame.meeting, date):
            message = f"The update is dated {say_date(date)}, after the meeting of {say_date(frame.meeting)}."
            yield Finding("date-order", line, update["id"], message)
        elif is_before(date, frame.plan):
            message = f"The update is dated {say_date(date)}, before the plan began on {say_date(frame.plan)}."
            yield Finding("date-order", line, update["id"], message)


def _check_quarter(frame: Frame, updates: Sequence[Row]) -> Iterator[Finding]:
    """One note where updates are dated well outside the quarter that the report is named after."""
    dated = [(max(_get_dates(update)), update) for update in updates if _get_dates(update)]
    outside = [(date, update) for date, update in dated if frame.last and _is_outside(frame, date)]
    if not outside:
        return
    dates = sorted(date for date, _ in outside)
    span = say_date(dates[0]) if dates[0] == dates[-1] else f"{say_date(dates[0])} to {say_date(dates[-1])}"
    message = (
        f"{len(outside)} of {len(dated)} dated updates are dated {span}, but the report's quarter, {frame.period}, runs"
        f" from {say_date(frame.first)} to {say_date(frame.last)}; or the report was only written so much later."
    )
    yield Finding("date-order", outside[0][1]["line"], frame.report, message, "info")


def _is_outside(frame: Frame, date: str) -> bool:
    """Whether a date lies before the quarter or well behind it; one after the meeting is said elsewhere."""
    if is_before(frame.meeting, date):
        return False
    day = dt.date.fromisoformat(date if len(date) == len("2020-01-01") else f"{date}-01")
    limit = dt.date.fromisoformat(frame.last) + dt.timedelta(days=LATE_DAYS)
    return is_before(date, frame.first) or day > limit


def _check_future(frame: Frame, text: Text, span: tuple[int, int], dated: str) -> Iterator[Finding]:
    """Something still to come, at a date that lies before the text itself."""
    for match in _DATE.finditer(text.words, *span):
        date = parse_date(match[0])
        before, after = text.words[span[0] : match.start()], text.words[match.end() : span[1]]
        if not is_before(date, dated or frame.first) or not is_to_come(before, after):
            continue
        reference = f"the text of {say_date(dated)}" if dated else f"the report on {frame.period}"
        next_year = f"{int(date[:4]) + 1}{date[4:]}"
        is_misprint = not is_before(next_year, dated or frame.first) and bool(dated)
        message = f"“{match[0]}” lies in the past, but {reference} speaks of it as still to come"
        message += f"; {say_date(next_year)} may be meant." if is_misprint else "; or the sentence speaks of the past."
        yield _to_finding(text, match, message, "" if is_misprint else "info")


def _check_done(frame: Frame, text: Text, span: tuple[int, int]) -> Iterator[Finding]:
    """Something that was done, at a date that lies behind the meeting or behind the text itself."""
    dated = text.paragraph.as_of
    for match in _DATE.finditer(text.words, *span):
        date, before = parse_date(match[0]), text.words[span[0] : match.start()]
        if not is_told(before, text.words[match.end() : span[1]]):
            continue
        if is_before(frame.meeting, date):
            message = f"“{match[0]}” is told as past, but lies after the meeting of {say_date(frame.meeting)}."
            yield _to_finding(text, match, message)
        elif is_before(dated, date):
            message = f"“{match[0]}” is told as past, but lies after the text's own date, {say_date(dated)}"
            yield _to_finding(text, match, f"{message}; or the text was added to later.", "info")


def _to_finding(text: Text, match: re.Match[str], message: str, severity: str = "") -> Finding:
    line = text.paragraph.locate(match.start(), match.end())
    return Finding("date-order", line, text.subject, message, severity)
