"""What is taken from the kind of entity alone, where no words say more."""

from __future__ import annotations

from pcgraph.extract.parts.rule import Rule

KINDS: tuple[Rule, ...] = (
    Rule(
        "fund-named",
        "funds",
        "noun",
        r"",
        "Three clubs drew on the [Bright Start Fund|programme].",
        ("programme",),
        reach=0,
        rank=3,
        surface=r"\b(?:fund|grants?|levy|bursar(?:y|ies))\b",
    ),
    Rule(
        "programme-named",
        "delivers",
        "noun",
        r"",
        "Burglary fell again: [Operation Heron|programme].",
        ("programme",),
        reach=0,
        rank=3,
    ),
)
