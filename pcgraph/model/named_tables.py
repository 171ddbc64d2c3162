"""The tables of what the documents name: entities, their parts, figures, and the passages that hold them."""

from __future__ import annotations

from pcgraph.model.columns import LINE, REVIEWED, STATUSES, Column, Table, document_column, id_column

ENTITY_KINDS = (
    "partner",
    "force-unit",
    "partnership",
    "programme",
    "system",
    "place",
    "document",
    "post",
    "organisation",
)
ROLES = ("delivers", "funds", "funded", "leads", "member", "supports", "uses", "inspects", "target", "mentioned")
TIMINGS = ("current", "planned", "ended", "not-happening")

NAMED_TABLES: tuple[Table, ...] = (
    Table(
        "entities",
        "Anything that the documents name: the register of names, and what was proposed for it.",
        (
            id_column("Made from the name, such as nottingham-trent-university."),
            Column("kind", "What kind of thing it is.", required=True, choices=ENTITY_KINDS),
            Column("name", "Its full name.", required=True),
            Column("acronym", "Its acronym."),
            Column("aliases", "Its other spellings, misprints too.", many=True),
            Column("same_as", "The entity that this one is another name of.", "id", refers=("entities",)),
            Column("note", "A person's note."),
            Column(
                "score",
                "How sure the recogniser is that this is an entity of this kind, 0 to 1.",
                "number",
                optional=True,
            ),
            Column("why", "Why it was proposed, one sentence.", optional=True),
            *REVIEWED,
        ),
    ),
    Table(
        "involvements",
        "One entity's part in one deliverable, action, measure or update.",
        (
            Column(
                "subject",
                "What the entity has a part in.",
                "id",
                required=True,
                refers=("deliverables", "actions", "measures", "updates"),
            ),
            Column("entity", "The entity.", "id", required=True, refers=("entities",)),
            Column("role", "What the entity does or is in it.", required=True, choices=ROLES),
            Column("timing", "When.", required=True, choices=TIMINGS),
            Column("of", "What it is a member of, or who funds it.", "id", refers=("entities",)),
            Column("surface", "The name as printed.", required=True),
            document_column("The document that names it."),
            LINE,
            Column("as_of", "The date that the document gives the paragraph.", "date"),
            Column("rule", "The rule that read role and timing."),
            *REVIEWED,
        ),
        key=("subject", "entity", "line", "surface"),
    ),
    Table(
        "figures",
        "A number that an update reports.",
        (
            Column("update", "The update.", "id", required=True, refers=("updates",)),
            Column("what", "What is counted or measured, in the update's words.", required=True),
            Column("value", "The number, without separators of thousands.", "number", required=True),
            Column("unit", "GBP, %, count, hours and the like.", required=True),
            Column("period", "The time that it speaks of, as printed."),
            document_column("The report that prints it."),
            LINE,
            *REVIEWED,
        ),
        key=("update", "line", "what", "value", "unit"),
    ),
    Table(
        "passages",
        "A paragraph of an update's narrative, without its words.",
        (
            Column("update", "The update.", "id", required=True, refers=("updates",)),
            Column("position", "Its place in the narrative, from 1.", "integer", required=True),
            document_column("The report that prints it."),
            LINE,
            Column("as_of", "The date that the narrative gives it.", "date"),
            Column("repeats", "The earlier report that prints the same words.", "id", refers=("documents",)),
            Column("digest", "A fingerprint of its letters and figures.", "id", required=True),
        ),
        key=("update", "position"),
    ),
)

__all__ = ["ENTITY_KINDS", "NAMED_TABLES", "ROLES", "STATUSES", "TIMINGS"]
