"""`pcgraph ingest` as a user meets it: one clear line and exit code 2 for every bad input."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DOCUMENTS, Run

REPORT = DOCUMENTS / "report-t1-2024q2.txt"


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def duplicate_number(folder: Path) -> Path:
    text = REPORT.read_text(encoding="utf-8")
    assert "\n3\t" in text
    return write(folder / "twice.txt", text.replace("\n3\t", "\n2\t", 1).encode())


BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty": (lambda d: write(d / "empty.txt", b""), "is empty"),
    "blank": (lambda d: write(d / "blank.txt", b" \n\n"), "is empty"),
    "binary": (lambda d: write(d / "binary.txt", bytes(range(256)) * 40), "is not text but binary"),
    "unknown kind": (lambda d: write(d / "letter.txt", b"Dear Sir,\nthank you.\n"), "is of no kind known here"),
    "encoding": (lambda d: write(d / "latin.txt", b"RAG status\nCost \xa350\n"), "is not UTF-8: byte 0xa3 in line 2"),
    "duplicate number": (duplicate_number, "Item number 2 stands twice"),
    "missing": (lambda d: d / "none.txt", "There is no file"),
    "folder": (lambda d: d, "is a folder"),
    "format": (lambda d: write(d / "plan.pdf", b"%PDF-1.7"), "plan.pdf is cut off"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_ingest_refuses_bad_files_with_one_line_and_a_hint(name: str, tmp_path: Path, run: Run) -> None:
    make, message = BAD_FILES[name]
    code, out, err = run("ingest", make(tmp_path), "--data", tmp_path / "new")
    errors = [line for line in err.splitlines() if not line.startswith("Reading ")]
    assert code == 2
    assert out == ""
    assert len(errors) == 1
    assert errors[0].startswith("Error: ")
    assert message in errors[0]
    assert errors[0].endswith((".", "?", ")", "cp1252.", "*.txt"))
    assert not (tmp_path / "new").exists()


def test_ingest_reads_another_encoding_where_it_is_named(tmp_path: Path, run: Run) -> None:
    file = write(tmp_path / "report.txt", REPORT.read_text(encoding="utf-8").encode("cp1252"))
    assert run("ingest", file, "--data", tmp_path / "new")[0] == 2
    assert run("ingest", file, "--data", tmp_path / "new", "--encoding", "cp1252")[0] == 0


def test_ingest_says_what_it_read_and_changed(tmp_path: Path, run: Run) -> None:
    code, out, err = run("ingest", REPORT, "--data", tmp_path / "new")
    assert (code, out) == (0, "")
    assert "report-t1-2024q2: monitoring report, 3 themes, 14 deliverables, 14 updates, " in err
    assert re.search(r" \d+ new names, \d+ parts, \d+ figures, 2 anomalies\n", err)
    assert "Next: pcgraph build" in err
    assert "Nothing changed." in run("ingest", REPORT, "--data", tmp_path / "new")[2]


def test_ingest_dry_run_prints_the_changes_as_csv(tmp_path: Path, run: Run) -> None:
    code, out, _ = run("ingest", REPORT, "--data", tmp_path / "new", "--dry-run", "--format", "csv")
    assert code == 0
    assert out.startswith("table,change,key,column,before,after\r\ndocuments,added,report-t1-2024q2,,,")
    assert not (tmp_path / "new").exists()


def test_ingest_refuses_years_that_are_none(tmp_path: Path, run: Run) -> None:
    code, _, err = run("ingest", REPORT, "--data", tmp_path / "new", "--plan", "2018")
    assert code == 2
    assert "give the years as in 2018-21" in err


def test_ingest_refuses_a_file_for_a_folder(tmp_path: Path, run: Run) -> None:
    code, _, err = run("ingest", REPORT, "--data", write(tmp_path / "file", b"x"))
    assert code == 2
    assert "is a file, not a folder" in err


def test_ingest_refuses_a_folder_without_a_place(tmp_path: Path, run: Run) -> None:
    code, _, err = run("ingest", REPORT, "--data", tmp_path / "no" / "such" / "place")
    assert code == 2
    assert "Cannot make" in err
    assert "no such file or directory" in err


def test_ingest_takes_the_kind_that_the_user_names(tmp_path: Path, run: Run) -> None:
    code, _, err = run("ingest", REPORT, "--data", tmp_path / "new", "--kind", "force-framework")
    assert code == 2
    assert "no rows are found under headings such as Ref" in err
