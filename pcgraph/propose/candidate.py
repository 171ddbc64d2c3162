"""A judgement that is put to a person, and the order in which people number what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pcgraph.model import SEPARATOR, Row

JudgementTable = Literal["contributions", "lineage"]

HIGH = 0.6
"""From this score on a candidate's confidence is high."""

MEDIUM = 0.4
"""From this score on it is medium, below it low."""

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate for a judgement; no row of any table until a person agrees.

    Attributes:
        table: The table that it would stand in.
        subject: The deliverable that is judged; in `lineage` the later one.
        object: The outcome, or the earlier deliverable.
        relation: The rank, or how the later deliverable takes the earlier one up.
        measures: The measures of that outcome by which progress would show; none in `lineage`.
        score: How much speaks for it, 0 to 1, in hundredths.
        why: One sentence that says what speaks for it.
    """

    table: JudgementTable
    subject: str
    object: str
    relation: str
    measures: tuple[str, ...]
    score: float
    why: str

    @property
    def confidence(self) -> str:
        """The score in the words of the tables."""
        return "high" if self.score >= HIGH else "medium" if self.score >= MEDIUM else "low"

    def to_row(self) -> Row:
        """The row that it would be, nobody having judged it yet."""
        common = {"confidence": self.confidence, "rationale": self.why, "by": "", "date": "", "status": ""}
        if self.table == "lineage":
            return {"later": self.subject, "relation": self.relation, "earlier": self.object, **common}
        measures = SEPARATOR.join(self.measures)
        row = {"deliverable": self.subject, "outcome": self.object, "rank": self.relation, "measures": measures}
        return {**row, **common}


def to_order(thing_id: str) -> str:
    """An id with its numbers filled up by zeros, so that T3.2 comes before T3.10.

    >>> sorted(["T3.10", "T3.2"], key=to_order)
    ['T3.2', 'T3.10']
    """
    return _NUMBER.sub(lambda match: match[0].zfill(6), thing_id)
