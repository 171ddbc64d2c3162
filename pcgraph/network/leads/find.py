"""Who leads what, counted by post, unit and theme."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pcgraph.network.leads.concentration import count_holders_of_half
from pcgraph.network.parts import Link, Parts, Proof, Thing
from pcgraph.network.read import to_key
from pcgraph.network.reliance.index import to_herfindahl
from pcgraph.network.scope import Scope, read_scope
from pcgraph.store.base import Store

_EVERYTHING = Scope()
_ACTION = "Force action"

ThemePair = tuple[str, str]
"""The ids of two themes, sorted."""


@dataclass(frozen=True, slots=True)
class Load:
    """What one post, or all posts of one unit, lead; an item that several lead counts for each of them.

    Attributes:
        name: The post's or the unit's name; empty for posts whose unit is not stated.
        unit: The unit's name; empty where it is not stated.
        posts: The names of the posts, sorted.
        deliverables: The deliverables led, as people number them.
        actions: The force actions led, likewise.
        share: Of all leads counted, 0 to 1.
        themes: The ids of the themes, each with how many items lie there, by id.
        joins: Pairs of themes in which it leads and no other does.
        proofs: Where the documents say so.
    """

    name: str
    unit: str
    posts: tuple[str, ...]
    deliverables: tuple[Thing, ...]
    actions: tuple[Thing, ...]
    share: float
    themes: tuple[tuple[str, int], ...]
    joins: tuple[ThemePair, ...]
    proofs: tuple[Proof, ...]

    @property
    def total(self) -> int:
        """Deliverables and actions together."""
        return len(self.deliverables) + len(self.actions)


@dataclass(frozen=True, slots=True)
class Parted:
    """An action none of whose leads leads its deliverable.

    Attributes:
        action: The action.
        leads: The posts that lead it.
        deliverable: Its deliverable.
        their_leads: The posts that lead that.
        is_same_unit: Whether a post of the one and a post of the other are of one unit; None where a unit that it
            depends on is not stated.
        proofs: Where the documents name all these leads.
    """

    action: Thing
    leads: tuple[Thing, ...]
    deliverable: Thing
    their_leads: tuple[Thing, ...]
    is_same_unit: bool | None
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Leads:
    """All that is found of the leads.

    Attributes:
        parts: What it was found in.
        scope: What it was narrowed to, in ids.
        posts: The load of each post, the highest first.
        units: The load of each unit, the highest first.
        parted: The actions led by others than their deliverable, in their order.
        compared: How many actions have a lead and a deliverable with one.
        concentration: The Herfindahl–Hirschman index of the posts' loads, 0 to 1.
        half: The fewest posts that together lead at least half.
    """

    parts: Parts
    scope: Scope
    posts: tuple[Load, ...]
    units: tuple[Load, ...]
    parted: tuple[Parted, ...]
    compared: int
    concentration: float
    half: int

    @property
    def leads(self) -> int:
        """How many leads were counted: an item that two posts lead makes two."""
        return sum(post.total for post in self.posts)


def find_leads(store: Store, scope: Scope = _EVERYTHING) -> Leads:
    """How the leads of deliverables and actions are spread.

    A lead is stated for the row that it stands in: actions do not inherit their deliverable's lead.

    Args:
        store: The graph to read.
        scope: What to narrow it to; roles say nothing of leads.

    Raises:
        QueryError: A filter means nothing, or leaves nothing.
    """
    return weigh_leads(*read_scope(store, scope, links="leads"))


def weigh_leads(parts: Parts, scope: Scope = _EVERYTHING) -> Leads:
    """How the leads of parts that were read and narrowed are spread.

    Args:
        parts: The parts.
        scope: What they were narrowed to, to be told of.
    """
    posts = _weigh(parts, [(link.target, link) for link in parts.leads])
    units = _weigh(parts, [(parts.things[link.target].unit, link) for link in parts.leads])
    parted, compared = _part(parts)
    counts = [post.total for post in posts]
    return Leads(parts, scope, posts, units, parted, compared, to_herfindahl(counts), count_holders_of_half(counts))


def _weigh(parts: Parts, grouped: Iterable[tuple[str, Link]]) -> tuple[Load, ...]:
    """The load of each group of leads, the highest first."""
    groups: dict[str, list[Link]] = defaultdict(list)
    for key, link in grouped:
        groups[key].append(link)
    total = sum(len({link.source for link in links}) for links in groups.values())
    themes = {key: Counter(_list_themes(parts, links)) for key, links in groups.items()}
    joining = _count_joins(themes.values())
    made = (_to_load(parts, key, links, themes[key], total, joining) for key, links in groups.items())
    return tuple(sorted(made, key=lambda load: (-load.total, load.name.casefold(), load.name)))


def _list_themes(parts: Parts, links: Iterable[Link]) -> list[str]:
    """The theme of each item led; what has none is left out."""
    found = (parts.things[iri].theme for iri in dict.fromkeys(link.source for link in links))
    return [theme for theme in found if theme]


def _count_joins(themes: Iterable[Mapping[str, int]]) -> Counter[ThemePair]:
    """How many lead in both themes of each pair."""
    return Counter(pair for one in themes for pair in combinations(sorted(one), 2))


def _to_load(
    parts: Parts,
    key: str,
    links: Sequence[Link],
    themes: Mapping[str, int],
    total: int,
    joining: Mapping[ThemePair, int],
) -> Load:
    posts = _sort(parts, (link.target for link in links))
    items = _sort(parts, (link.source for link in links))
    return Load(
        name=parts.things[key].label if key in parts.things else key,
        unit=posts[0].unit,
        posts=tuple(post.label for post in posts),
        deliverables=tuple(item for item in items if item.kind != _ACTION),
        actions=tuple(item for item in items if item.kind == _ACTION),
        share=len(items) / total,
        themes=tuple(sorted(themes.items())),
        joins=tuple(pair for pair in combinations(sorted(themes), 2) if joining[pair] == 1),
        proofs=tuple(proof for link in links for proof in link.proofs),
    )


def _part(parts: Parts) -> tuple[tuple[Parted, ...], int]:
    """The actions led by others than their deliverable, and how many were looked at."""
    leads: dict[str, list[Link]] = defaultdict(list)
    for link in parts.leads:
        leads[link.source].append(link)
    found, compared = [], 0
    for action in _sort(parts, (iri for iri in leads if parts.things[iri].kind == _ACTION)):
        own = leads[action.iri]
        deliverable = next((proof.deliverable for link in own for proof in link.proofs if proof.deliverable), "")
        theirs = leads.get(deliverable, [])
        compared += bool(theirs)
        if theirs and {link.target for link in own}.isdisjoint(link.target for link in theirs):
            found.append(_to_parted(parts, action, own, deliverable, theirs))
    return tuple(found), compared


def _to_parted(parts: Parts, action: Thing, own: Sequence[Link], deliverable: str, theirs: Sequence[Link]) -> Parted:
    leads = _sort(parts, (link.target for link in own))
    their_leads = _sort(parts, (link.target for link in theirs))
    proofs = tuple(proof for link in (*own, *theirs) for proof in link.proofs)
    is_same = _is_same_unit(leads, their_leads)
    return Parted(action, leads, parts.things[deliverable], their_leads, is_same, proofs)


def _is_same_unit(leads: Iterable[Thing], others: Iterable[Thing]) -> bool | None:
    units, their_units = {lead.unit for lead in leads}, {lead.unit for lead in others}
    if (units & their_units) - {""}:
        return True
    return None if "" in units | their_units else False


def _sort(parts: Parts, iris: Iterable[str]) -> tuple[Thing, ...]:
    """Each thing once, as people name and number them."""
    return tuple(sorted((parts.things[iri] for iri in set(iris)), key=to_key))
