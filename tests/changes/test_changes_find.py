"""What changed between the reports of the made-up force, counted by hand from its tables."""

from __future__ import annotations

from pcgraph.changes import CHANGE_KINDS, Change, find_changes
from pcgraph.tables import Dataset, read_dataset
from tests.changes.conftest import add_rows, change_cells, keep_rows, make_row
from tests.conftest import REAL_DATA


def pick(dataset: Dataset, earlier: str, later: str, kind: str) -> list[Change]:
    return [item for item in find_changes(dataset, earlier, later).items if item.kind == kind]


def brief(changes: list[Change]) -> list[tuple[str, str, str]]:
    return [(item.deliverable, item.before, item.after) for item in changes]


def test_changes_tell_the_quarter_when_both_reports_are_of_one_plan(history: Dataset) -> None:
    changes = find_changes(history, "t2-2023q2", "t2-2023q3")
    told = [(item.kind, item.number, item.before, item.after, item.document, item.line) for item in changes.items]
    assert told == [
        ("rag", "1", "Green", "Amber", "t2-2023q3", "12"),
        ("partner", "1", "", "Harbour Trust", "t2-2023q3", "13"),
        ("figure", "1", "12", "15", "t2-2023q3", "14"),
        ("figure", "1", "37", "44", "t2-2023q3", "15"),
        (
            "wording",
            "2",
            "Improve the response to rural crime",
            "Improve the partnership response to rural crime",
            "t2-2023q3",
            "17",
        ),
        ("narrative-unchanged", "2", "", "", "t2-2023q3", "18-19"),
        ("new", "3", "", "Green", "t2-2023q3", "21"),
    ]
    assert changes.describe() == (
        "1 moved to Amber, 1 new, 1 worded otherwise, 1 partner newly named, 2 figures with other values, "
        "1 narrative unchanged"
    )
    assert changes.notes == ()


def test_changes_explain_themselves_when_told(history: Dataset) -> None:
    details = [item.detail for item in find_changes(history, "t2-2023q2", "t2-2023q3").items]
    assert details == [
        "Delivery, self-rated: Green to Amber, worse.",
        "Partner newly named: supports; named under no. 2 before.",
        "Another value: shops in the radio link, up.",
        "Another value: offences, up.",
        "“partnership” put in",
        "1 paragraph with the same words as in t2-2023q2.",
        "Not in t2-2023q2; both reports were read.",
    ]


def test_changes_follow_lineage_when_the_plan_is_another(history: Dataset) -> None:
    assert brief(pick(history, "t2-2023q3", "t2-2024q1", "continued")) == [
        ("2024-25/T2.1", "2023-24/T2.1", "2024-25/T2.1"),
        ("2024-25/T2.2", "2023-24/T2.2", "2024-25/T2.2"),
    ]
    assert brief(pick(history, "t2-2023q3", "t2-2024q1", "rag")) == [
        ("2024-25/T2.1", "Amber", "Green"),
        ("2024-25/T2.2", "Amber", "Red"),
    ]
    details = [item.detail for item in pick(history, "t2-2023q3", "t2-2024q1", "rag")]
    assert details == [
        "Delivery, self-rated: Amber to Green, better; 2024-25/T2.1 widens 2023-24/T2.1 (agreed).",
        "Delivery, self-rated: Amber to Red, worse; 2024-25/T2.2 continues 2023-24/T2.2 "
        "(proposed, not yet agreed by the office).",
    ]


def test_changes_drop_an_item_when_its_lineage_was_rejected(history: Dataset) -> None:
    (dropped,) = pick(history, "t2-2023q3", "t2-2024q1", "dropped")
    assert dropped[:6] == ("dropped", "3", "2023-24/T2.3", "Publish the town safety map", "Green", "")
    assert dropped.detail == "Not in t2-2024q1; both reports were read. No mention is not no work."
    assert (dropped.document, dropped.line) == ("t2-2023q3", "21")
    assert brief(pick(history, "t2-2023q3", "t2-2024q1", "new")) == [("2024-25/T2.3", "", "Green")]


