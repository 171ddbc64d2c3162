"""Gaps and contradictions: what the checks find on an item or on the whole report, each told once."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pcgraph.check import CheckReport, Finding
from pcgraph.graph.reviews import is_rejected
from pcgraph.model import SEVERITIES, Row
from pcgraph.paper.context import Context, Subject
from pcgraph.paper.records import Note
from pcgraph.query.builtin import BUILT_IN

_SEVERITY_WORDS = {"error": "Error", "warning": "Warning", "info": "Note"}


def iter_item_findings(context: Context, subject: Subject, report: CheckReport) -> Iterator[Note]:
    """The gaps of an item, then its contradictions."""
    anomalies = _find_anomalies(context, subject.ids)
    for finding in _pick(report, subject.ids, anomalies):
        yield Note(
            "gap", _describe(report, finding), _cite(context, finding, subject.name(finding.entity, finding.document))
        )
    for row in anomalies:
        reference = context.citations.cite(
            row["document"], [row["line"]], subject.name(row["subject"], row["document"])
        )
        yield Note("contradiction", _describe_anomaly(context, row), reference)


def iter_report_findings(context: Context, document: str, report: CheckReport) -> Iterator[Note]:
    """What is wrong with the report as a whole: its key, its numbering, its file."""
    own = frozenset({document})
    anomalies = _find_anomalies(context, own)
    anomalies += [row for row in _list_anomalies(context) if row["document"] == document and not row["subject"]]
    for finding in _pick(report, own, anomalies):
        yield Note("gap", _describe(report, finding), context.citations.cite(finding.document, [finding.line]))
    for row in anomalies:
        yield Note(
            "contradiction", _describe_anomaly(context, row), context.citations.cite(row["document"], [row["line"]])
        )


def _list_anomalies(context: Context) -> list[Row]:
    """Every anomaly that is to be told; what no person saw, a rule found, and needs nobody's agreement."""
    rows = [row for row in context.tables["anomalies"] if not is_rejected(row)]
    rows = [row for row in rows if not row["by"] or context.counts(row)]
    return sorted(rows, key=lambda row: SEVERITIES.index(row["severity"]))


def _find_anomalies(context: Context, subjects: Collection[str]) -> list[Row]:
    """The anomalies of some things, the gravest first, in the order of the documents."""
    return [row for row in _list_anomalies(context) if row["subject"] in subjects]


def _pick(report: CheckReport, entities: Collection[str], anomalies: Collection[Row]) -> Iterator[Finding]:
    """The findings on some things that are not told as an anomaly already.

    What the checks find that are no query (shapes, exceptions) concerns who keeps the graph, not a board.
    """
    messages = {row["message"] for row in anomalies}
    codes = {(row["code"], row["subject"]) for row in anomalies}
    for finding in report.findings:
        is_told = finding.detail in messages or (finding.check, finding.entity) in codes
        if finding.entity in entities and finding.check not in BUILT_IN and not is_told:
            yield finding


def _describe(report: CheckReport, finding: Finding) -> str:
    check = next((check for check in report.checks if check.name == finding.check), None)
    problem = check.problem if check else ""
    text = " ".join(dict.fromkeys(filter(None, (problem, finding.detail))))
    accepted = f" Accepted: {finding.waived}" if finding.waived else ""
    return f"{_SEVERITY_WORDS[finding.severity]}: {text}{accepted}"


def _describe_anomaly(context: Context, row: Row) -> str:
    review = context.review(row) if row["by"] else ""
    seen = f" ({review[0].upper()}{review[1:]}.)" if review else ""
    return f"{_SEVERITY_WORDS[row['severity']]}: {row['message']}{seen}"


def _cite(context: Context, finding: Finding, name: str) -> str:
    return context.citations.cite(finding.document, [finding.line] if finding.line else [], name)
