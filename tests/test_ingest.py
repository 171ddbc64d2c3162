"""Ingest as a whole: what it writes, what it keeps of a person's, what it refuses."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pcgraph.errors import DatasetError, DocumentError, PcgraphError
from pcgraph.ingest import ingest
from tests.conftest import DOCUMENTS

PLAN = DOCUMENTS / "strategic-framework-a.txt"
FORCE = DOCUMENTS / "force-framework-a.txt"
REPORT = DOCUMENTS / "report-t1-2024q2.txt"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def rows(data: Path, table: str) -> list[dict[str, str]]:
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def edit(data: Path, table: str, old: str, new: str) -> None:
    file = data / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "westmarch"
    ingest([PLAN, FORCE, REPORT], folder)
    return folder


@pytest.mark.parametrize("document", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_any_document_can_be_ingested_alone(document: Path, tmp_path: Path) -> None:
    ingest([document], tmp_path / "new", keep_duplicates=True)
    assert [row["id"] for row in rows(tmp_path / "new", "documents")] == [document.stem]


def test_tables_do_not_depend_on_the_order_of_reading(data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "westmarch"
    other.parent.mkdir()
    ingest([PLAN], other)
    ingest([REPORT], other)
    ingest([FORCE], other)
    assert snapshot(other) == snapshot(data)


def test_ingesting_again_changes_no_byte(data: Path) -> None:
    before = snapshot(data)
    report = ingest([REPORT, FORCE, PLAN], data)
    assert report.changes == []
    assert snapshot(data) == before


def test_persons_edit_addition_and_deletion_survive(data: Path) -> None:
    edit(data, "codes", "LB,initials,,", "LB,post,,Head of Policy")
    edit(data, "codes", "code,kind,stands_for,note\n", "code,kind,stands_for,note\nZZ,post,Chair of the panel,\n")
    deleted = rows(data, "measures")[-1]["id"]
    lines = (data / "measures.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (data / "measures.csv").write_text("".join(lines[:-1]), encoding="utf-8", newline="")
    report = ingest([PLAN, FORCE, REPORT], data)
    assert report.changes == []
    codes = {row["code"]: row for row in rows(data, "codes")}
    assert codes["LB"]["note"] == "Head of Policy"
    assert codes["ZZ"]["stands_for"] == "Chair of the panel"
    assert deleted not in {row["id"] for row in rows(data, "measures")}


def test_verdict_follows_its_row_when_a_newer_copy_of_the_report_has_more_lines(data: Path, tmp_path: Path) -> None:
    figure = rows(data, "figures")[0]
    line = ",".join((figure["document"], figure["line"])) + ","
    edit(data, "figures", f"{line},,", f"{line}rejected,PB,2026-05-14")
    newer = tmp_path / REPORT.name
    newer.write_text("\n\n" + REPORT.read_text(encoding="utf-8"), encoding="utf-8")
    report = ingest([newer], data)
    assert report.conflicts == []
    moved = rows(data, "figures")[0]
    assert moved == figure | {
        "line": str(int(figure["line"]) + 2),
        "status": "rejected",
        "by": "PB",
        "date": "2026-05-14",
    }
    assert len([row for row in rows(data, "figures") if row["status"]]) == 1


def test_conflict_is_listed_where_person_and_document_disagree(data: Path, tmp_path: Path) -> None:
    wording = next(row["wording"] for row in rows(data, "deliverables") if row["id"] == "2021-25/T1.1")
    edit(data, "deliverables", wording, "Our own wording of it")
    changed = tmp_path / PLAN.name
    changed.write_text(
        PLAN.read_text(encoding="utf-8").replace("review its reach each spring", "review its reach each autumn"),
        encoding="utf-8",
    )
    report = ingest([changed], data)
    assert [(c.table, c.key, c.column, c.ours) for c in report.conflicts] == [
        ("deliverables", "2021-25/T1.1", "wording", "Our own wording of it")
    ]
    assert "Our own wording of it" in {row["wording"] for row in rows(data, "deliverables")}


def test_dry_run_lists_the_changes_and_writes_nothing(data: Path) -> None:
    before = snapshot(data)
    report = ingest([DOCUMENTS / "report-t2-2023q3.txt"], data, dry_run=True)
    assert ("updates", "added", "report-t2-2023q3/1") in {(c.table, c.change, c.key) for c in report.changes}
    assert snapshot(data) == before


def test_frameworks_wording_wins_and_the_other_is_stated_beside_it(data: Path) -> None:
    stated = {row["subject"]: row for row in rows(data, "statements") if row["property"] == "wording"}
    own = {row["id"]: row for row in rows(data, "deliverables")}
    assert set(stated) == {f"2021-25/{code}" for code in ("T1.3", "T1.5", "T1.8", "T2.6", "T2.9", "T2.12", "T3.3")}
    assert {own[subject]["document"] for subject in stated} == {PLAN.stem}
    severities = {
        row["subject"]: row["severity"] for row in rows(data, "anomalies") if row["code"] == "wording-differs"
    }
    assert {code: severities[f"2021-25/{code}"] for code in ("T1.3", "T1.5", "T2.9", "T1.8")} == {
        "T1.3": "info",
        "T1.5": "info",
        "T2.9": "info",
        "T1.8": "warning",
    }


def test_other_document_of_the_same_name_gets_an_id_of_its_own(data: Path, tmp_path: Path) -> None:
    twin = tmp_path / REPORT.name
    shutil.copy(DOCUMENTS / "report-t2-2023q3.txt", twin)
    ingest([twin], data)
    assert {REPORT.stem, f"{REPORT.stem}-2"} <= {row["id"] for row in rows(data, "documents")}


def test_copy_of_a_report_under_another_name_is_not_read_twice(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "another-name.txt"
    copy.write_text(REPORT.read_text(encoding="utf-8") + "\nA later line.\n", encoding="utf-8")
    report = ingest([copy], data)
    assert report.warnings[0].startswith(f"another-name.txt is the same report as {REPORT.stem}")
    assert report.changes == []


def test_damaged_table_stops_the_ingest_before_anything_is_written(data: Path) -> None:
    edit(data, "codes", "code,kind", "code,kinds")
    before = snapshot(data)
    with pytest.raises(DatasetError) as caught:
        ingest([REPORT], data)
    assert caught.value.details == ("codes.csv: column kind is missing; column kinds is unknown",)
    assert snapshot(data) == before


def test_action_without_its_deliverable_is_refused_with_its_row(tmp_path: Path) -> None:
    text = FORCE.read_text(encoding="utf-8")
    orphan = tmp_path / "orphan.txt"
    orphan.write_text(text + "\n9.9.9\tDo what no deliverable asks for.\tSupt, North\tLead Officer\n", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        ingest([orphan], tmp_path / "new")
    assert "“2021-25/T9.9” is in no row of deliverables.csv" in "\n".join(caught.value.details)
    assert not (tmp_path / "new").exists()


READ_ONLY = """
import os, sys
from pathlib import Path
from pcgraph.cli import run
data, document = Path(sys.argv[1]), sys.argv[2]
run(["ingest", document, "--data", str(data), "--dry-run"])  # the other user may not read the library
for folder in [data.parent, data, *(path for path in data.rglob("*") if path.is_dir())]:
    folder.chmod(0o555)
