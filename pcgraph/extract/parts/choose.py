"""Which rule reads a name: the one whose words stand nearest, of those that say most."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pcgraph.extract.mention import Mention
from pcgraph.extract.parts.groups import Group
from pcgraph.extract.parts.hits import Hit
from pcgraph.extract.parts.position import find_place
from pcgraph.extract.parts.reach import WINDOW, measure
from pcgraph.extract.parts.rule import NAME, Rule, is_read
from pcgraph.extract.parts.rules import RULES
from pcgraph.extract.parts.sentences import Sentence

_LONGEST = 160
"""More characters than the words of a rule take."""

_OWNS = re.compile(rf"(?:'s?(?: [\w-]+){{0,2}})? {NAME}")
"""What follows a name that only owns the thing named next."""

_NOT_OWNERS = ("target", "uses", "delivers")
"""What is then said of the thing, not of its owner."""

_SHARED = ("member", "funded")
_ACTORS = ("partner", "partnership", "programme", "force-unit", "post")

_STANDS = {"noun": 0, "after": 1, "subject": 2}
_BY_NAME = tuple(rule for rule in RULES if rule.rank == 3 and rule.surface)
_BY_PLACE = tuple(rule for rule in RULES if rule.rank == 3 and not rule.surface)
Weight = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a name.

    Attributes:
        rule: The rule that read it, or None.
        start: Where its words begin in the sentence, or where the name stands.
        end: Where they end.
    """

    rule: Rule | None
    start: int
    end: int


def choose(sentence: Sentence, index: int, group: Group, hits: Sequence[Hit]) -> Reading:
    """The best reading of one name.

    Args:
        sentence: The sentence.
        index: The name's position in it.
        group: The list that it belongs to.
        hits: The rules' words in the sentence, in order.
    """
    found = min(_iter_weighed(sentence, index, group, hits), key=lambda pair: pair[0], default=None)
    at, name = sentence.at[index], sentence.names[index]
    told = next((rule for rule in _BY_NAME if _is_for(rule, name) and _is_named(rule, name)), None)
    if found and not (told and found[1].rule.rank > 1):
        return Reading(found[1].rule, found[1].start, found[1].end)
    return Reading(told or _find_default(sentence, name, group), at, at + 1)


def _is_named(rule: Rule, name: Mention) -> bool:
    return not rule.surface or re.search(rule.surface, name.surface.lower()) is not None


def _is_for(rule: Rule, name: Mention) -> bool:
    return name.kind in rule.kinds and is_read(rule, is_narrative=name.text.is_narrative)


def _find_default(sentence: Sentence, name: Mention, group: Group) -> Rule | None:
    """The rule that goes by where the name stands in its clause, and by its kind."""
    place, preposition = find_place(sentence.words, sentence.at[group.first], sentence.at[group.last])
    for rule in _BY_PLACE:
        here = rule.stands in ("any", place) and (not preposition or re.fullmatch(rule.words or ".*", preposition))
        if here and _is_for(rule, name):
            return rule
    return None


def _iter_weighed(sentence: Sentence, index: int, group: Group, hits: Sequence[Hit]) -> Iterator[tuple[Weight, Hit]]:
    kind, is_narrative = sentence.names[index].kind, sentence.text.is_narrative
    owns = bool(_OWNS.match(sentence.words, sentence.at[index] + 1))
    own, first, last = (sentence.at[place] for place in (index, group.first, group.last))
    for hit in _iter_near(hits, first, last):
        if (owns and hit.rule.role in _NOT_OWNERS) or not _is_kind(hit.rule, kind, listed=group.first < group.last):
            continue
        if not (is_read(hit.rule, is_narrative=is_narrative) and _is_named(hit.rule, sentence.names[index])):
            continue
        gaps = (
            (measure(hit.rule, sentence.words, hit.start, hit.end, own, own), 0),
            (measure(hit.rule, sentence.words, hit.start, hit.end, first, last), 1),
        )
        for gap, shared in gaps:
            if gap is not None:
                yield (hit.rule.rank, gap, shared, _STANDS[hit.rule.stands], hit.start - hit.end), hit


def _is_kind(rule: Rule, kind: str, *, listed: bool) -> bool:
    """Whether a rule may be said of a kind; who sits on a body or is paid may be listed with others of any kind."""
    return not rule.kinds or kind in rule.kinds or (listed and rule.role in _SHARED and kind in _ACTORS)


def _iter_near(hits: Sequence[Hit], first: int, last: int) -> Iterator[Hit]:
    low = bisect_left(hits, first - WINDOW - _LONGEST, key=lambda hit: hit.start)
    high = bisect_left(hits, last + WINDOW, key=lambda hit: hit.start)
    return (hit for hit in hits[low:high] if hit.end <= first or hit.start > last or first < hit.start < last)
