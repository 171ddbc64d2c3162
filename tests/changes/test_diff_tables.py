"""How two datasets differ, in words."""

from __future__ import annotations

from pcgraph.changes.diff import Difference
from pcgraph.changes.diff.tables import iter_table_differences
from pcgraph.tables import Dataset
from tests.changes.conftest import add_rows, change_cells, keep_rows, make_row


def tell(old: Dataset, new: Dataset) -> list[Difference]:
    return list(iter_table_differences(old.tables, new.tables))


def brief(old: Dataset, new: Dataset) -> list[tuple[str, str, str, str]]:
    return [(item.thing, item.what, item.before, item.after) for item in tell(old, new)]


def test_diff_is_empty_when_nothing_changed(history: Dataset) -> None:
    assert tell(history, history) == []


def test_diff_tells_a_cell_with_before_and_after_when_it_changed(history: Dataset) -> None:
    data = change_cells(history, "deliverables", {"id": "2023-24/T2.3"}, wording="Print the town safety map")
    data = change_cells(data, "updates", {"id": "t2-2023q3/3"}, rag="A")
    assert tell(history, data) == [
        Difference(
            "deliverables",
            "Deliverable 2023-24/T2.3",
            "wording changed",
            "Publish the town safety map",
            "Print the town safety map",
            "changed",
        ),
        Difference("updates", "Update t2-2023q3/3", "RAG status changed", "Green", "Amber", "changed"),
    ]


def test_diff_says_added_or_removed_when_a_cell_was_or_becomes_empty(history: Dataset) -> None:
    data = change_cells(history, "documents", {"id": "t2-2023q3"}, meeting_date="", author="A. Writer")
    assert brief(history, data) == [
        ("Document t2-2023q3", "author added", "", "A. Writer"),
        ("Document t2-2023q3", "meeting date removed", "2024-02-08", ""),
    ]


def test_diff_tells_parts_together_when_a_thing_gains_or_loses_several(history: Dataset) -> None:
    data = keep_rows(history, "involvements", subject="t2-2023q3/2")
    assert brief(history, data) == [
        ("Update t2-2023q3/2", "2 involvements removed", "Barn Watch (funded); Westmarch County Council (funds)", "")
    ]
    assert [item.size for item in tell(history, data)] == [2]


def test_diff_names_the_post_when_a_lead_is_added(history: Dataset) -> None:
    row = make_row(
        "leads", subject="2021-25/T1.2", post="ch-insp-northmoor", raw="Ch Insp", document="force-2021", line="12"
    )
    assert brief(history, add_rows(history, "leads", row)) == [
        ("Deliverable 2021-25/T1.2", "lead added", "", "Chief Inspector, Northmoor")
    ]


def test_diff_counts_rows_that_moved_when_a_line_was_put_in_above_them(history: Dataset) -> None:
    data = history
    for table, line in (("involvements", "113"), ("figures", "114"), ("passages", "113-114")):
        data = change_cells(data, table, {"document": "t2-2024q1", "line": line.replace("11", "1")}, line=line)
    assert [(item.kind, item.what, item.change, item.size) for item in tell(history, data)] == [
        ("involvements", "1 row at another place in the document, the same otherwise", "moved", 1),
        ("figures", "1 row at another place in the document, the same otherwise", "moved", 1),
        ("passages", "1 row at another place in the document, the same otherwise", "moved", 1),
    ]


def test_diff_tells_the_change_alone_when_a_row_moved_and_changed(history: Dataset) -> None:
    data = change_cells(history, "updates", {"id": "t2-2024q1/3"}, line="118", rag="W")
    assert brief(history, data) == [("Update t2-2024q1/3", "RAG status changed", "Green", "White")]


def test_diff_tells_another_value_when_a_figure_has_one(history: Dataset) -> None:
    """The value is a part of the key of figures."""
    data = change_cells(history, "figures", {"update": "t2-2024q1/1"}, value="31")
    assert brief(history, data) == [("Update t2-2024q1/1", "figure offences: 31: value changed", "29", "31")]


def test_diff_names_both_entities_when_a_name_is_given_to_another(history: Dataset) -> None:
    data = change_cells(history, "involvements", {"surface": "WCC", "document": "t2-2023q2"}, entity="harbour-trust")
    assert brief(history, data) == [
        (
            "Update t2-2023q2/2",
            "involvement Harbour Trust (mentioned): entity changed",
            "Westmarch County Council",
            "Harbour Trust",
        )
    ]


def test_diff_tells_a_review_once_when_several_rows_were_reviewed_alike(history: Dataset) -> None:
    found = {"subject": "t2-2023q3/2", "by": "reading-a;reading-b"}
    data = change_cells(history, "involvements", found, status="agreed", by="Head of Strategy", date="2024-12-01")
    assert brief(history, data) == [
        (
            "Update t2-2023q3/2",
            "2 involvements: review changed",
            "proposed (reading-a; reading-b, 2024-10-01)",
            "agreed (Head of Strategy, 2024-12-01)",
        )
    ]


def test_diff_says_only_that_a_paragraph_changed_when_its_words_did(history: Dataset) -> None:
    data = change_cells(history, "passages", {"update": "t2-2024q1/1"}, digest="8888888888888888")
    assert brief(history, data) == [("Update t2-2024q1/1", "paragraph 1: changed", "", "")]


def test_diff_sorts_things_as_people_number_them_when_there_are_ten(history: Dataset) -> None:
    rows = [make_row("deliverables", id=f"2024-25/T2.{number}", wording="x") for number in ("10", "9")]
    assert [thing for thing, *_ in brief(history, add_rows(history, "deliverables", *rows))] == [
        "Deliverable 2024-25/T2.9",
        "Deliverable 2024-25/T2.10",
    ]
