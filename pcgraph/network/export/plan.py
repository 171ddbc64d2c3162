"""The whole plan as plain values: themes, outcomes, deliverables, actions and the posts that lead them."""

from __future__ import annotations

from collections.abc import Mapping

from pcgraph.errors import CallError, QueryError
from pcgraph.network.export.make import Periods, to_label
from pcgraph.network.export.plain import PlainLink, PlainNetwork, PlainNode, drop_unused, to_values
from pcgraph.network.graphs import to_network
from pcgraph.network.scope import Scope
from pcgraph.store.base import Store

_TITLE = "The plan: themes, outcomes, deliverables, actions and who leads them"
_NOTE = (
    "Links lead from the whole to its parts and to who leads them; all of it is stated by documents. A deliverable's "
    "status is delivery, self-rated, in the last report read. No mention is not no work."
)


def make_plan(store: Store, scope: Scope, *, periods: Periods) -> PlainNetwork:
    """The plan as plain values.

    Args:
        store: The graph to read.
        scope: Its theme and plan, in ids; a report or a role says nothing of the plan.
        periods: When each plan runs.

    Raises:
        CallError: The scope has a report or roles.
        QueryError: Nothing is left.
    """
    for flag, value in (("--report", scope.report), ("--role", scope.roles)):
        if value:
            raise CallError(f"{flag} says nothing of the plan as a whole.", hint=f"Leave {flag} out.")
    network = to_network(store, theme=scope.theme, plan=scope.plan)
    if not network.number_of_edges():
        raise QueryError(
            f"The plan holds nothing there ({scope.describe() or 'nothing was read'}).",
            hint="Leave --theme or --plan out, or ask for another.",
        )
    nodes = tuple(_to_node(iri, node, periods) for iri, node in network.nodes(data=True))
    place = {node.id: i for i, node in enumerate(nodes)}
    links = [
        PlainLink(one, other, 1.0, {"relation": edge["relation"]}) for one, other, edge in network.edges(data=True)
    ]
    in_order = tuple(sorted(links, key=lambda link: (place[link.source], place[link.target])))
    note = " ".join((*scope.notes, _NOTE))
    return drop_unused(PlainNetwork(_TITLE, note, ("Whole", "Part"), nodes, in_order, is_directed=True))


def _to_node(iri: str, node: Mapping[str, str], periods: Periods) -> PlainNode:
    identifier, words = node["id"], node["label"]
    start, end = periods.get(node["plan"], ("", ""))
    values = {
        "identifier": identifier,
        "code": identifier.rpartition("/")[2],
        "kind": node["kind"],
        "wording": words if "/" in identifier else "",
        "theme": node["theme"],
        "plan": node["plan"],
        "report": node.get("report", ""),
        "status": node.get("status", ""),
        "plan_start": start,
        "plan_end": end,
    }
    return PlainNode(iri, to_label(identifier, words), to_values(values), ((start, end),) if start and end else ())
