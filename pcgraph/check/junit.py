"""A report as JUnit XML, which build servers show: a suite a check, a failure a finding.

Source: the Jenkins JUnit schema (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd) and GitLab,
"Unit test reports": testsuites, testsuite, testcase, failure, skipped; no other element is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pcgraph.check.report import CheckReport, Finding
from pcgraph.query.files import CheckFile

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold (XML 1.0, section 2.2)."""


def write_junit(report: CheckReport) -> str:
    """The report as XML, the same for the same report: it carries no time.

    A check that found nothing is one test that passed; an accepted exception, and a check that did
    not run, is a test that was skipped.
    """
    root = Element("testsuites", name="pcgraph check")
    for check in report.checks:
        findings = [finding for finding in report.findings if finding.check == check.name]
        _add_suite(root, check, findings)
    for name in report.not_run:
        suite = SubElement(root, "testsuite", name=name)
        _skip(_add_case(suite, name, name), "not run: it needs --as-of")
        _count(suite, [suite])
    _count(root, list(root))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _add_suite(root: Element, check: CheckFile, findings: Sequence[Finding]) -> None:
    suite = SubElement(root, "testsuite", name=check.name)
    if not findings:
        _add_case(suite, check.name, check.title)
    seen: Counter[str] = Counter()
    for finding in findings:
        name = f"{finding.entity}: {finding.label}" if finding.label else finding.entity
        seen[name] += 1  # two tests of one name would be shown as one
        case = _add_case(suite, check.name, name if seen[name] == 1 else f"{name} ({seen[name]})")
        if finding.waived:
            _skip(case, f"accepted exception: {finding.waived}")
        else:
            _fail(case, check, finding)
    _count(suite, [suite])


def _add_case(suite: Element, class_name: str, name: str) -> Element:
    return SubElement(suite, "testcase", classname=f"pcgraph.check.{class_name}", name=_clean(name))


def _fail(case: Element, check: CheckFile, finding: Finding) -> None:
    failure = SubElement(case, "failure", type=finding.severity, message=_clean(finding.detail))
    place = ", line ".join(filter(None, (finding.document, finding.line)))
    lines = [finding.detail, *([f"In {place}."] if place else []), check.why, f"What to do: {check.fix}"]
    failure.text = _clean("\n".join(lines))


def _skip(case: Element, message: str) -> None:
    SubElement(case, "skipped", message=_clean(message))


def _count(element: Element, suites: Iterable[Element]) -> None:
    """Set an element's counts from the tests of the suites."""
    cases = [case for suite in suites for case in suite.iter("testcase")]
    element.set("tests", str(len(cases)))
    element.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    element.set("errors", "0")
    element.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
