"""The format `gexf`: Gephi's own, with colours by kind, sizes by links and dates.

A node's spell is its plan's years. A link's spells are the days, months or years that the documents' words
speak of; what has none is there at any time.

Source:
    GEXF 1.3, https://gexf.net/schema.html (modules `viz` and `dynamics`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from pcgraph.network.export.plain import Field, PlainLink, PlainNetwork, PlainNode, Scalar, Spell, to_text
from pcgraph.render.marks import mark_kinds

_KINDS = ("Partner", "Partnership", "Deliverable", "Outcome", "Theme", "Force action", "Post", "Programme")
"""The kinds that have the same colour in every network."""

_SMALLEST, _LARGEST = 10.0, 40.0
"""Sizes of nodes in Gephi's units: without a link, with most links."""


def render(network: PlainNetwork) -> bytes:
    """A network as GEXF 1.3; a value that is not stated is left out."""
    return "\n".join((*_iter_lines(network), "")).encode()


def _iter_lines(network: PlainNetwork) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'
    yield "<meta>"
    yield f"<creator>pcgraph</creator><keywords>{escape(network.title)}</keywords>"
    yield f"<description>{escape(network.note)}</description>"
    yield "</meta>"
    yield f"<graph {_to_mode(network)}>"
    yield from _iter_fields("node", network.node_fields)
    yield from _iter_fields("edge", network.link_fields)
    yield "<nodes>"
    yield from _iter_nodes(network)
    yield "</nodes>"
    yield "<edges>"
    for number, link in enumerate(network.links):
        yield from _iter_link(network, number, link)
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _to_mode(network: PlainNetwork) -> str:
    direction = "directed" if network.is_directed else "undirected"
    has_dates = any(node.spells for node in network.nodes) or any(link.spells for link in network.links)
    mode = 'mode="dynamic" timeformat="date"' if has_dates else 'mode="static"'
    return f'{mode} defaultedgetype="{direction}"'


def _iter_fields(what: str, fields: Sequence[Field]) -> Iterator[str]:
    yield f'<attributes class="{what}" mode="static">'
    for one in fields:
        yield f'<attribute id="{one.name}" title="{one.name}" type="{one.type}"/>'
    yield "</attributes>"


def _iter_nodes(network: PlainNetwork) -> Iterator[str]:
    links = Counter(end for link in network.links for end in (link.source, link.target))
    most = max(links.values(), default=1)
    colors = _choose_colors(network.nodes)
    for node in network.nodes:
        yield f"<node id={quoteattr(node.id)} label={quoteattr(node.label)}>"
        yield from _iter_values(network.node_fields, node.values)
        yield from _iter_spells(node.spells)
        yield colors[str(node.values.get("kind", ""))]
        yield f'<viz:size value="{_SMALLEST + (_LARGEST - _SMALLEST) * links[node.id] / most:.2f}"/>'
        yield "</node>"


def _choose_colors(nodes: Sequence[PlainNode]) -> dict[str, str]:
    """The element that tells the colour of each kind."""
    others = sorted({str(node.values.get("kind", "")) for node in nodes} - set(_KINDS))
    return {mark.name: _to_color(mark.color) for mark in mark_kinds((*_KINDS, *others))}


def _to_color(color: str) -> str:
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _iter_link(network: PlainNetwork, number: int, link: PlainLink) -> Iterator[str]:
    ends = f"source={quoteattr(link.source)} target={quoteattr(link.target)}"
    yield f'<edge id="{number}" {ends} weight="{link.weight!r}">'
    yield from _iter_values(network.link_fields, link.values)
    yield from _iter_spells(link.spells)
    yield "</edge>"


def _iter_values(fields: Sequence[Field], values: Mapping[str, Scalar]) -> Iterator[str]:
    yield "<attvalues>"
    for one in fields:
        if one.name in values:
            yield f'<attvalue for="{one.name}" value={quoteattr(to_text(values[one.name]))}/>'
    yield "</attvalues>"


def _iter_spells(spells: Sequence[Spell]) -> Iterator[str]:
    if spells:
        inner = "".join(f'<spell start="{start}" end="{end}"/>' for start, end in spells)
        yield f"<spells>{inner}</spells>"
