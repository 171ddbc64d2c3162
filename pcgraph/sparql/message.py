"""What the command and its child process say to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

from pcgraph.sparql.term import Term
from pcgraph.store.base import View

MAX_ANSWER_BYTES = 100_000_000
"""More than this no answer may be, as the child writes it."""

MEMORY_CODE = 70
"""With this code the child ends when it has run out of memory."""

Kind = Literal["rows", "truth", "triples"]
"""What a query gives: SELECT rows, ASK a truth, CONSTRUCT and DESCRIBE triples."""


class Request(TypedDict):
    """What the child is asked.

    Attributes:
        data: The dataset's folder.
        text: The query.
        view: What to read.
        limit: How many rows or triples to give.
        timeout_s: How long it may take.
        memory_bytes: How much memory it may take.
    """

    data: str
    text: str
    view: View
    limit: int
    timeout_s: float
    memory_bytes: int


class Message(TypedDict, total=False):
    """What the child says beside rows.

    Attributes:
        kind: First of all: what the query gives.
        base: With the kind: what every IRI of the dataset begins with.
        columns: With the kind `rows`: the variables.
        truth: With the kind `truth`: the answer, and nothing follows.
        is_cut: At the end of rows and triples: whether there are more.
        error: In place of all that: why there is no answer.
        hint: With the error: what to do.
        code: With the error: its kind.
    """

    kind: Kind
    base: str
    columns: list[str]
    truth: bool
    is_cut: bool
    error: str
    hint: str
    code: str


Row = Sequence[Term | str | None]
"""A row of terms, or a triple as one line of N-Triples."""
