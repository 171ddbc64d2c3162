"""Words, acronyms and areas: what the recogniser reads names from."""

from __future__ import annotations

import pytest

from pcgraph.extract.names.acronyms import iter_definitions
from pcgraph.extract.names.force import learn_area
from pcgraph.extract.names.words import iter_quoted, read_words


def define(text: str) -> list[tuple[str, str]]:
    return [(one.acronym, one.name) for one in iter_definitions(0, text, read_words(text))]


def test_words_leave_a_possessive_ending_out() -> None:
    word = read_words("the Council's plan")[1]
    assert (word.text, word.start, word.end, word.stop, word.owns) == ("Council", 4, 11, 13, True)


def test_words_keep_hyphens_and_leave_footnote_marks_out() -> None:
    assert [word.text for word in read_words("Al-Noor and ISACs¹ met")] == ["Al-Noor", "and", "ISACs", "met"]


def test_words_begin_a_sentence_behind_stops_bullets_and_cells() -> None:
    words = read_words("One. Two | Three: Four five")
    assert [word.text for word in words if word.begins] == ["One", "Two", "Three", "Four"]


def test_quotations_are_told_from_possessives() -> None:
    text = "The 'Owl Watch' visits and victims' rights are the Board's"
    assert [text[start:end] for start, end in iter_quoted(text)] == ["Owl Watch"]


@pytest.mark.parametrize(
    ("text", "acronym", "name"),
    [
        ("the Safer Marsh Board (SMB) met", "SMB", "Safer Marsh Board"),
        ("its SMB (Safer Marsh Board) met", "SMB", "Safer Marsh Board"),
        ("SMB: Safer Marsh Board", "SMB", "Safer Marsh Board"),
        ("the Institute for the Study of Tides (IST)", "IST", "Institute for the Study of Tides"),
        ("two Marsh Liaison Officers (MLOs) came", "MLO", "Marsh Liaison Officers"),
        ("a Tidal Online Investigation Team (TOLIT) is", "TOLIT", "Tidal Online Investigation Team"),
        ("Online Marsh Watch, the University of the Fourth Age (U4A)", "U4A", "University of the Fourth Age"),
        ("the Her Majesty's Tidal Service (HMTS)", "HMTS", "Her Majesty's Tidal Service"),
        ("Fens Independent Inquiry into Tide Loss (IITL) and", "IITL", "Independent Inquiry into Tide Loss"),
        ("people killed or seriously injured (KSI) fell", "KSI", "killed or seriously injured"),
        ("Marsh Youth Trust (MYT, a charity) runs", "MYT", "Marsh Youth Trust"),
    ],
)
def test_definition_gives_acronym_and_name(text: str, acronym: str, name: str) -> None:
    assert define(text) == [(acronym, name)]


@pytest.mark.parametrize("text", ["the Board (see below)", "in May (Q3) and", "a plan (TBC)", "The OWL (London) met"])
def test_definition_is_not_seen_where_the_letters_do_not_fit(text: str) -> None:
    assert define(text) == []


def test_area_is_learned_with_its_town_and_its_short_form() -> None:
    area = learn_area(["Marshire Police and Crime Plan", "a safer Marsh and Marshire", "Marshire Police met", "Marsh"])
    assert area.words == {"marshire", "marsh"}
    assert area.force == "Marshire Police"


def test_area_is_learned_from_the_names_it_begins_where_no_police_stands() -> None:
    lines = ["the Ferrinvale Road Alliance", "the Ferrinvale Tidal Forum", "at Ferrinvale University Hospital today"]
    assert learn_area(lines).words == {"ferrinvale"}


def test_area_is_not_taken_from_the_author_of_the_report() -> None:
    assert learn_area(["Report of: Hester Colbrand Police and Crime Commissioner"]).words == frozenset()
