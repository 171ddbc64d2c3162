"""On how few of several something lies."""

from __future__ import annotations

from collections.abc import Sequence


def count_holders_of_half(counts: Sequence[int]) -> int:
    """The fewest that together have at least half.

    >>> count_holders_of_half([1, 4, 2, 2])
    2
    """
    total, held = sum(counts), 0
    for taken, count in enumerate(sorted(counts, reverse=True), start=1):
        held += count
        if 2 * held >= total:
            return taken
    return 0
