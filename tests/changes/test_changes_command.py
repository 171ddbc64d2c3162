"""`pcgraph changes` and `pcgraph diff`, called as a user calls them."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from tests.changes.conftest import HISTORY
from tests.conftest import Run

QUARTER = ("changes", "--from", "t2-2023q2", "--to", "t2-2023q3", "--data", HISTORY)


def test_changes_command_prints_the_line_first_when_a_table_is_asked_for(run: Run) -> None:
    code, out, err = run(*QUARTER)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == (
        "From t2-2023q2 to t2-2023q3: 1 moved to Amber, 1 new, 1 worded otherwise, 1 partner newly named, "
        "2 figures with other values, 1 narrative unchanged"
    )
    assert "Delivery, self-rated: Green to Amber, worse." in out


def test_changes_command_keeps_kinds_when_asked_for(run: Run) -> None:
    code, out, err = run(*QUARTER, "--kind", "rag", "--kind", "new", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (code, [row["kind"] for row in rows]) == (0, ["rag", "new"])
    assert err == "From t2-2023q2 to t2-2023q3: 1 moved to Amber, 1 new\n"


@pytest.mark.parametrize("name", ["tsv", "json", "md", "html"])
def test_changes_command_writes_every_format_when_asked_for(run: Run, name: str) -> None:
    code, out, _ = run(*QUARTER, "--format", name, "--theme", "T2")
    assert code == 0
    assert "Harbour Trust" in out
    if name == "json":
        assert json.loads(out)[0]["after"] == "Amber"


def test_changes_command_writes_a_workbook_when_the_file_ends_so(run: Run, tmp_path: Path) -> None:
    code, out, err = run(*QUARTER, "--output", tmp_path / "changes.xlsx")
    assert (code, out) == (0, "")
    assert err.endswith("1 narrative unchanged\n")
    assert (tmp_path / "changes.xlsx").read_bytes().startswith(b"PK")


def test_changes_command_explains_lineage_when_the_plan_is_another(run: Run) -> None:
    _, out, _ = run("changes", "--from", "t2-2023q3", "--to", "t2-2024q1", "--data", HISTORY)
    assert "items are linked by lineage that is proposed, not yet agreed by the office" in out
    _, out, _ = run("changes", "--from", "t2-2023q3", "--to", "t2-2024q1", "--data", HISTORY, "--stated-only")
    assert "No document states which item of 2023-24 goes on in 2024-25" in out


def test_changes_command_refuses_when_the_report_is_not_known(run: Run) -> None:
    code, out, err = run("changes", "--from", "t2-2023q1", "--to", "t2-2023q3", "--data", HISTORY)
    assert (code, out) == (2, "")
    assert err.startswith("Error: There is no report “t2-2023q1”. Did you mean t2-2024q1 or t2-2023q3 or t2-2023q2?")


def test_changes_command_refuses_when_two_views_are_asked_for(run: Run) -> None:
    code, _, err = run(*QUARTER, "--stated-only", "--agreed-only")
    assert (code, err) == (2, "Error: --stated-only and --agreed-only exclude each other. Give one of them.\n")


def test_changes_command_refuses_when_the_kind_is_not_known(run: Run) -> None:
    code, _, err = run(*QUARTER, "--kind", "colour")
    assert code == 2
    assert "'colour' is not one of" in err


def edit(tmp_path: Path) -> Path:
    new = Path(shutil.copytree(HISTORY, tmp_path / "new"))
    file = new / "updates.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("safety map,G", "safety map,A"), encoding="utf-8")
    return new


def test_diff_command_tells_datasets_apart_when_a_status_changed(run: Run, tmp_path: Path) -> None:
    code, out, err = run("diff", HISTORY, edit(tmp_path))
    assert (code, err) == (0, "")
    assert out.startswith(f"From {HISTORY} to {tmp_path / 'new'}: 1 changed\n")
    assert out.splitlines()[-1] == "updates  Update t2-2023q3/3  RAG status changed  Green   Amber"


def test_diff_command_counts_when_a_summary_is_asked_for(run: Run, tmp_path: Path) -> None:
    code, out, err = run("diff", HISTORY, edit(tmp_path), "--summary", "--format", "csv")
    assert code == 0
    assert out.splitlines() == ["kind,added,removed,changed,moved", "updates,0,0,1,0"]
    assert err.endswith("1 changed\n")


def test_diff_command_says_so_when_nothing_differs(run: Run) -> None:
    code, out, _ = run("diff", HISTORY, HISTORY)
    assert code == 0
    assert out.splitlines()[0].endswith(": no difference")


def test_diff_command_refuses_when_a_dataset_is_held_against_a_graph(run: Run, tmp_path: Path) -> None:
    run("export", "nquads", "--data", HISTORY, "--output", tmp_path / "old.nq")
    code, out, err = run("diff", tmp_path / "old.nq", HISTORY)
    assert (code, out) == (2, "")
    assert "is a dataset" in err
    assert "pcgraph export nquads" in err


def test_diff_command_names_the_faults_when_a_table_is_damaged(run: Run, tmp_path: Path) -> None:
    new = edit(tmp_path)
    file = new / "updates.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("safety map,A", "safety map,Z"), encoding="utf-8")
    code, _, err = run("diff", HISTORY, new)
    assert code == 2
    assert "“Z” is none of G, A, R, W" in err
