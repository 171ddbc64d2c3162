"""The plan as a NetworkX graph: themes, outcomes, deliverables, actions and the posts that lead them."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from pcgraph.query.parameters import resolve_thing
from pcgraph.store.base import Store, Value

Network: TypeAlias = "nx.DiGraph[str]"

_PREFIXES = """
PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_NODES = (
    _PREFIXES
    + """
SELECT ?thing ?kind ?id ?label ?plan ?theme ?order WHERE {
  VALUES (?class ?kind) {
    (pcg:Theme "Theme") (pcg:Outcome "Outcome") (pcg:Deliverable "Deliverable")
    (pcg:ForceAction "Force action") (pcg:Post "Post")
  }
  ?thing a ?class ; dcterms:identifier ?id ; skos:prefLabel ?label .
  OPTIONAL { ?thing pcg:inPlan/dcterms:identifier ?plan }
  OPTIONAL { ?thing pcg:inTheme/dcterms:identifier ?theme }
  OPTIONAL { ?thing pcg:sortKey ?order }
} ORDER BY ?kind ?order ?id
"""
)
_LINKS = (
    _PREFIXES
    + """
SELECT ?source ?relation ?target WHERE {
  { ?source pcg:ledBy ?target . BIND("led by" AS ?relation) }
  UNION { ?target pcg:implements ?source . BIND("implemented by" AS ?relation) }
  UNION { ?target pcg:inTheme ?source . { ?target a pcg:Deliverable } UNION { ?target a pcg:Outcome }
          BIND("has" AS ?relation) }
} ORDER BY ?source ?relation ?target
"""
)
_STATUSES = (
    _PREFIXES
    + """
SELECT ?thing ?status ?period ?report WHERE {
  ?update pcg:reportsOn ?thing ; pcg:inReport ?document .
  ?document dcterms:identifier ?report .
  OPTIONAL { ?update pcg:rag/skos:prefLabel ?status }
  OPTIONAL { ?document pcg:period ?period }
} ORDER BY ?thing ?period ?report
"""
)


def to_network(store: Store, *, theme: str = "", plan: str = "") -> Network:
    """The plan as a directed graph, from the whole to its parts.

    Args:
        store: The graph to read.
        theme: A theme's code or id, to which deliverables, outcomes and actions are narrowed; all
            themes when empty.
        plan: A plan's years, to which deliverables, outcomes and actions are narrowed; all plans
            when empty.

    Returns:
        Nodes are IRIs with `kind`, `id`, `label`, `plan`, `theme` and, on a deliverable that was
        reported on, `report` and `status` ("" where no letter is printed) of its latest period.
        Edges carry `relation`: `has` (theme to outcome or deliverable), `implemented by`, `led by`.
        Posts without an edge are left out.

    Raises:
        QueryError: There is no such theme or plan.
    """
    network: Network = nx.DiGraph()
    chosen_theme = resolve_thing(store, "Theme", theme)[0].identifier if theme else ""
    chosen_plan = resolve_thing(store, "Plan", plan)[0].identifier if plan else ""
    for iri, kind, identifier, label, in_plan, in_theme, _ in store.select(_NODES).rows:
        own_theme = identifier if kind == "Theme" else in_theme
        if kind != "Post" and not (
            chosen_theme in ("", own_theme) and (kind == "Theme" or chosen_plan in ("", in_plan))
        ):
            continue
        network.add_node(str(iri), kind=kind, id=identifier, label=label, plan=in_plan or "", theme=own_theme or "")
    for source, relation, target in store.select(_LINKS).rows:
        if source in network and target in network:
            network.add_edge(str(source), str(target), relation=relation)
    _add_statuses(network, store.select(_STATUSES).rows)
    idle = [node for node, kind in network.nodes(data="kind") if kind == "Post" and network.degree(node) == 0]
    network.remove_nodes_from(idle)
    return network


def _add_statuses(network: Network, rows: list[tuple[Value, ...]]) -> None:
    """The RAG status of each deliverable's latest period; rows come in the order of the periods."""
    for thing, status, _, report in rows:
        if thing in network:
            network.nodes[thing].update(status=status or "", report=report)
