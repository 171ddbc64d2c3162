"""What is used and followed: systems, tools, laws, guidance."""

from __future__ import annotations

from pcgraph.extract.parts.rule import Rule

_FOLLOWED = (
    r"in (?:line|accordance|keeping|support|compliance|conformity) (?:with|of)|according to|compl(?:y|ies|iant"
    r"|iance|ying) with"
    r"|under|subject to|align(?:ed|ment|ing)? (?:to|with)|requirements? of|duties under|set out in|governed by"
    r"|(?:defined|required|recommended) (?:in|by)|recommendations? (?:\w+ ){0,3}?(?:of|from|in|by)|follow(?:s|ed|ing)?"
    r"|guided by|based on|informed by|reflect(?:s|ed|ing)?|fulfil(?:s|led|ling)?(?: \w+){0,2}? of|adher(?:es?|ed"
    r"|ing) to"
    r"|meet(?:s|ing)?|(?:strands?|aims|objectives?|priorities|principles|pledges|ambitions) of"
    r"|contained in|part of|using|us(?:e|es|ed) of"
)
_USED = (
    r"us(?:es?|ed|ing|age)(?: of)?|utilis(?:es?|ed|ing)|access(?:es|ed|ing)?(?: to)?|adopt(?:s|ed|ing)?|appl(?:y"
    r"|ies|ied|ying)"
    r"|(?:record(?:s|ed|ing)?|stor(?:es?|ed|ing)|held|log(?:s|ged|ging)?|register(?:s|ed|ing)?|enter(?:s|ed|ing)?"
    r"|upload(?:s|ed|ing)?|manag(?:es?|ed|ing)|captured|updat(?:es?|ed)|shar(?:es?|ed|ing)|put|available|live|closed)"
    r"(?: [\w-]+){0,4}? (?:on|onto|in|into|via|through|to)|via|through|on|by|scored (?:\w+ )?(?:by|against|on)"
    r"|subject to"
)

USE: tuple[Rule, ...] = (
    Rule(
        "uses",
        "uses",
        "after",
        _USED,
        "Plans are stored on [Caseline|system].",
        ("system",),
        reach=4,
    ),
    Rule(
        "follows",
        "uses",
        "after",
        _FOLLOWED,
        "It was run in line with the [Fairness Act 2011|document].",
        ("document",),
        reach=4,
    ),
    Rule(
        "system-of",
        "uses",
        "noun",
        r"(?:users?|training|profiles?|cases?|scoring|scores?|systems?|databases?|platforms?|tools?|risk|enables?"
        r"|allows?"
        r"|is used|are used|helps?|app)",
        "[Caseline|system] users have doubled.",
        ("system",),
        reach=1,
        rank=2,
    ),
)
