"""Names that are spelt almost alike: a misprint is the same name, another distinguishing word is another thing."""

from __future__ import annotations

import pytest

from pcgraph.extract.names import find_alike
from pcgraph.extract.names.forms import to_form
from pcgraph.extract.names.lexicon import is_listed
from pcgraph.extract.names.misprints import are_one_name
from tests.extract.names_samples import make_row, read

SAME = [
    ("Bassetlaw District Council", "Basetlaw District Council"),
    ("Bassetlaw District Council", "Bassetlaw Distirct Council"),
    ("Safer Fenwick Board", "Safer Fenwik Board"),
    ("Safer Fenwick Board", "Safer Fenwick Baord"),
    ("Women's Aid", "Womens Aid"),
    ("Coldhythe Women’s Aid", "Coldhythe Womens Aid"),
    ("St Ann's Community Trust", "St Anns Community Trust"),
    ("Framework Housing Association", "Frame work Housing Association"),
    ("Framework Housing Association", "Framework Housing Assocation"),
    ("Nottinghamshire Probation Service", "Notinghamshire Probation Service"),
    ("Nottinghamshire Healthcare Trust", "Nottinghamshire Health-care Trust"),
    ("Operation Doorbell", "Operation Doorbel"),
    ("Road Safety Partnership", "Roads Safety Partnership"),
    ("Crime & Drugs Partnership", "Crime and Drugs Partnership"),
    ("Community Safety Partnership", "Comunity Saftey Partnership"),
    ("Youth Justice Service", "Youth Justice Services"),
    ("Haldershire Criminal Justice Board", "Haldershire Criminal Justise Board"),
    ("Rosewater Rape Crisis", "Rosewatter Rape Crisis"),
    ("Multi-Agency Support Hub", "Multi Agency Support Hub"),
    ("The Lighthouse Trust", "Lighthouse Trust"),
]
OTHER = [
    ("Mansfield District Council", "Ashfield District Council"),
    ("Nottingham City Council", "Northampton City Council"),
    ("Newark District Council", "Bassetlaw District Council"),
    ("City Youth Justice Service", "County Youth Justice Service"),
    ("North Yorkshire Police", "South Yorkshire Police"),
    ("Operation Reacher", "Operation Teacher"),
    ("Operation Sceptre", "Operation Spectre"),
    ("Hull City Council", "Hall City Council"),
    ("Derby Safety Partnership", "Denby Safety Partnership"),
    ("Kirkby Neighbourhood Forum", "Kirby Neighbourhood Forum"),
    ("Stratford District Council", "Stafford District Council"),
    ("Northampton Community Trust", "Southampton Community Trust"),
    ("East Midlands Reserve", "West Midlands Reserve"),
    ("Nottingham Crime Board", "Nottinghamshire Crime Board"),
    ("Road Safety Group 2", "Road Safety Group 3"),
    ("Victim Support Trust", "Witness Support Trust"),
    ("Adults Safeguarding Board", "Children Safeguarding Board"),
    ("St Ann's Housing Trust", "St Alban's Housing Trust"),
    ("Marsh District Council", "March District Council"),
    ("Safer Streets Board", "Safer Streets Broad Panel"),
]


@pytest.mark.parametrize(("right", "printed"), SAME)
def test_name_is_the_same_when_a_word_is_misprinted(right: str, printed: str) -> None:
    assert are_one_name(printed, right, is_known=is_listed)


@pytest.mark.parametrize(("right", "printed"), OTHER)
def test_name_is_another_when_its_distinguishing_word_is(right: str, printed: str) -> None:
    assert not are_one_name(printed, right, is_known=is_listed)
    assert not are_one_name(right, printed, is_known=is_listed)


def test_misprint_is_found_behind_a_nearer_name_that_is_another_thing() -> None:
    forms = [to_form(f"Operation {word}", word.lower(), "programme") for word in ("Reacher", "Teachers")]
    assert find_alike(["Operation Teacher"], forms)["Operation Teacher"].entity == "teachers"


def test_word_that_other_names_of_the_register_hold_is_no_misprint() -> None:
    council = to_form("Charlton Borough Council", "charlton", "partner")
    place = to_form("Carlton Market", "carlton-market", "place")
    assert "Carlton Borough Council" in find_alike(["Carlton Borough Council"], [council])
    assert find_alike(["Carlton Borough Council"], [council, place]) == {}


def test_word_that_several_new_names_hold_is_no_misprint() -> None:
    council = to_form("Charlton Borough Council", "charlton", "partner")
    assert find_alike(["Carlton Borough Council", "Carlton Shopwatch"], [council]) == {}


@pytest.mark.parametrize("text", ["Ashfield District Council met.", "We met Ashfield District Council and others."])
def test_register_does_not_take_one_council_for_another(text: str) -> None:
    mansfield = make_row("mansfield-district-council", "partner", "Mansfield District Council")
    found = read(text, register=[mansfield])
    assert [one.entity for one in found.mentions] == ["ashfield-district-council"]
    assert [row["name"] for row in found.proposals] == ["Ashfield District Council"]


def test_two_councils_of_one_document_stay_two() -> None:
    found = read("Mansfield District Council met.", "Ashfield District Council did not.")
    assert [row["name"] for row in found.proposals] == ["Ashfield District Council", "Mansfield District Council"]


def test_two_operations_of_one_document_stay_two_when_a_letter_parts_them() -> None:
    found = read("Operation Reacherfield and Operation Teacherfield began.")
    assert [row["name"] for row in found.proposals] == ["Operation Reacherfield", "Operation Teacherfield"]
