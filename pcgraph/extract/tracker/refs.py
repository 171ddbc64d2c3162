"""References as trackers print them: `3.4`, `T3.4`, `3/4`, `3.4.1`, `KPS4`, `3.4(a)`."""

from __future__ import annotations

import re
from typing import NamedTuple

_REF = re.compile(
    r"(?P<prefix>[A-Za-z]{1,6}[\s.\-/]?)?(?P<one>\d{1,3})"
    r"(?:\s?[./,-]\s?(?P<two>\d{1,3}))?"
    r"(?:\s?[./,-]?\s?\(?(?P<letter>[a-z])\)?|\s?[./,-]\s?(?P<three>\d{1,3}))?\s?[.):]?"
)
_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}(?: [\d:]+)?|\d{1,2}/\d{1,2}/\d{4}"
    r"|\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[- ]\d{2,4})?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[- ]\d{2,4}",
    re.IGNORECASE,
)


class Ref(NamedTuple):
    """A reference taken apart.

    Attributes:
        prefix: Its letters, in capitals, such as `KPS`.
        parts: Its numbers, one to three, the last perhaps a letter.
    """

    prefix: str
    parts: tuple[str, ...]


def parse_ref(text: str) -> Ref | None:
    """A reference's parts; None for anything else.

    >>> parse_ref("T3.4"), parse_ref("3/04.1"), parse_ref("3.4(a)"), parse_ref("KPS-12"), parse_ref("new")
    (Ref(prefix='T', parts=('3', '4')), Ref(prefix='', parts=('3', '4', '1')), Ref(prefix='', parts=('3', '4', 'a')), \
Ref(prefix='KPS', parts=('12',)), None)
    """
    match = _REF.fullmatch(text.strip())
    if not match or is_date(text):
        return None
    numbers = [str(int(part)) for part in match.group("one", "two", "three") if part]
    letter = [match["letter"]] if match["letter"] else []
    return Ref(re.sub(r"[^A-Z]", "", (match["prefix"] or "").upper()), (*numbers, *letter))


def is_date(text: str) -> bool:
    """Whether a cell is a date, as Excel makes of a reference such as 3/4.

    >>> is_date("2024-04-03"), is_date("3-Apr"), is_date("3.4")
    (True, True, False)
    """
    return bool(_DATE.fullmatch(text.strip()))


def looks_cut(last: int, number: int) -> bool:
    """Whether a number may be one that lost its last nought: 3.1 that follows 3.9 was 3.10.

    >>> looks_cut(9, 1), looks_cut(19, 2), looks_cut(9, 10)
    (True, True, False)
    """
    return number * 10 == last + 1
