"""Find pieces of work that resemble each other and have no partner in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pcgraph.network import queries
from pcgraph.network.parts import Parts
from pcgraph.network.read import read_parts, to_key
from pcgraph.network.scope import Scope, narrow_parts, read_scope
from pcgraph.network.suggest.wordings import Wordings
from pcgraph.network.suggest.works import Helper, Work, list_works
from pcgraph.propose.alike import Alike
from pcgraph.store.base import Store

LEAST = 0.12
"""Wordings less alike (cosine of their rare words) are no reason to bring two pieces of work together."""

SHARED, THEME = 0.25, 0.1
"""The share by which likeness grows for each of an outcome in common, a programme in common and a partner of the one
that is named with the other; and for the same theme."""

_MOST = 10
"""As many alike are looked at for one piece of work, at most."""

_EVERYTHING = Scope()
_DELIVERABLE = "Deliverable"
_Bodies = defaultdict[str, set[str]]

Progress = Callable[[int, int], None]
"""Told how many pieces of work of how many are done."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two pieces of work whose partners could work together; worked out, judged by nobody.

    Attributes:
        first: The one that comes first in the order of deliverables.
        second: The other.
        alike: How much speaks for it, 0 to 1: likeness of the wordings, more where they share more than words.
        words: The words that both wordings have, as the first prints them, those that tell most first.
        outcomes: The IRIs of the outcomes that both were judged to help, in order.
        programmes: The IRIs of the programmes through which both are delivered, in order.
        is_same_theme: Whether both are of one theme.
        mentioned: Partners of the one that are named with the other, but not as helping.
        meetings: Pairs of a partner of the one and a body, a partner of the other, of which it is a member.
    """

    first: Work
    second: Work
    alike: float
    words: tuple[str, ...]
    outcomes: tuple[str, ...]
    programmes: tuple[str, ...]
    is_same_theme: bool
    mentioned: tuple[Helper, ...]
    meetings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All suggestions.

    Attributes:
        parts: What was read, narrowed but for the theme.
        scope: What was asked for, in ids.
        works: How many pieces of work were held against each other.
        items: The suggestions, the strongest first.
    """

    parts: Parts
    scope: Scope
    works: int
    items: tuple[Suggestion, ...]


def suggest_partners(
    store: Store, scope: Scope = _EVERYTHING, *, one_sided: bool = False, on_progress: Progress | None = None
) -> Suggestions:
    """Who could work together: deliverables that are alike and have no partner in common.

    Versions of one deliverable in several plans are one piece of work. A partner that they have in common in any
    document, within the scope or not, rules a pair out.

    Args:
        store: The graph to read.
        scope: What to narrow it to; of a pair, one must be of the theme.
        one_sided: Only pairs of which one has no partner, instead of those where both have some.
        on_progress: Told how many pieces of work of how many are done.

    Raises:
        QueryError: A filter means nothing, or leaves nothing.
    """
    resolved = read_scope(store, scope)[1]
    rows = store.select(queries.select_pairs("continuedBy"), view=resolved.view).rows
    lineage = [(str(earlier), str(later)) for earlier, later in rows]
    parts = read_parts(store, view=resolved.view)
    return compare_works(parts, resolved, lineage=lineage, one_sided=one_sided, on_progress=on_progress)


def compare_works(
    whole: Parts,
    scope: Scope = _EVERYTHING,
    *,
    lineage: Iterable[tuple[str, str]] = (),
    one_sided: bool = False,
    on_progress: Progress | None = None,
) -> Suggestions:
    """The suggestions for parts that were read.

    Args:
        whole: The parts, not narrowed yet.
        scope: What to narrow them to, in ids.
        lineage: Pairs of the IRIs of an earlier deliverable and the later one in which it goes on.
        one_sided: As in `suggest_partners`.
        on_progress: Told how many pieces of work of how many are done.

    Raises:
        QueryError: The scope leaves nothing.
    """
    parts = narrow_parts(whole, replace(scope, theme=""))
    works = list_works(parts, lineage, whole=whole, among=_list_asked(parts, scope))
    items = _Finder(parts, works, one_sided=one_sided).iter_suggestions(scope.theme, on_progress)
    ordered = sorted(items, key=lambda one: (-one.alike, to_key(one.first.deliverable), to_key(one.second.deliverable)))
    return Suggestions(parts, scope, len(works), tuple(ordered))


