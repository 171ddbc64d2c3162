"""Partners, programmes, systems, money and figures, narrowed and seen through each view."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from pcgraph.graph import iter_nquads
from pcgraph.query.run import run_query
from pcgraph.store import Store, View, load_memory_store
from pcgraph.tables import read_dataset
from tests.queries.test_queries_answers import ask

HERE = Path(__file__).parent


def ask_pairs(store: Store, name: str, *keys: str, view: View = "all", **params: str) -> list[tuple[object, ...]]:
    """Some columns of an answer."""
    records = run_query(store, name, params, view=view)
    places = [records.keys.index(key) for key in keys]
    return [tuple(row[place] for place in places) for row in records.rows]


def test_partners_by_deliverable_narrow_by_deliverable_theme_and_plan(small_store: Store) -> None:
    keys = ("partner", "role", "timing")
    assert ask_pairs(small_store, "partners-by-deliverable", *keys, deliverable="2023-24/T2.2") == [
        ("Harbour Trust", "Delivers", "Planned"),
        ("Westmarch County Council", "Funds", "Current"),
    ]
    assert ask_pairs(small_store, "partners-by-deliverable", *keys, theme="T1") == [
        ("Harbour Trust", "Supports", "Planned")
    ]
    assert len(ask(small_store, "partners-by-deliverable", plan="2023-24")) == 5


@pytest.mark.parametrize("name", ["WCC", "County Hall", "westmarch-county-council"])
def test_deliverables_by_partner_take_every_name_of_a_partner(small_store: Store, name: str) -> None:
    assert ask_pairs(small_store, "deliverables-by-partner", "code", "role", "of", partner=name) == [
        ("2023-24/T2.1", "Leads", "Safer Towns Board"),
        ("2023-24/T2.2", "Funds", None),
    ]


def test_deliverables_by_partner_hold_no_one_who_is_only_mentioned_or_whose_work_has_ended(small_store: Store) -> None:
    assert ask(small_store, "deliverables-by-partner", partner="Northmoor University") == []
    assert {row["partner_name"] for row in ask(small_store, "deliverables-by-partner")} == {
        "Harbour Trust",
        "Safer Towns Board",
        "Westmarch County Council",
    }
    assert "Operation Lantern" not in str(ask(small_store, "programmes-by-deliverable"))


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("partners-by-deliverable", [("2023-24/T2.2",)]),
        ("deliverables-by-partner", [("2023-24/T2.2",)]),
        ("programmes-by-deliverable", []),
        ("funding", []),
        ("systems-in-use", []),
    ],
)
def test_query_keeps_only_what_the_office_agreed_to_when_asked(
    small_store: Store, small_disk_store: Store, name: str, codes: list[tuple[str]]
) -> None:
    for store in (small_store, small_disk_store):
        assert ask_pairs(store, name, "code", view="agreed") == codes


def test_partners_by_theme_count_only_what_the_office_agreed_to_when_asked(small_store: Store) -> None:
    keys = ("theme_code", "partner", "deliverables", "codes", "evidence")
    assert ask_pairs(small_store, "partners-by-theme", *keys, view="agreed") == [
        ("2021-25/T2", "Harbour Trust", 1, "2023-24/T2.2", "t2-2023q2 line 21: delivers, planned (agreed)")
    ]


def test_partners_shared_by_themes_are_those_of_the_theme_asked_for(small_store: Store) -> None:
    assert len(ask(small_store, "partners-shared-by-themes", theme="T1")) == 1
    assert ask(small_store, "partners-shared-by-themes", plan="2023-24") == []


def test_mentions_show_names_and_kinds_but_no_parts_when_only_what_is_stated_counts(
    small_store: Store, small_disk_store: Store
) -> None:
    keys = ("name", "kind", "code", "words", "line", "role", "timing", "status")
    for store in (small_store, small_disk_store):
        assert ask_pairs(store, "mentions-of", *keys, view="stated", entity="harbour-trust") == [
            ("Harbour Trust", "Partner", "2021-25/1.2.1", "Harbour Trust", "13", None, None, None),
            ("Harbour Trust", "Partner", "t2-2023q2/2", "Harbour Trust", "21", None, None, None),
            ("Harbour Trust", "Partner", "t2-2023q2/3", "Harbour Trust", "25", None, None, None),
        ]


def test_mentions_show_the_agreed_part_alone_when_only_what_is_agreed_counts(small_store: Store) -> None:
    assert ask_pairs(small_store, "mentions-of", "code", "role", view="agreed", entity="Harbour Trust") == [
        ("2021-25/1.2.1", None),
        ("t2-2023q2/2", "Delivers"),
        ("t2-2023q2/3", None),
    ]


def test_mentions_show_the_words_of_the_table_when_a_person_wrote_them() -> None:
    dataset = read_dataset(HERE.parent / "small")
    extracted = {**dataset.tables, "involvements": ()}
    by_hand = SimpleNamespace(base=dataset.base, tables=dataset.tables, extracted=extracted)
    store = load_memory_store("".join(iter_nquads(by_hand)))
    assert ask_pairs(store, "mentions-of", "code", "words", entity="TownTrack") == [("t2-2023q2/3", "TownTrack")]
    assert ask_pairs(store, "mentions-of", "code", "words", view="stated", entity="TownTrack") == [
        ("t2-2023q2/3", None)
    ]
    origins = {row["property"]: row["origin"] for row in ask(store, "evidence", thing="TownTrack")}
    assert (origins["← mentions"], origins["part: is used"]) == ("by hand", "judged, proposed")


def test_mentions_of_a_deliverable_are_those_of_its_updates_and_actions(small_store: Store) -> None:
    assert ask_pairs(small_store, "mentions-of", "name", "code", deliverable="2021-25/T1.1") == [
        ("O'Brien review", "2021-25/1.1.3"),
        ("O'Brien review", "2021-25/T1.1"),
    ]
    assert len(ask(small_store, "mentions-of", deliverable="2023-24/T2.2")) == 5


def test_funding_narrows_to_who_pays_or_is_paid(small_store: Store) -> None:
    for name in ("WCC", "Barn Watch"):
        assert ask_pairs(small_store, "funding", "payer", "recipient", "amounts", entity=name) == [
            ("Westmarch County Council", "Barn Watch", "£12,500: for Barn Watch")
        ]
    assert ask_pairs(small_store, "funding", "payer", "recipient", "timing", entity="opcc") == [
        ("Office of the Police and Crime Commissioner", None, "Planned")
    ]
    assert len(ask(small_store, "funding", theme="T2")) == 1


def test_figures_narrow_by_unit_and_deliverable(small_store: Store) -> None:
    assert ask_pairs(small_store, "figures-by-deliverable", "what", "number", unit="GBP") == [("for Barn Watch", 12500)]
    figures = ask_pairs(small_store, "figures-by-deliverable", "number", deliverable="2023-24/T2.1")
    assert figures == [(12,), (37,), (52,), (1204,), (41,)]
