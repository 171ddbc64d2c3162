"""Faults of the tables that a review would make, told as the review's cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pcgraph.model import Row, Table, get_table
from pcgraph.review.read import Filled
from pcgraph.tables.merge import to_key_text

Places = Mapping[tuple[str, ...], Filled]
"""The review's rows by table and key."""

_TABLE_FAULT = re.compile(r"(?P<table>\w+)\.csv row (?P<row>\d+), (?P<column>\w+): (?P<fault>.*)", re.DOTALL)
_OF_TWO = re.compile(r"(?P<fault>.*) in row (?P<row>\d+) already", re.DOTALL)


def to_cell_fault(fault: str, tables: Mapping[str, Sequence[Row]], places: Places) -> str:
    """A fault of a table's row as one of the review's cell, where the row stands in the review.

    Args:
        fault: As `check_tables` has it.
        tables: The tables that were checked.
        places: Where the rows stand in the review.
    """
    match = _TABLE_FAULT.fullmatch(fault)
    if not match:
        return fault
    table, column = get_table(match["table"]), match["column"]
    rows = tables[table.name]
    row, told = rows[int(match["row"]) - 2], match["fault"]
    of_two = _OF_TWO.fullmatch(told)
    if of_two:
        other = rows[int(of_two["row"]) - 2]
        if (table.name, *table.to_key(row)) not in places:
            row, other = other, row  # first the one that the person has before them
        told = f"{of_two['fault']} in {_locate(table, other, column, places)} already"
    return f"{_locate(table, row, column, places)}: {told}"


def _locate(table: Table, row: Row, column: str, places: Places) -> str:
    filled = places.get((table.name, *table.to_key(row)))
    return filled.locate(column) if filled else f"{table.name}.csv, {to_key_text(table, row)}, {column}"
