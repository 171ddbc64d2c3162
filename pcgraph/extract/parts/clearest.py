"""One part of several: a name that stands several times in a line has one row."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.extract.mention import Part
from pcgraph.extract.parts.rules import RULES

_RANKS = {rule.name: rule.rank for rule in RULES}
_UNREAD = 4


def pick_clearest(parts: Sequence[Part]) -> Part:
    """The part that the clearest words tell: the lowest rank of its rule, then the first in the text.

    Args:
        parts: The parts of one entity's mentions, in the order of the text; at least one.
    """
    return min(parts, key=lambda part: _RANKS.get(part.rule.partition("+")[0], _UNREAD))
