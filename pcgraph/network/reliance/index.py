"""One number for how much rests on how few: the Herfindahl index.

Source:
    O. C. Herfindahl, Concentration in the U.S. Steel Industry, Columbia University 1950; A. O. Hirschman, The
    Paternity of an Index, American Economic Review 54 (1964), 761: https://www.jstor.org/stable/1818582. Its inverse
    as a number of equals: M. A. Adelman, Review of Economics and Statistics 51 (1969), 99.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum


def to_herfindahl(counts: Iterable[int]) -> float:
    """The sum of the squares of shares: 1 where all rests on one, 1/n where n share alike.

    It is not corrected for size, so that its inverse stays a number of partners.

    Args:
        counts: For each partner, how many deliverables it helps with; above 0.

    Returns:
        0 to 1; 0 where nobody helps.

    >>> to_herfindahl([3]), to_herfindahl([1, 1, 1, 1]), to_herfindahl([3, 1]), to_herfindahl([])
    (1.0, 0.25, 0.625, 0.0)
    """
    each = list(counts)
    total = sum(each)
    return fsum((count / total) ** 2 for count in each)
