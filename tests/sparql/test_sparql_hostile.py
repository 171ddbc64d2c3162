"""Hostile queries: nothing runs, nothing leaves the machine, nothing is changed; one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.store.guard import find_refusal, find_syntax_error, misspell
from tests.conftest import Run
from tests.sparql.conftest import Ask, Listener, digest_files

UPDATE = "SPARQL Update is refused"
SERVICE = "SERVICE is refused"
SYNTAX = "The query is not SPARQL"
GRAPH = "There is no graph"

REFUSED: dict[str, tuple[str, str]] = {
    "insert data": ("INSERT DATA { <a> <b> <c> }", UPDATE),
    "delete data": ("delete data { <a> <b> <c> }", UPDATE),
    "delete where": ("DELETE WHERE { ?s ?p ?o }", UPDATE),
    "delete insert": ("PREFIX : <x:y> WITH <g> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }", UPDATE),
    "load": ("LOAD <URL>", UPDATE),
    "load silent": ("LOAD SILENT <URL> INTO GRAPH <g>", UPDATE),
    "load file": ("LOAD <file:///etc/passwd>", UPDATE),
    "clear": ("CLEAR ALL", UPDATE),
    "drop": ("DROP SILENT ALL", UPDATE),
    "create": ("CREATE GRAPH <g>", UPDATE),
    "copy": ("COPY DEFAULT TO <g>", UPDATE),
    "move": ("MOVE DEFAULT TO <g>", UPDATE),
    "add": ("ADD DEFAULT TO <g>", UPDATE),
    "insert after comment": ("# SELECT * { ?s ?p ?o }\r\nInSeRt DaTa { <a> <b> <c> }", UPDATE),
    "insert after prologue": ("BASE <x:y>\nPREFIX a: <b#c> # d\nINSERT DATA { <a> <b> <c> }", UPDATE),
    "insert within where": ("SELECT * { ?s ?p ?o . INSERT DATA { <a> <b> <c> } }", UPDATE),
    "select then insert": ("SELECT * { ?s ?p ?o } ; INSERT DATA { <a> <b> <c> }", SYNTAX),
    "insert behind a text that ends": ('SELECT * { ?s ?p "a" } INSERT DATA { <a> <b> "c" }', UPDATE),
    "insert then select": ("INSERT DATA { <a> <b> <c> } ; SELECT * { ?s ?p ?o }", UPDATE),
    "insert with escapes": (r"\u0049NSERT DATA { <a> <b> <c> }", SYNTAX),
    "service": ("SELECT * { SERVICE <URL> { ?s ?p ?o } }", SERVICE),
    "service in small letters": ("SELECT * { service<URL>{ ?s ?p ?o } }", SERVICE),
    "service silent": ("SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }", SERVICE),
    "service in ask": ("ASK { SERVICE <URL> { ?s ?p ?o } }", SERVICE),
    "service in construct": ("CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }", SERVICE),
    "service in describe": ("DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }", SERVICE),
    "service of a variable": ("SELECT * { VALUES ?x { <URL> } SERVICE ?x { ?s ?p ?o } }", SERVICE),
    "service of a prefix": ("PREFIX u: <URL> SELECT * { SERVICE u: { ?s ?p ?o } }", SERVICE),
    "service with a name": ("PREFIX : <URL> SELECT * { SERVICE:x { ?s ?p ?o } }", SERVICE),
    "service behind a number": ("PREFIX : <URL> SELECT * { ?s ?p 1SERVICE:x { ?s ?p ?o } }", SERVICE),
    "service in exists": ("ASK { FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }", SERVICE),
    "service in not exists": ("ASK { ?a ?b ?c FILTER(1 = 1 && NOT EXISTS { SERVICE <URL> { ?s ?p ?o } }) }", SERVICE),
    "service in a sub-select": ("SELECT * { { SELECT ?s { { SERVICE <URL> { ?s ?p ?o } } } } }", SERVICE),
    "service in optional": ("SELECT * { OPTIONAL { MINUS { SERVICE SILENT <URL> { ?s ?p ?o } } } }", SERVICE),
    "service in bind": ("SELECT * { BIND(EXISTS { SERVICE <URL> { ?s ?p ?o } } AS ?x) }", SERVICE),
    "service in having": (
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(EXISTS { SERVICE <URL> { ?s ?p ?o } })",
        SERVICE,
    ),
    "service in order by": ("SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <URL> { ?s ?p ?o } })", SERVICE),
    "service within graph": ("SELECT * { GRAPH ?g { SERVICE <URL> { ?s ?p ?o } } }", SERVICE),
    "service in service": ("SELECT * { SERVICE <URL> { SERVICE <URL> { ?s ?p ?o } } }", SERVICE),
    "service behind a comment": ("SELECT * { # SERVICE is not here\nSERVICE # <x>\n<URL> { ?s ?p ?o } }", SERVICE),
    "service behind a false text": (
        'SELECT * WHERE { ?s ?p ?a FILTER(?a<?b#> """\n+1) SERVICE <URL> { ?s ?p ?o } #"""\n}',
        SYNTAX,
    ),
    "service behind a false iri": ("SELECT * WHERE { ?s ?p ?a FILTER(?a<?b)SERVICE#>\n?s { ?s ?p ?o } }", SYNTAX),
    "service with escapes": (r"SELECT * { \u0053ERVICE <URL> { ?s ?p ?o } }", SYNTAX),
    "service with long escapes": (r"SELECT * { \U00000053ERVICE SILENT <URL> { ?s ?p ?o } }", SYNTAX),
    "service with an escape inside": (r"SELECT * { SERV\u0049CE <URL> { ?s ?p ?o } }", SYNTAX),
    "service with a long s": ("SELECT * { \u017fERVICE <URL> { ?s ?p ?o } }", SYNTAX),
    "service with full width": ("SELECT * { \uff33ERVICE <URL> { ?s ?p ?o } }", SYNTAX),
    "service with a zero-width space": ("SELECT * { SER\u200bVICE <URL> { ?s ?p ?o } }", SYNTAX),
    "service misspelt too": (
        "SELECT * { ?SERVICA ?SERVICB ?SERVICC . SERVICE <URL> { ?s ?p ?o } }",
        SERVICE,
    ),
    "service with every misspelling": (
        "SELECT * { "
        + " ".join(f"?SERVIC{x} a ?SERVIC{x} ." for x in "ABCDFGHIJKLMNOPQRSTUVWXYZ")
        + " SERVICE <URL> {} }",
        SERVICE,
    ),
    "service as a prefix": ("PREFIX service: <URL> SELECT * { service:x { ?s ?p ?o } }", SYNTAX),
    "from an address": ("SELECT * FROM <URL> { ?s ?p ?o }", GRAPH),
    "from a file": ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", GRAPH),
    "from named a file": ("SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }", GRAPH),
    "from a prefix": ("PREFIX u: <URL> ASK FROM u: { ?s ?p ?o }", GRAPH),
    "from a path upward": ("SELECT * FROM <../../../etc/passwd> { ?s ?p ?o }", GRAPH),
    "from with escapes": (r"SELECT * FROM <\u0066ile:///etc/passwd> { ?s ?p ?o }", GRAPH),
    "from a file and service": ("SELECT * FROM <file:///etc/passwd> { SERVICE <URL> { ?s ?p ?o } }", SERVICE),
    "nested without end": ("ASK { " * 1 + "{" * 50_000 + "}" * 50_000 + "}", "The query is nested too deeply"),
    "choices without end": (
        "ASK { ?x ?y ?z FILTER(" + " || ".join(f"?x = {i}" for i in range(40_000)) + ") }",
        "The query ",
    ),
    "function of nobody": ("SELECT (<URL>(1) AS ?x) {}", "The query cannot be answered"),
    "two queries": ("SELECT * { ?s ?p ?o } SELECT * { ?s ?p ?o }", SYNTAX),
    "nothing but space": (" \n\t\r\n", "The query is empty"),
    "nothing but comments": ("# SELECT * { ?s ?p ?o }\n# INSERT DATA { <a> <b> <c> }", "The query is empty"),
    "a null character": ("SELECT * { ?s ?p ?o \x00 }", SYNTAX),
    "control characters": ("SELECT * { \x1b[31m }", SYNTAX),
    "long garbage": ("<" * 200_000, SYNTAX),
    "long word": ("x" * 500_000, SYNTAX),
    "ten megabytes": ("SELECT * { ?s ?p ?o } #" + "x" * 10_000_000, "The query is longer than 1,000,000 bytes"),
    "ten megabytes of terms": ("SELECT * { VALUES ?x {" + " <x:y>" * 1_700_000 + "} }", "The query is longer than"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_query_is_refused_in_one_line(name: str, ask: Ask, data: Path, listener: Listener) -> None:
    query, words = REFUSED[name]
    listener.calls.clear()
    before = digest_files(data)
    code, out, err = ask(query.replace("URL", listener.url), "--timeout", "20")
    assert (code, out) == (2, ""), err
    assert err.startswith(f"Error: {words}"), err
    assert err.count("\n") == 1
    assert "\x1b" not in err
    assert len(err) < 500
    assert listener.calls == []
    assert digest_files(data) == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"SELECT * {\n ?s ?p '\xff' }", "The query is not UTF-8 at line 2."),
        (b"\xff\xfeS\x00E\x00", "The query is UTF-16, not plain text."),
        (b"PK\x03\x04 word", "The query is a Word or zip file, not plain text."),
        (b"\xef\xbb\xbf", "The query is empty."),
        (b"", "The query is empty."),
        (b"ASK {} #" + b"\xe9" * 1_000_001, "The query is longer than 1,000,000 bytes."),
        (b"\xed\xa0\x80", "The query is not UTF-8 at line 1."),
    ],
)
def test_file_that_is_no_query_is_refused_in_one_line(ask: Ask, content: bytes, words: str) -> None:
    code, out, err = ask(content)
    assert (code, out) == (2, "")
    assert err.startswith(f"Error: {words}")
    assert err.count("\n") == 1


