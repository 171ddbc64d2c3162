"""Trackers as real workbooks: merged headings, titles above them, several sheets, dates, numbers as references."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pcgraph.documents import read_document
from pcgraph.errors import DocumentError
from pcgraph.extract import find_kind
from tests.extract.tracker_samples import extract_workbook, pick, write_workbook

SAFE: list[list[object]] = [
    ["Police and Crime Plan 2024-28"],
    ["Delivery tracker, Quarter 3 2024/25"],
    [],
    [None, "Ref", "Deliverable", "Owner", "Due", "Progress", None, "RAG", None],
    [None, None, None, None, None, "Q2", "Q3", "Q2", "Q3"],
    [None, "PRIORITY 1: SAFER STREETS"],
    [
        None,
        1.1,
        "Put wardens on night buses",
        "Head of Partnerships",
        dt.date(2025, 3, 31),
        "Planned.",
        "Begun.",
        "A",
        "G",
    ],
    [None, 1.2, "Open a second town hub", "KD", "Ongoing", "Site found.", None, "G", None],
    [None, None, None, None, None, None, None, None, None],
    [None, "PRIORITY 2: FAIR JUSTICE"],
    [
        None,
        2.1,
        "Shorten the wait for victims",
        "Anthea Quillfeather",
        dt.date(2025, 6, 30),
        None,
        "Late.",
        None,
        "Red",
    ],
]
MERGED = ["A1:I1", "A2:I2", "F4:G4", "H4:I4", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "B6:I6", "B10:I10"]


@pytest.fixture
def safe(tmp_path: Path) -> Path:
    return write_workbook(tmp_path / "safe.xlsx", {"Tracker": SAFE}, {"Tracker": MERGED})


def test_workbook_is_recognised_as_a_tracker(safe: Path) -> None:
    assert find_kind(read_document(safe)) == "tracker"


def test_workbook_with_merged_headings_gives_deliverables_with_their_places(safe: Path) -> None:
    tables = extract_workbook(safe).tables
    assert pick(tables["documents"], "title", "plan", "period") == [
        ("Delivery tracker, Quarter 3 2024/25", "2024-28", "2024-25Q3")
    ]
    assert pick(tables["themes"], "id", "title", "line") == [
        ("2024-28/T1", "SAFER STREETS", "t1r6"),
        ("2024-28/T2", "FAIR JUSTICE", "t1r10"),
    ]
    assert pick(tables["deliverables"], "id", "wording", "line") == [
        ("2024-28/T1.1", "Put wardens on night buses", "t1r7"),
        ("2024-28/T1.2", "Open a second town hub", "t1r8"),
        ("2024-28/T2.1", "Shorten the wait for victims", "t1r11"),
    ]


def test_workbook_gives_the_latest_filled_quarter_of_each_row(safe: Path) -> None:
    updates = extract_workbook(safe).tables["updates"]
    assert pick(updates, "number", "rag", "line_first", "responsible") == [
        ("1.1", "G", "t1r7c7", ""),
        ("1.2", "G", "t1r8c6", "KD"),
        ("2.1", "R", "t1r11c7", ""),
    ]


def test_workbook_keeps_posts_and_leaves_out_persons(safe: Path) -> None:
    tables = extract_workbook(safe).tables
    assert pick(tables["leads"], "subject", "post", "line") == [("2024-28/T1.1", "head-of-partnerships", "t1r7c4")]
    assert "Quillfeather" not in str(dict(tables))
    assert ("reading-uncertain", "t1r11c4", "info") in pick(tables["anomalies"], "code", "line", "severity")


def test_workbook_with_a_table_on_every_sheet_takes_the_theme_from_the_title_above_it(tmp_path: Path) -> None:
    header: list[object] = ["No", "Action", "Lead", "Status"]
    sheets: dict[str, list[list[object]]] = {
        "Read me": [["Fill in one row an action."]],
        "Safe": [["Theme 1: Feeling safe"], header, [1, "Light the parks", "Head of Estates", "On track"]],
        "Fair": [["Theme 2: Being heard"], header, [1, "Ask every victim", "VRU", "Overdue"], ["Total: 1 action"]],
        "Lists": [["On track"], ["Overdue"]],
    }
    path = write_workbook(tmp_path / "sheets.xlsx", sheets)
    tables = extract_workbook(path, plan="2024-28").tables
    assert pick(tables["deliverables"], "id", "wording", "line") == [
        ("2024-28/T1.1", "Light the parks", "t2r3"),
        ("2024-28/T2.1", "Ask every victim", "t3r3"),
    ]
    assert pick(tables["themes"], "id", "title") == [("2024-28/T1", "Feeling safe"), ("2024-28/T2", "Being heard")]
    assert pick(tables["updates"], "rag", "responsible") == [("G", ""), ("R", "VRU")]


def number(count: int) -> list[list[object]]:
    """Rows 3.1 to 3.count, references as Excel's numbers."""
    rows: list[list[object]] = [["Ref", "Deliverable", "RAG"]]
    return rows + [[float(f"3.{n}"), f"Deliver thing {n} well", "G"] for n in range(1, count + 1)]


