"""The graph for other programs: N-Quads, TriG, Turtle, an rdflib Dataset. Passages are never among it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.errors import CallError
from pcgraph.graph.book import Book, Quad, TableSet
from pcgraph.graph.ontology import iter_ontology
from pcgraph.graph.topics import iter_quads
from pcgraph.places import get_ontology_dir
from pcgraph.terms import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset

EXPORT_FORMATS = ("nquads", "trig", "turtle")
"""The formats of `write_graph`; Turtle has no named graphs and holds each triple once."""


def iter_nquads(dataset: TableSet, *, ontology: Path | None = None) -> Iterator[str]:
    """The graph as N-Quads lines, sorted, each once: the same tables give the same bytes.

    Args:
        dataset: The tables.
        ontology: The folder of the ontology's Turtle files; the one shipped unless given.

    Raises:
        DatasetError: A statement names a property that its subject does not have.
        OntologyError: The ontology is missing or damaged.
    """
    return (f"{triple} {graph} .\n" for triple, graph in sorted(_collect(dataset, ontology)))


def _collect(dataset: TableSet, ontology: Path | None) -> set[Quad]:
    quads = set(iter_quads(Book(dataset)))
    quads.update(iter_ontology(ontology or get_ontology_dir()))
    return quads


def write_graph(dataset: TableSet, output_format: str, *, ontology: Path | None = None) -> bytes:
    """The whole graph in one of `EXPORT_FORMATS`, as UTF-8; the same tables give the same bytes.

    Raises:
        CallError: There is no such format.
        DatasetError: A statement names a property that its subject does not have.
        OntologyError: The ontology is missing or damaged.
    """
    if output_format not in EXPORT_FORMATS:
        raise CallError(f"There is no format “{output_format}”.", hint=f"Choose one of: {', '.join(EXPORT_FORMATS)}.")
    if output_format == "nquads":
        return "".join(iter_nquads(dataset, ontology=ontology)).encode()
    return _serialize(_collect(dataset, ontology), dataset.base, output_format)


def _serialize(quads: set[Quad], base: str, output_format: str) -> bytes:
    """Through pyoxigraph, which writes in the order in which it reads: by graph, then by subject."""
    from pyoxigraph import RdfFormat, parse, serialize

    if output_format == "turtle":
        text = "".join(f"{triple} .\n" for triple in sorted({triple for triple, _ in quads}))
        triples = (quad.triple for quad in parse(text, RdfFormat.N_TRIPLES))
        content = serialize(triples, format=RdfFormat.TURTLE, prefixes=_get_prefixes(base))
    else:
        ordered = sorted(quads, key=lambda quad: (quad[1], quad[0]))
        text = "".join(f"{triple} {graph} .\n" for triple, graph in ordered)
        content = serialize(parse(text, RdfFormat.N_QUADS), format=RdfFormat.TRIG, prefixes=_get_prefixes(base))
    return _sort_prefixes(content or b"")


def _sort_prefixes(content: bytes) -> bytes:
    """The same Turtle or TriG with its prefixes in order: pyoxigraph writes them in a random one."""
    lines = content.splitlines(keepends=True)
    count = next((number for number, line in enumerate(lines) if not line.startswith(b"@prefix ")), len(lines))
    return b"".join(sorted(lines[:count]) + lines[count:])


def _get_prefixes(base: str) -> dict[str, str]:
    return PREFIXES | {"graph": f"{base}graph/"}


def to_rdflib(dataset: TableSet, *, ontology: Path | None = None) -> Dataset:
    """The graph as an rdflib `Dataset`, for notebooks; its default graph is the union of all graphs.

    Args:
        dataset: The tables, for example from `pcgraph.tables.read_dataset(path)`.
        ontology: The folder of the ontology's Turtle files; the one shipped unless given.

    Raises:
        DatasetError: A statement names a property that its subject does not have.
        OntologyError: The ontology is missing or damaged.

    Example:
        `graph = to_rdflib(read_dataset(Path("data/nottinghamshire")))`, then `graph.query(…)`.
    """
    import rdflib

    graph = rdflib.Dataset(default_union=True)
    graph.parse(data="".join(iter_nquads(dataset, ontology=ontology)), format="nquads")
    for prefix, namespace in _get_prefixes(dataset.base).items():
        graph.bind(prefix, namespace)
    return graph
