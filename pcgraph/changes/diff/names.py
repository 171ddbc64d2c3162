"""What tables, rows and columns are called when their differences are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pcgraph.changes.words import RAG_NAMES, show_figure
from pcgraph.model import SEPARATOR, Row, Table

Tables = Mapping[str, Sequence[Row]]

NOUNS = {
    "documents": "Document",
    "plans": "Plan",
    "themes": "Theme",
    "outcomes": "Outcome",
    "measures": "Measure",
    "deliverables": "Deliverable",
    "actions": "Action",
    "posts": "Post",
    "codes": "Code",
    "updates": "Update",
    "entities": "Entity",
}
"""The tables of things that stand for themselves."""


class Part(NamedTuple):
    """What a table of parts of things is called.

    Attributes:
        parent: The column that names the thing; the second where the first is empty.
        noun: One row.
        plural: Several rows.
        loose_key: The columns by which a row is known although another part of its key changed.
    """

    parent: tuple[str, ...]
    noun: str
    plural: str
    loose_key: tuple[str, ...] = ()


PARTS = {
    "statements": Part(("subject",), "further statement", "further statements"),
    "leads": Part(("subject",), "lead", "leads", ("subject", "document")),
    "involvements": Part(("subject",), "involvement", "involvements", ("subject", "line", "surface")),
    "figures": Part(("update",), "figure", "figures", ("update", "what", "unit", "period")),
    "passages": Part(("update",), "paragraph", "paragraphs"),
    "anomalies": Part(("subject", "document"), "anomaly", "anomalies"),
    "contributions": Part(("deliverable",), "contribution", "contributions"),
    "lineage": Part(("later",), "lineage link", "lineage links", ("later",)),
}
"""The tables whose rows belong to a thing of another table."""

REVIEWS = ("status", "by", "date")
"""The columns that say who looked at a row."""

_COLUMN_NAMES = {
    "rag": "RAG status",
    "responsible_raw": "responsible as printed",
    "same_as": "same as",
    "sha256": "fingerprint of the file",
    "by": "reviewed by",
    "date": "date of review",
    "of": "member of or funded by",
    "rule": "rule that read it",
    "as_of": "date in the text",
    "raw": "words as printed",
    "surface": "name as printed",
    "rank": "primary or secondary",
}


def name_column(column: str) -> str:
    """A column in words.

    >>> name_column("rag"), name_column("meeting_date")
    ('RAG status', 'meeting date')
    """
    return _COLUMN_NAMES.get(column, column.replace("_", " "))


def show_cell(column: str, value: str) -> str:
    """A cell in words: RAG letters as names, several values parted by "; "."""
    if column == "rag":
        return RAG_NAMES.get(value, value)
    return value.replace(SEPARATOR, "; ")


def is_place(table: Table, column: str) -> bool:
    """Whether a column only says where in a document something stands."""
    return table.find_column(column).kind == "locator"


class Namer:
    """Names rows for people.

    Args:
        tables: Both datasets' tables, the newer first.
    """

    def __init__(self, *tables: Tables) -> None:
        self._kinds: dict[str, str] = {}
        self._names: dict[tuple[str, str], str] = {}
        for dataset in reversed(tables):
            for table, noun in NOUNS.items():
                key = "code" if table == "codes" else "id"
                self._kinds.update((row[key], noun) for row in dataset.get(table, ()))
            self._names.update((("entities", row["id"]), row["name"]) for row in dataset.get("entities", ()))
            titles = ((row["id"], row["title"], row["unit"]) for row in dataset.get("posts", ()))
            self._names.update((("posts", post), title or unit or post) for post, title, unit in titles)

    def name_thing(self, thing_id: str) -> str:
        """A thing's kind and id, such as `Update t3-2019q4/4`."""
        return f"{self._kinds.get(thing_id, 'Thing')} {thing_id}"

    def name_parent(self, table: str, row: Row) -> str:
        """The thing that a row belongs to."""
        return self.name_thing(next(row[column] for column in PARTS[table].parent if row[column]))

    def find_name(self, table: str, row_id: str) -> str:
        """An entity's or a post's name; the id where there is none."""
        return self._names.get((table, row_id), row_id)

    def describe(self, table: str, row: Row) -> str:
        """What a row is about, in a few words."""
        if table == "involvements":
            return f"{self.find_name('entities', row['entity'])} ({row['role']})"
        if table == "leads":
            return self.find_name("posts", row["post"])
        if table == "figures":
            return f"{row['what']}: {show_figure(row)}"
        if table == "lineage":
            return f"{row['relation']} {row['earlier']}"
        names = ("wording", "name", "title", "message", "outcome", "value", "stands_for", "unit", "position")
        return next((row[name] for name in names if row.get(name)), "")
