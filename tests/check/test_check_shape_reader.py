"""Whatever the fast path cannot run is refused, by shape and component; what it can run, it runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.check.shacl import find_shacl_faults
from pcgraph.check.shape_reader import read_shapes
from pcgraph.check.shapes import find_faults, find_shape_faults
from pcgraph.errors import OntologyError
from pcgraph.store import Store
from tests.check.plant import to_store

HEAD = """@prefix : <https://example.org/shapes#> .
@prefix ex: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
TYPE, SUBCLASS = (
    "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
    "<http://www.w3.org/2000/01/rdf-schema#subClassOf>",
)


def write(folder: Path, shapes: str) -> Path:
    (folder / "a.ttl").write_text(HEAD + shapes, encoding="utf-8")
    return folder


def to_store_of(*facts: str) -> Store:
    """Each fact as three names of example.org, `a` for the type, or a term in full."""
    words = [fact.split(" ", 2) for fact in facts]
    short = {"a": TYPE, "below": SUBCLASS}
    terms = [
        tuple(short.get(word) or (word if word[0] in '"<_' else f"<https://example.org/{word}>") for word in w)
        for w in words
    ]
    return to_store([(s, p, o) for s, p, o in terms])


def to_name(term: str) -> str:
    """A term without what all begin with; a literal as it is."""
    return term if term.startswith('"') else term.replace("<https://example.org/", "").replace(">", "")


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("sh:closed true", "The shape A uses sh:closed:"),
        ("sh:deactivated true", "The shape A uses sh:deactivated:"),
        ("sh:targetNode ex:x", "The shape A uses sh:targetNode:"),
        ("sh:xone ( [ sh:class ex:C ] )", "The shape A uses sh:xone:"),
        ("sh:and ( [ sh:class ex:C ] )", "The shape A uses sh:and:"),
        ("sh:sparql [ sh:select 'SELECT $this {}' ]", "The shape A uses sh:sparql:"),
        ("ex:mine 3", "The shape A uses <https://example.org/mine>:"),
        ("a owl:Class", "The shape A is a <http://www.w3.org/2002/07/owl#Class> at the same time:"),
        ("sh:nodeKind ex:Iri", "There is no kind of node “<https://example.org/Iri”."),
        ("sh:minCount 1", "The shape A uses sh:minCount 1:"),
        ("sh:hasValue ex:x", "The shape A uses sh:hasValue <https://example.org/x>:"),
        ("sh:lessThan ex:p", "The shape A uses sh:lessThan <https://example.org/p>:"),
        ("sh:disjoint ex:p", "The shape A uses sh:disjoint <https://example.org/p>:"),
        ("sh:not [ sh:disjoint ex:p ]", "The shape A uses sh:disjoint <https://example.org/p> within another rule:"),
        ("sh:not [ sh:path ex:p ; sh:maxCount 2 ]", "The shape A uses sh:maxCount 2 within another rule:"),
        ("sh:node :None", "The shape A refers to None, which is none:"),
        ("sh:node :A", "The shape A refers to itself:"),
        ("sh:or ex:list", "The shape A has a damaged list:"),
        ("sh:severity ex:Grave", "The shape A has the severity https://example.org/Grave:"),
        ("sh:property [ sh:path ( ex:p ex:q ) ; sh:minCount 1 ]", "The shape A has a path that is neither"),
        ("sh:property [ sh:path [ sh:zeroOrMorePath ex:p ] ]", "The shape A has a path that is neither"),
        ("sh:property [ sh:path [ sh:inversePath [ sh:inversePath ex:p ] ] ]", "The shape A has a path"),
        ("sh:property [ sh:path ex:p , ex:q ]", "The shape A has a path that is neither"),
        ("sh:property [ sh:path ex:p ; sh:uniqueLang true ]", "The shape A uses sh:uniqueLang:"),
        ("sh:property [ sh:path ex:p ; sh:equals ex:q ]", "The shape A uses sh:equals:"),
        ("sh:property [ sh:path ex:p ; sh:maxLength 3 ]", "The shape A uses sh:maxLength:"),
        ("sh:property [ sh:path ex:p ; sh:pattern 'a' ; sh:flags 'i' ]", "The shape A uses sh:flags:"),
        ("sh:property [ sh:path ex:p ; sh:qualifiedMinCount 1 ]", "The shape A uses sh:qualifiedMinCount:"),
        ("sh:property [ sh:path ex:p ; sh:minCount 2 ]", "The shape A uses sh:minCount 2:"),
        ("sh:property [ sh:path ex:p ; sh:minCount 'one' ]", 'The shape A uses sh:minCount with "one":'),
        ("sh:property [ sh:path ex:p ; sh:datatype xsd:duration ]", "The shape A uses sh:datatype with"),
        ("sh:property [ sh:path ex:p ; sh:in ( 1 2 ) ]", "The shape A uses sh:in with"),
        ("sh:property [ sh:path ex:p ; sh:hasValue 'a'@en ]", 'The shape A uses sh:hasValue with "a"@en:'),
        ("sh:property [ sh:path ex:p ; sh:minInclusive 'a' ]", 'The shape A uses sh:minInclusive with "a":'),
        ("sh:property [ sh:path ex:p ; sh:property [ sh:path ex:q ; sh:minCount 1 ] ]",
         "The shape A uses sh:property at the values of a path:"),
        ("sh:property [ sh:minCount 1 ]", "The shape A uses sh:property with a shape that has no path:"),
    ],
)  # fmt: skip
def test_fast_path_refuses_what_it_does_not_know(tmp_path: Path, rule: str, reason: str) -> None:
    folder = write(tmp_path, f":A sh:targetClass ex:C ; {rule} .")
    with pytest.raises(OntologyError) as caught:
        find_shape_faults(to_store_of("x a C"), directory=folder)
    assert caught.value.message.startswith(reason)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("shape", "reason"),
    [
        ("sh:targetNode ex:x ; sh:nodeKind sh:Literal", "The shape B uses sh:targetNode:"),
        (
            "a sh:NodeShape , owl:Class ; sh:nodeKind sh:Literal",
            "The shape B is a <http://www.w3.org/2002/07/owl#Class>",
        ),
        ("sh:target [ sh:select 'SELECT ?this {}' ]", "The shape B uses sh:target:"),
        ("a sh:ConstraintComponent", "The shape B is a sh:ConstraintComponent at the same time:"),
    ],
)
def test_fast_path_refuses_a_shape_with_a_target_that_it_does_not_know(tmp_path: Path, shape: str, reason: str) -> None:
    with pytest.raises(OntologyError) as caught:
        read_shapes(write(tmp_path, f":A sh:targetClass ex:C ; sh:nodeKind sh:IRI . :B {shape} ."))
    assert caught.value.message.startswith(reason)


