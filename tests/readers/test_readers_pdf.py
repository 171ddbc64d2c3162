"""PDF: lines, paragraphs, tables and what pages add to them."""

from __future__ import annotations

from pathlib import Path

from pcgraph.documents import read_document
from pcgraph.documents.pdf_layout import TextBlock, Word
from pcgraph.documents.pdf_words import find_columns, number_lines, to_printed_lines
from pcgraph.documents.pdf_wrap import Wrapping
from tests.documents.blocks import Block, Merged, Table
from tests.documents.print_pdf import write_pdf

HEADER = ["No", "Organisation", "Deliverable", "RAG"]
LONG = "work with the councils, the health trust and the fire service on the safety of homes and streets"


def read(blocks: list[Block], folder: Path, *, ruled: bool = True) -> list[tuple[str, str]]:
    write_pdf(blocks, folder / "a.pdf", ruled=ruled)
    return [(line.place, line.text) for line in read_document(folder / "a.pdf").lines if not line.is_blank]


def to_line(*words: tuple[str, float, float, float]) -> list[Word]:
    """Words of a line at 100 points from the top: text, left edge, right edge, size."""
    return [Word(text, x0, x1, 110 - size, 110, size) for text, x0, x1, size in words]


def print_words(words: list[Word]) -> list[str]:
    return [line.text for line in to_printed_lines(words, number_lines(words), find_columns(words))]


def test_lines_are_cited_by_page_and_printed_line_and_wrapped_ones_joined(tmp_path: Path) -> None:
    lines = read(["Title", f"We {LONG}. We {LONG}.", "End"], tmp_path)
    assert lines == [
        ("p1l1", "Monitoring papers"),
        ("p1l2", "Title"),
        ("p1l3", f"We {LONG}. We {LONG}."),
        ("p1l5", "End"),
    ]


def test_rows_cut_by_a_pages_end_and_repeated_headers_give_whole_rows(tmp_path: Path) -> None:
    rows: list[list[str] | Merged] = [HEADER]
    for number in range(1, 40):
        rows += [[str(number), "Force", f"Number {number}: {LONG} {LONG}", "G"], Merged([f"Update {number}: {LONG}."])]
    lines = [text for _, text in read([Table(rows)], tmp_path)]
    assert lines.count("\t".join(HEADER)) == 1
    assert [line for line in lines if line.startswith("Update")] == [f"Update {n}: {LONG}." for n in range(1, 40)]
    assert [line for line in lines if "\tForce\t" in line] == [
        f"{n}\tForce\tNumber {n}: {LONG} {LONG}\tG" for n in range(1, 40)
    ]


def test_running_heads_and_page_numbers_are_taken_out_and_the_title_stays(tmp_path: Path) -> None:
    lines = [text for _, text in read([f"{n}. {LONG}" for n in range(1, 80)], tmp_path)]
    assert lines[0] == "Monitoring papers"
    assert lines[1:] == [f"{n}. {LONG}" for n in range(1, 80)]


def test_nested_table_stands_between_its_rows_paragraphs(tmp_path: Path) -> None:
    nested = Table([["Year", "Calls"], ["2022", "118,402"]])
    lines = read([Table([HEADER, ["1", "Force", "Fund", "G"], Merged(["Shown below:", nested, "More."])])], tmp_path)
    assert [text for _, text in lines][2:] == [
        "1\tForce\tFund\tG",
        "Shown below:",
        "Year\tCalls",
        "2022\t118,402",
        "More.",
    ]


def test_tables_without_rules_are_read_by_their_gaps_and_said(tmp_path: Path) -> None:
    rows: list[list[str] | Merged] = [HEADER, *(["1234"[n], "Force", f"{LONG} {n}", "G"] for n in range(4))]
    lines = [text for _, text in read([Table(rows)], tmp_path, ruled=False)]
    assert lines[2:] == [f"{n + 1}\tForce\t{LONG} {n}\tG" for n in range(4)]
    assert read_document(tmp_path / "a.pdf").notes == (
        "Page 1 prints rows without rules, read by the gaps between words: check them.",
    )


def test_footnote_marks_are_left_out_behind_words_and_raised_before_lines() -> None:
    raised = Word("1", 60.0, 63.0, 98.0, 104.0, 6.0)
    assert print_words([*to_line(("Cuckooing", 10.0, 60.0, 10.0), ("grew", 66.0, 90.0, 10.0)), raised]) == [
        "Cuckooing grew"
    ]
    before = Word("1", 10.0, 13.0, 98.0, 104.0, 6.0)
    assert print_words([before, *to_line(("Cuckooing", 13.5, 60.0, 10.0))]) == ["¹Cuckooing"]


def test_words_that_touch_are_one_and_bullets_are_plain() -> None:
    assert print_words(to_line(("1", 10.0, 15.0, 10.0), ("st", 15.2, 20.0, 9.0), ("April", 24.0, 50.0, 10.0))) == [
        "1st April"
    ]
    assert print_words(to_line(("\uf0b7", 10.0, 15.0, 10.0), ("point", 20.0, 50.0, 10.0))) == ["• point"]
    assert print_words(to_line(("(cid:127)", 10.0, 15.0, 10.0), ("point", 20.0, 50.0, 10.0))) == ["• point"]


def to_block(*texts: str) -> TextBlock:
    words = [Word(text, 10.0, 10.0 + 5 * len(text), 12.0 * n, 12.0 * n + 10, 10.0) for n, text in enumerate(texts)]
    return TextBlock(to_printed_lines(words, number_lines(words)), 0.0, 200.0)


def test_hyphen_at_a_lines_end_stays_where_the_document_hyphenates_the_word() -> None:
    wrapping = Wrapping([to_block("anti-social", "programme", "pro-", "gramme")])
    assert wrapping.join(["an anti-", "social pro-", "gramme"]) == "an anti-social programme"
    assert wrapping.join(["soft\u00ad", "ware"]) == "software"


def test_hyphen_stays_where_nothing_in_the_document_speaks_against_it() -> None:
    assert Wrapping([]).join(["hare-", "coursing"]) == "hare-coursing"
    assert Wrapping([]).join(["Tel. 0115-", "4960"]) == "Tel. 0115- 4960"
