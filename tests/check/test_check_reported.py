"""Checks on what the reports say, and on which reports there are."""

from __future__ import annotations

import pytest

from pcgraph.check import run_checks
from pcgraph.check.profile import CheckRule, Profile
from pcgraph.store import Store
from tests.check.history_edits import (
    add,
    change,
    check_history,
    clear,
    drop,
    find_in_history,
    put,
    report_on,
    take_up,
)
from tests.check.history_faults import read

RURAL_CRIME = "2024-25/T2.2"


def test_update_without_date_names_item_and_report() -> None:
    detail = "No date is printed for item 3 of “Progress on Theme 2 to Quarter 3 of 2023-24”."
    assert check_history("update-without-date") == [("t2-2023q3/3", detail)]


def test_green_needs_a_date_or_a_figure_only() -> None:
    figure = add("figures", update="t2-2023q3/3", what="maps", value="2", unit="count", document="t2-2023q3", line="22")
    assert find_in_history("green-without-date-or-figure", figure) == []
    assert find_in_history("green-without-date-or-figure", put("updates", "t2-2023q3/3", rag="A")) == []
    rejected = change("figures", "update", "t2-2024q1/3", status="rejected"), put("updates", "t2-2024q1/3", dates="")
    assert find_in_history("green-without-date-or-figure", *rejected) == ["t2-2023q3/3", "t2-2024q1/3"]


def test_amber_or_red_runs_along_earlier_versions() -> None:
    detail = "Amber in t2-2023q3 as 2023-24/T2.2, Red in t2-2024q1 (delivery, self-rated)."
    assert check_history("amber-or-red-twice") == [(RURAL_CRIME, detail)]


def test_amber_or_red_is_told_of_the_earlier_version_when_nothing_links_it_to_the_later() -> None:
    detail = "Amber in t2-2023q2, Amber in t2-2023q3 (delivery, self-rated)."
    unlinked = change("lineage", "later", RURAL_CRIME, status="rejected")
    assert check_history("amber-or-red-twice", unlinked) == [("2023-24/T2.2", detail)]


def test_amber_or_red_passes_over_a_report_that_prints_no_letter() -> None:
    edit = put("updates", "t2-2023q3/2", rag="")
    detail = "Amber in t2-2023q2 as 2023-24/T2.2, Red in t2-2024q1 (delivery, self-rated)."
    assert check_history("amber-or-red-twice", edit) == [(RURAL_CRIME, detail)]


@pytest.mark.parametrize("letter", ["G", "W"])
def test_amber_or_red_is_not_twice_running_when_the_report_between_rates_otherwise(letter: str) -> None:
    assert find_in_history("amber-or-red-twice", put("updates", "t2-2023q3/2", rag=letter)) == []


def test_amber_or_red_is_over_when_a_later_report_on_the_same_deliverable_is_green() -> None:
    assert find_in_history("amber-or-red-twice", report_on("t2-2024q2", "2024-25Q2", RURAL_CRIME)) == []


def test_amber_or_red_runs_along_two_steps() -> None:
    edits = [put("updates", "t2-2023q3/2", rag=""), put("updates", "t2-2023q2/2", rag="")]
    edits += [report_on("t2-2022q4", "2022-23Q4", "2021-25/T2.1", rag="R"), take_up("2021-25/T2.1", "2023-24/T2.2")]
    detail = "Red in t2-2022q4 as 2021-25/T2.1, Red in t2-2024q1 (delivery, self-rated)."
    assert check_history("amber-or-red-twice", *edits) == [(RURAL_CRIME, detail)]


def test_narrative_unchanged_names_the_report_that_had_the_words() -> None:
    detail = "Its one paragraph stood in t2-2023q2 already, in the same words."
    assert check_history("narrative-unchanged") == [("t2-2023q3/2", detail)]


def test_narrative_is_unchanged_when_every_paragraph_stood_in_some_report_on_an_earlier_version() -> None:
    second = add("passages", update="t2-2024q1/2", position="2", document="t2-2024q1", repeats="t2-2023q3", digest="7a")
    edits = [change("passages", "update", "t2-2024q1/2", repeats="t2-2023q2"), second]
    found = check_history("narrative-unchanged", *edits)
    assert found[1] == ("t2-2024q1/2", "All its 2 paragraphs stood in t2-2023q2, t2-2023q3 already, in the same words.")


