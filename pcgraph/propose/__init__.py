"""Candidates for judgements: which outcomes a deliverable contributes to, and which earlier one it takes up."""

from pcgraph.propose.candidate import Candidate, JudgementTable
from pcgraph.propose.contributions import propose_contributions
from pcgraph.propose.lineage import list_later, propose_lineage

__all__ = ["Candidate", "JudgementTable", "list_later", "propose_contributions", "propose_lineage"]
