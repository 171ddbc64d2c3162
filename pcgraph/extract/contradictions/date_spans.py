"""Times that end before they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pcgraph.dates import DATE, MONTHS, parse_date
from pcgraph.extract.contradictions.finding import Finding
from pcgraph.extract.contradictions.ordering import is_before, say_date
from pcgraph.extract.figures.prose import split_sentences
from pcgraph.extract.texts import Text

_MONTH = "(?:" + "|".join(MONTHS) + r")\b"
_SPAN = re.compile(rf"\b({DATE})(?:\s?[-–—]\s?|\s+(?:to|until|till|through to|up to)\s+)({DATE})", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s+({DATE})\s+and\s+({DATE})", re.IGNORECASE)
_DAYS = re.compile(
    rf"\b(?:from|between)\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:to|until|and)\s+(?:the\s+)?(\d{{1,2}})"
    rf"(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})",
    re.IGNORECASE,
)
_BEGAN_ENDED = re.compile(
    rf"\b(?:began|started|opened|launched|commenced|starts|begins|start(?:ing)?|beginning)\b[^.;]{{0,60}}?({DATE})"
    rf"[^.;]{{0,80}}?\b(?:ended|closed|finished|concluded|ends|finishes|closes|ending|finishing|completed)\b"
    rf"[^.;]{{0,40}}?({DATE})",
    re.IGNORECASE,
)
_FROM_BACK = re.compile(r"\b(?:moved|brought forward|put back|changed|corrected|shifted|postponed|rescheduled)\b", re.I)


def iter_span_findings(text: Text) -> Iterator[Finding]:
    """`between 31 March 2018 and 1 April 2017`, `began in June 2023 and ended in May 2023`, `from 9 to 3 July`."""
    for start, end in split_sentences(text.words):
        for pattern in (_SPAN, _BETWEEN, _BEGAN_ENDED):
            for match in pattern.finditer(text.words, start, end):
                first, last = parse_date(match[1]), parse_date(match[2])
                if is_before(last, first) and not _FROM_BACK.search(text.words[start : match.start()]):
                    yield _to_finding(text, match, say_date(first), say_date(last))
        for match in _DAYS.finditer(text.words, start, end):
            if int(match[1]) > int(match[2]):
                month = match["month"].title()
                yield _to_finding(text, match, f"{match[1]} {month}", f"{match[2]} {month}")


def _to_finding(text: Text, match: re.Match[str], first: str, last: str) -> Finding:
    message = f"The time ends on {last}, before it begins on {first}."
    return Finding("date-order", text.paragraph.locate(match.start(), match.end()), text.subject, message)
