"""Every query form, what it gives, and in which formats."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS

from pcgraph.errors import CallError, StoreError
from pcgraph.sparql import SparqlAnswer, Term, run_sparql
from pcgraph.sparql.formats import write_answer
from pcgraph.sparql.shown import shorten_iri
from pcgraph.terms import XSD
from tests.sparql.conftest import BASE, PCG, Ask

LEADS = "SELECT ?post { <deliverable/2021-25/T1.1> pcg:ledBy ?post }"
POST = f"{BASE}post/det-supt-rural-crime"
DELIVERABLE = f"{BASE}deliverable/2021-25/T1.1"
PLANS = "SELECT ?plan ?title { ?plan a pcg:Plan ; skos:prefLabel ?title } ORDER BY ?plan"
TITLES = "CONSTRUCT { ?plan skos:prefLabel ?title } WHERE { ?plan a pcg:Plan ; skos:prefLabel ?title }"


def test_select_gives_terms_in_the_query_order(data: Path) -> None:
    answer = run_sparql(
        data, 'SELECT ?b ?a ?c ?d { VALUES (?a ?b ?c ?d) { (pcg:Plan "£ \\" x"@en 7 UNDEF) } }', limit=5
    )
    assert answer == SparqlAnswer(
        "rows",
        BASE,
        "all",
        5,
        columns=("b", "a", "c", "d"),
        rows=(
            (
                Term("literal", '£ " x', language="en"),
                Term("uri", f"{PCG}Plan"),
                Term("literal", "7", f"{XSD}integer"),
                None,
            ),
        ),
    )


def test_select_of_all_gives_columns_as_the_query_first_names_them(data: Path) -> None:
    query = "SELECT DISTINCT * { ?s pcg:ledBy ?o . ?s a ?kind } LIMIT 1"
    answer = run_sparql(data, query)
    assert answer.columns == ("s", "o", "kind")
    assert [term.value.removeprefix(BASE).split("/")[0] for term in answer.rows[0][:2] if term] == [
        "deliverable",
        "post",
    ]


@pytest.mark.parametrize(("query", "truth"), [("ASK { ?p a pcg:Plan }", True), ("ASK { ?p a pcg:Nothing }", False)])
def test_ask_gives_a_truth(data: Path, query: str, truth: bool) -> None:
    answer = run_sparql(data, query)
    assert (answer.kind, answer.truth, answer.is_cut) == ("truth", truth, False)


def test_construct_gives_each_triple_once_and_sorted(data: Path) -> None:
    query = "CONSTRUCT { ?plan a pcg:Plan } WHERE { VALUES ?plan { <plan/b> <plan/a> <plan/b> } ?any a pcg:Plan }"
    rdf_type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    assert run_sparql(data, query).triples == tuple(f"<{BASE}plan/{x}> {rdf_type} <{PCG}Plan> ." for x in "ab")


def test_describe_gives_what_is_said_of_a_thing(data: Path) -> None:
    answer = run_sparql(data, "DESCRIBE <deliverable/2021-25/T1.1>")
    assert f"<{DELIVERABLE}> <{PCG}ledBy> <{POST}> ." in answer.triples
    assert all(line.startswith(f"<{DELIVERABLE}> ") for line in answer.triples)


def test_blank_nodes_get_the_same_names_every_time(data: Path) -> None:
    build = "CONSTRUCT { _:x pcg:about ?plan . ?plan pcg:note _:x } WHERE { ?plan a pcg:Plan }"
    rows = "SELECT (BNODE() AS ?a) (BNODE() AS ?b) {}"
    assert run_sparql(data, build) == run_sparql(data, build)
    assert run_sparql(data, rows).rows == ((Term("bnode", "b0"), Term("bnode", "b1")),)


def test_prefix_of_the_query_stands_before_the_house_prefix(data: Path) -> None:
    answer = run_sparql(data, "PREFIX pcg: <https://example.org/other#> SELECT (pcg:Plan AS ?x) {}")
    assert answer.rows == ((Term("uri", "https://example.org/other#Plan"),),)


def test_base_of_the_query_stands_before_the_dataset_base(data: Path) -> None:
    assert run_sparql(data, "BASE <https://example.org/x/> SELECT (<y> AS ?x) {}").rows == (
        (Term("uri", "https://example.org/x/y"),),
    )


@pytest.mark.parametrize("view", ["all", "agreed", "stated"])
def test_view_leaves_out_what_was_not_asked_for(data: Path, view: str) -> None:
    graphs = {"all": {"agreed", "proposed"}, "agreed": {"agreed"}, "stated": set()}
    answer = run_sparql(data, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", view=view)  # type: ignore[arg-type]
    found = {row[0].value.rpartition("/")[2] for row in answer.rows if row[0] and "/graph/judged/" in row[0].value}
    assert found == graphs[view]


def test_narrative_words_can_be_read(data: Path) -> None:
    answer = run_sparql(data, "SELECT (COUNT(*) AS ?n) { GRAPH <graph/passages/t2-2023q2> { ?p a pcg:Passage } }")
    assert answer.rows[0][0] is not None
    assert int(answer.rows[0][0].value) > 0


def test_table_shortens_iris(ask: Ask) -> None:
    code, out, err = ask(
        "SELECT ?post ?kind { <deliverable/2021-25/T1.1> pcg:ledBy ?post . ?post a ?kind } ORDER BY ?kind"
    )
    assert (code, err) == (0, "")
    assert "<post/det-supt-rural-crime>" in out
    assert "pcg:Post" in out
    assert "https://" not in out


def test_csv_and_json_have_whole_iris(ask: Ask) -> None:
    assert ask(LEADS, "--format", "csv")[1] == f"post\r\n{POST}\r\n"
    assert json.loads(ask(LEADS, "-f", "json")[1]) == [{"post": POST}]


def test_csv_is_safe_from_formulas(ask: Ask) -> None:
    assert list(csv.reader(io.StringIO(ask('SELECT ("=1+1" AS ?x) {}', "-f", "csv")[1]))) == [["x"], ["'=1+1"]]


def test_sparql_json_follows_the_standard(ask: Ask) -> None:
    query = 'SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) { (<x:y> "é"@en 7 UNDEF) } }'
    assert json.loads(ask(query, "-f", "sparql-json")[1]) == {
        "head": {"vars": ["a", "b", "c", "d"]},
        "results": {
            "bindings": [
                {
                    "a": {"type": "uri", "value": "x:y"},
                    "b": {"type": "literal", "value": "é", "xml:lang": "en"},
                    "c": {"type": "literal", "value": "7", "datatype": f"{XSD}integer"},
                }
            ]
        },
    }
    assert json.loads(ask("ASK {}", "-f", "sparql-json")[1]) == {"head": {}, "boolean": True}


@pytest.mark.parametrize(("query", "word"), [("ASK { ?p a pcg:Plan }", "yes\n"), ("ASK { ?p a pcg:Nothing }", "no\n")])
def test_ask_prints_yes_or_no(ask: Ask, query: str, word: str) -> None:
    assert ask(query) == (0, word, "")
    assert json.loads(ask(query, "-f", "json")[1]) == [{"answer": word == "yes\n"}]


def test_construct_prints_turtle(ask: Ask) -> None:
    assert ask(TITLES)[1] == (
        f"@base <{BASE}> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<plan/2021-25> skos:prefLabel "Police and Crime Plan 2021-25" .\n'
        '<plan/2023-24> skos:prefLabel "Delivery Plan 2023-24" .\n'
    )


@pytest.mark.parametrize(("name", "syntax"), [("turtle", "turtle"), ("ntriples", "nt")])
def test_graph_formats_are_read_back_the_same(ask: Ask, name: str, syntax: str) -> None:
    everything = "CONSTRUCT WHERE { ?s ?p ?o }"
    graph = Graph().parse(data=ask(everything, "-f", name)[1], format=syntax)
    count = json.loads(ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "-f", "json")[1])
    assert len(graph) == count[0]["n"]
    assert (URIRef(f"{BASE}plan/2023-24"), SKOS.prefLabel, None) in graph


def test_graph_formats_carry_no_control_characters(ask: Ask) -> None:
    query = 'CONSTRUCT { <a> pcg:x "\\u001B[31m \\u009B red" } {}'
    for name in ("turtle", "ntriples"):
        out = ask(query, "-f", name)[1]
        assert "\\u001B[31m \\u009B red" in out
        graph = Graph().parse(data=out, format="turtle")
        assert [str(text) for text in graph.objects()] == ["\x1b[31m \x9b red"]


def test_triples_can_be_a_table(ask: Ask) -> None:
    assert json.loads(ask(TITLES, "-f", "json")[1])[0] == {
        "subject": f"{BASE}plan/2021-25",
        "predicate": str(SKOS.prefLabel),
        "object": "Police and Crime Plan 2021-25",
    }


@pytest.mark.parametrize("name", ["table", "csv", "tsv", "json", "md", "html"])
def test_same_query_gives_the_same_bytes(ask: Ask, name: str) -> None:
    first = ask(PLANS, "-f", name)
    assert first[0] == 0
    assert first == ask(PLANS, "-f", name)


def test_workbook_holds_the_rows(ask: Ask, tmp_path: Path) -> None:
    code, out, err = ask(PLANS, "--output", tmp_path / "plans.xlsx")
    assert (code, out) == (0, ""), err
    sheet = load_workbook(tmp_path / "plans.xlsx").worksheets[0]
    assert list(sheet.values)[1] == ("<plan/2021-25>", "Police and Crime Plan 2021-25")


def test_output_file_names_the_format(ask: Ask, tmp_path: Path) -> None:
    for name, beginning in (("a.ttl", "@base"), ("a.nt", f"<{BASE}"), ("a.csv", "subject,"), ("a.txt", "@base")):
        assert ask(TITLES, "-o", tmp_path / name)[0] == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(beginning)
    assert ask("ASK {}", "-o", tmp_path / "a.srj")[0] == 0
    assert json.loads((tmp_path / "a.srj").read_text(encoding="utf-8"))["boolean"] is True


@pytest.mark.parametrize(
    ("query", "name", "words"),
    [
        (PLANS, "turtle", "A SELECT gives rows"),
        ("ASK {}", "ntriples", "An ASK gives yes or no"),
        (TITLES, "sparql-json", "sparql-json is for the rows of a SELECT"),
        (PLANS, "pdf", "is not one of"),
    ],
)
def test_format_is_refused_where_it_does_not_fit(ask: Ask, tmp_path: Path, query: str, name: str, words: str) -> None:
    code, out, err = ask(query, "-f", name, "-o", tmp_path / "out")
    assert (code, out) == (2, "")
    assert words in err
    assert not (tmp_path / "out").exists()


def test_format_is_refused_when_there_is_none_of_that_name(data: Path) -> None:
    with pytest.raises(CallError, match="There is no format 'pdf'"):
        write_answer(run_sparql(data, "ASK {}"), "pdf")


def test_nothing_found_is_said(ask: Ask) -> None:
    code, out, err = ask("SELECT ?x { ?x a pcg:Nothing }", "-f", "csv")
    assert (code, out, err) == (0, "x\r\n", "The query found nothing.\n")
    assert ask("SELECT * {}")[0] == 0


def test_triple_within_a_row_is_shown_and_written(ask: Ask) -> None:
    query = 'SELECT ?t { VALUES ?t { <<( <a> pcg:b "c" )>> } }'
    assert '<<( <a> pcg:b "c" )>>' in ask(query)[1]
    bound = json.loads(ask(query, "-f", "sparql-json")[1])["results"]["bindings"][0]["t"]
    assert bound["type"] == "triple"
    assert bound["value"]["object"] == {"type": "literal", "value": "c"}


@pytest.mark.parametrize(
    ("iri", "shown"),
    [
        (f"{PCG}Plan", "pcg:Plan"),
        (f"{PCG}Plan/x", f"{PCG}Plan/x"),
        (f"{BASE}plan/2021-25", "<plan/2021-25>"),
        (f"{BASE}a:b", f"{BASE}a:b"),
        (BASE, BASE),
        (f"{BASE}//x", f"{BASE}//x"),
        ("https://example.org/other", "https://example.org/other"),
    ],
)
def test_iri_is_shortened_only_where_a_query_may_write_it_so(iri: str, shown: str) -> None:
    assert shorten_iri(iri, BASE) == shown


def test_missing_graph_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no dataset at"):
        run_sparql(tmp_path / "none", "ASK {}")
    with pytest.raises(StoreError, match="There is no graph of"):
        run_sparql(tmp_path, "ASK {}")
