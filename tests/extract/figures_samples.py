"""Narratives of a made-up report, for the tests of figures and contradictions."""

from __future__ import annotations

from pcgraph.documents.narrative import iter_paragraphs
from pcgraph.extract import Context, extract_document
from pcgraph.extract.claims import Claims
from pcgraph.extract.figures import Figure, find_figures
from pcgraph.extract.texts import Text
from tests.extract.test_extract_parts import REPORT, to_document


def to_texts(*lines: str, subject: str = "made-up/1") -> list[Text]:
    """The paragraphs of a narrative whose lines are counted from 1."""
    numbered = [(str(number), line) for number, line in enumerate(lines, start=1)]
    return [Text(subject, paragraph, is_narrative=True) for paragraph in iter_paragraphs(numbered, [])]


def read(*lines: str) -> list[Figure]:
    return find_figures(to_texts(*lines))


def values(*lines: str) -> list[tuple[str, str]]:
    """Value and unit of every figure."""
    return [(figure.number, figure.unit) for figure in read(*lines)]


def whats(*lines: str) -> list[str]:
    return [figure.what for figure in read(*lines)]


def read_report(*narrative: str, head: str = REPORT) -> Claims:
    """A report of 2024-25, quarter 3, whose only item has this narrative."""
    text = f"{head}1\tForce\tDo the first thing well\tG\n\n" + "\n\n".join(narrative) + "\n"
    return extract_document(to_document(text), kind="monitoring-report", context=Context())


def contradictions(*narrative: str, head: str = REPORT) -> list[tuple[str, str, str]]:
    """Code, severity and message of what a report's figures and dates deny; the key's tally is left out."""
    rows = read_report(*narrative, head=head).tables["anomalies"]
    return [
        (r["code"], r["severity"], r["message"]) for r in rows if r["code"] not in ("tally-mismatch", "rag-missing")
    ]


def codes(*narrative: str, head: str = REPORT) -> list[tuple[str, str]]:
    return [(code, severity) for code, severity, _ in contradictions(*narrative, head=head)]
