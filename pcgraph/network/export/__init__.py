"""Networks as files for other programs: Gephi, Cytoscape, R, Excel, notebooks."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from pcgraph.errors import CallError
from pcgraph.network.export.make import Periods, make_partners, make_two_sided
from pcgraph.network.export.networks import NETWORK_NAMES, NETWORKS, PARTNERS, PLAN, NetworkKind
from pcgraph.network.export.plain import PlainNetwork
from pcgraph.network.export.plan import make_plan
from pcgraph.network.parts import Parts
from pcgraph.network.scope import Scope, read_scope, resolve_scope
from pcgraph.network.sentences import describe_papers, describe_scope
from pcgraph.store.base import Store

__all__ = ["FORMATS", "NETWORK_NAMES", "choose_network", "export_network", "make_network"]

FORMATS: dict[str, str] = {
    "graphml": "pcgraph.network.export.graphml",
    "gexf": "pcgraph.network.export.gexf",
    "json": "pcgraph.network.export.node_link",
    "csv": "pcgraph.network.export.edge_list",
    "xlsx": "pcgraph.network.export.matrix",
}
"""Every format with the module whose `render` writes it."""

_EVERYTHING = Scope()
_PLAN_DATES = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?id ?start ?end WHERE { ?plan a pcg:Plan ; dcterms:identifier ?id ; pcg:startDate ?start ; pcg:endDate ?end }
ORDER BY ?id ?start ?end
"""


class _Format(Protocol):
    def render(self, network: PlainNetwork) -> bytes: ...


def export_network(store: Store, format_name: str, *, network: str = "", scope: Scope = _EVERYTHING) -> bytes:
    """A network as the bytes of a file, the same for the same graph.

    Args:
        store: The graph to read.
        format_name: A key of `FORMATS`.
        network: One of `NETWORK_NAMES`; as `choose_network` has it when empty.
        scope: What to narrow it to.

    Raises:
        CallError: There is no such format or network, or an Excel sheet is too small for it.
        QueryError: A filter means nothing, or leaves nothing.
    """
    if format_name not in FORMATS:
        raise CallError(f"There is no format {format_name!r}.", hint=f"Choose one of: {', '.join(FORMATS)}.")
    plain = make_network(store, network or choose_network(format_name), scope)
    return cast(_Format, import_module(FORMATS[format_name])).render(plain)


def choose_network(format_name: str) -> str:
    """The network that a format is for where none is named: for Excel the table of partners by outcomes.

    >>> choose_network("xlsx"), choose_network("gexf")
    ('partner-outcome', 'partner-deliverable')
    """
    return "partner-outcome" if format_name == "xlsx" else "partner-deliverable"


def make_network(store: Store, network: str, scope: Scope = _EVERYTHING) -> PlainNetwork:
    """A network with nothing but plain values, as every format writes it.

    Args:
        store: The graph to read.
        network: One of `NETWORK_NAMES`.
        scope: What to narrow it to.

    Raises:
        CallError: There is no such network, or a filter says nothing of it.
        QueryError: A filter means nothing, or leaves nothing.
    """
    if network not in NETWORK_NAMES:
        raise CallError(f"There is no network {network!r}.", hint=f"Choose one of: {', '.join(NETWORK_NAMES)}.")
    periods = _read_periods(store)
    if network == PLAN:
        return make_plan(store, resolve_scope(store, scope), periods=periods)
    kind = NETWORKS["partner-deliverable" if network == PARTNERS else network]
    parts, resolved = read_scope(store, scope, links=kind.links)
    note = f"{_WEIGHTS.get(network, kind.weight)} {_describe(parts, resolved, kind)}"
    if network == PARTNERS:
        return make_partners(parts, note=note, periods=periods)
    return make_two_sided(parts, kind, note=note, periods=periods)


_WEIGHTS = {
    PARTNERS: (
        "A link's weight adds up 1/(n - 1) for each deliverable that the two share, n being how many partners help "
        "with it (Newman 2001); `shared` is how many deliverables."
    )
}


def _describe(parts: Parts, scope: Scope, kind: NetworkKind) -> str:
    """Which papers a network speaks of and, where it is one of partners' help, who agreed to it."""
    if kind.links in ("leads", "memberships"):
        return " ".join((*scope.notes, describe_papers(parts)))
    return describe_scope(parts, scope, partners=len({part.partner for part in parts.parts}))


def _read_periods(store: Store) -> Periods:
    """When each plan runs."""
    return {str(plan): (str(start), str(end)) for plan, start, end in store.select(_PLAN_DATES).rows}
