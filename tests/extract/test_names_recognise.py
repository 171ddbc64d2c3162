"""Names that the recogniser finds without a register, in sentences about a made-up force."""

from __future__ import annotations

import pytest

from tests.extract.names_samples import list_names, read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Tidal Safety Board (TSB) met in May; the TSB met again.",
            [("Tidal Safety Board", "partnership"), ("TSB", "partnership"), ("TSB", "partnership")],
        ),
        ("It was run by Owl & Heron CIC with help.", [("Owl & Heron CIC", "partner")]),
        (
            "We met Fenwick City Council and Thornshire County Council.",
            [("Fenwick City Council", "partner"), ("Thornshire County Council", "partner")],
        ),
        ("The Crime and Drugs Partnership agreed.", [("Crime and Drugs Partnership", "partnership")]),
        ("Since May Operation Snow Heron and Op Dredge have run.",
         [("Operation Snow Heron", "programme"), ("Op Dredge", "programme")]),
        ("Launch of operation Dredge in Fenwick.", [("operation Dredge", "programme"), ("Fenwick", "place")]),
        ("A drop-in is provided by Lantern and the county.", [("Lantern", "partner")]),
        ("Records are held on TIDEX by all teams.", [("TIDEX", "system")]),
        ("Cases are managed via the TIDEX system.", [("TIDEX", "system")]),
        ("The 'Second Wind' intervention project helps.", [("Second Wind", "programme")]),
        ("We took part in the Care Act 2014 review.", [("Care Act 2014", "document")]),
        ("Patrols began in Upper Marsh and at Fenwick Road.", [("Upper Marsh", "place"), ("Fenwick Road", "place")]),
        ("The Force's Performance team and the Dredging Unit met.",
         [("Performance team", "force-unit"), ("Dredging Unit", "force-unit")]),
        ("The East Midlands Dredging Unit and the Youth Offending Team came.",
         [("East Midlands Dredging Unit", "partner"), ("Youth Offending Team", "partner")]),
        ("Talks to the University of the Fourth Age began.", [("University of the Fourth Age", "partner")]),
        ("A Tidal Rescue Coordinator was appointed.", [("Tidal Rescue Coordinator", "post")]),
        ("We promoted the Blink 3 and Wait 7 campaigns.", [("Blink 3", "programme"), ("Wait 7", "programme")]),
        ("The Fenwick Citizens' Tide Commission reported.", [("Fenwick Citizens' Tide Commission", "partnership")]),
        ("Restorative Thornshire took 96 referrals and Age UK Thornshire three.",
         [("Restorative Thornshire", "partner"), ("Age UK Thornshire", "partner")]),
        ("Work with Barnardo's goes on.", [("Barnardo's", "partner")]),
    ],
)  # fmt: skip
def test_recogniser_finds_names(text: str, names: list[tuple[str, str]]) -> None:
    assert list_names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Board met and the Partnership agreed.",
        "The City and County Councils work with local businesses.",
        "A Domestic Violence Protection Notice (DVPN) was served and two DVPNs refused.",
        "People killed or seriously injured (KSI) fell; KSI figures follow.",
        "Our Terms of Reference and Delivery Plan were agreed in July 2021.",
        "Cllr Anne Fenwick and Mr Tom Heron came, and ethical hacker Joe Heron spoke.",
        "Insp Mark Heron leads it and Superintendent Heron agrees.",
        "The Green rating of Theme 2 in Q3 rose; Grade 1 calls fell.",
        "The Polish community in the North of the county was met.",
        "Following Domestic Abuse and Problem Solving training, officers met.",
        "Thornshire and the rest of England saw more.",
        "KEY ACHIEVEMENTS AND NEXT STEPS",
        "Burglary | 1,204 | 1,310 | -8.1%",
    ],
)
def test_recogniser_finds_nothing_in_what_is_no_entity(text: str) -> None:
    assert list_names(text) == []


