"""To which outcomes an item's deliverable was judged to contribute, and by which measures it would show."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.dates import to_date_words
from pcgraph.model import CONTRIBUTION_RANKS, SEPARATOR, Row
from pcgraph.paper.context import Context, Subject, to_code
from pcgraph.paper.records import Note


def iter_outcomes(context: Context, subject: Subject) -> Iterator[Note]:
    """Each contribution with its reason, who judged it, and whether the office agreed."""
    deliverable = subject.update["deliverable"]
    rows = [row for row in context.tables["contributions"] if row["deliverable"] == deliverable and context.counts(row)]
    for row in sorted(rows, key=lambda row: (CONTRIBUTION_RANKS.index(row["rank"]), row["outcome"])):
        yield Note("outcome", _describe(context, row), _cite(context, row))


def _describe(context: Context, row: Row) -> str:
    outcome = context.outcomes[row["outcome"]]
    sure = f", confidence {row['confidence']}" if row["confidence"] else ""
    parts = (
        f"{to_code(outcome['id'])} {_end(outcome['title'])} ({row['rank']}{sure}; {context.review(row)})",
        _describe_measures(context, row),
        f"Why: {_end(row['rationale'])}",
    )
    return "\n".join(filter(None, parts))


def _describe_measures(context: Context, row: Row) -> str:
    ids = [name for name in row["measures"].split(SEPARATOR) if name]
    if not ids:
        return "No measure of this outcome would show it."
    shown = "; ".join(f"{to_code(name)} {_name_measure(context, name)}" for name in ids)
    return f"Would show in: {shown}."


def _name_measure(context: Context, measure: str) -> str:
    """A measure's title after those of the measures that it is a part of, without which few can be read."""
    row = context.measures[measure]
    own = row["title"].rstrip(".: ")
    return f"{_name_measure(context, row['parent'])}: {own}" if row["parent"] else own


def _end(text: str) -> str:
    """A sentence with its stop.

    >>> _end("Fewer victims"), _end("Fewer victims.")
    ('Fewer victims.', 'Fewer victims.')
    """
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _cite(context: Context, row: Row) -> str:
    """Who judged it and when, then where the outcome stands."""
    outcome = context.outcomes[row["outcome"]]
    by = row["by"].replace(SEPARATOR, ", ")
    judged = f"judged by {by}" if by else "judged"
    day = f", {to_date_words(row['date'])}" if row["date"] else ""
    return f"{judged}{day}; {context.citations.cite(outcome['document'], [outcome['line']], to_code(outcome['id']))}"
