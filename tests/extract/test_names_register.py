"""Names that the register holds, found by their spellings."""

from __future__ import annotations

from tests.extract.names_samples import list_names, make_row, read

TIDEX = make_row("tidex", "system", "TIDEX", aliases="T-DEX;TIDE")
BOARD = make_row("safer-fenwick-board", "partnership", "Safer Fenwick Board", acronym="SFB")
FRAMEWORK = make_row("framework", "partner", "Framework")
LANTERN = make_row("lantern", "partner", "Lantern", aliases="Lantern Housing Charity")


def test_register_finds_acronyms_aliases_plurals_and_possessives() -> None:
    found = read("SFB's plans for T-Dex, TIDEX and the Safer Fenwick Boards.", register=[TIDEX, BOARD])
    assert [(one.surface, one.entity) for one in found.mentions] == [
        ("SFB", "safer-fenwick-board"),
        ("T-Dex", "tidex"),
        ("TIDEX", "tidex"),
        ("Safer Fenwick Boards", "safer-fenwick-board"),
    ]
    assert found.proposals == ()


def test_register_takes_the_longest_spelling() -> None:
    assert list_names("Lantern Housing Charity and Lantern came.", register=[LANTERN]) == [
        ("Lantern Housing Charity", "partner"),
        ("Lantern", "partner"),
    ]


def test_register_does_not_take_ordinary_words_for_names() -> None:
    assert list_names("A framework was agreed at high tide. Framework talks go on.", register=[TIDEX, FRAMEWORK]) == []


def test_register_does_not_find_a_single_word_within_a_longer_name() -> None:
    assert list_names("The Marsh Lantern Trust gave money.", register=[LANTERN]) == [("Marsh Lantern Trust", "partner")]


def test_register_takes_a_misprint_of_a_long_name_for_the_name() -> None:
    found = read("The Safer Fenwik Board met.", register=[BOARD])
    assert [(one.surface, one.entity) for one in found.mentions] == [("Safer Fenwik Board", "safer-fenwick-board")]
    assert found.proposals == ()


def test_register_leads_from_another_name_to_the_entity_that_is_meant() -> None:
    other = make_row("sfb-board", "partnership", "Fenwick Tidal Board", same_as="safer-fenwick-board")
    found = read("The Fenwick Tidal Board met.", register=[BOARD, other])
    assert [one.entity for one in found.mentions] == ["safer-fenwick-board"]


def test_rejected_name_is_neither_found_nor_proposed() -> None:
    rejected = make_row("tidal-board", "partnership", "Tidal Board", status="rejected")
    found = read("The Tidal Board met, and the Tidal Board Steering Group met.", register=[rejected])
    assert [one.surface for one in found.mentions] == ["Tidal Board Steering Group"]
    assert [row["name"] for row in found.proposals] == ["Tidal Board Steering Group"]


def test_proposal_does_not_take_an_id_that_the_register_has() -> None:
    taken = make_row("tidal-board", "place", "Another Thing Altogether")
    found = read("The Tidal Board met.", register=[taken])
    assert [row["id"] for row in found.proposals] == ["tidal-board-2"]


def test_register_gives_force_and_office_their_ids() -> None:
    register = [
        make_row("thornshire-police", "organisation", "Thornshire Police", aliases="the Force;Force"),
        make_row("thornshire-opcc", "organisation", "Thornshire OPCC", aliases="Commissioner;PCC"),
    ]
    found = read("The Force told the PCC of the Thornshire Police and Crime Plan.", register=register)
    assert [(one.surface, one.entity) for one in found.mentions] == [
        ("Force", "thornshire-police"),
        ("PCC", "thornshire-opcc"),
    ]
    assert found.proposals == ()


def test_proposals_taken_as_register_find_the_same_mentions() -> None:
    text = "The Tidal Safety Board (TSB), Al-Noor CIC and Op Dredge: the TSB met the Force."
    first = read(text)
    second = read(text, register=first.proposals)
    assert [(one.surface, one.entity) for one in second.mentions] == [
        (one.surface, one.entity) for one in first.mentions
    ]
    assert second.proposals == ()


def test_acronym_that_a_document_spells_out_as_another_body_is_that_bodys() -> None:
    ashfield = make_row("ashfield", "partner", "Ashfield District Council", acronym="ADC")
    found = read("Amber District Council (ADC) met. The ADC was late.", register=[ashfield])
    assert {one.entity for one in found.mentions} == {"amber-district-council"}
    assert [(row["name"], row["acronym"]) for row in found.proposals] == [("Amber District Council", "ADC")]


def test_acronym_stays_the_registers_when_a_document_spells_it_out_a_little_otherwise() -> None:
    known = make_row("sarc", "partner", "Sexual Assault Referral Centre", acronym="SARC")
    found = read("The Sexual Abuse Referral Centre (SARC) opened. The SARC is full.", register=[known])
    assert [one.entity for one in found.mentions if one.surface == "SARC"] == ["sarc", "sarc"]
