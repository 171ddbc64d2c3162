"""The user's own SPARQL: read-only, bounded in time and memory, of every query form."""

from pcgraph.sparql.answer import SparqlAnswer
from pcgraph.sparql.run import DEFAULT_LIMIT, DEFAULT_TIMEOUT_S, run_sparql
from pcgraph.sparql.term import Term

__all__ = ["DEFAULT_LIMIT", "DEFAULT_TIMEOUT_S", "SparqlAnswer", "Term", "run_sparql"]
