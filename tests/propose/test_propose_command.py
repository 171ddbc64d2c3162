"""`pcgraph propose`: candidates as records or as a workbook; the tables stay as they are."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import ROOT, Run


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The made-up force with a history."""
    return Path(shutil.copytree(ROOT / "tests" / "history", tmp_path / "history"))


@pytest.fixture
def unjudged(data: Path) -> Path:
    """The same, where nothing was judged yet."""
    for name in ("contributions", "lineage"):
        (data / f"{name}.csv").unlink()
    return data


def read_all(data: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in data.glob("*.csv")}


def test_propose_prints_ranked_outcomes_of_what_is_not_judged(data: Path, run: Run) -> None:
    before = read_all(data)
    code, out, err = run("propose", "contributions", "--data", str(data), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0, err
    assert [(row["deliverable"], row["outcome"], row["rank"]) for row in rows] == [
        ("2024-25/T2.3", "2021-25/T2A", "primary"),
        ("2024-25/T2.3", "2021-25/T1A", "secondary"),
    ]
    assert "2 candidates for 1 of 1 deliverables; 8 are judged already" in err
    assert read_all(data) == before


def test_propose_prints_earlier_versions_with_the_words_of_both(unjudged: Path, run: Run) -> None:
    code, out, err = run("propose", "lineage", "--data", str(unjudged), "--format", "json")
    assert code == 0, err
    assert "2 candidates for 2 of 6 deliverables; for 4 nothing is alike enough." in err
    assert '"relation": "continues"' in out
    assert out.count("Improve the partnership response to rural crime") == 2
    assert json.loads(out)


def test_propose_gives_as_many_as_asked_for(unjudged: Path, run: Run) -> None:
    code, out, _ = run("propose", "contributions", "--top", "1", "--data", str(unjudged), "--format", "csv")
    assert (code, len(out.splitlines())) == (0, 1 + 9)


def test_propose_of_everything_proposes_for_what_is_judged_too(data: Path, run: Run) -> None:
    _, out, _ = run("propose", "contributions", "--everything", "--data", str(data), "--format", "csv")
    found = {(row["deliverable"], row["outcome"], row["rank"]) for row in csv.DictReader(io.StringIO(out))}
    assert ("2024-25/T2.2", "2021-25/T2A", "secondary") in found
    assert not {pair for pair in found if pair[:2] == ("2021-25/T2.1", "2021-25/T1A")}, "it was rejected"


def test_propose_writes_the_same_workbook_twice_with_one_sheet_to_judge(
    unjudged: Path, tmp_path: Path, run: Run
) -> None:
    books = [tmp_path / "first.xlsx", tmp_path / "second.xlsx"]
    for book in books:
        code, out, err = run("propose", "lineage", "--data", str(unjudged), "--output", str(book))
        assert (code, out) == (0, ""), err
    assert "Fill in the verdicts, then: pcgraph review" in err
    assert books[0].read_bytes() == books[1].read_bytes()
    opened = load_workbook(books[0])
    assert opened.sheetnames == ["Read me", "Earlier versions"]
    so_far = [cell.value for cell in opened["Earlier versions"]["I"]]
    assert [str(text).rpartition(" ")[0] for text in so_far] == ["So", "candidate, score", "candidate, score"]
    assert so_far[2] == "candidate, score 1.00"  # the same words


def test_propose_is_not_written_over_verdicts_that_were_not_taken(unjudged: Path, tmp_path: Path, run: Run) -> None:
    book = tmp_path / "review.xlsx"
    assert run("propose", "lineage", "--data", str(unjudged), "-o", str(book))[0] == 0
    opened = load_workbook(book)
    opened["Earlier versions"]["A2"] = "agree"
    opened.save(book)
    code, _, err = run("propose", "lineage", "--data", str(unjudged), "-o", str(book))
    assert (code, "holds verdicts that were not taken yet" in err) == (2, True)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["partners"], "'partners' is not one of 'contributions', 'lineage'"),
        ([], "Missing argument"),
        (["lineage", "--top", "0"], "0 is not in the range x>=1"),
        (["lineage", "--output", "lineage.doc"], "Files that end in .doc cannot be written."),
        (["lineage", "--data", "nowhere"], "There is no dataset at nowhere."),
    ],
)
def test_propose_says_what_is_wrong_with_a_call(args: list[str], message: str, run: Run) -> None:
    code, _, err = run("propose", *args)
    assert (code, message in err) == (2, True), err


def test_propose_leaves_hostile_wordings_inert(unjudged: Path, tmp_path: Path, run: Run) -> None:
    table = unjudged / "deliverables.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("Publish the town safety map", "=cmd|' /C calc'!A1 <b>town</b>"), encoding="utf-8")
    book = tmp_path / "review.xlsx"
    assert run("propose", "contributions", "--data", str(unjudged), "-o", str(book))[0] == 0
    cells = [cell for row in load_workbook(book)["Contributions"].iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=cmd") for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)
    out = run("propose", "contributions", "--data", str(unjudged), "--format", "csv")[1]
    assert ",'=cmd" in out
