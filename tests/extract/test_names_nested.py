"""Names within names, names that share a head, and short forms of names printed in full elsewhere."""

from __future__ import annotations

import pytest

from pcgraph.extract.named import read_all_parts
from pcgraph.extract.names.coordinated import PairIndex
from pcgraph.extract.names.forms import to_form
from tests.extract.names_samples import list_names, make_row, read

COUNCIL = make_row("heron-council", "partner", "Heron City Council")
COUNTY = make_row("thornshire-county-council", "partner", "Thornshire County Council")
CITY = make_row("thornshire-city-council", "partner", "Thornshire City Council")
TIDE = make_row("tide", "programme", "Tidal Offender Care", acronym="TOC")
STRATEGY = make_row("tidal-strategy", "document", "Heron City Council Tidal Strategy")
POST = make_row("heron-ceo", "post", "CEO of Heron City Council")
MATRIX = make_row("toc-matrix", "system", "TOC scoring matrix")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Heron City Council Tidal Strategy was agreed.",
         [("Heron City Council Tidal Strategy", "document"), ("Heron City Council", "partner")]),
        ("We use the TOC scoring matrix.", [("TOC scoring matrix", "system"), ("TOC", "programme")]),
        ("The Chief Executive of Heron City Council came.",
         [("Chief Executive", "post"), ("Heron City Council", "partner")]),
        ("The CEO of Heron City Council came.",
         [("CEO of Heron City Council", "post"), ("Heron City Council", "partner")]),
        ("The Heron City Council met.", [("Heron City Council", "partner")]),
    ],
)  # fmt: skip
def test_owner_is_named_beside_what_it_owns(text: str, names: list[tuple[str, str]]) -> None:
    assert list_names(text, register=[COUNCIL, TIDE, STRATEGY, MATRIX, POST]) == names


def test_owner_within_a_name_ends_before_it() -> None:
    found = read("The Heron City Council Tidal Strategy was agreed.", register=[COUNCIL, STRATEGY])
    outer, inner = found.mentions
    assert (outer.start, inner.start) == (4, 4)
    assert inner.end < outer.end


def test_two_names_that_share_a_head_are_both_named_by_all_their_words() -> None:
    found = read("Work with the City and County Councils went on.", register=[CITY, COUNTY])
    assert [(one.surface, one.entity) for one in found.mentions] == [
        ("City and County Councils", "thornshire-city-council"),
        ("City and County Councils", "thornshire-county-council"),
    ]


def test_names_that_share_a_head_are_not_seen_where_only_one_is_known() -> None:
    assert list_names("Work with the City and County Councils went on.", register=[CITY]) == []


def test_pairs_find_no_name_where_two_are_alike_but_for_the_area() -> None:
    forms = [to_form("Thorn City Board", "a", "partnership"), to_form("Marsh City Board", "b", "partnership")]
    assert PairIndex(forms, frozenset({"thorn", "marsh"})).find(["City", "Board"]) is None


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (("Operation Dredger began.", "In time Dredger ended."),
         [("Operation Dredger", "programme"), ("Dredger", "programme")]),
        (("The Copper Slate Service opened.", "Later Copper Slate moved."),
         [("Copper Slate Service", "partner"), ("Copper Slate", "partner")]),
        (("The Hate Crime Service opened.", "Later Hate Crime fell."), [("Hate Crime Service", "partner")]),
        (("The Wading Stones pilot ended.", "Its successor, Wading Stones Plus, began."),
         [("Wading Stones", "programme"), ("Wading Stones Plus", "programme")]),
    ],
)  # fmt: skip
def test_short_form_is_taken_for_the_name_printed_in_full(texts: tuple[str, ...], names: list[tuple[str, str]]) -> None:
    assert list_names(*texts) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It was run by Kelp and Kin. In time Kelp and Kin bid.",
         [("Kelp and Kin", "partner"), ("Kelp and Kin", "partner")]),
        ("The Tidal Safety Board, Kelp and Brine and a nurse came.",
         [("Tidal Safety Board", "partnership"), ("Kelp and Brine", "partner")]),
        ("Cllr Ottilie Heron of Fenwick Borough Council spoke.", [("Fenwick Borough Council", "partner")]),
        ("It is led by Dr Tom Fenwick for Heron Associates.", [("Heron Associates", "partner")]),
        ("Fenwick Borough Council's Adult Social Care came.",
         [("Fenwick Borough Council", "partner"), ("Adult Social Care", "partner")]),
        ("The monthly IOM meeting heard of the Domestic Abuse IOM cohort.",
         [("IOM meeting", "partnership"), ("Domestic Abuse IOM", "programme")]),
        ("The NSPCC gave talks.", [("NSPCC", "partner")]),
        ("Work with the regional Dredging Unit began.", [("Dredging Unit", "partner")]),
        ("The Area Tidal Assessment (ATA) process began.",
         [("Area Tidal Assessment", "programme"), ("ATA", "programme")]),
        ("It is part of the Force Operating Model and our new operating model.",
         [("Force Operating Model", "programme"), ("operating model", "programme")]),
        ("The HR departmental operating model is new.", []),
        ("Talks with the Ending Tidal Harm and Cohesion sections of the local authority go on.",
         [("Ending Tidal Harm", "partner"), ("Cohesion", "partner")]),
        ("He met Chief Inspector Fenwick of Heron Fire and Rescue Service.",
         [("Heron Fire and Rescue Service", "partner")]),
        ("They met at Heron Harbour Office.", [("Heron Harbour Office", "place")]),
        ("Results of the OPCC survey are due.", [("OPCC survey", "programme")]),
        ("The contract for Wading Stones was let.", [("Wading Stones", "programme")]),
    ],
)  # fmt: skip
def test_recogniser_reads_manners_of_naming(text: str, names: list[tuple[str, str]]) -> None:
    assert [pair for pair in list_names(text) if pair[1] != "post"] == names


def test_owner_within_a_name_has_no_part_of_its_own() -> None:
    found = read("The Heron City Council Tidal Strategy was agreed.", register=[COUNCIL, STRATEGY])
    texts = [found.mentions[0].text]
    rules = [(one.entity, part.rule) for one, part in read_all_parts(texts, found.mentions)]
    assert rules[1] == ("heron-council", "owner-in-name")


def test_names_that_share_a_head_have_the_same_part() -> None:
    found = read("The work is led by the City and County Councils.", register=[CITY, COUNTY])
    parts = [part for _, part in read_all_parts([found.mentions[0].text], found.mentions)]
    assert [part.role for part in parts] == ["leads", "leads"]


def test_short_form_that_the_text_uses_is_an_alias() -> None:
    (row,) = read("Operation Dredger began.", "In time Dredger ended.").proposals
    assert (row["name"], row["aliases"]) == ("Operation Dredger", "Dredger")
