"""What is taken from where a name stands in its clause and from its kind, where no words say more."""

from __future__ import annotations

from pcgraph.extract.parts.rule import Rule, Scope, Stands

_WORKERS = ("partner", "partnership", "programme", "force-unit", "post")
_OWN = ("partnership", "force-unit", "post")


def _by_place(
    name: str, role: str, stands: Stands, *, kinds: tuple[str, ...], example: str, words: str = "", scope: Scope = ""
) -> Rule:
    return Rule(name, role, stands, words, example, kinds, reach=0, rank=3, scope=scope)


KINDS: tuple[Rule, ...] = (
    Rule(
        "fund-named",
        "funds",
        "any",
        r"",
        "Three clubs drew on the [Bright Start Fund|programme].",
        ("programme",),
        reach=0,
        rank=3,
        surface=r"\b(?:fund|grants?|levy|bursar(?:y|ies))\b",
    ),
    Rule(
        "survey-named",
        "uses",
        "any",
        r"",
        "Trust grew again ([Residents Survey|programme]).",
        ("programme", "document", "partner"),
        reach=0,
        rank=3,
        surface=r"\b(?:surveys?|questionnaire|census|annual [\w ]*assessment)\b",
    ),
    Rule(
        "inspectorate-named",
        "inspects",
        "any",
        r"",
        "The [Crown Inspectorate|partner] grade.",
        ("partner",),
        reach=0,
        rank=3,
        surface=r"\b(?:inspectorate|hmic\w*|ombudsman)\b",
    ),
    _by_place(
        "programme-named",
        "delivers",
        "any",
        kinds=("programme",),
        example="Burglary fell again: [Operation Heron|programme].",
    ),
    _by_place(
        "does-something",
        "delivers",
        "head",
        kinds=_WORKERS,
        example="The [Moor Team|force-unit] rings the bell.",
        scope="narrative",
    ),
    _by_place(
        "owner-of-work",
        "delivers",
        "owner",
        kinds=_WORKERS,
        example="Chairs came out of the [Fernley Trust|partner]'s store.",
        scope="narrative",
    ),
    _by_place(
        "under-or-by",
        "delivers",
        "behind",
        kinds=_WORKERS,
        example="Forms are read under the [Fernley Trust|partner].",
        words="by|under|via|through",
        scope="narrative",
    ),
    _by_place(
        "unit-told",
        "target",
        "behind",
        kinds=("force-unit",),
        example="Staff moved to the [Moor Team|force-unit].",
        words="to|into|within",
    ),
    _by_place(
        "own-body",
        "delivers",
        "any",
        kinds=_OWN,
        example="A word on the [Moor Team|force-unit].",
        scope="narrative",
    ),
    _by_place(
        "partner-named",
        "supports",
        "any",
        kinds=("partner",),
        example="The knife arch was lent from the [Fernley Trust|partner].",
        scope="narrative",
    ),
    _by_place(
        "partner-asked",
        "supports",
        "behind",
        kinds=("partner", "partnership"),
        example="Write leaflets of the [Fernley Trust|partner].",
        words="from|with|of|against",
        scope="wording",
    ),
    _by_place(
        "worded-body",
        "target",
        "any",
        kinds=("partner", *_OWN),
        example="All [Moor Wardens|post].",
        scope="wording",
    ),
    _by_place(
        "worded-document",
        "uses",
        "any",
        kinds=("document",),
        example="Crimes in keeping by the [Night Standard|document].",
        scope="wording",
    ),
    _by_place(
        "document-drawn-on",
        "uses",
        "behind",
        kinds=("document",),
        example="Figures from the [Night Report|document].",
        words="from|by|against|under|through|via|with|at",
    ),
    _by_place(
        "document-named",
        "target",
        "any",
        kinds=("document",),
        example="There is a new [Night Strategy|document].",
    ),
    _by_place(
        "place-spoken-of",
        "target",
        "head",
        kinds=("place",),
        example="[Lower Moor|place] saw the largest fall.",
    ),
    _by_place(
        "place-named",
        "target",
        "object",
        kinds=("place",),
        example="Staff walked [Lower Moor|place].",
    ),
    _by_place(
        "worded-system",
        "target",
        "any",
        kinds=("system",),
        example="A replacement for [Caseline|system].",
        scope="wording",
    ),
    _by_place(
        "system-named",
        "uses",
        "any",
        kinds=("system",),
        example="[Caseline|system]: nine cases.",
    ),
)
