"""A person's word follows its row to the line where the document's newer copy prints it."""

from __future__ import annotations

from pcgraph.model import Row, get_table
from pcgraph.tables.merge import merge_rows
from pcgraph.tables.moved import follow_lines

FIGURES = get_table("figures")


def figure(line: str, what: str = "thefts", *, status: str = "", document: str = "t2-2023q2") -> Row:
    cells = {"update": f"{document}/2", "what": what, "value": "9", "unit": "count", "document": document, "line": line}
    return dict.fromkeys(FIGURES.names, "") | cells | {"status": status}


def merge(base: list[Row], ours: list[Row], theirs: list[Row]) -> list[tuple[str, str]]:
    base, ours = follow_lines(FIGURES, base=base, ours=ours, theirs=theirs)
    rows, conflicts = merge_rows(FIGURES, base=base, ours=ours, theirs=theirs)
    assert conflicts == []
    return [(row["line"], row["status"]) for row in rows]


def test_verdict_follows_its_row_when_lines_are_put_in_above() -> None:
    base = [figure("9"), figure("10")]
    ours = [figure("9", status="rejected"), figure("10", status="agreed")]
    assert merge(base, ours, [figure("10"), figure("11")]) == [("10", "rejected"), ("11", "agreed")]


def test_verdict_follows_its_row_when_the_report_is_read_as_pdf() -> None:
    assert merge([figure("21")], [figure("21", status="agreed")], [figure("p3l7")]) == [("p3l7", "agreed")]


def test_deletion_follows_its_row() -> None:
    assert merge(
        [figure("21"), figure("21", "raids")], [figure("21", "raids")], [figure("25"), figure("26", "raids")]
    ) == [("26", "")]


def test_row_stays_when_the_copy_names_the_thing_more_often() -> None:
    base, ours = follow_lines(
        FIGURES, base=[figure("21")], ours=[figure("21", status="agreed")], theirs=[figure("25"), figure("26")]
    )
    assert [row["line"] for row in base + ours] == ["21", "21"]


def test_row_stays_when_a_person_has_one_at_the_new_line() -> None:
    mine = figure("25", status="agreed")
    _, ours = follow_lines(FIGURES, base=[figure("21")], ours=[figure("21"), mine], theirs=[figure("25")])
    assert [row["line"] for row in ours] == ["21", "25"]


def test_table_without_lines_in_its_key_comes_back_as_it_is() -> None:
    codes = get_table("codes")
    row = dict.fromkeys(codes.names, "")
    assert follow_lines(codes, base=[row], ours=[], theirs=[]) == ([row], [])
