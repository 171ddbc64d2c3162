"""Pieces of Markdown in which no name, however hostile, is more than text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pcgraph.network.parts import Proof
from pcgraph.network.sentences import describe_places, list_places
from pcgraph.render.markdown_text import to_markdown

_MOST_PLACES = 2


def to_text(words: str) -> str:
    r"""Words that stand as they are, on one line.

    >>> to_text("<b>A\n*B*")
    '&lt;b&gt;A \\*B\\*'
    """
    return to_markdown(" ".join(words.split()))


def to_item(name: str, words: str, proofs: Iterable[Proof] = (), *, mark: str = "-") -> str:
    """An item of a list: a name in bold, what is said of it, and where that stands.

    Args:
        name: What it speaks of; nothing is in bold when empty.
        words: Whole sentences.
        proofs: Where it stands.
        mark: What the item begins with, such as "1.".
    """
    bold = f"**{to_text(name)}**" if name.strip() else ""
    return " ".join(filter(None, (mark, bold, to_text(words), to_source(proofs))))


def to_source(proofs: Iterable[Proof]) -> str:
    """Documents and lines in italics; "" where there are none."""
    places = say_places(proofs)
    return f"*{to_text(places)}*" if places else ""


def say_places(proofs: Iterable[Proof], *, most: int = _MOST_PLACES) -> str:
    """The first places, by document and line; further ones are counted.

    Args:
        proofs: Where something stands.
        most: How many places to name.

    >>> say_places([Proof("a", "9", "leads"), Proof("a", "7", "leads"), Proof("b", "8", "leads")])
    'a lines 7, 9 and 1 more'
    """
    places = list_places(proofs)
    further = len(places) - most
    shown = describe_places(Proof(document, line, "") for document, line in places[:most])
    return f"{shown} and {further:,} more" if further > 0 else shown


def to_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int] = ()) -> list[str]:
    """The lines of a table.

    Args:
        headings: The columns' headings.
        rows: The cells as plain text.
        numbers: The places of the columns that hold numbers, counted from 0.
    """
    rules = ["---:" if place in numbers else "---" for place in range(len(headings))]
    return [_to_line(headings), _to_line(rules), *(_to_line(map(to_text, row)) for row in rows)]


def _to_line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
