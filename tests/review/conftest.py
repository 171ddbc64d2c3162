"""A small dataset with names to judge."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pcgraph.model import get_table
from pcgraph.tables.write import to_csv
from tests.conftest import ROOT

ENTITIES = (
    {"id": "open-door", "kind": "partner", "name": "Open Door", "status": "proposed", "by": "rule", "score": "0.7"},
    {"id": "opendoors", "kind": "programme", "name": "Open Doors", "status": "proposed", "by": "rule", "score": "0.6"},
    {"id": "farm-watch", "kind": "programme", "name": "Farm Watch", "acronym": "FW"},
    {"id": "evil", "kind": "partner", "name": '=HYPERLINK("x")', "status": "proposed", "by": "rule"},
)
INVOLVEMENTS = (
    {"subject": "t2-2023q2/2", "entity": "opendoors", "surface": "Open Doors", "line": "21"},
    {"subject": "t2-2023q2/2", "entity": "evil", "surface": "rural", "line": "21"},
)
FIGURES = (
    {"update": "t2-2023q2/2", "what": "farm visits", "value": "-35", "unit": "count", "line": "21"},
    {"update": "t2-2023q2/2", "what": "thefts", "value": "3.10", "unit": "%", "line": "22"},
)


def write_rows(data: Path, table: str, rows: list[dict[str, str]]) -> None:
    """Write a table of which only some cells are given."""
    names = get_table(table).names
    text = to_csv(get_table(table), [{name: row.get(name, "") for name in names} for row in rows])
    (data / f"{table}.csv").write_text(text, encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the small dataset with four names, two parts, two figures."""
    data = Path(shutil.copytree(ROOT / "tests" / "small", tmp_path / "small"))
    shared = {"document": "t2-2023q2"}
    part = {**shared, "role": "supports", "timing": "current", "rule": "x", "status": "proposed", "by": "rule"}
    write_rows(data, "entities", [dict(row) for row in ENTITIES])
    write_rows(data, "involvements", [{**part, **row} for row in INVOLVEMENTS])
    write_rows(data, "figures", [{**shared, **row} for row in FIGURES])
    return data


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """The made-up force with two reports and judgements."""
    return Path(shutil.copytree(ROOT / "tests" / "history", tmp_path / "history"))
