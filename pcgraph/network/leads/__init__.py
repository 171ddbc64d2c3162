"""Lead officers: how much each post and unit leads, who joins themes, where an action is led by somebody else."""

from pcgraph.network.leads.find import Leads, Load, Parted, find_leads, weigh_leads
from pcgraph.network.leads.tables import to_lead_records

__all__ = ["Leads", "Load", "Parted", "find_leads", "to_lead_records", "weigh_leads"]
