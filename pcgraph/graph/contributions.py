"""The table `contributions`: which outcome a deliverable was judged to help, and by which measures it would show."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad
from pcgraph.graph.judgements import iter_judgement, to_judgement_graph
from pcgraph.graph.lines import pcg
from pcgraph.graph.reviews import is_rejected
from pcgraph.model import Row, get_table


def iter_contributions(book: Book) -> Iterator[Quad]:
    """Each contribution that nobody rejected: its node, and the short ways that follow from it."""
    short: dict[Quad, None] = {}
    for row in book.rows("contributions"):
        if not is_rejected(row):
            label = f"{row['deliverable']} helps {row['outcome']}: {row['rank']}"
            yield from iter_judgement(book, row, table="contributions", label=label, facts=_iter_facts(book, row))
            short.update(dict.fromkeys(_iter_short_ways(book, row)))
    yield from short


def _iter_facts(book: Book, row: Row) -> Iterator[tuple[str, str]]:
    yield pcg("deliverable"), book.thing("deliverable", row["deliverable"])
    yield pcg("outcome"), book.thing("outcome", row["outcome"])
    yield pcg("contributionRank"), pcg(f"rank-{row['rank']}")
    for measure in _list_measures(row):
        yield pcg("measure"), book.thing("measure", measure)


def _iter_short_ways(book: Book, row: Row) -> Iterator[Quad]:
    deliverable, graph = book.thing("deliverable", row["deliverable"]), to_judgement_graph(book, row)
    yield f"{deliverable} {pcg('contributesTo')} {book.thing('outcome', row['outcome'])}", graph
    for measure in _list_measures(row):
        yield f"{deliverable} {pcg('shownBy')} {book.thing('measure', measure)}", graph


def _list_measures(row: Row) -> tuple[str, ...]:
    return tuple(dict.fromkeys(get_table("contributions").find_column("measures").to_values(row["measures"])))
