"""Three-way merge of tables by key: a person's edit, addition or deletion wins.

Base is what the last ingest wrote, ours what lies in the dataset now, theirs what the documents
say now. A cell that only one side has changed takes that side's value; where both have changed it
differently, ours stays and the conflict is listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pcgraph.model import Row, Table


class Conflict(NamedTuple):
    """A cell or row that a person and a document changed differently; the person's stays.

    Attributes:
        table: The table's name.
        key: The row's key, its parts joined by " / ".
        column: The column, or "" where the whole row is concerned.
        ours: What stays.
        theirs: What the documents say.
    """

    table: str
    key: str
    column: str
    ours: str
    theirs: str


class Change(NamedTuple):
    """What a merge changes in a table.

    Attributes:
        table: The table's name.
        change: `added`, `changed` or `removed`.
        key: The row's key, its parts joined by " / ".
        column: The column changed, or "" for whole rows.
        before: The cell as it was.
        after: The cell as it is now.
    """

    table: str
    change: str
    key: str
    column: str
    before: str
    after: str


def merge_rows(
    table: Table, *, base: Sequence[Row], ours: Sequence[Row], theirs: Sequence[Row]
) -> tuple[list[Row], list[Conflict]]:
    """Merge one table.

    Returns:
        The rows, sorted by key, and the conflicts.
    """
    old, mine, new = ({table.to_key(row): row for row in rows} for rows in (base, ours, theirs))
    merged: list[Row] = []
    conflicts: list[Conflict] = []
    for key in sorted({*mine, *new}):
        row, found = _merge_row(table, old.get(key), mine.get(key), new.get(key))
        conflicts += found
        if row is not None:
            merged.append(row)
    return merged, conflicts


def _merge_row(table: Table, old: Row | None, mine: Row | None, new: Row | None) -> tuple[Row | None, list[Conflict]]:
    if mine is None:
        if old is None:
            return new, []
        changed = new is not None and new != old
        return None, [_to_conflict(table, new, "deleted by hand", "changed")] if changed and new else []
    if new is None:
        if old is None or mine == old:
            return (mine if old is None else None), []
        return mine, [_to_conflict(table, mine, "edited by hand", "no longer stated")]
    return _merge_cells(table, old, mine, new)


def _merge_cells(table: Table, old: Row | None, mine: Row, new: Row) -> tuple[Row, list[Conflict]]:
    merged: dict[str, str] = {}
    conflicts = []
    for name in table.names:
        before = old[name] if old else None
        if mine[name] == new[name] or before == new[name]:
            merged[name] = mine[name]
        elif before == mine[name]:
            merged[name] = new[name]
        else:
            merged[name] = mine[name]
            conflicts.append(_to_conflict(table, mine, mine[name], new[name], column=name))
    return merged, conflicts


def _to_conflict(table: Table, row: Row, ours: str, theirs: str, *, column: str = "") -> Conflict:
    return Conflict(table.name, to_key_text(table, row), column, ours, theirs)


def to_key_text(table: Table, row: Row) -> str:
    """A row's key for people: its parts joined by " / "."""
    return " / ".join(part for part in table.to_key(row) if part)


def iter_changes(table: Table, *, before: Sequence[Row], after: Sequence[Row]) -> Iterator[Change]:
    """What differs between two states of a table, in the order of the keys."""
    old, new = ({table.to_key(row): row for row in rows} for rows in (before, after))
    for key in sorted({*old, *new}):
        row = new.get(key) or old[key]
        name = to_key_text(table, row)
        if key not in old:
            yield Change(table.name, "added", name, "", "", _to_summary(table, row))
        elif key not in new:
            yield Change(table.name, "removed", name, "", _to_summary(table, row), "")
        else:
            for column in table.names:
                if old[key][column] != new[key][column]:
                    yield Change(table.name, "changed", name, column, old[key][column], new[key][column])


def _to_summary(table: Table, row: Row) -> str:
    """What a row is about: its wording, title, message or value."""
    names = ("wording", "title", "message", "value", "raw", "stands_for", "unit", "rationale")
    return next((row[name] for name in names if name in table.names and row[name]), "")
