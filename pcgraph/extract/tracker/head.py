"""What stands above a tracker's first headings: title, plan, period, version, marking."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pcgraph.dates import DATE, count_years, parse_date, parse_spans, to_financial_year
from pcgraph.documents import Document
from pcgraph.extract.clean import clean_wording
from pcgraph.extract.context import Context
from pcgraph.extract.head import find_marking, find_version
from pcgraph.extract.tracker.headings import Header

_TITLES = (
    re.compile(r"\btracker\b|\baction (?:log|plan|list)\b|\bdelivery plan\b", re.IGNORECASE),
    re.compile(r"\bplan\b|\bprogramme\b|\bpledge|\bpriorit", re.IGNORECASE),
)
_MARKING = re.compile(r"^\W*official\b|\bpublication\b|\binternal\b|^\W*version\b|^\W*v\d", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:q|qtr|quarter)\.?\s?([1-4])\b|\b([1-4])(?:st|nd|rd|th) quarter\b", re.IGNORECASE)
_YEAR = r"20\d\d\s?[-–—/]\s?(?:20)?\d\d"
_QUARTER_YEAR = re.compile(
    rf"(?:{_QUARTER.pattern})[\s,:(–-]*(?:of\s+)?{_YEAR}|{_YEAR}[\s,:(–-]*(?:{_QUARTER.pattern})", re.IGNORECASE
)
_YEARLY = re.compile(r"\b(?:delivery|action|annual|business|implementation)\s+plan\b", re.IGNORECASE)
_AS_AT = re.compile(rf"\b(?:as (?:at|of)|position (?:at|on)|to|ending|updated?)\b[^\d]{{0,20}}({DATE})", re.IGNORECASE)


class Head(NamedTuple):
    """What a tracker says of itself.

    Attributes:
        title: As printed.
        plan: The plan whose deliverables it tracks.
        parent: The plan above that one, or "".
        period: Financial year and quarter, or "".
        version: As printed.
        marking: public, internal, draft, or "".
    """

    title: str
    plan: str
    parent: str
    period: str
    version: str
    marking: str


def read_head(document: Document, headers: Sequence[Header], quarter: int, context: Context) -> Head:
    """Read the lines above the first headings.

    Args:
        document: The document.
        headers: Its rows of headings.
        quarter: The latest quarter of whose column a cell is filled, or 0.
        context: The plan given by the user, and the dataset's plans.

    Raises:
        DocumentError: No plan's years are printed, and none is given.
    """
    above = [line for line in document.lines[: headers[0].line.number - 1] if not line.is_blank]
    texts = [clean_wording(line.text) for line in above]
    plan, parent = _choose_plan(document, texts, context)
    headings = [heading.text for header in headers for heading in header.headings]
    return Head(
        title=_find_title(texts),
        plan=plan,
        parent=parent,
        period=_find_period(texts, headings, quarter, plan),
        version=find_version(above),
        marking=find_marking(above),
    )


def _choose_plan(document: Document, texts: Sequence[str], context: Context) -> tuple[str, str]:
    """The plan whose deliverables are tracked, and the plan above it, or ""."""
    yearly, top = _find_spans(texts)
    plan = context.plan or yearly or context.get_plan(document, top)
    above = [span for span in (top, *context.plans) if span and span != plan and _contains(span, plan)]
    return plan, above[0] if above and count_years(plan) == 1 else ""


def _contains(span: str, plan: str) -> bool:
    return span[2:4] <= plan[2:4] and plan[-2:] <= span[-2:]


def _find_spans(texts: Sequence[str]) -> tuple[str, str]:
    """The year of a yearly delivery plan, and the years of the plan; "" where they are not printed.

    A year that stands beside a quarter is the quarter's.
    """
    yearly: list[str] = []
    longer: list[str] = []
    single: list[str] = []
    for text in texts:
        for span in parse_spans(_QUARTER_YEAR.sub(" ", text)):
            if count_years(span) > 1:
                longer.append(span)
            else:
                (yearly if _YEARLY.search(text) else single).append(span)
    top = next(iter([*longer, *single]), "")
    return next(iter(yearly), ""), top


def _find_title(texts: Sequence[str]) -> str:
    """The line that calls itself a tracker or a plan, else the first."""
    titles = [text for text in texts if not _MARKING.search(text)] or ["Tracker"]
    return next((text for sign in _TITLES for text in titles if sign.search(text)), titles[0])


def _find_period(texts: Sequence[str], headings: Sequence[str], quarter: int, plan: str) -> str:
    """The quarter that the head names, else the latest that has a filled column, else that of the head's date."""
    both = [*texts, *headings]
    dates = [
        date for text in both for found in _AS_AT.findall(text) if len(date := parse_date(found)) >= len("2020-01")
    ]
    printed = next((match for text in texts if (match := _QUARTER.search(text))), None)
    number = int(printed[1] or printed[2]) if printed else quarter
    year = _find_year(both, dates, plan)
    if number:
        return f"{year}Q{number}" if year else ""
    return f"{to_financial_year(dates[0])}Q{_to_quarter(dates[0])}" if dates else ""


def _find_year(texts: Sequence[str], dates: Sequence[str], plan: str) -> str:
    """The financial year that a head speaks of: the yearly plan's, or the one that it prints, or its date's."""
    if count_years(plan) == 1:
        return plan
    spans = [span for text in texts for span in parse_spans(text) if count_years(span) == 1]
    return spans[0] if spans else to_financial_year(dates[0]) if dates else ""


def _to_quarter(date: str) -> int:
    """The quarter of a financial year, which begins in April."""
    return (int(date[5:7]) - 4) % 12 // 3 + 1
