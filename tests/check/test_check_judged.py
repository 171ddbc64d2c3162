"""Checks on what was judged: outcomes, measures, earlier and later versions."""

from __future__ import annotations

from tests.check.history_edits import (
    add,
    change,
    check_history,
    clear,
    drop,
    find_in_history,
    judge,
    name,
    put,
    take_up,
)

ONLY_HARBOUR = (
    drop("involvements", entity="northmoor-university"),
    drop("involvements", entity="westmarch-county-council"),
)


def test_deliverable_is_without_outcome_when_its_only_link_was_rejected() -> None:
    edit = change("contributions", "deliverable", "2024-25/T2.1", status="rejected")
    assert find_in_history("deliverable-without-outcome", edit) == ["2024-25/T2.1", "2024-25/T2.3"]


def test_deliverable_without_measure_says_when_the_outcome_has_none() -> None:
    assert check_history("deliverable-without-measure") == [
        ("2021-25/T1.2", "Judged to help 2021-25/T1B; the plan states no measure there."),
        ("2023-24/T2.2", "Judged to help 2021-25/T1A, 2021-25/T2A; no measure there is judged to show it."),
    ]


def test_deliverable_without_measure_does_not_speak_of_what_nobody_judged() -> None:
    assert find_in_history("deliverable-without-measure", clear("contributions")) == []


def test_outcome_without_deliverable_counts_what_was_judged_of_its_theme() -> None:
    edits = [drop("contributions", outcome="2021-25/T1B"), drop("contributions", deliverable="2021-25/T1.2")]
    assert check_history("outcome-without-deliverable", *edits) == [
        (
            "2021-25/T1B",
            "Of its theme's deliverables 1 of 2 are judged; none of them, and none of another theme, "
            "is judged to help it.",
        )
    ]


def test_outcome_is_not_without_deliverable_when_nobody_judged_its_theme() -> None:
    assert find_in_history("outcome-without-deliverable", clear("contributions")) == []


def test_outcome_is_not_without_deliverable_when_one_of_another_theme_helps() -> None:
    edits = [drop("contributions", outcome="2021-25/T1B"), judge("2024-25/T2.3", "2021-25/T1B")]
    assert find_in_history("outcome-without-deliverable", *edits) == []


def test_measure_counts_as_named_when_its_heading_is() -> None:
    edit = change("contributions", "measures", "2021-25/T1A.1.a", measures="2021-25/T1A.1")
    assert find_in_history("measure-without-deliverable", edit) == ["2021-25/T1A.2"]


def test_part_of_a_measure_is_without_deliverable_when_only_another_part_is_named() -> None:
    part = {"id": "2021-25/T1A.1.b", "parent": "2021-25/T1A.1", "outcome": "2021-25/T1A", "title": "At home"}
    edit = add("measures", **part, document="strategy-2021-25", line="8")
    assert check_history("measure-without-deliverable", edit)[0] == (
        "2021-25/T1A.1.b",
        "3 deliverables are judged to help 2021-25/T1A; none of them would show here. "
        "It is a part of “People killed or seriously harmed”.",
    )


def test_measure_is_reported_at_the_top_of_a_branch_that_nobody_names() -> None:
    edit = change("contributions", "outcome", "2021-25/T1A", measures="")
    assert find_in_history("measure-without-deliverable", edit) == ["2021-25/T1A.1", "2021-25/T1A.2"]


def test_measure_is_not_without_deliverable_when_nothing_is_judged_to_help_its_outcome() -> None:
    assert find_in_history("measure-without-deliverable", drop("contributions", outcome="2021-25/T1A")) == []


