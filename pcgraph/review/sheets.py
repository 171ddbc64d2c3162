"""The sheets of the review: which table each shows, which cells a person may change, what a verdict does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pcgraph.model import (
    CONFIDENCES,
    CONTRIBUTION_RANKS,
    ENTITY_KINDS,
    LINEAGE_RELATIONS,
    ROLES,
    SEVERITIES,
    TIMINGS,
    Row,
)
from pcgraph.tables.register import is_reviewed

AGREED = {"status": "agreed"}
REJECTED = {"status": "rejected"}

OFFERED = "candidate"
"""What stands in place of a status where a row is put to the person and is in no table yet."""

VERDICT = "Verdict"
BEFORE = "As written (leave)"
"""The hidden column that holds each row as it was written, so that only what a person changed is taken back."""

WORDS = "words"
LOOKS_LIKE = "looks_like"
NAMED_IN = "named_in"
ABOUT = "about"
NAME = "entity_name"
EARLIER = "earlier_wording"
OUTCOME = "outcome_title"
SHOWN_BY = "measure_titles"
SO_FAR = "so_far"
"""Columns that help to judge and are not taken back."""


@dataclass(frozen=True, slots=True)
class ReviewColumn:
    """One column of a sheet.

    Attributes:
        key: The table's column, or one of the helping columns.
        heading: For people.
        width: In characters.
        choices: What a changed cell may hold; any text where there are none.
        is_open: Whether a person may change it.
    """

    key: str
    heading: str
    width: int
    choices: tuple[str, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ReviewSheet:
    """One sheet of the review.

    Attributes:
        name: As on the tab.
        table: The table that it shows.
        verdicts: What a verdict sets in the row.
        columns: In order, after the verdict.
        is_open: Whether a row of the table waits for a verdict.
        is_optional: Whether the sheet is left out where there is nothing to judge.
    """

    name: str
    table: str
    verdicts: Mapping[str, Mapping[str, str]]
    columns: tuple[ReviewColumn, ...]
    is_open: Callable[[Row], bool]
    is_optional: bool = False

    @property
    def open_keys(self) -> tuple[str, ...]:
        """The table's columns that a person may change."""
        return tuple(column.key for column in self.columns if column.is_open)


def _is_unseen(row: Row) -> bool:
    return not is_reviewed(row)


def _is_unasked(row: Row) -> bool:
    return not row["status"]


def _is_undecided(row: Row) -> bool:
    return row["status"] in ("", "proposed")


_AGREE_OR_REJECT = {"agree": AGREED, "reject": REJECTED}
_RIGHT_OR_WRONG = {"right": AGREED, "wrong": REJECTED}
_WHERE = (ReviewColumn("document", "Document", 16), ReviewColumn("line", "Line", 9))
_WORDS = ReviewColumn(WORDS, "Words", 70)
_SO_FAR = ReviewColumn(SO_FAR, "Judged so far", 26)
_STANDING = ReviewColumn(SO_FAR, "So far", 26)

SHEETS = (
    ReviewSheet(
        "Names",
        "entities",
        {"right": AGREED, "same as": AGREED, "different": AGREED, "not a name": REJECTED},
        (
            ReviewColumn("name", "Name", 34, is_open=True),
            ReviewColumn("kind", "Kind", 14, ENTITY_KINDS, is_open=True),
            ReviewColumn("same_as", "Same as", 26, is_open=True),
            _WORDS,
            ReviewColumn(LOOKS_LIKE, "Looks like", 34),
            ReviewColumn("acronym", "Acronym", 11, is_open=True),
            ReviewColumn("aliases", "Other spellings", 26, is_open=True),
            ReviewColumn("note", "Note", 24, is_open=True),
            ReviewColumn("why", "Why proposed", 40),
            ReviewColumn("score", "Score", 8),
            ReviewColumn(NAMED_IN, "Named in", 26),
            ReviewColumn("id", "Id", 26),
            _SO_FAR,
        ),
        _is_unseen,
    ),
    ReviewSheet(
        "Parts",
        "involvements",
        _RIGHT_OR_WRONG,
        (
            ReviewColumn(NAME, "Name", 30),
            ReviewColumn("role", "Role", 12, ROLES, is_open=True),
            ReviewColumn("timing", "When", 14, TIMINGS, is_open=True),
            ReviewColumn("of", "Of", 24, is_open=True),
            _WORDS,
            ReviewColumn("surface", "As printed", 28),
            ReviewColumn("subject", "In", 18),
            ReviewColumn(ABOUT, "Which is about", 40),
            *_WHERE,
            ReviewColumn("rule", "Read by rule", 20),
            ReviewColumn("entity", "Name (id)", 30),
            _SO_FAR,
        ),
        _is_unseen,
    ),
    ReviewSheet(
        "Figures",
        "figures",
        _RIGHT_OR_WRONG,
        (
            ReviewColumn("what", "What", 40),
            ReviewColumn("value", "Value", 12),
            ReviewColumn("unit", "Unit", 10),
            ReviewColumn("period", "Period", 18, is_open=True),
            _WORDS,
            ReviewColumn("update", "Update", 18),
            *_WHERE,
            _SO_FAR,
        ),
        _is_unasked,
    ),
    ReviewSheet(
        "Contradictions",
        "anomalies",
        {"right": AGREED, "no fault": REJECTED},
        (
            ReviewColumn("severity", "Severity", 10, SEVERITIES, is_open=True),
            ReviewColumn("code", "Kind", 20),
            ReviewColumn("subject", "About", 16),
            ReviewColumn("message", "What was found", 70),
            *_WHERE,
            _WORDS,
            _SO_FAR,
        ),
        _is_unasked,
    ),
    ReviewSheet(
        "Contributions",
        "contributions",
        _AGREE_OR_REJECT,
        (
            ReviewColumn("deliverable", "Deliverable", 16),
            ReviewColumn(ABOUT, "Which says", 46),
            ReviewColumn("outcome", "Outcome", 16, is_open=True),
            ReviewColumn(OUTCOME, "Which is", 34),
            ReviewColumn("rank", "Rank", 11, CONTRIBUTION_RANKS, is_open=True),
            ReviewColumn("measures", "Measures", 20, is_open=True),
            ReviewColumn(SHOWN_BY, "Which measure", 40),
            ReviewColumn("confidence", "Confidence", 11, CONFIDENCES, is_open=True),
            ReviewColumn("rationale", "Rationale", 50, is_open=True),
            _STANDING,
        ),
        _is_undecided,
        is_optional=True,
    ),
    ReviewSheet(
        "Earlier versions",
        "lineage",
        _AGREE_OR_REJECT,
        (
            ReviewColumn("later", "Deliverable", 16),
            ReviewColumn(ABOUT, "Which says", 46),
            ReviewColumn("relation", "What it does", 13, LINEAGE_RELATIONS, is_open=True),
            ReviewColumn("earlier", "Earlier one", 16, is_open=True),
            ReviewColumn(EARLIER, "Which said", 46),
            ReviewColumn("confidence", "Confidence", 11, CONFIDENCES, is_open=True),
            ReviewColumn("rationale", "Rationale", 50, is_open=True),
            _STANDING,
        ),
        _is_undecided,
        is_optional=True,
    ),
)
"""The sheets in the order of the workbook; a further table is reviewed by adding its sheet here."""
