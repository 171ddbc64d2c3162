"""The two reports that are held against each other: which they are, and whether they can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from pcgraph.errors import CallError
from pcgraph.model import Row

Tables = Mapping[str, Sequence[Row]]

_REPORT_KINDS = ("monitoring-report", "tracker")


class Report(NamedTuple):
    """One monitoring report.

    Attributes:
        row: Its row of `documents`.
        items: Its rows of `updates`, in the order of the document.
        themes: The ids of the themes that it reports on.
    """

    row: Row
    items: tuple[Row, ...]
    themes: frozenset[str]

    @property
    def id(self) -> str:
        """The document's id."""
        return self.row["id"]

    @property
    def deliverables(self) -> dict[str, None]:
        """The ids of the deliverables that it reports on, in its order."""
        return {item["deliverable"]: None for item in self.items if item["deliverable"]}


def get_reports(tables: Tables, earlier: str, later: str) -> tuple[Report, Report]:
    """The two reports, in the order of time.

    Raises:
        CallError: One is not known or is no report, both are the same, or they stand the wrong way round.
    """
    first, second = _get_report(tables, earlier), _get_report(tables, later)
    if first.id == second.id:
        raise CallError(
            f"{first.id} is named twice: a report is held against an earlier one.", hint=_list_reports(tables)
        )
    if _is_after(first.row, second.row):
        raise CallError(
            f"{first.id} ({_to_time(first.row)}) is later than {second.id} ({_to_time(second.row)}).",
            hint=f"Turn them round: --from {second.id} --to {first.id}",
        )
    return first, second


def list_up_to(tables: Tables, report: Report) -> set[str]:
    """The ids of a report and of all those known to be of an earlier period, or of the same."""
    period = report.row["period"]
    return {row["id"] for row in tables["documents"] if row["period"] and row["period"] <= period} | {report.id}


def _get_report(tables: Tables, wanted: str) -> Report:
    documents = {row["id"]: row for row in tables["documents"]}
    row = documents.get(wanted.strip()) or _find_in_other_case(documents, wanted.strip())
    if row is None:
        close = get_close_matches(wanted, _list_ids(tables), 3)
        hint = f"Did you mean {' or '.join(close)}?" if close else _list_reports(tables)
        raise CallError(f"There is no report “{wanted}”.", hint=hint)
    items = tuple(sorted((item for item in tables["updates"] if item["report"] == row["id"]), key=_to_place))
    if row["kind"] not in _REPORT_KINDS:
        kind = row["kind"].replace("-", " ")
        raise CallError(f"{row['id']} is no monitoring report but a {kind}.", hint=_list_reports(tables))
    if not items:
        raise CallError(f"No item was read from {row['id']}.", hint=_list_reports(tables))
    return Report(row, items, _find_themes(tables, row, items))


def _find_in_other_case(documents: Mapping[str, Row], wanted: str) -> Row | None:
    found = [row for name, row in documents.items() if name.casefold() == wanted.casefold()]
    return found[0] if len(found) == 1 else None


def _to_place(item: Row) -> tuple[int, str]:
    """An item's place in its report, which its id ends in."""
    place = item["id"].rpartition("/")[2]
    return (int(place) if place.isdigit() else 0, item["id"])


def _find_themes(tables: Tables, row: Row, items: Sequence[Row]) -> frozenset[str]:
    """The theme on the cover and those of the items' deliverables."""
    themes = {deliverable["id"]: deliverable["theme"] for deliverable in tables["deliverables"]}
    found = {themes.get(item["deliverable"], "") for item in items} | {row["theme"]}
    return frozenset(theme for theme in found if theme)


def _list_ids(tables: Tables) -> list[str]:
    return sorted(row["id"] for row in tables["documents"] if row["kind"] in _REPORT_KINDS)


def _list_reports(tables: Tables) -> str:
    """The reports that were read, oldest first, as a hint."""
    rows = sorted(
        (row for row in tables["documents"] if row["kind"] in _REPORT_KINDS),
        key=lambda row: (row["period"], row["meeting_date"], row["id"]),
    )
    if not rows:
        return "No report was read yet; add one with: pcgraph ingest FILE"
    return f"Reports read: {', '.join(row['id'] for row in rows)}."


def _to_time(row: Row) -> str:
    return row["period"] or row["meeting_date"]


def _is_after(first: Row, second: Row) -> bool:
    """Whether the first report is known to be later: by period, failing that by meeting, or as the newer version."""
    if second["supersedes"] == first["id"]:
        return False
    if first["supersedes"] == second["id"]:
        return True
    periods = _to_comparable(first["period"], second["period"])
    if periods[0] != periods[1]:
        return periods[0] > periods[1]
    dates = first["meeting_date"], second["meeting_date"]
    return all(dates) and dates[0] > dates[1]


def _to_comparable(first: str, second: str) -> tuple[str, str]:
    """Two periods as far as both state them: year and quarter, or the years; nothing where one is missing.

    >>> _to_comparable("2019-20Q4", "2020-21"), _to_comparable("", "2020-21Q1")
    (('2019-20', '2020-21'), ('', ''))
    """
    length = min(len(first), len(second))
    return first[:length], second[:length]
