"""A diagram as one HTML file: the picture by pyvis and vis-network, and all of it in tables too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jinja2 import Environment

from pcgraph.render.diagram import Diagram, DiagramLink, DiagramNode
from pcgraph.render.label import FONT_SIZE
from pcgraph.render.layout import LINE_HEIGHT, PADDING, STRIPE, Box, get_padding, measure_status
from pcgraph.render.layout_groups import GROUP_WIDTH, SLOT, Heading
from pcgraph.render.marks import get_status_color
from pcgraph.render.page import make_environment, make_frame, read_template_text
from pcgraph.render.scene import Scene, make_scene
from pcgraph.render.text import to_clean_text
from pcgraph.render.vis import read_vis_script

_Fields = dict[str, object]
_Detail = tuple[tuple[str, str], ...]

_SCRIPTS = ("sort.js", "diagram-draw.js", "diagram-links.js", "diagram-view.js", "diagram-details.js", "diagram.js")

_PLAIN_WIDTH = DiagramLink("", "", "").width

_OPTIONS: _Fields = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "nodes": {"shape": "custom", "font": {"size": FONT_SIZE}},
    "edges": {"hidden": True},
    "interaction": {"dragNodes": False, "hover": False, "zoomView": False, "selectConnectedEdges": False},
}
"""Nothing moves on its own; the page's own code scrolls with the wheel, and draws the links from
side to side of the boxes (vis-network's own run from middle to middle, behind other boxes)."""


def render_diagram_html(diagram: Diagram) -> str:
    """A self-contained page: picture, key, search, filter, details, tables of all items and links.

    It asks for nothing (no request of any kind, from `file://` too), and its tables work without
    scripts. The same diagram gives the same text.

    Raises:
        CallError: There are too many items to be read.
        PcgraphError: The drawing library is missing or is another one than expected.
        ValueError: A link's end or a node's column is unknown, or two nodes have one id.
    """
    scene = make_scene(diagram)
    environment = make_environment()
    environment.globals.update(_make_context(scene))
    return _build_with_pyvis(
        environment,
        [_to_vis_node(i, node, scene.boxes[node.id]) for i, node in enumerate(scene.nodes)],
        _to_vis_edges(scene),
    )


def _build_with_pyvis(environment: Environment, nodes: list[_Fields], edges: list[_Fields]) -> str:
    """Hand nodes and edges to pyvis and let it fill our template instead of its own.

    The lists are filled straight away: `add_node` and `add_edge` search them once for each call.
    """
    # pyvis pulls in IPython (half a second), so it is imported only when a diagram is drawn.
    from pyvis.network import Network

    network = Network(directed=True)
    network.nodes = nodes
    network.edges = edges
    network.options = _OPTIONS
    network.templateEnv = environment
    network.path = "diagram.html.j2"
    return str(network.generate_html())


def _make_context(scene: Scene) -> _Fields:
    """What the template needs beside nodes and edges."""
    diagram = scene.diagram
    frame = make_frame(
        diagram.title,
        styles=[read_template_text("page.css"), read_template_text("diagram.css")],
        scripts=[read_vis_script(), *map(read_template_text, _SCRIPTS)],
    )
    is_grouped = diagram.form == "groups"
    return {
        "frame": frame,
        "summary": diagram.summary,
        "kinds": scene.kinds,
        "notes": _find_notes(scene),
        "key": scene.key,
        "items": _make_item_table(scene),
        "links": _make_link_table(diagram),
        "picture": {
            "kinds": [{"name": kind.name, "color": kind.color, "shape": kind.shape} for kind in scene.kinds],
            "kindWord": diagram.kind_word,
            "closed": _find_closed(scene),
            "columns": [] if is_grouped else _find_column_places(diagram, scene.boxes),
            "groups": [_to_group(heading, scene) for heading in scene.headings],
            "isDirected": not is_grouped,
            "slot": SLOT,
            "width": max((box.width for box in scene.boxes.values()), default=0),
            "sizes": {
                "font": FONT_SIZE,
                "line": LINE_HEIGHT,
                "padding": PADDING,
                "above": get_padding(diagram),
                "stripe": STRIPE,
            },
        },
    }


def _find_notes(scene: Scene) -> dict[str, str]:
    """For each kind that is a group, the group's heading."""
    if scene.diagram.form == "columns":
        return {kind.name: "" for kind in scene.kinds}
    return {node.kind: scene.diagram.columns[node.column].removeprefix(f"{node.kind}: ") for node in scene.nodes}


def _find_closed(scene: Scene) -> list[str]:
    """The kinds that are hidden on opening."""
    opens_with = scene.diagram.opens_with
    return [kind.name for kind in scene.kinds if opens_with and kind.name not in opens_with]


def _to_group(heading: Heading, scene: Scene) -> _Fields:
    name = next(node.kind for node in scene.nodes if node.column == heading.column)
    mark = next(kind for kind in scene.kinds if kind.name == name)
    place: _Fields = {"x": heading.x, "y": heading.y, "width": GROUP_WIDTH, "lines": heading.lines}
    return {"kind": name, "color": mark.color, "shape": mark.shape, **place}


def _find_column_places(diagram: Diagram, boxes: Mapping[str, Box]) -> list[_Fields]:
    """Heading and left edge of each column that has items."""
    lefts = {node.column: boxes[node.id].x - boxes[node.id].width / 2 for node in diagram.nodes}
    return [{"title": diagram.columns[column], "left": lefts[column]} for column in sorted(lefts)]


def _to_vis_node(index: int, node: DiagramNode, box: Box) -> _Fields:
    """A node as vis-network and the page's code read it; its id is its row in the table of items."""
    fields: _Fields = {
        "id": index,
        "label": node.label,
        "key": to_clean_text(node.id),
        "kind": node.kind,
        "lines": box.lines,
        "x": box.x,
        "y": box.y,
        "boxHeight": box.height,
    }
    if node.detail:
        fields["detail"] = node.detail
    if box.radius:
        fields["radius"] = box.radius
        fields["side"] = box.side
    if box.kind:
        fields["subtitle"] = box.kind
    if node.status:
        fields["status"] = node.status
        fields["statusColor"] = get_status_color(node.status)
        fields["statusWidth"] = min(measure_status(node.status), box.width - STRIPE - 2 * PADDING)
    return fields


def _to_vis_edges(scene: Scene) -> list[_Fields]:
    """Edges; `nth` counts those that join the same two items, so that none hides another."""
    index = {node.id: i for i, node in enumerate(scene.nodes)}
    edges: list[_Fields] = []
    for i, (link, nth) in enumerate(zip(scene.diagram.links, scene.counts, strict=True)):
        fields: _Fields = {"id": i, "from": index[link.source], "to": index[link.target]}
        fields |= {"word": link.label, "nth": nth}
        fields |= {"basis": link.basis} if link.basis else {}
        fields |= {"dashed": True} if link.is_dashed else {}
        fields |= {"detail": link.detail} if link.detail else {}
        fields |= {"width": link.width} if link.width != _PLAIN_WIDTH else {}
        edges.append(fields)
    return edges


def _make_item_table(scene: Scene) -> _Fields:
    """Headings and rows of every item: name, kind, status where there is one, each further fact, id."""
    nodes = scene.nodes
    names = _list_names(node.detail for node in nodes)
    has_status = any(node.status for node in nodes)
    status = ["Status"] if has_status else []
    rows = [
        [
            node.label,
            node.kind,
            *([node.status] if has_status else []),
            *_pick(node.detail, names),
            to_clean_text(node.id),
        ]
        for node in nodes
    ]
    return {"headings": ["Name", scene.diagram.kind_word, *status, *names, "Id"], "rows": rows}


def _make_link_table(diagram: Diagram) -> _Fields:
    """Headings and rows of every link: its ends, what it says, what it rests on, each further fact."""
    labels = {node.id: node.label for node in diagram.nodes}
    names = _list_names(link.detail for link in diagram.links)
    has_basis = any(link.basis for link in diagram.links)
    ends = ("One", "Other") if diagram.form == "groups" else ("From", "To")
    rows = [
        [
            labels[link.source],
            link.label,
            labels[link.target],
            *([link.basis] if has_basis else []),
            *_pick(link.detail, names),
        ]
        for link in diagram.links
    ]
    return {"headings": [ends[0], "Link", ends[1], *(["Basis"] if has_basis else []), *names], "rows": rows}


def _list_names(details: Iterable[_Detail]) -> list[str]:
    """The name of each fact, in the order met."""
    return list(dict.fromkeys(name for detail in details for name, _ in detail))


def _pick(detail: _Detail, names: Sequence[str]) -> list[str]:
    """The facts of one item or link under each name."""
    return ["; ".join(value for key, value in detail if key == name) for name in names]
