"""Dates and financial years as British public papers print them."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)

DATE = (
    rf"(?:\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:\d{{4}}|\d{{2}})(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\.?,?\s+\d{{4}}"
    rf"|{_MONTH}\.?,?\s+\d{{4}})"
)
"""A regular expression (to be used ignoring case) for a date as printed."""

_NUMERIC = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{2,4})$")
_NAMED = re.compile(rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?({_MONTH})\.?,?\s+(\d{{4}})$", re.IGNORECASE)
_SPAN = re.compile(r"(?<!\d)(20\d{2})\s?[-–—/]\s?(20\d{2}|\d{2})(?!\d)")
_YEARS_TO_YEARS = re.compile(
    r"(?<!\d)(20\d{2})\s?[-–—/]\s?\d{2}\s+to\s+20\d{2}\s?[-–—/]\s?(\d{2})(?!\d)", re.IGNORECASE
)
_APRIL = 4


def parse_date(text: str) -> str:
    """A printed date in ISO form: day first, a month alone without its day; "" where it is none.

    >>> parse_date("28.3.20"), parse_date("14th May 2020"), parse_date("April 2020"), parse_date("31.31.20")
    ('2020-03-28', '2020-05-14', '2020-04', '')
    """
    text = text.strip()
    if match := _NUMERIC.match(text):
        day, month, year = (int(part) for part in match.groups())
        return _to_iso(year + 2000 if year < 100 else year, month, day)
    if match := _NAMED.match(text):
        day_text, name, year_text = match.groups()
        month = next(i for i, full in enumerate(MONTHS, start=1) if full.startswith(name.lower()[:3]))
        return _to_iso(int(year_text), month, int(day_text)) if day_text else f"{year_text}-{month:02}"
    return ""


def _to_iso(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def parse_spans(text: str) -> list[str]:
    """The spans of years in a text, in the form of a plan's id.

    >>> parse_spans("PLAN 2024/25 TO 2027/28")
    ['2024-28']

    >>> parse_spans("Plan (2018-21), 2019/20 and 2018-2021; 2005-09 is not before 2000 to 1999-00")
    ['2018-21', '2019-20', '2018-21', '2005-09']
    """
    spans = []
    text = _YEARS_TO_YEARS.sub(r"\1-\2", text)
    for first, last in _SPAN.findall(text):
        if int(last[-2:]) > int(first[-2:]):
            spans.append(f"{first}-{last[-2:]}")
    return spans


def count_years(span: str) -> int:
    """How many financial years a plan's span covers.

    >>> count_years("2018-21"), count_years("2019-20")
    (3, 1)
    """
    return int(span[-2:]) - int(span[2:4])


def to_year_days(span: str) -> tuple[str, str]:
    """The first and last day of a span of financial years (1 April to 31 March).

    >>> to_year_days("2018-21")
    ('2018-04-01', '2021-03-31')
    """
    return f"{span[:4]}-04-01", f"{span[:2]}{span[-2:]}-03-31"


def to_financial_year(date: str) -> str:
    """The financial year of an ISO date or month, such as 2018-19 for 2018-06.

    >>> to_financial_year("2018-06"), to_financial_year("2019-02-01")
    ('2018-19', '2018-19')
    """
    year, month = int(date[:4]), int(date[5:7])
    first = year if month >= _APRIL else year - 1
    return f"{first}-{(first + 1) % 100:02}"


def to_date_words(date: str) -> str:
    """A date for people; a month or year alone without what is not known.

    >>> to_date_words("2020-05-14"), to_date_words("2020-03"), to_date_words("")
    ('14 May 2020', 'March 2020', '')
    """
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    name = MONTHS[int(month) - 1].capitalize() if month else ""
    return " ".join(filter(None, (day.lstrip("0"), name, year)))
