"""A report as JSON, for programs: every check with its explanation, every finding."""

from __future__ import annotations

import json

from pcgraph.check.report import CheckReport
from pcgraph.query.files import CheckFile


def write_json(report: CheckReport) -> str:
    """The whole report: checks with problem, why and fix, findings, and what did not run."""
    content = {
        "checks": [_describe_check(report, check) for check in report.checks],
        "findings": [finding._asdict() for finding in report.findings],
        "not_run": report.not_run,
        "switched_off": report.switched_off,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _describe_check(report: CheckReport, check: CheckFile) -> dict[str, object]:
    """A check as it ran: with the severity and the limits that the profile gave it."""
    return {
        "check": check.name,
        "title": check.title,
        "severity": check.severity,
        "problem": check.problem,
        "why": check.why,
        "fix": check.fix,
        "scope": check.scope,
        "limits": {limit.name: limit.default for limit in check.limits},
        "findings": report.count_by_check()[check.name],
        "accepted": report.count_waived().get(check.name, 0),
        "not_covered": sum(item.things for item in report.uncovered if item.check == check.name),
    }
