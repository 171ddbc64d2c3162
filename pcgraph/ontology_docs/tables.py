"""Writes the ontology's classes, properties and lists of values as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, URIRef

from pcgraph.ontology_docs.vocabulary import (
    find_domains,
    find_own,
    find_properties,
    find_ranges,
    find_terms,
    get_text,
    is_scheme,
    to_curie,
    to_link,
    to_links,
    to_local,
    to_sorted,
)
from pcgraph.terms import PCG

_TIES = {
    RDFS.subClassOf: "a kind of",
    RDFS.subPropertyOf: "a kind of",
    SKOS.closeMatch: "close to",
    RDFS.seeAlso: "see",
    DCTERMS.source: "after",
}

_LISTS = """\
## Lists of values

SKOS concept schemes. A property whose range is `skos:Concept` points to the concept; one whose range is
`xsd:string` holds the notation as text.

"""


def to_classes(graph: Graph) -> str:
    """The page's section of classes."""
    rows = (
        (
            f'<a id="class-{to_local(term)}"></a>`{to_curie(term)}`',
            get_text(graph, term, RDFS.label),
            get_text(graph, term, SKOS.definition),
            to_links(graph, find_own(graph.objects(term, RDFS.subClassOf))),
            _to_ties(graph, term),
        )
        for term in find_terms(graph, OWL.Class)
    )
    return "## Classes\n\n" + _to_table(("Class", "Label", "Definition", "A kind of", "Tie to standards"), rows)


def to_properties(graph: Graph) -> str:
    """The page's section of properties."""
    rows = (
        (
            f"`{to_curie(term)}`",
            get_text(graph, term, RDFS.label),
            to_links(graph, find_domains(graph, term)) or "anything",
            _to_range(graph, term),
            get_text(graph, term, SKOS.definition),
            _to_ties(graph, term),
        )
        for term in find_properties(graph)
    )
    columns = ("Property", "Label", "Domain", "Range", "Definition", "Tie to standards")
    return "## Properties\n\n" + _to_table(columns, rows)


def to_schemes(graph: Graph) -> str:
    """The page's section of lists of values: a table of them, then one table each."""
    schemes = find_terms(graph, SKOS.ConceptScheme)
    rows = (
        (
            to_link(graph, scheme),
            get_text(graph, scheme, RDFS.label),
            get_text(graph, scheme, SKOS.definition),
            str(len(_find_concepts(graph, scheme))),
        )
        for scheme in schemes
    )
    overview = _LISTS + _to_table(("Scheme", "Label", "Definition", "Values"), rows)
    return "\n".join((overview, *(_to_scheme(graph, scheme) for scheme in schemes)))


def _to_scheme(graph: Graph, scheme: URIRef) -> str:
    """The values of one list."""
    rows = (
        (
            f"`{get_text(graph, concept, SKOS.notation)}`",
            get_text(graph, concept, SKOS.prefLabel),
            get_text(graph, concept, SKOS.definition),
            f"`{to_curie(concept)}`",
            _to_ties(graph, concept),
        )
        for concept in _find_concepts(graph, scheme)
    )
    heading = f'### <a id="scheme-{to_local(scheme)}"></a>{to_curie(scheme)}\n\n'
    return heading + _to_table(("Notation", "Label", "Definition", "Concept", "Tie to standards"), rows)


def _find_concepts(graph: Graph, scheme: URIRef) -> list[URIRef]:
    """The values of a list, in the order of their names."""
    return find_own(graph.subjects(SKOS.inScheme, scheme))


def _to_range(graph: Graph, term: URIRef) -> str:
    """What the property's values are; where they come from a list, which list."""
    fallback = "literal" if (term, RDF.type, OWL.DatatypeProperty) in graph else "anything"
    text = to_links(graph, find_ranges(graph, term)) or fallback
    schemes = [value for value in find_own(graph.objects(term, RDFS.seeAlso)) if is_scheme(graph, value)]
    return f"{text} of {to_links(graph, schemes)}" if schemes else text


def _to_ties(graph: Graph, term: URIRef) -> str:
    """How the term is tied to other vocabularies and standards, in words with links."""
    return "; ".join(
        f"{words} {to_link(graph, value)}"
        for predicate, words in _TIES.items()
        for value in to_sorted(graph.objects(term, predicate))
        if not str(value).startswith(PCG)
    )


def _to_table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; the cells are Markdown already."""
    rule = tuple("---" for _ in columns)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (columns, rule, *rows))
