"""An accepted exception marks a finding; what has run out, excuses nothing or is wrong is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pcgraph.check import CheckReport, Finding, read_rules, run_checks
from pcgraph.errors import CallError
from pcgraph.store import Store

HEADER = "check,entity,reason,by,until\n"
NO_LEAD = "deliverable-without-lead,2021-25/T1.2,The helpline is bought in,Chief Executive,2024-03-31\n"
MENDED = "deliverable-without-lead,2021-25/T1.1,Under review,Chief Executive,2024-03-31\n"


def write(tmp_path: Path, rows: str, header: str = HEADER) -> Path:
    file = tmp_path / "accepted.csv"
    file.write_text(header + rows, encoding="utf-8")
    return file


def check_with(store: Store, file: Path, *names: str, as_of: str = "") -> CheckReport:
    rules = read_rules(store, None, file)
    return run_checks(store, names, waivers=rules.waivers, as_of=as_of)


def find(report: CheckReport, check: str) -> list[Finding]:
    return [row for row in report.findings if row.check == check]


LEAD = ("deliverable-without-lead", "waiver-expired", "waiver-unused")


def test_waived_finding_stays_marked_and_does_not_count(small_store: Store, tmp_path: Path) -> None:
    report = check_with(small_store, write(tmp_path, NO_LEAD), *LEAD, as_of="2024-03-31")
    assert [(row.entity, row.waived) for row in report.findings] == [
        ("2021-25/T1.2", "The helpline is bought in (Chief Executive, until 2024-03-31)"),
        ("2023-24/T2.3", ""),
    ]
    assert report.count_by_check()["deliverable-without-lead"] == 1
    assert report.count_waived() == {"deliverable-without-lead": 1}
    assert report.describe_counts() == "0 errors, 1 warning, 0 notes; 1 accepted exception"


def test_waived_finding_does_not_fail_the_call(small_store: Store, tmp_path: Path) -> None:
    row = "outcome-without-measure,2021-25/T1B,No measure exists,Head of Policy,2024-03-31\n"
    assert check_with(small_store, write(tmp_path, ""), "outcome-without-measure").has_at_least("error")
    assert not check_with(small_store, write(tmp_path, row), "outcome-without-measure").has_at_least("info")


def test_waiver_excuses_nothing_and_is_a_finding_when_its_last_day_is_over(small_store: Store, tmp_path: Path) -> None:
    report = check_with(small_store, write(tmp_path, NO_LEAD), *LEAD, as_of="2024-04-01")
    assert [row.waived for row in report.findings] == ["", "", ""]
    assert find(report, "waiver-expired") == [
        Finding(
            severity="warning",
            check="waiver-expired",
            entity="2021-25/T1.2",
            label="Open a helpline for young people",
            detail="deliverable-without-lead: this exception ran out on 2024-03-31 "
            "(The helpline is bought in; Chief Executive).",
            document="accepted.csv",
            line="row 2",
            theme="2021-25/T1",
        )
    ]
    assert report.describe_counts() == "0 errors, 3 warnings, 0 notes"


def test_waiver_is_a_note_when_it_excuses_nothing(small_store: Store, tmp_path: Path) -> None:
    report = check_with(small_store, write(tmp_path, NO_LEAD + MENDED), *LEAD, as_of="2024-03-31")
    (finding,) = find(report, "waiver-unused")
    assert (finding.severity, finding.entity, finding.line) == ("info", "2021-25/T1.1", "row 3")
    assert finding.detail == (
        "deliverable-without-lead finds nothing wrong here; the exception excuses nothing "
        "(Under review; Chief Executive)."
    )


def test_waiver_is_not_called_unused_when_its_check_did_not_run(small_store: Store, tmp_path: Path) -> None:
    profile = tmp_path / "profile.toml"
    profile.write_text("[checks.deliverable-without-lead]\noff = true\n", encoding="utf-8")
    rules = read_rules(small_store, profile, write(tmp_path, MENDED))
    report = run_checks(small_store, profile=rules.profile, waivers=rules.waivers)
    assert find(report, "waiver-unused") == []


def test_waiver_unused_is_found_when_it_is_the_only_check_called(small_store: Store, tmp_path: Path) -> None:
    report = check_with(small_store, write(tmp_path, NO_LEAD + MENDED), "waiver-unused")
    assert [(row.check, row.entity) for row in report.findings] == [("waiver-unused", "2021-25/T1.1")]


def test_waivers_are_all_in_force_without_a_day_and_the_report_says_so(small_store: Store, tmp_path: Path) -> None:
    report = check_with(small_store, write(tmp_path, NO_LEAD + MENDED))
    assert report.count_waived() == {"deliverable-without-lead": 1}
    assert "waiver-expired" in report.not_run
    assert report.describe_undated() == (
        "2 accepted exceptions are taken as still in force; "
        "to hold the last days against a day, add --as-of, such as --as-of 2020-11-04."
    )
    dated = check_with(small_store, write(tmp_path, NO_LEAD), as_of="2021-01-01")
    assert (dated.describe_undated(), dated.not_run) == ("", ())


def test_waivers_are_read_as_excel_writes_them(small_store: Store, tmp_path: Path) -> None:
    header = "\ufeffUntil, Check,Entity,By,Reason,,\r\n"
    row = '2024-03-31,deliverable-without-lead, 2021-25/T1.2 ,"Head, Policy","Two\r\nlines",,\r\n'
    file = write(tmp_path, f",,,,,,\r\n{row}\r\n", header)
    (finding, _) = find(check_with(small_store, file), "deliverable-without-lead")
    assert finding.waived == "Two\r\nlines (Head, Policy, until 2024-03-31)"


WRONG = """\
deliverable-without-leed,2021-25/T1.2,x,y,2024-03-31
rag-missing,T1.2,,,31/03/2024

