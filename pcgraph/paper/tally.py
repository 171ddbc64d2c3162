"""The status key: what the report's key prints and what its items print, side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pcgraph.model import Row
from pcgraph.model.plan_tables import TALLY_PROPERTIES
from pcgraph.paper.records import TallyRow
from pcgraph.paper.references import Citations
from pcgraph.paper.words import Words

NO_LETTER = "No letter printed"
_COUNTS = re.compile(r"(\d+)\s?/\s?(\d+)")


def count_statuses(
    report: str, updates: Sequence[Row], statements: Iterable[Row], words: Words, citations: Citations
) -> tuple[TallyRow, ...]:
    """Each status with its printed and its counted share of the items.

    Args:
        report: The report's id.
        updates: Its items.
        statements: The table `statements`, which holds what the key prints.
        words: What the statuses are called and mean.
        citations: Gives the references.
    """
    printed = {row["property"]: row for row in statements if row["subject"] == report}
    counts = Counter(update["rag"] for update in updates)
    return tuple(_iter_rows(printed, counts, words, citations))


def _iter_rows(
    printed: Mapping[str, Row], counts: Mapping[str, int], words: Words, citations: Citations
) -> Iterator[TallyRow]:
    total = sum(counts.values())
    for letter, name in TALLY_PROPERTIES.items():
        count = counts.get(letter, 0)
        row = printed.get(name)
        yield TallyRow(
            letter,
            words.statuses[letter].label,
            words.statuses[letter].meaning,
            row["value"] if row else "",
            to_share(count, total),
            _agrees(row["value"], count, total) if row else None,
            citations.cite(row["document"], [row["line"]]) if row else "",
        )
    if counts.get(""):
        meaning = "The report prints no RAG letter for these items."
        yield TallyRow("", NO_LETTER, meaning, "", to_share(counts[""], total), None, "")


def to_share(count: int, total: int) -> str:
    """A count in the form of a printed key.

    >>> to_share(14, 15), to_share(16, 16), to_share(5, 16)
    ('14/15 (93.3%)', '16/16 (100%)', '5/16 (31.3%)')
    """
    tenths = (2000 * count + total) // (2 * total) if total else 0  # halves go up, as people round
    share = f"{tenths // 10}.{tenths % 10}".removesuffix(".0")
    return f"{count}/{total} ({share}%)"


def _agrees(printed: str, count: int, total: int) -> bool:
    match = _COUNTS.match(printed)
    return match is not None and (int(match[1]), int(match[2])) == (count, total)
