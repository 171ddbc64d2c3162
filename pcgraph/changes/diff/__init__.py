"""How two datasets or two graphs differ, told in plain words."""

from pcgraph.changes.diff.compare import find_diff
from pcgraph.changes.diff.records import CHANGE_NAMES, Diff, Difference

__all__ = ["CHANGE_NAMES", "Diff", "Difference", "find_diff"]
