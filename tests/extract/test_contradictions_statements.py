"""One fact told twice in a report, otherwise."""

from __future__ import annotations

import pytest

from tests.extract.figures_samples import codes, contradictions
from tests.extract.test_contradictions_dates import COVER

TRAINED = "The Vale course in sign language was given to 240 wardens and their helpers."


def test_fact_told_with_another_figure_in_other_words_is_info() -> None:
    [(code, severity, message)] = contradictions(
        TRAINED, "Some 120 wardens took the Vale course in sign language with helpers."
    )
    assert (code, severity) == ("statements-disagree", "info")
    assert message.startswith("120 wardens")
    assert "but 240 wardens in made-up/1" in message


@pytest.mark.parametrize(
    "other",
    [
        "Some 240 wardens took the Vale course in sign language with helpers.",
        "About 230 wardens took the Vale course in sign language with helpers.",
        "A further 120 wardens took the Vale course in sign language with helpers.",
        "The Dale gave 120 wardens and helpers a course in sign language.",
        "In May some 120 wardens asked for a map of the old bridges.",
        "The Vale course in sign language cost £900 for wardens and helpers.",
    ],
)
def test_other_fact_of_like_words_gives_no_false_alarm(other: str) -> None:
    assert codes(TRAINED, other) == []


def test_named_thing_that_began_twice_is_told() -> None:
    first = "The Vale Water Board (VWB), which was set up in March 2021, met twice."
    assert codes(first, "The VWB was set up in May 2022 for farms.") == [("statements-disagree", "warning")]
    assert contradictions(first, "The Vale Water Board has been running since June 2022.") == [
        (
            "statements-disagree",
            "info",
            "Vale Water Board is “running” June 2022, but “set up” March 2021 in made-up/1; or the two speak"
            " of different beginnings.",
        )
    ]
    assert codes(first, "The Vale Water Board was established in 2021.") == []
    assert codes(first, "The Dale Water Board was set up in May 2022.") == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("In May 2025 the hub was opened.", "warning"),
        ("The hub has been full since May 2025.", "warning"),
        ("The works began in June 2024 and ended in May 2024.", "warning"),
        ("The scheme ran from June 2024 to May 2024.", "warning"),
        ("The walk (9 July 2024 – 3 July 2024) was fine.", "warning"),
        ("The walk was held from 9 to 3 July.", "warning"),
        ("The fair was held on 9 February.", "info"),
        ("The fair will be held on 9 December.", "info"),
    ],
)
def test_date_out_of_order_in_other_words_is_told(text: str, severity: str) -> None:
    assert codes(f"Update 3.1.25: {text}", head=COVER) == [("date-order", severity)]


@pytest.mark.parametrize(
    "text",
    [
        "In May 2025 the hub will be opened.",
        "In May 2025 the lease that was agreed ends.",
        "The launch was moved from June 2025 to May 2025.",
        "The fair was held on 9 December.",
        "The fair will be held on 9 February.",
        "The fair was held on 9 July.",
        "The walk was held from 3 to 9 July.",
        "The works began in June 2024 and ended in July 2024.",
        "The fair was due to be held on 9 February.",
        "The team has asked for a date on 9 February.",
    ],
)
def test_date_in_order_in_other_words_gives_no_false_alarm(text: str) -> None:
    assert codes(f"Update 3.1.25: {text}", head=COVER) == []
