"""Which things say almost the same: found by their rare words, without holding each against each."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from heapq import nsmallest

COMMON = 0.1
"""A word that more than this share of the things has leads from none to another."""

_FEW = 100.0
"""A word that so few things have always leads to them."""

ENTITIES = 0.3
"""How much the same names can add to the same words."""


class Alike:
    """Finds things that resemble one, by words and names.

    Args:
        things: The words of each with their weights, by id.
        entities: The names that go with each.
        among: The things that may be found; all unless given.
    """

    def __init__(
        self,
        things: Mapping[str, Mapping[str, float]],
        entities: Mapping[str, frozenset[str]],
        *,
        among: Collection[str] | None = None,
    ) -> None:
        self._things = things
        self._entities = entities
        self._lengths = {name: math.sqrt(math.fsum(w * w for w in words.values())) for name, words in things.items()}
        self._having: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for name in things if among is None else among:
            for stem, weight in things.get(name, {}).items():
                self._having[stem].append((name, weight))
        self._limit = max(_FEW, COMMON * len(things))

    def find_close(
        self, name: str, *, least: float, most: int, where: Callable[[str], bool] = lambda _: True
    ) -> list[tuple[str, float]]:
        """The others that resemble a thing most, each with how much (0 to 1), the closest first.

        Cosine of their words, raised by names in both.

        Args:
            name: The thing's id.
            least: What resembles less is left out.
            most: How many at most.
            where: Which of them count.
        """
        lengths, own = self._lengths, self._lengths[name]
        scores = (
            (other, self._raise(name, other, product / (own * lengths[other])))
            for other, product in self._multiply(name).items()
            if product > 0 and where(other)
        )
        close = (pair for pair in scores if pair[1] >= least)
        return nsmallest(most, close, key=lambda pair: (-pair[1], pair[0]))

    def _multiply(self, name: str) -> Mapping[str, float]:
        """The products of a thing's words with those of each other that shares a rare one."""
        words = self._things[name]
        products: dict[str, float] = defaultdict(float)
        rare: list[str] = []
        common: list[str] = []
        for stem in words:
            (rare if len(self._having.get(stem, ())) <= self._limit else common).append(stem)
        for stem in rare:
            weight = words[stem]
            for other, others in self._having.get(stem, ()):
                products[other] += weight * others
        products.pop(name, None)
        for stem in common:
            for other in products:
                products[other] += words[stem] * self._things[other].get(stem, 0.0)
        return products

    def _raise(self, name: str, other: str, cosine: float) -> float:
        """The cosine, raised by names that go with both."""
        first, second = self._entities[name], self._entities[other]
        if not first or not second:
            return min(1.0, cosine)
        both = len(first & second) / math.sqrt(len(first) * len(second))
        return 1.0 - (1.0 - min(1.0, cosine)) * (1.0 - ENTITIES * both)


def join_chances(chances: Iterable[float]) -> float:
    """How likely at least one of several is, were they independent (noisy or).

    >>> round(join_chances([0.5, 0.5]), 2)
    0.75
    """
    return 1.0 - math.prod(1.0 - chance for chance in chances)


Progress = Callable[[int, int], None]
"""Called with how many of how many are done."""
