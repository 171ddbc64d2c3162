"""Check tables against the model: values, keys, references. All faults at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pcgraph.model import TABLES, Row, Table
from pcgraph.names import is_blank
from pcgraph.tables.judgements import find_judgement_faults

_LEADS_ON = {"parent": "above", "same_as": "the same as"}
"""The columns that lead to another row of the table, and what that row is."""


def check_tables(tables: Mapping[str, Sequence[Row]]) -> list[str]:
    """Every fault of the tables, one line each, naming file, row and column.

    Rows count from 2, as a spreadsheet shows them (row 1 is the header).
    """
    known = {table.name: {row[table.key[0]] for row in tables[table.name]} for table in TABLES}
    faults: list[str] = []
    for table in TABLES:
        rows = tables[table.name]
        faults += find_duplicates(table, rows)
        faults += _find_circles(table, rows)
        for number, row in enumerate(rows, start=2):
            faults += (f"{table.name}.csv row {number}, {fault}" for fault in _find_row_faults(table, row, known))
    faults += find_judgement_faults(tables)
    return faults


def find_duplicates(table: Table, rows: Sequence[Row]) -> Iterator[str]:
    """Rows whose key stands in an earlier row already."""
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, start=2):
        key = table.to_key(row)
        if key in seen:
            name = " / ".join(part for part in key if part)
            yield f"{table.name}.csv row {number}, {', '.join(table.key)}: “{name}” stands in row {seen[key]} already"
        seen.setdefault(key, number)


def _find_circles(table: Table, rows: Sequence[Row]) -> Iterator[str]:
    """Rows that are their own parent, or the same as themselves, by one step or several."""
    for name, meaning in _LEADS_ON.items():
        if name in table.names:
            circular = _find_circular({row["id"]: row[name] for row in rows})
            for number, row in enumerate(rows, start=2):
                if row["id"] in circular:
                    yield f"{table.name}.csv row {number}, {name}: “{row['id']}” is {meaning} itself"


def _find_circular(links: Mapping[str, str]) -> set[str]:
    """The ids that lead back to themselves; each is walked through once."""
    circular: set[str] = set()
    done: set[str] = set()
    for start in links:
        path: dict[str, int] = {}
        at = start
        while at and at not in done and at not in path:
            path[at] = len(path)
            at = links.get(at, "")
        circular.update(list(path)[path[at] :] if at in path else ())
        done.update(path)
    return circular


def _find_row_faults(table: Table, row: Row, known: Mapping[str, set[str]]) -> Iterator[str]:
    for column in table.columns:
        values = column.to_values(row[column.name])
        if column.required and all(map(is_blank, values)):
            yield f"{column.name}: empty, a value is required"
        for value in values:
            if fault := column.find_fault(value):
                yield f"{column.name}: {fault}{_explain_spreadsheet(value)}"
            elif column.refers and not any(value in known[other] for other in column.refers):
                yield f"{column.name}: “{value}” is in no row of {' or '.join(column.refers)}.csv"
    if table.name == "deliverables" and row["id"] and not row["id"].endswith(f".{row['number']}"):
        yield f"number: {row['number']} does not fit the id “{row['id']}” (a spreadsheet turns 10 into 1 in 3.10)"


def _explain_spreadsheet(value: str) -> str:
    """A word on what a spreadsheet does to dates and long numbers on saving."""
    looks_converted = "/" in value and value.replace("/", "").isdigit()
    return " (saved by a spreadsheet as its own date? keep the column as text)" if looks_converted else ""
