"""Persons' names in words that go into a table: blanked, organisations named after a person kept."""

from __future__ import annotations

import pytest

from pcgraph.extract.persons import blank_persons


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("case of DCI Wilhelmina Oxley's", "case of DCI [person]'s"),
        ("Det Ch Supt Thaddeus Wycliffe", "Det Ch Supt [person]"),
        ("T/DCI Bronagh O'Rourke", "T/DCI [person]"),
        ("Chief Constable Tollemache", "Chief Constable [person]"),
        ("Rosalind Thackeray died", "[person] died"),
    ],
)
def test_person_is_blanked_behind_a_rank_or_by_a_first_name(text: str, blanked: str) -> None:
    assert blank_persons(text) == blanked


@pytest.mark.parametrize(
    "text",
    [
        "Jane Ashworth Foundation schools",
        "Supt County",
        "DI Serious Crime",
        "Deputy PCC",
        "Police Scotland officers",
        "Chief Constables",
        "calls to Victim Support",
    ],
)
def test_unit_or_organisation_is_no_person(text: str) -> None:
    assert blank_persons(text) == text
