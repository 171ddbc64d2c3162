"""The questions on plan, leads, progress, money and subjects, narrowed and seen through each view."""

from __future__ import annotations

import shutil

import pytest

from pcgraph.build import build_store
from pcgraph.errors import QueryError
from pcgraph.query.run import run_query
from pcgraph.store import Store, open_store
from tests.check.history_edits import load_edited, put
from tests.queries.conftest import SMALL
from tests.queries.test_queries_answers import ask, ask_codes
from tests.queries.test_queries_partners import ask_pairs


@pytest.fixture(scope="module")
def store_with_words(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small dataset's graph, with the words of the report that is at hand."""
    folder = tmp_path_factory.mktemp("words") / "small"
    shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns(".pcgraph"))
    build_store(folder, sources=folder / "sources")
    return open_store(folder)


@pytest.mark.parametrize(
    ("name", "params", "codes"),
    [
        ("themes", {"plan": "2023-24"}, ["2021-25/T2"]),
        ("themes", {"theme": "T1"}, ["2021-25/T1"]),
        ("plans", {"plan": "2023/24"}, ["2023-24"]),
        ("outcomes-by-theme", {"theme": "theme 1"}, ["2021-25/T1A", "2021-25/T1B"]),
        ("outcomes-by-theme", {"plan": "2023-24"}, []),
        ("baseline-by-measure", {"outcome": "T1A"}, ["2021-25/T1A.1.a"]),
        ("baseline-by-measure", {"measure": "T2A.10"}, ["2021-25/T2A.10"]),
        ("baseline-by-measure", {"measure": "T1A.1"}, []),
        ("actions-by-source", {"source": "stra"}, ["2021-25/1.1.2", "2021-25/1.2.2"]),
        ("actions-by-source", {"action": "1.1.1"}, ["2021-25/1.1.1", "2021-25/1.1.1"]),
        ("actions-by-source", {"theme": "T2"}, []),
        ("actions-by-lead", {"post": "D/Supt Rural Crime"}, ["2021-25/1.1.1", "2021-25/1.2.2"]),
        ("actions-by-lead", {"action": "1.2.1"}, ["2021-25/1.2.1"]),
        ("work-by-lead", {"post": "corporate-services", "theme": "T2"}, ["2021-25/T2.1"]),
        ("leads-by-deliverable", {"deliverable": "T1.2"}, ["2021-25/1.2.1", "2021-25/1.2.2"]),
        ("leads-by-deliverable", {"theme": "T2"}, ["2021-25/T2.1"]),
        ("deliverables-by-responsible", {"responsible": "Force"}, ["2023-24/T2.2"]),
        ("deliverables-by-responsible", {"plan": "2021-25"}, []),
        ("gaps-by-deliverable", {"lacks": "lead"}, ["2021-25/T1.2"]),
        ("gaps-by-deliverable", {"lacks": "update"}, ["2023-24/T2.3"]),
        ("gaps-by-deliverable", {"deliverable": "2023-24/T2.2"}, ["2023-24/T2.2"]),
        ("sole-partner-deliverables", {"theme": "T1"}, ["2021-25/T1.2"]),
        ("sole-partner-deliverables", {"partner": "WCC"}, []),
        ("sole-partner-deliverables", {"plan": "2023-24"}, []),
        ("planned-work", {"entity": "Harbor Trust"}, ["2021-25/T1.2", "2023-24/T2.2"]),
        ("planned-work", {"theme": "T1"}, ["2021-25/T1.2"]),
        ("ended-work", {"theme": "T2"}, []),
        ("memberships", {"member": "WCC"}, ["2023-24/T2.1"]),
        ("memberships", {"board": "STB"}, ["2023-24/T2.1", "2023-24/T2.1"]),
        ("money-named", {"least": "12500"}, ["2023-24/T2.2"]),
        ("money-named", {"least": "12501"}, []),
        ("money-by-partner", {"entity": "Barn Watch"}, ["2023-24/T2.2"]),
        ("figures-by-subject", {"words": "barn watch", "unit": "GBP"}, ["2023-24/T2.2"]),
        ("figures-by-subject", {"words": "offences", "period": "2022"}, ["2023-24/T2.1"]),
        ("narratives", {"deliverable": "2023-24/T2.2"}, ["2023-24/T2.2"]),
        ("narratives", {"entity": "Operation Lantern"}, [""]),
        ("narratives", {"rag": "Amber", "theme": "T2"}, ["2023-24/T2.2"]),
        ("search", {"words": "RADIO LINK"}, ["2021-25/T2A.10", "radio-link", "t2-2023q2/1"]),
        ("search", {"words": "radio link", "kind": "figure"}, ["t2-2023q2/1"]),
        ("search", {"words": "problem solving"}, ["2021-25/T2.1"]),
        ("search", {"words": "no such words"}, []),
    ],
)
def test_query_narrows(
    small_store: Store, small_disk_store: Store, name: str, params: dict[str, str], codes: list[str]
) -> None:
    for store in (small_store, small_disk_store):
        assert ask_codes(store, name, **params) == codes


