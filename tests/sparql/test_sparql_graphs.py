"""FROM and FROM NAMED: graphs of the store, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.errors import QueryError
from pcgraph.sparql import run_sparql
from pcgraph.store import View
from tests.sparql.conftest import BASE

COUNT = "SELECT (COUNT(*) AS ?n) %s { ?plan skos:prefLabel ?title . FILTER(?plan = <plan/2021-25>) }"
GRAPHS = "SELECT DISTINCT ?g %s { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
ONE, TWO = "graph/document/strategy-2021-25", "graph/document/force-2021"


def count(data: Path, clauses: str, view: View = "all") -> int:
    """The number in the only cell of the answer."""
    ((cell,),) = run_sparql(data, COUNT % clauses, view=view).rows
    assert cell is not None
    return int(cell.value)


def list_graphs(data: Path, clauses: str) -> list[str]:
    answer = run_sparql(data, GRAPHS % clauses)
    return [row[0].value.removeprefix(BASE) for row in answer.rows if row[0]]


def test_from_reads_the_graph_that_it_names(data: Path) -> None:
    assert count(data, f"FROM <{ONE}>") == 1
    assert count(data, "FROM <graph/inferred>") == 0


def test_triple_counts_once_when_several_graphs_hold_it(data: Path) -> None:
    assert count(data, f"FROM <{TWO}>") == 1
    assert count(data, f"FROM <{ONE}> FROM <{TWO}>") == 1


def test_from_named_narrows_what_graph_speaks_of(data: Path) -> None:
    assert list_graphs(data, f"FROM NAMED <{ONE}>") == [ONE]
    assert list_graphs(data, f"FROM NAMED <{ONE}> FROM NAMED <{TWO}>") == [TWO, ONE]
    assert list_graphs(data, f"FROM <{ONE}>") == []
    assert list_graphs(data, f"FROM <{ONE}> FROM <graph/inferred> FROM NAMED <{TWO}>") == [TWO]
    assert count(data, f"FROM NAMED <{ONE}>") == 0


@pytest.mark.parametrize(
    "query",
    [
        "PREFIX g: <https://example.org/westmarch/graph/> SELECT * FROM g:document\\/force-2021 { ?plan a pcg:Plan }",
        "BASE <https://example.org/westmarch/graph/> SELECT ?plan FROM <document/force-2021> { ?plan a pcg:Plan }",
        "SELECT ?plan # FROM <a>\nFROM<graph/document/force-2021>{ ?plan a pcg:Plan . FILTER('FROM <b>' != '') }",
        "SELECT ?plan from <graph/document/force-2021> { ?plan a pcg:Plan . OPTIONAL { ?plan pcg:from ?from } }",
    ],
)
def test_from_is_read_as_the_engine_reads_it(data: Path, query: str) -> None:
    rows = run_sparql(data, query).rows
    assert [row[0].value for row in rows if row[0]] == [f"{BASE}plan/2021-25"]


@pytest.mark.parametrize(
    ("clauses", "words", "hint"),
    [
        (
            "FROM <graph/document/force-2012>",
            "<graph/document/force-2012> (line 1, column 30)",
            "graph/document/force-2021",
        ),
        ("FROM <graph/infered>", "<graph/infered> (line 1, column 30)", "Did you mean graph/inferred"),
        (f"FROM <{ONE}>\nFROM NAMED <file:///etc/passwd>", "<file:///etc/passwd> (line 2, column 12)", ""),
        ("FROM <http://127.0.0.1:9/x>", "<http://127.0.0.1:9/x>", ""),
        ("FROM <graph/view/stated>", "<graph/view/stated>", ""),
    ],
)
def test_from_is_refused_when_the_store_has_no_such_graph(data: Path, clauses: str, words: str, hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        run_sparql(data, COUNT % clauses)
    assert caught.value.message.startswith("There is no graph ")
    assert words in caught.value.message
    assert hint in caught.value.hint


def test_from_goes_with_a_view_that_reads_the_graph(data: Path) -> None:
    assert count(data, f"FROM <{ONE}>", "stated") == 1
    with pytest.raises(QueryError, match=r"<graph/inferred> \(line 1, column 30\) is left out by"):
        count(data, "FROM <graph/inferred>", "stated")


def test_graph_of_a_view_cannot_be_named(data: Path) -> None:
    assert not run_sparql(data, "ASK { GRAPH <graph/view/stated> { ?s ?p ?o } }").truth
    assert not run_sparql(data, "ASK { GRAPH <graph/inferred> { ?s ?p ?o } }", view="stated").truth
