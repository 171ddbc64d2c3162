"""Where the words of the rules stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from re import Pattern

from pcgraph.extract.parts.rule import Rule, to_pattern
from pcgraph.extract.parts.rules import RULES


@dataclass(frozen=True, slots=True)
class Hit:
    """One place at which the words of a rule stand.

    Attributes:
        rule: The rule.
        start: The offset of their first character.
        end: The offset behind their last.
        order: The rule's place in the list of rules.
    """

    rule: Rule
    start: int
    end: int
    order: int


def find_hits(words: str) -> list[Hit]:
    """Every place of every rule's words, in the order of the text.

    Args:
        words: A sentence in lower case.
    """
    return sorted(_iter_hits(words), key=lambda hit: (hit.start, hit.order, hit.end))


@cache
def _get_patterns() -> tuple[tuple[int, Rule, Pattern[str]], ...]:
    return tuple((order, rule, to_pattern(rule)) for order, rule in enumerate(RULES) if rule.words and rule.rank < 3)


def _iter_hits(words: str) -> Iterator[Hit]:
    for order, rule, pattern in _get_patterns():
        for match in pattern.finditer(words):
            yield Hit(rule, match.start(), match.end(), order)
