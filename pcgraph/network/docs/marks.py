"""Pieces of Markdown in which no name, however hostile, is more than text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pcgraph.network.parts import Proof
from pcgraph.network.sentences import describe_places
from pcgraph.render.markdown_text import to_markdown

_MOST_LINES = 4


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


def say_places(proofs: Iterable[Proof]) -> str:
    """Documents with the first of their lines."""
    return describe_places(proofs, most=_MOST_LINES)


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
