"""Hold two reports against each other: which items are the same, and what a reader must know of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from pcgraph.changes.comparison import Comparison
from pcgraph.changes.lineage import Ancestry
from pcgraph.changes.pairs import Pairs, pair_items
from pcgraph.changes.passages import Passages
from pcgraph.changes.reports import Report, Tables, get_reports, list_up_to
from pcgraph.errors import CallError
from pcgraph.store.base import View


def compare_reports(
    tables: Tables, earlier: str, later: str, *, theme: str = "", view: View = "all"
) -> tuple[Comparison, tuple[str, ...]]:
    """Two reports, narrowed to the themes that both are on, with their items paired.

    Args:
        tables: The dataset's tables.
        earlier: The id of the earlier report, such as `t2-2023q2`.
        later: The id of the later report.
        theme: The code or id of a theme, such as `T2`, to look at alone.
        view: What counts of lineage and of partners' parts: all that is not rejected, what the office
            agreed to, or (stated) no lineage.

    Returns:
        The comparison, and what a reader must know of it, one sentence each.

    Raises:
        CallError: A report or theme is not known, or the reports cannot be held against each other.
    """
    first, second = get_reports(tables, earlier, later)
    rows = () if view == "stated" else tables.get("lineage", ())
    ancestry = Ancestry(rows, is_agreed_only=view == "agreed")
    if view == "agreed":
        tables = {**tables, "involvements": [row for row in tables["involvements"] if row["status"] == "agreed"]}
    notes = []
    if theme:
        first, second = _narrow(tables, (first, second), theme)
    elif first.themes & second.themes and first.themes != second.themes:
        shared = first.themes & second.themes
        notes.append(f"Only {', '.join(sorted(shared))} is in both reports; nothing else is held against each other.")
        first, second = (_keep(tables, report, shared) for report in (first, second))
    pairs = pair_items(first, second, ancestry)
    if first.themes and second.themes and not first.themes & second.themes:
        notes.append(_allow_lineage_alone(first, second, pairs))
        pairs = pairs._replace(gone=(), new=())
    elif _is_untied(first, second, pairs):
        pairs = pairs._replace(gone=(), new=())  # every item would be new, and every earlier one gone
    passages = Passages(tables.get("passages", ()), list_up_to(tables, first), second.id)
    both = Comparison(tables, first, second, pairs, passages, ancestry)
    return both, (*notes, *_iter_notes(both, view))


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


def _is_untied(first: Report, second: Report, pairs: Pairs) -> bool:
    """Whether two reports are on different plans that no lineage that counts ties to each other."""
    return first.row["plan"] != second.row["plan"] and not pairs.pairs


_MISSING_LINEAGE = {
    "all": "No lineage links {} to {}",
    "agreed": "The office has agreed to no lineage that links {} to {}",
    "stated": "No document states which item of {} goes on in {}",
}
"""Why no item could be followed from one plan to the other, in each view."""


def _iter_notes(both: Comparison, view: View) -> Iterator[str]:
    """What a reader must know: which judgement the answer rests on, what is missing, what dropped means."""
    ways = [pair.way for pair in both.pairs.pairs if pair.way]
    if any(not way.is_agreed for way in ways):
        yield "Across plans, items are linked by lineage that is proposed, not yet agreed by the office."
    if _is_untied(both.earlier, both.later, both.pairs):
        missing = _MISSING_LINEAGE[view].format(both.earlier.row["plan"], both.later.row["plan"])
        yield f"{missing}, so nothing is said of what changed. Judge it with: pcgraph propose lineage."
    if both.pairs.gone:
        yield "Dropped means not in the later report; no mention is not no work."