rag-missing,T1.2,x,y,
waiver-unused,2021-25/T1.2,x,y,2024-02-30
"""


def test_waivers_are_refused_with_every_fault_at_once(small_store: Store, tmp_path: Path) -> None:
    with pytest.raises(CallError) as caught:
        check_with(small_store, write(tmp_path, WRONG))
    assert caught.value.message == "10 faults in accepted.csv."
    assert caught.value.hint == "Nothing was checked. Mend what stands above."
    unknown = "there is no thing “T1.2” in the graph. Did you mean 2021-25/T1.2?"
    date = "is not a date: write its last day as year-month-day, such as 2021-03-31."
    assert caught.value.details == (
        "accepted.csv row 2: there is no check “deliverable-without-leed”. Did you mean deliverable-without-lead?",
        f"accepted.csv row 3: {unknown}",
        "accepted.csv row 3: reason is empty: say why it is accepted.",
        "accepted.csv row 3: by is empty: say which office or post accepts it.",
        f"accepted.csv row 3: until “31/03/2024” {date}",
        f"accepted.csv row 5: {unknown}",
        f"accepted.csv row 5: until “” {date}",
        "accepted.csv row 5: row 3 excuses the same already.",
        "accepted.csv row 6: waiver-unused is about these rows themselves and cannot be excused.",
        f"accepted.csv row 6: until “2024-02-30” {date}",
    )


@pytest.mark.parametrize(
    ("header", "rows", "fault"),
    [
        ("", "", "row 1: column check is missing; column entity is missing; column reason is missing;"),
        ("check;entity;reason;by;until\n", "", "row 1: its cells are not parted by commas."),
        ("check,entity,reason,by\n", "", "row 1: column until is missing."),
        ("check,entity,reason,by,until,note,by\n", "", "row 1: column note is unknown; column by stands twice."),
        (HEADER, "a,b,c,d,e,f\n", "row 2: 6 cells, 5 expected."),
        (HEADER, '"a,b\n', "line 2: not readable as CSV (unexpected end of data)."),
    ],
)
def test_waivers_are_refused_when_the_file_is_no_such_table(
    small_store: Store, tmp_path: Path, header: str, rows: str, fault: str
) -> None:
    with pytest.raises(CallError) as caught:
        check_with(small_store, write(tmp_path, rows, header))
    assert caught.value.details[-1].startswith(f"accepted.csv {fault}")


def test_faults_of_profile_and_waivers_are_said_together(small_store: Store, tmp_path: Path) -> None:
    profile = tmp_path / "office.toml"
    profile.write_text("[checks.rag-mising]\noff = true\n", encoding="utf-8")
    with pytest.raises(CallError) as caught:
        read_rules(small_store, profile, write(tmp_path, NO_LEAD.replace(",Chief Executive,", ",,")))
    assert caught.value.message == "2 faults in office.toml and accepted.csv."
    assert caught.value.details == (
        "office.toml line 1: there is no check “rag-mising”. Did you mean rag-missing?",
        "accepted.csv row 2: by is empty: say which office or post accepts it.",
    )


def test_waiver_is_refused_when_its_reason_cannot_be_seen(small_store: Store, tmp_path: Path) -> None:
    row = "rag-missing,t2-2023q2/3,\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE},PB,2024-03-31\n"
    with pytest.raises(CallError) as caught:
        read_rules(small_store, None, write(tmp_path, row))
    assert list(caught.value.details) == ["accepted.csv row 2: reason is empty: say why it is accepted."]


def test_waiver_of_an_unknown_thing_is_answered_with_the_code_in_whatever_case(
    small_store: Store, tmp_path: Path
) -> None:
    with pytest.raises(CallError) as caught:
        read_rules(small_store, None, write(tmp_path, "rag-missing,t1b,Why,PB,2024-03-31\n"))
    assert list(caught.value.details) == [
        "accepted.csv row 2: there is no thing “t1b” in the graph. Did you mean 2021-25/T1B?"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes of that kind on this system")
def test_rule_file_that_is_a_pipe_is_refused(small_store: Store, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "profile.toml")
    with pytest.raises(CallError, match="is a pipe"):
        read_rules(small_store, tmp_path / "profile.toml", None)
