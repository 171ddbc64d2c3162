"""What every table format shows: a title, columns and rows of plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pcgraph.errors import CallError

Value = str | int | float | bool | None
"""One cell: None is "not stated" and shows as nothing."""


class Records(NamedTuple):
    """A table to be shown. A named tuple, because `dataclasses` costs start-up time.

    Attributes:
        title: What the table answers, one line; may be empty.
        columns: Each column's key (for csv, tsv, json) and heading (for people).
        rows: One value for each column.
        note: What a reader must know beside it, such as what was read; may be empty.
    """

    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Value, ...], ...]
    note: str = ""

    @property
    def keys(self) -> list[str]:
        """The columns' keys."""
        return [key for key, _ in self.columns]

    @property
    def headings(self) -> list[str]:
        """The columns' headings."""
        return [heading for _, heading in self.columns]


def pick_columns(records: Records, wanted: str) -> Records:
    """Exactly the columns asked for, in that order.

    Args:
        records: What to show.
        wanted: The columns' keys, such as `code,rag`; case and spaces around a key do not matter.

    Raises:
        CallError: A key is unknown (with "did you mean") or stands twice, or none is given.

    >>> pick_columns(Records("", (("code", "Code"), ("rag", "Status")), (("T3.3", "Amber"),)), "rag,code").rows
    (('Amber', 'T3.3'),)
    """
    keys = [key.strip().casefold() for key in wanted.split(",") if key.strip()]
    if not keys:
        raise CallError("--columns names no column.", hint=_list_keys(records.keys))
    for i, key in enumerate(keys):
        if key not in records.keys:
            raise CallError(f"There is no column “{key}”.", hint=_suggest(key, records.keys))
        if key in keys[:i]:
            raise CallError(f"--columns names {key} twice.", hint="Name each column once.")
    places = [records.keys.index(key) for key in keys]
    rows = tuple(tuple(row[place] for place in places) for row in records.rows)
    return records._replace(columns=tuple(records.columns[place] for place in places), rows=rows)


def _suggest(key: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches  # costs 5 ms, for an error only

    near = get_close_matches(key, known, n=2)
    return f"Did you mean {' or '.join(near)}? {_list_keys(known)}" if near else _list_keys(known)


def _list_keys(keys: Sequence[str]) -> str:
    return f"There are: {', '.join(keys)}."


def find_number_columns(records: Records) -> list[bool]:
    """For each column, whether all that is stated in it are numbers (and something is)."""
    return [_is_all_numbers([row[i] for row in records.rows]) for i in range(len(records.columns))]


def _is_all_numbers(values: list[Value]) -> bool:
    stated = [value for value in values if value is not None]
    return bool(stated) and all(is_number(value) for value in stated)


def is_number(value: Value) -> bool:
    """Whether a value is a number; True and False are not.

    >>> is_number(3), is_number("3"), is_number(True)
    (True, False, False)
    """
    return isinstance(value, int | float) and not isinstance(value, bool)