def test_recogniser_reads_a_list_of_grants() -> None:
    names = list_names(
        "Grants were awarded to the following:",
        "Signal to Marsh Success (SIMS) to work with young people",
        "Aim and Arrive to run a club",
        "Al-Noor to provide mentoring",
        "• The Wellspring Centre (£10,000) for counselling",
    )
    assert names == [
        ("Signal to Marsh Success", "partner"),
        ("SIMS", "partner"),
        ("Aim and Arrive", "partner"),
        ("Al-Noor", "partner"),
        ("Wellspring Centre", "partner"),
    ]


def test_recogniser_reads_unknown_members_of_a_list() -> None:
    names = list_names("Representatives attend from Dry Land, Lantern, Victim Support, Fen House Day Centre and TRJIT.")
    assert names == [
        ("Dry Land", "partner"),
        ("Lantern", "partner"),
        ("Victim Support", "partner"),
        ("Fen House Day Centre", "partner"),
        ("TRJIT", "partner"),
    ]


def test_recogniser_finds_a_name_in_small_letters_where_the_document_prints_it_with_capitals() -> None:
    names = list_names("The Tidal Harm Team was formed.", "We will mainstream the tidal harm team.")
    assert names == [("Tidal Harm Team", "force-unit"), ("tidal harm team", "force-unit")]


def test_recogniser_names_a_team_that_is_spelt_out_before_its_head() -> None:
    assert list_names("The Adrift From Shore (AFS) team and the Tidal Crime (TC) department met.") == [
        ("Adrift From Shore", "force-unit"),
        ("AFS", "force-unit"),
        ("Tidal Crime (TC) department", "force-unit"),
    ]


def test_recogniser_joins_the_spellings_of_one_entity() -> None:
    found = read(
        "The Thornshire Road Care Partnership (TRCP) met.",
        "The Road Care Partnership and the Thornshire Roads Care Partnership met, as TRCP did.",
    )
    (row,) = found.proposals
    assert {one.entity for one in found.mentions} == {row["id"]}
    assert (row["kind"], row["acronym"]) == ("partnership", "TRCP")
    assert len(found.mentions) == 5


def test_recogniser_keeps_the_boards_of_two_areas_apart() -> None:
    found = read("The Fenwick Safeguarding Adults Board and the Thornshire Safeguarding Adults Board met.")
    assert len(found.proposals) == 2


def test_recogniser_names_the_force_and_the_office() -> None:
    found = read("The Force and Thornshire Police were paid by the PCC. The Commissioner's office and the OPCC agreed.")
    assert [(one.surface, one.entity) for one in found.mentions] == [
        ("Force", "force"),
        ("Thornshire Police", "force"),
        ("PCC", "opcc"),
        ("Commissioner", "opcc"),
        ("OPCC", "opcc"),
    ]
    assert [row["name"] for row in found.proposals] == [
        "Thornshire Police",
        "Office of the Police and Crime Commissioner",
    ]


def test_proposal_says_how_sure_it_is_and_why() -> None:
    (row,) = read("The Safer Fenwick Board met.", "The Safer Fenwick Board met twice.").proposals
    assert (row["id"], row["status"], row["by"], row["score"]) == ("safer-fenwick-board", "proposed", "rule", "0.94")
    assert row["why"] == "“Safer Fenwick Board” ends in Board; it stands twice."


def test_proposal_writes_out_an_acronym_known_nationwide() -> None:
    (row,) = read("Talks with the CPS went on.").proposals
    assert (row["id"], row["name"], row["acronym"]) == (
        "crown-prosecution-service",
        "Crown Prosecution Service",
        "CPS",
    )


def test_mention_has_the_line_of_its_words() -> None:
    found = read("Nothing here.", "The Tidal Safety Board met.")
    assert [(one.surface, one.line) for one in found.mentions] == [("Tidal Safety Board", "12")]
