"""The report as a matrix, as JUnit XML, as JSON and as a workbook."""

from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from openpyxl import load_workbook

from pcgraph.check import CheckReport, Finding, Uncovered
from pcgraph.check.as_json import write_json
from pcgraph.check.junit import write_junit
from pcgraph.check.matrix import to_matrix
from pcgraph.check.themes import find_themes
from pcgraph.query.files import CheckFile, Limit, Severity
from pcgraph.render import render_records
from pcgraph.render.workbook import render_sheets
from pcgraph.store import Store

ALLOWED = {
    "testsuites": {"name", "tests", "failures", "errors", "skipped"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped"},
    "testcase": {"classname", "name"},
    "failure": {"type", "message"},
    "skipped": {"message"},
}
"""The elements and attributes that Jenkins' schema and GitLab know, as far as they are used."""


def make_check(name: str, severity: Severity, limits: tuple[Limit, ...] = ()) -> CheckFile:
    return CheckFile(
        name, f"Title of {name}", "It is so.", "It matters.", "Mend it.", severity, (), "", limits, (), Path()
    )


def make_finding(severity: Severity, check: str, entity: str, *, theme: str = "", waived: str = "") -> Finding:
    return Finding(severity, check, entity, f"Name of {entity}", "A fault.", "paper", "12", theme, waived)


REPORT = CheckReport(
    checks=(
        make_check("lead-missing", "error"),
        make_check("date-missing", "warning", (Limit("days", "days", "days", 90),)),
        make_check("figure-wrong", "warning"),
        make_check("all-well", "info"),
    ),
    findings=(
        make_finding("error", "lead-missing", "2021-25/T1.1", theme="2021-25/T1"),
        make_finding("error", "lead-missing", "2021-25/T10.1", theme="2021-25/T10"),
        make_finding("error", "lead-missing", "2021-25/T10.1", theme="2021-25/T10"),
        make_finding("warning", "date-missing", "2021-25/T2.1", theme="2021-25/T2"),
        make_finding("warning", "date-missing", "board"),
        make_finding(
            "warning", "figure-wrong", "2021-25/T2.2", theme="2021-25/T2", waived="Known (Panel, until 2024-03-31)"
        ),
    ),
    uncovered=(),
    not_run=("update-stale",),
    switched_off=("partner-missing",),
)


def read_junit(report: CheckReport) -> Element:
    return fromstring(write_junit(report))  # noqa: S314 - our own text


def test_matrix_counts_findings_by_check_and_theme() -> None:
    matrix = to_matrix(REPORT)
    assert matrix.title == "Checks: 3 errors, 2 warnings, 0 notes; 1 accepted exception"
    assert matrix.headings == ["Severity", "Check", "T1", "T2", "T10", "Other", "Total"]
    assert matrix.rows == (
        ("error", "lead-missing", 1, None, 2, None, 3),
        ("warning", "date-missing", None, 1, None, 1, 2),
    )
    assert matrix.note == (
        "2 checks found nothing. Not run: update-stale needs --as-of, such as --as-of 2020-11-04; "
        "switched off by the profile: partner-missing."
    )


def test_matrix_says_when_the_themes_of_two_plans_share_its_columns() -> None:
    later = make_finding("warning", "date-missing", "2025-29/T1.1", theme="2025-29/T1")
    matrix = to_matrix(REPORT._replace(findings=(*REPORT.findings, later), not_run=(), switched_off=()))
    assert matrix.rows[1] == ("warning", "date-missing", 1, 1, None, 1, 3)
    assert matrix.note == "2 checks found nothing. The themes of 2021-25 and 2025-29 share the columns."


def test_matrix_fits_one_screen_when_every_shipped_check_finds_something() -> None:
    names = [f"check-{i:02}-with-a-name-of-30-signs" for i in range(34)]
    checks = tuple(make_check(name, "warning") for name in names)
    themes = [f"2021-25/T{i}" for i in (1, 2, 3, 4)]
    findings = tuple(
        make_finding("warning", name, f"thing-{i}", theme=theme)
        for name in names
        for theme in themes
        for i in range(20)
    )
    report = CheckReport(checks, findings, ())
    lines = str(render_records(to_matrix(report), "table", width=80, color=False)).splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80


def test_uncovered_is_told_once_for_all_checks_of_one_question() -> None:
    scopes = (("a", ("tracker",)), ("b", ("force-framework", "tracker")), ("c", ("tracker",)))
    uncovered = tuple(Uncovered(name, "ForceAction", 3, scope) for name, scope in scopes)
    assert CheckReport((), (), uncovered).describe_uncovered() == (
        "Not covered by the papers read so far: 3 force actions for a, c (no tracker covers them); "
        "3 force actions for b (no force framework or tracker covers them)."
    )


def test_theme_of_a_thing_is_its_own_or_that_of_where_it_stands(small_store: Store) -> None:
    themes = find_themes(small_store)
    by_theme = {"2021-25/T1": ["2021-25/T1", "2021-25/T1B", "2021-25/T1A.1.a", "2021-25/T1.2", "2021-25/1.1.2"]}
    by_theme["2021-25/T2"] = ["2021-25/T2.1", "2023-24/T2.3", "t2-2023q2", "t2-2023q2/3", "t2-2023q2/4"]
    assert {
        theme: [thing for thing in things if themes[thing] == theme] for theme, things in by_theme.items()
    } == by_theme
    assert not {"strategy-2021-25", "2021-25", "harbour-trust", "radio-link"} & set(themes)


def test_junit_has_a_suite_a_check_and_a_test_a_finding() -> None:
    root = read_junit(REPORT)
    assert root.attrib == {"name": "pcgraph check", "tests": "8", "failures": "5", "errors": "0", "skipped": "2"}
    counts = [(suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("skipped")) for suite in root]
    assert counts == [
        ("lead-missing", "3", "3", "0"),
        ("date-missing", "2", "2", "0"),
        ("figure-wrong", "1", "0", "1"),
        ("all-well", "1", "0", "0"),
        ("update-stale", "1", "0", "1"),
    ]
    assert [case.get("name") for case in root[0]] == [
        "2021-25/T1.1: Name of 2021-25/T1.1",
        "2021-25/T10.1: Name of 2021-25/T10.1",
        "2021-25/T10.1: Name of 2021-25/T10.1 (2)",
    ]


def test_junit_explains_a_failure_and_what_was_skipped() -> None:
    root = read_junit(REPORT)
    failure = root[1][1][0]
    assert failure.attrib == {"type": "warning", "message": "A fault."}
    assert failure.text == "A fault.\nIn paper, line 12.\nIt matters.\nWhat to do: Mend it."
    assert root[2][0][0].attrib == {"message": "accepted exception: Known (Panel, until 2024-03-31)"}
    assert root[3][0].attrib == {"classname": "pcgraph.check.all-well", "name": "Title of all-well"}
    assert len(root[3][0]) == 0
    assert root[4][0][0].attrib == {"message": "not run: it needs --as-of"}


def test_junit_holds_only_what_build_servers_know() -> None:
    for element in read_junit(REPORT).iter():
        assert set(element.attrib) == ALLOWED[element.tag]
    assert write_junit(REPORT).startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pcgraph check"')


def test_junit_is_well_formed_when_a_name_holds_what_xml_forbids() -> None:
    hostile = REPORT.findings[0]._replace(
        label='\x00\x0b\x1b[31m<b>"&\ufffe\ud800 café 🚓', detail="]]>\x07 <x>", line=""
    )
    root = read_junit(REPORT._replace(findings=(hostile,)))
    assert root[0][0].get("name") == '2021-25/T1.1: [31m<b>"& café 🚓'
    assert root[0][0][0].get("message") == "]]> <x>"
    assert (root[0][0][0].text or "").splitlines()[1] == "In paper."


def test_junit_is_a_report_of_nothing_when_no_check_ran() -> None:
    assert read_junit(CheckReport((), (), ())).get("tests") == "0"


def test_json_holds_limits_counts_and_what_did_not_run() -> None:
    content = json.loads(write_json(REPORT))
    assert content["not_run"] == ["update-stale"]
    assert content["switched_off"] == ["partner-missing"]
    checks = {check["check"]: check for check in content["checks"]}
    assert checks["date-missing"]["limits"] == {"days": 90}
    assert (checks["figure-wrong"]["findings"], checks["figure-wrong"]["accepted"]) == (0, 1)
    assert content["findings"][-1]["waived"] == "Known (Panel, until 2024-03-31)"
    assert content["findings"][0]["theme"] == "2021-25/T1"


def test_workbook_has_a_sheet_for_the_summary_and_one_for_the_findings() -> None:
    content = render_sheets({"Summary": to_matrix(REPORT), "Findings": REPORT.to_records()})
    assert content == render_sheets({"Summary": to_matrix(REPORT), "Findings": REPORT.to_records()})
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Summary", "Findings", "About"]
    assert [cell.value for cell in book["Summary"][2]] == ["error", "lead-missing", 1, None, 2, None, 3]
    assert [cell.value for cell in book["Findings"][1]][-2:] == ["Theme", "Accepted exception"]
    assert book["Findings"].max_row == 7
    assert [book["About"].cell(row, 1).value for row in range(1, 7)] == ["Title", "Note", "Rows"] * 2
