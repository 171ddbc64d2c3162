"""The format `csv`: one row a link, both its ends with name, code, kind and theme."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.network.export.plain import PlainLink, PlainNetwork, PlainNode
from pcgraph.render.delimited import write_delimited
from pcgraph.render.records import Records, Value

_ENDS = (("source", "From"), ("target", "To"))
_OF_AN_END = (("label", ""), ("identifier", "id"), ("code", "code"), ("kind", "kind"), ("theme", "theme"))


def render(network: PlainNetwork) -> bytes:
    """A network's links as comma-separated text that no spreadsheet takes for formulas.

    The last columns, `source` and `target`, are the IRIs, by which Gephi and R link the rows to other files.
    """
    return write_delimited(to_link_records(network), ",").encode()


def to_link_records(network: PlainNetwork) -> Records:
    """One row a link, in the order of their ends."""
    nodes = network.by_id
    rows = tuple(tuple(_iter_row(network, nodes, link)) for link in network.links)
    ends = [(f"{end}_{name}", f"{heading} {words}".strip()) for end, heading in _ENDS for name, words in _OF_AN_END]
    fields = [(one.name, one.heading) for one in network.link_fields]
    iris = [(end, f"{heading} (address)") for end, heading in _ENDS]
    return Records(network.title, (*ends, ("weight", "Weight"), *fields, *iris), rows, network.note)


def _iter_row(network: PlainNetwork, nodes: dict[str, PlainNode], link: PlainLink) -> Iterator[Value]:
    for iri in (link.source, link.target):
        node = nodes[iri]
        yield node.label
        yield from (node.values.get(name) for name, _ in _OF_AN_END[1:])
    yield link.weight
    yield from (link.values.get(one.name) for one in network.link_fields)
    yield from (link.source, link.target)
