"""Products, sums, splits and lists in prose that do not come out, and those that only look so."""

from __future__ import annotations

import pytest

from tests.extract.figures_samples import codes, contradictions


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The five clubs received £300 each, £1,600 in all.", "5 × 300 = 1,500, but £1,600 is printed."),
        ("It made six grants of £450, a total of £2,900.", "6 × 450 = 2,700, but £2,900 is printed."),
        ("12 kits were bought at £20 each, totalling £260.", "12 × 20 = 240, but £260 is printed."),
        ("Each of the four clubs received £500, £2,500 in total.", "4 × 500 = 2,000, but £2,500 is printed."),
        ("We gave £250 each to eight clubs, £2,200 altogether.", "8 × 250 = 2,000, but £2,200 is printed."),
        ("£7,000 was shared among three clubs, which got £2,000 each.", "3 × 2,000 = 6,000, but £7,000 is printed."),
        (
            "Another 131 visits were made, which brings the year's total to 405 (264 were told of in the last paper).",
            "131 + 264 = 395, but 405 is printed.",
        ),
        ("28 of the 40 wards were seen, leaving 10.", "28 + 10 = 38, but 40 is printed."),
        ("Of the 40 wards, 28 were seen and the other ten were not.", "28 + 10 = 38, but 40 is printed."),
        ("Of the 40 bids, 28 were approved and 15 refused.", "28 + 15 = 43, but 40 is printed."),
        ("50 pupils took part, 30 boys and 25 girls.", "30 + 25 = 55, but 50 is printed."),
        ("Thefts fell by 12 from 40 to 30.", "30 − 40 = −10, but 12 is printed."),
        ("Thefts went from 40 to 30, a fall of 12.", "30 − 40 = −10, but 12 is printed."),
        ("There were 46 warrants, 12 more than the 36 of last year.", "46 − 36 = 10, but 12 is printed."),
    ],
)
def test_total_that_its_parts_deny_is_told_with_the_sum(text: str, message: str) -> None:
    assert contradictions(text) == [("total-wrong", "warning", message)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("61 knives were left at the desk and 18 at the hall, 80 altogether.", "61 + 18 = 79, but 80 is printed"),
        ("There were 14 sessions for 40 people each, 520 people in all.", "14 × 40 = 560, but 520 is printed"),
        ("It made six grants of £450. In all £2,900 was paid.", "6 × 450 = 2,700, but £2,900 is printed"),
        ("50 pupils took part, 20 boys and 25 girls.", "20 + 25 = 45, but 50 is printed"),
    ],
)
def test_total_that_may_count_something_else_is_only_info(text: str, message: str) -> None:
    [(code, severity, told)] = contradictions(text)
    assert (code, severity) == ("total-wrong", "info")
    assert told.startswith(f"{message}; or ")


@pytest.mark.parametrize(
    "text",
    [
        "The five clubs received £300 each, £1,500 in all.",
        "It made six grants of £450, a total of £2,700.",
        "Up to six grants of £450 were made, a total of £2,000.",
        "It made three grants of £450, £500 and £600, a total of £1,550.",
        "Two grants of £450 and one of £600 were made, a total of £1,500.",
        "14 sessions for 40 people each were held, 560 places in all.",
        "Another 131 visits were made, which brings the year's total to 395 (264 were told of in the last paper).",
        "28 of the 40 wards were seen, leaving twelve.",
        "Of the 40 bids, 28 were approved and 12 refused.",
        "Of the 40 bids, 28 were from clubs and 15 from schools.",
        "50 pupils took part, 25 boys and 25 girls.",
        "We visited 30 farms, 10 shops and 5 schools.",
        "Thefts fell by 10 from 40 to 30.",
        "There were 46 warrants, 10 more than the 36 of last year.",
        "61 knives were left at the desk and 18 at the hall, 79 altogether.",
        "20 people came, 5 more than last time, and 45 have come in all.",
        "Of 30 posts 12 were filled, and 42 staff work there in total.",
        "Four staff each visited 20 homes, 30 homes having asked in all.",
        "Two hubs cost £300 per week each, a total of £31,200.",
        "The five clubs received £300 each and a sixth £200, £1,700 in all.",
        "Five staff saw 20 homes a week each, 900 homes in all.",
        "The cost is £40 per person; £900 was spent in total on the 12 rooms.",
    ],
)
def test_total_that_comes_out_or_is_of_something_else_gives_no_false_alarm(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "announced", "named"),
    [
        ("It meets in four of the six wards: Ash, Beck and Carr Hill.", "four wards", "3"),
        ("We run three hubs (Ash, Beck, Carr and Dene).", "three hubs", "4"),
        ("There are five partners, namely Ash Trust, Salt and Sand, and the Beck Group.", "five partners", "3 or 4"),
    ],
)
def test_names_are_counted_against_the_number_that_opens_them(text: str, announced: str, named: str) -> None:
    assert contradictions(text) == [
        (
            "statements-disagree",
            "info",
            f"{announced} are announced, but {named} are named; or the list is read wrongly.",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It meets in four of the six wards: Ash, Beck, Carr and Dene.",
        "There are three partners: Ash Trust, Salt and Sand, and the Beck Group.",
        "There are four partners: Ash Trust, Salt, Sand and the Beck Group.",
        "We run three hubs (Ash and Beck).",
        "There were 40 visits: Ash was busiest, Beck was full, and Carr was closed for the whole of the summer.",
        "We run three hubs: one in Ash, one in Beck and a van.",
        "We have three aims: to listen, to learn and to act, wherever we can.",
        "There are three hubs, including Ash, Beck, Carr and Dene.",
    ],
)
def test_list_of_as_many_names_or_of_clauses_gives_no_false_alarm(text: str) -> None:
    assert codes(text) == []


def test_list_with_a_figure_behind_each_name_is_added_up() -> None:
    opening = "A sum of £3,000 was paid out:"
    assert codes(f"{opening}\n\n- Ash Club: £1,000\n- Beck Club: £2,000") == []
    assert contradictions(f"{opening}\n\n- Ash Club: £1,000\n- Beck Club: £2,500") == [
        ("total-wrong", "warning", "1,000 + 2,500 = 3,500, but £3,000 is printed.")
    ]
    assert codes(f"{opening}\n\n- Ash Club (£1,000)\n- Beck Club (£1,500)") == [("total-wrong", "info")]
    assert codes("The two hubs saw:\n\n- Ash: 40\n- Beck: 50") == []


def test_word_for_a_change_that_its_figures_deny_is_info() -> None:
    assert codes("The number doubled from 40 to 60.") == [("statements-disagree", "info")]
    assert codes("The number doubled from 40 to 78.") == []
    assert codes("The number halved from 40 to 21.") == []
