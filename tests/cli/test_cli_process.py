"""The program as a process: pipes, closed streams, files that are none, writes that are cut off."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import DOCUMENTS, ROOT, Run

REPORT = DOCUMENTS / "report-t1-2024q2.txt"
OTHER = DOCUMENTS / "report-t2-2023q3.txt"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")


def shell(script: str, **names: Path) -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -m pcgraph"
    lines = [f"{name}={str(path)!r}" for name, path in names.items()]
    whole = "\n".join([f'pcgraph() {{ {program} "$@"; }}', *lines, script])
    return subprocess.run(["bash", "-c", whole], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)


@posix_only
@pytest.mark.parametrize(
    "script",
    [
        "pcgraph --help | true; exit ${PIPESTATUS[0]}",
        "pcgraph query -f csv | true; exit ${PIPESTATUS[0]}",
        "pcgraph query >&-",
        "pcgraph query 2>&-",
    ],
)
def test_program_ends_well_when_nobody_reads_it(script: str) -> None:
    done = shell(script)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@posix_only
def test_program_says_in_one_line_that_its_output_cannot_be_written() -> None:
    done = shell("pcgraph query -f csv >/dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith("Error: Cannot ")
    assert len(done.stderr.splitlines()) == 1


@posix_only
def test_ingest_refuses_what_is_no_regular_file(tmp_path: Path, run: Run) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    for name in ("pipe.txt", "zero.txt"):
        code, _, err = run("ingest", tmp_path / name, "--data", tmp_path / "new")
        assert (code, "is no regular file" in err) == (2, True)


def test_ingest_makes_good_what_was_cut_off(tmp_path: Path, run: Run) -> None:
    """Replacing stops after the third file, as when a table is open in a spreadsheet."""
    data = tmp_path / "new"
    run("ingest", REPORT, "--data", data)
    whole = Path(shutil.copytree(data, tmp_path / "whole"))
    run("ingest", OTHER, "--data", whole)
    for name in ("anomalies.csv", "codes.csv", "deliverables.csv"):
        shutil.copy(whole / name, data / name)
    assert run("ingest", OTHER, "--data", data)[0] == 0
    for table in whole.glob("*.csv"):
        assert (data / table.name).read_bytes() == table.read_bytes(), table.name


def test_ingest_puts_back_what_it_replaced_when_one_file_is_held(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "new"
    run("ingest", REPORT, "--data", data)
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "updates.csv" and self.suffix == ".tmp":
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    code, _, err = run("ingest", OTHER, "--data", data)
    assert (code, "updates.csv: permission denied" in err) == (2, True)
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


def test_ingest_refuses_two_files_of_one_name_that_differ(tmp_path: Path, run: Run) -> None:
    for folder, text in (("a", ""), ("b", "\nA later line.\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / REPORT.name).write_text(REPORT.read_text(encoding="utf-8") + text, encoding="utf-8")
    code, _, err = run("ingest", tmp_path / "a" / REPORT.name, tmp_path / "b" / REPORT.name, "--data", tmp_path / "new")
    assert (code, "Two different files are both named" in err) == (2, True)
    assert not (tmp_path / "new").exists()


def test_ingest_gives_a_file_of_dots_a_usable_id(tmp_path: Path, run: Run) -> None:
    file = Path(shutil.copy(REPORT, tmp_path / "...txt"))
    assert run("ingest", file, "--data", tmp_path / "new")[0] == 0
    assert [path.name for path in (tmp_path / "new" / ".ingested" / "documents").iterdir()] == ["document"]


def test_tables_take_what_a_spreadsheet_adds_and_refuse_what_it_breaks(real_copy: Path, run: Run) -> None:
    codes = real_copy / "codes.csv"
    text = codes.read_text(encoding="utf-8")
    codes.write_text(text.replace("\n", ",,\n") + ",,,,,\n", encoding="utf-8")
    assert run("build", "--data", real_copy)[0] == 0
    codes.write_text(text.replace(",", ";"), encoding="utf-8")
    code, _, err = run("build", "--data", real_copy)
    assert (code, "codes.csv: its cells are parted by ;, not by commas" in err) == (2, True)


def test_tables_refuse_a_circle_and_a_day_that_is_none(real_copy: Path, run: Run) -> None:
    plans = real_copy / "plans.csv"
    text = plans.read_text(encoding="utf-8")
    plans.write_text(text.replace("2021-03-31,\n", "2021-03-32,2019-20\n", 1), encoding="utf-8")
    code, _, err = run("build", "--data", real_copy)
    assert code == 2
    assert "“2021-03-32” is not a date" in err
    assert "is above itself" in err


def test_line_separators_of_unicode_stay_within_a_cell(real_copy: Path, run: Run) -> None:
    codes = real_copy / "codes.csv"
    codes.write_text(
        codes.read_text(encoding="utf-8").replace("PG,initials,,", "PG,initials,,a\u2028b"), encoding="utf-8"
    )
    assert run("build", "--data", real_copy)[0] == 0


def test_messages_carry_no_commands_for_the_terminal(tmp_path: Path, run: Run) -> None:
    code, _, err = run("ingest", tmp_path / "a\x1b[31mb.txt", "--data", tmp_path / "new")
    assert (code, "\x1b" in err) == (2, False)


def test_unknown_ending_of_an_output_is_refused(tmp_path: Path, run: Run) -> None:
    code, _, err = run("query", "--output", tmp_path / "answer.docx")
    assert (code, "Files that end in .docx cannot be written" in err) == (2, True)
