"""What a person said of a row: in which graph it makes its statements, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad
from pcgraph.graph.lines import pcg, to_date, to_literal
from pcgraph.model import Row

BY_RULE = "rule"

_SEVERAL_READINGS = re.compile(r"\breadings\b|\breading\b.*\breading\b")


def is_rejected(row: Row) -> bool:
    """Whether a person ruled the row out."""
    return row["status"] == "rejected"


def find_review_state(row: Row) -> str:
    """Who has looked at a row so far: the notation of a concept of `pcg:ReviewState`.

    Args:
        row: A row with the columns `status` and `by`, and perhaps `rule`.

    Returns:
        "by-rule" also for a row that names its rule and nobody who saw it; "by-reading" where a
        person wrote the row and the office has not agreed to it.

    >>> find_review_state({"status": "proposed", "by": "reading-a;reading-b"})
    'by-two-readings'
    """
    if row["status"] == "agreed":
        return "by-office"
    if row["by"] == BY_RULE or (row.get("rule") and not row["by"]):
        return "by-rule"
    return "by-two-readings" if _SEVERAL_READINGS.search(row["by"]) else "by-reading"


def to_review_graph(book: Book, state: str) -> str:
    """The graph of what was read or judged in a state of review.

    Args:
        book: The dataset.
        state: What `find_review_state` gives.
    """
    return {"by-office": book.agreed, "by-rule": book.read}.get(state, book.proposed)


def iter_review(book: Book, thing: str, row: Row, state: str) -> Iterator[Quad]:
    """Status, state of review, by whom and when.

    Args:
        book: The dataset.
        thing: The term of what was reviewed.
        row: Its row.
        state: What `find_review_state` gives.
    """
    graph = to_review_graph(book, state)
    yield f"{thing} {pcg('judgementStatus')} {pcg('status-' + (row['status'] or 'proposed'))}", graph
    yield f"{thing} {pcg('reviewState')} {pcg('review-' + state)}", graph
    if row["by"]:
        yield f"{thing} {pcg('judgedBy')} {to_literal(row['by'])}", graph
    if row["date"]:
        yield f"{thing} {pcg('judgedOn')} {to_date(row['date'])}", graph
