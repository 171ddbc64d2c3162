"""Numbers with their units, and what looks like a figure and is none."""

from __future__ import annotations

import pytest

from tests.extract.figures_samples import read, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A grant of £310k was paid.", [("310000", "GBP")]),
        ("A grant of £1.2m was paid.", [("1200000", "GBP")]),
        ("A grant of circa £70,000 was paid.", [("70000", "GBP")]),
        ("A grant of £1.25 million was paid.", [("1250000", "GBP")]),
        ("Cash of £30-40k was found.", [("30000", "GBP"), ("40000", "GBP")]),
        ("There are 75-80 sites.", [("75", "count"), ("80", "count")]),
        ("Over 386 visits were made.", [("386", "count")]),
        ("The board has appointed eleven ambassadors.", [("11", "count")]),
        ("Eighteen warrants were carried out.", [("18", "count")]),
        ("One hundred and twenty people came.", [("120", "count")]),
        ("Thefts fell by 2%.", [("2", "%")]),
        ("Thefts fell by 40 per cent.", [("40", "%")]),
        ("The level rose (+24%).", [("24", "%")]),
        ("The level fell (-35).", [("-35", "count")]),
        ("Demand grew by 3.5 percentage points.", [("3.5", "percentage points")]),
        ("Waiting times fell from 31 to 19 weeks.", [("31", "weeks"), ("19", "weeks")]),
        ("Staff gave over 1000 policing hours.", [("1000", "hours")]),
        ("A 12-week course was given.", [("12", "weeks")]),
        ("It is free for a two year period.", [("2", "years")]),
        ("The unit seized 12 kg of cannabis.", [("12", "kg")]),
        ("The wait is 74 minutes against a goal of 60.", [("74", "minutes"), ("60", "minutes")]),
        ("12 schools have signed up.", [("12", "count")]),
        ("1. 148 reports were made.", [("148", "count")]),
    ],
)
def test_number_has_value_and_unit_as_printed(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The post was filled on 3 May 2024, 04/05/24 and in June 2023.",
        "It runs from 2018/19 to the 2021-25 plan.",
        "Lines are open 9am-11pm, 24/7 and 7 days per week.",
        "Ring [telephone number] or 101.",
        "Calls to 999 and 101 calls are shown.",
        "The Care Act 2014 and Section 59 of that Act apply.",
        "Posters for Take 5 and Tell 2 were shown.",
        "Project 10 began with PIP 1 & 2 and the fatal 4.",
        "They use the 4 x 4 and give 1-2-1 help.",
        "Young people aged 16-26 and under 18s took part.",
        "See also No. 15 below and item 3.",
        "Grade 1 and Year 7 pupils in Phase 2 took part.",
        "The campaign¹ begins.",
        "The 4P plan, Q2 and COVID-19 are named.",
        "It meets ISO 15189 now.",
        "The two-way radio is one of the best.",
        "1 in 5 said so, a rate per 1,000.",
        "In the last 12 months work went on.",
    ],
)
def test_number_is_no_figure_in_dates_times_names_and_references(text: str) -> None:
    assert values(text) == []


def test_number_behind_a_place_is_a_figure() -> None:
    assert values("In Harrowby 24 officers were trained.") == [("24", "count")]


def test_figure_stands_at_its_own_line_within_a_paragraph() -> None:
    figures = read("There were 12 visits to", "farms and 30 to shops.")
    assert [(figure.line, figure.printed) for figure in figures] == [("1", "12"), ("2", "30")]


def test_number_without_end_is_read_as_any_other() -> None:
    assert [unit for _, unit in values(f"A grant of £{'9' * 400}bn was paid.")] == ["GBP"]
