"""Dates in order, and said."""

from __future__ import annotations

from pcgraph.dates import MONTHS


def is_before(date: str, other: str) -> bool:
    """Whether one date lies before another; a month alone lies before nothing within itself.

    >>> is_before("2020-01", "2020-09-30"), is_before("2020-09", "2020-09-30")
    (True, False)
    """
    length = min(len(date), len(other))
    return bool(date and other) and date[:length] < other[:length]


def say_date(date: str) -> str:
    """A date for people.

    >>> say_date("2020-09-30"), say_date("2020-01")
    ('30 September 2020', 'January 2020')
    """
    year, month, *day = date.split("-")
    return " ".join([*(part.lstrip("0") for part in day), MONTHS[int(month) - 1].title(), year])
