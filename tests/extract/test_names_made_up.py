"""Reports of made-up forces, written without sight of the code: what they name, count and contradict."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pcgraph.documents import read_document
from pcgraph.extract import Claims, Context, extract_document, find_kind
from pcgraph.model import Row, get_table
from tests.conftest import DOCUMENTS
from tests.scoring import ORGANISATIONS, Score, find_named, join_scores, score_named

REPORTS = sorted((DOCUMENTS / "names").glob("*.txt"))


@cache
def extract(file: Path) -> Claims:
    document = read_document(file)
    return extract_document(document, kind=find_kind(document), context=Context())


@cache
def read_expected(file: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads(file.with_suffix(".expected.json").read_text(encoding="utf-8"))
    return expected


def fill(table: str, **cells: str) -> Row:
    return {**dict.fromkeys(get_table(table).names, ""), **cells}


@cache
def score(file: Path) -> dict[str, Score]:
    """The names found without any register, held against the author's answer."""
    expected = read_expected(file)
    updates = {int(row["id"].rpartition("/")[2]): row for row in extract(file).tables["updates"]}
    ids = {one["name"]: f"e{number}" for number, one in enumerate(expected["entities"])}
    kinds = {one["name"]: one["kind"] for one in expected["entities"]}
    entities = [
        fill(
            "entities",
            id=ids[one["name"]],
            kind=one["kind"],
            name=one["name"],
            acronym=one["acronym"],
            aliases=";".join(one["surfaces"]),
        )
        for one in expected["entities"]
    ]
    parts = [
        fill(
            "involvements",
            subject=updates[one["item"]]["deliverable" if one["in"] == "wording" else "id"],
            entity=ids[one["name"]],
            surface=one["surface"],
        )
        for one in expected["involvements"]
        if kinds[one["name"]] != "organisation"
    ]
    found_entities, found = find_named([file])
    return score_named(found_entities, found, true_entities=entities, true_parts=parts)


def test_reports_are_there() -> None:
    assert len(REPORTS) == 4


def test_names_are_found_without_a_register() -> None:
    joined = join_scores(score(file)[kind] for file in REPORTS for kind in ORGANISATIONS)
    assert joined.f1 >= 0.75


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_names_are_found_in_every_report(file: Path) -> None:
    assert join_scores(score(file)[kind] for kind in ORGANISATIONS).f1 >= 0.65


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_figures_are_the_reports_own_and_nearly_all_are_found(file: Path) -> None:
    expected = {
        (one["item"], str(one["line"]).partition("-")[0], float(one["value"]), one["unit"])
        for one in read_expected(file)["figures"]
    }
    found = {
        (int(row["update"].rpartition("/")[2]), row["line"].partition("-")[0], float(row["value"]), row["unit"])
        for row in extract(file).tables["figures"]
    }
    assert found - expected == set()
    assert len(found) >= 0.95 * len(expected)


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_contradictions_raise_no_false_alarm(file: Path) -> None:
    planted = {(str(one["line"]), one["code"]) for one in read_expected(file)["contradictions"]}
    found = {(row["line"], row["code"]) for row in extract(file).tables["anomalies"] if row["severity"] != "info"}
    assert found <= planted


def test_most_contradictions_are_found() -> None:
    planted = [
        (file.stem, str(one["line"]), one["code"])
        for file in REPORTS
        for one in read_expected(file)["contradictions"]
        if one["code"] != "name-misprint"  # a misprint is an alias of the register, not an anomaly
    ]
    found = {(file.stem, row["line"], row["code"]) for file in REPORTS for row in extract(file).tables["anomalies"]}
    assert sum(one in found for one in planted) >= 0.5 * len(planted)


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_no_person_enters_a_table(file: Path) -> None:
    cells = [
        cell
        for table, rows in extract(file).tables.items()
        for row in rows
        for name, cell in row.items()
        if (table, name) != ("documents", "author")
    ]
    assert [person for person in read_expected(file)["persons"] if any(person in cell for cell in cells)] == []
