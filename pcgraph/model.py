"""The tables of a dataset: which there are, their columns, keys and what each cell may hold.

The tables are the source of truth (the design's section 5). Reading, checking, merging, the
`datapackage.json` and the documentation all take them from here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Row = Mapping[str, str]
"""One row of a table: every column of the table, empty text where nothing is stated."""

ColumnKind = Literal["text", "id", "date", "locator", "integer", "sha256"]

SEPARATOR = ";"
"""Parts several values in one cell."""

_PATTERNS: dict[ColumnKind, tuple[str, str]] = {
    "text": (r"[^\x00-\x08\x0b\x0c\x0e-\x1f]*", "text"),
    "id": (r"[^\s;\x00-\x1f\x7f-\x9f]+", "an id without spaces"),
    "date": (r"\d{4}(-\d{2}(-\d{2})?)?", "a date such as 2020-05-14 or 2020-05"),
    "locator": (r"\d+(-\d+)?(c\d+)?|p\d+(l\d+)?|t\d+r\d+(c\d+)?", "a place such as 52, 34-36, 52c3 or p3"),
    "integer": (r"\d+", "a whole number"),
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
        refers: The tables whose key the values are; a value must be found in one of them.
    """

    name: str
    help: str
    kind: ColumnKind = "text"
    required: bool = False
    many: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()

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

    def to_key(self, row: Row) -> tuple[str, ...]:
        """What tells this row apart from the others of its table."""
        return tuple(row[name] for name in self.key)


def _id(text: str) -> Column:
    return Column("id", text, "id", required=True)


def _document(text: str = "The document that states it.") -> Column:
    return Column("document", text, "id", required=True, refers=("documents",))


_LINE = Column("line", "Where in the document: line, range of lines, line and cell, page or table row.", "locator")

DOCUMENT_KINDS = ("strategic-framework", "force-framework", "monitoring-report", "tracker")
RAG_LETTERS = ("G", "A", "R", "W")
SEVERITIES = ("error", "warning", "info")

