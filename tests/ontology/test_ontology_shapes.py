"""The shapes say what the ontology says: classes, domains, ranges, lists of values; all of it, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace, URIRef

from pcgraph.check.shacl import load_shapes
from pcgraph.check.shape_model import Constraint, Path, Shape
from pcgraph.check.shape_reader import read_shapes
from pcgraph.places import get_ontology_dir
from pcgraph.terms import PCG

TERMS = Namespace(PCG)
DCAM = Namespace("http://purl.org/dc/dcam/")
WITHOUT_DOMAIN = {"evidence", "sortKey"}
"""Properties of nearly everything."""

NOT_IN_THE_GRAPH = {TERMS["status-rejected"]}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for file in sorted(get_ontology_dir().glob("*.ttl")):
        graph.parse(file, format="turtle")
    return graph


@pytest.fixture(scope="module")
def shapes() -> tuple[Shape, ...]:
    return read_shapes()


def iter_properties(ontology: Graph) -> Iterator[URIRef]:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            assert isinstance(term, URIRef)
            yield term


def find_domain(shapes: tuple[Shape, ...], iri: str) -> set[str]:
    """The classes of which the subject of a property must be one."""
    targeted = (s for s in shapes for t in s.targets if (t.kind, t.iri) == ("subjects-of", iri))
    rules = (rule for shape in targeted for rule in shape.constraints)
    return {name for rule in rules for name in iter_classes(rule)}


def iter_classes(rule: Constraint) -> Iterator[str]:
    if rule.component == "class":
        yield from (term[1:-1] for term in rule.terms)
    for shape in rule.shapes if rule.component == "or" else ():
        for inner in shape.constraints:
            yield from iter_classes(inner)


def find_rules(shapes: tuple[Shape, ...], iri: str) -> list[Constraint]:
    """What is said of the values of a property."""
    parts = (part for shape in shapes for part in shape.properties)
    return [rule for part in parts if part.path == Path(iri) for rule in part.constraints]


def test_shapes_are_well_formed() -> None:
    """Held against the shapes of SHACL itself."""
    conforms, _, text = validate(Graph(), shacl_graph=load_shapes(), meta_shacl=True)
    assert conforms, text


def test_every_property_is_held_to_its_domain(ontology: Graph, shapes: tuple[Shape, ...]) -> None:
    for term in iter_properties(ontology):
        stated = {*ontology.objects(term, RDFS.domain), *ontology.objects(term, DCAM.domainIncludes)}
        if term.removeprefix(PCG) not in WITHOUT_DOMAIN:
            assert find_domain(shapes, str(term)) == set(map(str, stated)), term


def test_every_property_is_held_to_its_range(ontology: Graph, shapes: tuple[Shape, ...]) -> None:
    for term in iter_properties(ontology):
        rules = find_rules(shapes, str(term))
        assert rules, f"no shape speaks of the values of {term}"
        for range_ in ontology.objects(term, RDFS.range):
            if str(range_).startswith(PCG):
                named = {name for rule in rules if rule.component == "class" for name in rule.terms}
                assert named == {f"<{range_}>"}, term
            elif range_ == SKOS.Concept:
                assert "in" in {rule.component for rule in rules}, term
            elif all(rule.component not in ("in", "node") for rule in rules):
                assert {rule.terms for rule in rules if rule.component == "datatype"} == {(f"<{range_}>",)}, term


def test_every_list_of_values_is_that_of_its_scheme(ontology: Graph, shapes: tuple[Shape, ...]) -> None:
    for term in iter_properties(ontology):
        schemes = [s for s in ontology.objects(term, RDFS.seeAlso) if (s, RDF.type, SKOS.ConceptScheme) in ontology]
        for rule in find_rules(shapes, str(term)):
            if rule.component == "in" and schemes:
                concepts = set(ontology.subjects(SKOS.inScheme, schemes[0])) - NOT_IN_THE_GRAPH
                notations = {ontology.value(concept, SKOS.notation) for concept in concepts}
                allowed = concepts if rule.terms[0].startswith("<") else notations
                assert set(rule.terms) == {value.n3() for value in allowed if isinstance(value, URIRef | Literal)}, term


def test_every_class_has_a_shape(ontology: Graph, shapes: tuple[Shape, ...]) -> None:
    targeted = {target.iri for shape in shapes for target in shape.targets if target.kind == "class"}
    assert {str(term) for term in ontology.subjects(RDF.type, OWL.Class)} <= targeted


def test_every_rule_has_words_and_a_severity() -> None:
    graph = load_shapes()
    rules = {SH["class"], SH["in"], SH["or"], SH["not"], SH.node, SH.minCount, SH.maxCount, SH.datatype, SH.nodeKind}
    nested = set(graph.objects(None, SH["not"])) | set(graph.objects(None, RDF.first))
    for shape in {s for rule in rules for s in graph.subjects(rule)} - nested:
        (message,) = graph.objects(shape, SH.message)
        assert str(message)[0].isupper()
        assert str(message).endswith(".")
        assert len(list(graph.objects(shape, SH.severity))) == 1, message


def test_every_shape_with_a_class_is_named_as_the_class_is(ontology: Graph) -> None:
    graph = load_shapes()
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        classes = list(graph.objects(shape, SH.targetClass))
        if len(classes) == 1:
            assert graph.value(shape, RDFS.label) == ontology.value(classes[0], RDFS.label)
