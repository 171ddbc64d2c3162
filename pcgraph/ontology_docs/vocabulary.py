"""Finds the ontology's terms in its graph, always in the same order, and writes them as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, URIRef
from rdflib.namespace import DCAM
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from pcgraph.errors import OntologyError
from pcgraph.files import describe_os_error
from pcgraph.terms import PCG, PREFIXES

_PREFIXES = PREFIXES | {
    "dcam": "http://purl.org/dc/dcam/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "qb": "http://purl.org/linked-data/cube#",
    "schema": "https://schema.org/",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sh": "http://www.w3.org/ns/shacl#",
}

_Value = TypeVar("_Value", bound=Node)


def read_ontology(ontology_dir: Path) -> Graph:
    """All Turtle files of the folder in one graph.

    Raises:
        OntologyError: The folder has no Turtle file, or a file is not valid Turtle.
        PcgraphError: A file cannot be read.
    """
    paths = sorted(ontology_dir.glob("*.ttl"))
    if not paths:
        raise OntologyError(f"No Turtle file (*.ttl) in {ontology_dir}.", hint="Name the ontology's folder.")
    graph = Graph(bind_namespaces="none")
    for path in paths:
        _parse_into(graph, path)
    return graph


def _parse_into(graph: Graph, path: Path) -> None:
    try:
        graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    except OSError as error:
        raise describe_os_error(error, "read") from error
    except BadSyntax as error:
        raise OntologyError(
            f"{path.name} is not valid Turtle (line {error.lines + 1}).", hint="Correct the file."
        ) from error
    except UnicodeDecodeError as error:
        raise OntologyError(f"{path.name} is not UTF-8.", hint="Save it as UTF-8.") from error


def find_terms(graph: Graph, kind: URIRef) -> list[URIRef]:
    """This ontology's terms of a kind, such as `owl:Class`, in the order of their names."""
    return find_own(graph.subjects(RDF.type, kind))


def find_properties(graph: Graph) -> list[URIRef]:
    """This ontology's properties, both to things and to values, in the order of their names."""
    links = graph.subjects(RDF.type, OWL.ObjectProperty)
    return find_own([*links, *graph.subjects(RDF.type, OWL.DatatypeProperty)])


def find_domains(graph: Graph, term: URIRef) -> list[URIRef]:
    """The classes whose things have the property: its domain, or those that its domain includes."""
    return find_own([*graph.objects(term, RDFS.domain), *graph.objects(term, DCAM.domainIncludes)])


def find_ranges(graph: Graph, term: URIRef) -> list[Node]:
    """What the property's values may be: its range, or what its range includes."""
    return to_sorted([*graph.objects(term, RDFS.range), *graph.objects(term, DCAM.rangeIncludes)])


def find_own(values: Iterable[Node]) -> list[URIRef]:
    """Those of the values that are terms of this ontology, each once, in the order of their names."""
    return to_sorted(value for value in values if isinstance(value, URIRef) and value.startswith(PCG))


def to_sorted(values: Iterable[_Value]) -> list[_Value]:
    """The values, each once, in the order of their text, capitals last among equals."""
    return sorted(set(values), key=lambda value: (str(value).casefold(), str(value)))


def is_scheme(graph: Graph, term: Node) -> bool:
    """Whether a term is a list of values (a SKOS concept scheme)."""
    return (term, RDF.type, SKOS.ConceptScheme) in graph


def get_text(graph: Graph, term: URIRef, predicate: URIRef) -> str:
    """The text that a term must have, fit for a Markdown table.

    Raises:
        OntologyError: It has none.
    """
    value = graph.value(term, predicate)
    if value is None:
        raise OntologyError(f"{to_curie(term)} has no {to_curie(predicate)}.", hint="Add it to ontology/*.ttl.")
    return to_cell(str(value))


def to_cell(text: str) -> str:
    r"""Text as a Markdown table cell that shows it as it is.

    >>> print(to_cell("a|b <i>"))
    a\|b &lt;i>
    """
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def to_local(term: Node) -> str:
    """The name of one of this ontology's terms without its namespace."""
    return str(term).removeprefix(PCG)


def to_curie(term: URIRef) -> str:
    """The short form of an IRI, or the IRI where no prefix fits.

    >>> to_curie(URIRef("http://www.w3.org/ns/org#Post"))
    'org:Post'
    """
    for prefix, namespace in _PREFIXES.items():
        if term.startswith(namespace):
            return f"{prefix}:{term.removeprefix(namespace)}"
    return str(term)


def to_link(graph: Graph, value: Node) -> str:
    """A term as a Markdown link, to its place in the page or its own address; plain if it needs none."""
    if not isinstance(value, URIRef):
        return to_cell(str(value))
    if value.startswith(str(XSD)):
        return f"`{to_curie(value)}`"
    if not value.startswith(PCG):
        return f"[`{to_curie(value)}`]({value})"
    place = "scheme" if is_scheme(graph, value) else "class"
    return f"[`{to_curie(value)}`](#{place}-{to_local(value)})"


def to_links(graph: Graph, values: Iterable[Node]) -> str:
    """Several terms as Markdown links."""
    return ", ".join(to_link(graph, value) for value in values)
