"""Paragraphs that an earlier quarter's report printed are old news."""

from __future__ import annotations

import json
from pathlib import Path

from pcgraph.ingest import ingest
from pcgraph.model import Row, get_table
from pcgraph.tables.read import read_tables
from pcgraph.tables.repeats import mark_repeats
from tests.conftest import DOCUMENTS as DOCUMENTS_DIR


def row(table: str, **cells: str) -> Row:
    return dict.fromkeys(get_table(table).names, "") | cells


def passage(report: str, position: int, line: str, digest: str) -> Row:
    cells = {"update": f"{report}/1", "position": str(position), "document": report, "line": line, "digest": digest}
    return row("passages", **cells)


def part(report: str, line: str, as_of: str = "") -> Row:
    return row("involvements", subject=f"{report}/1", document=report, line=line, as_of=as_of)


DOCUMENTS = [
    row("documents", id="q2", period="2023-24Q2"),
    row("documents", id="q3", period="2023-24Q3"),
    row("documents", id="q4", period="2023-24Q4"),
]


def mark(passages: list[Row], parts: list[Row]) -> tuple[list[str], list[str]]:
    found, dated = mark_repeats({"documents": DOCUMENTS, "passages": passages, "involvements": parts})
    return [one["repeats"] for one in found], [one["as_of"] for one in dated]


def test_paragraph_names_the_first_report_that_printed_it() -> None:
    repeats, _ = mark([passage("q4", 1, "9", "x"), passage("q3", 1, "8", "x"), passage("q2", 1, "7", "x")], [])
    assert repeats == ["q2", "q2", ""]


def test_part_in_a_repeated_paragraph_is_dated_by_the_earlier_quarter_whatever_date_stands_above_it() -> None:
    passages = [passage("q2", 1, "7", "x"), passage("q3", 1, "8-9", "x"), passage("q3", 2, "10", "new")]
    _, dates = mark(passages, [part("q3", "9"), part("q3", "10"), part("q3", "8", as_of="2023-10-04"), part("q2", "7")])
    assert dates == ["2023-09-30", "", "2023-09-30", ""]


def test_part_is_not_dated_where_new_words_stand_in_the_same_line() -> None:
    passages = [passage("q2", 1, "7", "x"), passage("q3", 1, "8", "x"), passage("q3", 2, "8", "new")]
    assert mark(passages, [part("q3", "8")])[1] == [""]


def test_paragraph_twice_in_one_report_repeats_nothing() -> None:
    assert mark([passage("q3", 1, "7", "x"), passage("q3", 2, "8", "x")], [])[0] == ["", ""]


def test_part_in_a_repeated_paragraph_has_the_date_that_the_earlier_report_gave_it() -> None:
    passages = [{**passage("q2", 1, "7", "x"), "as_of": "2023-08-14"}, passage("q3", 1, "8", "x")]
    assert mark(passages, [part("q3", "8", as_of="2024-01-18")])[1] == ["2023-08-14"]


def test_repeated_paragraphs_of_a_next_quarter_are_told_and_dated_as_old(tmp_path: Path) -> None:
    reports = [DOCUMENTS_DIR / "names" / f"penmarsh-t1-2023q{quarter}.txt" for quarter in (2, 3)]
    ingest(reports, tmp_path / "penmarsh")
    expected = json.loads(reports[1].with_suffix(".expected.json").read_text(encoding="utf-8"))["repeated"]
    tables, _ = read_tables(tmp_path / "penmarsh")
    repeated = [one for one in tables["passages"] if one["repeats"]]
    assert {(one["update"], one["line"], one["repeats"]) for one in repeated} == {
        (f"penmarsh-t1-2023q3/{one['item']}", str(one["lines"]), one["document"]) for one in expected
    }
    lines = {one["line"] for one in repeated}
    dates = [
        one["as_of"]
        for one in tables["involvements"]
        if one["document"] == "penmarsh-t1-2023q3" and one["line"] in lines and "/T" not in one["subject"]
    ]
    assert len(dates) > 20
    assert max(dates) < "2023-12"


REPORT = """POLICE AND CRIME DELIVERY PLAN (2022-23)
STRATEGIC THEME 2 UPDATE (Qtr {quarter})
THEME 2: STANDING BY VICTIMS
No\tOrganisation\tSPECIFIC DELIVERABLES\tRAG Status
1\tAD\tInvest in refuges for survivors of abuse\tG

{refuges}

2\tForce\tRaise awareness of hate crime in towns\tG

{awareness}
"""
CUT = "Awareness Week was marked with stalls in Brackwater market, which"
REST = "Stand Together Haldershire helped to staff."


def ingest_quarters(folder: Path, second: tuple[str, str], third: tuple[str, str]) -> list[tuple[str, str, str, str]]:
    files = [folder / "t2-2022q2.txt", folder / "t2-2022q3.txt"]
    for quarter, (refuges, awareness) in zip((2, 3), (second, third), strict=True):
        text = REPORT.format(quarter=quarter, refuges=refuges, awareness=awareness)
        files[quarter - 2].write_text(text, encoding="utf-8")
    ingest(files, folder / "data")
    tables, _ = read_tables(folder / "data")
    return [(one["update"], one["line"], one["as_of"], one["repeats"]) for one in tables["passages"]]


def test_paragraph_is_the_same_whether_its_label_stands_on_a_line_of_its_own_or_not(tmp_path: Path) -> None:
    words = "The Commissioner has paid for three refuges."
    alone, inline = f"Update 6.10.22 AD:\n\n{words}", f"<p><b>Update 6.10.22 AD:</b> {words}</p>"
    assert ingest_quarters(tmp_path, (alone, f"{CUT} {REST}"), (inline, "Lessons were given in schools.")) == [
        ("t2-2022q2/1", "9", "2022-10-06", ""),
        ("t2-2022q2/2", "13", "", ""),
        ("t2-2022q3/1", "7", "2022-10-06", "t2-2022q2"),
        ("t2-2022q3/2", "11", "", ""),
    ]


def test_paragraph_is_the_same_when_page_furniture_cuts_it(tmp_path: Path) -> None:
    furniture = "Police and Crime Plan 2022-25\tPage 4 of 7"
    cut = f"{CUT}\n\n{furniture}\n\n{REST}"
    old, new = "Three refuges were paid for.", "Four refuges were paid for."
    assert ingest_quarters(tmp_path, (old, f"{CUT} {REST}"), (new, cut))[2:] == [
        ("t2-2022q3/1", "7", "", ""),
        ("t2-2022q3/2", "11-15", "2022-09-30", "t2-2022q2"),
    ]
