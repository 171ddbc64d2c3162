"""Who helps: works with us, is consulted, is referred to, is told."""

from __future__ import annotations

from pcgraph.extract.parts.rule import BODIES, Rule

_HELPERS = BODIES
_WITH = (
    r"liais(?:es?|ed|ing|on)|engag(?:es?|ed|ing|ement)|collaborat(?:es?|ed|ing|ion|ively)|consult(?:s|ed|ing|ation)?"
    r"|partner(?:s|ed|ing|ship|ships)?|co-?operat(?:es?|ed|ing|ion)|discussions?|dialogue|meetings?|links|link"
    r"|relationships?|conjunction|association|tandem|contact|agreements?|linked in|linked|link in|joined up"
    r"|connect(?:s|ed|ing)?"
    r"|talks|arrangements?|contracts?|protocols?|negotiat(?:es?|ed|ing|ions)|met|meet|combin(?:ed|ation)|together"
)

_TOLD = r"(?:data|information|notices|figures|intelligence|reports?|referrals?|feedback|advice|evidence|statistics)"

HELP: tuple[Rule, ...] = (
    Rule(
        "works-with",
        "supports",
        "after",
        r"work(?:s|ed|ing)?(?: (?!with\b|alongside\b)[\w-]+){0,4} (?:with|alongside)(?: partners| agencies"
        r"| colleagues)?",
        "We work closely with the [Fernley Trust|partner].",
        BODIES,
        reach=14,
    ),
    Rule(
        "in-touch-with",
        "supports",
        "after",
        rf"(?:{_WITH}|alongside) (?:[\w-]+ ){{0,3}}?with|alongside|in partnership with"
        r"|(?:collaboration|partnership|co-?operation|arrangements?|agreement|work|working|links) between",
        "We are in discussion with the [Fernley Trust|partner]; links exist with it.",
        _HELPERS,
        reach=12,
    ),
    Rule(
        "supported-by",
        "supports",
        "after",
        r"(?:supported|assisted|helped|aided|advised|guided|backed|endorsed|informed|complemented|accompanied|enabled)"
        r" (?:\w+ )?by",
        "These events are supported by the [Fernley Trust|partner].",
        _HELPERS,
        reach=10,
    ),
    Rule(
        "help-from",
        "supports",
        "after",
        r"with the (?:support|help|assistance|advice|input|involvement|co-?operation|backing) of"
        r"|(?:support|help|assistance|advice|input|co-?operation|backing|data|information|feedback|referrals?|guidance"
        r"|expertise|experts?|training|intelligence|reports?|learning) (?:\w+ ){0,3}?(?:from|provided by)"
        r"|involvement[^.;]{0,50}? (?:of|from)",
        "With advice from the [Fernley Trust|partner] we wrote a guide.",
        _HELPERS,
        reach=8,
    ),
    Rule(
        "referred-to",
        "supports",
        "after",
        r"(?:refer(?:s|red|ring)?|referrals?|signpost(?:s|ed|ing)?|submit(?:s|ted|ting)?|submission|pass(?:es|ed|ing)?"
        r"|escalat(?:es?|ed|ing)|disseminat(?:es?|ed|ing)|links?|sent|sends?|directed|handed|fed back)"
        r"(?: [\w-]+){0,4}? (?:in)?to|contact(?:s|ed|ing)?|consult(?:s|ed|ing)?",
        "Victims are referred to the [Fernley Trust|partner].",
        _HELPERS,
        reach=8,
    ),
    Rule(
        "shares-with",
        "supports",
        "after",
        r"(?:shar(?:es?|ed|ing)|exchang(?:es?|ed|ing))(?: [\w-]+){0,6}? (?:with|between|across)",
        "The Force shares information with the [Fernley Trust|partner].",
        _HELPERS,
        reach=8,
    ),
    Rule(
        "reports-to",
        "supports",
        "after",
        r"(?:report(?:s|ed|ing)?|present(?:s|ed|ing|ation)?|accountable|answers?|updates?|feeds?|taken|considered"
        r"|monitored"
        r"|discussed|agreed|scrutinised)(?: [\w-]+){0,2}? (?:in)?(?:to|by|at|through)",
        "The paper was presented to the [Moor Watch Group|partnership].",
        BODIES,
        reach=3,
    ),
    Rule(
        "helps",
        "supports",
        "subject",
        r"(?:(?:support|help|assist)(?:s|ed|ing)? (?:the|us|our|police|officers|with)"
        r"|advis(?:es?|ed|ing)|shar(?:es?|ed|ing)"
        r"|refer(?:s|red|ring)|enabl(?:es?|ed|ing)|lent|lends?|loan(?:s|ed)|can (?:assist|help)|liais(?:es?|ed|ing)"
        r"|link(?:s|ed)? in with|told|asks?|asked|agreed to|pulled out|withdrew|declined|refused"
        rf"|(?:sent|sends?|suppl(?:y|ies|ied)|provid(?:es?|ed)|gave|gives?|passe[sd]) (?:[\w,]+ ){{0,3}}?{_TOLD})"
        r"(?! (?:\w+ )?by\b)",
        "The [Fernley Trust|partner] advises officers.",
        ("partner",),
        reach=3,
    ),
    Rule(
        "includes",
        "supports",
        "after",
        r"includ(?:e|es|ing)|involv(?:es?|ed|ing)|invit(?:es?|ed|ing)|encourag(?:es?|ed|ing)|bring(?:s|ing)? (?:in"
        r"|together)"
        r"|engag(?:es?|ed|ing)|such as|namely|e\.g\.",
        "Include the [Fernley Trust|partner] in the arrangements.",
        ("partner", "partnership"),
        reach=4,
        rank=2,
    ),
    Rule(
        "data-of",
        "supports",
        "noun",
        r"(?:/\w+ )?(?:reports?|referrals?|data|intelligence|information|figures)",
        "We are sent forty [Fernley Trust|partner] reports a week.",
        ("partner",),
        reach=0,
        rank=2,
    ),
    Rule(
        "site-of",
        "mentioned",
        "noun",
        r"(?:web ?site|web ?page|intranet|facebook|twitter|social media|stakeholders|logo)",
        "It can be read on the [Fernley Trust|partner] website.",
        BODIES,
        reach=0,
    ),
    Rule(
        "is-asked",
        "supports",
        "subject",
        r"(?:is|are|was|were|been|be) (?:also )?(?:asked|invited|contacted|consulted|thanked|told|shown|briefed"
        r"|informed|sent|engaged|encouraged|represented|present)",
        "The [Fernley Trust|partner] was asked for help.",
        ("partner", "partnership"),
        reach=3,
    ),
    Rule(
        "asks",
        "supports",
        "after",
        r"(?:allow(?:s|ed|ing)?|enabl(?:es?|ed|ing)|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|thank(?:s|ed|ing)?|wrote to"
        r"|written to|invit(?:es?|ed|ing)|talks? (?:was |were )?(?:given )?to|learning from|seconded from"
        r"|borrowed from)",
        "Officers asked the [Fernley Trust|partner] to join.",
        ("partner", "partnership"),
        reach=2,
    ),
    Rule(
        "help-with",
        "supports",
        "after",
        r"taking place with|help(?:ed|s)? with|align(?:s|ed|ing)? (?:[\w-]+ ){0,4}?with|with (?:figures|interpreters"
        r"|equipment) from",
        "A review is taking place with the [Fernley Trust|partner].",
        ("partner", "partnership"),
        reach=3,
    ),
    Rule(
        "with",
        "delivers",
        "after",
        r"with",
        "Officers walk the front with the [Fernley Trust|partner].",
        ("partner", "partnership"),
        reach=2,
        rank=2,
        scope="narrative",
    ),
    Rule(
        "worded-with",
        "supports",
        "after",
        r"with",
        "Write the plan with the [Fernley Trust|partner].",
        ("partner", "partnership"),
        reach=2,
        rank=2,
        scope="wording",
    ),
)
