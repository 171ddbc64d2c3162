"""Partners over time: who joined, left or changed its part from one report to a later one."""

from pcgraph.network.over_time.changes import PartnerChange, PartnerChanges
from pcgraph.network.over_time.find import find_partner_changes

__all__ = ["PartnerChange", "PartnerChanges", "find_partner_changes"]
