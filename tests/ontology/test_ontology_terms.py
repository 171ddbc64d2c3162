"""The ontology's files: every term explained, tied, and free of loose ends."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCAM, ORG, PROV, QB, SDO, SH, XSD, DefinedNamespace

from pcgraph.places import get_ontology_dir
from pcgraph.terms import ONTOLOGY_GRAPH, PCG

FILES = sorted(get_ontology_dir().glob("*.ttl"))
HEADER = URIRef(ONTOLOGY_GRAPH)

# The design's section 6, then what the builder writes besides.
CLASSES = """
    Plan Theme Outcome Measure Deliverable ForceAction Post Entity Partner ForceUnit Partnership Programme
    System Place NamedDocument SourceDocument MonitoringReport ProgressUpdate Involvement Contribution
    Lineage Evidence Figure Anomaly

    ResponsibilityCode Passage Organisation
"""

PROPERTIES = """
    inPlan inTheme measuredBy partOfMeasure implements ledBy actionSource inReport reportsOn rag responsible
    involvement entity role evidence document line quote supports deliveredThrough contributesTo shownBy
    continuedBy

    documentKind period meetingDate meetingBody agendaItem version marking supersedes filename sha256 covers
    coversPlan startDate endDate partOfPlan measureSource baseline number statedSource unit postNotGiven
    codeKind responsibleRaw updateDate updateAuthor lineFirst lineLast anomalyCode severity about passage
    position asOf sortKey

    mentions entityKind memberOf deliverable timing of surface rule what value unitOfMeasure figure repeats
    judgementStatus judgedBy judgedOn reviewState rationale confidence
