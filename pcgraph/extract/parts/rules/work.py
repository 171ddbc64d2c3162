"""Who does the work, who runs it, who looks at it from outside."""

from __future__ import annotations

from pcgraph.extract.parts.rule import NAME, Rule, to_forms, to_participles

_DONE = to_participles(
    "deliver provide operate conduct complete host organise offer staff implement manage produce develop prepare"
    " publish design create facilitate establish launch perform identify present submit deploy carry co-deliver"
) + ("|run|carried out|undertaken|written|set up|drawn up|put on|held|given|supplied|taken on|made")
_DOES = to_forms(
    "deliver provide operate conduct complete host organise offer implement manage produce develop prepare publish"
    " design create establish launch perform identify present submit deploy employ recruit target patrol continue"
    " focus engage engag tackle investigate process respond arrange contribute introduce drive build"
    " meet move start remain need want use utilise collect monitor hope plan agree consider explore visit review"
    " receive appoint train help support assist share work act"
) + (
    r"|runs?|ran|running|patrolled|patrolling|undertakes?|undertook|undertaking|carr(?:y|ies|ied|ying) out|holds?|held"
    r"|met|takes?|took|taken|has|have|had|is|are|was|were|will|would|can|may|make|makes|made|sets? up|does|do|did"
    r"|began|begin"
)
_LOOK = "evaluations?|inspections?|reviews?|audits?|assessments?|appraisals?|scrutiny|accreditation|approval|validation"
_LOOKED = to_participles(
    "evaluate inspect review audit assess scrutinise appraise accredit approve commend validate certify"
)
_CARRIED_OUT = "completed|conducted|carried out|undertaken|done|performed|made|led|written|produced"
_WORKERS = ("partner", "partnership", "force-unit", "post", "programme")

WORK: tuple[Rule, ...] = (
    Rule(
        "delivered-by",
        "delivers",
        "after",
        rf"(?:{_DONE})(?: [\w-]+){{0,4}}? (?:by|between)",
        "The course is delivered by the [Fernley Trust|partner].",
        _WORKERS,
        reach=8,
        bond="behalf",
    ),
    Rule(
        "jointly",
        "delivers",
        "after",
        r"joint(?:ly)?(?: (?!funded|financed|commissioned)\w+){1,2} (?:between|with|by)|join(?:s|ed"
        r"|ing) forces with|jointly with"
        r"|operation [^.;]{0,70}?work(?:s|ed|ing) (?:in partnership|jointly|together|alongside)(?: with)?",
        "The raid was a joint exercise with the [Fernley Trust|partner].",
        _WORKERS,
        reach=12,
    ),
    Rule(
        "through",
        "delivers",
        "after",
        r"(?:through|via|by means of|by way of|under|as part of|using|utilis(?:es?|ed|ing)|(?:managed|based"
        r"|held) within)",
        "Cases are taken on through the [Bright Start|programme] scheme.",
        ("programme", "partnership", "force-unit", "post"),
        reach=2,
        rank=2,
    ),
    Rule(
        "runs-programme",
        "delivers",
        "after",
        r"(?:implement(?:s|ed|ing|ation of)?|launch(?:es|ed|ing)?(?: of)?|deliver(?:s|ed|ing|y of)?|run(?:s|ning)?|ran"
        r"|continu(?:es?|ed|ing)(?: with)?|promot(?:es?|ed|ing|ion of)|roll(?:s|ed|ing)?[ -]?out(?: of)?"
        r"|undertak(?:e|es|ing)|undertook|carr(?:y|ies|ied|ying) out|deploy(?:s|ed|ing)?|support(?:s|ed|ing)? the"
        r"|held|contribut(?:e|es|ed|ing) to|work of|appl(?:y|ies|ied|ying)|adopt(?:s|ed|ing)?|(?:led|leading) to)",
        "The Force has implemented the [Bright Start|programme] scheme.",
        ("programme",),
        reach=3,
    ),
    Rule(
        "does-the-work",
        "delivers",
        "subject",
        rf"(?:{_DOES})",
        "The [Moor Team|force-unit] visits every farm.",
        _WORKERS,
        reach=3,
        rank=2,
        bond="behalf",
    ),
    Rule(
        "by",
        "delivers",
        "after",
        r"by",
        "Victims are called back by the [Moor Team|force-unit].",
        ("partner", "partnership", "force-unit", "post"),
        reach=2,
        rank=2,
    ),
    Rule(
        "item-to",
        "delivers",
        "noun",
        rf"(?<=^{NAME} )to (?!be\b)\w+",
        "[Fernley Trust|partner] to mentor young adults.",
        _WORKERS,
        reach=1,
        rank=2,
    ),
    Rule(
        "role-of",
        "delivers",
        "noun",
        r"(?:'s )?(?:roles?|remit|priorit(?:y|ies)|focus)",
        "Part of the [Moor Team|force-unit]'s role is to teach.",
        _WORKERS,
        reach=0,
        rank=2,
    ),
    Rule(
        "programme-aims",
        "delivers",
        "noun",
        r":? ?(?:aims?|aimed|targets?|targeting|focus(?:es|ed|ing)|tackl(?:es|ed|ing)|covers?|offers?|seeks?|for)",
        "[Operation Heron|programme]: targeting theft of plant.",
        ("programme",),
        reach=1,
        rank=2,
    ),
    Rule(
        "led-body",
        "delivers",
        "noun",
        r",?(?: which| that)?(?: is| are| was| were)? ?(?:led|chaired|co-?chaired|attended|headed|run|overseen) by",
        "Next came the [Moor Watch Group|partnership], chaired by the mayor.",
        ("partnership", "programme", "force-unit"),
        reach=1,
        rank=2,
    ),
)

