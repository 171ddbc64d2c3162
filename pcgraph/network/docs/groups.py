"""The groups of partners, named by what their members share."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.network.docs.marks import say_places, to_item, to_text
from pcgraph.network.docs.material import Material
from pcgraph.network.findings import Group
from pcgraph.network.sentences import count_words, join_words

_MOST_GROUPS = 8
_MOST_NAMES = 2
_HEADING = "### Groups\n"
_WHAT = (
    "Partners that work more with each other than with the rest, named by what most members share, with how many of "
    "them help in brackets. Groups were looked for {runs} times: “together” says in how many of these a member was "
    "with most of the others, on average."
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
    if len(several) > _MOST_GROUPS:
        lines.append(f"- {count_words(len(several) - _MOST_GROUPS, 'more group')}: `pcgraph network groups`.")
    return lines + _list_rest(material, single)


def _to_group(material: Material, group: Group) -> str:
    shared = join_words([f"{material.parts.things[iri].id} ({n})" for iri, n in group.deliverables[:_MOST_NAMES]])
    names = join_words(material.to_names(group.members), most=_MOST_NAMES)
    runs = material.findings.communities.runs
    words = f"{names} share {shared}; together {round(group.sureness * runs, 1):g} of {runs}."
    return to_item(group.name, words, material.list_proofs(group.members, [group.deliverables[0][0]]))


def _list_rest(material: Material, single: Sequence[Group]) -> list[str]:
    """Items for the groups of one deliverable, and for who is in no group."""
    items = []
    if single:
        told = [_describe_single(material, group) for group in single]
        more = "more " if len(single) < len(material.findings.groups) else ""
        verb = "is" if len(single) == 1 else "are each"
        words = f"{count_words(len(single), f'{more}group')} {verb} the partners of one deliverable: "
        items.append(f"- {to_text(words + join_words(told, most=_MOST_GROUPS))}.")
    if alone := sum(one.role == "alone" for one in material.findings.partners.values()):
        words = f"{count_words(alone, 'partner')} {'is' if alone == 1 else 'are'} in no group"
        items.append(f"- {words}: nobody else is named with their deliverables.")
    return items


def _describe_single(material: Material, group: Group) -> str:
    """A deliverable with how many are named with it, and where; the group's name where it has none."""
    shared = [iri for iri, _ in group.deliverables]
    places = say_places(material.list_proofs(group.members, shared))
    known = join_words(material.to_ids(shared)) or group.name
    return f"{known} ({'; '.join(filter(None, (f'{len(group.members):,}', places)))})"
