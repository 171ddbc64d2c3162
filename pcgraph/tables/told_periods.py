"""Times as reports tell them, counted from the report's own quarter: `this quarter`, `July to September`."""

from __future__ import annotations

import re

from pcgraph.dates import MONTHS

_QUARTER = re.compile(r"(\d{4})-\d{2}Q([1-4])")
_LEAD = re.compile(r"^(?:(?:in|during|over|for|of|at|throughout|within)\s+)?(?:the\s+)?")
_THIS = re.compile(r"(?:this|reporting|current) quarter|quarter")
_LAST = re.compile(r"(?:last|previous|preceding|prior) quarter|quarter before")
_NUMBERED = re.compile(r"(?:quarter|qtr|qrt|q) ?([1-4])(?:(?: of| in)? (20\d\d)\s?[-–/]\s?(?:20)?\d\d)?")
_YEAR_FIRST = re.compile(r"(20\d\d)\s?[-–/]\s?(?:20)?\d\d,? (?:quarter|qtr|qrt|q) ?([1-4])")
_MONTH = "|".join(MONTHS)
_MONTHS = re.compile(rf"(?:between |from )?({_MONTH}) (?:and|to|until) ({_MONTH})(?: (20\d\d))?")
_ONE_MONTH = re.compile(rf"(?:month of )?({_MONTH})(?: (20\d\d))?")


def resolve_period(period: str, quarter: str) -> str:
    """A quarter or month of a known year; "" where a time tells of neither, or of one after the report's quarter.

    Args:
        period: The time as printed.
        quarter: The report's quarter, such as 2023-24Q2.

    >>> resolve_period("last quarter", "2023-24Q1"), resolve_period("between July and September", "2023-24Q3")
    ('2022-23Q4', '2023-24Q2')
    >>> resolve_period("in August", "2023-24Q3"), resolve_period("since May", "2023-24Q3")
    ('2023-08', '')
    """
    match = _QUARTER.fullmatch(quarter)
    text = re.sub(r"\s+", " ", _LEAD.sub("", period.lower()))
    if not match or not text:
        return ""
    now = int(match[1]) * 4 + int(match[2]) - 1
    found = _find_quarter(text, now)
    if found is not None:
        return _say_quarter(found) if found <= now else ""
    return _find_month(text, now)


def _find_quarter(text: str, now: int) -> int | None:
    """A quarter as a count of quarters, or None."""
    if _THIS.fullmatch(text):
        return now
    if _LAST.fullmatch(text):
        return now - 1
    if match := _NUMBERED.fullmatch(text):
        return (int(match[2]) if match[2] else now // 4) * 4 + int(match[1]) - 1
    if match := _YEAR_FIRST.fullmatch(text):
        return int(match[1]) * 4 + int(match[2]) - 1
    return _find_three_months(text, now)


def _find_three_months(text: str, now: int) -> int | None:
    """A quarter told by its first and last month; without a year, the latest one that has ended with the report's."""
    match = _MONTHS.fullmatch(text)
    if not match:
        return None
    first, last = MONTHS.index(match[1]), MONTHS.index(match[2])
    if first % 3 or last != first + 2:
        return None
    number = (first // 3 - 1) % 4
    if match[3]:
        return (int(match[3]) - (number == 3)) * 4 + number
    return now - (now - number) % 4


def _say_quarter(count: int) -> str:
    year, number = divmod(count, 4)
    return f"{year}-{(year + 1) % 100:02d}Q{number + 1}"


def _find_month(text: str, now: int) -> str:
    match = _ONE_MONTH.fullmatch(text)
    if not match:
        return ""
    last = now * 3 + 5  # months counted from January of year 0: the report's quarter ends with this one
    month = MONTHS.index(match[1])
    count = int(match[2]) * 12 + month if match[2] else last - (last - month) % 12
    return f"{count // 12}-{count % 12 + 1:02d}" if count <= last else ""
