"""Writes `ontology/README.md` from the ontology itself, so that the page cannot fall behind it.

Run `python -m pcgraph.ontology_docs` after a change of `ontology/*.ttl`; a test compares the two.
"""

from pcgraph.ontology_docs.readme import to_ontology_readme, write_ontology_readme

__all__ = ["to_ontology_readme", "write_ontology_readme"]
