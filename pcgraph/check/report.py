"""What the checks found, as records for people and as JSON for programs."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal, NamedTuple

from pcgraph.query.builtin import WAIVER_EXPIRED
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
    ("theme", "Theme"),
    ("waived", "Accepted exception"),
)
_COUNT_COLUMNS = (
    ("severity", "Severity"),
    ("check", "Check"),
    ("findings", "Findings"),
    ("waived", "Accepted"),
    ("title", "What they are"),
)


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
        theme: The id of the thing's theme; empty where it has none or several.
        waived: Why it is an accepted exception, who accepted it and until when; empty where it is none.
    """

    severity: Severity
    check: str
    entity: str
    label: str
    detail: str
    document: str
    line: str
    theme: str = ""
    waived: str = ""


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
        checks: The checks that ran, the gravest first, with the severity that the profile gives them.
        findings: The faults, in the order of the checks, each check's in the order of its query;
            accepted exceptions among them, marked.
        uncovered: What was not covered, where anything was not.
        not_run: The names of the checks that did not run for want of a day.
        switched_off: The names of the checks that the profile switches off.
        undated: How many accepted exceptions were taken as in force for want of a day.
    """

    checks: tuple[CheckFile, ...]
    findings: tuple[Finding, ...]
    uncovered: tuple[Uncovered, ...]
    not_run: tuple[str, ...] = ()
    switched_off: tuple[str, ...] = ()
    undated: int = 0

    def get_open(self) -> list[Finding]:
        """The findings that count: no accepted exceptions."""
        return [finding for finding in self.findings if not finding.waived]

    def has_at_least(self, level: FailOn) -> bool:
        """Whether a finding that counts is as grave as that or graver; `never` is met by none."""
        if level == "never":
            return False
        grave = SEVERITIES[: SEVERITIES.index(level) + 1]
        return any(finding.severity in grave for finding in self.get_open())

    def count_by_check(self) -> dict[str, int]:
        """How many findings that count each check that ran has, none included."""
        counts = Counter(finding.check for finding in self.get_open())
        return {check.name: counts[check.name] for check in self.checks}

    def count_waived(self) -> dict[str, int]:
        """How many accepted exceptions each check has that has any."""
        return dict(Counter(finding.check for finding in self.findings if finding.waived))

    def describe_counts(self) -> str:
        """The findings that count by severity, and the accepted exceptions apart."""
        counts = Counter(finding.severity for finding in self.get_open())
        nouns = {"error": "error", "warning": "warning", "info": "note"}
        parts = ", ".join(_count(counts[name], nouns[name]) for name in SEVERITIES)
        waived = sum(self.count_waived().values())
        return f"{parts}; {_count(waived, 'accepted exception')}" if waived else parts

    def describe_uncovered(self) -> str:
        """What was not covered, in one line; empty where everything was."""
        names: dict[tuple[str, int, tuple[str, ...]], list[str]] = {}
        for item in self.uncovered:
            names.setdefault((item.about, item.things, item.scope), []).append(item.check)
        parts = [
            f"{things} {_to_noun(about, things)} for {', '.join(checks)} (no {_join(scope)} covers them)"
            for (about, things, scope), checks in names.items()
        ]
        return f"Not covered by the papers read so far: {'; '.join(parts)}." if parts else ""

    def describe_not_run(self) -> str:
        """What did not run and why, in one line; empty where everything ran."""
        names = [name for name in self.not_run if name != WAIVER_EXPIRED]  # describe_undated speaks of it
        parts = [f"not run: {name} needs --as-of, such as --as-of 2020-11-04" for name in names]
        parts += [f"switched off by the profile: {', '.join(self.switched_off)}"] if self.switched_off else []
        text = "; ".join(parts)
        return f"{text[0].upper()}{text[1:]}." if text else ""

    def describe_undated(self) -> str:
        """That no day was given to hold the accepted exceptions against; empty where there is no need."""
        if not self.undated:
            return ""
        verb = "is taken as" if self.undated == 1 else "are taken as"
        return (
            f"{_count(self.undated, 'accepted exception')} {verb} still in force; "
            "to hold the last days against a day, add --as-of, such as --as-of 2020-11-04."
        )

    def describe_notes(self) -> str:
        """All that a reader must know beside the findings, one line."""
        return " ".join(filter(None, (self.describe_not_run(), self.describe_undated(), self.describe_uncovered())))

    def to_counts(self) -> Records:
        """Findings counted by check, the gravest first, with what they are."""
        counts, waived = self.count_by_check(), self.count_waived()
        rows = tuple(
            (check.severity, check.name, counts[check.name], waived.get(check.name, 0), check.title)
            for check in self.checks
        )
        return Records(f"Checks: {self.describe_counts()}", _COUNT_COLUMNS, rows)

    def to_records(self) -> Records:
        """Every finding, one row each."""
        return Records(f"Findings: {self.describe_counts()}", _COLUMNS, self.findings, self.describe_notes())


def _count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> _count(1, "note"), _count(0, "note")
    ('1 note', '0 notes')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _join(kinds: tuple[str, ...]) -> str:
    return " or ".join(kind.replace("-", " ") for kind in kinds)


def _to_noun(class_name: str, count: int) -> str:
    """A class as people say it.

    >>> _to_noun("ForceAction", 2)
    'force actions'
    """
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", class_name).lower()
    return words if count == 1 else f"{words}s"