def test_changes_say_where_a_dropped_item_goes_on_when_the_later_report_leaves_it_out(history: Dataset) -> None:
    data = keep_rows(history, "updates", id="t2-2024q1/1")
    dropped = pick(data, "t2-2023q3", "t2-2024q1", "dropped")
    assert dropped[0].detail.endswith("It goes on as 2024-25/T2.1, which t2-2024q1 does not report on.")


def test_changes_leave_proposed_lineage_out_when_agreed_only(history: Dataset) -> None:
    changes = find_changes(history, "t2-2023q3", "t2-2024q1", view="agreed")
    continued = [item.deliverable for item in changes.items if item.kind == "continued"]
    dropped = [item.deliverable for item in changes.items if item.kind == "dropped"]
    assert (continued, dropped) == (["2024-25/T2.1"], ["2023-24/T2.2", "2023-24/T2.3"])
    assert changes.notes == ("Dropped means not in the later report; no mention is not no work.",)


def test_changes_say_that_no_lineage_links_the_plans_when_stated_only(history: Dataset) -> None:
    changes = find_changes(history, "t2-2023q3", "t2-2024q1", view="stated")
    assert changes.items == ()
    assert changes.notes == (
        "No document states which item of 2023-24 goes on in 2024-25, so nothing is said of what changed. "
        "Judge it with: pcgraph propose lineage.",
    )


def test_changes_count_only_parts_and_lineage_that_the_office_agreed_to(history: Dataset) -> None:
    changes = find_changes(history, "t2-2023q3", "t2-2024q1", view="agreed")
    assert [(item.kind, item.deliverable) for item in changes.items if item.kind in ("continued", "new")] == [
        ("continued", "2024-25/T2.1"),
        ("new", "2024-25/T2.2"),
        ("new", "2024-25/T2.3"),
    ]
    assert [item for item in changes.items if item.kind == "partner"] == []


def test_changes_note_that_lineage_is_proposed_when_it_is(history: Dataset) -> None:
    notes = find_changes(history, "t2-2023q3", "t2-2024q1").notes
    assert notes[0] == "Across plans, items are linked by lineage that is proposed, not yet agreed by the office."


def test_changes_tell_partners_gone_and_come_when_named_under_other_items(history: Dataset) -> None:
    partners = pick(history, "t2-2023q3", "t2-2024q1", "partner")
    assert [(item.number, item.before, item.after, item.document, item.line) for item in partners] == [
        ("2", "", "Northmoor University", "t2-2024q1", "16"),
        ("2", "Westmarch County Council", "", "t2-2023q3", "18"),
        ("3", "", "Harbour Trust", "t2-2024q1", "19"),
        ("3", "", "Westmarch County Council", "t2-2024q1", "19"),
    ]
    assert partners[0].detail == "Partner newly named: delivers; nowhere in t2-2023q3."
    assert partners[1].detail == "Partner no longer named (before: funds); now named under no. 3."


def test_changes_keep_a_partner_when_its_paragraph_is_repeated(history: Dataset) -> None:
    """Harbour Trust has no row in the later report, but the paragraph that names it is printed again."""
    assert all(item.before != "Harbour Trust" for item in pick(history, "t2-2023q2", "t2-2023q3", "partner"))


def test_changes_name_no_partner_anew_when_only_a_repeated_paragraph_names_it(history: Dataset) -> None:
    row = make_row(
        "involvements",
        subject="t2-2023q3/2",
        entity="northmoor-university",
        role="supports",
        timing="current",
        surface="Northmoor University",
        document="t2-2023q3",
        line="18",
    )
    data = add_rows(history, "involvements", row)
    assert [item.after for item in pick(data, "t2-2023q2", "t2-2023q3", "partner")] == ["Harbour Trust"]


def test_changes_name_a_partner_anew_when_the_paragraph_was_first_printed_between_the_reports(history: Dataset) -> None:
    """Seen from quarter 2, what quarter 3 printed first is news in the next plan's report too."""
    digest = {"digest": "1111111111111111", "repeats": "t2-2023q3"}
    data = change_cells(history, "passages", {"update": "t2-2024q1/1"}, **digest)
    assert ("2024-25/T2.1", "", "Harbour Trust") in brief(pick(data, "t2-2023q2", "t2-2024q1", "partner"))
    assert ("2024-25/T2.1", "", "Harbour Trust") not in brief(pick(data, "t2-2023q3", "t2-2024q1", "partner"))


