"""The kinds of anomaly: what each means and how much it matters."""

from __future__ import annotations

from typing import NamedTuple


class AnomalyKind(NamedTuple):
    """A kind of anomaly: its usual severity and its meaning in one sentence."""

    severity: str
    meaning: str


ANOMALY_KINDS = {
    "rag-missing": AnomalyKind("warning", "An item of a report prints no RAG letter."),
    "number-missing": AnomalyKind("warning", "The number of an item or list is not printed; its place was restored."),
    "duplicate-number": AnomalyKind("error", "A number stands at two different items."),
    "tally-mismatch": AnomalyKind("warning", "A status key claims another number than the items print."),
    "percentage-wrong": AnomalyKind("warning", "A printed percentage does not follow from its own figures."),
    "total-wrong": AnomalyKind("warning", "A printed total, difference or product does not follow from its parts."),
    "share-exceeds-whole": AnomalyKind("warning", "A part is printed as larger than the whole that it belongs to."),
    "date-order": AnomalyKind("warning", "Dates contradict each other, or the text that they stand in."),
    "source-missing": AnomalyKind("warning", "A row names no source where the others do."),
    "ref-irregular": AnomalyKind("info", "A reference is printed in another form than its kind."),
    "separator-missing": AnomalyKind("info", "Two values stand in one cell with nothing between them."),
    "page-break-joined": AnomalyKind("info", "A row or sentence was cut by a page break and has been joined."),
    "wording-differs": AnomalyKind("warning", "Two documents word the same thing differently."),
    "statements-disagree": AnomalyKind("warning", "A document states two different things of one fact."),
    "encoding-doubtful": AnomalyKind("warning", "Characters look as if they had been decoded wrongly."),
    "reading-uncertain": AnomalyKind("info", "A careful reader could decide otherwise."),
}
"""Every kind of anomaly by its code, in the order of the documentation."""
