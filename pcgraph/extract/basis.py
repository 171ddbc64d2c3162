"""What a measure's own words say of its source and of what it is compared with."""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"\(([^()]*)\)")
_SOURCE_WORDS = re.compile(
    r"\b(survey|data|profile|framework|statistics?|returns?|records?|register|dashboard|census)\b", re.IGNORECASE
)
_INSPECTION = re.compile(r"^([A-Z]{3,})\b.*?\b(?i:assessment|grad(?:e|ing)|inspection|judge?ment)\b")
_SELF_ASSESSMENT = re.compile(r"\b(self-assessment)\b", re.IGNORECASE)
_BASELINES = (
    re.compile(r"\bcompared (?:to|with) ([^():;]+?)(?=\s*[():;]|\s+in respect\b|\s+for\s*$|\.?\s*$)", re.IGNORECASE),
    re.compile(r"\((?:the )?baseline:?\s+([^()]+)\)", re.IGNORECASE),
    re.compile(r"\(from (?:a |the )?([^()]*\b(?:average|baseline))\)", re.IGNORECASE),
    re.compile(r"\b((?:from|against) (?:a |the )?(?:20)?\d{2}[-–/]\d{2,4}[^(),.;]*)", re.IGNORECASE),
)


def find_source(title: str) -> str:
    """The source that a measure names, in its brackets or by the body that grades.

    >>> find_source("People who feel safer (OPCC Survey)"), find_source("HMICFRS PEEL Legitimacy Grade: fair?")
    ('OPCC Survey', 'HMICFRS')
    >>> find_source("Number of crimes (all)")
    ''
    """
    for inner in _BRACKETS.findall(title):
        if _SOURCE_WORDS.search(inner):
            return str(inner).strip()
    if match := _INSPECTION.match(title):
        return match[1]
    match = _SELF_ASSESSMENT.search(title)
    return match[1] if match else ""


def find_baseline(title: str) -> str:
    """What a measure is compared with, as printed.

    >>> find_baseline("Reduce repeats compared to 2017-18 in respect of")
    '2017-18'
    >>> find_baseline("40% reduction by 2020 (from 2005-09 average)")
    '2005-09 average'
    >>> find_baseline("Crimes – (baseline to be decided)"), find_baseline("All")
    ('to be decided', '')
    """
    found = (match[1].strip() for pattern in _BASELINES if (match := pattern.search(title)))
    return next(found, "")
