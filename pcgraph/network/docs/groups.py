"""The groups of partners, named by what their members share."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.network.docs.marks import say_places, to_item, to_text
from pcgraph.network.docs.material import Material
from pcgraph.network.findings import Group
from pcgraph.network.sentences import count_words, join_words

_MOST_GROUPS = 8
_MOST_NAMES = 3
_HEADING = "### Groups\n"
_WHAT = (
    "Partners that work more with each other than with the rest, named by what most members share; in brackets how "
    "many of them help. Groups are looked for {runs} times: “together” is in how many of these, on average, a member "
    "was with most of the others."
)


def write_groups(material: Material) -> list[str]:
    """The section of groups."""
    groups = material.findings.groups
    if not groups:
        return [_HEADING, "No two partners share a deliverable, so that there are no groups."]
    several = [group for group in groups if len(group.deliverables) > 1]
    single = [group for group in groups if len(group.deliverables) <= 1]
    lines = [_HEADING, f"{_WHAT.format(runs=material.findings.communities.runs)}\n"]
    lines += [_to_group(material, group) for group in several[:_MOST_GROUPS]]
    if more := len(several) - _MOST_GROUPS:
        lines += [f"- {count_words(more, 'more group')}: `pcgraph network groups`."] if more > 0 else []
    return lines + _list_rest(material, single)


def _to_group(material: Material, group: Group) -> str:
    shared = join_words([f"{material.parts.things[iri].id} ({n})" for iri, n in group.deliverables[:_MOST_NAMES]])
    names = join_words(material.to_names(group.members), most=_MOST_NAMES)
    runs = material.findings.communities.runs
    together = f"{round(group.sureness * runs, 1):g} of {runs}"
    words = f"{len(group.members):,} partners: {names}. They share {shared}; together {together}."
    return to_item(f"{group.name}.", words, material.list_proofs(group.members, [group.deliverables[0][0]]))


def _list_rest(material: Material, single: Sequence[Group]) -> list[str]:
    """Items for the groups of one deliverable, and for who is in no group."""
    items = []
    if single:
        told = [_describe_single(material, group) for group in single]
        verb = "is" if len(single) == 1 else "are each"
        count = count_words(len(single), "group" if len(single) == len(material.findings.groups) else "more group")
        words = f"{count} {verb} the partners of one deliverable: {join_words(told, most=_MOST_GROUPS)}."
        items.append(f"- {to_text(words)}")
    if alone := [one.partner.label for one in material.findings.partners.values() if one.role == "alone"]:
        words = f"In no group, as nobody else is named with their deliverables: {join_words(alone, most=_MOST_GROUPS)}."
        items.append(f"- {to_text(words)}")
    return items


def _describe_single(material: Material, group: Group) -> str:
    shared = [iri for iri, _ in group.deliverables]
    places = say_places(material.list_proofs(group.members, shared))
    known = join_words(material.to_ids(shared)) or group.name
    return " ".join(filter(None, (known, f"({'; '.join(filter(None, (f'{len(group.members):,}', places)))})")))
