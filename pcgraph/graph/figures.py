"""The table `figures`: what an update reports in numbers, in the graph of its report."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import LABEL, pcg, to_literal
from pcgraph.graph.reviews import BY_RULE, find_review_state, is_rejected, iter_review
from pcgraph.model import Row, get_table

_PRINTED = ("document", "line", "value", "unit")


def iter_figures(book: Book) -> Iterator[Quad]:
    """Each figure that nobody rejected: what, how many, of what unit, for when, and where it stands."""
    for row in book.rows("figures"):
        if not is_rejected(row):
            yield from _iter_figure(book, row)


def _iter_figure(book: Book, row: Row) -> Iterator[Quad]:
    figure_id = "/".join(get_table("figures").to_key(row))
    figure, source = book.thing("figure", figure_id), book.source(row)
    yield from describe(figure, "Figure", figure_id, source.graph)
    update = book.thing("update", row["update"])
    # The row has the number and what it counts, not the words: 310000 may be printed as £310k.
    yield from source.state(update, pcg("figure"), figure, "", is_by_hand=book.is_by_hand("figures", row, _PRINTED))
    for predicate, value in _iter_facts(book, row):
        yield source.note(figure, predicate, value)
    yield from iter_review(book, figure, row, _find_state(row))


def _iter_facts(book: Book, row: Row) -> Iterator[tuple[str, str]]:
    yield LABEL, to_literal(_to_label(row))
    yield pcg("what"), to_literal(row["what"])
    yield pcg("value"), to_literal(row["value"], "decimal")
    yield pcg("unitOfMeasure"), to_literal(row["unit"])
    yield pcg("document"), book.thing("document", row["document"])
    for column, name in (("period", "period"), ("line", "line")):
        if row[column]:
            yield pcg(name), to_literal(row[column])


def _to_label(row: Row) -> str:
    """A figure in words.

    >>> _to_label({"what": "core costs", "value": "310000", "unit": "GBP", "period": "2019-20"})
    '£310,000: core costs (2019-20)'
    """
    sign = "-" if row["value"].startswith("-") else ""
    whole, point, rest = row["value"].removeprefix("-").partition(".")
    number = f"{int(whole):,}{point}{rest}"
    shown = {"GBP": f"£{number}", "%": f"{number}%", "count": number}.get(row["unit"], f"{number} {row['unit']}")
    return f"{sign}{shown}: {row['what']}" + (f" ({row['period']})" if row["period"] else "")


def _find_state(row: Row) -> str:
    """A figure that nobody was asked about was read by rule: the table has no column that names it."""
    return find_review_state({**row, "by": row["by"] or BY_RULE})
