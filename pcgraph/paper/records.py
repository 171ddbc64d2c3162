"""A board paper as plain records: what it says, before any format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

ASPECTS = {
    "changed": "Changed",
    "partner": "Partner",
    "figure": "Figure",
    "outcome": "Outcome",
    "gap": "Gap",
    "contradiction": "Contradiction",
}
"""What is told of each item, in this order, and how pages call it."""


class Note(NamedTuple):
    """One thing told of an item or of the report.

    Attributes:
        aspect: One of `ASPECTS`.
        text: What is found, for people.
        reference: Where it stands: meeting, date, agenda item and number first, then document and line.
    """

    aspect: str
    text: str
    reference: str


class TallyRow(NamedTuple):
    """One line of the status key.

    Attributes:
        letter: G, A, R or W; empty for the items without a letter.
        word: Such as Green.
        meaning: What the status says.
        printed: The count as the report's key prints it, such as `14/15 (93.3%)`; empty where it prints none.
        counted: The count of the letters that the items print, in the same form.
        agrees: Whether both count the same; None where the key prints nothing.
        reference: Where the key prints it.
    """

    letter: str
    word: str
    meaning: str
    printed: str
    counted: str
    agrees: bool | None
    reference: str


class PaperItem(NamedTuple):
    """One row of the report's table, and what is known of it.

    Attributes:
        id: The update's id.
        number: As printed; empty where the number is lost.
        place: Its place in the report, which the number should be.
        responsible: As printed.
        wording: The deliverable as this report prints it.
        letter: The RAG letter as printed: delivery, self-rated; empty where none is.
        status: The status in a word; `No letter printed` where none is.
        deliverable: The deliverable's id.
        dates: The days on which the report says that it was updated.
        reference: The row and its narrative: meeting, date, agenda item, number; document and lines.
        notes: What changed, partners, figures, outcomes, gaps and contradictions.
    """

    id: str
    number: str
    place: str
    responsible: str
    wording: str
    letter: str
    status: str
    deliverable: str
    dates: tuple[str, ...]
    reference: str
    notes: tuple[Note, ...]


class SourcePaper(NamedTuple):
    """A document that the dataset was read from.

    Attributes:
        id: Its id.
        title: As printed.
        meeting: Meeting, date and item; empty where none is printed.
        marking: Who may see it, as it says; empty where it says nothing.
        sha256: The fingerprint of its file.
    """

    id: str
    title: str
    meeting: str
    marking: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Paper:
    """The appendix of one monitoring report, made from the graph.

    Attributes:
        report: The report's id.
        theme: The theme's id.
        theme_title: Its title as printed.
        report_title: The report's title as printed.
        plan_title: The plan that it reports on.
        period: Financial year and quarter, such as `2019-20Q4`; empty where the report names none.
        meeting_body: The meeting that received it; empty where it names none.
        meeting_date: The day of that meeting, year first; empty where it names none.
        agenda_item: The item of its agenda; empty where it names none.
        marking: Who may see the report, as it says.
        version: As printed.
        dataset: The dataset's name.
        digest: The digest of the dataset's tables: the same tables give the same paper.
        earlier: The report that it is compared with, or "".
        agreed_only: Whether judgements that the office has not agreed to were left out.
        key: The status key, printed and counted.
        items: The report's rows in its order.
        notes: What concerns the report as a whole.
        gone: Items of the earlier report that this one does not have.
        remarks: What a reader must know of how the paper was made, one sentence each.
        sources: The documents read so far.
    """

    report: str
    theme: str
    theme_title: str
    report_title: str
    plan_title: str
    period: str
    meeting_body: str
    meeting_date: str
    agenda_item: str
    marking: str
    version: str
    dataset: str
    digest: str
    earlier: str
    agreed_only: bool
    key: tuple[TallyRow, ...]
    items: tuple[PaperItem, ...]
    notes: tuple[Note, ...]
    gone: tuple[Note, ...]
    remarks: tuple[str, ...]
    sources: tuple[SourcePaper, ...]
