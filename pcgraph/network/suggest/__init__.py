"""Who could work together: deliverables that are alike and have no partner in common, as suggestions."""

from pcgraph.network.suggest.find import Suggestion, Suggestions, compare_works, suggest_partners
from pcgraph.network.suggest.tables import to_suggestion_records

__all__ = ["Suggestion", "Suggestions", "compare_works", "suggest_partners", "to_suggestion_records"]
