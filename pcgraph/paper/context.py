"""What the parts of a paper share: tables by id, references, names, and which rows count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from pcgraph.graph.reviews import find_review_state, is_rejected
from pcgraph.graph.same_as import follow_same
from pcgraph.model import Row
from pcgraph.paper.references import Citations
from pcgraph.paper.words import Words

_AGREED = "by-office"


class Subject(NamedTuple):
    """An item of the report, with all that the tables file under it.

    Attributes:
        update: Its row of `updates`.
        actions: The codes of the actions that implement its deliverable, by their ids.
    """

    update: Row
    actions: Mapping[str, str]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the item, its deliverable and the deliverable's actions."""
        return frozenset({self.update["id"], self.update["deliverable"], *self.actions} - {""})

    def name(self, subject: str, document: str) -> str:
        """What people look for in a document: the item by its number, elsewhere a deliverable or action by its code."""
        if document == self.update["report"]:
            return describe_number(self.update)
        return self.actions.get(subject, to_code(subject))


def describe_number(update: Row) -> str:
    """An item's number as a reference names it; "" where it is lost.

    >>> describe_number({"number": "14"})
    'no. 14'
    """
    return f"no. {update['number']}" if update["number"] else ""


class Context:
    """One dataset, as the parts of a paper read it.

    Args:
        tables: The dataset's tables.
        words: What the graph calls statuses, roles and timings.
        agreed_only: Whether to leave out judgements that the office has not agreed to.

    Attributes:
        tables: The dataset's tables.
        words: What the graph calls statuses, roles and timings.
        citations: Gives references to its documents.
        agreed_only: Whether to leave out judgements that the office has not agreed to.
    """

    def __init__(self, tables: Mapping[str, Sequence[Row]], words: Words, *, agreed_only: bool) -> None:
        self.tables = tables
        self.words = words
        self.citations = Citations(tables["documents"])
        self.agreed_only = agreed_only

    def counts(self, row: Row) -> bool:
        """Whether a judged row is to be told: nobody rejected it, and the office agreed where that is asked for."""
        return not is_rejected(row) and (not self.agreed_only or find_review_state(row) == _AGREED)

    def review(self, row: Row) -> str:
        """Who has looked at a judged row, in words."""
        return self.words.reviews[find_review_state(row)]

    @cached_property
    def entities(self) -> dict[str, Row]:
        """The row of the entity meant, by the id of each entity that nobody rejected."""
        rows = {row["id"]: row for row in self.tables["entities"]}
        return {name: rows[meant] for name, meant in follow_same(self.tables["entities"]).items()}

    @cached_property
    def outcomes(self) -> dict[str, Row]:
        """The outcomes by id."""
        return {row["id"]: row for row in self.tables["outcomes"]}

    @cached_property
    def measures(self) -> dict[str, Row]:
        """The measures by id."""
        return {row["id"]: row for row in self.tables["measures"]}

    def make_subject(self, update: Row) -> Subject:
        """An item with the actions of its deliverable."""
        deliverable = update["deliverable"]
        actions = (row["id"] for row in self.tables["actions"] if deliverable and row["deliverable"] == deliverable)
        return Subject(update, {action: action.rpartition("/")[2] for action in actions})


def to_code(identifier: str) -> str:
    """The short code in an id.

    >>> to_code("2018-21/T3.3")
    'T3.3'
    """
    return identifier.rpartition("/")[2]