@pytest.mark.parametrize(
    ("name", "params", "places"),
    [
        ("updates-by-deliverable", {"deliverable": "2023-24/T2.1"}, ["2023-24Q3", "2023-24Q2"]),
        ("updates-by-deliverable", {"rag": "Red"}, ["2024-25Q1"]),
        ("updates-by-deliverable", {"report": "t2-2023q3", "theme": "T2"}, ["2023-24Q3"] * 3),
        ("updates-by-deliverable", {"plan": "2021-25"}, []),
        ("latest-updates", {"plan": "2023-24"}, ["2023-24Q3"] * 3),
        ("latest-updates", {"deliverable": "2024-25/T2.1"}, ["2024-25Q1"]),
        ("updates-since", {"since": "2024-06-30"}, ["2024-25Q1"] * 3),
        ("updates-since", {"since": "2024-07-01"}, ["2024-25Q1"] * 2),
        ("updates-since", {"since": "2024-01-15", "deliverable": "2023-24/T2.1"}, ["2023-24Q3"]),
        ("updates-since", {"since": "2024-01-16", "deliverable": "2023-24/T2.1"}, []),
        ("updates-since", {"since": "2024-01-01", "theme": "T1"}, []),
    ],
)
def test_updates_narrow(history_store: Store, name: str, params: dict[str, str], places: list[str]) -> None:
    assert [row["period"] for row in ask(history_store, name, **params)] == places


def test_latest_updates_are_the_latest_that_name_the_entity_when_one_is_given(history_store: Store) -> None:
    pairs = ask_pairs(history_store, "latest-updates", "code", "document", entity="Barn Watch")
    assert pairs == [("2023-24/T2.2", "t2-2023q3")]
    pairs = ask_pairs(history_store, "latest-updates", "code", "document", entity="Harbour Trust", plan="2023-24")
    # The trust is in the second report of T2.1, but only in the first of T2.2.
    assert pairs == [("2023-24/T2.1", "t2-2023q3"), ("2023-24/T2.2", "t2-2023q2")]


@pytest.mark.parametrize(
    ("params", "moves"),
    [
        ({"rag": "Amber"}, [("2023-24/T2.1", "Green", "Amber")]),
        ({"deliverable": "2024-25/T2.2"}, [("2024-25/T2.2", "Amber", "Red")]),
        ({"theme": "T1"}, []),
    ],
)
def test_rag_moves_narrow(history_store: Store, params: dict[str, str], moves: list[tuple[str, str, str]]) -> None:
    rows = ask(history_store, "rag-moves", **params)
    assert [(row["code"], row["was"], row["is_now"]) for row in rows] == moves


def test_rag_moves_leave_out_versions_that_only_a_judgement_links(history_store: Store) -> None:
    assert ask_pairs(history_store, "rag-moves", "code", view="stated") == [("2023-24/T2.1",)]
    assert ask_pairs(history_store, "rag-moves", "code", view="agreed") == [("2023-24/T2.1",), ("2024-25/T2.1",)]


def test_rag_moves_are_none_where_a_report_between_prints_no_letter() -> None:
    # The third report is held against the first: the second one rates nothing.
    store = load_edited("history", put("updates", "t2-2023q3/1", rag=""))
    assert ask_pairs(store, "rag-moves", "code", "from_report", "to_report", theme="T2") == [
        ("2024-25/T2.2", "t2-2023q3", "t2-2024q1")
    ]


