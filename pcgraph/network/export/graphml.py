"""The format `graphml`: what yEd, Cytoscape, igraph, R, Gephi and NetworkX read.

Source:
    GraphML 1.0, http://graphml.graphdrawing.org/specification.html; the attributes' types as in
    http://graphml.graphdrawing.org/primer/graphml-primer.html, section 2.4.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from pcgraph.network.export.plain import Field, FieldType, PlainNetwork, Scalar, to_text

_TYPES: dict[FieldType, str] = {"string": "string", "integer": "int", "double": "double", "boolean": "boolean"}
_ABOUT = (Field("title", "string", "Title"), Field("note", "string", "Note"))
_LABEL = Field("label", "string", "Label")
_WEIGHT = Field("weight", "double", "Weight")


def render(network: PlainNetwork) -> bytes:
    """A network as GraphML; a value that is not stated is left out."""
    return "\n".join((*_iter_lines(network), "")).encode()


def _iter_lines(network: PlainNetwork) -> Iterator[str]:
    node_fields, link_fields = (_LABEL, *network.node_fields), (_WEIGHT, *network.link_fields)
    direction = "directed" if network.is_directed else "undirected"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for what, fields in (("graph", _ABOUT), ("node", node_fields), ("edge", link_fields)):
        yield from _iter_keys(what, fields)
    yield f'<graph edgedefault="{direction}">'
    yield from _iter_data("graph", _ABOUT, to_about(network))
    for node in network.nodes:
        yield f"<node id={quoteattr(node.id)}>"
        yield from _iter_data("node", node_fields, {"label": node.label, **node.values})
        yield "</node>"
    for link in network.links:
        yield f"<edge source={quoteattr(link.source)} target={quoteattr(link.target)}>"
        yield from _iter_data("edge", link_fields, {"weight": link.weight, **link.values})
        yield "</edge>"
    yield "</graph>"
    yield "</graphml>"


def _iter_keys(what: str, fields: Sequence[Field]) -> Iterator[str]:
    for one in fields:
        name, kind = quoteattr(one.name), _TYPES[one.type]
        yield f'<key id="{what}-{one.name}" for="{what}" attr.name={name} attr.type="{kind}"/>'


def _iter_data(what: str, fields: Sequence[Field], values: Mapping[str, Scalar]) -> Iterator[str]:
    for one in fields:
        if one.name in values:
            yield f'<data key="{what}-{one.name}">{escape(to_text(values[one.name]))}</data>'


def to_about(network: PlainNetwork) -> dict[str, Scalar]:
    """What is told of a network as a whole."""
    return {"title": network.title, "note": network.note}
