"""Dates that cannot be."""

from __future__ import annotations

import pytest

from tests.extract.figures_samples import codes, contradictions
from tests.extract.test_extract_parts import REPORT

COVER = "Report to:\tPanel\nDate of Meeting:\t20th February 2025\n" + REPORT
"""The report covers October to December 2024."""


@pytest.mark.parametrize(
    ("text", "severity", "message"),
    [
        (
            "Update 3.1.25: The plan will be sent to the board in March 2024.",
            "warning",
            "“March 2024” lies in the past, but the text of 3 January 2025 speaks of it as still to come;"
            " March 2025 may be meant.",
        ),
        (
            "Update 3.1.25: The plan will be sent to the board in March 2023.",
            "info",
            "“March 2023” lies in the past, but the text of 3 January 2025 speaks of it as still to come;"
            " or the sentence speaks of the past.",
        ),
        (
            "Update 3.1.25: The hub was opened in May 2025.",
            "warning",
            "“May 2025” is told as past, but lies after the meeting of 20 February 2025.",
        ),
        (
            "Update 3.1.25: The scheme ran between 31 March 2024 and 1 April 2023.",
            "warning",
            "The time ends on 1 April 2023, before it begins on 31 March 2024.",
        ),
        (
            "Update 3.3.25: The work goes on.",
            "warning",
            "The update is dated 3 March 2025, after the meeting of 20 February 2025.",
        ),
        (
            "Update 3.1.24: The work goes on.",
            "warning",
            "The update is dated 3 January 2024, before the plan began on 1 April 2024.",
        ),
    ],
)
def test_date_out_of_order_is_told_with_both_dates(text: str, severity: str, message: str) -> None:
    found = [entry for entry in contradictions(text, head=COVER) if "report's quarter" not in entry[2]]
    assert found == [("date-order", severity, message)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan will be sent to the board in March 2025.",
        "The plan was sent to the board in March 2024.",
        "The review will build on the pilot that was held in March 2024.",
        "Due to floods in March 2024 the event was cancelled.",
        "The post was due to be filled in March 2024.",
        "Funding has been agreed until March 2026.",
        "The contract was extended to June 2026.",
        "The report to be published in December 2023 was delayed.",
        "The hub, which was opened in March 2024, will be refreshed.",
        "From April 2024 to March 2027 it will cost more.",
    ],
)
def test_date_in_its_order_gives_no_false_alarm(text: str) -> None:
    assert codes(f"Update 3.1.25: {text}", head=COVER) == []


def test_update_of_a_later_quarter_is_one_note_for_the_report() -> None:
    late = REPORT.replace("(Qtr 3)", "(Qtr 1)")
    assert contradictions("Update 3.1.25: The work goes on.", head=late) == [
        (
            "date-order",
            "info",
            "1 of 1 dated updates are dated 3 January 2025, but the report's quarter, 2024-25Q1, runs from 1 April 2024"
            " to 30 June 2024; or the report was only written so much later.",
        )
    ]


def test_update_of_the_weeks_behind_its_quarter_is_in_order() -> None:
    assert codes("Update 14.2.25: The work goes on.") == []
