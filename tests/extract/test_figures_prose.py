"""What a number counts and when, in the text's words."""

from __future__ import annotations

import pytest

from pcgraph.extract.claims import Claims
from pcgraph.extract.figures import add_figures, find_figures
from pcgraph.extract.texts import Text
from tests.extract.figures_samples import read, to_texts, whats


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A team with uplift of 24 detectives, to form a squad.", ["detectives"]),
        ("The board has set 14 planned training sessions.", ["planned training sessions"]),
        ("116 referrals were closed on time.", ["referrals closed on time"]),
        ("The number of thefts in the town fell by 2%.", ["number of thefts in the town"]),
        ("A study has found available assets of circa £310k.", ["available assets"]),
        ("£64,000 has been allocated to the Dale Youth Service.", ["Dale Youth Service"]),
        ("The board gave £50,000 to the projects of two charities.", ["projects", "charities"]),
        ("It represents a 41% drop in their score.", ["drop in their score"]),
        ("There were 200 reports, of which 57% were children.", ["reports", "children"]),
        ("Two of the three researchers left.", ["researchers", "researchers"]),
        ("We have seven tags. Four of these are in use.", ["tags", "tags"]),
        ("There is a post in 52 of the 58 wards. The remaining six will follow.", ["wards", "wards", "wards"]),
        ("Of the 180 referrals, 150 accepted a place.", ["referrals", "referrals"]),
        ("Robbery has reduced 2.9% (-35) and burglary 3% (-228).", ["Robbery", "Robbery", "burglary", "burglary"]),
        ("The share of women rose from 3.1% to 3.4%.", ["share of women", "share of women"]),
        ("There are 75-80 enforcement sites in the county.", ["enforcement sites in the county"] * 2),
        ("12 of the 40 schools (30%) took part.", ["schools", "schools", "schools"]),
        ("The team of eight started in May.", ["team"]),
    ],
)
def test_figure_names_what_it_counts(text: str, expected: list[str]) -> None:
    assert whats(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The total of reports in August 2020 fell by 2% in comparison to August 2019.", ["in August 2020"]),
        (
            "There were 132 referrals between 1st April 2017 and 31st March 2018.",
            ["between 1st April 2017 and 31st March 2018"],
        ),
        ("Since November 2018 over 386 visits were made.", ["Since November 2018"]),
        ("In the first quarter of 2018/19 the fund gave £500.", ["In the first quarter of 2018/19"]),
        ("This year three officers made 482 visits.", ["This year", "This year"]),
        (
            "It took 96 calls in the quarter against 61 in the same quarter of last year.",
            ["in the quarter", "in the same quarter of last year"],
        ),
        ("In 2022/23 there were 310 thefts and in 2023/24 there were 340.", ["In 2022/23", "in 2023/24"]),
        ("Update 3.5.24: we have seven tags.", [""]),
    ],
)
def test_figure_keeps_its_period_as_printed(text: str, expected: list[str]) -> None:
    assert [figure.period for figure in read(text)] == expected


def test_wordings_give_no_figures() -> None:
    text = to_texts("Recruit 24 officers")[0]
    assert find_figures([Text("2024-25/T1.1", text.paragraph, is_narrative=False)]) == []


def test_figures_that_say_the_same_in_one_line_become_one_row() -> None:
    claims = Claims("made-up")
    add_figures(claims, read("We have seven tags. There are seven tags."))
    assert [(row["what"], row["value"], row["unit"], row["line"]) for row in claims.tables["figures"]] == [
        ("tags", "7", "count", "1")
    ]
