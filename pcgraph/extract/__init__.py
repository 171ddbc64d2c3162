"""From a document to the rows that it gives: one file a kind of document.

A further kind is added by its extractor and a line in `EXTRACTORS`, and its signs in `kinds.SIGNS`.
"""

from __future__ import annotations

from collections.abc import Callable

from pcgraph.documents import Document
from pcgraph.extract.claims import Claims
from pcgraph.extract.clean import has_mojibake
from pcgraph.extract.context import Context
from pcgraph.extract.force_framework import extract_force_framework
from pcgraph.extract.fragments import to_locator
from pcgraph.extract.furniture import clear_furniture
from pcgraph.extract.kinds import find_kind
from pcgraph.extract.locators import translate_locators
from pcgraph.extract.named import add_named
from pcgraph.extract.report import extract_report
from pcgraph.extract.strategic_framework import extract_strategic_framework
from pcgraph.extract.tracker import extract_tracker

EXTRACTORS: dict[str, Callable[[Document, Context], Claims]] = {
    "strategic-framework": extract_strategic_framework,
    "force-framework": extract_force_framework,
    "tracker": extract_tracker,
    "monitoring-report": extract_report,
}
"""Extractor by kind of document, in the order in which documents are read: plans before reports."""


def extract_document(document: Document, *, kind: str, context: Context) -> Claims:
    """Read a document of a known kind.

    Args:
        document: The document's lines.
        kind: One of `EXTRACTORS`.
        context: What the user and the dataset add.

    Raises:
        DocumentError: The document does not hold what its kind must.
    """
    cleared = clear_furniture(document)
    claims = EXTRACTORS[kind](cleared, context)
    doubtful = [line.number for line in document.lines if has_mojibake(line.text)]
    if doubtful:
        message = f"Characters in {len(doubtful)} line(s) look as if they had been decoded wrongly."
        claims.note("encoding-doubtful", to_locator(doubtful[0]), document.id, message)
    add_named(claims, cleared, context.register)
    translate_locators(claims, document)  # last: until here all count in lines
    return claims


__all__ = ["EXTRACTORS", "Claims", "Context", "extract_document", "find_kind"]
