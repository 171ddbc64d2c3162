"""Old news: paragraphs of a report that an earlier quarter's report printed with the same words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from pcgraph.model import Row

Tables = Mapping[str, Sequence[Row]]

_LAST = "9999"
"""Sorts a report whose period is not known behind all others."""

_QUARTER = re.compile(r"(\d{4})-\d{2}Q([1-4])")


def mark_repeats(tables: Tables) -> tuple[list[Row], list[Row]]:
    """Name the earlier report of every repeated paragraph, and date what it names as old.

    Args:
        tables: Everything that the documents say, with `passages` and `involvements`.

    Returns:
        The rows of `passages` and `involvements`, in their order.
    """
    periods = {row["id"]: row["period"] for row in tables["documents"]}
    first = _find_first(tables["passages"], periods)
    passages = [_mark(row, first[row["digest"]], periods) for row in tables["passages"]]
    old = _find_old(passages)
    involvements: list[Row] = [
        {**row, "as_of": old.get((row["document"], row["subject"], _first_place(row["line"]))) or row["as_of"]}
        for row in tables["involvements"]
    ]
    return passages, involvements


def to_quarter_end(period: str) -> str:
    """The last day of a quarter of a financial year, in ISO form, or "".

    >>> to_quarter_end("2019-20Q1"), to_quarter_end("2019-20Q4"), to_quarter_end("")
    ('2019-06-30', '2020-03-31', '')
    """
    match = _QUARTER.fullmatch(period)
    if not match:
        return ""
    year, quarter = int(match[1]), int(match[2])
    month = 4 + 3 * quarter
    first = dt.date(year + (month > 12), (month - 1) % 12 + 1, 1)
    return (first - dt.timedelta(days=1)).isoformat()


def _find_first(passages: Sequence[Row], periods: Mapping[str, str]) -> dict[str, Row]:
    """The passage that printed each paragraph first, by its report's period."""
    first: dict[str, Row] = {}
    for row in sorted(passages, key=lambda row: (periods[row["document"]] or _LAST, row["document"], row["as_of"])):
        first.setdefault(row["digest"], row)
    return first


def _mark(row: Row, first: Row, periods: Mapping[str, str]) -> Row:
    """A passage with the report that printed it first, and that report's date in place of its own.

    The date that stands over a paragraph is that of the update which repeats it.
    """
    earlier = periods[first["document"]]
    if not earlier or earlier >= periods[row["document"]]:
        return {**row, "repeats": ""}
    return {**row, "repeats": first["document"], "as_of": first["as_of"] or to_quarter_end(earlier)}


def _find_old(passages: Sequence[Row]) -> dict[tuple[str, str, str], str]:
    """The date of the repeated paragraphs, by document, update and each place where nothing else stands."""
    dates: dict[tuple[str, str, str], set[str]] = {}
    for row in passages:
        for place in _iter_places(row["line"]):
            date = row["as_of"] if row["repeats"] else ""
            dates.setdefault((row["document"], row["update"], place), set()).add(date)
    return {key: min(found) for key, found in dates.items() if "" not in found}


def _first_place(line: str) -> str:
    return line.partition("-")[0]


def _iter_places(line: str) -> list[str]:
    """Every line of a span of lines; first and last of another span.

    >>> _iter_places("52-54"), _iter_places("t2r4p1-t2r4p2")
    (['52', '53', '54'], ['t2r4p1', 't2r4p2'])
    """
    first, _, last = line.partition("-")
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [first, last] if last else [first]
