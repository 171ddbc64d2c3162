"""What `of` names: the body that is led or sat on, who pays, on whose behalf."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pcgraph.extract.mention import Mention
from pcgraph.extract.parts.choose import Reading
from pcgraph.extract.parts.sentences import Sentence

_BODIES = ("partnership", "programme")
_PAYER = re.compile(r"\b(?:o?pcc|commissioner)\b|\b(?:fund|grants?|scheme)\b", re.IGNORECASE)
_NEAR = 25
"""How far behind words such as `chairs` the body may be named without its name: `chairs the group`."""

_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
_BEHALF = re.compile(r"(?:on behalf of|commissioned by|instructed by|at the request of)[^.;,]{0,30}$")
_GENERIC = re.compile(
    r"\b(?:the|this|that|these) (?:\w+ )?(?:meetings?|group|board|panel|forum|conference"
    r"|partnership|team)\b"
)


@dataclass(frozen=True, slots=True)
class Read:
    """A name in its sentence with what was read of it."""

    sentence: Sentence
    index: int
    reading: Reading

    @property
    def mention(self) -> Mention:
        """The name."""
        return self.sentence.names[self.index]

    @property
    def at(self) -> int:
        """Where its sign stands in the sentence."""
        return self.sentence.at[self.index]


def find_bond(read: Read, here: Sequence[Read], before: Sequence[Mention], lead: Sentence | None) -> str:
    """The entity that a name's part is bound to, or "".

    Args:
        read: The name.
        here: All names of its sentence.
        before: The names of the same subject's earlier sentences, in order.
        lead: The line above, where the name is read as an item of a list.
    """
    bond = read.reading.rule.bond if read.reading.rule else ""
    if bond == "body":
        return _find_body(read, here, before, lead)
    if bond == "payer":
        return _find_payer(read, here, before)
    return _find_behalf(read, here) if bond == "behalf" else ""


def _others(read: Read, names: Iterator[Mention] | Sequence[Mention]) -> list[Mention]:
    return [name for name in names if name.entity != read.mention.entity]


def _find_body(read: Read, here: Sequence[Read], before: Sequence[Mention], lead: Sentence | None) -> str:
    """The nearest body on the far side of the words that tell the part; then the last one named before."""
    backwards = read.reading.rule is not None and read.reading.rule.stands == "after"
    near = _names_before(read, here) if backwards else _names_after(read, here)
    found = [name for name in _others(read, near) if name.kind in _BODIES]
    if found:
        return found[0].entity
    member = read.reading.rule is not None and read.reading.rule.role == "member"
    words, reading = read.sentence.words, read.reading
    told = words[: reading.end] if backwards else words[reading.start : reading.end + _NEAR]
    generic = lead is not None or member or bool(_GENERIC.search(told))
    earlier = [name for name in _others(read, before) if name.kind == "partnership"]
    return earlier[-1].entity if generic and earlier else ""


def _names_before(read: Read, here: Sequence[Read]) -> list[Mention]:
    """The names within or before the words that tell the part, the nearest first."""
    return [other.mention for other in reversed(here) if other.at < min(read.reading.end, read.at)]


def _names_after(read: Read, here: Sequence[Read]) -> list[Mention]:
    """The name that follows the words that tell the part, within their clause."""
    after = [other for other in here if other.at >= read.reading.start][:1]
    gaps = [read.sentence.words[read.reading.end : other.at] for other in after]
    return [other.mention for other, gap in zip(after, gaps, strict=True) if not _VERB.search(gap)]


def _find_payer(read: Read, here: Sequence[Read], before: Sequence[Mention]) -> str:
    paying = [other for other in here if other.reading.rule and other.reading.rule.role == "funds"]
    paying = [other for other in paying if other.mention.entity != read.mention.entity]
    if paying:
        return min(paying, key=lambda other: abs(other.at - read.at)).mention.entity
    named = [other.mention for other in here if other.at < read.at]
    for names in (named, before):
        payers = [name for name in _others(read, names) if name.kind == "organisation" and _PAYER.search(name.surface)]
        payers = payers or [
            name for name in _others(read, names) if name.kind == "programme" and _PAYER.search(name.surface)
        ]
        if payers:
            return payers[-1].entity
    return ""


def _find_behalf(read: Read, here: Sequence[Read]) -> str:
    """Who the work is done for, where the sentence says `on behalf of` or the like."""
    for other in here:
        before = read.sentence.words[max(0, other.at - 60) : other.at]
        if other.mention.entity != read.mention.entity and _BEHALF.search(before):
            return other.mention.entity
    return ""
