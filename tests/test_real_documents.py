"""The five source documents: what a careful reader finds in them, and the tables that ship."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from pcgraph.ingest import ingest
from tests.conftest import REAL_DATA

pytestmark = pytest.mark.sources

MEASURES = {
    "T1A": 1, "T1B": 2, "T1C": 16, "T1D": 6,
    "T2A": 13, "T2B": 10, "T2C": 3, "T2D": 3,
    "T3A": 15, "T3B": 12, "T3C": 3, "T3D": 3,
    "T4A": 10, "T4B": 5, "T4C": 11, "T4D": 13,
}  # fmt: skip
DIFFERING = {"T1.10", "T3.3", "T3.4", "T3.7", "T3.8", "T3.13", "T3.14", "T4.5", "T4.11", "T4.13", "T4.14"}
IN_FORM_ONLY = {"T3.4", "T3.8", "T3.14", "T4.13"}


def rows(data: Path, table: str) -> list[dict[str, str]]:
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def fresh(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables that a fresh ingest gives, without any person's correction."""
    data = tmp_path_factory.mktemp("fresh") / "nottinghamshire"
    ingest(sorted(sources.glob("*.txt")), data)
    return data


def test_shipped_tables_hold_every_row_of_the_documents(sources: Path) -> None:
    counts = {
        name: len(rows(REAL_DATA, name)) for name in ("themes", "outcomes", "measures", "actions", "leads", "updates")
    }
    assert counts == {"themes": 4, "outcomes": 16, "measures": 126, "actions": 75, "leads": 120, "updates": 47}
    assert Counter(row["outcome"].partition("/")[2] for row in rows(REAL_DATA, "measures")) == MEASURES
    assert Counter(row["plan"] for row in rows(REAL_DATA, "deliverables")) == {
        "2018-21": 60,
        "2019-20": 15,
        "2020-21": 16,
    }


def test_fresh_ingest_differs_from_the_shipped_tables_only_where_a_person_corrected(fresh: Path) -> None:
    differing = {}
    for name in ("documents", "themes", "outcomes", "measures", "deliverables", "actions", "leads", "updates", "codes"):
        one, other = ({tuple(row.items()) for row in rows(data, name)} for data in (fresh, REAL_DATA))
        if one != other:
            differing[name] = sorted({dict(row)["code" if name == "codes" else "id"] for row in one ^ other})
    assert differing == {
        "codes": ["Force", "NOPCC"],
        "measures": [f"2018-21/T1C.1.a.{n}" for n in ("i", "ii", "iii", "iv")] + ["2018-21/T3B.1"],
        "updates": ["t3-2018q1/7"],
    }


def test_ingesting_the_documents_into_the_shipped_tables_changes_nothing(sources: Path, real_copy: Path) -> None:
    report = ingest(sorted(sources.glob("*.txt")), real_copy)
    assert (report.changes, report.conflicts, report.warnings) == ([], [], [])


def test_rag_letters_are_those_printed(fresh: Path) -> None:
    letters: dict[str, str] = {}
    for row in sorted(rows(fresh, "updates"), key=lambda row: int(row["id"].partition("/")[2])):
        letters[row["report"]] = letters.get(row["report"], "") + (row["rag"] or "-")
    assert letters == {"t3-2018q1": "GGGG--G---GGGGGG", "t3-2019q4": "GGGGGGGGGGGAGGG", "t1-2020q1": "G" * 16}


def test_other_wordings_are_the_eleven_and_are_weighed(fresh: Path) -> None:
    stated = {row["subject"].partition("/")[2] for row in rows(fresh, "statements") if row["property"] == "wording"}
    assert stated == DIFFERING
    severities = {
        r["subject"].partition("/")[2]: r["severity"]
        for r in rows(fresh, "anomalies")
        if r["code"] == "wording-differs"
    }
    assert {code for code in DIFFERING if severities[code] == "info"} == IN_FORM_ONLY


def test_sources_and_leads_are_parted_as_a_careful_reader_parts_them(fresh: Path) -> None:
    assert Counter(row["source"] for row in rows(fresh, "actions")) == {
        "Lead Officer": 53,
        "Force Restructure": 10,
        "STRA": 8,
        "Police and Crime Plan": 2,
        "Force Restructure;T&C Process": 1,
        "": 1,
    }
    posts = {row["id"]: row["title"] or f"({row['unit']})" for row in rows(fresh, "posts")}
    led: dict[str, list[str]] = {}
    for row in rows(fresh, "leads"):
        led.setdefault(row["subject"].partition("/")[2], []).append(posts[row["post"]])
    assert led["3.3.3"] == ["Superintendent, City", "Superintendent, County"]
    assert sorted(led["T3.9"]) == ["(Corporate Communication)", "Superintendent, County"]
    assert sorted(led["4.9.2"]) == ["(Corporate Communication)", "Head of HR and OD"]
    assert led["1.4.1"] == ["Detective Chief Inspector, Cyber Crime and Fraud"]


def test_anomalies_say_what_the_first_report_hides(fresh: Path) -> None:
    found = {(row["code"], row["subject"]): row["message"] for row in rows(fresh, "anomalies")}
    assert found["tally-mismatch", "t3-2018q1"] == "The key claims 16 of 16 G; the 16 items print 11 G, 5 no letter."
    assert ("number-missing", "t3-2018q1/9") in found
    assert ("ref-irregular", "2018-21/3.8.1") in found
    assert ("source-missing", "2018-21/1.10.1") in found


def test_no_person_stands_in_the_tables_but_a_covers_author() -> None:
    for table in sorted(REAL_DATA.glob("*.csv")):
        text = table.read_text(encoding="utf-8")
        assert "@" not in text, table.name
        names = text.count("Dennis") + text.count("Tipping") + text.count("Gilbert")
        assert names == (2 if table.name == "documents.csv" else 0), table.name


@pytest.mark.parametrize("stem", ["framework-2018-21", "force-framework-2018", "t3-2018q1", "t3-2019q4", "t1-2020q1"])
def test_each_document_can_be_ingested_alone(stem: str, sources: Path, tmp_path: Path) -> None:
    shutil.copy(sources / f"{stem}.txt", tmp_path)
    ingest([tmp_path / f"{stem}.txt"], tmp_path / "alone")
    assert rows(tmp_path / "alone", "documents")[0]["id"] == stem
