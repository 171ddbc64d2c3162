"""A diagram as one HTML file: the picture by pyvis and vis-network, and all of it in tables too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from jinja2 import Environment

from pcgraph.render.diagram import Diagram, DiagramLink, DiagramNode, check_diagram
from pcgraph.render.label import FONT_SIZE
from pcgraph.render.layout import LINE_HEIGHT, PADDING, STRIPE, Box, lay_out, measure_status
from pcgraph.render.marks import KindMark, get_status_color, mark_kinds
from pcgraph.render.page import make_environment, make_frame, read_template_text
from pcgraph.render.text import to_clean_text
from pcgraph.render.vis import read_vis_script

_Fields = dict[str, object]

_SCRIPTS = ("sort.js", "diagram-draw.js", "diagram-view.js", "diagram-details.js", "diagram.js")

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
    check_diagram(diagram)
    clean = _clean(diagram)
    boxes = lay_out(clean)
    order = {node_id: i for i, node_id in enumerate(boxes)}
    nodes = sorted(clean.nodes, key=lambda node: order[node.id])
    kinds = mark_kinds([node.kind for node in nodes])
    environment = make_environment()
    environment.globals.update(_make_context(clean, nodes, kinds, boxes))
    return _build_with_pyvis(
        environment,
        [_to_vis_node(i, node, boxes[node.id]) for i, node in enumerate(nodes)],
        _to_vis_edges(clean.links, nodes),
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


def _clean(diagram: Diagram) -> Diagram:
    """The diagram without characters that no page should get; ids stay as they are."""
    nodes = tuple(
        replace(
            node,
            label=to_clean_text(node.label),
            kind=to_clean_text(node.kind),
            status=to_clean_text(node.status),
            detail=tuple((to_clean_text(name), to_clean_text(value)) for name, value in node.detail),
        )
        for node in diagram.nodes
    )
    links = tuple(replace(link, label=to_clean_text(link.label)) for link in diagram.links)
    return replace(
        diagram,
        title=to_clean_text(diagram.title),
        summary=to_clean_text(diagram.summary),
        columns=tuple(map(to_clean_text, diagram.columns)),
        nodes=nodes,
        links=links,
    )


def _make_context(
    diagram: Diagram, nodes: Sequence[DiagramNode], kinds: tuple[KindMark, ...], boxes: Mapping[str, Box]
) -> _Fields:
    """What the template needs beside nodes and edges."""
    frame = make_frame(
        diagram.title,
        styles=[read_template_text("page.css"), read_template_text("diagram.css")],
        scripts=[read_vis_script(), *map(read_template_text, _SCRIPTS)],
    )
    return {
        "frame": frame,
        "summary": diagram.summary,
        "kinds": kinds,
        "items": _make_item_table(nodes),
        "links": _make_link_table(diagram),
        "picture": {
            "kinds": [{"name": kind.name, "color": kind.color, "shape": kind.shape} for kind in kinds],
            "columns": _find_column_places(diagram, boxes),
            "width": max((box.width for box in boxes.values()), default=0),
            "sizes": {"font": FONT_SIZE, "line": LINE_HEIGHT, "padding": PADDING, "stripe": STRIPE},
        },
    }


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
    if box.kind:
        fields["subtitle"] = box.kind
    if node.status:
        fields["status"] = node.status
        fields["statusColor"] = get_status_color(node.status)
        fields["statusWidth"] = min(measure_status(node.status), box.width - STRIPE - 2 * PADDING)
    return fields


def _to_vis_edges(links: Sequence[DiagramLink], nodes: Sequence[DiagramNode]) -> list[_Fields]:
    """Edges; `nth` counts those that join the same two items, so that none hides another."""
    index = {node.id: i for i, node in enumerate(nodes)}
    met: dict[tuple[str, str], int] = {}
    edges: list[_Fields] = []
    for i, link in enumerate(links):
        pair = (min(link.source, link.target), max(link.source, link.target))
        nth = met.get(pair, 0)
        met[pair] = nth + 1
        edges.append({"id": i, "from": index[link.source], "to": index[link.target], "word": link.label, "nth": nth})
    return edges


def _make_item_table(nodes: Sequence[DiagramNode]) -> _Fields:
    """Headings and rows of every item: name, kind, status where there is one, each further fact, id."""
    names = list(dict.fromkeys(name for node in nodes for name, _ in node.detail))
    has_status = any(node.status for node in nodes)
    status = ["Status"] if has_status else []
    rows = [
        [
            node.label,
            node.kind,
            *([node.status] if has_status else []),
            *("; ".join(value for key, value in node.detail if key == name) for name in names),
            to_clean_text(node.id),
        ]
        for node in nodes
    ]
    return {"headings": ["Name", "Kind", *status, *names, "Id"], "rows": rows}


def _make_link_table(diagram: Diagram) -> _Fields:
    labels = {node.id: node.label for node in diagram.nodes}
    rows = [[labels[link.source], link.label, labels[link.target]] for link in diagram.links]
    return {"headings": ["From", "Link", "To"], "rows": rows}
