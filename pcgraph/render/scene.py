"""A diagram made ready for drawing: clean text, everything placed and marked; the same for every format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pcgraph.render.diagram import Diagram, DiagramLink, DiagramNode, check_diagram
from pcgraph.render.layout import Box, lay_out
from pcgraph.render.layout_groups import Heading, lay_out_groups
from pcgraph.render.marks import KindMark, mark_kinds
from pcgraph.render.text import to_clean_text


@dataclass(frozen=True, slots=True)
class LineMark:
    """How one sort of link is drawn.

    Attributes:
        words: What it means, and how many links are of this sort.
        is_dashed: Whether its line is dashed.
    """

    words: str
    is_dashed: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A diagram placed.

    Attributes:
        diagram: The diagram with clean text.
        nodes: Its items, as they stand: column by column or group by group, from the top.
        boxes: Each item's place, by id.
        headings: The groups' headings; empty in columns.
        kinds: How each kind is marked.
        key: How links are drawn; empty where none says what it rests on.
        counts: For each link, how many before it join the same two items.
    """

    diagram: Diagram
    nodes: tuple[DiagramNode, ...]
    boxes: Mapping[str, Box]
    headings: tuple[Heading, ...]
    kinds: tuple[KindMark, ...]
    key: tuple[LineMark, ...]
    counts: tuple[int, ...]


def make_scene(diagram: Diagram) -> Scene:
    """Check, clean, place and mark a diagram.

    Raises:
        CallError: There are too many items to be read.
        ValueError: A link's end or a node's column is unknown, or two nodes have one id.
    """
    check_diagram(diagram)
    clean = _clean(diagram)
    boxes, headings = lay_out_groups(clean) if clean.form == "groups" else (lay_out(clean), ())
    order = {node_id: i for i, node_id in enumerate(boxes)}
    nodes = tuple(sorted(clean.nodes, key=lambda node: order[node.id]))
    return Scene(
        diagram=clean,
        nodes=nodes,
        boxes=boxes,
        headings=headings,
        kinds=mark_kinds([node.kind for node in nodes], known=clean.kinds),
        key=_make_key(clean.links),
        counts=_count_before(clean.links),
    )


def _clean(diagram: Diagram) -> Diagram:
    """The diagram without characters that no page should get; ids stay as they are."""
    return replace(
        diagram,
        title=to_clean_text(diagram.title),
        summary=to_clean_text(diagram.summary),
        columns=tuple(map(to_clean_text, diagram.columns)),
        nodes=tuple(map(_clean_node, diagram.nodes)),
        links=tuple(
            replace(
                link, label=to_clean_text(link.label), basis=to_clean_text(link.basis), detail=_clean_pairs(link.detail)
            )
            for link in diagram.links
        ),
        kinds=tuple(map(to_clean_text, diagram.kinds)),
        kind_word=to_clean_text(diagram.kind_word),
        opens_with=tuple(map(to_clean_text, diagram.opens_with)),
    )


def _clean_node(node: DiagramNode) -> DiagramNode:
    return replace(
        node,
        label=to_clean_text(node.label),
        kind=to_clean_text(node.kind),
        status=to_clean_text(node.status),
        detail=_clean_pairs(node.detail),
    )


def _clean_pairs(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((to_clean_text(name), to_clean_text(value)) for name, value in pairs)


def _make_key(links: Sequence[DiagramLink]) -> tuple[LineMark, ...]:
    """One line for each basis, those drawn solid first."""
    counts: dict[tuple[bool, str], int] = {}
    for link in links:
        if link.basis:
            sort = (link.is_dashed, link.basis)
            counts[sort] = counts.get(sort, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: item[0][0])
    return tuple(LineMark(f"{basis} ({count})", is_dashed) for (is_dashed, basis), count in ordered)


def _count_before(links: Sequence[DiagramLink]) -> tuple[int, ...]:
    met: dict[tuple[str, str], int] = {}
    counts = []
    for link in links:
        pair = (min(link.source, link.target), max(link.source, link.target))
        counts.append(met.get(pair, 0))
        met[pair] = counts[-1] + 1
    return tuple(counts)
