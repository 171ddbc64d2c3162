"""Who leads, chairs and co-ordinates, and who sits on a body."""

from __future__ import annotations

from pcgraph.extract.parts.rule import BODIES, NAME, Rule

_HEADED = "led|co-?led|headed|headed up|chaired|co-?chaired|convened|overseen|co-?ordinated|presided over|steered"
_HEADS = (
    "leads?|led|leading|chairs?|chaired|chairing|co-?chair(?:s|ed|ing)?|heads up|heading up|co-?ordinat(?:es?|ed|ing)"
    "|oversees?|oversaw|overseeing|convenes?|convened|presides? over|steers"
)
_LEAD = "(?:lead|leads|lead agency|lead body|lead organisation|lead force|chair|co-?chair|chairman|co-?ordinator)"
_SAT = "(?:attend(?:s|ed|ing)?|sits?|sat|sitting|is represented|are represented|serves?)"
_GROUP = "(?:group|board|panel|forum|meeting|conference|committee|partnership|network|team|hub)"

LEADS: tuple[Rule, ...] = (
    Rule(
        "led-by",
        "leads",
        "after",
        rf"(?:{_HEADED}) (?:\w+ )?(?:by|between)",
        "The group is chaired by [Fernley Council|partner].",
        BODIES,
        reach=8,
        bond="body",
    ),
    Rule(
        "under-leadership",
        "leads",
        "after",
        r"(?:under|with) the (?:leadership|direction|chairmanship|co-?ordination|oversight) of",
        "The work goes on under the leadership of the [Fernley Trust|partner].",
        BODIES,
        bond="body",
    ),
    Rule(
        "co-ordinated-through",
        "leads",
        "after",
        r"(?:co-?ordinated|overseen|governed|led) (?:\w+ )?(?:through|via|at)|governed (?:\w+ )?by",
        "Patrols are co-ordinated through the [Moor Watch Group|partnership].",
        ("partnership",),
    ),
    Rule(
        "leads",
        "leads",
        "subject",
        rf"(?:{_HEADS})(?! (?:\w+ )?(?:by|to)\b)",
        "[Fernley Council|partner] chairs the group.",
        (*BODIES, "programme"),
        bond="body",
    ),
    Rule(
        "led-piece",
        "leads",
        "noun",
        r"-?led(?! by)",
        "It drew on [Fernley University|partner] led research.",
        BODIES,
        reach=0,
    ),
    Rule(
        "body-chaired",
        "delivers",
        "after",
        r"(?:co-?)?chair(?:s|ed|ing)?|co-?leads?|convenes?|convened|oversees?|hosts?|hosted",
        "The mayor chairs the [Moor Watch Group|partnership].",
        ("partnership", "programme"),
        reach=2,
        rank=2,
    ),
    Rule(
        "is-lead",
        "leads",
        "subject",
        rf"(?:is|are|was|were|remains?|acts? as|becomes?|as) (?:also |now )?(?:the |a |an )?(?:\w+ )?{_LEAD}",
        "The [Fernley Trust|partner] remains the lead on this.",
        BODIES,
        bond="body",
    ),
    Rule(
        "in-the-chair",
        "leads",
        "noun",
        r"(?:in the chair|takes? the chair|took the chair|presiding)",
        "It met in May with the [Fernley Trust|partner] in the chair.",
        BODIES,
        reach=1,
        bond="body",
    ),
    Rule(
        "chair-of",
        "leads",
        "after",
        r"(?:chaired|chairs?|leadership) (?:is )?(?:held by|rests with|shared with|passed to)",
        "The chair is held by the [Fernley Trust|partner].",
        BODIES,
        bond="body",
    ),
)

MEMBERS: tuple[Rule, ...] = (
    Rule(
        "members-are",
        "member",
        "after",
        r"(?:core |other |standing )?(?:members|membership|attendees|core group)(?: of [^.;]{0,60}?)?,?"
        r" (?:which |who )?(?:includ(?:es?|ed|ing)|are|were|compris(?:es?|ed|ing)|consists? of|is made up of)",
        "Members of the Board include the [Fernley Trust|partner].",
        BODIES,
        reach=24,
        bond="body",
    ),
    Rule(
        "group-made-of",
        "member",
        "after",
        rf"(?:{_GROUP}|{NAME}\)?),? (?:\w+ )?(?:compris(?:es|ed|ing)(?: of)?|consist(?:s|ed|ing) of"
        rf"|(?:is |are )?made up of"
        rf"|brings? together)|{_GROUP} (?:also )?includ(?:es?|ed)",
        "The panel comprises [Fernley Council|partner] and the police.",
        BODIES,
        reach=16,
        bond="body",
    ),
    Rule(
        "attended-by",
        "member",
        "after",
        r"(?:attended|joined) (?:\w+ )?by",
        "The meeting is attended by [Fernley Council|partner].",
        BODIES,
        reach=16,
        bond="body",
    ),
    Rule(
        "representatives-from",
        "member",
        "after",
        r"(?:representatives?|representation|delegates?)(?: \w+){0,2} (?:from|of)",
        "Representatives attend from the [Fernley Trust|partner].",
        BODIES,
        reach=16,
        bond="body",
    ),
    Rule(
        "present-are",
        "member",
        "after",
        r"(?:present|invited|in attendance|members|(?:round|around|at) the table)(?:/\w+)? (?:are|were|is|was|sit)",
        "Also present are [Fernley Council|partner].",
        BODIES,
        reach=16,
        bond="body",
    ),
    Rule(
        "attends",
        "member",
        "subject",
        rf"{_SAT}(?! by\b)(?: \w+){{0,2}}? (?:the|a|an|on|at|this|these|our|its|regular|monthly|weekly|quarterly"
        r"|from|since|every|each|all|both|most|in)",
        "The [Fernley Trust|partner] sits on the Board.",
        (*BODIES, "programme"),
        bond="body",
    ),
    Rule(
        "takes-part",
        "member",
        "subject",
        r"(?:(?:takes?|took|taking) part|participat(?:es?|ed|ing)|is involved|are involved) in",
        "The [Fernley Trust|partner] takes part in the panel.",
        (*BODIES, "programme"),
        bond="body",
    ),
    Rule(
        "is-member",
        "member",
        "subject",
        r"(?:is|are|was|were|became|becomes?|remains?"
        r"|to be) (?:also )?(?:an? )?(?:(?!with\b)[\w-]+ ){0,2}(?:members?|partners?)",
        "The [Fernley Trust|partner] is a statutory member.",
        (*BODIES, "programme"),
        bond="body",
    ),
    Rule(
        "body-attended",
        "supports",
        "after",
        r"attend(?:s|ed|ing)?(?: at)?|(?:sits?|sat|sitting) on|(?:members?|partners?) of|represented (?:on|at|in)"
        r"|(?:takes?|taking|took) part in|participat(?:e|es|ed|ing|ion) in|signed up to|joined",
        "The Force is an active member of the [Moor Watch Group|partnership].",
        ("partnership",),
        reach=6,
    ),
)
