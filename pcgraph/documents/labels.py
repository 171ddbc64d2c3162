"""The label that dates what follows it in a narrative: `Update 6.10.22 AD:`."""

from __future__ import annotations

import re
from typing import NamedTuple

from pcgraph.dates import DATE, parse_date

_UPDATE = r"updated?\b(?:\s+(?:as\s+(?:at|of)|on))?[\s:–-]*\(?"
_BY = r"(?-i:\s*\(?[A-Z]{2,5}(?:\s*(?:[+/&,]|\band\b)\s*[A-Z]{2,5})*\)?)"
_STOP = rf"\s*(?:[:–—-]+(?!\s*{DATE})\s*|$)"
_SENTENCE = r"[.,;]?\s+(?=(?-i:[A-Z0-9‘“'\"£]))"
_LABEL = re.compile(
    rf"\W*(?:{_UPDATE}({DATE})\)?(?:{_BY}?{_STOP}|{_SENTENCE})|({DATE}){_BY}?{_STOP})",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\W*(?:{_UPDATE})?({DATE})", re.IGNORECASE)


class Label(NamedTuple):
    """What a text begins with.

    Attributes:
        date: The date in ISO form.
        end: Offset of the first word behind the label; 0 where the date is part of a sentence.
    """

    date: str
    end: int


def find_label(text: str) -> Label | None:
    """The date that a text begins with, by itself, behind `Update` or as part of a sentence; None where there is none.

    >>> find_label("Update 6.10.22 AD: Nine came."), find_label("6.10.22 was wet."), find_label("Nine came.")
    (Label(date='2022-10-06', end=19), Label(date='2022-10-06', end=0), None)
    """
    dated = _DATED.match(text)
    date = parse_date(dated[1]) if dated else ""
    label = _LABEL.match(text) if date else None
    return Label(date, label.end() if label else 0) if date else None
