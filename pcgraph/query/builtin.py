"""The checks that are no query: they look at the exceptions a person wrote, or run the shapes."""

from __future__ import annotations

from pathlib import Path

from pcgraph.query.files import CheckFile

SHAPE_CHECK = "shape"
WAIVER_EXPIRED = "waiver-expired"
WAIVER_UNUSED = "waiver-unused"

BUILT_IN: dict[str, CheckFile] = {
    check.name: check
    for check in (
        CheckFile(
            name=SHAPE_CHECK,
            title="Things that break a rule of the ontology",
            problem="A thing in the graph lacks what its kind must have, or has what its kind may not have.",
            why="Queries and checks that count on it leave the thing out, or count it twice.",
            fix="Correct the row that the finding names in the tables, and refresh: pcgraph build.",
            severity="error",
            scope=(),
            about="",
            limits=(),
            needs=(),
            file=Path(),
        ),
        CheckFile(
            name=WAIVER_EXPIRED,
            title="Accepted exceptions that have run out",
            problem="The last day of this accepted exception lies before the day given with --as-of.",
            why="It excuses nothing any more: what it excused counts again.",
            fix="Mend the fault and take the row out, or agree a new last day.",
            severity="warning",
            scope=(),
            about="",
            limits=(),
            needs=("as-of",),
            file=Path(),
        ),
        CheckFile(
            name=WAIVER_UNUSED,
            title="Accepted exceptions that excuse nothing",
            problem="The check that this accepted exception names found nothing wrong with the thing it names.",
            why="It would excuse the fault without a word should it come back.",
            fix="Take the row out of the waivers file.",
            severity="info",
            scope=(),
            about="",
            limits=(),
            needs=(),
            file=Path(),
        ),
    )
}
"""By name; a profile can change their severity or switch them off like any other."""
