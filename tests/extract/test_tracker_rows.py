"""Trackers in other orders, with other groups, references and owners; and what is refused."""

from __future__ import annotations

import pytest

from pcgraph.errors import DocumentError
from pcgraph.extract.tracker.layout import get_default
from pcgraph.extract.tracker.owners import Owners
from pcgraph.extract.tracker.status import read_status
from tests.extract.tracker_samples import extract, pick


def test_references_of_three_parts_are_actions_under_those_of_two() -> None:
    tables = extract(
        [("Ref", "Action"), ("1.1", "Cut theft"), ("1.1.1", "Patrol more"), ("1.2(a)", "Mark bikes")]
    ).tables
    assert pick(tables["deliverables"], "id") == [("2024-28/T1.1",)]
    assert pick(tables["actions"], "id", "deliverable") == [
        ("2024-28/1.1.1", "2024-28/T1.1"),
        ("2024-28/1.2.a", "2024-28/T1.2"),
    ]


def test_objective_over_several_references_is_their_theme() -> None:
    rows = [("Ref", "Objective", "Action"), ("1.1", "1. Cut theft", "Patrol"), ("1.2", "1. Cut theft", "Mark bikes")]
    tables = extract(rows).tables
    assert pick(tables["themes"], "id", "title") == [("2024-28/T1", "Cut theft")]
    assert pick(tables["deliverables"], "id", "wording") == [
        ("2024-28/T1.1", "Patrol"),
        ("2024-28/T1.2", "Mark bikes"),
    ]


def test_references_that_count_within_their_theme_get_its_number() -> None:
    rows = ["Theme 3: Trust", ("Ref", "Objective", "Action"), ("1.1", "Listen", "Ask"), ("2.1", "Explain", "Write")]
    tables = extract(rows).tables
    assert pick(tables["deliverables"], "id", "wording") == [("2024-28/T3.1", "Listen"), ("2024-28/T3.2", "Explain")]
    assert pick(tables["actions"], "id", "wording") == [("2024-28/3.1.1", "Ask"), ("2024-28/3.2.1", "Write")]


def test_objectives_rows_stand_under_their_themes() -> None:
    rows = [
        ("Ref", "Action", "RAG"),
        "Theme 1: Safe",
        "Objective 1: Cut theft",
        ("1.1.1", "Patrol", "G"),
        "Objective 2: Cut fraud",
        ("1.2.1", "Warn", "A"),
        "Theme 2: Fair",
        "Objective 1: Help",
        ("2.1.1", "Call back", "R"),
    ]
    tables = extract(rows).tables
    assert pick(tables["deliverables"], "id", "wording", "line") == [
        ("2024-28/T1.1", "Cut theft", "3"),
        ("2024-28/T1.2", "Cut fraud", "5"),
        ("2024-28/T2.1", "Help", "8"),
    ]
    assert pick(tables["themes"], "id", "title") == [("2024-28/T1", "Safe"), ("2024-28/T2", "Fair")]


def test_rows_without_any_reference_are_numbered_by_their_order_and_this_is_said_once() -> None:
    rows = [
        ("Deliverable", "Progress"),
        "SAFE STREETS",
        ("Light the parks", "Begun."),
        "FAIR COURTS",
        ("Help", "Late."),
    ]
    tables = extract(rows).tables
    assert pick(tables["deliverables"], "id") == [("2024-28/T1.1",), ("2024-28/T2.1",)]
    assert pick(tables["anomalies"], "code", "subject") == [("number-missing", "made-up")]


def test_priority_that_is_an_urgency_is_no_theme() -> None:
    tables = extract([("No", "Action", "Priority"), ("1", "Light the parks", "High"), ("2", "Help", "Low")]).tables
    assert pick(tables["themes"], "title") == [("Theme 1",)]


def test_reference_counts_where_the_heading_over_it_says_another_theme() -> None:
    tables = extract([("Ref", "Action", "RAG"), "PRIORITY 2: SAFE", ("1.1", "Light the parks", "G")]).tables
    assert pick(tables["deliverables"], "id") == [("2024-28/T1.1",)]
    assert pick(tables["anomalies"], "code", "message") == [
        ("statements-disagree", "The reference 1.1 says theme 1, the heading over it theme 2. The reference counts.")
    ]


def test_columns_of_quarters_that_hold_letters_are_statuses() -> None:
    rows = [("Ref", "Deliverable", "Q1", "Q2"), ("1.1", "Light the parks", "G", "A"), ("1.2", "Help", "G", "Late.")]
    assert pick(extract(rows).tables["updates"], "rag", "line_first") == [("A", ""), ("G", "3c4")]


def test_columns_of_updates_side_by_side_are_one_narrative_and_one_apart_is_said() -> None:
    rows = [
        ("Ref", "Action", "Progress", "Next steps", "Risk", "Comments"),
        ("1.1", "Help", "Good.", "More.", "", "So."),
    ]
    tables = extract(rows).tables
    assert pick(tables["updates"], "line_first", "line_last") == [("2c3", "2c4")]
    assert pick(tables["passages"], "position", "line") == [("1", "2"), ("2", "2")]
    assert [row["message"] for row in tables["anomalies"]] == ["Words under “Comments” stand apart and were not read."]


def test_sponsor_leads_only_where_no_column_names_leads() -> None:
    row = ("1.1", "Help", "ACC Crime", "Head of Estates")
    assert pick(extract([("Ref", "Action", "Sponsor", "Lead"), row]).tables["leads"], "post") == [("head-of-estates",)]
    posts = pick(extract([("Ref", "Action", "Sponsor", "Budget"), row]).tables["leads"], "post")
    assert posts == [("assistant-chief-constable-crime",)]


