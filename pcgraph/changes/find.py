"""Find what changed from one monitoring report to a later one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain
from typing import Protocol

from pcgraph.changes.comparison import Comparison
from pcgraph.changes.figures import iter_figures
from pcgraph.changes.lineage import Ancestry
from pcgraph.changes.pairs import Pairs, pair_items
from pcgraph.changes.partners import iter_partners
from pcgraph.changes.passages import Passages
from pcgraph.changes.records import CHANGE_KINDS, Change, Changes
from pcgraph.changes.reports import Report, Tables, get_reports, list_up_to
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
from pcgraph.errors import CallError
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
    first, second = get_reports(dataset.tables, earlier, later)
    rows = () if view == "stated" else dataset.tables.get("lineage", ())
    ancestry = Ancestry(rows, is_agreed_only=view == "agreed")
    notes = []
    if theme:
        first, second = _narrow(dataset.tables, (first, second), theme)
    elif first.themes & second.themes and first.themes != second.themes:
        shared = first.themes & second.themes
        notes.append(f"Only {', '.join(sorted(shared))} is in both reports; nothing else is held against each other.")
        first, second = (_keep(dataset.tables, report, shared) for report in (first, second))
    pairs = pair_items(first, second, ancestry)
    if first.themes and second.themes and not first.themes & second.themes:
        notes.append(_allow_lineage_alone(first, second, pairs))
        pairs = pairs._replace(gone=(), new=())
    passages = Passages(dataset.tables.get("passages", ()), list_up_to(dataset.tables, first), second.id)
    both = Comparison(dataset.tables, first, second, pairs, passages, ancestry)
    return Changes(first.id, second.id, tuple(_iter_sorted(both)), (*notes, *_iter_notes(both)))


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


def _narrow(tables: Tables, reports: tuple[Report, Report], theme: str) -> tuple[Report, Report]:
    """Both reports' items on one theme.

    Raises:
        CallError: Not both reports are on that theme.
    """
    ids = sorted(reports[0].themes | reports[1].themes)
    chosen = {name for name in ids if theme.strip().casefold() in (name.casefold(), _to_code(name).casefold())}
    if not chosen:
        codes = [_to_code(name) for name in ids]
        close = get_close_matches(theme.upper(), codes, 1)
        hint = f"Did you mean {close[0]}?" if close else f"They report on: {', '.join(ids)}."
        raise CallError(f"Neither report is on a theme “{theme}”.", hint=hint)
    for report in reports:
        if not report.themes & chosen:
            raise CallError(
                f"{report.id} is not on {', '.join(sorted(chosen))}.",
                hint=f"It is on: {', '.join(sorted(report.themes))}.",
            )
    first, second = (_keep(tables, report, chosen) for report in reports)
    return first, second


def _to_code(theme: str) -> str:
    return theme.rpartition("/")[2]


def _keep(tables: Tables, report: Report, themes: Collection[str]) -> Report:
    """A report's items on some themes; those without a deliverable stay where the whole report is on one."""
    known = {row["id"]: row["theme"] for row in tables["deliverables"]}
    items = tuple(item for item in report.items if known.get(item["deliverable"], report.row["theme"]) in themes)
    return report._replace(items=items, themes=report.themes & frozenset(themes))


def _allow_lineage_alone(first: Report, second: Report, pairs: Pairs) -> str:
    """What to say of reports on different themes, of which only what lineage links can be compared.

    Raises:
        CallError: Nothing links them.
    """
    themes = [", ".join(sorted(report.themes)) for report in (first, second)]
    if not pairs.pairs:
        raise CallError(
            f"{first.id} is on {themes[0]}, {second.id} on {themes[1]}: they cannot be held against each other.",
            hint="Choose two reports on one theme, or link their deliverables in the table lineage.",
        )
    return (
        f"{first.id} is on {themes[0]}, {second.id} on {themes[1]}: only what the table lineage links is told, "
        "nothing counts as new or dropped."
    )


def _iter_notes(both: Comparison) -> Iterator[str]:
    """What a reader must know: which judgement the answer rests on, what is missing, what dropped means."""
    ways = [pair.way for pair in both.pairs.pairs if pair.way]
    if any(not way.is_agreed for way in ways):
        yield "Across plans, items are linked by lineage that is proposed, not yet agreed by the office."
    plans = both.earlier.row["plan"], both.later.row["plan"]
    if plans[0] != plans[1] and not both.pairs.pairs:
        yield (
            f"No lineage links {plans[0]} to {plans[1]}: no item could be followed from one plan to the other. "
            "Fill the table with: pcgraph propose lineage"
        )
    if both.pairs.gone:
        yield "Dropped means not in the later report; no mention is not no work."