INSPECTION: tuple[Rule, ...] = (
    Rule(
        "evaluated-by",
        "inspects",
        "after",
        rf"(?:{_LOOK})(?:[^.;]{{0,60}}? (?:{_CARRIED_OUT})(?: [\w-]+){{0,4}}?| (?:of"
        rf"|into) (?:[\w-]+ ){{0,4}}?[\w-]+)? by|(?:{_LOOKED}) (?:\w+ )?by",
        "An independent evaluation was carried out by [Fernley University|partner].",
        ("partner", "partnership", "post", "force-unit"),
        reach=3,
        bond="behalf",
    ),
    Rule(
        "inspects",
        "inspects",
        "subject",
        r"(?:(?:commissioned|asked|appointed|instructed) to (?:evaluate|review|audit|inspect|assess)"
        r"|evaluat(?:es?|ed|ing)|inspect(?:s|ed|ing)|audit(?:s|ed|ing)|assess(?:es|ed|ing)|scrutinis(?:es?|ed|ing)"
        r"|accredit(?:s|ed|ing)|graded|(?:has|have) reviewed|reviewed|commended"
        r"|(?:act(?:s|ed|ing)? |serv(?:es|ed|ing) )?as (?:a )?critical friends?)(?! (?:\w+ )?by\b)",
        "[Fernley University|partner] evaluated the scheme.",
        ("partner", "partnership", "post"),
        reach=3,
    ),
    Rule(
        "reviewed-at",
        "inspects",
        "after",
        r"(?:monitored|managed|reviewed|scrutinised|considered|assessed|examined|challenged|overseen|scheduled)"
        r" (?:\w+ ){0,2}?(?:through|via|at|by|for|in)|reporting (?:through [^.;]{0,60}? )?into",
        "Progress is monitored through the [Moor Watch Group|partnership].",
        ("partnership",),
        reach=3,
    ),
    Rule(
        "inquiry",
        "inspects",
        "after",
        r"(?:as part of|found by|findings of|recommendations (?:of|from)|respon(?:d|ds|ded|se) to|inspection by)",
        "It was asked as part of the [Night Inquiry|partner].",
        ("partner",),
        reach=2,
        surface="inquiry|inspectorate|commission|hmic",
    ),
    Rule(
        "inspection-named",
        "inspects",
        "noun",
        r"(?:\w+ ){0,2}?(?:assessment|inspections?|grades?|grading|(?:\w+ )?profile|audit|evaluation|reports? found"
        r"|inspectors?|auditors?)",
        "[Crown Auditors|partner] inspection grade.",
        ("partner",),
        reach=1,
        rank=2,
    ),
)
