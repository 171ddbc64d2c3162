"""A query that is wrong is told where, in its author's text, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.errors import QueryError
from pcgraph.sparql import run_sparql
from pcgraph.sparql.explain import explain_fault
from pcgraph.sparql.tokens import find_place, find_unclosed, list_tokens
from pcgraph.terms import PREFIXES
from tests.sparql.conftest import BASE, Ask

FAULTS = [
    ("SELEC * {}", (1, 1), "SELEC", "Did you mean SELECT?"),
    ("SELECT * { ?s ?p }", (1, 18), "}", "a triple has subject, predicate and object"),
    ("SELECT * {\n ?s pcg:inPlan ?o .\n ?o skoss:label ?l .\n}", (3, 5), "skoss:label", "Did you mean skos?"),
    ("SELECT * { ?s pcg:a/zzqq:b ?o }", (1, 21), "zzqq:b", "There is no prefix zzqq: in this query."),
    ("SELECT ?s WHERE {\n ?s ?p ?o .\n FILTR(?o > 3)\n}", (3, 2), "FILTR", "Did you mean FILTER?"),
    ("SELECT ?s WHERE {\r\n ?s ?p ?o\r\n ?o ?q ?r\r\n}", (3, 2), "?o", "a full stop, a semicolon or a bracket"),
    ("SELECT ?s { ?s ?p ?o }\rORDR BY ?s", (2, 1), "ORDR", "Did you mean ORDER?"),
    ("SELECT ?s { ?s ?p ?o }\nLIMIT ten", (2, 7), "ten", "Look at what stands before it"),
    ("SELECT ?s, ?p WHERE { ?s ?p ?o }", (1, 10), ",", "without commas"),
    ("SELECT ?s WHERE { ?s ?p ?o FILTER(?o = 3 }", (1, 42), "}", "Something is missing before it"),
    ('SELECT ?s WHERE { ?s ?p "é😀" ?o }', (1, 30), "?o", "Look at what stands before it"),
    ("\tSELECT ?s WHERE ( ?s ?p ?o )", (1, 18), "(", "Look at what stands before it"),
    ("# é\n\n  SELECT (COUNT(?s) ?n) { ?s ?p ?o }", (3, 21), "?n", "Look at what stands before it"),
    ("SELECT * { ?s ?p <http://a b> }", (1, 29), ">", "This is no IRI"),
    ("ASK {} ; ASK {}", (1, 8), ";", "One query at a time"),
    (r"ASK { \u003Fs ?p ?o }", (1, 7), "\\", "Escapes such as"),
    ("ASK { " + "?s ?p ?o . " * 5000 + "?s ?p . }", (1, 55013), ".", "Look at what stands before it"),
]


@pytest.mark.parametrize(("query", "place", "word", "hint"), FAULTS, ids=[query[:30] for query, *_ in FAULTS])
def test_fault_is_placed_in_the_text_of_the_author(query: str, place: tuple[int, int], word: str, hint: str) -> None:
    error = explain_fault(query, prefixes=PREFIXES, base=BASE)
    assert error is not None
    line, column = place
    assert error.message == f"The query is not SPARQL at line {line}, column {column}: “{word}” cannot stand here."
    assert hint in error.hint


WHOLE = [
    ("SELECT ?s\nWHERE {\n ?s ?p ?o .", "the { at line 2, column 7 is never closed."),
    ("ASK { FILTER((1 = 1)", "the ( at line 1, column 13 is never closed."),
    ('SELECT ?s { ?s ?p "abc }', 'the " at line 1, column 19 is never closed.'),
    ("SELECT ?s { ?s ?p '''abc }\n\n", "the ''' at line 1, column 19 is never closed."),
    ("SELECT ?s { ?s ?p <abc }\nLIMIT 3", "the < at line 1, column 19 is never closed."),
    ("SELECT ?s { ?s ?p ?o } ORDER BY", "it ends too early, after “BY” at line 1, column 30."),
    ("SELECT ?s { ?s ?p ?o } GROUP BY ?p", "the SELECT gives a variable that is neither grouped by nor counted."),
    ("SELECT * { ?s ?p ?o } GROUP BY ?p", "SELECT * does not go with GROUP BY."),
    ("SELECT ?a ?a { ?a ?b ?c }", "the SELECT gives one variable twice."),
    ("SELECT (1 AS ?a) { ?a ?b ?c }", "the SELECT gives a new value to a variable that has one."),
]


@pytest.mark.parametrize(("query", "words"), WHOLE, ids=[query[:30] for query, _ in WHOLE])
def test_fault_of_the_whole_is_said_in_words(query: str, words: str) -> None:
    error = explain_fault(query, prefixes=PREFIXES, base=BASE)
    assert error is not None
    assert error.message == f"The query is not SPARQL: {words}"
    assert error.hint


@pytest.mark.parametrize("query", ["ASK {}", "SELECT ?service { ?service ?from <FROM> }", "DESCRIBE <x>"])
def test_sound_query_has_no_fault(query: str) -> None:
    assert explain_fault(query, prefixes=PREFIXES, base=BASE) is None


def test_command_says_the_fault_in_one_line(ask: Ask) -> None:
    code, out, err = ask("SELECT ?s WHERE {\n  ?s skoss:prefLabel ?o\n}")
    assert (code, out) == (2, "")
    assert err == (
        "Error: The query is not SPARQL at line 2, column 6: “skoss:prefLabel” cannot stand here. "
        "There is no prefix skoss: in this query. Did you mean skos?\n"
    )


def test_unknown_function_is_refused(data: Path) -> None:
    with pytest.raises(QueryError, match=r"custom function <https://example\.org/f> is not supported") as caught:
        run_sparql(data, "SELECT (<https://example.org/f>(1) AS ?x) {}")
    assert caught.value.hint == "Use the functions of SPARQL 1.1 only."


def test_tokens_are_what_the_query_consists_of() -> None:
    query = 'a:b\\/c.d. \'x # y\' """q"r""" <i#j> <?k # no\n1.5^^xsd:x @en-GB ?v!=$w 1SERVICE:x'
    assert [(token.kind, token.text) for token in list_tokens(query)] == [
        ("name", "a:b\\/c.d"),
        ("sign", "."),
        ("text", "'x # y'"),
        ("text", '"""q"r"""'),
        ("iri", "<i#j>"),
        ("sign", "<"),
        ("word", "?k"),
        ("number", "1.5"),
        ("sign", "^^"),
        ("name", "xsd:x"),
        ("word", "@en-GB"),
        ("word", "?v"),
        ("sign", "!="),
        ("word", "$w"),
        ("number", "1"),
        ("name", "SERVICE:x"),
    ]


def test_place_counts_lines_as_an_editor_does() -> None:
    assert [find_place("a\r\nb\rc\nd", start) for start in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]


def test_unclosed_is_the_innermost_bracket() -> None:
    found = find_unclosed(list_tokens("{ ( [ ] "))
    assert found is not None
    assert (found.text, found.start) == ("(", 2)
    assert find_unclosed(list_tokens("{ ( ) }")) is None
