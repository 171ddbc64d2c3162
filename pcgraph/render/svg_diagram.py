"""A diagram as a still SVG: for a paper, a slide, a printer; from the same places as the page's picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pcgraph.render.diagram import Diagram, DiagramNode
from pcgraph.render.label import measure_label
from pcgraph.render.layout import LINE_HEIGHT, PADDING, STRIPE, Box, get_padding, measure_status
from pcgraph.render.layout_groups import GROUP_WIDTH, HEADING_SHIFT, SLOT
from pcgraph.render.links import find_curve, find_mark
from pcgraph.render.marks import get_status_color
from pcgraph.render.page import make_environment
from pcgraph.render.scene import Scene, make_scene
from pcgraph.render.svg_frame import MARGIN, KeyEntry, Words, lay_out_frame

_BAND, _ABOVE_GROUPS = 34, 8
_LINK, _ACROSS = "#5f6e79", "#87959f"
_BOW = 60
"""Room to the right for links that bow out of their column."""


@dataclass(frozen=True, slots=True)
class _Item:
    """One item as the template draws it: a box with a stripe or a mark, its words, its status."""

    box: Box | None
    left: float
    top: float
    color: str
    shape: str
    mark: str
    words: tuple[Words, ...]
    plates: tuple[tuple[float, float, float, float], ...] = ()
    status: str = ""
    status_color: str = ""
    status_width: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    """One link as the template draws it."""

    path: str
    arrow: str
    color: str
    width: float
    is_dashed: bool


def render_diagram_svg(diagram: Diagram) -> str:
    """The whole diagram as one SVG: title, headings, picture, key and what a reader must know.

    Text is text, in the colour of the place where it is shown; there is no script, and nothing is asked
    for. The same diagram gives the same text.

    Raises:
        CallError: There are too many items to be read.
        ValueError: A link's end or a node's column is unknown, or two nodes have one id.
    """
    scene = make_scene(diagram)
    top = _ABOVE_GROUPS if scene.headings else _BAND
    width = _measure_width(scene)
    height = top + max((box.y + box.height / 2 for box in scene.boxes.values()), default=0)
    frame = lay_out_frame(
        scene.diagram.title, scene.diagram.summary, (width, height), key=list(_iter_key(scene)), counts=_count(scene)
    )
    headings = _place_headings(scene) if scene.headings else _place_column_headings(scene)
    return (
        make_environment()
        .get_template("diagram.svg.j2")
        .render(
            frame=frame,
            shift=f"translate({MARGIN} {frame.top + top:g})",
            headings=headings,
            plates=[_to_plate(words, 1.12) for words in headings],
            # Links between groups lie below those within: they cross much.
            links=sorted(_iter_links(scene), key=lambda line: line.color != _ACROSS),
            items=[_to_item(scene, node) for node in scene.nodes],
            line_height=LINE_HEIGHT,
        )
    )


def _measure_width(scene: Scene) -> float:
    """From the left edge to the rightmost item, with room for links that bow out there."""
    if scene.headings:
        return max(heading.x for heading in scene.headings) + GROUP_WIDTH
    if not scene.boxes:
        return 0
    right = max(box.x + box.width / 2 for box in scene.boxes.values())
    bows = any(scene.boxes[link.source].x == scene.boxes[link.target].x for link in scene.diagram.links)
    return right + (_BOW if bows else 0)


def _count(scene: Scene) -> str:
    items, links = len(scene.nodes), len(scene.diagram.links)
    return f"{items} {'item' if items == 1 else 'items'} and {links} {'link' if links == 1 else 'links'}."


def _iter_key(scene: Scene) -> Iterator[KeyEntry]:
    """Shapes and lines with their words; groups have their names above them, and need none."""
    if scene.diagram.form == "columns":
        for kind in scene.kinds:
            yield KeyEntry(f"{kind.name} ({kind.count})", color=kind.color, shape=kind.shape)
    for line in scene.key:
        yield KeyEntry(line.words, is_dashed=line.is_dashed)


def _place_headings(scene: Scene) -> list[Words]:
    marks = {node.column: node.kind for node in scene.nodes}
    shown = []
    for heading in scene.headings:
        kind = next(kind for kind in scene.kinds if kind.name == marks[heading.column])
        shown += [
            Words(
                line,
                heading.x + HEADING_SHIFT,
                heading.y + i * LINE_HEIGHT,
                color=kind.color,
                shape="" if i else kind.shape,
            )
            for i, line in enumerate(heading.lines)
        ]
    return shown


def _place_column_headings(scene: Scene) -> list[Words]:
    lefts = {node.column: scene.boxes[node.id].x - scene.boxes[node.id].width / 2 for node in scene.nodes}
    titles = scene.diagram.columns
    return [Words(titles[column], lefts[column], -_BAND / 2) for column in sorted(lefts)]


def _iter_links(scene: Scene) -> Iterator[_Line]:
    column = {node.id: node.column for node in scene.nodes}
    for link, nth in zip(scene.diagram.links, scene.counts, strict=True):
        curve = find_curve(scene.boxes[link.source], scene.boxes[link.target], nth)
        is_across = bool(scene.headings) and column[link.source] != column[link.target]
        yield _Line(curve.path, curve.arrow_path, _ACROSS if is_across else _LINK, link.width, link.is_dashed)


def _to_item(scene: Scene, node: DiagramNode) -> _Item:
    box = scene.boxes[node.id]
    kind = next(kind for kind in scene.kinds if kind.name == node.kind)
    if box.radius:
        x, y = find_mark(box)
        mark = f"translate({x - box.radius:g} {y - box.radius:g}) scale({box.radius / 8:g})"
        words = tuple(_iter_label(box))
        return _Item(None, 0, 0, kind.color, kind.shape, mark, words, tuple(map(_to_plate, words)))
    left, top = box.x - box.width / 2, box.y - box.height / 2
    mark = f"translate({left + STRIPE / 2 - 8:g} {box.y - 8:g})"
    words = tuple(_iter_box_words(box, kind.color, left, top + get_padding(scene.diagram)))
    room = box.width - STRIPE - 2 * PADDING
    color = get_status_color(node.status) if node.status else ""
    width = round(min(measure_status(node.status), room)) if node.status else 0
    return _Item(box, left, top, kind.color, kind.shape, mark, words, (), node.status, color, width)


def _iter_label(box: Box) -> Iterator[Words]:
    """The name beside a mark."""
    x = box.x + box.side * (SLOT - box.width / 2)
    first = box.y - (len(box.lines) - 1) / 2 * LINE_HEIGHT
    for i, line in enumerate(box.lines):
        yield Words(line, x, first + i * LINE_HEIGHT, anchor="end" if box.side < 0 else "start")


def _to_plate(words: Words, stretch: float = 1) -> tuple[float, float, float, float]:
    """What lies behind a line of text, so that no link strikes it through: left, top, width, height."""
    width = measure_label(words.text) * stretch
    left = words.x - width if words.anchor == "end" else words.x
    return round(left - 2), words.y - LINE_HEIGHT / 2, round(width + 4), LINE_HEIGHT


def _iter_box_words(box: Box, color: str, left: float, top: float) -> Iterator[Words]:
    """The name in a box, and the word for its kind."""
    x, y = left + STRIPE + PADDING, top + LINE_HEIGHT / 2
    for line in box.lines:
        yield Words(line, x, y)
        y += LINE_HEIGHT
    if box.kind:
        yield Words(box.kind, x, y, color=color)