def test_row_with_a_reference_and_no_words_is_left_out_and_this_is_said() -> None:
    tables = extract([("Ref", "Action", "RAG"), ("1.1", "Help", "G"), ("1.2", "", "")]).tables
    assert pick(tables["updates"], "number") == [("1.1",)]
    assert "The row of 1.2 holds no words; it was left out." in [row["message"] for row in tables["anomalies"]]


def test_same_row_printed_twice_is_read_once() -> None:
    tables = extract([("Ref", "Action"), ("1.1", "Help"), ("Ref", "Action"), ("1.1", "Help")]).tables
    assert pick(tables["deliverables"], "id") == [("2024-28/T1.1",)]


def test_reference_that_stands_twice_is_refused_unless_kept() -> None:
    rows = [("Ref", "Action"), ("1.1", "Help"), ("1.1", "Listen")]
    with pytest.raises(DocumentError, match=r"The reference 1\.1 stands in lines 2 and 3 with different words\."):
        extract(rows)
    tables = extract(rows, keep_duplicates=True).tables
    assert pick(tables["deliverables"], "id", "wording") == [("2024-28/T1.1", "Help"), ("2024-28/T1.2", "Listen")]
    assert pick(tables["anomalies"], "code", "line") == [("duplicate-number", "3")]


def test_table_without_known_headings_is_refused_with_those_expected_and_the_way_out() -> None:
    with pytest.raises(DocumentError) as caught:
        extract([("Colour", "Shape"), ("red", "round")])
    assert caught.value.message == (
        "made-up.txt has no row of headings that a layout knows, such as"
        " Ref, Action, Lead, Timescale, Status, Progress."
    )
    assert "layouts/NAME.toml" in caught.value.hint


def test_headings_without_rows_are_refused() -> None:
    with pytest.raises(DocumentError, match="no rows are found under the headings in line 1"):
        extract([("Ref", "Action", "RAG")])


@pytest.mark.parametrize(
    ("cell", "posts", "codes"),
    [
        ("Jane Okafor", "", ()),
        ("J. Okafor", "", ()),
        ("Okafor, Jane", "", ()),
        ("Dr Smith", "", ()),
        ("JANE OKAFOR", "", ()),
        ("Mark Hill", "", ()),
        ("Oluwaseun Adeyemi", "", ()),
        ("Okafor", "", ()),
        ("jane.okafor@example.org", "", ()),
        ("Supt Jane Okafor", "", ()),
        ("ACC Smith / DCC", "DCC", ()),
        ("Jane Okafor, Head of Estates", "Head of Estates", ()),
        ("Head of Estates - Jane Okafor", "Head of Estates", ()),
        ("Jane Okafor Head of Estates", "Head of Estates", ()),
        ("Jane (KD)", "", ("KD",)),
    ],
)
def test_persons_are_left_out_of_a_cell_and_what_stands_beside_them_is_kept(
    cell: str, posts: str, codes: tuple[str, ...]
) -> None:
    owner = Owners(get_default().codes, ()).read(cell)
    assert (owner.posts, owner.codes, owner.names_person) == (posts, codes, True)


@pytest.mark.parametrize(
    ("cell", "posts", "codes"),
    [
        ("Contact Management", "Contact Management", ()),
        ("Supt, Bassetwick", "Supt, Bassetwick", ()),
        ("Ch Insp Roads Policing", "Ch Insp Roads Policing", ()),
        ("Victim Support", "Victim Support", ()),
        ("St Giles Trust", "St Giles Trust", ()),
        ("Director of Public Health", "Director of Public Health", ()),
        ("HR and OD", "HR and OD", ()),
        ("KD / Force", "", ("KD", "Force")),
        ("OPCC; Head of Estates", "Head of Estates", ("OPCC",)),
    ],
)
def test_posts_departments_and_codes_are_kept(cell: str, posts: str, codes: tuple[str, ...]) -> None:
    owner = Owners(get_default().codes, ()).read(cell)
    assert (owner.posts, owner.codes, owner.names_person) == (posts, codes, False)


def test_unit_named_for_a_place_is_kept_where_the_documents_wordings_name_the_place() -> None:
    assert Owners(frozenset(), ("Open a hub in Bassetwick",)).read("Supt Bassetwick").posts == "Supt Bassetwick"
    assert Owners(frozenset(), ()).read("Supt Bassetwick").names_person


@pytest.mark.parametrize(
    ("cell", "letter"),
    [
        ("G", "G"),
        ("Green", "G"),
        ("Amber - slipping", "A"),
        ("A: two schemes late", "A"),
        ("A late scheme", ""),
        ("BLUE (complete)", "G"),
        ("Completed March 2024", "G"),
        ("Not on track", "R"),
        ("Not yet started", "W"),
        ("In discussion", ""),
        ("", ""),
    ],
)
def test_status_is_read_by_its_longest_known_word(cell: str, letter: str) -> None:
    assert read_status(cell, get_default()).letter == letter


def test_status_that_no_layout_knows_is_quoted() -> None:
    tables = extract([("Ref", "Action", "Status"), ("1.1", "Help", "In discussion")]).tables
    assert pick(tables["anomalies"], "code", "message") == [
        ("rag-missing", "The row prints “In discussion”, which the layout does not know as a status.")
    ]
