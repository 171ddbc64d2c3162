"""What every store does, in memory as on disk."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from pcgraph.errors import QueryError, StoreError
from pcgraph.store import VIEWS, Iri, Store, Value, View, load_memory_store
from tests.graph.graph_samples import BASE, PREFIXES
from tests.store.store_samples import COUNT, STORES, list_small_quads

ONTOLOGY = "https://w3id.org/pcgraph/ontology"
DOCUMENTS = [f"{BASE}graph/document/{name}" for name in ("force-2021", "strategy-2021-25", "t2-2023q2")]
READ = f"{BASE}graph/inferred/proposed"
JUDGED = [f"{BASE}graph/judged/agreed", f"{BASE}graph/judged/proposed"]
INFERRED = f"{BASE}graph/inferred"
PASSAGES = f"{BASE}graph/passages/t2-2023q2"


@pytest.fixture(scope="module", params=list(STORES))
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Store:
    return STORES[request.param](list_small_quads(), tmp_path_factory.mktemp("store"))


def ask(store: Store, query: str, view: View = "all") -> list[tuple[Value, ...]]:
    return store.select(PREFIXES + query, view=view).rows


def test_select_gives_columns_and_rows_in_the_query_order(store: Store) -> None:
    answer = store.select(
        PREFIXES + "SELECT ?label ?id WHERE { ?p a pcg:Plan ; dcterms:identifier ?id ; skos:prefLabel ?label } "
        "ORDER BY DESC(?id)"
    )
    assert answer.columns == ("label", "id")
    assert answer.rows == [("Delivery Plan 2023-24", "2023-24"), ("Police and Crime Plan 2021-25", "2021-25")]


def test_select_gives_python_values(store: Store) -> None:
    query = """SELECT ?iri ?text ?number ?share ?yes ?unbound ?tagged ?odd WHERE {
        VALUES (?iri ?text ?number ?share ?yes ?tagged ?odd) {
            (<https://example.org/a> "a" 7 0.5 true "b"@en "x"^^<http://www.w3.org/2001/XMLSchema#integer>) } }"""
    ((iri, text, number, share, yes, unbound, tagged, odd),) = ask(store, query)
    assert isinstance(iri, Iri)
    assert (iri, text, number, share, yes) == ("https://example.org/a", "a", 7, 0.5, True)
    assert not isinstance(text, Iri)
    assert (unbound, tagged, odd) == (None, "b", "x")
    assert isinstance(number, int)
    assert ask(store, 'SELECT ("inf"^^<http://www.w3.org/2001/XMLSchema#double> AS ?x) {}') == [(math.inf,)]


def test_date_comes_as_text(store: Store) -> None:
    assert ask(store, f"SELECT ?day WHERE {{ <{BASE}plan/2021-25> pcg:startDate ?day }}") == [("2021-04-01",)]


def test_triple_counts_once_when_several_documents_state_it(store: Store) -> None:
    query = f"SELECT ?label WHERE {{ <{BASE}plan/2021-25> skos:prefLabel ?label }}"
    graphs = f"SELECT ?g WHERE {{ GRAPH ?g {{ <{BASE}plan/2021-25> skos:prefLabel ?label }} }} ORDER BY ?g"
    for view in VIEWS:
        assert ask(store, query, view) == [("Police and Crime Plan 2021-25",)]
        assert ask(store, graphs, view) == [(graph,) for graph in DOCUMENTS]


@pytest.mark.parametrize(
    ("view", "graphs"),
    [
        ("all", [*DOCUMENTS, INFERRED, READ, *JUDGED, PASSAGES, ONTOLOGY]),
        ("agreed", [*DOCUMENTS, INFERRED, JUDGED[0], PASSAGES, ONTOLOGY]),
        ("stated", [*DOCUMENTS, PASSAGES, ONTOLOGY]),
    ],
)
def test_view_reads_its_graphs_and_no_others(store: Store, view: View, graphs: list[str]) -> None:
    assert ask(store, "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g", view) == [(g,) for g in graphs]
    named = ask(store, "SELECT DISTINCT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?s ?p ?o", view)
    assert ask(store, "SELECT ?s ?p ?o WHERE { ?s ?p ?o } ORDER BY ?s ?p ?o", view) == named


@pytest.mark.parametrize(
    ("view", "judged", "anomalies"),
    [("all", ["agreed", "proposed"], 7), ("agreed", ["agreed"], 7), ("stated", [], 0)],
)
def test_view_leaves_out_what_was_not_asked_for(store: Store, view: View, judged: list[str], anomalies: int) -> None:
    found = ask(store, f"SELECT ?o WHERE {{ <{BASE}x> <https://example.org/says> ?o }} ORDER BY ?o", view)
    assert found == [(status,) for status in judged]
    assert ask(store, "SELECT (COUNT(*) AS ?n) WHERE { ?a a pcg:Anomaly }", view) == [(anomalies,)]


def test_from_reads_the_graph_that_it_names(store: Store) -> None:
    query = COUNT.replace("WHERE", f"FROM <{INFERRED}> WHERE").replace("?p ?o", "a pcg:Anomaly")
    assert ask(store, query) == [(7,)]
    with pytest.raises(QueryError, match="FROM does not go with the view “stated”"):
        ask(store, query, "stated")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * WHERE { SERVICE:x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> SELECT * WHERE { ?s ?p 1SERVICE:x { ?s ?p ?o } }",
        'SELECT * WHERE { ?s ?p ?a FILTER(?a<?b#> """\n+1) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } #"""\n}',
        "SELECT * WHERE { ?s ?p ?a FILTER(?a<?b)SERVICE#>\n?s { ?s ?p ?o } }",
        "SELECT * WHERE { { SELECT * WHERE { SERVICE ?s { ?s ?p ?o } } } }",
    ],
)
def test_service_is_refused_however_it_is_written(store: Store, query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        store.select(query)


def test_service_spelt_with_escapes_does_not_run(store: Store) -> None:
    with pytest.raises(QueryError):
        store.select(r"SELECT * WHERE { \u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?x WHERE { VALUES ?x { "Health SERVICE records" } }',
        "SELECT ?service WHERE { VALUES ?service { <https://example.org/service> } } # no SERVICE here",
        "PREFIX service: <https://example.org/> SELECT ?x WHERE { VALUES ?x { service:Service } }",
    ],
)
def test_service_is_an_ordinary_word_in_texts_names_and_comments(store: Store, query: str) -> None:
    assert len(store.select(query).rows) == 1


def test_from_is_an_ordinary_word_in_texts(store: Store) -> None:
    assert ask(store, 'SELECT ?x WHERE { VALUES ?x { "Thefts of and from vehicles" } }', "stated") == [
        ("Thefts of and from vehicles",)
    ]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE {", "The query is not SPARQL: error at 1:18: expected one of"),
        ("INSERT DATA { <a:b> <a:c> 1 }", "The query is not SPARQL"),
        ("ASK { ?s ?p ?o }", "The query is no SELECT."),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "The query is no SELECT."),
    ],
)
def test_query_is_refused_in_one_short_line_when_it_is_no_select(store: Store, query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.select(query)
    assert caught.value.message.startswith(message)
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 250


def test_base_is_known(store: Store) -> None:
    assert store.base == BASE


def test_memory_store_reads_a_file(tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    file.write_text(f'<a:s> <a:p> "o" <{INFERRED}> .\n', encoding="utf-8")
    assert load_memory_store(file).base == BASE


def test_memory_store_is_refused_when_its_text_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"^This is not N-Quads"):
        load_memory_store("no quads")
    with pytest.raises(StoreError, match="show no base"):
        load_memory_store('<a:s> <a:p> "o" <a:g> .\n')
    with pytest.raises(StoreError, match=r"Cannot read .*: no such file"):
        load_memory_store(tmp_path / "missing.nq")
