"""When two figures count the same thing, and when they do not."""

from __future__ import annotations

import pytest

from pcgraph.changes.figures import is_same_thing, match_figures
from pcgraph.model import Row
from tests.changes.conftest import make_row


def figure(value: str, what: str = "offences", unit: str = "count", period: str = "") -> Row:
    return make_row("figures", what=what, value=value, unit=unit, period=period)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("visits to farms", "visits to farms"),
        ("Number of visits to the farms", "visits to farm"),
        ("total burglaries", "burglary"),
        ("safeguarding referrals", "safegaurding referral"),
    ],
)
def test_figures_count_the_same_when_only_small_words_plurals_or_misprints_differ(one: str, other: str) -> None:
    assert is_same_thing(figure("1", one), figure("1", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("offences in Northmoor", "offences in Southmoor"),
        ("offences in 2019", "offences in 2020"),
        ("male victims", "female victims"),
        ("reported crimes", "unreported crimes"),
        ("offences", "offences with a knife"),
        ("increase in visits", "decrease in visits"),
        ("Robbery, 2018/19", "Robbery, 2019/20"),
    ],
)
def test_figures_count_other_things_when_a_word_tells_them_apart(one: str, other: str) -> None:
    assert not is_same_thing(figure("1", one), figure("1", other))


def test_figures_count_other_things_when_their_units_differ() -> None:
    assert not is_same_thing(figure("1", unit="%"), figure("1", unit="count"))


def pairs(old: list[Row], new: list[Row]) -> list[tuple[str, str | None]]:
    return [(row["value"], before["value"] if before else None) for row, before in match_figures(old, new)]


def test_figure_is_told_with_its_value_before_when_one_stands_in_each_report() -> None:
    assert pairs([figure("37", period="in May")], [figure("41", period="in June")]) == [("41", "37")]


def test_figure_is_not_told_when_its_value_is_the_same() -> None:
    assert pairs([figure("37")], [figure("37.0")]) == []


def test_figure_before_is_that_of_the_same_period_when_there_are_several() -> None:
    old = [figure("37"), figure("52", period="2022-23")]
    assert pairs(old, [figure("44")]) == [("44", "37")]
    assert pairs(old, [figure("53", period="2022-23")]) == [("53", "52")]


def test_figure_before_is_not_guessed_when_there_are_several() -> None:
    assert pairs([figure("4"), figure("7")], [figure("5")]) == [("5", None)]
    assert pairs([figure("4")], [figure("5"), figure("6")]) == [("5", None), ("6", None)]


def test_figure_before_is_the_one_repeated_when_the_later_report_gives_both() -> None:
    assert pairs([figure("37")], [figure("37", period="last quarter"), figure("41")]) == [("41", "37")]


def test_figure_is_new_when_the_thing_was_not_counted_before() -> None:
    assert pairs([figure("37")], [figure("3", "farms")]) == [("3", None)]
