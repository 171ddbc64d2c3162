"""The made-up force one year on, whole or changed, and two made-up reports written row by row."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from pcgraph.model import TABLES, Row, get_table
from pcgraph.tables import Dataset, read_dataset
from tests.conftest import ROOT

HISTORY = ROOT / "tests" / "history"


@pytest.fixture(scope="session")
def history() -> Dataset:
    """The dataset of three reports in two yearly plans."""
    return read_dataset(HISTORY)


def make_row(table: str, **cells: str) -> Row:
    """A row with these cells; the others are empty."""
    return {**dict.fromkeys(get_table(table).names, ""), **cells}


def change_cells(dataset: Dataset, table: str, found: dict[str, str], **cells: str) -> Dataset:
    """The dataset with these cells in every row of a table that has what is looked for."""
    rows = [
        {**row, **cells} if all(row[name] == value for name, value in found.items()) else row
        for row in dataset.tables[table]
    ]
    assert rows != list(dataset.tables[table]), "nothing was changed"
    return replace(dataset, tables={**dataset.tables, table: rows})


def add_rows(dataset: Dataset, table: str, *rows: Row) -> Dataset:
    """The dataset with further rows in a table."""
    return replace(dataset, tables={**dataset.tables, table: [*dataset.tables[table], *rows]})


def keep_rows(dataset: Dataset, table: str, **cells: str) -> Dataset:
    """The dataset without the rows of a table that have these cells."""
    rows = [row for row in dataset.tables[table] if any(row[name] != value for name, value in cells.items())]
    return replace(dataset, tables={**dataset.tables, table: rows})


@dataclass
class Made:
    """A dataset made in a test."""

    tables: dict[str, list[Row]]


def make_reports(earlier: list[Row], later: list[Row], *, plans: tuple[str, str] = ("24", "24")) -> Made:
    """Two reports `a` (quarter 1) and `b` (quarter 2) on theme `top/T1` with these items."""
    tables: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for name, quarter, plan in (("a", "1", plans[0]), ("b", "2", plans[1])):
        period = f"2024-25Q{quarter}"
        tables["documents"].append(
            make_row("documents", id=name, kind="monitoring-report", plan=plan, theme="top/T1", period=period)
        )
    tables["updates"] = [*earlier, *later]
    ids = dict.fromkeys(row["deliverable"] for row in tables["updates"] if row["deliverable"])
    tables["deliverables"] = [make_row("deliverables", id=name, theme="top/T1") for name in ids]
    return Made(tables)


def make_item(item_id: str, number: str, wording: str, *, rag: str = "G", deliverable: str | None = None) -> Row:
    """An item such as `a/1` of a report, on the deliverable `24/T1.<number>` unless another is given."""
    report = item_id.partition("/")[0]
    found = f"24/T1.{number}" if deliverable is None else deliverable
    return make_row(
        "updates",
        id=item_id,
        report=report,
        number=number,
        deliverable=found,
        responsible="DM",
        wording=wording,
        rag=rag,
        line="1",
    )
