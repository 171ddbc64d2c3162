"""A code as people write it, part of a name, and a name that nearly fits."""

from __future__ import annotations

import pytest

from pcgraph.errors import QueryError
from pcgraph.query.parameters import resolve_thing
from pcgraph.query.run import run_query
from pcgraph.store import Store


@pytest.mark.parametrize(
    ("type_name", "value", "identifier"),
    [
        ("Theme", "2", "2021-25/T2"),
        ("Theme", "theme 2", "2021-25/T2"),
        ("Theme", "THEME T2", "2021-25/T2"),
        ("Outcome", "2A", "2021-25/T2A"),
        ("Outcome", "outcome T2A", "2021-25/T2A"),
        ("Measure", "1A.1.a", "2021-25/T1A.1.a"),
        ("Deliverable", "1.2", "2021-25/T1.2"),
        ("Plan", "2023/24", "2023-24"),
        ("Plan", "2023/2024", "2023-24"),
        ("Plan", "plan 2021-25", "2021-25"),
        ("Deliverable", "2023/24/T2.2", "2023-24/T2.2"),
    ],
)
def test_code_is_found_as_people_write_it(small_store: Store, type_name: str, value: str, identifier: str) -> None:
    thing, note = resolve_thing(small_store, type_name, value)
    assert (thing.identifier, note) == (identifier, "")


@pytest.mark.parametrize(
    ("type_name", "value", "read_as"),
    [
        ("Partner", "northmoor", "northmoor-university (Northmoor University)"),
        ("Partner", "County Council", "westmarch-county-council (Westmarch County Council)"),
        ("Partner", "council, Westmarch", "westmarch-county-council (Westmarch County Council)"),
        ("Entity", "Lantern", "operation-lantern (Operation Lantern)"),
        ("Post", "rural crime", "det-supt-rural-crime (Detective Superintendent, Rural Crime)"),
        ("Post", "Chief Inspector", "ch-insp-northmoor (Chief Inspector, Northmoor)"),
        ("Theme", "market towns", "2021-25/T2 (Making market towns safer)"),
        ("Outcome", "young people", "2021-25/T1B (Young people are heard)"),
        ("Measure", "radio link", "2021-25/T2A.10 (Shops in the radio link)"),
        ("Deliverable", "helpline", "2021-25/T1.2 (Open a helpline for young people)"),
        ("Deliverable", "market town", "2021-25/T2.1 (Make a problem-solving plan for every market town)"),
        ("Action", "every farm", "2021-25/1.1.1 (Train every farm visitor)"),
        ("Code", "violence prevention", "SVP (Senior Violence Prevention Lead)"),
        ("Report", "quarter 2", "t2-2023q2 (Progress on Theme 2 to Quarter 2 of 2023-24)"),
        ("Document", "Delivery Framework", "force-2021 (Westmarch Police Delivery Framework)"),
        ("Plan", "police and crime plan", "2021-25 (Police and Crime Plan 2021-25)"),
        ("Thing", "Lantern", "operation-lantern (Operation Lantern)"),
    ],
)
def test_part_of_a_name_is_taken_with_a_note_when_it_fits_one_thing_only(
    small_store: Store, type_name: str, value: str, read_as: str
) -> None:
    thing, note = resolve_thing(small_store, type_name, value)
    assert note == f"“{value}” is read as {read_as}."
    assert read_as.startswith(thing.identifier)


@pytest.mark.parametrize(
    ("type_name", "value", "listed"),
    [
        ("Deliverable", "crime", ["2023-24/T2.1", "2023-24/T2.2"]),
        ("Entity", "Crime", ["opcc", "rural-crime-strategy"]),
        ("Action", "the", ["2021-25/1.1.3", "2021-25/1.2.1", "2021-25/1.2.2"]),
    ],
)
def test_part_of_a_name_is_refused_with_all_it_may_mean_when_it_fits_several(
    small_store: Store, type_name: str, value: str, listed: list[str]
) -> None:
    with pytest.raises(QueryError, match=f"“{value}” may mean {len(listed)} things") as caught:
        resolve_thing(small_store, type_name, value)
    assert [line.split()[0] for line in caught.value.details] == listed
    assert caught.value.hint == "Give the id of one of those above."


@pytest.mark.parametrize("value", ["of", "to", "e", "farm visit"])
def test_part_of_a_name_is_not_taken_when_it_is_no_whole_word_or_too_short(small_store: Store, value: str) -> None:
    with pytest.raises(QueryError, match="There is no action"):
        resolve_thing(small_store, "Action", value)


def test_thing_is_found_by_part_of_a_name_but_not_of_a_wording(small_store: Store) -> None:
    with pytest.raises(QueryError, match="There is no thing “helpline”"):
        resolve_thing(small_store, "Thing", "helpline")


def test_query_notes_how_part_of_a_name_was_read(small_store: Store) -> None:
    note = run_query(small_store, "deliverables-by-partner", {"partner": "Harbour"}).note
    assert note == "“Harbour” is read as harbour-trust (Harbour Trust)."


@pytest.mark.parametrize(
    ("type_name", "value", "meant"),
    [
        ("Partner", "Harbuor Trust", "harbour-trust (Harbour Trust)"),
        ("Partner", "Westmarch Counsil", "westmarch-county-council (Westmarch County Council)"),
        ("Entity", "Opperation Lantern", "operation-lantern (Operation Lantern)"),
        ("Post", "Det Super Rural Crime", "det-supt-rural-crime (Detective Superintendent, Rural Crime)"),
        ("Outcome", "Young peple are heard", "2021-25/T1B (Young people are heard)"),
    ],
)
def test_near_miss_is_refused_with_what_was_perhaps_meant(
    small_store: Store, type_name: str, value: str, meant: str
) -> None:
    with pytest.raises(QueryError) as caught:
        resolve_thing(small_store, type_name, value)
    assert meant in caught.value.hint
    assert caught.value.hint.startswith("Did you mean ")
