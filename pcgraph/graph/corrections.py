"""What a person changed in the tables is not passed off as the document's words.

The tables as last extracted tell it: evidence that they do not give was written by hand. Such
evidence keeps its document and line, which the person vouches for, but no quotation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pcgraph.graph.book import Book, Quad
from pcgraph.graph.lines import pcg, to_literal

_QUOTE = f" {pcg('quote')} "


def mark_corrections(quads: Iterable[Quad], book: Book, describe: Callable[[Book], Iterator[Quad]]) -> Iterator[Quad]:
    """The quads, quotations by hand replaced by a mark.

    Args:
        quads: What the tables give.
        book: The dataset.
        describe: What gives the quads of a dataset.
    """
    extracted = book.extracted
    if extracted is None:
        yield from quads
        return
    quoted = {triple for triple, _ in describe(extracted) if _QUOTE in triple}
    by_hand = f"{pcg('byHand')} {to_literal('true', 'boolean')}"
    for triple, graph in quads:
        is_invented = "/evidence/" in triple and _QUOTE in triple and triple not in quoted
        yield (f"{to_subject(triple)} {by_hand}" if is_invented else triple), graph


def to_subject(triple: str) -> str:
    """The subject of a triple's text.

    >>> to_subject("<https://example.org/a> <b> <c>")
    '<https://example.org/a>'
    """
    return triple.partition(" ")[0]
