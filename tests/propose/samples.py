"""Made-up tables of a plan, of which only the cells that matter are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pcgraph.model import TABLES, Row, get_table

Tables = dict[str, Sequence[Row]]


def make_tables(**given: Sequence[Mapping[str, str]]) -> Tables:
    """Every table of the model, with the rows given and their other cells empty."""
    return {
        table.name: [dict.fromkeys(table.names, "") | dict(row) for row in given.get(table.name, ())]
        for table in TABLES
    }


def make_deliverable(thing_id: str, wording: str, theme: str = "2021-25/T1") -> Mapping[str, str]:
    """A deliverable of the plan that its id names."""
    return {"id": thing_id, "plan": thing_id.partition("/")[0], "theme": theme, "wording": wording}


def make_outcome(code: str, title: str, plan: str = "2021-25") -> Mapping[str, str]:
    """An outcome, T1A, of its theme, T1."""
    return {"id": f"{plan}/{code}", "theme": f"{plan}/{code[:2]}", "title": title}


def make_contribution(deliverable: str, outcome: str, **cells: str) -> Mapping[str, str]:
    """A judgement, agreed and primary unless given."""
    return {"deliverable": deliverable, "outcome": outcome, "rank": "primary", "status": "agreed", **cells}


def shuffle(tables: Tables) -> Tables:
    """The same tables with their rows in the other order."""
    assert set(tables) == {get_table(name).name for name in tables}
    return {name: list(reversed(rows)) for name, rows in tables.items()}
