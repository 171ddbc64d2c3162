"""Sentences that repeat a figure table of their update, with another figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pcgraph.extract.contradictions.finding import Finding, is_rounded, say
from pcgraph.extract.contradictions.sentence import GAP, Marked
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.tables import FigureRow, FigureTable

MIN_LABEL = 4
"""A label of fewer letters may stand in any sentence."""
NEAR = Decimal("0.1")
"""A total this near to a table's is meant to be the table's."""

_PAIR = re.compile(rf"⟨c\d+⟩{GAP}{{0,50}}? (?:to|against|compared (?:with|to)|up from|down from|from) (?:the )?⟨c\d+⟩")
_TOTAL_ROW = re.compile(r"\b(?:total|all|overall)\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:total of|in all,?|overall,?|altogether,?) (?:\w+ ){0,2}?⟨c\d+⟩"
    r"|⟨c\d+⟩(?: \w+)? (?:in all|in total|altogether)\b"
)


def iter_table_prose_findings(sentences: Sequence[Marked], tables: Sequence[FigureTable]) -> Iterator[Finding]:
    """Pairs and totals that a table of the same update has nearly so, always as info.

    Args:
        sentences: The sentences of one update.
        tables: Its figure tables.
    """
    rows = [row for table in tables for row in table.rows]
    totals = [row for row in rows if _TOTAL_ROW.search(row.label)]
    for sentence in sentences if rows else ():
        for match in _PAIR.finditer(sentence.words):
            yield from _check_pair(sentence, sentence.get_figures(match), rows)
        for match in _TOTAL.finditer(sentence.words):
            yield from _check_total(sentence, sentence.get_figures(match)[0], totals)


def _check_pair(sentence: Marked, pair: list[Figure], rows: Sequence[FigureRow]) -> Iterator[Finding]:
    """`In Ash thefts went from 40 to 31`, where the table's row of Ash has 40 and 30."""
    if any(figure.is_rough for figure in pair):
        return
    for row in rows:
        if len(row.label) < MIN_LABEL or not _is_named(sentence, row.label):
            continue
        values = _get_counts(row)
        found = [figure for figure in pair if _holds(values, figure.value)]
        if len(found) == 1 and len(values) > 1:
            other = next(figure for figure in pair if figure is not found[0])
            yield _to_finding(sentence, other, row, values)


def _check_total(sentence: Marked, figure: Figure, rows: Sequence[FigureRow]) -> Iterator[Finding]:
    """`116 in all`, where the table's last row has 117."""
    values = [value for row in rows for value in _get_counts(row)]
    near = [value for value in values if abs(value - figure.value) <= NEAR * abs(value)]
    if near and not figure.is_rough and not _holds(values, figure.value):
        row = next(row for row in rows if near[0] in _get_counts(row))
        yield _to_finding(sentence, figure, row, _get_counts(row))


def _holds(values: Sequence[Decimal], value: Decimal) -> bool:
    """Whether a row has a figure, be it rounded."""
    return any(is_rounded(value, printed) for printed in values)


def _get_counts(row: FigureRow) -> list[Decimal]:
    """The counts of a row, not its changes."""
    cells = (cell for cell in row.cells.values() if cell.value is not None and not cell.has_sign)
    return [cell.value for cell in cells if cell.value is not None and cell.unit == "count"]


def _is_named(sentence: Marked, label: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(label.lower())}(?!\w)", sentence.words.lower()) is not None


def _to_finding(sentence: Marked, figure: Figure, row: FigureRow, values: Sequence[Decimal]) -> Finding:
    message = (
        f"{say(figure.value)} is printed, but the table's row “{row.label}” has {', '.join(map(say, values))}; or the"
        " two count different things."
    )
    return sentence.to_finding("statements-disagree", message, [figure], "info")