@pytest.mark.parametrize("place", ["missing.rq", ".", "/dev/zero"])
def test_place_that_is_no_query_file_is_refused_in_one_line(run: Run, data: Path, tmp_path: Path, place: str) -> None:
    code, out, err = run("sparql", tmp_path / place, "--data", data)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(("Error: Cannot read ", "Error: The query is longer than"))


HARMLESS = [
    "SELECT ?x { VALUES ?x { 'INSERT DATA { <a> <b> <c> } ; DROP ALL' } }",
    "# INSERT DATA { <a> <b> <c> }\nASK {} # ; DROP ALL",
    'ASK { BIND("""\n} ; DELETE WHERE { ?s ?p ?o } #""" AS ?x) }',
    "SELECT ?service { VALUES ?service { <URL> } } # SERVICE <URL> {}",
    "PREFIX service: <URL> SELECT ?x { VALUES ?x { service:SERVICE 'SERVICE SILENT <URL> {}' } }",
    "PREFIX insert: <x:y> SELECT (insert:drop AS ?delete) {}",
    "ASK { <URL> ?from '''FROM <file:///etc/passwd>''' }",
    "ASK { GRAPH <file:///etc/passwd> { ?s ?p ?o } }",
    "ASK { ?s (<a>|!<b>|^<c>)*/(<d>?)+ ?o }",
    'ASK { FILTER(REGEX("' + "a" * 5000 + '!", "^(a+)+$")) }',
    'ASK { FILTER(REGEX("a", "((((a{9}){9}){9}){9}){9}")) }',
    "ASK { FILTER(" + "(" * 500 + "1 = 1" + ")" * 500 + ") }",
    "ASK { VALUES ?x {" + " <x:y>" * 150_000 + "} }",
]


