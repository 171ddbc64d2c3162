"""`pcgraph check`, called as a user calls it."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.cli import run

SMALL = Path(__file__).parents[1] / "small"

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small dataset with its store."""
    folder = tmp_path_factory.mktemp("data") / "small"
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".pcgraph"))
    build_store(folder)
    return folder


def call(capsys: Capture, *args: str | Path) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of `pcgraph check` with these arguments."""
    code = run(["check", *map(str, args)])
    out, err = capsys.readouterr()
    return code, out, err


def test_check_prints_the_summary_first_and_what_was_not_covered(capsys: Capture, data: Path) -> None:
    code, out, err = call(capsys, "--data", data)
    assert code == 0
    assert out.startswith("Checks: 1 error, 11 warnings, 4 notes\n")
    assert out.index("Deliverables without a lead") < out.index("Findings: 1 error") < out.index("2021-25/T1.2")
    assert err.count("\n") == 1
    assert err.startswith("Not covered by the papers read so far: 3 deliverables")


def test_check_prints_a_summary_only_when_nothing_is_found(capsys: Capture, tmp_path: Path) -> None:
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".pcgraph"))
    table = folder / "updates.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("partners,,,,24", "partners,G,,,24"), encoding="utf-8")
    build_store(folder)
    code, out, err = call(capsys, "--check", "rag-missing", "--fail-on", "info", "--data", folder)
    assert (code, err) == (0, "")
    assert out.startswith("Checks: 0 errors, 0 warnings, 0 notes\n")
    assert "Findings:" not in out


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ([], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--check", "rag-missing", "--fail-on", "error"], 0),
        (["--check", "rag-missing", "--fail-on", "warning"], 1),
        (["--check", "rag-missing", "--check", "outcome-without-measure", "--fail-on", "error"], 1),
    ],
)
def test_check_leaves_with_one_on_findings_as_grave_as_asked(
    capsys: Capture, data: Path, args: list[str], expected: int
) -> None:
    assert call(capsys, *args, "--data", data)[0] == expected


def test_check_writes_json_with_problem_why_and_fix(capsys: Capture, data: Path) -> None:
    code, out, _ = call(capsys, "--format", "json", "--data", data)
    report = json.loads(out)
    assert code == 0
    assert len(report["checks"]) == 15
    assert all(check["problem"] and check["why"] and check["fix"] for check in report["checks"])
    counted = {check["check"]: (check["findings"], check["not_covered"]) for check in report["checks"]}
    assert counted["deliverable-without-lead"] == (2, 0)
    assert counted["deliverable-without-action"] == (1, 3)
    assert report["findings"][0]["severity"] == "error"
    assert next(row for row in report["findings"] if row["check"] == "deliverable-without-lead") == {
        "severity": "warning",
        "check": "deliverable-without-lead",
        "entity": "2021-25/T1.2",
        "label": "Open a helpline for young people",
        "detail": "No post leads it and no report names a responsible code.",
        "document": "strategy-2021-25",
        "line": "15",
    }


def test_check_writes_csv_with_a_row_a_finding(capsys: Capture, data: Path) -> None:
    _, out, _ = call(capsys, "--format", "csv", "--data", data)
    rows = list(csv.DictReader(out.splitlines()))
    assert len(rows) == 16
    assert rows[-1]["check"] == "partner-only-mentioned"
    assert rows[-1]["entity"] == "northmoor-university"


@pytest.mark.parametrize("output_format", ["table", "csv", "tsv", "json", "md", "html", "xlsx"])
def test_check_writes_every_format(capsys: Capture, data: Path, tmp_path: Path, output_format: str) -> None:
    file = tmp_path / f"checks.{output_format}"
    code, out, _ = call(capsys, "--data", data, "--output", file)
    assert (code, out) == (0, "")
    content = file.read_bytes()
    assert content
    assert b"<script>alert(1)" not in content or output_format in ("table", "csv", "tsv", "json")


def test_check_output_is_the_same_twice(capsys: Capture, data: Path) -> None:
    assert call(capsys, "--data", data) == call(capsys, "--data", data)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--check", "rag-mising"], "Error: There is no check “rag-mising”. Did you mean rag-missing?\n"),
        (["--fail-on", "grave"], "Error: Invalid value for '--fail-on': 'grave' is not one of"),
        (["--format", "pdf"], "Error: Invalid value for '--format' / '-f': 'pdf' is not one of"),
    ],
)
def test_check_refuses_a_wrong_call(capsys: Capture, data: Path, args: list[str], message: str) -> None:
    code, out, err = call(capsys, *args, "--data", data)
    assert (code, out) == (2, "")
    assert message in err


def test_check_says_how_to_build_when_there_is_no_store(capsys: Capture, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "small", ignore=shutil.ignore_patterns(".pcgraph"))
    code, out, err = call(capsys, "--data", tmp_path / "small")
    assert (code, out) == (2, "")
    assert "Run: pcgraph build" in err


def test_check_help_has_an_example(capsys: Capture) -> None:
    code, out, _ = call(capsys, "--help")
    assert code == 0
    assert "pcgraph check --fail-on error" in out
