"""Networks from the graph, as NetworkX graphs for analysis, as findings in words, and as diagrams.

A notebook begins with:

    from pathlib import Path
    from pcgraph.network import Scope, find_partner_measures, project_partners, to_partner_deliverables
    from pcgraph.store import open_store

    store = open_store(Path("data/nottinghamshire"))
    graph = to_partner_deliverables(store, Scope(theme="T3"))
    partners = project_partners(graph, weighting="newman")
    findings = find_partner_measures(store, Scope(theme="T3"))
"""

from pcgraph.network.bipartite import (
    to_lead_deliverables,
    to_memberships,
    to_partner_deliverables,
    to_partner_outcomes,
    to_partner_programmes,
)
from pcgraph.network.diagram_matrix import to_partner_matrix
from pcgraph.network.diagram_network import to_network_diagram
from pcgraph.network.diagram_partners import to_partners_diagram
from pcgraph.network.diagrams import to_leads_diagram, to_plan_diagram
from pcgraph.network.export import export_network
from pcgraph.network.findings import Findings
from pcgraph.network.graphs import to_network
from pcgraph.network.leads import find_leads
from pcgraph.network.leaving import find_losses
from pcgraph.network.measures import find_partner_measures, measure_partners
from pcgraph.network.over_time import find_partner_changes
from pcgraph.network.parts import Parts
from pcgraph.network.projection import project_partners
from pcgraph.network.read import read_parts
from pcgraph.network.reliance import find_reliance
from pcgraph.network.scope import Scope, get_partner, read_scope, resolve_partners
from pcgraph.network.suggest import suggest_partners
from pcgraph.network.summary import to_measure_records
from pcgraph.network.tables import to_group_records, to_only_tie_records, to_partner_records

__all__ = [
    "Findings",
    "Parts",
    "Scope",
    "export_network",
    "find_leads",
    "find_losses",
    "find_partner_changes",
    "find_partner_measures",
    "find_reliance",
    "get_partner",
    "measure_partners",
    "project_partners",
    "read_parts",
    "read_scope",
    "resolve_partners",
    "suggest_partners",
    "to_group_records",
    "to_lead_deliverables",
    "to_leads_diagram",
    "to_measure_records",
    "to_memberships",
    "to_network",
    "to_network_diagram",
    "to_only_tie_records",
    "to_partner_deliverables",
    "to_partner_matrix",
    "to_partner_outcomes",
    "to_partner_programmes",
    "to_partner_records",
    "to_partners_diagram",
    "to_plan_diagram",
]