@pytest.mark.parametrize("query", HARMLESS, ids=[query[:30] for query in HARMLESS])
def test_words_in_texts_names_and_comments_do_nothing(query: str, ask: Ask, data: Path, listener: Listener) -> None:
    listener.calls.clear()
    before = digest_files(data)
    code, _, err = ask(query.replace("URL", listener.url), "--timeout", "20")
    assert code == 0, err
    assert listener.calls == []
    assert digest_files(data) == before


def test_listener_notices_a_call(listener: Listener) -> None:
    # Without this, the tests above would prove nothing.
    from pyoxigraph import Store as Engine

    calls = len(listener.calls)
    with pytest.raises(OSError, match=r"."):
        Engine().query(f"ASK {{ SERVICE <{listener.url}> {{ ?s ?p ?o }} }}")
    assert len(listener.calls) > calls
    listener.calls.clear()


def test_parsing_evaluates_nothing(listener: Listener) -> None:
    query = f"ASK {{ SERVICE <{listener.url}> {{ ?s ?p ?o }} }}"
    assert find_syntax_error(query) is None
    assert listener.calls == []
    assert find_syntax_error("ASK {") is not None
    assert find_syntax_error("INSERT DATA { <x:a> <x:b> <x:c> }") is not None


def test_misspelling_is_a_word_that_the_query_does_not_have() -> None:
    assert misspell("service ?ServicA", "SERVICE") == "SERVICB ?ServicA"
    assert find_refusal("SELECT (1 AS ?service) (2 AS ?serviceA) (3 AS ?servica) {}", "SERVICE") is None
