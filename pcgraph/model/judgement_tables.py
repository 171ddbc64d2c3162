"""The tables of what a person judged: to which outcome a deliverable contributes, and what became of it.

Nothing is read from a document into them: rows come from people, and only the office agrees.
"""

from __future__ import annotations

from pcgraph.model.columns import STATUSES, Column, Table

CONTRIBUTION_RANKS = ("primary", "secondary")
LINEAGE_RELATIONS = ("continues", "rewords", "narrows", "widens", "splits", "merges")
CONFIDENCES = ("high", "medium", "low")

_WHY = (
    Column("confidence", "How sure whoever judged is.", choices=CONFIDENCES),
    Column("rationale", "Why, one line.", required=True),
    Column("by", "Which reading or post judged it."),
    Column("date", "When.", "date"),
    Column("status", "What the office said of it; empty counts as proposed.", choices=STATUSES),
)

JUDGEMENT_TABLES: tuple[Table, ...] = (
    Table(
        "contributions",
        "A judged link from a deliverable to an outcome, and to the measures by which it would show.",
        (
            Column("deliverable", "The deliverable.", "id", required=True, refers=("deliverables",)),
            Column("outcome", "The outcome that it helps.", "id", required=True, refers=("outcomes",)),
            Column("rank", "Whether it helps this outcome most directly.", required=True, choices=CONTRIBUTION_RANKS),
            Column(
                "measures",
                "The measures of that outcome by which progress would show; empty where none would.",
                "id",
                many=True,
                refers=("measures",),
            ),
            *_WHY,
        ),
        key=("deliverable", "outcome"),
    ),
    Table(
        "lineage",
        "A judged link from a deliverable to the one of an earlier plan that it takes up.",
        (
            Column("later", "The deliverable of the later plan.", "id", required=True, refers=("deliverables",)),
            Column("relation", "How it takes the earlier one up.", required=True, choices=LINEAGE_RELATIONS),
            Column("earlier", "The deliverable of the earlier plan.", "id", required=True, refers=("deliverables",)),
            *_WHY,
        ),
        key=("later", "earlier"),
    ),
)

__all__ = ["CONFIDENCES", "CONTRIBUTION_RANKS", "JUDGEMENT_TABLES", "LINEAGE_RELATIONS"]
