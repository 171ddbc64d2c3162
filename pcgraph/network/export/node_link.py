"""The format `json`: nodes and links as `networkx.node_link_graph` reads them, and D3 draws them.

Source:
    https://networkx.org/documentation/stable/reference/readwrite/generated/networkx.readwrite.json_graph.node_link_graph.html
"""

from __future__ import annotations

import json

from pcgraph.network.export.plain import PlainLink, PlainNetwork, PlainNode, Scalar, Spell


def render(network: PlainNetwork) -> bytes:
    """A network as node-link JSON; a value that is not stated is left out, spells are lists of two days."""
    whole = {
        "directed": network.is_directed,
        "multigraph": False,
        "graph": {"title": network.title, "note": network.note},
        "nodes": [_to_node(node) for node in network.nodes],
        "edges": [_to_link(link) for link in network.links],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


_Shown = dict[str, Scalar | tuple[Spell, ...]]


def _to_node(node: PlainNode) -> _Shown:
    return {"id": node.id, "label": node.label, **node.values, **_to_spells(node.spells)}


def _to_link(link: PlainLink) -> _Shown:
    ends: _Shown = {"source": link.source, "target": link.target}
    return {**ends, "weight": link.weight, **link.values, **_to_spells(link.spells)}


def _to_spells(spells: tuple[Spell, ...]) -> _Shown:
    return {"spells": spells} if spells else {}
