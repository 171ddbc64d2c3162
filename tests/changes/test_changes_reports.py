"""Which reports can be held against each other, and what is said where they cannot."""

from __future__ import annotations

import pytest

from pcgraph.changes import find_changes
from pcgraph.errors import CallError
from pcgraph.tables import Dataset
from tests.changes.conftest import add_rows, change_cells, keep_rows, make_row


def refuse(dataset: Dataset, earlier: str, later: str, theme: str = "") -> tuple[str, str]:
    with pytest.raises(CallError) as caught:
        find_changes(dataset, earlier, later, theme=theme)
    return caught.value.message, caught.value.hint


def test_report_is_offered_when_its_name_is_misspelt(history: Dataset) -> None:
    message, hint = refuse(history, "t2-2032q2", "t2-2023q3")
    assert message == "There is no report “t2-2032q2”."
    assert hint.startswith("Did you mean t2-2023q2")


def test_reports_are_listed_when_nothing_is_close(history: Dataset) -> None:
    assert refuse(history, "xyz", "t2-2023q3")[1] == "Reports read: t2-2023q2, t2-2023q3, t2-2024q1."


def test_report_is_found_when_its_case_differs(history: Dataset) -> None:
    assert find_changes(history, "T2-2023Q2", " t2-2023q3 ").earlier == "t2-2023q2"


def test_document_is_refused_when_it_is_no_report(history: Dataset) -> None:
    message, _ = refuse(history, "strategy-2021-25", "t2-2023q3")
    assert message == "strategy-2021-25 is no monitoring report but a strategic framework."


def test_report_is_refused_when_no_item_was_read(history: Dataset) -> None:
    data = keep_rows(history, "updates", report="t2-2024q1")
    assert refuse(data, "t2-2023q3", "t2-2024q1")[0] == "No item was read from t2-2024q1."


def test_reports_are_refused_when_both_are_one(history: Dataset) -> None:
    message, _ = refuse(history, "t2-2023q2", "t2-2023q2")
    assert message == "t2-2023q2 is named twice: a report is held against an earlier one."


def test_reports_are_refused_when_the_wrong_way_round(history: Dataset) -> None:
    assert refuse(history, "t2-2024q1", "t2-2023q2") == (
        "t2-2024q1 (2024-25Q1) is later than t2-2023q2 (2023-24Q2).",
        "Turn them round: --from t2-2023q2 --to t2-2024q1",
    )


def test_reports_are_refused_by_their_meetings_when_no_period_is_printed(history: Dataset) -> None:
    data = change_cells(history, "documents", {"kind": "monitoring-report"}, period="")
    message, _ = refuse(data, "t2-2023q3", "t2-2023q2")
    assert message == "t2-2023q3 (2024-02-08) is later than t2-2023q2 (2023-11-09)."


def test_newer_version_counts_as_later_when_it_supersedes(history: Dataset) -> None:
    data = change_cells(history, "documents", {"id": "t2-2023q2"}, supersedes="t2-2023q3", period="2023-24Q3")
    assert refuse(data, "t2-2023q2", "t2-2023q3")[1] == "Turn them round: --from t2-2023q3 --to t2-2023q2"
    assert find_changes(data, "t2-2023q3", "t2-2023q2").later == "t2-2023q2"


def move_to_other_theme(history: Dataset) -> Dataset:
    """The report of the next plan on theme 1."""
    data = change_cells(history, "documents", {"id": "t2-2024q1"}, theme="2021-25/T1")
    return change_cells(data, "deliverables", {"plan": "2024-25"}, theme="2021-25/T1")


def test_reports_are_refused_when_their_themes_differ_and_nothing_links_them(history: Dataset) -> None:
    data = keep_rows(move_to_other_theme(history), "lineage", status="proposed")
    data = keep_rows(data, "lineage", status="agreed")
    message, hint = refuse(data, "t2-2023q3", "t2-2024q1")
    assert message == "t2-2023q3 is on 2021-25/T2, t2-2024q1 on 2021-25/T1: they cannot be held against each other."
    assert hint == "Choose two reports on one theme, or link their deliverables in the table lineage."


def test_reports_on_different_themes_tell_lineage_alone_when_it_links_them(history: Dataset) -> None:
    changes = find_changes(move_to_other_theme(history), "t2-2023q3", "t2-2024q1")
    assert {item.kind for item in changes.items}.isdisjoint({"new", "dropped"})
    assert [item.deliverable for item in changes.items if item.kind == "continued"] == ["2024-25/T2.1", "2024-25/T2.2"]
    assert changes.notes[0] == (
        "t2-2023q3 is on 2021-25/T2, t2-2024q1 on 2021-25/T1: only what the table lineage links is told, "
        "nothing counts as new or dropped."
    )


def add_item_of_theme_1(history: Dataset) -> Dataset:
    """Quarter 3 reports on a deliverable of theme 1 as well."""
    row = make_row(
        "updates", id="t2-2023q3/4", report="t2-2023q3", number="4", deliverable="2021-25/T1.2", wording="x", line="30"
    )
    return add_rows(history, "updates", row)


def test_theme_that_one_report_lacks_is_left_out_when_they_share_another(history: Dataset) -> None:
    changes = find_changes(add_item_of_theme_1(history), "t2-2023q2", "t2-2023q3")
    assert "2021-25/T1.2" not in {item.deliverable for item in changes.items}
    assert changes.notes == ("Only 2021-25/T2 is in both reports; nothing else is held against each other.",)


@pytest.mark.parametrize("theme", ["T2", "t2", "2021-25/T2"])
def test_theme_narrows_the_items_when_given(history: Dataset, theme: str) -> None:
    changes = find_changes(add_item_of_theme_1(history), "t2-2023q2", "t2-2023q3", theme=theme)
    assert changes.items == find_changes(history, "t2-2023q2", "t2-2023q3").items


def test_theme_is_refused_when_neither_report_has_it(history: Dataset) -> None:
    message, hint = refuse(history, "t2-2023q2", "t2-2023q3", theme="T4")
    assert message == "Neither report is on a theme “T4”."
    assert hint in ("Did you mean T2?", "They report on: 2021-25/T2.")


def test_theme_is_refused_when_only_one_report_has_it(history: Dataset) -> None:
    assert refuse(add_item_of_theme_1(history), "t2-2023q2", "t2-2023q3", theme="T1") == (
        "t2-2023q2 is not on 2021-25/T1.",
        "It is on: 2021-25/T2.",
    )
