"""Outcomes, lineage and history, narrowed and seen through each view."""

from __future__ import annotations

import pytest

from pcgraph.query.run import run_query
from pcgraph.store import Store
from tests.check.history_edits import drop, load_edited, put
from tests.queries.test_queries_answers import ask, ask_codes
from tests.queries.test_queries_partners import ask_pairs


def test_partners_by_outcome_says_of_each_link_whether_it_is_stated_or_judged(history_store: Store) -> None:
    links = {row["link"] for row in ask(history_store, "partners-by-outcome")}
    assert links == {
        "judged: primary (agreed)",
        "judged: primary (proposed by two readings, not yet agreed by the office)",
        "judged: secondary (proposed by two readings, not yet agreed by the office)",
    }
    assert ask_pairs(history_store, "partners-by-outcome", "partner_name", view="stated") == []


def test_partners_by_outcome_takes_only_what_was_agreed(history_store: Store, small_store: Store) -> None:
    # The office agreed to 2024-25/T2.1 for T2A, but not to the parts that Harbour Trust plays there.
    assert ask_pairs(history_store, "partners-by-outcome", "through", view="agreed") == []
    assert ask(small_store, "partners-by-outcome") == []


@pytest.mark.parametrize(
    ("params", "through"),
    [
        ({"outcome": "T1A", "plan": "2024-25"}, ["2024-25/T2.2"]),
        ({"theme": "T1", "partner": "Harbor Trust"}, ["2023-24/T2.2", "2021-25/T1.2"]),
        ({"outcome": "T2A", "partner": "WCC"}, ["2023-24/T2.2"]),
    ],
)
def test_partners_by_outcome_narrow(history_store: Store, params: dict[str, str], through: list[str]) -> None:
    assert [row["through"] for row in ask(history_store, "partners-by-outcome", **params)] == through


def test_measures_by_deliverable_show_a_judged_deliverable_without_measure(history_store: Store) -> None:
    rows = ask(history_store, "measures-by-deliverable", deliverable="2021-25/T1.2")
    assert [(row["outcome_code"], row["measure_code"]) for row in rows] == [("2021-25/T1B", "")]


def test_deliverables_by_outcome_take_only_what_was_agreed(history_store: Store) -> None:
    pairs = ask_pairs(history_store, "deliverables-by-outcome", "outcome_code", "code", view="agreed")
    assert pairs == [("2021-25/T1A", "2021-25/T1.1"), ("2021-25/T2A", "2024-25/T2.1")]


def test_coverage_leaves_empty_what_no_document_that_was_read_could_say(history_store: Store) -> None:
    rows = ask(history_store, "coverage-by-theme", theme="T2", plan="2023-24")
    assert [(row["lead"], row["measure"], row["no_measure"], row["update"]) for row in rows] == [("", "2", "1", "3")]


@pytest.mark.parametrize("code", ["2021-25/T2.1", "2023-24/T2.1", "2024-25/T2.1"])
def test_rag_history_runs_along_lineage_from_any_version(history_store: Store, code: str) -> None:
    rows = ask(history_store, "rag-history", deliverable=code)
    assert [(row["version"], row["period"], row["status"]) for row in rows] == [
        ("2023-24/T2.1", "2023-24Q2", "Green"),
        ("2023-24/T2.1", "2023-24Q3", "Amber"),
        ("2024-25/T2.1", "2024-25Q1", "Green"),
    ]


def test_rag_history_parts_what_the_office_has_not_agreed_to_be_one(history_store: Store) -> None:
    codes = ask_pairs(history_store, "rag-history", "code", "version", view="agreed")
    assert ("2024-25/T2.1", "2023-24/T2.1") in codes
    assert ("2023-24/T2.2", "2023-24/T2.2") in codes


def test_lineage_shows_both_sides_of_a_deliverable(history_store: Store) -> None:
    rows = ask(history_store, "lineage", deliverable="2023-24/T2.1")
    assert [(row["later_code"], row["relation"], row["earlier_code"]) for row in rows] == [
        ("2023-24/T2.1", "Narrows", "2021-25/T2.1"),
        ("2024-25/T2.1", "Widens", "2023-24/T2.1"),
    ]


def test_dropped_deliverables_are_more_where_only_what_was_agreed_counts(history_store: Store) -> None:
    codes = [code for (code,) in ask_pairs(history_store, "dropped-deliverables", "code", view="agreed")]
    assert codes == ["2021-25/T2.1", "2023-24/T2.2", "2023-24/T2.3"]
    assert ask_codes(history_store, "dropped-deliverables", theme="T1") == []


def test_changed_since_compares_with_the_latest_report_and_lists_what_is_new(history_store: Store) -> None:
    rows = ask(history_store, "changed-since", report="t2-2023q2")
    assert [(row["change"], row["earlier_code"], row["was"], row["code"], row["is_now"]) for row in rows] == [
        ("wording changed", "2023-24/T2.1", "Green", "2024-25/T2.1", "Green"),
        ("status moved; wording changed", "2023-24/T2.2", "Amber", "2024-25/T2.2", "Red"),
        ("new", "", "", "2023-24/T2.3", "Green"),
        ("new", "", "", "2024-25/T2.3", "Green"),
    ]
    assert run_query(history_store, "changed-since", {"report": "t2-2024q1"}).rows == ()


def test_dropped_deliverables_count_a_yearly_plan_that_begins_with_the_plan_above_it() -> None:
    edits = [put("plans", "2023-24", start="2021-04-01"), drop("lineage", earlier="2021-25/T2.1")]
    rows = ask(load_edited("history", *edits), "dropped-deliverables")
    assert [(row["code"], row["next_plan"]) for row in rows] == [
        ("2021-25/T2.1", "2023-24"),
        ("2023-24/T2.3", "2024-25"),
    ]
