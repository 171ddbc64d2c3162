"""Questions in plain words: which canned query answers them, and with which values. No network, no model.

The rules know how officers word things (`cues.toml`); what things are called comes from the store.
"""

from pcgraph.ask.records import Reading, Understanding
from pcgraph.ask.understanding import Finder, understand

__all__ = ["Finder", "Reading", "Understanding", "understand"]
