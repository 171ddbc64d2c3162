"""A profile changes severities, switches checks off and moves limits; what is wrong in it is said at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.check import CheckReport, read_rules, run_checks
from pcgraph.check.known import load_checks
from pcgraph.check.profile import CheckRule, parse_profile
from pcgraph.check.waivers import parse_waivers
from pcgraph.errors import CallError
from pcgraph.graph import iter_nquads
from pcgraph.query.catalogue import load_catalogue
from pcgraph.query.docs import write_index
from pcgraph.store import Store, load_memory_store
from pcgraph.tables import read_dataset
from tests.check.conftest import SMALL


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "office.toml"
    file.write_text(text, encoding="utf-8")
    return file


def check_with(store: Store, profile: Path | None, checks: Path, *names: str) -> CheckReport:
    rules = read_rules(store, profile, None, directory=checks)
    return run_checks(store, names, directory=checks, profile=rules.profile)


def find(report: CheckReport, check: str) -> list[tuple[str, str, str]]:
    return [(row.severity, row.label, row.detail) for row in report.findings if row.check == check]


def test_limit_is_the_number_of_the_file_when_no_profile_sets_another(small_store: Store, checks: Path) -> None:
    assert find(check_with(small_store, None, checks), "theme-crowded") == [
        ("warning", "2021-25", "2 of at most 1."),
        ("warning", "2023-24", "3 of at most 1."),
    ]


def test_profile_sets_limit_and_severity_when_it_names_the_check(
    small_store: Store, checks: Path, tmp_path: Path
) -> None:
    profile = write(tmp_path, '[checks.theme-crowded]\nseverity = "error"\nmost = 2\n')
    report = check_with(small_store, profile, checks)
    assert find(report, "theme-crowded") == [("error", "2023-24", "3 of at most 2.")]
    crowded = next(check for check in report.checks if check.name == "theme-crowded")
    assert (crowded.severity, crowded.limits[0].default) == ("error", 2)
    assert report.has_at_least("error")


def test_profile_switches_a_check_off_unless_it_is_called_by_name(
    small_store: Store, checks: Path, tmp_path: Path
) -> None:
    profile = write(tmp_path, "[checks.theme-crowded]\noff = true\n")
    report = check_with(small_store, profile, checks)
    assert find(report, "theme-crowded") == []
    assert report.switched_off == ("theme-crowded",)
    assert "switched off by the profile: theme-crowded." in report.describe_not_run()
    assert len(find(check_with(small_store, profile, checks, "theme-crowded"), "theme-crowded")) == 2


@pytest.mark.parametrize("is_shacl", [False, True])
def test_profile_sets_the_severity_of_every_shape_when_it_names_them(tmp_path: Path, is_shacl: bool) -> None:
    base, rdf_type = "https://example.org/westmarch/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    bare = (
        f"<{base}deliverable/x> <{rdf_type}> <https://w3id.org/pcgraph/ontology#Deliverable> <{base}graph/register> .\n"
    )
    store = load_memory_store("".join(iter_nquads(read_dataset(SMALL))) + bare)
    plain = run_checks(store, ["shape"], is_shacl=is_shacl)
    assert {(row.check, row.severity) for row in plain.findings} == {("shape", "error")}
    rules = read_rules(store, write(tmp_path, '[checks.shape]\nseverity = "info"\n'), None)
    ruled = run_checks(store, ["shape"], profile=rules.profile, is_shacl=is_shacl)
    assert ruled.findings == tuple(row._replace(severity="info") for row in plain.findings)


def test_profile_is_read_when_it_has_a_byte_order_mark_and_windows_line_ends(
    small_store: Store, checks: Path, tmp_path: Path
) -> None:
    profile = write(tmp_path, "\ufeff[checks.theme-crowded]\r\nmost = 3\r\n")
    assert find(check_with(small_store, profile, checks), "theme-crowded") == []


WRONG = """\
colour = "red"
[checks.theme-crowdd]
off = true
[checks.theme-crowded]
severity = "grave"
of = true
most = 2.5
[checks.plan-over]
off = "yes"
[checks."shape"]
severity = 1
"""


def test_profile_is_refused_with_every_fault_at_once(small_store: Store, checks: Path, tmp_path: Path) -> None:
    with pytest.raises(CallError) as caught:
        check_with(small_store, write(tmp_path, WRONG), checks)
    assert caught.value.message == "7 faults in office.toml."
    assert caught.value.details == (
        "office.toml line 1: unknown key colour: rules stand under [checks.<name>].",
        "office.toml line 2: there is no check “theme-crowdd”. Did you mean theme-crowded?",
        "office.toml line 6: theme-crowded has no key of. Did you mean off?",
        "office.toml line 7: most must be a whole number from 0 to 1,000,000 (deliverables), not 2.5.",
        "office.toml line 5: severity “grave” is none of error, warning, info.",
        "office.toml line 9: off must be true or false, not 'yes'.",
        "office.toml line 11: severity “1” is none of error, warning, info.",
    )


@pytest.mark.parametrize("value", ["true", '"2"', "-1", "nan", "inf", "1_000_001", "[2]", "2020-11-04"])
def test_limit_is_refused_when_it_is_no_number_or_out_of_range(
    small_store: Store, checks: Path, tmp_path: Path, value: str
) -> None:
    with pytest.raises(CallError) as caught:
        check_with(small_store, write(tmp_path, f"[checks.theme-crowded]\nmost = {value}\n"), checks)
    (fault,) = caught.value.details
    assert fault.startswith("office.toml line 2: most must be a whole number from 0 to 1,000,000 (deliverables), not ")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "office.toml: it names no check: a rule begins with [checks.<name>]."),
        ("# nothing\n[checks]\n", "office.toml: it names no check: a rule begins with [checks.<name>]."),
        ("checks = 3\n", "office.toml line 1: it names no check: a rule begins with [checks.<name>]."),
        ("[checks]\nshape = 3\n", "office.toml: checks.shape must be a table: [checks.shape]."),
        ("[checks.shape\n", "office.toml line 1: not TOML: Expected ']' at the end of a table declaration."),
        ("[checks.shape]\noff = ", "office.toml line 2: not TOML: Invalid value."),
        ("[checks.shape]\noff = true\noff = true\n", "office.toml line 3: not TOML: Cannot overwrite a value."),
        (f"a = {'[' * 5000}", "office.toml: not TOML: maximum recursion depth exceeded."),
    ],
)
def test_profile_is_refused_when_it_is_damaged_or_names_no_check(
    small_store: Store, checks: Path, tmp_path: Path, text: str, fault: str
) -> None:
    with pytest.raises(CallError) as caught:
        check_with(small_store, write(tmp_path, text), checks)
    assert caught.value.message == "1 fault in office.toml."
    assert [detail[: len(fault) - 1] for detail in caught.value.details] == [fault[:-1]]


def test_profile_is_refused_when_it_cannot_be_read(small_store: Store, checks: Path, tmp_path: Path) -> None:
    large, binary = tmp_path / "large.toml", tmp_path / "binary.toml"
    large.write_bytes(b"#" * 1_000_001)
    binary.write_bytes(b"# caf\xe9")
    for file, message in {
        tmp_path / "none.toml": "none.toml cannot be read: no such file or directory.",
        tmp_path: "cannot be read: is a directory.",
        large: "large.toml is larger than 20 KB.",
        binary: "binary.toml: byte 5 is not UTF-8.",
    }.items():
        with pytest.raises(CallError) as caught:
            check_with(small_store, file, checks)
        assert caught.value.message.endswith(message)


def test_examples_in_the_index_are_what_the_command_reads() -> None:
    page = write_index(load_catalogue())
    profile, faults = parse_profile(page.partition("```toml\n")[2].partition("```")[0], "profile.toml", load_checks())
    assert faults == []
    assert profile.rules == (
        ("rag-missing", CheckRule("error", is_off=False, limits=())),
        ("measure-without-baseline", CheckRule(None, is_off=True, limits=())),
    )
    rows = page.partition("```csv\n")[2].partition("```")[0]
    (waiver,), faults = parse_waivers(rows, "waivers.csv", load_checks(), {"2018-21/T1.1"})
    assert faults == []
    assert waiver.describe() == "The force works alone on this (Chief Executive, until 2021-03-31)"
