"""What the documents leave open or contradict: checks as files, each with problem, why and fix."""

from pcgraph.check.profile import Profile
from pcgraph.check.report import CheckReport, Finding, Uncovered
from pcgraph.check.rules import Rules, read_rules
from pcgraph.check.run import run_checks
from pcgraph.check.waivers import Waiver

__all__ = ["CheckReport", "Finding", "Profile", "Rules", "Uncovered", "Waiver", "read_rules", "run_checks"]