if os.geteuid() == 0:  # root may write anywhere
    os.setuid(65534)
sys.exit(run(["ingest", document, "--data", str(data)]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_read_only_folder_is_refused_with_one_line() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folder is closed to other users
        folder = Path(name) / "westmarch"
        ingest([PLAN, FORCE, REPORT], folder)
        document = shutil.copy(DOCUMENTS / "report-t2-2023q3.txt", name)
        before = snapshot(folder)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(folder), document], capture_output=True, text=True, check=False
        )
        assert done.returncode == 2, done.stderr
        assert done.stderr.splitlines()[-1].startswith("Error: Cannot make")
        assert "permission denied" in done.stderr
        assert snapshot(folder) == before
        for path in [Path(name), folder, *(path for path in folder.rglob("*") if path.is_dir())]:
            path.chmod(0o755)


def test_full_disk_leaves_every_table_whole(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills while the third file is written beside its place."""
    before = snapshot(data)
    calls = []

    def fill(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fill)
    with pytest.raises(PcgraphError, match="no space left on device"):
        ingest([DOCUMENTS / "report-t2-2023q3.txt"], data)
    assert snapshot(data) == before
    monkeypatch.undo()
    assert ingest([DOCUMENTS / "report-t2-2023q3.txt"], data).changes != []


@pytest.mark.parametrize(
    ("register", "fault"),
    [
        (
            "a,partner,Alpha Trust,,,b,\nb,partner,Beta Trust,,,a,\n",
            "entities.csv row 2, same_as: “a” is the same as itself",
        ),
        ("a,partner,Alpha Trust,,,c,\n", "entities.csv row 2, same_as: “c” is in no row of entities.csv"),
        ("a,partner,,,,,\n", "entities.csv row 2, name: empty, a value is required"),
    ],
)
def test_ingest_names_the_registers_row_where_the_register_is_at_fault(data: Path, register: str, fault: str) -> None:
    ingest([PLAN], data)
    (data / "entities.csv").write_text(f"id,kind,name,acronym,aliases,same_as,note\n{register}", encoding="utf-8")
    before = snapshot(data)
    with pytest.raises(DatasetError) as caught:
        ingest([REPORT], data)
    assert caught.value.details[0] == fault
    assert snapshot(data) == before


def test_ingest_leaves_addresses_numbers_and_persons_out_of_every_table(tmp_path: Path) -> None:
    text = REPORT.read_text(encoding="utf-8")
    assert "\n3\tForce\t" in text
    report = tmp_path / "persons-t1-2024q2.txt"
    told = "Joan Quillan lost £5,000; 12 of Cllr Quayle's cases. Ring 0115 496 0123."
    line = "\n3\tForce / Joan Quillan\tAsk a.b@example.org, 00 44 115 496 0777, for "
    report.write_text(
        text.replace("\n3\tForce\t", line, 1).replace("**Update 3.7.24:**", f"**Update 3.7.24:** {told}", 1),
        encoding="utf-8",
    )
    data = tmp_path / "westmarch"
    ingest([PLAN, FORCE, report], data)
    written = "".join(path.read_text(encoding="utf-8") for path in data.rglob("*.csv"))
    assert not [word for word in ("Quillan", "Quayle", "example.org", "0123", "0777") if word in written]
    assert "[e-mail address], [telephone number], for" in written
    assert [row["code"] for row in rows(data, "anomalies") if row["subject"].endswith("/3")] == ["reading-uncertain"]
