"""The made-up force one year on, with what its reports' keys print, as papers."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pcgraph.paper import Paper, make_paper
from tests.conftest import ROOT

HISTORY = ROOT / "tests" / "history"

TALLIES = (
    ("t2-2024q1", "tally-amber", "0/3 (0%)", "t2-2024q1", "8c4"),
    ("t2-2024q1", "tally-green", "3/3 (100%)", "t2-2024q1", "8c2"),
    ("t2-2024q1", "tally-red", "0/3 (0%)", "t2-2024q1", "8c6"),
)
"""The key of the last report: it claims a Green too many, and prints nothing for White."""

Edit = Callable[[str, str, str, str], None]


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A copy of the history dataset whose last report prints a key, to be changed."""
    return make_history(tmp_path / "history")


def make_history(data: Path) -> Path:
    shutil.copytree(HISTORY, data, ignore=shutil.ignore_patterns(".pcgraph"))
    with (data / "statements.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(TALLIES)
    return data


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    """The paper of the last report."""
    return make_paper(make_history(tmp_path_factory.mktemp("paper") / "history"), report="t2-2024q1", theme="T2")


@pytest.fixture
def set_cell(history: Path) -> Edit:
    """Sets one cell of the copy: table, the row's first cell, column, value."""

    def edit(table: str, key: str, column: str, value: str) -> None:
        file = history / f"{table}.csv"
        with file.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.reader(opened))
        for row in rows[1:]:
            if row[0] == key:
                row[rows[0].index(column)] = value
        with file.open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened, lineterminator="\n").writerows(rows)

    return edit
