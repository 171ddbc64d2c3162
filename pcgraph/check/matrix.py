"""The summary of a report on one screen: checks down, themes across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pcgraph.check.report import CheckReport, Finding
from pcgraph.check.themes import to_short_theme, to_short_themes
from pcgraph.query.files import SEVERITIES, CheckFile
from pcgraph.render.records import Records, Value

OTHER = "other"
"""The column of findings that belong to no theme, or to several."""


def to_matrix(report: CheckReport) -> Records:
    """The findings that count, by check and theme, the gravest checks first.

    Checks without findings have no row: the note counts them. A theme's code stands without its
    plan, so that two plans' T1 share a column; the note says so.
    """
    findings = report.get_open()
    codes = to_short_themes([finding.theme for finding in findings if finding.theme])
    columns = [*codes, OTHER]
    rows = [_to_row(check, findings, columns) for check in report.checks]
    headings = tuple((code, code if code != OTHER else "Other") for code in columns)
    return Records(
        f"Checks: {report.describe_counts()}",
        (("severity", "Severity"), ("check", "Check"), *headings, ("total", "Total")),
        tuple(row for row in rows if row[-1]),
        _describe(report, findings),
    )


def _to_row(check: CheckFile, findings: Sequence[Finding], columns: Sequence[str]) -> tuple[Value, ...]:
    """A check's counts; a theme without a finding stays blank, so that the eye finds those with one."""
    own = [finding for finding in findings if finding.check == check.name]
    counts = Counter(to_short_theme(finding.theme) or OTHER for finding in own)
    severity = min((finding.severity for finding in own), key=SEVERITIES.index, default=check.severity)
    return (severity, check.name, *(counts[column] or None for column in columns), len(own))


def _describe(report: CheckReport, findings: Sequence[Finding]) -> str:
    """The closing line: which checks found nothing, what did not run."""
    quiet = sum(not count for count in report.count_by_check().values())
    plans = {finding.theme.rpartition("/")[0] for finding in findings if finding.theme}
    parts = [f"{quiet} {'check' if quiet == 1 else 'checks'} found nothing."] if quiet else []
    parts += [f"The themes of {' and '.join(sorted(plans))} share the columns."] if len(plans) > 1 else []
    return " ".join([*parts, *filter(None, [report.describe_not_run()])])