def _list_asked(parts: Parts, scope: Scope) -> Collection[str]:
    """The deliverables asked about: all of the plan, or those with which a report or a role names a partner."""
    if scope.report or scope.roles:
        return {part.deliverable for part in parts.parts}
    things = (thing for thing in parts.things.values() if thing.kind == _DELIVERABLE)
    return {thing.iri for thing in things if scope.plan in ("", thing.plan)}


class _Finder:
    """Holds pieces of work against each other.

    Args:
        parts: What was read.
        works: The pieces of work.
        one_sided: Whether one of a pair must have no partner, or none of them.
    """

    def __init__(self, parts: Parts, works: Sequence[Work], *, one_sided: bool) -> None:
        self._one_sided = one_sided
        self._things = parts.things
        self._works = {work.deliverable.iri: work for work in works}
        self._wordings = Wordings({iri: work.deliverable.label for iri, work in self._works.items()})
        self._bodies = _Bodies(set)
        for link in parts.memberships:
            self._bodies[link.source].add(link.target)

    def iter_suggestions(self, theme: str, on_progress: Progress | None) -> Iterator[Suggestion]:
        """Each pair once, in no order."""
        weights = self._wordings.weights
        alike = Alike(weights, dict.fromkeys(weights, frozenset()))
        likeness: dict[tuple[Work, Work], float] = {}
        for done, work in enumerate(self._works.values(), start=1):
            fits = partial(self._fits, work, theme)
            for iri, likely in alike.find_close(work.deliverable.iri, least=LEAST, most=_MOST, where=fits):
                likeness[self._order(work, self._works[iri])] = likely
            if on_progress:
                on_progress(done, len(self._works))
        return (self._suggest(*pair, likely) for pair, likely in likeness.items())

    def _fits(self, work: Work, theme: str, iri: str) -> bool:
        """Whether a piece of work may be brought together with another."""
        other = self._works[iri]
        is_one_sided = bool(work.helpers) != bool(other.helpers)
        is_two_sided = bool(work.helpers and other.helpers)
        is_of_theme = theme in ("", work.deliverable.theme, other.deliverable.theme)
        is_wanted = is_one_sided if self._one_sided else is_two_sided
        return is_of_theme and is_wanted and work.partners.isdisjoint(other.partners)

    def _order(self, work: Work, other: Work) -> tuple[Work, Work]:
        return (work, other) if to_key(work.deliverable) < to_key(other.deliverable) else (other, work)

    def _suggest(self, first: Work, second: Work, likeness: float) -> Suggestion:
        one, other = first.deliverable, second.deliverable
        outcomes, programmes = first.outcomes & second.outcomes, first.programmes & second.programmes
        is_same_theme = bool(one.theme) and one.theme == other.theme
        mentioned = (*_list_mentioned(first, second), *_list_mentioned(second, first))
        shared = sum(map(bool, (outcomes, programmes, mentioned)))
        return Suggestion(
            first=first,
            second=second,
            # rounded, so that the last digit of a logarithm decides nothing
            alike=round(min(1.0, likeness * (1.0 + SHARED * shared + THEME * is_same_theme)), 9),
            words=self._wordings.find_shared(one.iri, other.iri),
            outcomes=self._sort(outcomes),
            programmes=self._sort(programmes),
            is_same_theme=is_same_theme,
            mentioned=mentioned,
            meetings=(*self._iter_meetings(first, second), *self._iter_meetings(second, first)),
        )

    def _sort(self, iris: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(iris, key=lambda iri: to_key(self._things[iri])))

    def _iter_meetings(self, work: Work, other: Work) -> Iterator[tuple[str, str]]:
        """The partners of the one that are members of a partner of the other."""
        for helper in work.helpers:
            for body in self._sort(self._bodies.get(helper.partner.iri, set()) & other.partners):
                yield helper.partner.iri, body


def _list_mentioned(work: Work, other: Work) -> tuple[Helper, ...]:
    """The places where the other piece of work names partners of the one, but not as helping."""
    return tuple(helper for helper in other.mentioned if helper.partner.iri in work.partners)
