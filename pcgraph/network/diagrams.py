"""Diagrams of the plan: who leads what, and a theme on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pcgraph.errors import QueryError
from pcgraph.network.graphs import Network, to_network
from pcgraph.query.run import find_documents_read
from pcgraph.render.diagram import Diagram, DiagramLink, DiagramNode
from pcgraph.store.base import Store

_RATED = "Delivery, self-rated"
_LED = ("Deliverable", "Force action")


def to_leads_diagram(store: Store, *, theme: str = "", plan: str = "") -> Diagram:
    """Who leads what: posts on the left, the deliverables and actions that they lead on the right.

    Args:
        store: The graph to read.
        theme: A theme to narrow it to, or "".
        plan: A plan to narrow it to, or "".

    Raises:
        QueryError: There is no such theme or plan, or nobody leads anything there.
    """
    network = to_network(store, theme=theme, plan=plan)
    led = [(source, target) for source, target, relation in network.edges(data="relation") if relation == "led by"]
    if not led:
        raise QueryError(
            "No lead officer is named there in the papers read so far.", hint="Draw without --theme and --plan."
        )
    kept = {node for edge in led for node in edge}
    columns = {"Post": 0, **dict.fromkeys(_LED, 1)}
    title = "Who leads what" + (f": theme {theme}" if theme else "")
    links = tuple(_to_link(network, target, source, "leads") for source, target in led)
    headings = ("Lead officers' posts", "What they lead")
    nodes = _to_nodes(network, columns, kept)
    return Diagram(title, _summarise(store, nodes), headings, nodes, links, ordered=(0,))


def to_plan_diagram(store: Store, *, theme: str, plan: str = "") -> Diagram:
    """A theme on a page: its outcomes and deliverables, their actions, and who leads them.

    Args:
        store: The graph to read.
        theme: The theme.
        plan: The plan whose deliverables are drawn; the theme's own plan when empty.

    Raises:
        QueryError: There is no such theme or plan, or the theme has no deliverable in the plan.
    """
    own_plan = plan or _find_plan(to_network(store, theme=theme))
    network = to_network(store, theme=theme, plan=own_plan)
    if not any(kind == "Deliverable" for _, kind in network.nodes(data="kind")):
        raise QueryError(f"The theme {theme} has no deliverable in the plan {own_plan}.", hint="Name another --plan.")
    columns = {"Theme": 0, "Outcome": 1, "Deliverable": 1, "Force action": 2, "Post": 3}
    headings = ("Theme", "Outcomes and deliverables", "Force actions", "Lead officers' posts")
    edges = network.edges(data="relation")
    links = tuple(_to_link(network, source, target, label) for source, target, label in edges)
    nodes = _to_nodes(network, columns, set(network))
    title = f"Theme {theme} on a page, {own_plan}"
    return Diagram(title, _summarise(store, nodes), headings, nodes, links, ordered=(0, 1, 2))


def _find_plan(network: Network) -> str:
    """The plan that the theme itself belongs to."""
    return next(str(data["plan"]) for _, data in network.nodes(data=True) if data["kind"] == "Theme")


def _to_nodes(network: Network, columns: Mapping[str, int], kept: set[str]) -> tuple[DiagramNode, ...]:
    """The network's items, outcomes before deliverables, each with its code and status."""
    chosen = [(node, data) for node, data in network.nodes(data=True) if node in kept and data["kind"] in columns]
    order = list(columns)
    chosen.sort(key=lambda pair: order.index(pair[1]["kind"]))
    return tuple(_to_node(data, columns[data["kind"]]) for _, data in chosen)


def _to_node(data: Mapping[str, Any], column: int) -> DiagramNode:
    label = data["label"] if data["kind"] == "Post" else f"{_to_code(data['id'])} {data['label']}"
    detail = []
    if "report" in data:
        detail.append((_RATED, f"{data['status'] or 'No letter printed'} in {data['report']}"))
    status = data.get("status", "") or ("No letter" if "report" in data else "")
    return DiagramNode(data["id"], label, data["kind"], column, tuple(detail), status)


def _to_code(identifier: str) -> str:
    """The short code in an id such as `2018-21/T3.3`."""
    return identifier.rpartition("/")[2]


def _to_link(network: Network, source: str, target: str, label: str) -> DiagramLink:
    return DiagramLink(network.nodes[source]["id"], network.nodes[target]["id"], label)


def _summarise(store: Store, nodes: tuple[DiagramNode, ...]) -> str:
    """Which papers a diagram speaks of."""
    papers = ", ".join(find_documents_read(store))
    reports = sorted({value.rpartition(" in ")[2] for node in nodes for name, value in node.detail if name == _RATED})
    rated = f" A status is delivery, self-rated, as {' and '.join(reports)} prints it." if reports else ""
    return f"In the papers read so far: {papers}.{rated}"
