"""The fewest members that touch every one of some sets: a minimum hitting set.

Exact by branch and bound: take a set that nobody touches yet, try each of its members in turn, and give a branch
up once as many sets that have no member in common are left as would make it no better than the best known. Sets
and members are bits of whole numbers.

Source:
    The problem is the thirteenth of R. M. Karp, Reducibility among Combinatorial Problems (1972), 85-103:
    https://doi.org/10.1007/978-1-4684-2001-2_9; no way is known that is quick for every network.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

MOST_WORK = 500_000
"""How many sets the search looks at before it settles for the best found so far: about a third of a second.

Work, not time, is counted, so that every machine gives the same answer.
"""

MOST_SETS = 400
"""From more sets than that, none of which holds another, the greedy answer is taken at once."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A smallest choice of members that touches every set.

    Attributes:
        members: The members, the one that touches most first.
        always: Those of them that are for sure in every choice of that size; the others could be replaced.
        is_exact: Whether no smaller choice exists for sure; else it is the best found.
    """

    members: tuple[str, ...]
    always: tuple[str, ...]
    is_exact: bool


def find_smallest_cover(sets: Iterable[Collection[str]], *, most_work: int = MOST_WORK) -> Cover:
    """The fewest members that touch every set; of several choices, the same one every time.

    Args:
        sets: Sets of members; empty ones, which nobody can touch, count for nothing.
        most_work: How many sets to look at; see `MOST_WORK`.

    >>> find_smallest_cover([{"a", "b"}, {"b", "c"}, {"d"}])
    Cover(members=('b', 'd'), always=('b', 'd'), is_exact=True)
    """
    kept = _keep_smallest(sets)
    search = _Search(kept, most_work)
    greedy = search.choose_greedily()
    if len(kept) > MOST_SETS:
        return Cover(search.to_names(greedy), always=(), is_exact=False)
    best = search.improve(greedy)
    is_exact = search.work >= 0
    always = [member for member in best if search.is_needed_always(member, len(best))]
    return Cover(search.to_names(best), search.to_names(always), is_exact)


def _keep_smallest(sets: Iterable[Collection[str]]) -> list[frozenset[str]]:
    """The sets that hold no other: who touches these touches all."""
    kept: list[frozenset[str]] = []
    for one in sorted({frozenset(each) for each in sets if each}, key=lambda each: (len(each), sorted(each))):
        if not any(other <= one for other in kept):
            kept.append(one)
    return kept


class _Search:
    """A search through the choices.

    Args:
        sets: Sets of which none holds another.
        work: How many sets may be looked at; below 0 once it is used up.
    """

    def __init__(self, sets: Sequence[frozenset[str]], work: int) -> None:
        names = sorted({name for one in sets for name in one})
        touched = {name: sum(1 << i for i, one in enumerate(sets) if name in one) for name in names}
        self.names = sorted(names, key=lambda name: (-touched[name].bit_count(), name))
        self.touches = [touched[name] for name in self.names]
        place = {name: i for i, name in enumerate(self.names)}
        self.sets = [sum(1 << place[name] for name in one) for one in sets]
        self.every = (1 << len(sets)) - 1
        self.work = work

    def to_names(self, chosen: Iterable[int]) -> tuple[str, ...]:
        """The members chosen, in the order of how many sets they touch."""
        return tuple(self.names[member] for member in sorted(chosen))

    def choose_greedily(self) -> list[int]:
        """Whoever touches most of what nobody touches yet, until all is touched."""
        left, chosen = self.every, []
        while left:
            best = max(range(len(self.names)), key=lambda member: ((self.touches[member] & left).bit_count(), -member))
            chosen.append(best)
            left &= ~self.touches[best]
        return [member for member in chosen if self._is_needed(member, chosen)]

    def _is_needed(self, member: int, chosen: Sequence[int]) -> bool:
        touched = 0
        for other in chosen:
            if other != member:
                touched |= self.touches[other]
        return touched != self.every

    def improve(self, known: list[int]) -> list[int]:
        """The smallest choice, or the best found when the work is used up."""
        while found := self._find(len(known) - 1):
            known = found
        return known

    def is_needed_always(self, member: int, size: int) -> bool:
        """Whether no choice of that size does without a member, for sure."""
        return self._find(size, banned=1 << member) is None and self.work >= 0

    def _find(self, size: int, *, banned: int = 0) -> list[int] | None:
        """The first choice of at most that size, or None: there is none, or the work is used up."""
        return next(self._iter_choices(self.every, size, banned=banned), None)

    def _iter_choices(self, left: int, size: int, *, banned: int) -> Iterator[list[int]]:
        """Every choice of at most `size` members, none of them banned, that touches all that is left."""
        if not left:
            yield []
            return
        open_sets = self._list_open(left, banned)
        if self.work < 0 or not all(open_sets) or _count_disjoint(open_sets) > size:
            return
        tried = banned
        for member in _iter_bits(open_sets[0]):
            for further in self._iter_choices(left & ~self.touches[member], size - 1, banned=tried):
                yield [member, *further]
            tried |= 1 << member  # choices with it have been gone through

    def _list_open(self, left: int, banned: int) -> list[int]:
        """The members of each set that nobody touches yet, the sets with fewest first."""
        found = [self.sets[i] & ~banned for i in _iter_bits(left)]
        self.work -= len(found)
        return sorted(found, key=lambda members: (members.bit_count(), members))


def _count_disjoint(sets: Iterable[int]) -> int:
    """How many of the sets have no member in common with one before: as many members are needed at least."""
    seen, count = 0, 0
    for members in sets:
        if not members & seen:
            seen |= members
            count += 1
    return count


def _iter_bits(number: int) -> Iterator[int]:
    """The places of a whole number's bits, the lowest first.

    >>> list(_iter_bits(0b1010))
    [1, 3]
    """
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