def test_boards_count_the_deliverables_of_the_theme(small_store: Store) -> None:
    assert ask_pairs(small_store, "boards", "name", "codes", theme="T2") == [("Safer Towns Board", "2023-24/T2.1")]
    assert ask(small_store, "boards", theme="T1") == []
    assert ask_pairs(small_store, "boards", "name", "deliverables", view="stated") == [("Safer Towns Board", 1)]


def test_partners_are_counted_by_name_alone_when_only_what_is_stated_counts(small_store: Store) -> None:
    keys = ("name", "deliverables", "mentions")
    assert ask_pairs(small_store, "partners-named", *keys, view="stated", kind="partner") == [
        ("Harbour Trust", 0, 3),
        ("Westmarch County Council", 0, 3),
        ("Northmoor University", 0, 1),
    ]


def test_partners_without_outcome_are_those_that_help_with_nothing_linked(history_store: Store) -> None:
    assert ask(history_store, "partners-without-outcome") == []
    # The office agreed to one part, that of Harbour Trust in 2023-24/T2.2, but not to that deliverable's outcomes.
    assert ask_pairs(history_store, "partners-without-outcome", "name", "why", "codes", view="agreed") == [
        ("Northmoor University", "it is named, but not as helping deliver", "t2-2024q1/2"),
        (
            "Westmarch County Council",
            "it is named, but not as helping deliver",
            "t2-2023q2/2, t2-2023q3/2, t2-2024q1/3",
        ),
        (
            "Harbour Trust",
            "what it helps deliver is linked to no outcome",
            "2021-25/1.2.1, t2-2023q2/2, t2-2023q3/1, t2-2024q1/1, t2-2024q1/3",
        ),
    ]


def test_posts_across_themes_list_those_in_one_theme_too_when_asked(small_store: Store) -> None:
    assert ask_pairs(small_store, "posts-across-themes", "lead", "themes", least="1", theme="T1") == [
        ("Corporate Services (post not given)", 2),
        ("Detective Superintendent, Rural Crime", 1),
        ("Chief Inspector, Northmoor", 1),
    ]
    assert ask(small_store, "posts-across-themes", least="3") == []


def test_reliance_counts_organisations_and_no_boards(small_store: Store) -> None:
    rows = ask_pairs(small_store, "reliance-on-partner", "code", "others", "names", partner="STB")
    assert rows == [("2023-24/T2.1", 2, "Harbour Trust; Westmarch County Council")]


def test_review_counts_are_all_agreed_when_only_what_is_agreed_counts(history_store: Store) -> None:
    assert ask_pairs(history_store, "review-counts", "status", "number", view="agreed") == [("agreed", 1)] * 3 + [
        ("agreed", 2),
        ("agreed", 1),
    ]
    assert ask(history_store, "proposed", kind="lineage", confidence="high")[0]["code"] == "2024-25/T2.2/2023-24/T2.2"


def test_narratives_show_the_words_where_the_documents_are_at_hand(store_with_words: Store) -> None:
    words = [words for (words,) in ask_pairs(store_with_words, "narratives", "words", deliverable="2023-24/T2.2")]
    assert len(words) == 1
    assert str(words[0]).startswith("The barn-watch scheme waits for its vehicle. ")


def test_search_finds_words_of_the_narrative_where_the_documents_are_at_hand(
    store_with_words: Store, small_store: Store
) -> None:
    keys = ("kind_name", "code", "document", "line")
    assert ask_pairs(store_with_words, "search", *keys, words="the Post is vacant") == [
        ("Narrative", "t2-2023q2/4", "t2-2023q2", "28")
    ]
    assert ask(small_store, "search", words="the Post is vacant") == []
    assert ask(store_with_words, "search", words="the Post is vacant", kind="deliverable") == []


@pytest.mark.parametrize("name", ["search", "figures-by-subject", "updates-since", "reliance-on-partner"])
def test_query_is_refused_when_what_it_needs_is_missing(small_store: Store, name: str) -> None:
    with pytest.raises(QueryError, match=f"The query {name} needs --"):
        run_query(small_store, name, {})
