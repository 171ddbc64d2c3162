"""Shares in other words that are more than all, or not what is printed."""

from __future__ import annotations

import pytest

from tests.extract.figures_samples import codes, contradictions


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Of 40 referrals 52 were accepted.", "52 of 40 referrals: the part is more than its whole."),
        (
            "40 referrals came in. Of these, 52 were accepted.",
            "52 of 40 referrals: the part is more than its whole.",
        ),
        ("112% of victims were satisfied.", "112% is more than 100%: the part is more than its whole."),
        ("Satisfaction stands at 104%.", "104% is more than 100%: the part is more than its whole."),
        ("The scheme was signed by 45/40 (112.5%).", "45 of 40: the part is more than its whole."),
    ],
)
def test_part_that_is_more_than_its_whole_is_told(text: str, message: str) -> None:
    assert contradictions(text) == [("share-exceeds-whole", "warning", message)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("40 visits were made. Of these, 30 (70%) were to farms.", "30 of 40 is 75.0%, but 70% is printed."),
        ("It heard 40 cases, 10 of them (30%) repeats.", "10 of 40 is 25.0%, but 30% is printed."),
        ("It saw 40 people, 10 (30%) of them under 18.", "10 of 40 is 25.0%, but 30% is printed."),
        ("30% (10) of the 40 schools took part.", "10 of 40 is 25.0%, but 30% is printed."),
        ("The scheme was signed by 30/40 (70%).", "30 of 40 is 75.0%, but 70% is printed."),
        ("Cases came to 45 against 50 last year (-12%).", "45 against 50 is −10.0% (−5 / 50), but -12% is printed."),
        (
            "The backlog is 45 against 50 in June, a fall of 12%.",
            "45 against 50 is −10.0% (−5 / 50), but 12% is printed.",
        ),
    ],
)
def test_percentage_that_its_figures_deny_is_told_with_the_sum(text: str, message: str) -> None:
    assert contradictions(text) == [("percentage-wrong", "warning", message)]


def test_change_held_against_a_base_goes_the_way_it_is_said_to_go() -> None:
    text = "The backlog is 45 against 50 in June, a rise of 10%."
    assert codes(text) == [("statements-disagree", "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "Of 40 referrals 32 were accepted.",
        "40 referrals came in. Of these, 32 were accepted.",
        "40 homes were visited. Of these, 52 people were seen to.",
        "Visits rose by 112% in the year, and pupils were pleased.",
        "We reached 112% of the target that partners had set.",
        "The cell block ran at 104% of capacity.",
        "It heard 40 cases, 10 of them (25%) repeats.",
        "It runs in 2023/24 (5% more).",
        "Cases came to 45 against 50 last year (-10%).",
        "The team closed 45 against a target of 50 (90%).",
        "45 people came, compared with 50 last year (90% of whom were new).",
        "31 of 40 (77.5%) signed.",
    ],
)
def test_share_that_agrees_or_is_of_something_else_gives_no_false_alarm(text: str) -> None:
    assert codes(text) == []
