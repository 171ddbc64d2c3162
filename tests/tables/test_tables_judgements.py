"""Faults of judgements that a cell alone does not show."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pcgraph.errors import DatasetError
from pcgraph.tables import read_dataset
from tests.conftest import ROOT

HISTORY = ROOT / "tests" / "history"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the dataset with a history."""
    return Path(shutil.copytree(HISTORY, tmp_path / "history"))


def add_rows(folder: Path, table: str, *rows: str) -> None:
    file = folder / f"{table}.csv"
    file.write_text(file.read_text(encoding="utf-8") + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def list_faults(folder: Path) -> list[str]:
    with pytest.raises(DatasetError) as caught:
        read_dataset(folder)
    return list(caught.value.details)


def test_judgements_tell_every_fault_at_once(copy: Path) -> None:
    add_rows(
        copy,
        "contributions",
        "2024-25/T2.3,2021-25/T9Z,primary,,low,Why.,,,",
        "2024-25/T2.2,2021-25/T2A,primary,2021-25/T1A.1,low,Why.,,,",
        "2021-25/T2.1,2021-25/T1B,maybe,,sure,,,2024-13-01,",
    )
    assert list_faults(copy) == [
        "contributions.csv row 12, outcome: “2021-25/T9Z” is in no row of outcomes.csv",
        "contributions.csv row 14, rank: “maybe” is none of primary, secondary",
        "contributions.csv row 14, confidence: “sure” is none of high, medium, low",
        "contributions.csv row 14, rationale: empty, a value is required",
        "contributions.csv row 14, date: “2024-13-01” is not a date such as 2020-05-14 or 2020-05",
        "contributions.csv row 13, measures: “2021-25/T1A.1” is a measure of 2021-25/T1A, not of 2021-25/T2A",
        "contributions.csv row 13, rank: “2024-25/T2.2” has its primary outcome in row 11 already",
    ]


def test_lineage_refuses_a_circle_and_a_version_that_is_not_earlier(copy: Path) -> None:
    add_rows(
        copy, "lineage", "2021-25/T2.1,widens,2024-25/T2.1,low,Why.,,,", "2021-25/T1.1,widens,2021-25/T1.1,low,W.,,,"
    )
    assert list_faults(copy) == [
        "lineage.csv row 6, earlier: the plan of “2024-25/T2.1” does not come before the later's",
        "lineage.csv row 2, earlier: “2023-24/T2.1” is an earlier version of itself",
        "lineage.csv row 7, earlier: “2021-25/T1.1” is an earlier version of itself",
    ]


def test_rejected_judgements_may_say_anything(copy: Path) -> None:
    add_rows(copy, "lineage", "2021-25/T2.1,widens,2024-25/T2.1,low,Why.,,,rejected")
    add_rows(copy, "contributions", "2024-25/T2.2,2021-25/T2A,primary,2021-25/T1A.1,low,Why.,,,rejected")
    assert len(read_dataset(copy).tables["lineage"]) == 5


def test_lineage_takes_a_yearly_plan_that_begins_with_the_plan_above_it(copy: Path) -> None:
    plans = copy / "plans.csv"
    plans.write_text(plans.read_text(encoding="utf-8").replace("2023-04-01", "2021-04-01"), encoding="utf-8")
    assert len(read_dataset(copy).tables["lineage"]) == 4
