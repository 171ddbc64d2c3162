"""Figures in narratives: money, counts, percentages and spans of time, in prose and in tables.

masks     what looks like a figure and is none: dates, times, ages, item numbers, names
numbers   the numbers of a text, each with its unit
words     the small words that tell where a phrase ends
phrases   what a number counts, in the text's words
periods   the time that it speaks of, as printed
tables    figure tables within narratives
"""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.extract.claims import Claims
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.prose import iter_prose_figures
from pcgraph.extract.figures.tables import iter_table_figures, read_figure_tables
from pcgraph.extract.persons import blank_persons
from pcgraph.extract.texts import Text
from pcgraph.model import get_table


def find_figures(texts: Sequence[Text]) -> list[Figure]:
    """The figures of all narratives; official wordings give none.

    Args:
        texts: Every text of one document, in order.

    Returns:
        Figures in the order of the texts; of a table, row by row.
    """
    narratives = [text for text in texts if text.is_narrative]
    tables = read_figure_tables(narratives)
    in_tables = {id(row.text) for table in tables for row in table.all_rows}
    first = {id(table.rows[0].text): table for table in tables}
    figures: list[Figure] = []
    for text in narratives:
        if id(text) in first:
            figures += iter_table_figures(first[id(text)])
        elif id(text) not in in_tables:
            figures += iter_prose_figures(text)
    return figures


def add_figures(claims: Claims, figures: Sequence[Figure]) -> None:
    """Add a row for every figure; of those that say the same in the same place, one."""
    key = get_table("figures").key
    seen: set[tuple[str, ...]] = set()
    for figure in figures:
        cells = {
            "update": figure.text.subject,
            "what": blank_persons(figure.what),
            "value": figure.number,
            "unit": figure.unit,
            "period": figure.period,
            "line": figure.line,
        }
        identity = tuple(cells[name] for name in key)
        if identity not in seen:
            seen.add(identity)
            claims.add("figures", **cells)


__all__ = ["Figure", "add_figures", "find_figures"]
