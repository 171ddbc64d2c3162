"""Names that are listed together, so that what is said of one is said of all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pcgraph.extract.parts.hits import Hit
from pcgraph.extract.parts.rule import NAME
from pcgraph.extract.parts.sentences import Sentence

_ACRONYM = re.compile(rf"{NAME}['\"]?\s?\(['\"]?({NAME})['\"]?\)")
_LINK = re.compile(r",|;|/|&|\band\b|\bor\b|\bas well as\b|\balong with\b|\btogether with\b|\bplus\b|\balso\b|\n|\d\.")
_BARRED = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|to|with|by|in|on"
    r"|for|at|which|who|whose|that|while|whilst|but|however|although|because|if|when|where|through|via|into|under"
    r"|during|including|against|throughout|using|alongside)\b|[:.!?]"
)
_EMPLOYED = re.compile(r" (?:from|of|at|within) (?:the )?")
"""What stands between a post and who employs its holder: both act."""

_MAX_WORDS = 6
_MAX_GAP = 120


@dataclass(frozen=True, slots=True)
class Group:
    """A list of names.

    Attributes:
        first: The position of its first name in the sentence.
        last: The position of its last name, an acronym in brackets behind it counted.
    """

    first: int
    last: int


def find_acronyms(sentence: Sentence) -> frozenset[int]:
    """The positions of names that stand in brackets right behind another name."""
    found = {match.start(1) for match in _ACRONYM.finditer(sentence.words)}
    return frozenset(index for index, offset in enumerate(sentence.at) if offset in found)


def find_groups(sentence: Sentence, hits: Sequence[Hit], acronyms: frozenset[int]) -> list[Group]:
    """The list that each name belongs to, by the name's position.

    Args:
        sentence: The sentence.
        hits: The words in it that tell parts, in order: they end a list.
        acronyms: The positions of acronyms in brackets.
    """
    barriers = frozenset(hit.start for hit in hits if hit.rule.rank == 1)
    groups: list[Group] = []
    first = 0
    for index in range(1, len(sentence.names) + 1):
        if index < len(sentence.names) and (index in acronyms or _is_linked(sentence, index, barriers)):
            continue
        groups += [Group(first, index - 1)] * (index - first)
        first = index
    return groups


def _is_part(kind: str, gap: str) -> bool:
    """Whether a partner's name tells whose post the one before is, or is that of a part of the partner before."""
    return bool((kind == "post" and _EMPLOYED.fullmatch(gap)) or (kind == "partner" and gap in ("'s ", "' ")))


def _is_linked(sentence: Sentence, index: int, barriers: frozenset[int]) -> bool:
    """Whether only links and short further items stand between a name and the one before it."""
    start, end = sentence.at[index - 1] + 1, sentence.at[index]
    gap = sentence.words[start:end]
    if sentence.names[index].kind == "partner" and _is_part(sentence.names[index - 1].kind, gap):
        return True
    if len(gap) > _MAX_GAP or _BARRED.search(gap) or not barriers.isdisjoint(range(start, end)):
        return False
    items = _LINK.split(gap.replace("'s", " ").replace(")", " ").replace("(", " "))
    return len(items) > 1 and all(len(item.split()) <= _MAX_WORDS for item in items)
