"""Lists that run over paragraphs: what the line above says holds for the names at the head of each item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pcgraph.extract.parts.choose import Reading
from pcgraph.extract.parts.hits import Hit
from pcgraph.extract.parts.reach import measure
from pcgraph.extract.parts.rule import NAME
from pcgraph.extract.parts.sentences import Sentence
from pcgraph.extract.parts.timing import When, find_when

HEAD = 5
"""How many characters may stand before the name that heads an item: an article, a bracket."""

_CARRIED = ("leads", "member", "funds", "funded", "delivers", "supports", "inspects", "uses", "target")
_TO_DO = re.compile(rf"{NAME}(?: \({NAME}\))?,? to ")
_PLACES = re.compile(r"\b(?:profiles?|areas?|locations?|sites?|wards?|estates?|places?|hot ?spots?|stations?|towns?)\b")


@dataclass(frozen=True, slots=True)
class Lead:
    """What the line above a list says of its items.

    Attributes:
        sentence: The line.
        hit: The words in it that reach the list, or None.
        when: When, or None for now.
        names_places: Whether it speaks of places.
    """

    sentence: Sentence
    hit: Hit | None
    when: When | None
    names_places: bool


def to_lead(sentence: Sentence, hits: Sequence[Hit]) -> Lead:
    """What a line that ends in a colon says of the list below it."""
    words = sentence.words
    end = len(words) - 1
    reached = [
        (gap, -hit.end, hit.order, hit)
        for hit in hits
        if hit.rule.stands == "after" and hit.rule.rank == 1 and hit.rule.role in _CARRIED
        for gap in [measure(hit.rule, words, hit.start, hit.end, max(hit.end, end), end)]
        if gap is not None
    ]
    hit = min(reached, key=lambda item: item[:3])[3] if reached else None
    start = hit.start if hit else end
    said = words if hit else sentence.text.words.lower()
    when = find_when(said, min(start, len(said)), min(end, len(said)), is_narrative=sentence.text.is_narrative)
    return Lead(sentence, hit, when, bool(_PLACES.search(sentence.text.words.lower())))


def is_item(sentence: Sentence, lead: Lead) -> bool:
    """Whether a sentence is still an item of the list: of one subject and date, short or headed by a name."""
    same = sentence.text.subject == lead.sentence.text.subject
    dated = sentence.text.paragraph.as_of == lead.sentence.text.paragraph.as_of
    return same and dated and (not sentence.words.endswith(".") or _is_entry(sentence))


def _is_entry(sentence: Sentence) -> bool:
    """Whether a whole sentence is an entry of a list: a bare name first, or `the X to do this`."""
    if not sentence.at or sentence.at[0] > HEAD:
        return False
    return sentence.at[0] <= 1 or bool(_TO_DO.match(sentence.words, sentence.at[0]))


def read_item(sentence: Sentence, index: int, first: int, lead: Lead) -> Reading | None:
    """What the line above says of a name, where the name heads the item.

    Args:
        sentence: The item.
        index: The name's position.
        first: The position of the first name of the list that it belongs to.
        lead: The line above.
    """
    if lead.hit is None or not sentence.begins or sentence.at[first] > HEAD:
        return None
    kinds = lead.hit.rule.kinds
    if kinds and sentence.names[index].kind not in kinds:
        return None
    return Reading(lead.hit.rule, sentence.at[index], sentence.at[index] + 1)
