"""What every table format shows: a title, columns and rows of plain values."""

from __future__ import annotations

from typing import NamedTuple

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
