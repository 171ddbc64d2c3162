"""What a table and a column are: names, kinds of values, keys and references."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Row = Mapping[str, str]
"""One row of a table: every column of the table, empty text where nothing is stated."""

ColumnKind = Literal["text", "id", "date", "locator", "integer", "number", "sha256"]

SEPARATOR = ";"
"""Parts several values in one cell."""

_PLACE = r"(?:\d+|p\d+(?:l\d+)?|t\d+(?:r\d+(?:p\d+)?)?|f\d+)"

_PATTERNS: dict[ColumnKind, tuple[str, str]] = {
    "text": (r"[^\x00-\x08\x0b\x0c\x0e-\x1f]*", "text"),
    "id": (r"[^\s;\x00-\x1f\x7f-\x9f]+", "an id without spaces"),
    "date": (r"\d{4}(-\d{2}(-\d{2})?)?", "a date such as 2020-05-14 or 2020-05"),
    "locator": (rf"{_PLACE}(-{_PLACE})?(c\d+)?", "a place such as 52, 34-36, 52c3, p3l14 or t2r14c3"),
    "integer": (r"\d+", "a whole number"),
    "number": (r"-?\d+(\.\d+)?", "a number such as 1213 or -2.9"),
    "sha256": (r"[0-9a-f]{64}", "64 hexadecimal digits"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: As in the file's header.
        help: What the cell means, one sentence.
        kind: What each value looks like.
        required: Whether the cell may not be empty.
        many: Whether the cell may hold several values, parted by `;`.
        choices: The values allowed, or none for any.
        optional: Whether a file may leave the column out, as tables from before it was added do.
        refers: The tables whose key the values are; a value must be found in one of them.
    """

    name: str
    help: str
    kind: ColumnKind = "text"
    required: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    optional: bool = False

    def to_values(self, cell: str) -> tuple[str, ...]:
        """The cell's values: none, one, or several where the column allows it.

        >>> Column("aliases", "", many=True).to_values("a;b")
        ('a', 'b')
        """
        if not cell:
            return ()
        return tuple(part for part in cell.split(SEPARATOR) if part) if self.many else (cell,)

    def find_fault(self, value: str) -> str | None:
        """Why one value is not allowed here, in words, or None."""
        if self.choices and value not in self.choices:
            return f"“{value}” is none of {', '.join(self.choices)}"
        pattern, expected = _PATTERNS[self.kind]
        fits = re.fullmatch(pattern, value, re.ASCII) and (self.kind != "date" or _is_date(value))
        return None if fits else f"“{value[:80]}” is not {expected}"


def _is_date(value: str) -> bool:
    """Whether an ISO date, or a month or year alone, is in the calendar."""
    try:
        dt.date.fromisoformat(value + "0001-01-01"[len(value) :])
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a dataset.

    Attributes:
        name: The file's name without `.csv`.
        help: What a row is, one sentence.
        columns: In the order of the file.
        key: The columns that tell rows apart.
    """

    name: str
    help: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ("id",)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in the order of the file."""
        return tuple(column.name for column in self.columns)

    def find_column(self, name: str) -> Column:
        """The column of that name.

        Raises:
            KeyError: There is none.
        """
        return {column.name: column for column in self.columns}[name]

    def to_key(self, row: Row) -> tuple[str, ...]:
        """What tells this row apart from the others of its table."""
        return tuple(row[name] for name in self.key)


def id_column(text: str) -> Column:
    """The column `id` that is a table's key."""
    return Column("id", text, "id", required=True)


def document_column(text: str = "The document that states it.") -> Column:
    """The column that names the source document of a row."""
    return Column("document", text, "id", required=True, refers=("documents",))


LINE = Column("line", "Where in the document: line, range of lines, line and cell, page or table row.", "locator")

DOCUMENT_KINDS = ("strategic-framework", "force-framework", "monitoring-report", "tracker")
RAG_LETTERS = ("G", "A", "R", "W")
SEVERITIES = ("error", "warning", "info")
STATUSES = ("proposed", "agreed", "rejected")

REVIEWED = (
    Column("status", "What a person said of it; empty where nobody was asked.", choices=STATUSES, optional=True),
    Column("by", "Who said so, or `rule`.", optional=True),
    Column("date", "When.", "date", optional=True),
)
"""The columns of what a person reviews."""
