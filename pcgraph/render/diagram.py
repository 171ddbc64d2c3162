"""A diagram: items in ordered columns or in groups, and the links between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pcgraph.errors import CallError

MAX_ITEMS = 1_000
"""More items than this cannot be read as a picture."""

Form = Literal["columns", "groups"]
"""`columns`: boxes in columns, links from side to side with an arrow. `groups`: each column is a group,
set as a ring of marks with their names outside; links have no direction."""


@dataclass(frozen=True, slots=True)
class DiagramNode:
    """One item of a diagram.

    Attributes:
        id: Its id, unique in the diagram, such as `2018-21/T3.3`.
        label: Its name in full; the picture wraps it, and shortens it where it is very long.
        kind: What it is, in a word: the key, the filter and the table speak of it. In a diagram of
            groups, the name of its group.
        column: Its column or group, counted from 0.
        detail: Further facts as pairs of name and value, shown in the table and on selection.
        status: A status in a word, such as Amber; may be empty.
        strength: In a diagram of groups, how large its mark is: its area grows with it.
    """

    id: str
    label: str
    kind: str
    column: int
    detail: tuple[tuple[str, str], ...] = ()
    status: str = ""
    strength: float = 0


@dataclass(frozen=True, slots=True)
class DiagramLink:
    """One link between two items.

    Attributes:
        source: The id of the item it leads from.
        target: The id of the item it leads to.
        label: What the link says, such as `led by`.
        basis: What it rests on, in words such as `judged, proposed`: the key counts them; may be empty.
        is_dashed: Whether it is drawn dashed, because nobody has confirmed it.
        detail: Further facts as pairs of name and value, shown in the table of links.
        width: How broad its line is, in pixels.
    """

    source: str
    target: str
    label: str
    basis: str = ""
    is_dashed: bool = False
    detail: tuple[tuple[str, str], ...] = ()
    width: float = 1.2


@dataclass(frozen=True, slots=True)
class Diagram:
    """Items in ordered columns or in groups, and their links.

    Attributes:
        title: What the diagram shows, one line.
        summary: What a reader must know of it, such as the papers read; one paragraph.
        columns: The heading of each column, left to right; of each group, in order.
        nodes: The items; their order is kept within a column where links allow.
        links: The links; there may be several between two items.
        ordered: Columns, counted from 0, whose items stay in the order given (by number, say);
            in the others they are put where links cross least.
        form: How it is drawn.
        is_dense: Whether items are set close together, without the word for their kind: the key says
            which shape is which.
        kinds: Kinds in the order of the key, so that each looks alike in several diagrams; those not named
            come after them.
        kind_word: What a kind is called, such as `Group`.
        opens_with: The kinds shown on opening; all when empty. The tables of a page without scripts
            and a static picture hold all.
    """

    title: str
    summary: str
    columns: tuple[str, ...]
    nodes: tuple[DiagramNode, ...]
    links: tuple[DiagramLink, ...]
    ordered: tuple[int, ...] = ()
    form: Form = "columns"
    is_dense: bool = False
    kinds: tuple[str, ...] = ()
    kind_word: str = "Kind"
    opens_with: tuple[str, ...] = ()


def check_diagram(diagram: Diagram) -> None:
    """Refuse what cannot be drawn.

    Raises:
        CallError: There are more than `MAX_ITEMS` items.
        ValueError: Ids are not unique, a link's end or a node's column is unknown.
    """
    if len(diagram.nodes) > MAX_ITEMS:
        raise CallError(
            f"The diagram would have {len(diagram.nodes):,} items; above {MAX_ITEMS:,} it cannot be read.",
            hint="Draw a part of it, such as one theme.",
        )
    faults = "; ".join(_iter_faults(diagram))
    if faults:
        raise ValueError(f"diagram {diagram.title!r}: {faults}")


def _iter_faults(diagram: Diagram) -> Iterator[str]:
    seen: set[str] = set()
    for node in diagram.nodes:
        if node.id in seen:
            yield f"two nodes {node.id!r}"
        if not 0 <= node.column < len(diagram.columns):
            yield f"node {node.id!r} in column {node.column}, of {len(diagram.columns)}"
        seen.add(node.id)
    for link in diagram.links:
        for end in (link.source, link.target):
            if end not in seen:
                yield f"link to unknown node {end!r}"
