"""Who pays, and who is paid."""

from __future__ import annotations

from pcgraph.extract.parts.rule import BODIES, Rule

_PAID = "(?:part-?|co-?|grant-? ?|jointly |fully )?(?:funded|financed|paid for|resourced|sponsored|commissioned)"
_MONEY = r"(?:fund(?:s|ing)?|grants?|money|monies|investment|contributions?|resources|£[\d.,]+ ?(?:k|m|million)?)"
_GIVEN = "(?:awarded|allocated|granted|paid|committed|given|provided|made available|made)"
_PAYERS = (*BODIES, "programme")

MONEY: tuple[Rule, ...] = (
    Rule(
        "funded-by",
        "funds",
        "after",
        rf"{_PAID} (?:\w+ )?(?:by|through|from|via|out of)|{_GIVEN} (?:\w+ )?{_MONEY} (?:by|from|through)",
        "The scheme is funded by the [Fernley Trust|partner].",
        _PAYERS,
    ),
    Rule(
        "money-from",
        "funds",
        "after",
        rf"{_MONEY}(?: (?:\w+ ){{0,2}}?| [^.;]{{0,60}}? )?(?:from|(?:provided|awarded|given|allocated) by)",
        "It runs on a grant from the [Fernley Trust|partner].",
        _PAYERS,
    ),
    Rule(
        "funds",
        "funds",
        "subject",
        rf"(?:funds|funded|funding|financ(?:es?|ed|ing)|commission(?:s|ed|ing)?|co-?commission(?:s|ed|ing)?"
        rf"|invest(?:s|ed|ing)?|sponsor(?:s|ed)?|committed £[\d.,]+\w*|{_GIVEN} (?:\w+ )?{_MONEY}"
        rf"|provid(?:es?|ed|ing) (?:\w+ )?{_MONEY}|contribut(?:es?|ed|ing) £[\d.,]+\w*|(?:agreed|committed) to fund"
        r"|to fund|will fund|awarded|pays? for|paid for|match(?:es|ed)? (?:[\w'-]+ ){0,3}?£[\d.,]+\w*"
        r"|add(?:s|ed)? £[\d.,]+\w*)(?! (?:\w+ )?by\b)",
        "The [Fernley Trust|partner] has awarded grants to three clubs.",
        BODIES,
        reach=3,
    ),
    Rule(
        "funder-named",
        "funds",
        "noun",
        r"(?:(?:county|city|small|community|grant|core) )?(?:funding|grants?|monies|money)(?! (?:of(?! £)|pot))"
        r"|-?funded(?! by)",
        "It was bought through [Fernley Trust|partner] funding.",
        _PAYERS,
        reach=0,
    ),
    Rule(
        "awarded-to",
        "funded",
        "after",
        rf"(?:{_GIVEN}|{_MONEY})(?: [\w£.,/-]+){{0,6}}? to(?: the following)?",
        "Grants were awarded to the [Fernley Trust|partner].",
        _PAYERS,
        reach=5,
        bond="payer",
    ),
    Rule(
        "money-to-projects-of",
        "funded",
        "after",
        r"(?:committed|awarded|allocated|granted|invested) £[^.;]{0,60}? (?:delivered|run|provided|led|managed) by",
        "We have awarded £900 to two projects delivered by the [Fernley Trust|partner].",
        BODIES,
        reach=6,
        bond="payer",
    ),
    Rule(
        "commissions",
        "funded",
        "after",
        r"(?:fund(?:s|ed|ing)?|(?:co-?)?commission(?:s|ed|ing)?|re-?commission(?:ed|ing)?|contract(?:ed|s) with"
        r"|financ(?:e|ed|ing)|invest(?:s|ed|ing)? in|investment in|funding (?:for|of)|grant funding)"
        r"(?! (?:\w+ )?(?:by|from|through|via)\b)",
        "We commissioned the [Fernley Trust|partner] to write it.",
        ("partner", "partnership", "programme"),
        reach=3,
        bond="payer",
    ),
    Rule(
        "awards",
        "funded",
        "after",
        r"(?:awarded|granted|paid|gave|given)",
        "The Commissioner has awarded [Fernley Trust|partner] a grant.",
        ("partner", "partnership"),
        reach=1,
        bond="payer",
    ),
    Rule(
        "is-funded",
        "funded",
        "subject",
        r"(?:is|are|was|were|been|being|be) (?:\w+ ){0,2}?(?:funded|financed|commissioned|awarded|allocated|granted"
        r"|paid)"
        r"|(?:funded|financed|paid for|commissioned) (?:by|through|from|via)",
        "The [Fernley Trust|partner] is funded by the county.",
        ("partner", "partnership", "programme", "force-unit"),
        bond="payer",
    ),
    Rule(
        "receives-money",
        "funded",
        "subject",
        rf"(?:receiv(?:e|es|ed|ing)|secur(?:es?|ed|ing)|won|obtained|gained|been successful in|was successful in)"
        rf"(?: [\w£.,-]+){{0,4}}? (?:{_MONEY}|award|contract|bid)",
        "The [Fernley Trust|partner] received a small grant.",
        ("partner", "partnership", "programme", "force-unit"),
        bond="payer",
    ),
)
