"""Tables to RDF: one file a topic, a registry of them in `topics`, evidence for every stated fact."""

from pcgraph.graph.book import Book, Quad, TableSet
from pcgraph.graph.export import EXPORT_FORMATS, iter_nquads, to_rdflib, write_graph
from pcgraph.graph.ontology import iter_ontology
from pcgraph.graph.passages import Sources, iter_passages
from pcgraph.graph.topics import RULES, TABLE_TOPICS, iter_quads

__all__ = [
    "EXPORT_FORMATS",
    "RULES",
    "TABLE_TOPICS",
    "Book",
    "Quad",
    "Sources",
    "TableSet",
    "iter_nquads",
    "iter_ontology",
    "iter_passages",
    "iter_quads",
    "to_rdflib",
    "write_graph",
]
