"""`pcgraph check`, called as a user calls it."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from pcgraph.build import build_store
from pcgraph.check.known import load_checks
from pcgraph.cli import run

SMALL = Path(__file__).parents[1] / "small"

FIRST_CUT = (
    "action-without-lead",
    "action-without-source",
    "deliverable-with-organisation-only",
    "deliverable-without-action",
    "deliverable-without-lead",
    "deliverable-without-partner",
    "deliverable-without-update",
    "figure-contradiction",
    "measure-without-baseline",
    "measure-without-source",
    "named-but-not-in-register",
    "outcome-without-measure",
    "partner-only-mentioned",
    "rag-missing",
    "tally-mismatch",
)
"""The checks whose findings in the small dataset are counted here, whatever checks there are besides."""

COUNTED = [part for name in FIRST_CUT for part in ("--check", name)]

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
    code, out, err = call(capsys, *COUNTED, "--data", data)
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
    assert {check["check"] for check in report["checks"]} == set(load_checks()) - set(report["not_run"])
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
        "theme": "2021-25/T1",
        "waived": "",
    }


def test_check_writes_csv_with_a_row_a_finding(capsys: Capture, data: Path) -> None:
    _, out, _ = call(capsys, *COUNTED, "--format", "csv", "--data", data)
    rows = list(csv.DictReader(out.splitlines()))
    assert len(rows) == 16
    assert rows[-1]["check"] == "partner-only-mentioned"
    assert rows[-1]["entity"] == "northmoor-university"


@pytest.mark.parametrize("output_format", ["table", "csv", "tsv", "json", "md", "html", "xlsx", "junit"])
def test_check_writes_every_format(capsys: Capture, data: Path, tmp_path: Path, output_format: str) -> None:
    file = tmp_path / f"checks.{'xml' if output_format == 'junit' else output_format}"
    code, out, _ = call(capsys, "--data", data, "--output", file)
    assert (code, out) == (0, "")
    content = file.read_bytes()
    assert content
    assert b"<script>alert(1)" not in content or output_format in ("table", "csv", "tsv", "json")
    assert call(capsys, "--data", data, "--format", output_format, "--output", file)[0] == 0
    assert file.read_bytes() == content


def test_check_output_is_the_same_twice(capsys: Capture, data: Path) -> None:
    assert call(capsys, "--data", data) == call(capsys, "--data", data)


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--check", "rag-mising"], "Error: There is no check “rag-mising”. Did you mean rag-missing?\n"),
        (["--fail-on", "grave"], "Error: Invalid value for '--fail-on': 'grave' is not one of"),
        (
            ["--as-of", "31/03/2021"],
            "Error: --as-of: “31/03/2021” is not a date. Write it as year-month-day: 2020-11-04.\n",
        ),
        (
            ["--profile", "none.toml"],
            "Error: none.toml cannot be read: no such file or directory. Nothing was checked.\n",
        ),
        (
            ["--waivers", "none.csv"],
            "Error: none.csv cannot be read: no such file or directory. Nothing was checked.\n",
        ),
        (["--output", "checks.pdf"], "Error: Files that end in .pdf cannot be written."),
        (["--format", "pdf"], "Error: Invalid value for '--format' / '-f': 'pdf' is not one of"),
    ],
)
def test_check_refuses_a_wrong_call(capsys: Capture, data: Path, args: list[str], message: str) -> None:
    code, out, err = call(capsys, *args, "--data", data)
    assert (code, out) == (2, "")
    assert message in err


WAIVERS = """check,entity,reason,by,until
outcome-without-measure,2021-25/T1B,No measure exists,Head of Policy,2024-03-31
rag-missing,t2-2023q2/2,Asked for,Head of Policy,2024-03-31
"""


@pytest.fixture
def office(data: Path, tmp_path: Path) -> Path:
    """The small dataset with its store, and a profile and accepted exceptions beside the tables."""
    folder = Path(shutil.copytree(data, tmp_path / "small"))
    (folder / "profile.toml").write_text('[checks.rag-missing]\nseverity = "error"\n', encoding="utf-8")
    (folder / "waivers.csv").write_text(WAIVERS, encoding="utf-8")
    return folder


def test_check_takes_profile_and_waivers_from_the_folder_of_the_dataset(capsys: Capture, office: Path) -> None:
    names = ["--check", "rag-missing", "--check", "outcome-without-measure"]
    code, out, err = call(capsys, *names, "--data", office, "--fail-on", "error")
    assert code == 1
    assert out.startswith("Checks: 1 error, 0 warnings, 0 notes; 1 accepted exception\n")
    assert "No measure exists (Head of Policy, until 2024-03-31)" in out
    assert err == (
        "2 accepted exceptions are taken as still in force; "
        "to hold the last days against a day, add --as-of, such as --as-of 2020-11-04.\n"
    )


def test_check_reports_what_has_run_out_on_the_day(capsys: Capture, office: Path) -> None:
    code, out, err = call(capsys, "--data", office, "--as-of", "2024-04-01", "--format", "csv")
    found = [row for row in csv.DictReader(out.splitlines()) if row["check"] == "waiver-expired"]
    assert code == 0
    assert [(row["entity"], row["document"], row["line"]) for row in found] == [
        ("2021-25/T1B", "waivers.csv", "row 2"),
        ("t2-2023q2/2", "waivers.csv", "row 3"),
    ]
    assert "accepted exception" not in err


def test_check_takes_the_files_given_before_those_of_the_folder(capsys: Capture, office: Path, tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text("[checks.rag-missing]\noff = true\n", encoding="utf-8")
    (tmp_path / "other.csv").write_text(WAIVERS.partition("\n")[0] + "\n", encoding="utf-8")
    files = ("--profile", tmp_path / "other.toml", "--waivers", tmp_path / "other.csv")
    code, out, err = call(capsys, *files, "--data", office, "--format", "json")
    report = json.loads(out)
    assert code == 0
    assert report["switched_off"] == ["rag-missing"]
    assert "rag-missing" not in [check["check"] for check in report["checks"]]
    assert not any(finding["waived"] for finding in report["findings"])
    assert "witched off by the profile: rag-missing." in err


def test_check_says_every_fault_of_both_files_and_writes_nothing(capsys: Capture, office: Path) -> None:
    (office / "profile.toml").write_text("[checks.rag-mising]\n", encoding="utf-8")
    (office / "waivers.csv").write_text(
        WAIVERS.replace("Asked for", "").replace("2024-03-31", "soon"), encoding="utf-8"
    )
    code, out, err = call(capsys, "--data", office, "--output", office / "checks.json")
    date = "until “soon” is not a date: write its last day as year-month-day, such as 2021-03-31.\n"
    assert (code, out) == (2, "")
    assert err == (
        "  profile.toml line 1: there is no check “rag-mising”. Did you mean rag-missing?\n"
        f"  waivers.csv row 2: {date}"
        "  waivers.csv row 3: reason is empty: say why it is accepted.\n"
        f"  waivers.csv row 3: {date}"
        "Error: 4 faults in profile.toml and waivers.csv. Nothing was checked. Mend what stands above.\n"
    )
    assert not (office / "checks.json").exists()


def test_check_does_not_call_the_graph_stale_when_only_profile_waivers_or_readings_change(
    capsys: Capture, office: Path
) -> None:
    (office / "readings-a.csv").write_text("deliverable,relation\n", encoding="utf-8")
    assert "have changed" not in call(capsys, "--data", office)[2]
    (office / "updates.csv").touch()
    with (office / "updates.csv").open("a", encoding="utf-8") as table:
        table.write("\n")
    assert "have changed since the graph was built" in call(capsys, "--data", office)[2]


def test_check_summary_is_checks_by_theme_with_the_totals_in_its_title(capsys: Capture, data: Path) -> None:
    code, out, _ = call(capsys, "--summary", *COUNTED, "--data", data)
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "Checks: 1 error, 11 warnings, 4 notes"
    assert lines[2].split() == ["Severity", "Check", "T1", "T2", "Other", "Total"]
    assert lines[4].split() == ["error", "outcome-without-measure", "1", "1"]
    assert "warning   deliverable-without-lead             1   1             2" in lines
    assert "info      partner-only-mentioned                          1      1" in lines
    assert max(map(len, lines)) <= 80


def test_check_summary_ends_with_how_many_checks_found_nothing(capsys: Capture, data: Path) -> None:
    out = call(capsys, "--summary", "--check", "rag-missing", "--check", "waiver-unused", "--data", data)[1]
    assert out.splitlines()[-1] == "1 check found nothing."


def test_check_summary_is_written_as_csv_with_a_column_a_theme(capsys: Capture, data: Path) -> None:
    out = call(capsys, "--summary", "--check", "rag-missing", "--format", "csv", "--data", data)[1]
    assert out.splitlines() == ["severity,check,T2,other,total", "warning,rag-missing,1,,1"]


def test_check_finds_the_same_with_the_reference_as_without(capsys: Capture, data: Path) -> None:
    code, out, _ = call(capsys, "--check", "shape", "--shacl", "--data", data)
    assert (code, out) == call(capsys, "--check", "shape", "--data", data)[:2]
    assert out.startswith("Checks: 0 errors, 0 warnings, 0 notes\n")


def test_check_writes_junit_with_the_accepted_exception_skipped(capsys: Capture, office: Path) -> None:
    out = call(capsys, "--check", "outcome-without-measure", "--format", "junit", "--data", office)[1]
    root = fromstring(out)  # noqa: S314 - our own text
    assert (root.get("tests"), root.get("failures"), root.get("skipped")) == ("1", "0", "1")
    assert root[0][0].attrib == {
        "classname": "pcgraph.check.outcome-without-measure",
        "name": "2021-25/T1B: Young people are heard",
    }


def test_check_says_how_to_build_when_there_is_no_store(capsys: Capture, tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "small", ignore=shutil.ignore_patterns(".pcgraph"))
    code, out, err = call(capsys, "--data", tmp_path / "small")
    assert (code, out) == (2, "")
    assert "Run: pcgraph build" in err


def test_check_help_has_an_example(capsys: Capture) -> None:
    code, out, _ = call(capsys, "--help")
    assert code == 0
    assert "pcgraph check --fail-on error" in out


def test_check_refuses_an_empty_day(capsys: Capture, data: Path) -> None:
    code, out, err = call(capsys, "--data", data, "--as-of", "")
    assert (code, out) == (2, "")
    assert err == "Error: --as-of is given without a day. Write it as year-month-day: 2020-11-04.\n"
