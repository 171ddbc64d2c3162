"""Namespaces, IRIs and the names of graphs, as text. Every other module takes them from here."""

from __future__ import annotations

PCG = "https://w3id.org/pcgraph/ontology#"
ONTOLOGY_GRAPH = "https://w3id.org/pcgraph/ontology"
DEFAULT_BASE = "https://w3id.org/pcgraph/id/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"

PREFIXES = {
    "pcg": PCG,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "org": ORG,
}

DOCUMENT_GRAPHS = "graph/document"
PASSAGES_GRAPHS = "graph/passages"
"""What follows the base in the names of the graphs of documents, and of their passages."""

_SAFE = "/.,-_~()'!*:;@&=+$"


def to_thing_iri(base: str, kind: str, thing_id: str) -> str:
    """The IRI of a thing: `<base><kind>/<id>`, the id percent-encoded where RFC 3987 asks for it.

    Args:
        base: The dataset's base, ending in `/`.
        kind: Lower-case kind of thing, such as `deliverable`.
        thing_id: The id as it stands in the tables, such as `2018-21/T3.3`.

    >>> to_thing_iri("https://example.org/", "post", "det supt")
    'https://example.org/post/det%20supt'
    """
    from urllib.parse import quote  # costs 2 ms, and asking a canned query needs none of it

    return f"{base}{kind}/{quote(thing_id, safe=_SAFE)}"


def to_hashed_iri(base: str, kind: str, *parts: str) -> str:
    """An IRI for a thing without an id of its own, made from all that identifies it.

    >>> to_hashed_iri("https://example.org/", "evidence", "a", "b")
    'https://example.org/evidence/f04cdced9736a69d'
    """
    from hashlib import sha256  # costs 3 ms, and reading the graph needs none of it

    digest = sha256("\x1f".join(parts).encode()).hexdigest()[:16]
    return f"{base}{kind}/{digest}"


def to_document_graph(base: str, document: str) -> str:
    """The named graph that holds what one source document states."""
    return to_thing_iri(base, DOCUMENT_GRAPHS, document)


def to_passages_graph(base: str, document: str) -> str:
    """The named graph of one document's passages; never exported."""
    return to_thing_iri(base, PASSAGES_GRAPHS, document)


def to_judged_graph(base: str, status: str) -> str:
    """The named graph of judgements of one status, `proposed` or `agreed`: who, when, why and how sure."""
    return f"{base}graph/judged/{status}"


def to_register_graph(base: str) -> str:
    """The named graph of plans, posts and codes that a person entered and no document names."""
    return f"{base}graph/register"


def to_inferred_graph(base: str) -> str:
    """The named graph of what a rule derives."""
    return f"{base}graph/inferred"


def to_read_graph(base: str) -> str:
    """The named graph of what a rule read between the lines, such as roles, and nobody has reviewed."""
    return f"{base}graph/inferred/proposed"
