"""Trackers through the command line: tables, an office's own layout, refusals that write nothing."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.conftest import DOCUMENTS, Run
from tests.extract.tracker_samples import write_workbook

TRACKERS = DOCUMENTS / "trackers"

OWN = """
extends = "default"
[columns]
ref = ["Zahl"]
action = ["Vorhaben"]
rag = ["Ampel"]
"""


def rows(data: Path, table: str) -> list[dict[str, str]]:
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_tracker_is_ingested_and_built_and_its_rows_are_asked_for(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "brackenshire"
    code, _, err = run("ingest", TRACKERS / "brackenshire-2023q2.txt", "--data", data)
    assert code == 0
    assert "brackenshire-2023q2: tracker, 2 themes, 10 deliverables, 7 leads, 10 updates" in err
    assert run("build", "--data", data, "--sources", TRACKERS)[0] == 0
    code, out, _ = run("query", "not-green", "--rag", "Red", "--data", data, "--format", "csv")
    assert (code, out.splitlines()[1].split(",")[:3]) == (0, ["Red", "2023-24/T1.3", "Publish a rural crime strategy"])


def test_tracker_ingested_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "dunmere"
    run("ingest", TRACKERS / "dunmere-2022q3.txt", "--data", data)
    assert "Nothing changed." in run("ingest", TRACKERS / "dunmere-2022q3.txt", "--data", data)[2]


def test_office_reads_a_tracker_by_a_layout_in_its_dataset(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "own"
    (data / "layouts").mkdir(parents=True)
    (data / "layouts" / "odd.toml").write_text(OWN, encoding="utf-8")
    file = write_workbook(
        tmp_path / "odd.xlsx", {"T": [["Zahl", "Vorhaben", "Ampel"], ["1.1", "Light the parks", "G"]]}
    )
    call = ("ingest", file, "--data", data, "--kind", "tracker", "--plan", "2024-28")
    assert run(*call)[0] == 0
    assert [row["wording"] for row in rows(data, "deliverables")] == ["Light the parks"]
    (data / "layouts" / "odd.toml").write_text("[columns]\nreff = ['Zahl']", encoding="utf-8")
    code, _, err = run(*call)
    assert code == 2
    assert "“reff” is nothing that a layout has" in err
    assert "Did you mean ref?" in err


def test_workbook_without_headings_is_refused_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    file = write_workbook(tmp_path / "odd.xlsx", {"T": [["red", "round"], ["green", "square"]]})
    data = tmp_path / "new"
    code, _, err = run("ingest", file, "--data", data, "--kind", "tracker", "--plan", "2024-28")
    assert code == 2
    assert "odd.xlsx has no row of headings that a layout knows, such as Ref, Action, Lead" in err
    assert not data.exists()
    assert run("ingest", file, "--data", data)[0] == 2


def test_reports_wording_gives_way_to_a_trackers(run: Run, tmp_path: Path) -> None:
    report = DOCUMENTS / "report-t1-2024q2.txt"
    header = ["Ref", "Deliverable", "RAG"]
    cells = [["Delivery plan tracker 2024-25"], header, ["1.1", "Cut shop theft in all market towns", "G"]]
    file = write_workbook(tmp_path / "a-tracker.xlsx", {"T": cells})
    data = tmp_path / "westmarch"
    assert run("ingest", report, file, "--data", data)[0] == 0
    first = next(row for row in rows(data, "deliverables") if row["id"] == "2024-25/T1.1")
    assert (first["wording"], first["document"], first["line"]) == (
        "Cut shop theft in all market towns",
        "a-tracker",
        "t1r3",
    )
