"""Old news: paragraphs of a report that an earlier quarter's report printed with the same words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from pcgraph.model import Row

Tables = Mapping[str, Sequence[Row]]

_QUARTER = re.compile(r"(\d{4})-\d{2}Q([1-4])")


def mark_repeats(tables: Tables) -> tuple[list[Row], list[Row]]:
    """Name the earlier report of every repeated paragraph, and date what it names as old.

    Args:
        tables: Everything that the documents say, with `passages` and `involvements`.

    Returns:
        The rows of `passages` and `involvements`, in their order.
    """
    documents = {row["id"]: row for row in tables["documents"]}
    first = _find_first(tables["passages"], documents)
    passages: list[Row] = [{**row, "repeats": _find_earlier(row, first, documents)} for row in tables["passages"]]
    old = _find_old(passages, documents)
    involvements: list[Row] = [
        {**row, "as_of": row["as_of"] or old.get((row["document"], row["subject"], _first_place(row["line"])), "")}
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


def _find_first(passages: Sequence[Row], documents: Mapping[str, Row]) -> dict[str, str]:
    """The first report, by its period, that prints each paragraph."""
    first: dict[str, str] = {}
    for row in sorted(passages, key=lambda row: (documents[row["document"]]["period"], row["document"])):
        if documents[row["document"]]["period"]:
            first.setdefault(row["digest"], row["document"])
    return first


def _find_earlier(row: Row, first: Mapping[str, str], documents: Mapping[str, Row]) -> str:
    earlier = first.get(row["digest"], "")
    return earlier if earlier and documents[earlier]["period"] < documents[row["document"]]["period"] else ""


def _find_old(passages: Sequence[Row], documents: Mapping[str, Row]) -> dict[tuple[str, str, str], str]:
    """The date of the repeated paragraphs, by document, update and each place where nothing else stands."""
    dates: dict[tuple[str, str, str], set[str]] = {}
    for row in passages:
        date = to_quarter_end(documents[row["repeats"]]["period"]) if row["repeats"] else ""
        for place in _iter_places(row["line"]):
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
