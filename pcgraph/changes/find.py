"""Find what changed from one monitoring report to a later one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from pcgraph.changes.compare import compare_reports
from pcgraph.changes.comparison import Comparison
from pcgraph.changes.figures import iter_figures
from pcgraph.changes.partners import iter_partners
from pcgraph.changes.records import CHANGE_KINDS, Change, Changes
from pcgraph.changes.statuses import (
    iter_continued,
    iter_dropped,
    iter_leads,
    iter_new,
    iter_responsible,
    iter_rewordings,
    iter_statuses,
    iter_unchanged_narratives,
)
from pcgraph.model import Row
from pcgraph.store.base import View

_READERS = (
    iter_statuses,
    iter_new,
    iter_continued,
    iter_rewordings,
    iter_responsible,
    iter_leads,
    iter_partners,
    iter_figures,
    iter_unchanged_narratives,
)


class Tabled(Protocol):
    """Anything with the tables of a dataset, such as a `pcgraph.tables.Dataset`."""

    @property
    def tables(self) -> Mapping[str, Sequence[Row]]:
        """Rows by table name."""


def find_changes(dataset: Tabled, earlier: str, later: str, *, theme: str = "", view: View = "all") -> Changes:
    """What changed from one report to a later one.

    Items are paired by deliverable where both reports report on one plan, across plans by the
    table `lineage`. A RAG status is delivery, self-rated. That an item is dropped says that the
    later report does not have it, not that nobody works on it.

    Args:
        dataset: The tables.
        earlier: The id of the earlier report, such as `t2-2023q2`.
        later: The id of the later report.
        theme: The code or id of a theme, such as `T2`, to look at alone.
        view: Which lineage counts: all that is not rejected, agreed only, or (stated) none.

    Raises:
        CallError: A report or theme is not known, or the reports cannot be held against each other.

    Example:
        `find_changes(read_dataset(path), "t2-2023q2", "t2-2023q3").describe()`
    """
    both, notes = compare_reports(dataset.tables, earlier, later, theme=theme, view=view)
    return Changes(both.earlier.id, both.later.id, tuple(_iter_sorted(both)), notes)


def _iter_sorted(both: Comparison) -> Iterator[Change]:
    """Each item's changes together, in the order of the later report; the dropped items last."""
    found = chain.from_iterable(reader(both) for reader in _READERS)
    kinds, places = list(CHANGE_KINDS), _find_places(both)
    yield from sorted(found, key=lambda change: (places[_to_item(change)], kinds.index(change.kind)))
    yield from iter_dropped(both)


def _find_places(both: Comparison) -> dict[tuple[str, str, str, str], int]:
    """The place of each item, which for one of the earlier report is that of the item that it became."""
    order = {item["id"]: place for place, item in enumerate(both.later.items)}
    rows = [(order[pair.later["id"]], pair.earlier) for pair in both.pairs.pairs]
    rows += [(order[item["id"]], item) for item in both.later.items]
    places: dict[tuple[str, str, str, str], int] = {}
    for place, item in rows:
        places.setdefault((item["report"], item["number"], item["deliverable"], item["wording"]), place)
    return places


def _to_item(change: Change) -> tuple[str, str, str, str]:
    return change.document, change.number, change.deliverable, change.wording
