"""The part that each named entity plays: role, timing, and in or from what, by rules that are listed."""

from __future__ import annotations

from pcgraph.extract.parts.clearest import pick_clearest
from pcgraph.extract.parts.read import NO_RULE, read_parts
from pcgraph.extract.parts.rules import RULES
from pcgraph.extract.parts.timing import WHEN

__all__ = ["NO_RULE", "RULES", "WHEN", "pick_clearest", "read_parts"]
