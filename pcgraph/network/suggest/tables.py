"""Suggestions as a table; each row says that it is one, why it was made, and where the partners are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pcgraph.network.sentences import count_words, describe_places, describe_scope, join_words
from pcgraph.network.suggest.find import LEAST, SHARED, THEME, Suggestion, Suggestions
from pcgraph.network.suggest.works import Helper, Work
from pcgraph.render.records import Records, Value

SUGGESTION = "suggestion, judged by nobody"
"""What every row says of itself."""

_COLUMNS = (
    ("what", "What this is"),
    ("sentence", "In words"),
    ("alike", "Alike"),
    ("deliverable", "Deliverable"),
    ("wording", "Wording"),
    ("partners", "Partners, and where named"),
    ("other", "Other deliverable"),
    ("other_wording", "Its wording"),
    ("other_partners", "Its partners, and where named"),
)
_NOBODY = "no partner is named"
_MOST_WORDS = 3
_MOST_NAMES = 3
_METHOD = (
    "Suggestions, worked out from words; nobody has judged them. Deliverables are held against each other by their "
    "wordings, rare words counting more (cosine of inverse document frequencies, Spärck Jones 1972; 0 to 1, pairs "
    f"below {LEAST} left out). An outcome or a programme in common, or a partner of the one named with the other, each "
    f"makes them more alike by {SHARED:.0%}, the same theme by {THEME:.0%}. A partner that any document names with "
    "both as helping rules a pair out."
)
_VERSIONS = {
    "all": "Versions of one deliverable in several plans count as one.",
    "agreed": "Versions of one deliverable in several plans count as one where the office agreed that they are.",
    "stated": "Which deliverables are versions of one is judged; here they stand apart.",
}


def to_suggestion_records(found: Suggestions, *, top: int = 0) -> Records:
    """One row a suggestion, the strongest first.

    Args:
        found: The suggestions.
        top: How many at most; all when 0.
    """
    items = found.items[: top or None]
    rows = tuple(_to_row(found, one) for one in items)
    narrowed = found.scope.describe()
    title = "Suggestions: who could work together"
    shown = (
        f"{len(items)} of {count_words(len(found.items), 'suggestion')} shown." if len(items) < len(found.items) else ""
    )
    partners = len({part.partner for part in found.parts.parts})
    scope = describe_scope(found.parts, found.scope, partners=partners)
    note = " ".join(filter(None, (_METHOD, _VERSIONS[found.scope.view], shown, scope)))
    return Records(f"{title} ({narrowed})" if narrowed else title, _COLUMNS, rows, note)


def _to_row(found: Suggestions, one: Suggestion) -> tuple[Value, ...]:
    sides = (_to_side(work) for work in (one.first, one.second))
    values = (value for side in sides for value in side)
    return (SUGGESTION, describe_suggestion(found, one), round(one.alike, 2), *values)


def _to_side(work: Work) -> tuple[str, str, str]:
    named = [f"{helper.partner.label} ({describe_places(helper.proofs)})" for helper in work.helpers]
    return work.deliverable.id, work.deliverable.label, "; ".join(named) or _NOBODY


def describe_suggestion(found: Suggestions, one: Suggestion) -> str:
    """Why a suggestion was made, in sentences."""
    return " ".join(_iter_sentences(found, one))


def _iter_sentences(found: Suggestions, one: Suggestion) -> Iterator[str]:
    things = found.parts.things
    yield _describe_who(one)
    quoted = join_words([f"“{phrase}”" for phrase in one.words[:_MOST_WORDS]])
    yield f"Both wordings speak of {quoted}."
    if one.outcomes:
        codes = join_words([things[iri].code for iri in one.outcomes])
        yield f"Both were judged to help {codes}{_describe_review(found, one)}."
    if one.programmes:
        yield f"Both are delivered through {join_words([things[iri].label for iri in one.programmes])}."
    yield from _iter_mentioned(one.mentioned)
    for partner, body in one.meetings[:_MOST_NAMES]:
        yield f"{things[partner].label} is a member of {things[body].label}: these two meet already."
    yield f"No partner is named with both{_describe_themes(one)}."


def _describe_who(one: Suggestion) -> str:
    """Who could work with whom, on what."""
    ids = one.first.deliverable.id, one.second.deliverable.id
    names = [
        join_words([helper.partner.label for helper in work.helpers], most=_MOST_NAMES)
        for work in (one.first, one.second)
    ]
    if not all(names):
        helped, alone = (ids[0], ids[1]) if names[0] else (ids[1], ids[0])
        return (
            f"Suggestion: {names[0] or names[1]} of {helped} could be asked about {alone}, with which nobody is named."
        )
    return f"Suggestion: {names[0]} of {ids[0]} could work with {names[1]} of {ids[1]}."


def _describe_review(found: Suggestions, one: Suggestion) -> str:
    """Whether the office agreed to the judgements of both."""
    versions = one.first.versions | one.second.versions
    judged = [
        made for made in found.parts.contributions if made.outcome in one.outcomes and made.deliverable in versions
    ]
    return "" if all(made.is_agreed for made in judged) else " (proposed, not yet agreed by the office)"


def _iter_mentioned(mentioned: Iterable[Helper]) -> Iterator[str]:
    for helper in list(mentioned)[:_MOST_NAMES]:
        places = describe_places(helper.proofs)
        yield f"{helper.partner.label} is named with the other, too, but not as helping ({places})."


def _describe_themes(one: Suggestion) -> str:
    themes = [work.deliverable.theme.rpartition("/")[2] for work in (one.first, one.second)]
    if one.is_same_theme:
        return f"; both are of {themes[0]}"
    return f"; one is of {themes[0]}, the other of {themes[1]}" if all(themes) else ""
