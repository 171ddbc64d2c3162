"""Where each item of a diagram in columns stands: x by column, y near what it is linked with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pcgraph.render.diagram import Diagram, DiagramNode
from pcgraph.render.label import FONT_SIZE, measure_label, wrap_label
from pcgraph.render.order import Columns, find_neighbours, order_columns
from pcgraph.render.place import place_columns

LINE_HEIGHT = 18
PADDING = 9
DENSE_PADDING = 5
STRIPE = 28
_MAX_LINES = 4
_SIZES = {1: (360, 0), 2: (330, 300), 3: (270, 130), 4: (210, 72)}
_MANY = (200, 70)


@dataclass(frozen=True, slots=True)
class Box:
    """One item's place; pixels at full size.

    Attributes:
        x: Its middle, from the first column's left edge.
        y: Its middle, from the top.
        width: Its width.
        height: Its height.
        lines: Its label, wrapped.
        kind: Its kind where the column holds several, else empty.
        radius: How large its mark is, from middle to edge, in a diagram of groups; else 0.
        side: On which side of its mark the label stands in a diagram of groups: -1 left, 1 right; else 0.
    """

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    kind: str
    radius: float = 0
    side: int = 0


def lay_out(diagram: Diagram) -> dict[str, Box]:
    """Each item's box, by id; in each column from top to bottom."""
    width, gap = _SIZES.get(len(diagram.columns), _MANY)
    padding = get_padding(diagram)
    nodes = {node.id: node for node in diagram.nodes}
    links = [(link.source, link.target) for link in diagram.links]
    columns: Columns = [[] for _ in diagram.columns]
    for node in diagram.nodes:
        columns[node.column].append(node.id)
    columns = order_columns(columns, links, fixed=diagram.ordered)
    kinds = [{nodes[name].kind for name in column} for column in columns]
    boxes = {
        name: _make_box(nodes[name], width, padding, is_mixed=len(kinds[i]) > 1 and not diagram.is_dense)
        for i, column in enumerate(columns)
        for name in column
    }
    heights = {name: box.height for name, box in boxes.items()}
    middles = place_columns(columns, heights, find_neighbours(columns, links))
    placed = {
        name: replace(box, x=nodes[name].column * (width + gap) + width / 2, y=round(middles[name]))
        for name, box in boxes.items()
    }
    return dict(sorted(placed.items(), key=lambda item: (item[1].x, item[1].y)))


def get_padding(diagram: Diagram) -> int:
    """The room around the words in a box, in pixels."""
    return DENSE_PADDING if diagram.is_dense else PADDING


def _make_box(node: DiagramNode, width: int, padding: int, *, is_mixed: bool) -> Box:
    """A box of the right size, not yet placed."""
    lines = wrap_label(node.label, width - STRIPE - 2 * PADDING, max_lines=_MAX_LINES)
    count = len(lines) + is_mixed
    status = LINE_HEIGHT + 8 if node.status else 0
    height = 2 * padding + count * LINE_HEIGHT + status
    # An even height keeps the edges on whole pixels.
    return Box(0, 0, width, height + height % 2, lines, node.kind if is_mixed else "")


def measure_status(text: str) -> int:
    """The width of a status tag in pixels."""
    return round(measure_label(text, FONT_SIZE)) + 16
