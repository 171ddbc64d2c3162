"""Networks drawn from the graph, as NetworkX graphs for analysis and as diagrams."""

from pcgraph.network.diagrams import to_leads_diagram, to_plan_diagram
from pcgraph.network.graphs import to_network

__all__ = ["to_leads_diagram", "to_network", "to_plan_diagram"]
