"""Dates as spans of days: a document says a day, a month or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from pcgraph.network.export.plain import Spell

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def to_spell(text: str) -> Spell | None:
    """The days that a date speaks of; None where it is no date.

    >>> to_spell("2020-02"), to_spell("2019"), to_spell("2020-02-30")
    (('2020-02-01', '2020-02-29'), ('2019-01-01', '2019-12-31'), None)
    """
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()


def merge_spells(spells: Iterable[Spell | None]) -> tuple[Spell, ...]:
    """Spans in their order, those that overlap or follow day upon day made one: Gephi takes no overlapping ones.

    >>> merge_spells([("2020-03-02", "2020-03-02"), None, ("2020-03-01", "2020-03-01"), ("2020-05-01", "2020-05-31")])
    (('2020-03-01', '2020-03-02'), ('2020-05-01', '2020-05-31'))
    """
    merged: list[Spell] = []
    for start, end in sorted(filter(None, spells)):
        if merged and start <= _add_day(merged[-1][1]):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _add_day(day: str) -> str:
    last = date.fromisoformat(day)
    return day if last == date.max else (last + timedelta(days=1)).isoformat()
