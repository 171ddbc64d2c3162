"""What the members of a group have in common, and the name that it gets from that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from pcgraph.network.communities import Groups
from pcgraph.network.findings import Group
from pcgraph.network.linking import PartnerNetwork
from pcgraph.network.parts import Parts, Thing

_LONGEST_NAME = 60


def describe_groups(
    parts: Parts, graph: PartnerNetwork, communities: Groups, ranking: Sequence[str]
) -> tuple[Group, ...]:
    """Each group with what its members share.

    Args:
        parts: What the network was made from.
        graph: Partners and the deliverables that they help with.
        communities: The groups.
        ranking: The IRIs of all partners, the one to be named first first.
    """
    rank = {partner: i for i, partner in enumerate(ranking)}
    return tuple(
        _describe(parts, graph, communities.sureness, number, sorted(members, key=rank.__getitem__))
        for number, members in enumerate(communities.members, start=1)
    )


def _describe(
    parts: Parts, graph: PartnerNetwork, sureness: Mapping[str, float], number: int, members: Sequence[str]
) -> Group:
    links = Counter(deliverable for member in members for deliverable in graph[member])
    themes = Counter(dict.fromkeys(sorted({parts.things[one].theme for one in links} - {""}), 0))
    for deliverable, count in links.items():
        if theme := parts.things[deliverable].theme:
            themes[theme] += count
    shared = [(one, count) for one, count in links.items() if count > 1]
    # what all its partners are members of says more of a group than what half the network helps with
    shared.sort(key=lambda pair: (-pair[1], graph.degree(pair[0]), parts.things[pair[0]].order, pair[0]))
    return Group(
        number=number,
        name=name_group([parts.things[one] for one in _pick_covering(graph, members, shared)]),
        members=tuple(members),
        themes=tuple(themes.most_common()),
        deliverables=tuple(shared),
        sureness=fsum(sureness[member] for member in members) / len(members),
    )


def _pick_covering(graph: PartnerNetwork, members: Sequence[str], shared: Iterable[tuple[str, int]]) -> list[str]:
    """The most shared deliverables, up to three, until more than half of the members help with one of them."""
    covered: set[str] = set()
    picked: list[str] = []
    for deliverable, _ in shared:
        more = {member for member in members if graph.has_edge(member, deliverable)} - covered
        if more and len(picked) < 3 and 2 * len(covered) <= len(members):
            picked.append(deliverable)
            covered |= more
    return picked


def name_group(deliverables: Sequence[Thing]) -> str:
    """A group's name: the first deliverable's id and words, and the ids of further ones.

    Args:
        deliverables: What its members share, the most telling first.
    """
    if not deliverables:
        return "Nothing shared by two members"
    first, *others = deliverables
    also = f" (with {' and '.join(one.id for one in others)})" if others else ""
    return f"{first.id} {shorten(first.label)}{also}"


def shorten(words: str, most: int = _LONGEST_NAME) -> str:
    """Words cut at a space, so that they fit.

    >>> shorten("Improve the partnership response", 24)
    'Improve the partnership…'
    """
    plain = " ".join(words.split())
    if len(plain) <= most:
        return plain
    return f"{plain[:most].rpartition(' ')[0].rstrip(' ,;:-') or plain[: most - 1]}…"