def test_changes_see_one_partner_when_an_entity_is_another_name_of_it(history: Dataset) -> None:
    data = change_cells(
        history, "involvements", {"subject": "t2-2023q3/2", "entity": "westmarch-county-council"}, entity="county-hall"
    )
    assert brief(pick(data, "t2-2023q2", "t2-2023q3", "partner")) == [("2023-24/T2.1", "", "Harbour Trust")]


def test_changes_leave_an_involvement_out_when_it_was_rejected(history: Dataset) -> None:
    found = {"subject": "t2-2023q3/1", "entity": "harbour-trust"}
    data = change_cells(history, "involvements", found, status="rejected")
    assert pick(data, "t2-2023q2", "t2-2023q3", "partner") == []


def test_changes_tell_other_responsible_codes_when_one_is_added(history: Dataset) -> None:
    (change,) = pick(history, "t2-2023q3", "t2-2024q1", "responsible")
    assert (change.before, change.after, change.detail) == ("Force", "DM, Force", "Responsible: DM named now.")


def test_changes_tell_other_leads_only_when_both_deliverables_have_leads(history: Dataset) -> None:
    assert pick(history, "t2-2023q3", "t2-2024q1", "lead") == []
    data = history
    for subject, post in (("2023-24/T2.1", "ch-insp-northmoor"), ("2024-25/T2.1", "corporate-services")):
        row = make_row("leads", subject=subject, post=post, raw="x", document="force-2021", line="1")
        data = add_rows(data, "leads", row)
    (change,) = pick(data, "t2-2023q3", "t2-2024q1", "lead")
    assert (change.before, change.after) == ("Chief Inspector, Northmoor", "Corporate Services")


def test_changes_tell_the_narrative_anew_when_one_paragraph_differs(history: Dataset) -> None:
    data = change_cells(history, "passages", {"update": "t2-2023q3/2"}, digest="7777777777777777")
    assert pick(data, "t2-2023q2", "t2-2023q3", "narrative-unchanged") == []


def test_changes_pick_kinds_when_asked(history: Dataset) -> None:
    changes = find_changes(history, "t2-2023q2", "t2-2023q3")
    assert [item.kind for item in changes.pick(["rag", "new"]).items] == ["rag", "new"]
    assert changes.pick([]) == changes


def test_changes_are_of_known_kinds_when_told(history: Dataset) -> None:
    for earlier, later in (("t2-2023q2", "t2-2023q3"), ("t2-2023q3", "t2-2024q1"), ("t2-2023q2", "t2-2024q1")):
        assert {item.kind for item in find_changes(history, earlier, later).items} <= set(CHANGE_KINDS)


def test_changes_are_none_when_a_report_repeats_the_one_before(history: Dataset) -> None:
    data = history
    for table, column in (("updates", "report"), ("figures", "document"), ("involvements", "document")):
        copies = [
            {**row, "document": "t2-2023q3"}
            | {name: row[name].replace("q2/", "q3/") for name in ("id", "update", "subject") if name in row}
            for row in data.tables[table]
            if row[column] == "t2-2023q2"
        ]
        if table == "updates":
            copies = [{**{k: v for k, v in row.items() if k != "document"}, "report": "t2-2023q3"} for row in copies]
        data = keep_rows(data, table, **{column: "t2-2023q3"})
        data = add_rows(data, table, *copies)
    data = keep_rows(data, "passages", document="t2-2023q3")
    changes = find_changes(data, "t2-2023q2", "t2-2023q3")
    assert changes.items == ()
    assert changes.describe() == "no change found"


def test_new_item_says_what_it_takes_up_where_the_earlier_report_does_not_speak_of_it() -> None:
    changes = find_changes(read_dataset(REAL_DATA), "t3-2018q1", "t3-2019q4")
    (change,) = [item for item in changes.items if item.kind == "new" and item.deliverable == "2019-20/T3.5"]
    assert change.detail == (
        "Not in t3-2018q1; both reports were read. 2019-20/T3.5 rewords 2018-21/T1.7 "
        "(proposed, not yet agreed by the office), on which t3-2018q1 does not report."
    )
