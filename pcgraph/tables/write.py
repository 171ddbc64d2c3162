r"""Tables as CSV text: UTF-8, RFC 4180, sorted by key, `\n` line ends."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from pcgraph.model import TABLES, Column, Row, Table


def to_csv(table: Table, rows: Iterable[Row]) -> str:
    """A table's file, rows sorted by their keys.

    Args:
        table: The table, for its columns and key.
        rows: Every row, in any order.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    whole = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(table.names)
    for row in sorted(rows, key=table.to_key):
        cells = [row[name] for name in table.names]
        # Python 3.11 leaves a carriage return unquoted where lines do not end in one, and tears the row.
        (whole if any("\r" in cell for cell in cells) else writer).writerow(cells)
    return text.getvalue()


def to_datapackage(name: str, base: str, previous: dict[str, object]) -> str:
    """The dataset's `datapackage.json`: every table with its columns, keys and references.

    Args:
        name: The dataset's short name.
        base: What every IRI begins with.
        previous: The file as it was; what a person added to it stays.

    Source: Frictionless Data Package and Table Schema, version 1.
    """
    described = {
        **previous,
        "name": name,
        "base": base,
        "profile": "tabular-data-package",
        "resources": [_describe(table) for table in TABLES],
    }
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def _describe(table: Table) -> dict[str, Any]:
    references = [
        {"fields": column.name, "reference": {"resource": column.refers[0], "fields": _key_of(column.refers[0])}}
        for column in table.columns
        if len(column.refers) == 1 and not column.many
    ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "description": table.help,
        "schema": {
            "fields": [_describe_column(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": references,
            "missingValues": [""],
        },
    }


def _key_of(name: str) -> str:
    return next(table.key[0] for table in TABLES if table.name == name)


def _describe_column(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices and not column.many:
        constraints["enum"] = list(column.choices)
    described: dict[str, Any] = {"name": column.name, "type": "string", "description": column.help}
    return {**described, "constraints": constraints} if constraints else described
