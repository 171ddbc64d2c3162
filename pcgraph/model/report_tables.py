"""The tables of reports: what became of each deliverable, and what does not fit."""

from __future__ import annotations

from pcgraph.model.columns import LINE, RAG_LETTERS, REVIEWED, SEVERITIES, Column, Table, document_column, id_column

REPORT_TABLES: tuple[Table, ...] = (
    Table(
        "updates",
        "What one report says of one deliverable.",
        (
            id_column("Report and place in it, such as t3-2018q1/4."),
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
            document_column("The document concerned."),
            LINE,
            Column("code", "What kind of anomaly it is.", "id", required=True),
            Column("severity", "How much it matters.", required=True, choices=SEVERITIES),
            Column("subject", "The thing concerned, by its id."),
            Column("message", "What was found, one sentence.", required=True),
            *REVIEWED,
        ),
        key=("document", "line", "code", "subject"),
    ),
)
