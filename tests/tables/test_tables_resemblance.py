"""Which known entity a proposed name may be."""

from __future__ import annotations

import pytest

from pcgraph.model import Row, get_table
from pcgraph.tables.resemblance import find_resembling


def entity(name: str, acronym: str = "") -> Row:
    row = dict.fromkeys(get_table("entities").names, "")
    return row | {"id": name.lower(), "kind": "partner", "name": name, "acronym": acronym}


@pytest.mark.parametrize(
    ("name", "known", "score"),
    [
        ("Bassetlaw District Council", "Basetlaw District Council", 0.94),
        ("Frame work Housing", "Framework Housing", 1.0),
        ("Operation Doorbell", "Operation Doorbel", 0.93),
        ("The Women's Aid", "Womens Aid", 1.0),
    ],
)
def test_name_resembles_another_as_much_as_its_least_alike_word(name: str, known: str, score: float) -> None:
    found = find_resembling(entity(name), [entity(known)])
    assert found is not None
    assert (found.entity, found.score) == (known.lower(), score)
    assert found.why == f"“{name}” is spelt almost like “{known}”."


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Ashfield District Council", "Mansfield District Council"),
        ("Northampton City Council", "Nottingham City Council"),
        ("County Youth Justice Service", "City Youth Justice Service"),
        ("South Yorkshire Police", "North Yorkshire Police"),
        ("Operation Teacher", "Operation Reacher"),
    ],
)
def test_name_does_not_resemble_one_with_another_distinguishing_word(name: str, known: str) -> None:
    assert find_resembling(entity(name), [entity(known)]) is None


def test_name_resembles_the_most_alike_of_several_and_never_itself() -> None:
    row = entity("Fenwick Safety Board")
    found = find_resembling(row, [row, entity("Fenwik Safety Board"), entity("Fenwick Saftey Bord")])
    assert found is not None
    assert found.entity == "fenwik safety board"


def test_acronym_resembles_the_name_whose_initials_it_is() -> None:
    found = find_resembling(entity("SFB"), [entity("Safer Fenwick Board"), entity("Other Trust")])
    assert found is not None
    assert found.why == "SFB are the initials of “Safer Fenwick Board”."
