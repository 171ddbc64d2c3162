"""One deliverable that became several, several that became one: seen in which words each takes over."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from pcgraph.propose.versions import MOST, Pair

OWN = 0.8
"""How much each of the several must take over that no better one does, in weights of words (1: a rare word)."""


def find_patterns(pairs: Sequence[Pair]) -> Mapping[tuple[str, str], str]:
    """The pairs, by later and earlier id, that are parts of a split or a merger.

    Args:
        pairs: Every pair that is alike enough.
    """
    splits = _find(pairs, one=lambda pair: (pair.plans[0], pair.earlier), words=lambda pair: pair.old.words)
    merges = _find(pairs, one=lambda pair: (pair.plans[1], pair.later), words=lambda pair: pair.new.words)
    return {**dict.fromkeys(splits, "splits"), **dict.fromkeys(merges, "merges")}


def _find(
    pairs: Sequence[Pair],
    *,
    one: Callable[[Pair], tuple[str, str]],
    words: Callable[[Pair], Mapping[str, float]],
) -> Iterator[tuple[str, str]]:
    """The pairs that have their `one` in common, each taking over words of it that the better ones do not."""
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        if min(pair.kept) < MOST:
            groups[one(pair)].append(pair)
    for group in groups.values():
        parts = _choose_parts(sorted(group, key=lambda pair: (-pair.score, pair.later, pair.earlier)), words(group[0]))
        if len(parts) > 1:
            yield from ((pair.later, pair.earlier) for pair in parts)


def _choose_parts(group: Sequence[Pair], words: Mapping[str, float]) -> list[Pair]:
    taken: set[str] = set()
    parts: list[Pair] = []
    for pair in group:
        own = pair.shared - taken
        if math.fsum(sorted(words[stem] for stem in own)) >= OWN:
            parts.append(pair)
            taken |= pair.shared
    return parts
