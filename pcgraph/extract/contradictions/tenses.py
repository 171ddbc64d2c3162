"""Whether the words around a date tell of something done, or of something still to come."""

from __future__ import annotations

import re

_FUTURE = re.compile(
    r"\b(?:will|shall|(?<!was )(?<!were )(?<!had )(?:scheduled|planned|expected|due)(?: to be| to| for)?(?! to)"
    r"|for submission|intends? to|going to|to be)\b",
    re.IGNORECASE,
)
_DUE_TO = re.compile(r"\bdue to (?!be\b|start\b|begin\b|report\b|open\b|end\b|finish\b)", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|been|since|launched|began|started|published|dated|of|following|from|established|introduced"
    r"|agreed|after|held|approved|as|which|that|completed)\b",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|had)\s(?:\w+\s){0,3}$", re.IGNORECASE)
_TO_BE_DONE = re.compile(r"\b(?:be|been)\s\w+(?:,? (?:and|or) \w+ed)?", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:was|were|took place|has been|have been|met|held|opened|launched|published|started|began|completed|ended"
    r"|closed|finished|concluded|went live|went|came|visited|attended|delivered|ran|signed|joined|received|gave|moved"
    r"|hosted|carried out|made|recruited|trained|appointed|introduced|arrested|spoke|presented|won|drew|saw)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:has|have|had)\b[^.;]*\bsince\s+(?:early\s+|late\s+|the (?:start|end) of\s+)?$", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:will|to|until|planned|due|scheduled|expected|proposed|for|agreed|confirmed|should|by|can|booked|arranged|set"
    r"|fixed|extended|postponed|deferred|delayed|rescheduled|secured|funded|commissioned|awarded|given|organised"
    r"|allocated|approved|from|before|next|would|not)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:in|on|by|during|until|till|before)\s+(?:the\s+)?(?:(?:end|start) of\s+|early\s+|late\s+)?$", re.I
)
_WHEN_DONE = re.compile(r"\b(?:in|on|during)\s+(?:early\s+|late\s+)?$", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[:.]\s)\W*(?:In|On|During|Since|Early in|Late in)\s+(?:early\s+|late\s+)?$", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose)\b", re.IGNORECASE)
_STILL_TO_COME = re.compile(r"\s+(?:to|due|expected|planned|scheduled|proposed)\b", re.IGNORECASE)
_NEAR = 80


def is_to_come(before: str, after: str) -> bool:
    """Whether the words around a date speak of the future, and nothing between tells of the past."""
    markers = [match for match in _FUTURE.finditer(before) if not _WAS.search(before[: match.start()])]
    when = _WHEN.search(before)
    if not markers or not when or _DUE_TO.search(before[markers[-1].start() :]):
        return False
    between = _TO_BE_DONE.sub(" ", before[markers[-1].start() : when.start()])
    is_past = _PAST.search(between) or re.match(r"\W*(?:was|were|had|has|did)\b", after)
    return len(between) <= _NEAR and not is_past


def is_told(before: str, after: str) -> bool:
    """Whether the words of a sentence before and behind a date tell of what was done then.

    >>> is_told("The hub was opened in ", "."), is_told("The lease was extended to ", ".")
    (True, False)
    """
    return _is_told_before(before) or _is_told_behind(before, after)


def _is_told_before(before: str) -> bool:
    """`was opened in` the date, `has run since` the date."""
    if _FUTURE.search(before):
        return False
    when, done = _WHEN_DONE.search(before), list(_DONE.finditer(before))
    if not when or not done:
        return bool(_SINCE.search(before))
    between = before[done[-1].start() : when.start()]
    return len(between) <= _NEAR and not _OPEN.search(between)


def _is_told_behind(before: str, after: str) -> bool:
    """`In` the date `the team was` ..., at the beginning of a sentence."""
    done = _DONE.search(after)
    if not _OPENS.search(before) or not done or done.start() > _NEAR:
        return False
    if _RELATIVE.search(after[: done.start()]):
        return False  # `In May the lease that was agreed ends`
    return not (_OPEN.search(after[: done.start()]) or _FUTURE.search(after) or _STILL_TO_COME.match(after, done.end()))
