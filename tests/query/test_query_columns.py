"""`--columns`: exactly the columns asked for, in their order, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pcgraph.query.catalogue import load_catalogue
from tests.query.conftest import Capture, call


@pytest.mark.parametrize(("output_format", "mark"), [("csv", ","), ("tsv", "\t")])
def test_query_writes_exactly_the_columns_asked_for_in_their_order(
    capsys: Capture, data: Path, output_format: str, mark: str
) -> None:
    args = ("query", "not-green", "--columns", "code,status", "--data", data, "--format", output_format)
    rows = (f"code{mark}status", f"{mark}Red", f"2023-24/T2.2{mark}Amber")
    assert call(capsys, *args) == (0, "".join(f"{row}\r\n" for row in rows), "")


@pytest.mark.parametrize("output_format", ["table", "md", "html"])
def test_query_shows_the_headings_of_the_columns_asked_for(capsys: Capture, data: Path, output_format: str) -> None:
    args = ("query", "not-green", "--columns", " Status , CODE ", "--data", data, "--format", output_format)
    code, out, _ = call(capsys, *args)
    assert code == 0
    assert out.index("Status") < out.index("Code") < out.index("Amber") < out.index("2023-24/T2.2")
    assert "Follow up" not in out
    assert "Responsible" not in out


def test_query_writes_the_columns_asked_for_to_json_and_excel(capsys: Capture, data: Path, tmp_path: Path) -> None:
    args = ("query", "not-green", "--columns", "code,status", "--data", data, "--output")
    assert call(capsys, *args, tmp_path / "a.json")[0] == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == [
        {"code": None, "status": "Red"},
        {"code": "2023-24/T2.2", "status": "Amber"},
    ]
    assert call(capsys, *args, tmp_path / "a.xlsx")[0] == 0
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    cells = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert [row for row in cells if row][-3:] == [["Code", "Status"], ["Red"], ["2023-24/T2.2", "Amber"]]


def test_query_takes_columns_before_the_name_and_for_the_list(capsys: Capture, data: Path) -> None:
    before = call(capsys, "query", "--columns", "code,kind", "--data", data, "--format", "csv", "documents")
    assert before == call(capsys, "query", "documents", "--columns", "code,kind", "--data", data, "--format", "csv")
    code, out, _ = call(capsys, "query", "--columns", "query", "--format", "csv")
    assert code == 0
    assert out.split() == ["query", *load_catalogue().queries]


def test_check_writes_one_table_of_the_columns_asked_for(capsys: Capture, data: Path, tmp_path: Path) -> None:
    args = ("check", "--check", "rag-missing", "--data", data, "--columns", "entity,check")
    assert call(capsys, *args, "--format", "csv")[:2] == (0, "entity,check\r\nt2-2023q2/3,rag-missing\r\n")
    code, out, _ = call(capsys, *args, "--format", "json")
    assert (code, json.loads(out)) == (0, [{"entity": "t2-2023q2/3", "check": "rag-missing"}])
    code, out, _ = call(capsys, *args)
    assert (code, out.split()[-2:]) == (0, ["t2-2023q2/3", "rag-missing"])
    assert call(capsys, *args, "--output", tmp_path / "c.xlsx")[0] == 0
    sheet = load_workbook(tmp_path / "c.xlsx").worksheets[0]
    assert [cell.value for row in sheet.iter_rows(max_row=2) for cell in row] == [
        "Code",
        "Check",
        "t2-2023q2/3",
        "rag-missing",
    ]


def test_check_writes_the_columns_of_the_summary(capsys: Capture, data: Path) -> None:
    args = (
        "check",
        "--check",
        "rag-missing",
        "--data",
        data,
        "--summary",
        "--columns",
        "total,check",
        "--format",
        "csv",
    )
    code, out, _ = call(capsys, *args)
    assert (code, out.splitlines()[:2]) == (0, ["total,check", "1,rag-missing"])


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["--columns", "entiti"],
            "Error: There is no column “entiti”. Did you mean entity? There are: severity, check, ",
        ),
        (["--columns", "check", "--format", "junit"], "Error: The format junit has no columns. Leave out --columns, "),
    ],
)
def test_check_refuses_columns_that_it_cannot_write(
    capsys: Capture, data: Path, tmp_path: Path, args: list[str], message: str
) -> None:
    file = tmp_path / "findings"
    code, out, err = call(capsys, "check", "--data", data, *args, "--output", file)
    assert (code, out, file.exists()) == (2, "", False)
    assert message in err


def test_changes_writes_the_columns_asked_for(capsys: Capture) -> None:
    history = Path(__file__).parents[1] / "history"
    args = ("changes", "--from", "t2-2023q2", "--to", "t2-2023q3", "--data", history, "--kind", "rag")
    code, out, _ = call(capsys, *args, "--columns", "after,before,kind", "--format", "csv")
    assert (code, out) == (0, "after,before,kind\r\nAmber,Green,rag\r\n")
    code, _, err = call(capsys, *args, "--columns", "colour")
    assert code == 2
    assert "There is no column “colour”. There are: kind, " in err


def test_columns_asked_for_may_name_each_column_of_every_query(capsys: Capture, data: Path) -> None:
    for query in load_catalogue().queries.values():
        if any(parameter.is_required for parameter in query.params):
            continue
        keys = [key for key, _ in reversed(query.columns)]
        code, out, _ = call(capsys, "query", query.name, "--columns", ",".join(keys), "--data", data, "--format", "csv")
        assert (code, out.splitlines()[0]) == (0, ",".join(keys))
