"""Hold the accepted exceptions against what the checks found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from pcgraph.check.report import Finding
from pcgraph.check.waivers import Waiver
from pcgraph.query.files import CheckFile

_Key = tuple[str, str]


def excuse_findings(findings: Iterable[Finding], waivers: Iterable[Waiver], day: date | None) -> Iterator[Finding]:
    """The findings in their order, those that an exception in force accepts marked with why, by whom, until when.

    Args:
        findings: What the checks found.
        waivers: The accepted exceptions.
        day: The day on which they must hold, or None to take all as in force.
    """
    reasons = {(waiver.check, waiver.entity): waiver.describe() for waiver in waivers if not is_expired(waiver, day)}
    for finding in findings:
        yield finding._replace(waived=reasons.get((finding.check, finding.entity), finding.waived))


def is_expired(waiver: Waiver, day: date | None) -> bool:
    """Whether its last day lies before that day; never without a day."""
    return day is not None and waiver.until < day


def find_expired(
    waivers: Sequence[Waiver], day: date | None, *, check: CheckFile, found: Mapping[_Key, Finding]
) -> Iterator[Finding]:
    """A finding for each accepted exception that has run out.

    Args:
        waivers: The accepted exceptions.
        day: The day on which they must hold.
        check: The check that reports them.
        found: What the checks found, by check and thing.
    """
    for waiver in waivers:
        if is_expired(waiver, day):
            what = f"{waiver.check}: this exception ran out on {waiver.until.isoformat()}"
            yield _to_finding(waiver, f"{what} ({waiver.reason}; {waiver.by}).", check=check, found=found)


def find_unused(
    waivers: Sequence[Waiver],
    day: date | None,
    *,
    check: CheckFile,
    found: Mapping[_Key, Finding],
    ran: Collection[str],
) -> Iterator[Finding]:
    """A finding for each accepted exception in force that excuses nothing, where its check ran.

    Args:
        waivers: The accepted exceptions.
        day: The day on which they must hold.
        check: The check that reports them.
        found: What the checks found, by check and thing.
        ran: The checks that ran: of another nobody knows what it would find.
    """
    for waiver in waivers:
        is_unused = waiver.check in ran and (waiver.check, waiver.entity) not in found
        if is_unused and not is_expired(waiver, day):
            what = f"{waiver.check} finds nothing wrong here; the exception excuses nothing"
            yield _to_finding(waiver, f"{what} ({waiver.reason}; {waiver.by}).", check=check, found=found)


def _to_finding(waiver: Waiver, detail: str, *, check: CheckFile, found: Mapping[_Key, Finding]) -> Finding:
    """A finding about a row of the waivers file."""
    excused = found.get((waiver.check, waiver.entity))
    label, theme = (excused.label, excused.theme) if excused else ("", "")
    filename, row = waiver.place
    return Finding(check.severity, check.name, waiver.entity, label, detail, filename, f"row {row}", theme)