def test_narrative_is_changed_when_one_paragraph_is_new() -> None:
    new = add("passages", update="t2-2023q3/2", position="2", document="t2-2023q3", line="19", digest="7a")
    assert find_in_history("narrative-unchanged", new) == []


def test_narrative_is_not_unchanged_when_the_words_stood_under_another_deliverable() -> None:
    edit = put("updates", "t2-2023q2/2", deliverable="2023-24/T2.3")
    assert find_in_history("narrative-unchanged", edit) == []


def test_stale_update_begins_the_day_after_the_limit() -> None:
    assert find_in_history("stale-update", as_of="2024-10-28") == []
    assert check_history("stale-update", as_of="2024-10-31") == [
        ("t2-2024q1/1", "Its newest date, 2024-07-02, is 121 days before 2024-10-31; the limit is 120."),
        (
            "t2-2024q1/2",
            "Its newest date, 2024-06, counted to its last day, is 123 days before 2024-10-31; the limit is 120.",
        ),
        ("t2-2024q1/3", "Its newest date, 2024-07-02, is 121 days before 2024-10-31; the limit is 120."),
    ]


@pytest.mark.parametrize(
    ("dates", "as_of", "age"),
    [
        ("2024-02-28", "2024-03-01", "2 days"),
        ("2023-02-28", "2023-03-01", "1 day"),
        ("2000-02-28", "2000-03-01", "2 days"),
        ("1900-02-28", "1900-03-01", "1 day"),
        ("2023-12-31", "2024-01-01", "1 day"),
        ("2024-02", "2024-03-01", "1 day"),
        ("2024-12", "2025-01-02", "2 days"),
        ("2023", "2024-12-31", "366 days"),
        ("2022;2023-11-30;2023-11", "2023-12-01", "1 day"),
        ("2019-02-28", "2020-02-29", "366 days"),
    ],
)
def test_stale_update_counts_days_over_months_and_leap_years(dates: str, as_of: str, age: str) -> None:
    strict = Profile((("stale-update", CheckRule(None, is_off=False, limits=(("days", 0),))),))
    found = dict(check_history("stale-update", put("updates", "t2-2024q1/2", dates=dates), as_of=as_of, profile=strict))
    assert f" is {age} before {as_of}; the limit is 0." in found["t2-2024q1/2"]


def test_stale_update_is_not_run_when_no_day_is_given(history_store: Store) -> None:
    report = run_checks(history_store, ["stale-update"])
    assert (report.not_run, report.findings) == (("stale-update",), ())


def test_document_missing_tells_which_themes_and_quarters() -> None:
    assert check_history("document-missing", read("t2-2025q1", "2025-26Q1", "2024-25", "2021-25/T2")) == [
        ("2023-24", "Reports on T2 of this plan were read, none on T1."),
        ("2024-25", "Reports on T2 of this plan were read, none on T1."),
        ("t2-2024q1", "No report on T2 was read for the quarter between 2023-24Q3 and 2024-25Q1."),
        ("t2-2025q1", "No report on T2 was read for the 3 quarters between 2024-25Q1 and 2025-26Q1."),
    ]


@pytest.mark.parametrize("period", ["", "2024-25", "autumn"])
def test_document_missing_counts_no_quarters_when_a_report_has_none(period: str) -> None:
    assert find_in_history("document-missing", put("documents", "t2-2024q1", period=period)) == ["2023-24", "2024-25"]


def test_document_missing_does_not_expect_reports_of_a_plan_without_any() -> None:
    edits = [clear("updates"), clear("passages"), clear("figures"), clear("involvements")]
    edits += [drop("documents", kind="monitoring-report"), clear("contributions"), clear("lineage")]
    edits += [clear("deliverables"), clear("actions"), clear("leads"), clear("statements"), clear("anomalies")]
    assert find_in_history("document-missing", *edits) == []
