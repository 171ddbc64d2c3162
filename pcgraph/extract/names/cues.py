"""What the words around a name say of it, where its own form does not tell; the words stand in `data/cues.csv`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pcgraph.extract.names.lexicon import read_table

_REACH = 70
_MONEY_REACH = 160
_ARTICLE = (
    r"(?:(?:the|a|an|our|their|its|both|local|national|voluntary|specialist|neighbouring|charity|charities|organisation"
    r"|provider|company|agency) )*"
)
_BEHIND_LAST = (":", ": -", "to", "following;", "were;", "are;")
_SHORT, _INTRO = 4, 300


@dataclass(frozen=True, slots=True)
class Cue:
    """What the words before or behind a name say.

    Attributes:
        kind: The kind of entity that they speak of, or `person`.
        score: How sure they are, 0 to 1.
        words: The words, for the explanation.
    """

    kind: str
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: re.Pattern[str]
    kind: str
    score: float


_FRAMES = {
    "before": rf"(?:^|[^\w-])((?:%s),?):? {_ARTICLE}['‘\"“]?$",
    "after": r"(%s)",
    "list": r"(%s)",
}
"""What frames the words of each side."""


@cache
def _get_patterns(side: str) -> tuple[_Pattern, ...]:
    """The patterns of one side, in the table's order: the first that fits counts."""
    flags = re.NOFLAG if side == "after" else re.IGNORECASE
    rows = [row for row in read_table("cues") if row["side"] == side]
    return tuple(
        _Pattern(re.compile(_FRAMES[side] % row["words"], flags), row["kind"], float(row["score"])) for row in rows
    )


_NOUN_KINDS = {
    "project": "programme",
    "scheme": "programme",
    "campaign": "programme",
    "programme": "programme",
    "system": "system",
    "app": "system",
    "tool": "system",
    "platform": "system",
    "database": "system",
    "area": "place",
    "ward": "place",
    "town": "place",
    "village": "place",
}
"""What nouns before a bracket say of the names within it; other nouns speak of organisations."""
_PLURALS = (
    r"(organisations?|charit(?:y|ies)|providers?|partners|agencies|companies|groups|services|projects|schemes|campaigns"
    r"|programmes|systems|apps|tools|areas|wards|towns|villages)(?: (?:funded|involved|including))? ?(?:\(|: |– )$"
)
_SINGULARS = r"(system|app|tool|platform|database|charity|provider|company|contractor|campaign) \($"
_BRACKETED = re.compile(rf"\b(?:{_PLURALS}|{_SINGULARS})", re.IGNORECASE)
_MONEY = re.compile(r"£|\bfund|\bgrant", re.IGNORECASE)


def find_cue_before(text: str, start: int) -> Cue | None:
    """What stands right before a name.

    >>> find_cue_before("It is provided by Marsh Light.", 18).kind
    'partner'
    """
    before = text[max(0, start - _REACH) : start]
    if match := _BRACKETED.search(before):
        return _read_bracket(match, text, start)
    for pattern in _get_patterns("before"):
        if match := pattern.words.search(before):
            return Cue(pattern.kind, pattern.score, match[1])
    return None


def _read_bracket(match: re.Match[str], text: str, start: int) -> Cue:
    """What a noun says of the names in brackets behind it; projects that get money are their organisations."""
    noun = (match[1] or match[2]).casefold().removesuffix("s")
    kind = _NOUN_KINDS.get(noun, "partner")
    funded = noun == "project" and _MONEY.search(text[max(0, start - _MONEY_REACH) : start + _REACH])
    return Cue("partner" if funded else kind, 0.65, match[0].strip(" (:–"))


def find_cue_after(text: str, end: int) -> Cue | None:
    """What stands right behind a name.

    >>> find_cue_after("Marsh Light, a local charity, ran it.", 11).kind
    'partner'
    """
    after = text[end : end + _REACH]
    for pattern in _get_patterns("after"):
        if match := pattern.words.match(after):
            return Cue(pattern.kind, pattern.score, match[0].strip(" ,."))
    return None


def find_list_cue(intro: str) -> Cue | None:
    """What a list's introduction, which ends in a colon, says of its items.

    >>> find_list_cue("Grants were awarded to the following:").kind
    'partner'
    """
    if not intro.rstrip().endswith(_BEHIND_LAST):
        return None
    sentences = re.split(r"(?<=[.!?]) ", intro.strip())
    last = " ".join(sentences[-2:] if len(sentences[-1].split()) < _SHORT else sentences[-1:]).replace(". ", ", ")
    last = last[-_INTRO:]
    for pattern in _get_patterns("list"):
        if match := pattern.words.search(last):
            return Cue(pattern.kind, pattern.score, match[0].split(maxsplit=1)[0].strip(":"))
    return None
