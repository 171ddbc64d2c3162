"""What the work is for or about: what is set up, written, changed, and where."""

from __future__ import annotations

from pcgraph.extract.parts.rule import THINGS, Rule, to_forms, to_participles

_BUILD = (
    "establish develop create introduce produce publish launch draft design refresh revise approve mainstream appoint"
    " recruit pilot expand embed install replace upgrade improve strengthen implement complete update procure maintain"
    " promote review deliver prepare enhance increase co-locate move transfer reinvigorate trial test extend dissolve"
    " retain finalise agree sign commission support restructure merge align deploy oversee"
)
_BUILT = to_participles(
    "establish develop create introduce produce publish launch draft design refresh revise approve appoint recruit"
    " pilot expand embed install replace upgrade implement complete update procure review prepare extend circulate"
    " finalise agree sign merge conflate dissolve move align base staff re-establish"
) + ("|written|set up|rolled out|in draft|in place|drawn up|formed|brought|built|put in place|made|set|located|sited")
_BUILDING = (
    "establishment|development|creation|introduction|production|publication|rollout|roll-?out|provision|formation"
    "|delivery|implementation"
)

_OWN = ("partnership", "force-unit", "post")

AIM: tuple[Rule, ...] = (
    Rule(
        "carries-out",
        "uses",
        "after",
        r"(?<!develop and )(?:implement(?:s|ed|ing|ation of)?|deliver(?:s|ed|ing)?|delivery of|progression of"
        r"|carr(?:y|ies|ied|ying) out|works? (?:to|towards)|sign(?:s|ed)?(?: up to)?)",
        "The Force goes on to implement its [Night Strategy|document].",
        ("document",),
        reach=2,
    ),
    Rule(
        "brings-in",
        "uses",
        "after",
        r"(?:introduction|use|adoption) of|introduc(?:es?|ed|ing)|well-established",
        "It led to the introduction of [Caseline|system].",
        ("system",),
        reach=2,
        scope="narrative",
    ),
    Rule(
        "helps-body",
        "delivers",
        "after",
        r"(?:support|help)(?: to| for| both)?|roll-?out",
        "Support the [Moor Watch Group|partnership] to find homes.",
        ("partnership",),
        reach=1,
        scope="wording",
    ),
    Rule(
        "staffs-body",
        "delivers",
        "after",
        r"(?:newly|well|now) (?:formed|established)|established|(?:invested in )?establishing|recruited|dedicated",
        "Burglars fear our established [Moor Team|force-unit].",
        _OWN,
        reach=2,
        scope="narrative",
    ),
    Rule(
        "body-at-work",
        "delivers",
        "subject",
        r"(?:is|are|was|were|been) (?:now |also |recently |currently )*(?:established|set up|formed|staffed|rolled out"
        r"|developed|in place|appointed|recruited|trained)",
        "The [Moor Watch Group|partnership] was set up in May.",
        _OWN,
        reach=4,
        scope="narrative",
    ),
    Rule(
        "has-grown",
        "target",
        "subject",
        r"(?:has|have|was|were|been) (?:also )?(?:grown|expanded|increased|strengthened|signed|extended|enlarged"
        r"|restructured|reviewed|embedded)",
        "The [Moor Team|force-unit] has grown by two.",
        (*_OWN, "programme"),
        reach=4,
    ),
    Rule(
        "builds",
        "target",
        "after",
        rf"(?:support|help) (?:to|for)|resources? into|(?:{_BUILDING}) of|{to_forms(_BUILD)}|set(?:s|ting)? up"
        rf"|form(?:ed|ing)|writ(?:e|es|ing)|wrote|written|build(?:s|ing)?|built"
        rf"|roll(?:s|ed|ing)?[ -]?out|(?:re-?)?launch of|invest(?:s|ed|ing|ment)? in|provid(?:es?|ing)"
        r"|expand(?:s|ed|ing)? the use of|set out in|leadership (?:\w+ ){0,4}?(?:for|to)|inform(?:s|ed|ing)?"
        r"|align(?:s|ed|ing)?|progression of|strengthening|(?:first|second|third|next) round of|in place for",
        "The Force has developed a [Night Strategy|document].",
        THINGS,
        reach=3,
    ),
    Rule(
        "sets-up",
        "target",
        "after",
        rf"{to_forms('develop create design review upgrade replace redesign')}"
        r"|(?:development|creation|design) of",
        "The council designed the [Bright Start|programme] scheme.",
        ("programme",),
        reach=3,
    ),
    Rule(
        "helps-partner",
        "target",
        "after",
        r"(?:support the work of|(?:support|assist)(?:s|ed|ing)?(?: to| for)?|help(?:s|ed|ing)?(?: to)? (?:develop"
        r"|establish|build|set up|fund)|creat(?:es?|ed|ing)"
        r"|establish(?:es|ed|ing)?|develop(?:s|ed|ing)?|set(?:ting)? up)",
        "The police helped to set up the [Fernley Trust|partner].",
        ("partner", "partnership", "force-unit"),
        reach=2,
    ),
    Rule(
        "talks-to",
        "target",
        "after",
        r"(?:talks?|presentations?|inputs?|training|leaflets?|visits?|workshops?|awareness|sessions?|lessons?"
        r"|assembl(?:y|ies)|events?)(?: [\w-]+){0,4}? (?:to|for|at|in)",
        "Officers give talks to the [Moor Team|force-unit].",
        ("partner", "partnership", "place", "programme", "force-unit"),
        reach=5,
    ),
    Rule(
        "is-built",
        "target",
        "subject",
        rf"(?:is|are|was|were|be|been|being) (?:now |also |recently |being |been |currently )*(?:{_BUILT})",
        "The [Night Strategy|document] has been approved.",
        THINGS,
        reach=4,
    ),
    Rule(
        "document-said",
        "target",
        "subject",
        r"(?:is|are|was|were|has|have|had|will|sets?|identif\w+|shows?|showed|includ\w+|highlight\w*|inform\w*"
        r"|continues?"
        r"|remains?|acts?|provides?|found)",
        "The [Night Strategy|document] sets out five steps.",
        ("document",),
        reach=4,
        rank=2,
    ),
    Rule(
        "venue",
        "mentioned",
        "after",
        r"(?:met|meets?|meetings?|conference|handed in|events?|moved|took place|talks?|gave|stall|is based|are based"
        r"|works? from|launched|spoke)(?! [^.;]{0,60}?\b(?:patrol|visit|operation))[^.;,]{0,60}? (?:at|to|from)",
        "The panel met in May at [Lower Hall|place].",
        ("place",),
        reach=2,
    ),
    Rule(
        "place-worked-in",
        "target",
        "after",
        r"(?:in|at|across|within|around|for|on|throughout|to|near|covering|patrol(?:s|led|ling)?|visit(?:s|ed|ing)?"
        r"|of|and)",
        "Extra patrols took place in [Lower Moor|place].",
        ("place",),
        reach=4,
        rank=2,
    ),
    Rule(
        "place-listed",
        "target",
        "noun",
        r"(?:\w+ )?(?:profiles?|area|estate|ward|station|patrols?|project|pilot|scheme|site)",
        "[Lower Moor|place] local profile",
        ("place",),
        reach=1,
        rank=2,
    ),
)
