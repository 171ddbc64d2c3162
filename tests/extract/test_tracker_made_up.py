"""Trackers of made-up offices against a careful reader's answers, written before the code."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from pcgraph.documents import read_document
from pcgraph.documents.cells import split_cell
from pcgraph.extract import Claims, Context, extract_document, find_kind
from tests.conftest import DOCUMENTS

TRACKERS = DOCUMENTS / "trackers"
STEMS = sorted(path.stem for path in TRACKERS.glob("*.txt"))


@cache
def read(stem: str) -> Claims:
    document = read_document(TRACKERS / f"{stem}.txt")
    return extract_document(document, kind=find_kind(document), context=Context())


@cache
def expected(stem: str) -> dict[str, Any]:
    answers: dict[str, Any] = json.loads((TRACKERS / f"{stem}.expected.json").read_text(encoding="utf-8"))
    return answers


@pytest.mark.parametrize("stem", STEMS)
def test_tracker_gives_its_document_and_plans(stem: str) -> None:
    tables, wanted = read(stem).tables, expected(stem)["document"]
    document = tables["documents"][0]
    parents = {row["id"]: row["parent"] for row in tables["plans"]}
    assert {**{name: document.get(name) for name in wanted}, "parent_plan": parents[document["plan"]]} == wanted


@pytest.mark.parametrize("stem", STEMS)
def test_tracker_gives_themes_deliverables_and_actions(stem: str) -> None:
    tables, wanted = read(stem).tables, expected(stem)
    assert [[row["id"], row["title"], row["line"]] for row in tables["themes"]] == wanted["themes"]
    assert [[row["id"], row["wording"]] for row in tables["deliverables"]] == wanted["deliverables"]
    actions = [[row[name] for name in ("id", "deliverable", "wording", "source")] for row in tables["actions"]]
    assert actions == wanted["actions"]


@pytest.mark.parametrize("stem", STEMS)
def test_tracker_gives_leads_and_codes(stem: str) -> None:
    tables, wanted = read(stem).tables, expected(stem)
    posts = {row["id"]: row["title"] or row["unit"] for row in tables["posts"]}
    assert [[row["subject"], posts[row["post"]], row["line"]] for row in tables["leads"]] == wanted["leads"]
    assert [[row["code"], row["kind"]] for row in tables["codes"]] == wanted["codes"]


@pytest.mark.parametrize("stem", STEMS)
def test_tracker_gives_an_update_for_every_row(stem: str) -> None:
    updates = [
        {
            "place": int(row["id"].partition("/")[2]),
            "narrative": [row["line_first"], row["line_last"]],
            **{name: row[name] for name in ("number", "deliverable", "rag", "responsible", "dates", "line")},
        }
        for row in read(stem).tables["updates"]
    ]
    assert updates == expected(stem)["updates"]


@pytest.mark.parametrize("stem", STEMS)
def test_tracker_gives_the_anomalies_and_no_others(stem: str) -> None:
    found = [[row["code"], row["subject"], row["line"]] for row in read(stem).tables["anomalies"]]
    assert sorted(found) == sorted(expected(stem)["anomalies"])


@pytest.mark.parametrize("stem", STEMS)
def test_no_persons_name_enters_a_table(stem: str) -> None:
    cells = [cell for rows in read(stem).tables.values() for row in rows for cell in row.values()]
    for name in expected(stem)["left_out"]:
        assert not [cell for cell in cells if name in cell], name


@pytest.mark.parametrize("stem", STEMS)
def test_passages_are_the_narratives_cells_alone(stem: str) -> None:
    tables = read(stem).tables
    rows = {row["id"]: row for row in tables["updates"]}
    told = {row["update"] for row in tables["passages"]}
    assert told == {update for update, row in rows.items() if row["line_first"]}
    for passage in tables["passages"]:
        update = rows[passage["update"]]
        places = {split_cell(update["line_first"])[0], split_cell(update["line_last"])[0]}
        assert set(passage["line"].split("-")) <= places


def test_partners_column_gives_supporting_partners_with_the_cell() -> None:
    found = read("brackenshire-2023q2").tables["involvements"]
    rows = {(row["subject"], row["surface"], row["role"], row["line"], row["rule"]) for row in found}
    assert ("2023-24/T1.1", "Harbury Town Council", "supports", "8c8", "partners-column") in rows
    assert ("2023-24/T1.2", "Dale Youth Trust", "supports", "9c8", "partners-column") in rows
    assert ("2023-24/T2.1", "Victim Support", "supports", "20c8", "partners-column") in rows
