"""Figures that an item newly reports, or reports with another value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from pcgraph.changes.comparison import Comparison, RowsByText, group_rows, make_change
from pcgraph.changes.records import Change
from pcgraph.changes.words import show_figure, to_words
from pcgraph.model import Row

MISPRINT = 0.88
"""From this resemblance (Indel, 0 to 1) two words that begin alike are one word, misspelt."""

_SMALL = frozenset("a an and at by for from in of on our per the their this to total number with".split())
_LONG_WORD = 6


def iter_figures(both: Comparison) -> Iterator[Change]:
    """New figures and new values, in the order of the later report; not what an old paragraph repeats."""
    figures = group_rows([row for row in both.tables["figures"] if row["status"] != "rejected"], "update")
    for item in both.list_later_items():
        rows = [row for row in figures.get(item["id"], ()) if not both.passages.is_old(item["id"], row["line"])]
        yield from _iter_item(both, item, rows, figures)


def _iter_item(both: Comparison, item: Row, rows: Sequence[Row], figures: RowsByText) -> Iterator[Change]:
    old = [row for before in both.pairs.list_before(item) for row in figures.get(before["id"], ())]
    for row, before in match_figures(old, sorted(rows, key=_to_order)):
        after = show_figure(row)
        if before is None:
            yield make_change("figure", item, after=after, detail=f"New figure: {row['what']}.", line=row["line"])
        else:
            detail = f"Another value: {row['what']}" + _describe_move(before, row)
            yield make_change(
                "figure", item, before=show_figure(before), after=after, detail=f"{detail}.", line=row["line"]
            )


def _to_order(row: Row) -> tuple[list[int], str, str]:
    return [int(number) for number in re.findall(r"\d+", row["line"])], row["what"], row["value"]


def _describe_move(before: Row, after: Row) -> str:
    move = "up" if float(after["value"]) > float(before["value"]) else "down"
    named = f", named “{before['what']}” before" if to_words(before["what"]) != to_words(after["what"]) else ""
    return f", {move}{named}"


def match_figures(old: Sequence[Row], new: Sequence[Row]) -> Iterator[tuple[Row, Row | None]]:
    """New figures, each with the one that it replaces, or None where the thing was not counted before.

    A figure that was given before with the same value is left out. One value is taken for another's
    successor where there is one candidate only: of the same period, failing that, of all.

    Args:
        old: What the earlier report counts.
        new: What the later report counts.
    """
    known = [row for row in new if any(_is_same_value(other, row) for other in old)]
    kept = [other for other in old if any(_is_same_value(other, row) for row in known)]
    fresh = [row for row in new if row not in known]
    for row in fresh:
        same = [other for other in old if is_same_thing(other, row)]
        free = [other for other in same if other not in kept]
        rivals = [other for other in fresh if other is not row and is_same_thing(other, row)]
        yield row, _choose(free or same, row, rivals)


def _choose(candidates: Sequence[Row], row: Row, rivals: Sequence[Row]) -> Row | None:
    """The only candidate of the same period, or the only one at all, where no other figure claims it."""
    for old, claims in ((_pick_period(candidates, row), _pick_period(rivals, row)), (candidates, rivals)):
        if len(old) == 1 and not claims:
            return old[0]
    return None


def _pick_period(rows: Sequence[Row], row: Row) -> list[Row]:
    return [other for other in rows if other["period"] == row["period"]]


def _is_same_value(one: Row, other: Row) -> bool:
    return float(one["value"]) == float(other["value"]) and is_same_thing(one, other)


def is_same_thing(one: Row, other: Row) -> bool:
    """Whether two figures count the same thing in the same unit.

    Their words must be the same but for small words, plurals and misprints of long words: what
    is counted for one town, year or sex is not what is counted for another.

    >>> row = {"unit": "count", "what": "number of the visits to farms"}
    >>> is_same_thing(row, {"unit": "count", "what": "visits to farm"})
    True
    >>> is_same_thing(row, {"unit": "count", "what": "visits to shops"})
    False
    """
    if one["unit"] != other["unit"]:
        return False
    first, second = _to_stems(one["what"]), _to_stems(other["what"])
    left, right = sorted(first - second), sorted(second - first)
    return len(left) == len(right) and all(_is_misprint(*pair) for pair in zip(left, right, strict=True))


def _is_misprint(one: str, other: str) -> bool:
    is_long = min(len(one), len(other)) >= _LONG_WORD and one.isalpha() and other.isalpha()
    return is_long and one[0] == other[0] and fuzz.ratio(one, other) >= 100 * MISPRINT


def _to_stems(what: str) -> frozenset[str]:
    """The words that tell what is counted, without the ending of the plural."""
    words = [re.sub(r"'s?$", "", word) for word in to_words(what)]
    return frozenset(re.sub(r"(?<=[^\Ws])s$", "", re.sub(r"ies$", "y", word)) for word in words if word not in _SMALL)
