"""Which report a paper is about: the report, its theme, the report before it; and what is wrong with the call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from pcgraph.errors import CallError
from pcgraph.model import Row

Tables = Mapping[str, Sequence[Row]]

_KINDS = ("monitoring-report", "tracker")
_NOTHING_READ = "No report was read yet; add one with: pcgraph ingest FILE"


class Choice(NamedTuple):
    """What a paper is made of.

    Attributes:
        report: The report's row of `documents`.
        theme: Its theme's row of `themes`.
        updates: Its rows of `updates` on that theme, in the order of the document.
        earlier: The earlier report's row, or None where none was read.
    """

    report: Row
    theme: Row
    updates: tuple[Row, ...]
    earlier: Row | None


def choose(tables: Tables, *, theme: str, report: str, earlier: str = "") -> Choice:
    """Find the report, its theme and the report to compare it with.

    Args:
        tables: The dataset's tables.
        theme: A theme's code or id, such as T3; "" for the report's own.
        report: A report's id.
        earlier: The id of the report to compare with; the newest one before it on the theme unless given.

    Raises:
        CallError: A name is not known, the document is no report, or reports on another theme, or on several.
    """
    row = _get_report(tables, report)
    items = _find_items(tables, row)
    chosen = _choose_theme(tables, row, items, theme)
    before = _get_report(tables, earlier) if earlier else _find_earlier(tables, row, chosen)
    row_of_theme = next(item for item in tables["themes"] if item["id"] == chosen)
    return Choice(row, row_of_theme, items[chosen], before)


def get_place(update: Row) -> str:
    """An item's place in its report, which its id ends in; 0 where it is no number."""
    place = update["id"].rpartition("/")[2]
    return place if place.isdecimal() else "0"


def _get_report(tables: Tables, wanted: str) -> Row:
    reports = [row["id"] for row in tables["documents"] if row["kind"] in _KINDS]
    found = next((row for row in tables["documents"] if _is_called(row["id"], wanted)), None)
    if found is None:
        raise CallError(f"There is no report “{wanted}”.", hint=_suggest(wanted, reports, "Reports read"))
    if found["kind"] not in _KINDS:
        kind = found["kind"].replace("-", " ")
        raise CallError(f"{found['id']} is no monitoring report but a {kind}.", hint=_list(reports, "Reports read"))
    return found


def _is_called(identifier: str, wanted: str) -> bool:
    """Whether an id, or the code that it ends in, is what the user typed, in whatever case."""
    typed = wanted.strip().casefold()
    return typed in (identifier.casefold(), identifier.rpartition("/")[2].casefold())


def _find_items(tables: Tables, report: Row) -> dict[str, tuple[Row, ...]]:
    """The report's items by theme: its own, or where it names none, each item's.

    Raises:
        CallError: No item was read from it.
    """
    themes = {row["id"]: row["theme"] for row in tables["deliverables"]}
    updates = [row for row in tables["updates"] if row["report"] == report["id"]]
    found: dict[str, list[Row]] = {}
    for update in sorted(updates, key=lambda row: (int(get_place(row)), row["id"])):
        if theme := report["theme"] or themes.get(update["deliverable"], ""):
            found.setdefault(theme, []).append(update)
    if not found:
        raise CallError(f"No item of a theme was read from {report['id']}.", hint="Ingest the document again.")
    return {theme: tuple(rows) for theme, rows in found.items()}


def _choose_theme(tables: Tables, report: Row, own: Iterable[str], wanted: str) -> str:
    """The theme that the user means, which the report must be on.

    Raises:
        CallError: There is no such theme, the report is on another, or it is on several and none is named.
    """
    codes = sorted({theme.rpartition("/")[2] for theme in own})
    fitting = [theme for theme in own if not wanted or _is_called(theme, wanted)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise CallError(
            f"{report['id']} reports on {' and '.join(codes)}.", hint=f"Add --theme {codes[0]}, or another."
        )
    known = [row["id"].rpartition("/")[2] for row in tables["themes"]]
    if not any(_is_called(row["id"], wanted) for row in tables["themes"]):
        raise CallError(f"There is no theme “{wanted}”.", hint=_suggest(wanted.upper(), known, "Themes"))
    raise CallError(
        f"{report['id']} reports on {' and '.join(codes)}, not on {wanted}.", hint=f"Use --theme {' or '.join(codes)}."
    )


def _suggest(wanted: str, known: Iterable[str], lead: str) -> str:
    names = sorted(set(known))
    close = get_close_matches(wanted, names, 3)
    return f"Did you mean {' or '.join(close)}?" if close else _list(names, lead)


def _list(names: Iterable[str], lead: str) -> str:
    listed = ", ".join(sorted(set(names)))
    return f"{lead}: {listed}." if listed else _NOTHING_READ


def _find_earlier(tables: Tables, report: Row, theme: str) -> Row | None:
    """The newest report on the theme whose period, or meeting within one period, lies before this one's."""
    deliverables = {row["id"] for row in tables["deliverables"] if row["theme"] == theme}
    told = {row["report"] for row in tables["updates"] if row["deliverable"] in deliverables}
    before = [
        row
        for row in tables["documents"]
        if row["kind"] in _KINDS and row["id"] in told and _to_time(row) < _to_time(report)
    ]
    return max(before, key=_to_time, default=None)


def _to_time(row: Row) -> tuple[str, str]:
    return row["period"], row["meeting_date"]
