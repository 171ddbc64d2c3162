"""Sentences that deny their own figures, and sentences that only look so."""

from __future__ import annotations

import pytest

from tests.extract.figures_samples import codes, contradictions


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (
            "Thefts rose from 200 to 222, 15%.",
            "percentage-wrong",
            "From 200 to 222 is 11.0% (22 / 200), but 15% is printed.",
        ),
        (
            "Attendance rose from 12 in April to 20 in June, an increase of 40%.",
            "percentage-wrong",
            "From 12 to 20 is 66.7% (8 / 12), but 40% is printed: it was divided by 20, the later figure.",
        ),
        (
            "A rise of 40 (15%) to 222 was recorded.",
            "percentage-wrong",
            "A change of 40 that is 15% leads to about 307, not to 222: 40 of 182 is 22.0%.",
        ),
        ("12 of the 40 schools (35%) took part.", "percentage-wrong", "12 of 40 is 30.0%, but 35% is printed."),
        ("Of 120 tests, 66 (50%) were positive.", "percentage-wrong", "66 of 120 is 55.0%, but 50% is printed."),
        ("57% were children and 45% were adults.", "percentage-wrong", "57% and 45% add up to 102%, not to 100%."),
        (
            "Complaints rose from 60 to 50 this year.",
            "statements-disagree",
            "It is said “rose”, but from 60 to 50 is a fall.",
        ),
        (
            "Of the 180 referrals that were offered it, 204 accepted.",
            "share-exceeds-whole",
            "204 of 180 referrals: the part is more than its whole.",
        ),
        (
            "There were 300 visits, of which 320 were to farms.",
            "share-exceeds-whole",
            "320 of 300 visits: the part is more than its whole.",
        ),
        (
            "There are 520 staff (400 officers and 110 civilians).",
            "total-wrong",
            "400 + 110 = 510, but 520 is printed.",
        ),
        ("10 boys and 12 girls took part, a total of 23.", "total-wrong", "10 + 12 = 22, but 23 is printed."),
        ("It bought 12 kits at £20 each, a total of £250.", "total-wrong", "12 × 20 = 240, but £250 is printed."),
        (
            "We have reviewed 52 of the 58 wards. The remaining five will follow.",
            "total-wrong",
            "52 + 5 = 57, but 58 is the whole.",
        ),
    ],
)
def test_sentence_that_denies_its_figures_is_told_with_the_sum(text: str, code: str, message: str) -> None:
    assert contradictions(text) == [(code, "warning", message)]


@pytest.mark.parametrize(
    "text",
    [
        "Thefts rose from 200 to 222 (11%).",
        "Thefts fell by 15% from 200 to 170.",
        "The share rose from 31% to 34%, against a target of 40%.",
        "The number rose by 12% to 1,345, of which 24% led to an outcome.",
        "12 of the 40 schools (30%) took part.",
        "Of the 48 devices, 53 files were recovered.",
        "Of the 18 bids, 12 were from the county and 9 from charities.",
        "60% were known to police and 55% had been victims before.",
        "57% were children and 43% were adults.",
        "There are 520 staff (400 officers and 120 civilians).",
        "There were 24 events (including 10 in libraries and 3 in schools).",
        "30 staff (two years and three years in post) attended.",
        "We have reviewed 52 of the 58 wards. The remaining six will follow.",
        "It runs at £120,000 a year (£360,000 in total).",
        "10 boys and 12 girls took part, a total of 22.",
        "In 2022/23 there were 310 thefts and in 2023/24 there were 340, an increase of 9.7%.",
        "Crime rose by 5% compared with 2019/20, from 1,000 to 1,050 in towns and from 2,000 to 2,300 elsewhere.",
        "The list has been reduced from over 300 to 180 (about 45%).",
        "Nearly 200 people came, up from 150, a rise of about 30%.",
    ],
)
def test_sentence_whose_figures_agree_gives_no_false_alarm(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("57% were children and 41% were adults.", "percentage-wrong"),
        ("There are 12 stations (4 in the north and 5 in the south).", "total-wrong"),
    ],
)
def test_sentence_that_may_leave_a_part_out_is_only_info(text: str, code: str) -> None:
    [(found, severity, message)] = contradictions(text)
    assert (found, severity) == (code, "info")
    assert "; or " in message


def test_list_is_added_up_against_the_sum_that_opens_it() -> None:
    opening = "Savings of £3m were achieved:"
    assert codes(f"{opening}\n\n- £1m from fleet\n- £2m from estates") == []
    assert contradictions(f"{opening}\n\n- £1m from fleet\n- £1.5m from estates") == [
        ("total-wrong", "warning", "1,000,000 + 1,500,000 = 2,500,000, but £3m is printed."),
    ]


def test_numbered_list_shorter_than_announced_is_info() -> None:
    items = "<ol> <li>1. Law</li> <li>2. Tactics</li> <li>3. Care</li> </ol>"
    assert codes(f"<p>The course has four parts:</p> {items}") == [("statements-disagree", "info")]
    assert codes(f"<p>The course has three parts:</p> {items}") == []


def test_sessions_of_so_many_people_are_held_against_the_people_in_all() -> None:
    each = "Each event was for all (20 people on each course)."
    assert contradictions(each, "There were 12 planned sessions to be attended by 200 staff.") == [
        ("total-wrong", "info", "12 × 20 = 240, but 200 is printed; or not every one was full."),
    ]
    assert codes(each, "There were 12 planned sessions to be attended by 300 staff.") == [("total-wrong", "warning")]
    assert codes(each, "There were 12 planned sessions to be attended by 240 staff.") == []


def test_rise_that_means_more_than_there_are_in_all_is_info() -> None:
    total = "There was a total of 222 reports in the month."
    assert contradictions(total, "There was a rise in reports from homes of some 40 incidents (15%).") == [
        (
            "percentage-wrong",
            "info",
            "A change of 40 that is 15% means about 267 before and 307 after, but the same text counts 222 reports in"
            " all; or the 15% is of something else (40 of 222 is 18.0%).",
        )
    ]
    assert codes(total, "There was a rise in reports from homes of some 20 incidents (15%).") == []


def test_sentence_repeated_with_another_number_is_told() -> None:
    first = "The Dale unit trained 24 officers under the local policing scheme."
    assert contradictions(first, first.replace("24", "27")) == [
        (
            "statements-disagree",
            "warning",
            "27 officers under the local policing scheme, but 24 in the same update in the same words.",
        ),
    ]
    assert codes(first, first) == []
    assert codes(first, first.replace("24", "27").replace("Dale", "Moor")) == []


def test_two_findings_of_one_place_become_one_anomaly() -> None:
    found = contradictions("Theft rose from 200 to 222, 15%; fraud rose from 100 to 120 (30%).")
    assert [code for code, _, _ in found] == ["percentage-wrong"]
    assert "From 200 to 222" in found[0][2]
    assert "From 100 to 120" in found[0][2]