def test_fast_path_refuses_a_folder_without_shapes(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="There are no shapes in"):
        read_shapes(tmp_path)


def test_fast_path_refuses_a_file_that_is_not_turtle(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"^a\.ttl is not Turtle: "):
        read_shapes(write(tmp_path, ":A sh:targetClass ."))


@pytest.mark.parametrize(
    ("rule", "facts", "expected"),
    [
        ("sh:property [ sh:path ex:p ; sh:maxCount 0 ]", ["x p y"], [("x", "p", "maxCount", "")]),
        ("sh:property [ sh:path ex:p ; sh:maxCount 2 ]", ["x p 1", "x p 2", "x p 3"], [("x", "p", "maxCount", "")]),
        ("sh:property [ sh:path ex:p ; sh:maxCount 2 ]", ["x p 1", "x p 2", "z p 3"], []),
        ("sh:property [ sh:path ex:p ; sh:minCount 0 ]", [], []),
        ("sh:property [ sh:path ex:p ; sh:lessThan ex:q ]", ['x p "b"', 'x q "a"'], [("x", "p", "lessThan", '"b"')]),
        ("sh:property [ sh:path ex:p ; sh:lessThan ex:q ]", ['x p "a"', 'x q "b"'], []),
        ("sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:class ex:D ]", ["y p x"], [("x", "^p", "class", "y")]),
        ("sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:hasValue ex:y ]", ["z p x"],
         [("x", "^p", "hasValue", "")]),
        ("sh:class ex:D , ex:E", ["x a D"], [("x", "", "class", "x")]),
        ("sh:nodeKind sh:BlankNodeOrLiteral", [], [("x", "", "nodeKind", "x")]),
        ("sh:not [ sh:hasValue ex:x ]", [], [("x", "", "not", "x")]),
        ("sh:not [ sh:path ex:p ; sh:hasValue ex:y ]", ["x p y"], [("x", "", "not", "x")]),
        ("sh:or ( [ sh:path ex:p ; sh:minCount 1 ] [ sh:path ex:q ; sh:maxCount 0 ] )", ["x q y"],
         [("x", "", "or", "x")]),
        ("sh:or ( [ sh:class ex:D ] [ sh:class ex:E ; sh:nodeKind sh:IRI ] )", ["x a E"], []),
        ("sh:node [ sh:property [ sh:path ex:p ; sh:in ( ex:y ) ] ]", ["x p z"], [("x", "", "node", "x")]),
        ("sh:property [ sh:path ex:p ; sh:class ex:C ]", ["x p y", "y a B", "B below A", "A below C", "y p x"], []),
        ("sh:property [ sh:path ex:p ; sh:in ( 'a' ) ]", ['x p "a"@en', 'x p "a"^^<https://example.org/t>', 'x p "a"'],
         [("x", "p", "in", '"a"@en'), ("x", "p", "in", '"a"^^<https://example.org/t>')]),
        ("sh:property [ sh:path ex:p ; sh:pattern '^a\\\\.b$' ]", ['x p "a.b"', 'x p "acb"'],
         [("x", "p", "pattern", '"acb"')]),
        ("sh:property [ sh:path ex:p ; sh:minLength 2 ]", ['x p "ä"'], [("x", "p", "minLength", '"ä"')]),
        ("sh:property [ sh:path ex:p ; sh:hasValue 'say \"no\"\\n' ]", ['x p "say \\"no\\"\\n"'], []),
    ],
)  # fmt: skip
def test_both_engines_run_what_the_shipped_shapes_do_not_use(
    tmp_path: Path, rule: str, facts: list[str], expected: list[tuple[str, ...]]
) -> None:
    folder = write(tmp_path, f":A sh:targetClass ex:C ; {rule} .")
    store = to_store_of("x a C", *facts)
    found = find_faults(store, read_shapes(folder))
    cells = [(to_name(fault.focus), to_name(fault.path), fault.component, to_name(fault.value)) for fault in found]
    assert cells == expected
    assert found == find_shacl_faults(store, directory=folder)


def test_a_shape_that_is_a_property_shape_itself_is_run(tmp_path: Path) -> None:
    folder = write(tmp_path, ":A sh:targetObjectsOf ex:p ; sh:path ex:q ; sh:minCount 1 ; sh:severity sh:Info .")
    store = to_store_of("x p y", 'x p "text"', "z p x", "x q x")
    found = find_faults(store, read_shapes(folder))
    assert [(fault.focus, fault.severity) for fault in found] == [
        ('"text"', "info"),
        ("<https://example.org/y>", "info"),
    ]
    assert found == find_shacl_faults(store, directory=folder)