def test_workbook_is_refused_with_the_row_when_excel_made_3_1_of_3_10(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "ten.xlsx", {"T": number(11)})
    with pytest.raises(DocumentError) as caught:
        extract_workbook(path, plan="2024-28")
    assert caught.value.message == (
        "ten.xlsx: The reference 3.1 stands in t1r2 and t1r11 with different words. Excel turns 3.10 into 3.1."
    )
    assert caught.value.hint.startswith("Format the references as text and write 3.10")


def test_workbook_is_refused_when_3_1_stands_where_3_10_belongs_though_only_once(tmp_path: Path) -> None:
    rows = number(10)
    path = write_workbook(tmp_path / "later.xlsx", {"T": [rows[0], *rows[2:]]})
    with pytest.raises(DocumentError, match=r"The reference 3\.1 stands in t1r10, behind 3\.9\. Excel turns 3\.10"):
        extract_workbook(path, plan="2024-28")


def test_workbook_keeps_both_rows_and_gives_the_nought_back_when_asked(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "ten.xlsx", {"T": number(11)})
    tables = extract_workbook(path, plan="2024-28", keep_duplicates=True).tables
    assert [row["id"] for row in tables["deliverables"]][8:] == ["2024-28/T3.9", "2024-28/T3.10", "2024-28/T3.11"]
    assert ("duplicate-number", "t1r11") in pick(tables["anomalies"], "code", "line")


def test_workbook_is_refused_with_the_row_when_excel_made_a_date_of_a_reference(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Ref", "Action", "RAG"],
        ["3/4", "Light the parks", "G"],
        [dt.date(2024, 5, 3), "Ask every victim", "G"],
    ]
    path = write_workbook(tmp_path / "dates.xlsx", {"T": rows})
    with pytest.raises(DocumentError, match="reference in t1r3 reads “2024-05-03”: Excel has turned it into a date"):
        extract_workbook(path, plan="2024-28")


def test_workbook_takes_the_themes_from_its_sheets_names_where_nothing_else_names_them(tmp_path: Path) -> None:
    header: list[object] = ["No", "Action", "Status"]
    sheets = {"2. Feeling safe": [header, [1, "Light the parks", "G"]], "Being heard": [header, [1, "Ask", "R"]]}
    tables = extract_workbook(write_workbook(tmp_path / "names.xlsx", sheets), plan="2024-28").tables
    assert pick(tables["themes"], "id", "title") == [("2024-28/T1", "Being heard"), ("2024-28/T2", "Feeling safe")]
    assert pick(tables["deliverables"], "id", "wording") == [
        ("2024-28/T2.1", "Light the parks"),
        ("2024-28/T1.1", "Ask"),
    ]
