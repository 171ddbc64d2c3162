"""The command `pcgraph paper`: what it writes, and one line for each mistake."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from pcgraph.ingest import ingest
from pcgraph.paper import make_paper, render_paper
from tests.conftest import REAL_DATA, Run
from tests.paper.conftest import HISTORY


def test_paper_prints_markdown_by_default(run: Run) -> None:
    code, out, err = run("paper", "--theme", "T2", "--report", "t2-2024q1", "--data", HISTORY)
    assert (code, err) == (0, "")
    assert out.startswith("# Theme 2: Making market towns safer, quarter 1 of 2024-25\n")


@pytest.mark.parametrize(
    ("name", "start"), [("p.docx", b"PK"), ("p.html", b"<!doctype"), ("p.htm", b"<!"), ("p.md", b"#")]
)
def test_paper_takes_its_format_from_the_files_ending(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    file = tmp_path / name
    code, out, err = run("paper", "--report", "t2-2024q1", "--data", HISTORY, "--output", file)
    assert (code, out, err) == (0, "", f"Wrote {file}\n")
    assert file.read_bytes().startswith(start)


def test_paper_writes_the_format_asked_for_into_any_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    assert run("paper", "--report", "t2-2024q1", "--data", HISTORY, "-f", "md", "-o", file)[0] == 0
    assert file.read_text(encoding="utf-8").startswith("# Theme 2")


def test_paper_compares_with_the_report_named_and_narrows_to_agreed(run: Run) -> None:
    call = ("paper", "--report", "t2-2023q3", "--from", "t2-2023q2", "--agreed-only", "--data", HISTORY)
    code, out, _ = run(*call)
    assert code == 0
    assert "| Compared with | t2-2023q2 |" in out
    assert "| Judgements | those that the office agreed to only |" in out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--report", "t2-2024q2"], "There is no report “t2-2024q2”. Did you mean"),
        (["--report", "strategy-2021-25"], "strategy-2021-25 is no monitoring report but a strategic framework."),
        (["--report", "t2-2024q1", "--theme", "T1"], "t2-2024q1 reports on T2, not on T1. Use --theme T2."),
        (["--report", "t2-2024q1", "--theme", "T9"], "There is no theme “T9”. Themes: T1, T2."),
        (["--report", "t2-2024q1", "-o", "paper.pdf"], "Files that end in .pdf cannot be written. Use .docx, .html"),
        (["--report", "t2-2024q1", "-f", "pdf"], "Invalid value for '--format'"),
        ([], "Missing option '--report'"),
    ],
)
def test_paper_explains_a_wrong_call_in_one_line(run: Run, args: list[str], message: str) -> None:
    code, out, err = run("paper", "--data", HISTORY, *args)
    assert (code, out) == (2, "")
    assert message in " ".join(err.split())
    assert "Traceback" not in err


def test_paper_says_that_there_is_no_dataset(run: Run, tmp_path: Path) -> None:
    code, out, err = run("paper", "--report", "t2-2024q1", "--data", tmp_path / "none")
    assert (code, out) == (2, "")
    assert "There is no dataset at" in err


def test_paper_leaves_nothing_behind_where_the_file_cannot_be_written(run: Run, tmp_path: Path) -> None:
    code, _, err = run("paper", "--report", "t2-2024q1", "--data", HISTORY, "-o", tmp_path / "no" / "p.docx")
    assert code == 2
    assert "Cannot write" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.sources
def test_paper_of_a_fresh_ingest_is_the_documents_own_table(sources: Path, tmp_path: Path) -> None:
    document = sources / "t3-2019q4.txt"
    ingest([document], tmp_path / "data")
    paper = make_paper(tmp_path / "data", report="t3-2019q4", theme="T3")
    lines = document.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("\t")] for line in lines]
    rows = [tuple(row[:4]) for row in cells if len(row) >= 4 and row[0].isdigit() and row[3] in ("G", "A", "R", "W")]
    assert len(rows) == 15
    assert [(item.number, item.responsible, item.wording, item.letter) for item in paper.items] == rows
    assert [(row.letter, row.printed, row.counted, row.agrees) for row in paper.key] == [
        ("G", "14/15 (93.3%)", "14/15 (93.3%)", True),
        ("A", "1/15 (6.7%)", "1/15 (6.7%)", True),
        ("R", "0/15 (0%)", "0/15 (0%)", True),
        ("W", "0/15 (0%)", "0/15 (0%)", True),
    ]


LONGEST = 14
"""More words in a row than a name, the label of a figure or an official wording share with the narrative."""


@pytest.mark.sources
@pytest.mark.parametrize("report", ["t1-2020q1", "t3-2018q1", "t3-2019q4"])
def test_paper_holds_no_sentence_of_the_narrative(sources: Path, report: str) -> None:
    with (REAL_DATA / "updates.csv").open(encoding="utf-8", newline="") as file:
        updates = [row for row in csv.DictReader(file) if row["report"] == report]
    lines = (sources / f"{report}.txt").read_text(encoding="utf-8").splitlines()
    text = " ".join(to_words(str(render_paper(make_paper(REAL_DATA, report=report), "md"))))
    for row in updates:
        for line in lines[int(row["line_first"] or 1) - 1 : int(row["line_last"] or 0)]:
            words = to_words(line)
            windows = (" ".join(words[i : i + LONGEST]) for i in range(len(words) - LONGEST + 1))
            assert [window for window in windows if window in text] == []


def to_words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"<[^>]*>|&\w+;", " ", text).lower())
