"""When: the words that tell what is planned, over, or has not come about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pcgraph.extract.parts.rule import NAME


@dataclass(frozen=True, slots=True)
class When:
    """Words that tell the time of what a clause says.

    Attributes:
        name: The rule's name, as it stands in the tables.
        timing: One of `pcgraph.model.TIMINGS`.
        words: The words, a regular expression over text in lower case.
        example: A sentence that it reads; the name in square brackets, its kind behind a bar.
        in_wordings: Whether it holds in official wordings too, which mostly speak of what is to be done.
    """

    name: str
    timing: str
    words: str
    example: str
    in_wordings: bool = False


_NOT = r"(?:not|n't|never)"
_START = (
    "(?:be|begin|start|commence|open|launch|go|take|complete|finish|report|meet|attend|move|join|deliver|run|roll|end)"
)

WHEN: tuple[When, ...] = (
    When(
        "habit",
        "current",
        r"(?:will|would) (?:then|always|often|usually|normally|typically|sometimes|only)|if [^.;]{0,120}\bwill",
        "If a victim asks, officers will call the [Fernley Trust|partner].",
    ),
    When(
        "postponed-to",
        "planned",
        r"(?:postponed|delayed|deferred|put back|rescheduled) (?:\w+ ){0,2}?(?:until|to|till)|delay(?:ed|s)?(?! by)",
        "The [Bright Start|programme] pilot was postponed until May.",
    ),
    When(
        "not-yet",
        "planned",
        rf"{_NOT} yet|yet to {_START}|awaiting|is awaited",
        "The [Fernley Trust|partner] has not yet met the panel.",
    ),
    When(
        "not-done",
        "not-happening",
        rf"{_NOT} (?:\w+ )?(?:met|meet|been|possible|able|attend(?:ed)?|take place|taken place|happen(?:ed)?"
        rf"|proceed(?:ed)?"
        rf"|go ahead|gone ahead|progress(?:ed)?|start(?:ed)?|held|run|take part|deliver(?:ed)?"
        rf"|continue(?:d)?|sent|send|tak(?:e|en)|supplied|provided|delivered|returned|appointed|recruited)(?! only)"
        rf"|(?:could|can) ?{_NOT}(?! be (?:under|over))|(?:has|have|had) (?:refused|declined|withdrawn|pulled out)"
        rf"|refused to|pulled out|withdrew|failed to|fell through",
        "The [Moor Watch Group|partnership] has not met since March.",
    ),
    When(
        "called-off",
        "not-happening",
        r"(?<!not )(?<!not been )(?:cancelled|postponed|suspended|paused|abandoned|on hold|called off|stood down"
        r"|unable to)",
        "The [Bright Start|programme] course was cancelled.",
    ),
    When(
        "over",
        "ended",
        r"(?<!not )(?<!week )(?<!month )(?<!year )(?:ended|ceased|concluded|disbanded|discontinued|decommissioned"
        r"|dissolved"
        r"|switched off|given up|retired|scrapped|wound up|closed down|came to an end|come to an end"
        r"|no longer|been inactive|was inactive|expired|lapsed"
        r"|replaced by|superseded by)",
        "The [Moor Watch Group|partnership] ended in May.",
        in_wordings=True,
    ),
    When(
        "formerly",
        "ended",
        r"(?:formerly|previously|until (?:recently|then|\d|january|february|march|april|may|june|july|august|september"
        r"|october|november|december|last|the end|earlier)|(?:it|they|we|who|which|team|group) used to"
        r"|in the past|had been)",
        "This was previously provided by the [Fernley Trust|partner].",
    ),
    When(
        "will",
        "planned",
        rf"(?:will|shall|'ll)(?! (?:\w+ )?(?:continue|remain)\b)(?! {_NOT})",
        "The [Fernley Trust|partner] will run the course.",
        in_wordings=True,
    ),
    When(
        "to-be",
        "planned",
        r"(?:(?:is|are|it|still|remains?|due|it\)) |(?<=, ))to be (?:\w+ly )?(?!able)\w+(?:ed|en|out|run|held|set up)"
        r"(?! [^.;]{0,40}(?:began|started|has begun|have begun))|(?:is|are) going to"
        r"|(?<=^it )(?:is|are) to (?!be\b)\w+|(?<=the it )(?:is|are) to (?!be\b)\w+|, (?:is|are) to (?!be\b)\w+",
        "The app, to be rolled out to [Fernley Council|partner], is free.",
    ),
    When(
        "plans",
        "planned",
        rf"(?:plan(?:s|ned|ning)?|intends?|intention|intended|hop(?:es?|ing)|propos(?:es?|als?)|expect(?:s|ed)"
        rf"|looking|set"
        rf"|ready|on track|aspir(?:es?|ation))(?: is| are)?(?: being| underway| in place)?(?: made)? to(?! the)"
        rf"|due to {_START}|due (?:in|on|by|for)|scheduled|proposed|forthcoming|upcoming|in due course|planned"
        rf"|later (?:this|in the) year|next (?:year|quarter|month|week)|in the (?:near )?future|(?:being"
        rf"|be) considered",
        "Plans are underway to use [Caseline|system].",
    ),
    When(
        "exploring",
        "planned",
        r"explor(?:ation of|ing)|considering|in talks|bid(?:ding)? for",
        "The exploration of [Caseline|system] goes on.",
    ),
)

_WIDE = 400
"""How many characters around a name are looked at."""

_WHICH = re.compile(r" (?:which|that|who)\b")
_SECOND = re.compile(r"\b(?:is|are|was|were|has|have|had|will|with|by|in|into|include[sd]?|through|saw)\b")

_CUT = re.compile(
    r",? (?:which|who|whose|but|although|though|while|whilst|however|whereas|whereby|because|where|following|after"
    r"|before)\b"
    r"|,? that (?=(?:will|is|are|was|were|has|have)\b)|,? and (?=(?:the|an?) \w+ (?:of|for)\b)|; |\. | - "
    r"|, (?=(?:is|are|was|were|has|have|will|now)\b)|, (?=(?:with|this|it|they|we|these|and (?:will|is|are|was|has"
    r"|have))\b)"
    r"| and (?=(?:will|is|are|was|were|has|have|had|it|this|they|we|these|there)\b)"
)


def find_when(words: str, start: int, end: int, *, is_narrative: bool) -> When | None:
    """The rule that tells the time of the clause that holds a part of a sentence, or None: current.

    Args:
        words: The sentence.
        start: Where the part begins.
        end: Where it ends.
        is_narrative: Whether it is a report's own text, not an official wording.
    """
    clause = _get_clause(words, start, end)
    for when, pattern in _get_patterns():
        if (is_narrative or when.in_wordings) and pattern.search(clause):
            return when if when.timing != "current" else None
    return None


def is_qualified(words: str, at: int) -> bool:
    """Whether a clause that tells which one is meant stands right behind a name at the sentence's head.

    What the sentence says of it then follows that clause: `a panel which was run by X ended`.
    """
    return _WHICH.match(words, at + 1) is not None and not _SECOND.search(words, max(0, at - _WIDE), at)


@cache
def _get_patterns() -> tuple[tuple[When, re.Pattern[str]], ...]:
    return tuple((when, re.compile(rf"(?<![^\W\d_])(?:{when.words})(?!\w)")) for when in WHEN)


def _get_clause(words: str, start: int, end: int) -> str:
    """The clause around a part of a sentence; a relative clause right behind a name is not the name's own."""
    low, high = max(0, start - _WIDE), min(len(words), end + _WIDE)
    cuts = [match.start() for match in _CUT.finditer(words, low, high)]
    first = max((cut for cut in cuts if cut <= start), default=low)
    last = min((cut for cut in cuts if cut >= end), default=high)
    return words[first:last].replace(NAME, "it")
