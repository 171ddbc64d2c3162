"""What a rule of reading is, and short ways of writing down the words that it looks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Stands = Literal["after", "subject", "noun", "head", "behind", "object", "owner", "any"]
"""Where the name stands to the words: behind them, before them as what the sentence speaks of, or right before them.

Of a rule of rank 3, where it stands in its clause: at the head, behind a preposition, as an
object, as the owner of what follows, or anywhere.
"""

Scope = Literal["", "narrative", "wording"]
"""Which texts a rule reads: all, a report's own text alone, or official wordings alone."""

Bond = Literal["", "body", "payer", "behalf"]
"""What `of` names: the body that is led or sat on, who pays, or on whose behalf."""

NAME = "\ue000"
"""Stands for a name in a sentence; the texts' own signs of that block are blanked."""

ANY: tuple[str, ...] = ()
BODIES = ("partner", "partnership", "force-unit", "post", "organisation")
THINGS = ("document", "system", "post", "force-unit", "partnership", "place")


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that tell which part the bearer of a name plays.

    Attributes:
        name: The rule's name, as it stands in the tables.
        role: One of `pcgraph.model.ROLES`.
        stands: Where the name stands to the words.
        words: The words, a regular expression over text in lower case.
        example: A sentence that it reads; the name in square brackets, its kind behind a bar.
        kinds: The kinds of entity that it may be said of; all, where there are none.
        reach: How many words may stand between the name and the words, articles and auxiliaries not counted.
        rank: 1 where the words say it, 2 where they suggest it, 3 where only the kind of entity does.
        bond: What `of` names, for a role that has one.
        surface: What the name itself must hold, a regular expression in lower case; all, where there is none.
        scope: Which texts it reads.
    """

    name: str
    role: str
    stands: Stands
    words: str
    example: str
    kinds: tuple[str, ...] = ANY
    reach: int = 4
    rank: int = 1
    bond: Bond = ""
    surface: str = ""
    scope: Scope = ""


def is_read(rule: Rule, *, is_narrative: bool) -> bool:
    """Whether a rule reads such a text: a report's own, or an official wording."""
    return rule.scope in ("", "narrative" if is_narrative else "wording")


def to_pattern(rule: Rule) -> re.Pattern[str]:
    """The rule's words as whole words."""
    return re.compile(rf"(?<!\w)(?:{rule.words})(?!\w)")


def to_forms(verbs: str) -> str:
    """The forms of regular verbs as a regular expression.

    >>> to_forms("lead provide"), to_forms("carry")
    ('lead(?:s|ed|ing)?|provid(?:es?|ed|ing)', 'carr(?:y|ies|ied|ying)')
    """
    return "|".join(_to_forms(verb) for verb in verbs.split())


def to_participles(verbs: str) -> str:
    """The past participles of regular verbs as a regular expression.

    >>> to_participles("fund provide carry")
    'funded|provided|carried'
    """
    return "|".join(_to_participle(verb) for verb in verbs.split())


def _to_forms(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:es?|ed|ing)"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    if verb.endswith(("s", "sh", "ch", "x")):
        return f"{verb}(?:es|ed|ing)?"
    return f"{verb}(?:s|ed|ing)?"


def _to_participle(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb.endswith("y") else f"{verb}ed"
