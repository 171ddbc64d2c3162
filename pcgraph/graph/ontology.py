"""The ontology's Turtle files as quads of a graph of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pcgraph.errors import OntologyError
from pcgraph.graph.book import Quad
from pcgraph.graph.lines import to_iri
from pcgraph.terms import ONTOLOGY_GRAPH


def iter_ontology(folder: Path) -> Iterator[Quad]:
    """Every triple of the `*.ttl` files of one folder (shapes lie in a folder below and stay out).

    Raises:
        OntologyError: A file is not Turtle or holds a blank node, or there is no file.
    """
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise OntologyError(f"There is no ontology in {folder}.", hint="Install pcgraph again, or restore the folder.")
    graph = to_iri(ONTOLOGY_GRAPH)
    seen: set[str] = set()
    for file in files:
        for triple in _iter_triples(file):
            if triple not in seen:
                seen.add(triple)
                yield triple, graph


def _iter_triples(file: Path) -> Iterator[str]:
    from pyoxigraph import BlankNode, RdfFormat, parse

    try:
        for quad in parse(path=file, format=RdfFormat.TURTLE):
            if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
                raise OntologyError(f"{file.name} holds a blank node.", hint="Give it an IRI.")
            yield f"{quad.subject} {quad.predicate} {quad.object}"
    except SyntaxError as error:
        raise OntologyError(
            f"{file.name} is not Turtle: {error.msg}.", hint="Restore it, or mend that line."
        ) from error
