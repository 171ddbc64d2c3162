"""Which item is which: numbers that moved, were lost, stand twice, or were given to something else."""

from __future__ import annotations

from pcgraph.changes import find_changes
from tests.changes.conftest import Made, make_item, make_reports, make_row

FRAUD = "Protect vulnerable people from fraud and scams"
ROADS = "Reduce casualties on rural roads with volunteers"
KNIVES = "Appoint a knife crime manager for schools"
SHOPS = "Open advice surgeries in every shopping centre"


def tell(made: Made) -> list[tuple[str, str, str, str]]:
    return [(item.kind, item.number, item.before, item.after) for item in find_changes(made, "a", "b").items]


def test_items_keep_their_number_when_nothing_moved() -> None:
    made = make_reports(
        [make_item("a/1", "1", FRAUD), make_item("a/2", "2", ROADS)],
        [make_item("b/1", "1", FRAUD), make_item("b/2", "2", ROADS)],
    )
    assert tell(made) == []


def test_items_are_told_by_their_words_when_one_was_put_in_before_them() -> None:
    made = make_reports(
        [make_item("a/1", "1", FRAUD), make_item("a/2", "2", ROADS)],
        [make_item("b/1", "1", FRAUD), make_item("b/2", "2", KNIVES), make_item("b/3", "3", ROADS, rag="A")],
    )
    assert tell(made) == [
        ("new", "2", "", "Green"),
        ("rag", "3", "Green", "Amber"),
        ("continued", "3", "24/T1.2", "24/T1.3"),
    ]
    new, rag, continued = find_changes(made, "a", "b").items
    assert new.detail == "Not in a; both reports were read. There, no. 2 stands for another deliverable."
    assert rag.detail == "Delivery, self-rated: Green to Amber, worse; no. 2 before."
    assert continued.detail == "The same words: no. 2 before, no. 3 now."


def test_item_under_another_number_is_known_when_a_word_was_added() -> None:
    made = make_reports(
        [make_item("a/1", "1", FRAUD), make_item("a/2", "2", ROADS)],
        [make_item("b/1", "1", KNIVES), make_item("b/2", "2", f"{FRAUD} now"), make_item("b/3", "3", ROADS)],
    )
    assert tell(made) == [
        ("new", "1", "", "Green"),
        ("continued", "2", "24/T1.1", "24/T1.2"),
        ("wording", "2", FRAUD, f"{FRAUD} now"),
        ("continued", "3", "24/T1.2", "24/T1.3"),
    ]


def test_item_is_reworded_when_its_number_keeps_some_of_its_words() -> None:
    made = make_reports([make_item("a/1", "1", FRAUD)], [make_item("b/1", "1", "Tackle fraud against older people")])
    assert tell(made) == [("wording", "1", FRAUD, "Tackle fraud against older people")]


def test_number_given_to_something_else_is_dropped_and_new_when_no_word_is_the_same() -> None:
    made = make_reports([make_item("a/1", "1", FRAUD)], [make_item("b/1", "1", SHOPS)])
    assert tell(made) == [("new", "1", "", "Green"), ("dropped", "1", "Green", "")]
    dropped = find_changes(made, "a", "b").items[1]
    assert dropped.detail.endswith("There, no. 1 stands for another deliverable.")


def test_wording_counts_as_the_same_when_only_case_hyphens_and_stops_differ() -> None:
    made = make_reports(
        [make_item("a/1", "1", "Problem-solving in towns.")], [make_item("b/1", "1", "Problem solving in Towns")]
    )
    assert tell(made) == []


def test_item_is_known_by_its_words_when_its_number_was_lost() -> None:
    made = make_reports([make_item("a/1", "1", FRAUD)], [make_item("b/1", "", FRAUD, rag="", deliverable="")])
    assert tell(made) == [("rag", "", "Green", ""), ("continued", "", "24/T1.1", "")]
    assert find_changes(made, "a", "b").items[0].detail == (
        "Delivery, self-rated: Green before, no letter now; no. 1 before."
    )


def test_item_is_not_dropped_when_the_earlier_report_has_it_twice() -> None:
    made = make_reports(
        [make_item("a/1", "1", FRAUD), make_item("a/2", "1", FRAUD, rag="A")], [make_item("b/1", "1", FRAUD, rag="A")]
    )
    assert tell(made) == [("rag", "1", "Green", "Amber")]


def test_words_alone_do_not_link_items_when_the_plans_differ() -> None:
    later = [make_item("b/1", "1", FRAUD, deliverable="25/T1.1")]
    made = make_reports([make_item("a/1", "1", FRAUD)], later, plans=("24", "25"))
    assert tell(made) == []


def link(made: Made, *links: tuple[str, str, str]) -> Made:
    made.tables["lineage"] = [
        make_row("lineage", later=later, relation=relation, earlier=earlier, status="agreed")
        for later, relation, earlier in links
    ]
    return made


def test_items_are_followed_when_lineage_runs_through_a_plan_between() -> None:
    later = [make_item("b/1", "1", ROADS, deliverable="26/T1.1")]
    made = make_reports([make_item("a/1", "1", ROADS)], later, plans=("24", "26"))
    link(made, ("26/T1.1", "widens", "25/T1.9"), ("25/T1.9", "continues", "24/T1.1"))
    (change,) = find_changes(made, "a", "b").items
    assert change.detail == "26/T1.1 widens 25/T1.9, which continues 24/T1.1 (agreed)."


def test_items_end_in_no_circle_when_lineage_has_one() -> None:
    later = [make_item("b/1", "1", ROADS, deliverable="26/T1.1")]
    made = make_reports([make_item("a/1", "1", ROADS)], later, plans=("24", "26"))
    link(made, ("26/T1.1", "widens", "25/T1.9"), ("25/T1.9", "continues", "26/T1.1"))
    assert tell(made) == []


def test_partners_are_new_or_gone_only_as_seen_from_all_items_when_one_is_split() -> None:
    """Of the partners of an item that is split, one goes with each half; neither is gone, neither is new."""
    later = [make_item("b/1", "1", FRAUD, deliverable="25/T1.1"), make_item("b/2", "2", ROADS, deliverable="25/T1.2")]
    made = make_reports([make_item("a/1", "1", f"{FRAUD}; {ROADS}")], later, plans=("24", "25"))
    link(made, ("25/T1.1", "splits", "24/T1.1"), ("25/T1.2", "splits", "24/T1.1"))
    made.tables["entities"] = [make_row("entities", id=name, kind="partner", name=name) for name in ("one", "two")]
    made.tables["involvements"] = [
        make_row("involvements", subject=subject, entity=entity, role="supports", timing="current", line="1")
        for subject, entity in (("a/1", "one"), ("a/1", "two"), ("b/1", "one"), ("b/2", "two"))
    ]
    assert tell(made) == [("continued", "1", "24/T1.1", "25/T1.1"), ("continued", "2", "24/T1.1", "25/T1.2")]


def test_white_has_no_place_on_the_scale_when_a_status_moves_from_it() -> None:
    made = make_reports([make_item("a/1", "1", FRAUD, rag="W")], [make_item("b/1", "1", FRAUD, rag="R")])
    (change,) = find_changes(made, "a", "b").items
    assert change.detail == "Delivery, self-rated: White to Red."
