"""The rules that read a part, in the order in which they win where nothing else decides."""

from __future__ import annotations

from pcgraph.extract.parts.rule import Rule
from pcgraph.extract.parts.rules.aim import AIM
from pcgraph.extract.parts.rules.help import HELP
from pcgraph.extract.parts.rules.kinds import KINDS
from pcgraph.extract.parts.rules.leads import LEADS, MEMBERS
from pcgraph.extract.parts.rules.money import MONEY
from pcgraph.extract.parts.rules.use import USE
from pcgraph.extract.parts.rules.work import INSPECTION, WORK

RULES: tuple[Rule, ...] = (*LEADS, *MEMBERS, *MONEY, *INSPECTION, *WORK, *HELP, *USE, *AIM, *KINDS)

__all__ = ["RULES"]
