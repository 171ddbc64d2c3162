"""The tables of plans: what is to be reached, by what, and who leads it."""

from __future__ import annotations

from pcgraph.model.columns import DOCUMENT_KINDS, LINE, Column, Table, document_column, id_column

TALLY_PROPERTIES = {"G": "tally-green", "A": "tally-amber", "R": "tally-red", "W": "tally-white"}
"""What `statements` calls the count that a report's status key prints for each RAG letter."""

PLAN_TABLES: tuple[Table, ...] = (
    Table(
        "documents",
        "A source document that was read.",
        (
            id_column("The file's name without its ending, made unique."),
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
            id_column("The years it covers, such as 2018-21."),
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
            id_column("Plan and code, such as 2018-21/T1."),
            Column("title", "As printed.", required=True),
            document_column(),
            LINE,
        ),
    ),
    Table(
        "outcomes",
        "A strategic outcome under a theme.",
        (
            id_column("Plan and code, such as 2018-21/T3A."),
            Column("theme", "The theme that it belongs to.", "id", required=True, refers=("themes",)),
            Column("title", "As printed.", required=True),
            document_column(),
            LINE,
        ),
    ),
    Table(
        "measures",
        "A performance measure of an outcome; measures form a tree.",
        (
            id_column("Plan and code, such as 2018-21/T2A.2.a.i."),
            Column("parent", "The measure that it is a part of.", "id", refers=("measures",)),
            Column("outcome", "The outcome that it measures.", "id", required=True, refers=("outcomes",)),
            Column("title", "As printed.", required=True),
            Column("source", "Where its figures come from, as the row states it."),
            Column("baseline", "What it is compared with, as the row states it."),
            document_column(),
            LINE,
        ),
    ),
    Table(
        "deliverables",
        "A numbered deliverable of a plan.",
        (
            id_column("Plan, theme and number, such as 2018-21/T3.3."),
            Column("plan", "The plan that it belongs to.", "id", required=True, refers=("plans",)),
            Column("theme", "The theme that it belongs to.", "id", required=True, refers=("themes",)),
            Column("number", "Its number within the theme.", "integer", required=True),
            Column("wording", "Its official name, as printed.", required=True),
            document_column("The document whose wording is preferred."),
            LINE,
        ),
    ),
    Table(
        "actions",
        "A force action that implements a deliverable.",
        (
            id_column("Plan and reference, such as 2018-21/3.3.1."),
            Column("deliverable", "The deliverable that it implements.", "id", required=True, refers=("deliverables",)),
            Column("wording", "Its official name, as printed.", required=True),
            Column("source", "Where the action comes from, as printed; several values.", many=True),
            document_column(),
            LINE,
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
                refers=("themes", "outcomes", "measures", "deliverables", "actions", "documents"),
            ),
            Column(
                "property",
                "What it says of it: title, wording, source or baseline; of a report, its key's tally-green etc.",
                required=True,
            ),
            Column("value", "The words as printed.", required=True),
            document_column(),
            LINE,
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
            document_column(),
            LINE,
        ),
        key=("subject", "post", "document"),
    ),
    Table(
        "posts",
        "A lead officer's post, never a person.",
        (
            id_column("Made from title and unit, such as det-supt-intelligence."),
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
)