def test_contribution_unreviewed_tells_who_proposed_it_how_sure_and_why() -> None:
    edits = [
        clear("contributions"),
        judge("2021-25/T1.1", "2021-25/T1A", by="reading-a;reading-b", confidence="low", rationale="It helps"),
        judge("2021-25/T1.2", "2021-25/T1B", by="Analyst", status=""),
        judge("2021-25/T2.1", "2021-25/T2A", status="agreed"),
        judge("2021-25/T2.1", "2021-25/T1A", rank="secondary", status="rejected"),
    ]
    assert check_history("contribution-unreviewed", *edits) == [
        (
            "2021-25/T1.1/2021-25/T1A",
            "Proposed by two readings, not yet agreed by the office; confidence low. Why: It helps.",
        ),
        ("2021-25/T1.2/2021-25/T1B", "Proposed, not yet agreed by the office. Why: It helps."),
    ]


def test_single_partner_outcome_tells_what_it_rests_on() -> None:
    board = add("entities", id="farm-board", kind="partnership", name="Farm Board", status="agreed", by="x")
    edits = [*ONLY_HARBOUR, board, name("2021-25/T1.1", "farm-board")]
    assert check_history("single-partner-outcome", *edits) == [
        (
            "2021-25/T1A",
            "Harbour Trust is the only partner named as helping deliver the 3 deliverables judged to help it "
            "(reports were read on 2 of them). Partnership bodies, counted apart: Farm Board.",
        ),
        (
            "2021-25/T2A",
            "Harbour Trust is the only partner named as helping deliver the 5 deliverables judged to help it "
            "(reports were read on 4 of them).",
        ),
    ]


def test_outcome_does_not_rely_on_one_partner_when_no_report_on_it_was_read() -> None:
    only_t1b = drop("contributions", outcome="2021-25/T1A"), drop("contributions", outcome="2021-25/T2A")
    assert find_in_history("single-partner-outcome", *only_t1b) == []


def test_deliverable_not_found_names_the_next_plan_and_proves_nothing() -> None:
    assert check_history("not-found-in-next-plan") == [
        (
            "2023-24/T2.3",
            "None of the 3 deliverables of 2024-25 on its theme is judged to take it up: "
            "not found in the next plan that was read; not proof that the work ended.",
        )
    ]


def test_deliverable_is_looked_for_in_the_first_later_plan_that_was_held_against_earlier_ones() -> None:
    edits = [drop("deliverables", id=f"2023-24/T2.{number}") for number in (1, 3)]
    edits += [drop(table, **{key: f"2023-24/T2.{number}"}) for number in (1, 3) for table, key in _REFERENCES]
    edits.append(drop("updates", deliverable="2023-24/T2.1"))
    edits.append(take_up("2021-25/T1.1", "2023-24/T2.2"))
    assert check_history("not-found-in-next-plan", *edits) == [
        (
            "2021-25/T2.1",
            "The one deliverable of 2023-24 on its theme is not judged to take it up: "
            "not found in the next plan that was read; not proof that the work ended.",
        )
    ]


def test_deliverable_is_found_when_a_plan_after_the_next_takes_it_up() -> None:
    edits = [drop("lineage", later="2023-24/T2.1"), take_up("2021-25/T2.1", "2024-25/T2.3")]
    assert find_in_history("not-found-in-next-plan", *edits) == ["2023-24/T2.3"]


def test_deliverable_is_not_missing_when_nobody_held_the_plans_against_each_other() -> None:
    assert find_in_history("not-found-in-next-plan", clear("lineage")) == []


_REFERENCES = (
    ("updates", "deliverable"),
    ("contributions", "deliverable"),
    ("lineage", "later"),
    ("lineage", "earlier"),
)


def test_not_found_speaks_of_a_yearly_plan_that_begins_with_the_plan_above_it() -> None:
    # 2021-25/T2.1 loses its link; 2023-24, a part of 2021-25, begins on the same day and was held against it.
    edits = [put("plans", "2023-24", start="2021-04-01"), drop("lineage", earlier="2021-25/T2.1")]
    edits.append(take_up("2021-25/T1.2", "2023-24/T2.2"))
    assert find_in_history("not-found-in-next-plan", *edits) == ["2021-25/T2.1", "2023-24/T2.3"]
    assert find_in_history("not-found-in-next-plan", edits[0]) == ["2023-24/T2.3"]
