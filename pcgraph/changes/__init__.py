"""What changed: from one monitoring report to a later one, and from one dataset or graph to another."""

from pcgraph.changes.find import find_changes
from pcgraph.changes.records import CHANGE_KINDS, Change, Changes

__all__ = ["CHANGE_KINDS", "Change", "Changes", "find_changes"]
