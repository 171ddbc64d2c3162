"""What the checks found, as records for people and as JSON for programs."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal, NamedTuple

from pcgraph.query.files import SEVERITIES, CheckFile, Severity
from pcgraph.render.records import Records

FailOn = Literal["never", "info", "warning", "error"]

_COLUMNS = (
    ("severity", "Severity"),
    ("check", "Check"),
    ("entity", "Code"),
    ("label", "Name"),
    ("detail", "What was found"),
    ("document", "Document"),
    ("line", "Line"),
)
_SUMMARY_COLUMNS = (("severity", "Severity"), ("check", "Check"), ("findings", "Findings"), ("title", "What they are"))


class Finding(NamedTuple):
    """One fault.

    Attributes:
        severity: How grave it is.
        check: The check that found it.
        entity: The id of the thing concerned.
        label: Its name.
        detail: What was found, one sentence.
        document: The document where the thing stands; empty where not known.
        line: The place in that document; empty where not known.
    """

    severity: Severity
    check: str
    entity: str
    label: str
    detail: str
    document: str
    line: str


class Uncovered(NamedTuple):
    """Things of which a check cannot speak, since no document that was read covers them.

    Attributes:
        check: The check.
        about: The class of the things, without `pcg:`.
        things: How many there are.
        scope: The kinds of document of which none was read.
    """

    check: str
    about: str
    things: int
    scope: tuple[str, ...]


class CheckReport(NamedTuple):
    """What the checks found.

    Attributes:
        checks: The checks that ran, the gravest first.
        findings: The faults, in the order of the checks, each check's in the order of its query.
        uncovered: What was not covered, where anything was not.
    """

    checks: tuple[CheckFile, ...]
    findings: tuple[Finding, ...]
    uncovered: tuple[Uncovered, ...]

    def has_at_least(self, level: FailOn) -> bool:
        """Whether a finding is as grave as that or graver; `never` is met by none."""
        if level == "never":
            return False
        grave = SEVERITIES[: SEVERITIES.index(level) + 1]
        return any(finding.severity in grave for finding in self.findings)

    def count_by_check(self) -> dict[str, int]:
        """How many findings each check that ran has, none included."""
        counts = Counter(finding.check for finding in self.findings)
        return {check.name: counts[check.name] for check in self.checks}

    def describe_uncovered(self) -> str:
        """What was not covered, in one line; empty where everything was."""
        parts = [
            f"{item.things} {_to_noun(item.about, item.things)} for {item.check} (no {_join(item.scope)} covers them)"
            for item in self.uncovered
        ]
        return f"Not covered by the papers read so far: {'; '.join(parts)}." if parts else ""

    def to_summary(self) -> Records:
        """Findings counted by check, the gravest first."""
        counts = self.count_by_check()
        rows = tuple((check.severity, check.name, counts[check.name], check.title) for check in self.checks)
        return Records(f"Checks: {self._describe_counts()}", _SUMMARY_COLUMNS, rows)

    def to_records(self) -> Records:
        """Every finding, one row each."""
        return Records(f"Findings: {self._describe_counts()}", _COLUMNS, self.findings, self.describe_uncovered())

    def to_json(self) -> str:
        """The whole report, with each check's problem, why and fix."""
        import json

        counts = self.count_by_check()
        uncovered = {item.check: item.things for item in self.uncovered}
        checks = [
            {
                "check": check.name,
                "title": check.title,
                "severity": check.severity,
                "problem": check.problem,
                "why": check.why,
                "fix": check.fix,
                "scope": check.scope,
                "findings": counts[check.name],
                "not_covered": uncovered.get(check.name, 0),
            }
            for check in self.checks
        ]
        findings = [finding._asdict() for finding in self.findings]
        return json.dumps({"checks": checks, "findings": findings}, ensure_ascii=False, indent=2) + "\n"

    def _describe_counts(self) -> str:
        counts = Counter(finding.severity for finding in self.findings)
        plural = {"error": "errors", "warning": "warnings", "info": "notes"}
        single = {"error": "error", "warning": "warning", "info": "note"}
        return ", ".join(f"{counts[name]} {(single if counts[name] == 1 else plural)[name]}" for name in SEVERITIES)


def _join(kinds: tuple[str, ...]) -> str:
    return " or ".join(kind.replace("-", " ") for kind in kinds)


def _to_noun(class_name: str, count: int) -> str:
    """A class as people say it.

    >>> _to_noun("ForceAction", 2)
    'force actions'
    """
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", class_name).lower()
    return words if count == 1 else f"{words}s"
