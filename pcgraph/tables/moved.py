"""Rows whose place moved: the same thing at another line, because the document was read again from a newer copy.

A line is part of the key of parts, figures and anomalies. Without this, a line put in above them, or
the same report as PDF after its text, would part every row from what a person said of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pcgraph.model import Row, Table

Key = tuple[str, ...]


def follow_lines(
    table: Table, *, base: Sequence[Row], ours: Sequence[Row], theirs: Sequence[Row]
) -> tuple[list[Row], list[Row]]:
    """Base and ours with the lines at which theirs has the same things.

    Rows are the same thing where all of key and document but the line is the same. Several of them
    are paired in their order, and only where there are as many as before.

    Args:
        table: The table; one without a line in its key comes back as it is.
        base: The rows as the last ingest wrote them.
        ours: The rows as they lie there now.
        theirs: The rows as the documents say now.
    """
    if "line" not in table.key:
        return list(base), list(ours)
    lines = _find_lines(table, base, theirs)
    return _move(table, base, lines), _move(table, ours, lines)


def _find_lines(table: Table, base: Sequence[Row], theirs: Sequence[Row]) -> dict[Key, str]:
    """The new line of each row of the base that moved, by its key."""
    new = _group(table, theirs)
    moved: dict[Key, str] = {}
    for thing, rows in _group(table, base).items():
        if len(rows) == len(new.get(thing, ())):
            pairs = zip(rows, new[thing], strict=True)
            moved.update((table.to_key(old), row["line"]) for old, row in pairs if old["line"] != row["line"])
    return moved


def _group(table: Table, rows: Sequence[Row]) -> Mapping[Key, list[Row]]:
    names = sorted({*table.key, "document"} - {"line"})
    groups: dict[Key, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: _to_order(row["line"])):
        groups[tuple(row[name] for name in names)].append(row)
    return groups


def _to_order(line: str) -> tuple[int, ...]:
    """The numbers of a locator, so that line 9 comes before line 10."""
    return tuple(map(int, re.findall(r"\d+", line)))


def _move(table: Table, rows: Sequence[Row], lines: Mapping[Key, str]) -> list[Row]:
    """The rows at their new lines; one stays where a person has a row of their own at the new one."""
    kept = {table.to_key(row) for row in rows if table.to_key(row) not in lines}
    moved: list[Row] = []
    for row in rows:
        changed = {**row, "line": lines.get(table.to_key(row), row["line"])}
        moved.append(row if table.to_key(changed) in kept else changed)
    return moved