TABLES: tuple[Table, ...] = (
    Table(
        "documents",
        "A source document that was read.",
        (
            _id("The file's name without its ending, made unique."),
            Column("kind", "What kind of document it is.", required=True, choices=DOCUMENT_KINDS),
            Column("title", "As printed.", required=True),
            Column("plan", "The plan that it belongs to.", "id", refers=("plans",)),
            Column("theme", "The theme that a report speaks of.", "id", refers=("themes",)),
            Column("period", "Financial year and quarter, such as 2019-20Q4."),
            Column("meeting_date", "The day of the meeting that received it.", "date"),
            Column("meeting_body", "The meeting that received it."),
            Column("agenda_item", "The item of that meeting's agenda."),
            Column("version", "As printed, such as V18 or Final."),
            Column("marking", "Who may see it, as the document says.", choices=("public", "internal", "draft")),
            Column("supersedes", "The earlier version that this one replaces.", "id", refers=("documents",)),
            Column("author", "The report's author as printed on its cover."),
            Column("filename", "The file that was read.", required=True),
            Column("sha256", "The SHA-256 of that file.", "sha256", required=True),
        ),
    ),
    Table(
        "plans",
        "A police and crime plan, or a yearly delivery plan under it.",
        (
            _id("The years it covers, such as 2018-21."),
            Column("title", "As printed, or its kind and years.", required=True),
            Column("start", "Its first day.", "date"),
            Column("end", "Its last day.", "date"),
            Column("parent", "The plan that this yearly plan delivers.", "id", refers=("plans",)),
        ),
    ),
    Table(
        "themes",
        "A strategic theme of a plan.",
        (
            _id("Plan and code, such as 2018-21/T1."),
            Column("title", "As printed.", required=True),
            _document(),
            _LINE,
        ),
    ),
    Table(
        "outcomes",
        "A strategic outcome under a theme.",
        (
            _id("Plan and code, such as 2018-21/T3A."),
            Column("theme", "The theme that it belongs to.", "id", required=True, refers=("themes",)),
            Column("title", "As printed.", required=True),
            _document(),
            _LINE,
        ),
    ),
    Table(
        "measures",
        "A performance measure of an outcome; measures form a tree.",
        (
            _id("Plan and code, such as 2018-21/T2A.2.a.i."),
            Column("parent", "The measure that it is a part of.", "id", refers=("measures",)),
            Column("outcome", "The outcome that it measures.", "id", required=True, refers=("outcomes",)),
            Column("title", "As printed.", required=True),
            Column("source", "Where its figures come from, as the row states it."),
            Column("baseline", "What it is compared with, as the row states it."),
            _document(),
            _LINE,
        ),
    ),
    Table(
        "deliverables",
        "A numbered deliverable of a plan.",
        (
            _id("Plan, theme and number, such as 2018-21/T3.3."),
            Column("plan", "The plan that it belongs to.", "id", required=True, refers=("plans",)),
            Column("theme", "The theme that it belongs to.", "id", required=True, refers=("themes",)),
            Column("number", "Its number within the theme.", "integer", required=True),
            Column("wording", "Its official name, as printed.", required=True),
            _document("The document whose wording is preferred."),
            _LINE,
        ),
    ),
    Table(
        "actions",
        "A force action that implements a deliverable.",
        (
            _id("Plan and reference, such as 2018-21/3.3.1."),
            Column("deliverable", "The deliverable that it implements.", "id", required=True, refers=("deliverables",)),
            Column("wording", "Its official name, as printed.", required=True),
            Column("source", "Where the action comes from, as printed; several values.", many=True),
            _document(),
            _LINE,
        ),
    ),
    Table(
        "statements",
        "What a further document says of the same thing.",
        (
            Column(
                "subject",
                "The thing that it speaks of.",
                "id",
                required=True,
                refers=("themes", "outcomes", "measures", "deliverables", "actions"),
            ),
            Column("property", "What it says of it: title, wording, source or baseline.", required=True),
            Column("value", "The words as printed.", required=True),
            _document(),
            _LINE,
        ),
        key=("subject", "property", "document", "line"),
    ),
    Table(
        "leads",
        "A post that leads a deliverable or an action; one row a post.",
        (
            Column("subject", "What it leads.", "id", required=True, refers=("deliverables", "actions")),
            Column("post", "The post.", "id", required=True, refers=("posts",)),
            Column("raw", "The cell as printed.", required=True),
            _document(),
            _LINE,
        ),
        key=("subject", "post", "document"),
    ),
    Table(
        "posts",
        "A lead officer's post, never a person.",
        (
            _id("Made from title and unit, such as det-supt-intelligence."),
            Column("title", "The post written out; empty where only a department is named."),
            Column("unit", "The unit or department."),
            Column("aliases", "Its other spellings as printed.", many=True),
        ),
    ),
    Table(
        "codes",
        "A responsibility code of the reports.",
        (
            Column("code", "As printed, such as NOPCC.", required=True),
            Column("kind", "What it stands for.", choices=("organisation", "post", "initials")),
            Column("stands_for", "The name, where a document spells it out; never a person's."),
            Column("note", "A person's note."),
        ),
        key=("code",),
    ),
    Table(
        "updates",
        "What one report says of one deliverable.",
        (
            _id("Report and place in it, such as t3-2018q1/4."),
            Column("report", "The report.", "id", required=True, refers=("documents",)),
            Column("number", "As printed; empty where the number is lost."),
            Column("deliverable", "The deliverable that it reports on.", "id", refers=("deliverables",)),
            Column("responsible", "Responsibility codes.", many=True, refers=("codes",)),
            Column("responsible_raw", "The responsibility cell as printed."),
            Column("wording", "The deliverable as this report prints it.", required=True),
            Column("rag", "The letter that is printed; empty where none is.", choices=RAG_LETTERS),
            Column("dates", "When the narrative says that it was updated.", "date", many=True),
            Column("authors", "Initials printed beside those dates.", many=True),
            Column("line", "Where its row stands.", "locator", required=True),
            Column("line_first", "The narrative's first line.", "locator"),
            Column("line_last", "The narrative's last line.", "locator"),
        ),
    ),
    Table(
        "anomalies",
        "Something in a document that contradicts itself, or that a reader must know.",
        (
            _document("The document concerned."),
            _LINE,
            Column("code", "What kind of anomaly it is.", "id", required=True),
            Column("severity", "How much it matters.", required=True, choices=SEVERITIES),
            Column("subject", "The thing concerned, by its id."),
            Column("message", "What was found, one sentence.", required=True),
        ),
        key=("document", "line", "code", "subject"),
    ),
)


def get_table(name: str) -> Table:
    """The table of that name.

    Raises:
        KeyError: There is none.
    """
    return _BY_NAME[name]


_BY_NAME = {table.name: table for table in TABLES}
