"""How much rests on how few, in words for a board."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcgraph.network.parts import Parts
from pcgraph.network.reliance.find import Reliance
from pcgraph.network.sentences import count_words, join_words

_MOST_NAMES = 3
_MOST_COVER = 6


def describe_reliance(parts: Parts, one: Reliance) -> str:
    """What a thing rests on: who is named with how much of it, what has one partner only, who touches all."""
    if one.unit == "deliverable":
        return _describe_deliverable(parts, one)
    return " ".join(_iter_sentences(parts, one))


def _describe_deliverable(parts: Parts, one: Reliance) -> str:
    names = [parts.things[iri].label for iri, _ in one.counts]
    if len(names) == 1:
        return f"Only {names[0]} is named with it."
    return f"{count_words(len(names), 'partner')} are named with it: {join_words(names, most=_MOST_COVER)}."


def _iter_sentences(parts: Parts, one: Reliance) -> Iterator[str]:
    if not one.counts:
        yield f"No partner is named with {_name_deliverables(one)}."
        return
    names = [parts.things[iri].label for iri, _ in one.counts]
    share = f"{'all' if len(one.helped) == len(one.deliverables) else len(one.helped)} of {_name_deliverables(one)}"
    if len(one.deliverables) == 1:
        share = _name_deliverables(one)
    if len(names) == 1:
        yield f"Only {names[0]} is named, with {share}."
        return
    yield f"{count_words(len(names), 'partner')} are named with {share}{_describe_organisation(parts, one)}."
    if len(one.helped) > 1:
        yield _describe_evenness(parts, one)
    if one.only:
        yield _describe_only(parts, one)
    if len(one.helped) > 1:
        yield from _iter_cover(parts, one)


def _name_deliverables(one: Reliance) -> str:
    size = len(one.deliverables)
    if one.links:
        return "the one deliverable that helps it" if size == 1 else f"the {size:,} deliverables that help it"
    return f"its {count_words(size, 'deliverable')}"


def _describe_organisation(parts: Parts, one: Reliance) -> str:
    """Which of the partners is the only organisation, where the others are boards and panels made of partners."""
    found = [parts.things[iri] for iri, _ in one.counts if parts.things[iri].kind == "Partner"]
    return f", only one of them an organisation: {found[0].label}" if len(found) == 1 else ""


def _describe_evenness(parts: Parts, one: Reliance) -> str:
    often = [f"{parts.things[iri].label} ({count})" for iri, count in one.counts if count > 1]
    if not often:
        return "None is named with more than one of them."
    alike = f"as if {1 / one.index:.1f} partners were named equally often"
    return f"Most often {join_words(often, most=_MOST_NAMES)}; in all, {alike}."


def _describe_only(parts: Parts, one: Reliance) -> str:
    shown = [f"{parts.things[deliverable].id} ({parts.things[partner].label})" for deliverable, partner in one.only]
    verb = "have" if len(shown) > 1 else "has"
    return f"{count_words(len(shown), 'deliverable')} {verb} one partner only: {join_words(shown, most=_MOST_COVER)}."


def _iter_cover(parts: Parts, one: Reliance) -> Iterator[str]:
    """Who would have to leave for each deliverable to lose somebody."""
    cover, touched = one.cover, f"each of these {len(one.helped)}"
    always = [parts.things[iri].label for iri in cover.members if iri in cover.always]
    others = [parts.things[iri].label for iri in cover.members if iri not in cover.always]
    named = _name_members(always, others)
    if len(cover.members) == 1:
        yield f"If one partner left, {named}, {touched} would lose a partner."
    elif cover.is_exact:
        yield f"At least {len(cover.members)} partners would have to leave for {touched} to lose a partner: {named}."
    else:
        yield f"If {len(cover.members)} partners left, {touched} would lose a partner (fewer may do): {named}."
    if bare := sum(set(partners) <= set(cover.members) for partners in one.helped.values()):
        yield f"{bare:,} of them would then have no partner named."


def _name_members(always: Sequence[str], others: Sequence[str]) -> str:
    """Who they are: those without whom it does not go, and examples of the others."""
    if not others:
        return join_words(always, most=_MOST_COVER)
    such = f"such as {join_words(others, most=_MOST_NAMES)}"
    more = "one more" if len(others) == 1 else f"{len(others)} more"
    return f"always {join_words(always, most=_MOST_COVER)}, and {more} {such}" if always else such
