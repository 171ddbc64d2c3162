"""The head of a name: the noun that tells what kind of thing bears it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pcgraph.extract.names.lexicon import Head, get_heads, is_ordinary

_LINKS = frozenset({"of", "for", "to", "against", "into", "in", "on", "with"})
_FORMLESS = frozenset({"the", "and", "&", "of", "for"})
_NAMING = frozenset({"watch", "alert"})
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/]\d{2,4})?|\d{1,2}")

GENERIC = frozenset(
    """action annual area board business case city core community county delivery development district divisional
    executive exec force general governance group implementation improvement initial internal joint key lead local main
    management meeting meetings monitoring multi-agency national new officer operational operating overarching overall
    oversight partnership performance police policing programme project regional reference revised review scrutiny
    senior service services special specialist staff statutory steering strategic strategy sub support tactical task
    and finish team thematic theme training update working workshop dedicated draft final full independent proposed
    public third first second external existing current quarterly monthly weekly annually bespoke innovative""".split()
)
"""Words that alone before a head make no name: `Delivery Plan`, `Steering Group`."""

_COUNCILS = frozenset({"city", "county", "borough", "district", "parish", "town"})

SHIFTS: tuple[tuple[str, frozenset[str], str], ...] = (
    (
        r"youth (?:offending|justice)|crisis|mental health|health|social|housing|council|children|adult|hospital|nhs"
        r"|drug|education|outreach|recovery|treatment|resettlement",
        frozenset({"team", "unit", "directorate", "department", "cell"}),
        "partner",
    ),
    (
        r"regional|national|east(?:ern)?|west(?:ern)?|north(?:ern)?|south(?:ern)?|(?:east|west) midlands|yorkshire"
        r"|wales|(?:north|south)[ -](?:east|west)",
        frozenset({"unit", "command", "squad"}),
        "partner",
    ),
    (r"national|regional|counter terrorism", frozenset({"headquarters"}), "partner"),
    (r"business improvement", frozenset({"district"}), "partner"),
    (r"integrated care|health|care", frozenset({"system"}), "partner"),
    (r"violence reduction", frozenset({"unit", "team"}), "partnership"),
    (r"victim|victims", frozenset({"service", "hub", "services", "support"}), "partner"),
    (r"safety|justice|reduction|prevention|multi-agency", frozenset({"collaboration"}), "partnership"),
    (r"speed|farm|community|boat|horse|shop|street|pub", frozenset({"watch"}), "programme"),
    (r"police and crime|police & crime|needs", frozenset({"plan"}), "none"),
    (r"youth|citizens|citizens['’]s?|people['’]s|fairness|poverty|truth", frozenset({"commission"}), "partnership"),
    (r"young|older|disabled", frozenset({"people"}), "none"),
)
"""Words within a name that turn its head's kind into another: a Youth Offending Team is no unit of the force."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A name's head and what it tells.

    Attributes:
        word: The head as printed.
        kind: The kind of entity, or `none`.
        is_strong: Whether capitals before the head suffice to make a name.
        is_hint: Whether the head tells only together with a proper name or the words beside it.
        modifiers: The name's other words of content.
    """

    word: str
    kind: str
    is_strong: bool
    is_hint: bool
    modifiers: tuple[str, ...]

    @property
    def is_generic(self) -> bool:
        """Whether its other words make no name of it."""
        folds = [word.casefold() for word in self.modifiers]
        if self.word.casefold() in ("council", "councils") or self.word.casefold() in _NAMING:
            return not folds
        return all(fold in GENERIC for fold in folds)

    @property
    def is_proper(self) -> bool:
        """Whether one of its other words is no ordinary English one."""
        return any(not is_ordinary(word) for word in self.modifiers)


def find_head_word(word: str) -> Head | None:
    """What is known of a head, in singular or plural.

    >>> find_head_word("Partnerships").kind, find_head_word("Tarnwick")
    ('partnership', None)
    """
    heads = get_heads()
    fold = word.casefold()
    return (
        heads.get(fold)
        or heads.get(fold.removesuffix("s"))
        or (heads.get(fold[:-3] + "y") if fold.endswith("ies") else None)
    )


def to_singular(word: str) -> str:
    """A plural head in singular; any other word as it is.

    >>> to_singular("Boards"), to_singular("Services"), to_singular("Wales")
    ('Board', 'Services', 'Wales')
    """
    heads = get_heads()
    if word.casefold() in heads or not find_head_word(word):
        return word
    return word[:-3] + "y" if word.casefold().endswith("ies") else word[:-1]


def find_head(words: Sequence[str]) -> Headed | None:
    """The head of a name: its last noun, or the one before `of` or `for`.

    >>> find_head(["Safer", "Marsh", "Board"]).kind
    'partnership'
    >>> find_head(["University", "of", "Marsh"]).word
    'University'
    """
    content = list(words)
    while len(content) > 1 and _YEAR.fullmatch(content[-1]):
        content.pop()
    links = [place for place, word in enumerate(content) if word.casefold() in _LINKS and place]
    if not links:
        return _find_at(content, [])
    headed = _find_at(content[: links[0]], content[links[0] :])
    if headed and headed.kind != "none":
        return headed
    headed = _find_at(content, [])
    behind = [word for word in content[links[-1] + 1 :] if word.casefold() not in _FORMLESS]
    return headed if headed and len(behind) > len(headed.word.split()) else None


def _find_at(before: Sequence[str], after: Sequence[str]) -> Headed | None:
    """The head that the words before a link end in."""
    for size in (2, 1):
        head = find_head_word(" ".join(before[-size:])) if len(before) >= size else None
        if head:
            modifiers = tuple(w for w in (*before[:-size], *after) if w.casefold() not in _FORMLESS)
            word = " ".join(before[-size:])
            kind = "partner" if after and word == "Department" else head.kind
            return Headed(
                word,
                _shift(before, after, kind),
                head.is_strong or bool(after),
                head.is_hint and kind == head.kind,
                modifiers,
            )
    return None


def _shift(before: Sequence[str], after: Sequence[str], kind: str) -> str:
    text = " ".join((*before[:-1], *after)).casefold()
    last = to_singular(before[-1]).casefold()
    for pattern, heads, other in SHIFTS:
        if last in heads and re.search(rf"\b(?:{pattern})\b", text):
            return other
    return kind


def is_council_word(word: str) -> bool:
    """Whether a word tells of which sort a council is."""
    return word.casefold() in _COUNCILS
