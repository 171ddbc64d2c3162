"""Each canned query against the table that a reader of tests/small writes down."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import cast

import pytest
import rdflib
from pyoxigraph import Store as Engine
from rdflib.plugins.sparql import prepareQuery

from pcgraph.graph import iter_nquads
from pcgraph.query.catalogue import load_catalogue, read_query_text
from pcgraph.query.run import run_query
from pcgraph.query.sparql_text import fill_parameters
from pcgraph.render import render_records
from pcgraph.store import Store
from pcgraph.tables import read_dataset

HERE = Path(__file__).parent
CATALOGUE = load_catalogue()
FILES = [query.file for query in CATALOGUE.queries.values()] + [check.file for check in CATALOGUE.checks.values()]
GIVEN = {
    "profile": {"thing": "2021-25/T2.1"},
    "evidence": {"thing": "2021-25/T2.1"},
    "changed-since": {"report": "t2-2023q3"},
    "search": {"words": "Rural"},
    "figures-by-subject": {"words": "Offences"},
    "updates-since": {"since": "2024-01-20"},
    "reliance-on-partner": {"partner": "harbour-trust"},
}
"""What the questions that need a value are asked of."""

ON_HISTORY = {
    "partners-by-outcome",
    "outcomes-by-partner",
    "sole-partner-outcomes",
    "deliverables-by-outcome",
    "measures-by-deliverable",
    "coverage-by-theme",
    "lineage",
    "dropped-deliverables",
    "rag-history",
    "changed-since",
    "plans",
    "gaps-by-deliverable",
    "reliance-on-partner",
    "sole-partner-deliverables",
    "latest-updates",
    "rag-moves",
    "updates-by-deliverable",
    "updates-since",
    "proposed",
    "review-counts",
}
"""The questions that need judgements or several reports: asked of tests/history."""

ASKED_FOR = (
    "deliverables-by-theme",
    "measures-by-outcome",
    "actions-by-deliverable",
    "deliverables-by-lead",
    "leads-workload",
    "rag-by-report",
    "not-green",
    "updates-by-responsible",
    "wording-differences",
    "documents",
    "anomalies",
    "profile",
    "partners-by-deliverable",
    "deliverables-by-partner",
    "partners-by-theme",
    "partners-shared-by-themes",
    "programmes-by-theme",
    "programmes-by-deliverable",
    "funding",
    "figures-by-deliverable",
    "mentions-of",
    "systems-in-use",
    *ON_HISTORY,
)
JUDGED = {
    "partners-by-outcome",
    "outcomes-by-partner",
    "sole-partner-outcomes",
    "deliverables-by-outcome",
    "measures-by-deliverable",
    "lineage",
    "anomalies",
    "partners-by-deliverable",
    "deliverables-by-partner",
    "partners-by-theme",
    "partners-shared-by-themes",
    "programmes-by-theme",
    "programmes-by-deliverable",
    "funding",
    "systems-in-use",
    "gaps-by-deliverable",
    "reliance-on-partner",
    "sole-partner-deliverables",
    "planned-work",
    "ended-work",
    "memberships",
    "money-by-partner",
    "review-counts",
    "proposed",
}
"""The questions that no document answers by itself: a part, or what is amiss, is read or judged."""


def read_expected(name: str) -> list[dict[str, str]]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ask(store: Store, name: str, **params: str) -> list[dict[str, str]]:
    records = run_query(store, name, params)
    return [{key: "" if value is None else str(value) for key, value in zip(records.keys, row, strict=True)}
            for row in records.rows]  # fmt: skip


def get_dataset(name: str) -> str:
    return "history" if name in ON_HISTORY else "small"


def ask_codes(store: Store, name: str, **params: str) -> list[str]:
    return [row["code"] for row in ask(store, name, **params)]


def test_queries_exist_as_asked_for() -> None:
    assert set(ASKED_FOR) <= set(CATALOGUE.queries)


def test_queries_are_asked_in_three_ways_at_least() -> None:
    assert len(CATALOGUE.queries) >= 42
    assert [query.name for query in CATALOGUE.queries.values() if len(query.asks) < 3] == []


def test_queries_have_no_way_of_asking_in_common() -> None:
    asks = [ask.casefold() for query in CATALOGUE.queries.values() for ask in (query.title, *query.asks)]
    assert [ask for ask, count in Counter(asks).items() if count > 1] == []


def test_queries_have_an_expected_table_each() -> None:
    assert {file.stem for file in HERE.glob("*.csv")} == set(CATALOGUE.queries)


@pytest.mark.parametrize("name", CATALOGUE.queries)
def test_query_gives_the_expected_rows(stores: dict[str, list[Store]], name: str) -> None:
    for store in stores[get_dataset(name)]:
        assert ask(store, name, **GIVEN.get(name, {})) == read_expected(name)


@pytest.mark.parametrize("name", CATALOGUE.queries)
def test_query_runs_when_only_what_is_stated_counts(stores: dict[str, list[Store]], name: str) -> None:
    rows = run_query(stores[get_dataset(name)][0], name, GIVEN.get(name, {}), view="stated").rows
    assert bool(rows) == (name not in JUDGED)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_query_is_legal_sparql_for_both_engines(file: Path) -> None:
    text = read_query_text(file)
    prepareQuery(text)
    Engine().query(text)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_query_is_ordered_and_names_no_graph_but_for_origin(file: Path) -> None:
    text = re.sub(r"#.*", "", read_query_text(file))
    assert text.rstrip().splitlines()[-1].strip().startswith(("ORDER BY", "?"))
    assert "ORDER BY" in text
    assert ("GRAPH" in text) == (file.stem == "evidence")
    assert not re.search(r"\b(FROM|SERVICE)\b", text)


@pytest.fixture(scope="module")
def rdflib_graphs() -> dict[str, rdflib.Graph]:
    """Each dataset in rdflib, all named graphs in one."""
    graphs = {}
    for name in ("small", "history"):
        quads = iter_nquads(read_dataset(HERE.parent / name))
        triples = "".join(f"{line.rpartition(' <')[0]} .\n" for line in quads)
        graphs[name] = rdflib.Graph().parse(data=triples, format="nt")
    return graphs


def write_term(parameter: str, value: str) -> str:
    """A value of `GIVEN` in SPARQL, written without the code under test."""
    kinds = {"thing": "deliverable", "report": "document", "partner": "entity"}
    if parameter in kinds:
        return f"<https://example.org/westmarch/{kinds[parameter]}/{value}>"
    return f'"{value}"' + ("^^<http://www.w3.org/2001/XMLSchema#date>" if parameter == "since" else "")


@pytest.mark.parametrize("name", [name for name in CATALOGUE.queries if name != "evidence"])
def test_query_gives_rdflib_the_same_rows(rdflib_graphs: dict[str, rdflib.Graph], name: str) -> None:
    terms = {key: write_term(key, value) for key, value in GIVEN.get(name, {}).items()}
    query = fill_parameters(read_query_text(CATALOGUE.queries[name].file), terms)
    answer = [
        tuple("" if value is None else str(value) for value in cast("rdflib.query.ResultRow", row))
        for row in rdflib_graphs[get_dataset(name)].query(query)
    ]
    assert sorted(answer) == sorted(tuple(row.values()) for row in read_expected(name))


def test_measures_by_outcome_puts_two_before_ten(small_store: Store) -> None:
    assert ask_codes(small_store, "measures-by-outcome", outcome="T2A") == [
        "2021-25/T2A.1",
        "2021-25/T2A.2",
        "2021-25/T2A.10",
    ]


def test_measures_by_outcome_narrows_by_theme(small_store: Store) -> None:
    assert ask_codes(small_store, "measures-by-outcome", theme="T1") == [
        "2021-25/T1A.1",
        "2021-25/T1A.1.a",
        "2021-25/T1A.2",
    ]


def test_measures_by_outcome_shows_the_whole_tree_when_only_what_is_stated_counts(small_store: Store) -> None:
    stated = run_query(small_store, "measures-by-outcome", {}, view="stated")
    assert stated.rows == run_query(small_store, "measures-by-outcome", {}).rows


def test_deliverables_by_theme_narrows_by_plan(small_store: Store) -> None:
    codes = ["2023-24/T2.1", "2023-24/T2.2", "2023-24/T2.3"]
    assert ask_codes(small_store, "deliverables-by-theme", plan="2023-24") == codes
    assert ask_codes(small_store, "deliverables-by-theme", theme="T1", plan="2023-24") == []


def test_deliverables_by_lead_takes_another_spelling(small_store: Store) -> None:
    assert ask_codes(small_store, "deliverables-by-lead", post="d/supt RURAL crime") == ["2021-25/T1.1"]


def test_leads_workload_counts_within_a_theme(small_store: Store) -> None:
    rows = ask(small_store, "leads-workload", theme="T2")
    assert [(row["lead"], row["deliverables"], row["actions"]) for row in rows] == [
        ("Corporate Services (post not given)", "1", "0")
    ]


def test_not_green_narrows_by_status_and_theme(small_store: Store) -> None:
    assert [row["status"] for row in ask(small_store, "not-green", rag="a")] == ["Amber"]
    assert ask(small_store, "not-green", rag="Green") == []
    assert ask(small_store, "not-green", theme="T1") == []
    assert len(ask(small_store, "not-green", theme="T2", report="T2-2023Q2")) == 2


def test_updates_by_responsible_narrows_by_code_and_status(small_store: Store) -> None:
    assert len(ask(small_store, "updates-by-responsible", responsible="force")) == 2
    assert len(ask(small_store, "updates-by-responsible", responsible="Force", rag="Red")) == 1


def test_rag_by_report_is_empty_for_a_theme_without_report(small_store: Store) -> None:
    assert ask(small_store, "rag-by-report", theme="T1") == []
    assert len(ask(small_store, "rag-by-report", theme="T2")) == 1


def test_anomalies_narrow_by_severity_kind_and_document(small_store: Store) -> None:
    assert len(ask(small_store, "anomalies", severity="error")) == 1
    assert ask_codes(small_store, "anomalies", code="rag-missing") == ["rag-missing"]
    assert ask_codes(small_store, "anomalies", document="force-2021") == ["wording-differs"]


def test_documents_narrow_by_plan_and_theme(small_store: Store) -> None:
    assert ask_codes(small_store, "documents", plan="2021-25") == ["force-2021", "strategy-2021-25"]
    assert ask_codes(small_store, "documents", theme="T2") == ["force-2021", "strategy-2021-25", "t2-2023q2"]


def test_profile_of_a_post_lists_what_it_leads(small_store: Store) -> None:
    rows = ask(small_store, "profile", thing="ch-insp-northmoor")
    assert [(row["value"], row["document"], row["line"]) for row in rows if row["property"] == "← led by"] == [
        ("2021-25/1.1.1", "force-2021", "9"),
        ("2021-25/1.1.3", "force-2021", "11"),
    ]


def test_evidence_tells_stated_from_inferred(small_store: Store) -> None:
    rows = ask(small_store, "evidence", thing="2021-25/T2A.2")
    origins = {row["property"]: row["origin"] for row in rows}
    assert origins["source of a measure"] == "stated"
    assert origins["in theme"] == "inferred"


def test_rejected_rows_are_in_no_answer(stores: dict[str, list[Store]]) -> None:
    everything = "".join(
        str(ask(stores[get_dataset(name)][0], name, **GIVEN.get(name, {}))) for name in CATALOGUE.queries
    )
    for words in ("Saturdays", "shops with cameras", "total-wrong", "live in towns", "where to turn"):
        assert words not in everything


def test_answer_renders_markup_as_text_in_html(small_store: Store) -> None:
    page = str(render_records(run_query(small_store, "measures-by-outcome", {}), "html", width=None, color=False))
    assert "<script>alert(1)" not in page
    assert "alert(1)" in page
