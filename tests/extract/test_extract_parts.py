"""The parts of extraction, each on the smallest text that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.documents import Document, Line
from pcgraph.errors import DocumentError
from pcgraph.extract import Context, extract_document, find_kind
from pcgraph.extract.claims import Claims
from pcgraph.extract.leads import Leads
from pcgraph.extract.numbering import parse_numbered
from pcgraph.extract.outline import parse_outline


def to_document(text: str, name: str = "made-up") -> Document:
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), start=1))
    return Document(name, f"{name}.txt", "0" * 64, lines)


REPORT = """POLICE AND CRIME DELIVERY PLAN (2024-25)
COMMISSIONER'S STRATEGIC THEME 2 UPDATE (Qtr 3)
STATUS KEY and Results
Green\tAchieved
Number & %\t2/3 (66.7%)
Amber\tStarted
Number & %\t1/3 (33.3%)
THEME 2: VICTIMS
No\tOrganisation\tSPECIFIC DELIVERABLES\tRAG Status
"""


def read_report(items: str, *, keep_duplicates: bool = False) -> Claims:
    context = Context(keep_duplicates=keep_duplicates)
    return extract_document(to_document(REPORT + items), kind="monitoring-report", context=context)


def test_numbered_list_ignores_a_figure_at_a_sentences_end() -> None:
    entries = parse_numbered("1. Reduce the top 40. 2. Support 5. partners in 2. 3. Review")
    assert [(entry.path, entry.text) for entry in entries] == [
        (("1",), "Reduce the top 40."),
        (("2",), "Support 5. partners in 2."),
        (("3",), "Review"),
    ]


def test_outline_restores_levels_where_a_printed_number_demands_it() -> None:
    cell = (
        "<ol> Misuse: <ol> Number in treatment: <ol> Opiates Alcohol % of completions"
        " Reduce crime compared to 2017-18 <ol> Overall In towns Percentage who worry (Survey). 4. Number of calls."
    )
    outline = parse_outline(cell)
    assert [".".join(entry.path) for entry in outline.entries] == [
        "1", "1.a", "1.a.i", "1.a.ii", "1.b", "2", "2.a", "2.b", "3", "4",
    ]  # fmt: skip
    assert outline.is_restored


def test_leads_part_at_a_comma_only_where_both_sides_stand_alone() -> None:
    leads = Leads(["Supt, North", "Media Team", "Supt, North, Media Team", "Ch Insp, Custody, Cells and Bail"])
    assert leads.part("Supt, North, Media Team").parts == ("Supt, North", "Media Team")
    assert leads.part("Ch Insp, Custody, Cells and Bail").parts == ("Ch Insp, Custody, Cells and Bail",)


def test_report_finds_the_item_whose_number_is_lost() -> None:
    tables = read_report(
        "1\tForce\tDo the first thing well\tG\n\nDone.\n\nForce Do the second thing well\n\nA\n\n"
        "Force staff were busy.\n\n3\tForce\tDo the third thing well\tG\n"
    ).tables
    assert [(row["id"], row["number"], row["rag"]) for row in tables["updates"]] == [
        ("made-up/1", "1", "G"),
        ("made-up/2", "", "A"),
        ("made-up/3", "3", "G"),
    ]
    assert [row["code"] for row in tables["anomalies"]] == ["number-missing"]


def test_report_takes_a_number_on_a_line_of_its_own() -> None:
    tables = read_report(
        "1\tForce\tDo the first thing well\tG\n\nDone in 3 towns.\n\n2\n\nForce Do the second thing well\n\nA\n\n"
        "7\n\nThis is a page number.\n\n3\tForce\tDo the third thing well\tG\n"
    ).tables
    assert [(row["number"], row["rag"], row["line"]) for row in tables["updates"]] == [
        ("1", "G", "10"),
        ("2", "A", "14-16"),
        ("3", "G", "24"),
    ]
    assert tables["anomalies"] == []


def test_report_holds_the_key_against_the_letters() -> None:
    tables = read_report(
        "1\tForce\tDo the first thing well\tG\n\nDone.\n\n2\tForce\tDo the second thing well\t\n\nDone.\n"
        "\n3\tForce\tDo the third thing well\tA\n"
    ).tables
    messages = {row["code"]: row["message"] for row in tables["anomalies"]}
    assert messages["rag-missing"] == "Item 2 prints no RAG letter."
    assert messages["tally-mismatch"] == "The key claims 2 of 3 G; the 3 items print 1 G, 1 A, 1 no letter."


def test_report_refuses_a_number_that_stands_twice() -> None:
    items = (
        "1\tForce\tDo the first thing well\tG\n\n2\tForce\tDo this thing well\tG\n\n2\tForce\tDo that thing well\tA\n"
    )
    with pytest.raises(DocumentError, match="Item number 2 stands twice, in lines 12 and 14"):
        read_report(items)
    kept = read_report(items, keep_duplicates=True).tables
    assert [row["id"] for row in kept["updates"]] == ["made-up/1", "made-up/2", "made-up/3"]
    assert "duplicate-number" in {row["code"] for row in kept["anomalies"]}


def test_report_reads_a_row_once_that_a_page_break_repeats() -> None:
    items = "1\tForce\tDo the first thing well\tG\n\n1\tForce\tDo the first thing well\tG\n\nDone.\n"
    tables = read_report(items).tables
    assert len(tables["updates"]) == 1
    assert "page-break-joined" in {row["code"] for row in tables["anomalies"]}


def test_report_takes_no_figure_table_for_items() -> None:
    items = (
        "1\tForce\tDo the first thing well\tG\n\n2019\t116\t119\t-3\n2\t116\t119\t-3\n"
        "Robbery of Business\t1\t2\t3\n\n2\tForce\tDo this thing well\tA\n"
    )
    assert [row["line"] for row in read_report(items).tables["updates"]] == ["10", "16"]


def test_codes_never_take_a_persons_name_for_initials() -> None:
    tables = read_report("1\tKD\tDo the first thing well\tG\n\nA note by Karl Dahl of the office.\n").tables
    assert [(row["code"], row["kind"], row["stands_for"]) for row in tables["codes"]] == [("KD", "initials", "")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Minutes of a meeting\nNothing else", "is of no kind known here"),
        ("STATUS KEY\nNumber & %\t1/1 (100%)\n", "no items are found"),
        ("STRATEGIC FRAMEWORK\nSPECIFIC DELIVERABLES\n", "no themes are found"),
        ("Force Delivery Framework\nForce Action\n", "no rows are found"),
    ],
)
def test_documents_without_their_layout_are_refused(text: str, message: str) -> None:
    document = to_document(text)
    with pytest.raises(DocumentError, match=message):
        extract_document(document, kind=find_kind(document), context=Context())


def test_kind_is_found_line_by_line_in_a_long_text() -> None:
    """A pattern over the whole text would take time that grows with its square."""
    text = REPORT + "\n".join(f"{i} Force Do thing {i} well for all\n\nG\n" for i in range(1, 4000))
    assert find_kind(to_document(text)) == "monitoring-report"


def test_report_of_ten_thousand_items_is_read_whole() -> None:
    items = "\n".join(f"{i}\tForce\tDo thing {i} well\tG\n\nDone {i} times.\n" for i in range(1, 10_001))
    assert len(read_report(items).tables["updates"]) == 10_000


def test_reading_does_not_depend_on_the_files_folder(tmp_path: Path) -> None:
    from pcgraph.documents import read_document

    one, other = tmp_path / "a", tmp_path / "b"
    for folder in (one, other):
        folder.mkdir()
        (folder / "r.txt").write_text(REPORT + "1\tForce\tDo the first thing well\tG\n", encoding="utf-8")
    assert read_document(one / "r.txt") == read_document(other / "r.txt")
