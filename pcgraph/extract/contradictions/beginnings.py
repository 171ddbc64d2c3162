"""When a named thing began, told twice with different dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pcgraph.dates import DATE, parse_date
from pcgraph.extract.contradictions.finding import Finding
from pcgraph.extract.contradictions.ordering import is_before, say_date
from pcgraph.extract.texts import Text

_NAME = r"(?<!\w)(?P<name>(?:[A-Z][\w'’&-]*)(?: (?:(?:of|and|for|the|on|to|in|&) ){0,2}[A-Z][\w'’&-]*){0,7})"
_ACRONYM = re.compile(rf"{_NAME} \((?P<short>[A-Z][A-Za-z]*[A-Z])\)")
_EXPANDED = re.compile(rf"\b(?P<short>[A-Z][A-Za-z]*[A-Z]) \({_NAME}\)")
_WHEN = rf"(?P<date>{DATE}|(?-i:(?:19|20)\d\d)(?![\d/–-]))"
_FOUNDED = r"(?:set up|established|founded|formed|created|launched|started|opened|introduced|begun|began|went live)"
_BEGAN = re.compile(
    rf"{_NAME}(?: \([^()]{{1,60}}\))?,?(?: (?-i:which|that|who))?"
    rf"(?i: (?:was |were |has been |have been |had been |being )?(?:first |formally |originally |officially )?"
    rf"(?P<verb>{_FOUNDED}|(?:running|operating|active|meeting|working|in place|in operation|in existence|live)"
    rf"(?= since)) (?:in|on|since) (?:early |late |the (?:start|end) of )?{_WHEN})"
)
_ONCE = frozenset(("set up", "established", "founded", "formed", "created"))
"""What happens to a thing only once; an operation may start each year."""
MIN_WORDS = 2
"""A name of one word that is no acronym may open any sentence."""


class _Beginning(NamedTuple):
    date: str
    verb: str
    line: str
    text: Text


def iter_beginning_findings(texts: Sequence[Text]) -> Iterator[Finding]:
    """Things that began twice: `which was set up in March 2020`, later `running since October 2021`.

    Args:
        texts: The paragraphs of a report's narratives.
    """
    shorts = _read_acronyms(texts)
    first: dict[str, _Beginning] = {}
    for text in texts:
        for match in _BEGAN.finditer(text.words):
            name = re.sub(r"^(?:The|Our|This|A|An) ", "", match["name"])
            key = shorts.get(name, name).lower()
            date = match["date"] if len(match["date"]) == 4 else parse_date(match["date"])
            if not date or (len(key.split()) < MIN_WORDS and not name.isupper()):
                continue
            line = text.paragraph.locate(match.start("date"), match.end("date"))
            here = _Beginning(date, match["verb"].lower(), line, text)
            earlier = first.setdefault(key, here)
            if is_before(earlier.date, date) or is_before(date, earlier.date):
                yield _to_finding(name, earlier, here)


def _read_acronyms(texts: Sequence[Text]) -> dict[str, str]:
    """The names that acronyms stand for, as the report itself says."""
    shorts: dict[str, str] = {}
    for text in texts:
        for pattern in (_ACRONYM, _EXPANDED):
            for match in pattern.finditer(text.words):
                shorts.setdefault(match["short"], re.sub(r"^(?:The|Our) ", "", match["name"]))
    return shorts


def _to_finding(name: str, earlier: _Beginning, here: _Beginning) -> Finding:
    is_sure = {earlier.verb, here.verb} <= _ONCE
    message = (
        f"{name} is “{here.verb}” {_say(here.date)}, but “{earlier.verb}” {_say(earlier.date)} in"
        f" {earlier.text.subject}"
    )
    message += "." if is_sure else "; or the two speak of different beginnings."
    return Finding("statements-disagree", here.line, here.text.subject, message, "" if is_sure else "info")


def _say(date: str) -> str:
    return say_date(date) if len(date) > 4 else date
