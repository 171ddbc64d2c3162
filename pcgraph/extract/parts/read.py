"""The part of every name, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pcgraph.extract.mention import Mention, Part
from pcgraph.extract.parts.bonds import Read, find_bond
from pcgraph.extract.parts.choose import choose
from pcgraph.extract.parts.groups import Group, find_acronyms, find_groups
from pcgraph.extract.parts.hits import find_hits
from pcgraph.extract.parts.lists import HEAD, Lead, is_item, read_item, to_lead
from pcgraph.extract.parts.sentences import Sentence, iter_sentences
from pcgraph.extract.parts.timing import When, find_when, is_qualified
from pcgraph.extract.texts import Text

NO_RULE = "none"
_NEIGHBOURS = 60
"""How many names before and behind are looked at for what `of` names."""


def read_parts(texts: Sequence[Text], mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Part]]:
    """The part that the bearer of each name plays, by the words of its sentence.

    Args:
        texts: The texts of one document, in order: a list's items may follow the line that heads it.
        mentions: The names found in them, in order, never overlapping.

    Returns:
        Each name with its part; `mentioned`, by rule `none`, where no rule reads more. A timing
        other than current adds its rule's name behind a `+`.
    """
    names = _by_text(texts, mentions)
    lead: Lead | None = None
    before: list[Mention] = []
    subject = ""
    for place, text in enumerate(texts):
        if text.subject != subject:
            subject, lead, before = text.subject, None, []
        for sentence in iter_sentences(text, names.get(place, ())):
            lead = lead if lead and is_item(sentence, lead) else None
            yield from _read_sentence(sentence, lead, before)
            before += sentence.names
            lead = to_lead(sentence, find_hits(sentence.words)) if sentence.opens else lead


def _by_text(texts: Sequence[Text], mentions: Sequence[Mention]) -> Mapping[int, list[Mention]]:
    """The names of each text by its place: two texts may say the same, and a name may hold a copy of its text."""
    equal = {text: place for place, text in reversed(list(enumerate(texts)))}
    same = {id(text): place for place, text in enumerate(texts)}
    names: dict[int, list[Mention]] = {}
    for mention in mentions:
        names.setdefault(same.get(id(mention.text), equal.get(mention.text, -1)), []).append(mention)
    return names


def _read_sentence(sentence: Sentence, lead: Lead | None, before: Sequence[Mention]) -> Iterator[tuple[Mention, Part]]:
    if not sentence.names:
        return
    hits = find_hits(sentence.words)
    acronyms = find_acronyms(sentence)
    groups = find_groups(sentence, hits, acronyms)
    here: list[Read] = []
    carried: set[int] = set()
    for index, group in enumerate(groups):
        item = read_item(sentence, index, group.first, lead) if lead else None
        if index in acronyms:
            reading = here[-1].reading
            carried |= {index} if index - 1 in carried else set()
        else:
            reading = item or choose(sentence, index, group, hits)
            carried |= {index} if item else set()
        here.append(Read(sentence, index, reading))
    for read in here:
        above = lead if read.index in carried or _is_headed(sentence, read, groups) else None
        near = here[max(0, read.index - _NEIGHBOURS) : read.index + _NEIGHBOURS]
        yield read.mention, _to_part(read, near, before[-_NEIGHBOURS:], above)


def _is_headed(sentence: Sentence, read: Read, groups: Sequence[Group]) -> bool:
    """Whether a name heads an item, and no words of the item itself say its part."""
    first = sentence.at[groups[read.index].first]
    return sentence.begins and first <= HEAD and (read.reading.rule is None or read.reading.rule.rank > 1)


def _to_part(read: Read, here: Sequence[Read], before: Sequence[Mention], lead: Lead | None) -> Part:
    of = find_bond(read, here, before, lead.sentence if lead else None)
    when = _find_when(read, lead)
    timing = when.timing if when else "current"
    role, rule = (read.reading.rule.role, read.reading.rule.name) if read.reading.rule else ("mentioned", NO_RULE)
    if lead and lead.names_places and read.mention.kind == "place" and read.reading.rule is None:
        role, rule = "target", "place-listed"
    return Part(role, timing, of, f"{rule}+{when.name}" if when else rule)


def _find_when(read: Read, lead: Lead | None) -> When | None:
    words, reading = read.sentence.words, read.reading
    start, end = (read.at, len(words)) if is_qualified(words, read.at) else (reading.start, reading.end)
    own = find_when(words, start, end, is_narrative=read.sentence.text.is_narrative)
    when = own or (lead.when if lead else None)
    weak = reading.rule is None or (reading.rule.rank == 3 and reading.rule.stands not in ("head", "any"))
    unread = weak or (reading.rule is not None and reading.rule.name == "partner-named")
    return None if when and when.timing == "not-happening" and unread else when
