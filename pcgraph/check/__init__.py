"""What the documents leave open or contradict: checks as files, each with problem, why and fix."""

from pcgraph.check.report import CheckReport, Finding, Uncovered
from pcgraph.check.run import run_checks

__all__ = ["CheckReport", "Finding", "Uncovered", "run_checks"]