"""

NOTATIONS = {
    "RagStatus": {"Green": "G", "Amber": "A", "Red": "R", "White": "W"},
    "DocumentKind": {
        "strategic-framework": "strategic-framework",
        "force-framework": "force-framework",
        "monitoring-report": "monitoring-report",
        "tracker": "tracker",
    },
}

LISTS = {
    "AnomalyCode": "rag-missing number-missing duplicate-number tally-mismatch percentage-wrong total-wrong "
    "share-exceeds-whole date-order statements-disagree source-missing ref-irregular separator-missing "
    "page-break-joined wording-differs encoding-doubtful reading-uncertain",
    "CodeKind": "organisation post initials",
    "ContributionRank": "primary secondary",
    "DocumentKind": "strategic-framework force-framework monitoring-report tracker",
    "EntityKind": "partner force-unit partnership programme system place document post organisation",
    "InvolvementRole": "delivers funds funded leads member supports uses inspects target mentioned",
    "InvolvementTiming": "current planned ended not-happening",
    "JudgementStatus": "proposed agreed rejected",
    "LineageRelation": "continues rewords narrows widens splits merges",
    "Marking": "public internal draft",
    "RagStatus": "G A R W",
    "ReviewState": "by-rule by-reading by-two-readings by-office",
    "Severity": "error warning info",
}

# Vocabularies that rdflib knows term by term; it knows the others not at all.
CLOSED: tuple[type[DefinedNamespace], ...] = (DCAM, DCTERMS, ORG, PROV, QB, RDF, RDFS, SDO, SH, SKOS, XSD)
READ_IN_THE_SPECIFICATION = {
    "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure",
    "http://purl.org/linked-data/sdmx/2009/dimension#refPeriod",
    "http://www.w3.org/ns/dqv#QualityAnnotation",
    "http://www.w3.org/ns/oa#Annotation",
    "http://www.w3.org/ns/oa#TextQuoteSelector",
    "http://www.w3.org/ns/oa#assessing",
    "http://www.w3.org/ns/oa#exact",
    "http://www.w3.org/ns/oa#hasEndSelector",
    "http://www.w3.org/ns/oa#hasSelector",
    "http://www.w3.org/ns/oa#hasSource",
    "http://www.w3.org/ns/oa#hasStartSelector",
}
TIES = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso, SKOS.closeMatch)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    """All files of the ontology in one graph."""
    graph = Graph()
    for path in FILES:
        graph.parse(path)
    return graph


def find(graph: Graph, *kinds: URIRef) -> set[URIRef]:
    """The terms of some kinds."""
    return {node for kind in kinds for node in graph.subjects(RDF.type, kind) if isinstance(node, URIRef)}


def find_properties(graph: Graph) -> set[URIRef]:
    """The properties, to things and to values."""
    return find(graph, OWL.ObjectProperty, OWL.DatatypeProperty)


def to_term(name: str) -> URIRef:
    """A term of the ontology by its name."""
    return URIRef(PCG + name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_parses_alike_in_both_engines_and_holds_no_blank_node(path: Path) -> None:
    graph = Graph().parse(path)
    quads = list(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(quads) == len(graph) > 0
    assert not [node for triple in graph for node in triple if isinstance(node, BNode)]


def test_files_joined_end_to_end_parse_as_one(ontology: Graph) -> None:
    joined = "".join(path.read_text(encoding="utf-8") for path in FILES)
    assert set(Graph().parse(data=joined, format="turtle")) == set(ontology)


def test_header_stands_once_and_says_that_the_address_is_not_registered(ontology: Graph) -> None:
    assert find(ontology, OWL.Ontology) == {HEADER}
    assert [path.name for path in FILES if "owl:Ontology" in path.read_text(encoding="utf-8")] == ["core.ttl"]
    assert "not registered" in str(ontology.value(HEADER, RDFS.comment))
    assert ontology.value(HEADER, DCTERMS.license) == URIRef("https://spdx.org/licenses/MIT")
    for predicate in (DCTERMS.title, DCTERMS.description, OWL.versionInfo):
        assert ontology.value(HEADER, predicate)


def test_every_term_of_the_design_and_the_mapping_is_declared(ontology: Graph) -> None:
    assert {to_term(name) for name in CLASSES.split()} <= find(ontology, OWL.Class)
    assert {to_term(name) for name in PROPERTIES.split()} <= find_properties(ontology)


def test_every_class_and_property_is_labelled_and_defined_in_english(ontology: Graph) -> None:
    for term in find(ontology, OWL.Class, SKOS.ConceptScheme) | find_properties(ontology):
        for predicate in (RDFS.label, SKOS.definition):
            texts = list(ontology.objects(term, predicate))
            assert [text.language for text in texts if isinstance(text, Literal)] == ["en"], (term, predicate)
        assert list(ontology.objects(term, RDFS.isDefinedBy)) == [HEADER], term


def test_every_definition_is_one_sentence(ontology: Graph) -> None:
    for term, definition in ontology.subject_objects(SKOS.definition):
        text = str(definition)
        assert text[0].isupper(), (term, text)
        assert text.index(".") == len(text) - 1, (term, text)


def test_every_class_and_property_is_tied_to_a_standard(ontology: Graph) -> None:
    for term in find(ontology, OWL.Class) | find_properties(ontology):
        outside = [value for tie in TIES for value in ontology.objects(term, tie) if not str(value).startswith(PCG)]
        assert outside or ontology.value(term, DCTERMS.source), term


def test_every_term_of_another_vocabulary_exists_there(ontology: Graph) -> None:
    named = {value for tie in (*TIES, RDFS.range, DCAM.rangeIncludes) for value in ontology.objects(None, tie)}
    outside = {value for value in named if isinstance(value, URIRef) and not value.startswith(PCG)}
    unknown = {
        str(value) for value in outside if not any(value in vocabulary for vocabulary in CLOSED)
    } - READ_IN_THE_SPECIFICATION
    assert unknown == set()


def test_no_term_of_ours_is_used_undeclared(ontology: Graph) -> None:
    declared = set(ontology.subjects(RDF.type))
    used = {node for triple in ontology for node in triple if isinstance(node, URIRef) and node.startswith(PCG)}
    assert used - declared == set()


def test_domains_and_ranges_of_ours_are_classes(ontology: Graph) -> None:
    classes = find(ontology, OWL.Class)
    for predicate in (RDFS.domain, DCAM.domainIncludes, RDFS.range, DCAM.rangeIncludes, RDFS.subClassOf):
        for term, value in ontology.subject_objects(predicate):
            assert not str(value).startswith(PCG) or value in classes, (term, value)


def test_domain_is_never_given_twice(ontology: Graph) -> None:
    for term in find_properties(ontology):
        single = list(ontology.objects(term, RDFS.domain))
        several = list(ontology.objects(term, DCAM.domainIncludes))
        assert (len(single), bool(several)) in {(0, True), (1, False), (0, False)}, term
        assert len(several) != 1, term


def test_term_is_never_both_a_link_and_a_value(ontology: Graph) -> None:
    links, values = find(ontology, OWL.ObjectProperty), find(ontology, OWL.DatatypeProperty)
    assert links & values == set()
    for term in find_properties(ontology):
        for value in (*ontology.objects(term, RDFS.range), *ontology.objects(term, DCAM.rangeIncludes)):
            assert (term in values) == str(value).startswith(str(XSD)), term


@pytest.mark.parametrize("scheme", sorted(LISTS))
def test_list_of_values_holds_exactly_the_notations_of_the_design(ontology: Graph, scheme: str) -> None:
    concepts = list(ontology.subjects(SKOS.inScheme, to_term(scheme)))
    notations = [str(ontology.value(concept, SKOS.notation)) for concept in concepts]
    assert sorted(notations) == sorted(LISTS[scheme].split())


def test_lists_of_values_are_those_of_the_design(ontology: Graph) -> None:
    assert find(ontology, SKOS.ConceptScheme) == {to_term(name) for name in LISTS}


def test_concept_is_whole_and_in_one_list(ontology: Graph) -> None:
    for concept in find(ontology, SKOS.Concept):
        for predicate in (SKOS.inScheme, SKOS.notation, SKOS.prefLabel, SKOS.definition):
            assert len(list(ontology.objects(concept, predicate))) == 1, (concept, predicate)
        assert list(ontology.objects(concept, RDFS.isDefinedBy)) == [HEADER], concept


@pytest.mark.parametrize("scheme", sorted(NOTATIONS))
def test_concept_has_the_name_and_notation_that_the_builder_writes(ontology: Graph, scheme: str) -> None:
    for name, notation in NOTATIONS[scheme].items():
        assert (to_term(name), SKOS.inScheme, to_term(scheme)) in ontology
        assert ontology.value(to_term(name), SKOS.notation) == Literal(notation)


def test_rag_status_is_labelled_by_its_colour_without_a_language(ontology: Graph) -> None:
    for colour in ("Green", "Amber", "Red", "White"):
        assert ontology.value(to_term(colour), SKOS.prefLabel) == Literal(colour)
