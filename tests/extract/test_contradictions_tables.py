"""Figure tables that deny themselves."""

from __future__ import annotations

from tests.extract.figures_samples import codes, contradictions

HEADER = "Force\t2023/24\t2022/23\tChange\t% Change"


def test_percentage_divided_by_the_later_year_is_told_with_the_sum() -> None:
    assert contradictions(f"{HEADER}\nTheft\t80\t100\t-20\t-25.0%\nFraud\t110\t100\t10\t10.0%") == [
        (
            "percentage-wrong",
            "warning",
            "Theft: 80 − 100 = −20, divided by 100 is −20.0%, but −25.0% is printed: it was divided by 80, the later"
            " figure (2023/24).",
        )
    ]


def test_percentage_may_be_rounded_either_way_and_lack_its_sign() -> None:
    """2.5 may be printed as 2 or as 3; a fall of 10 may be printed as 10."""
    assert codes(f"{HEADER}\nTheft\t1,057\t1,000\t57\t5.7%\nFraud\t41\t40\t1\t3%\nArson\t82\t80\t2\t2%") == []
    assert codes(f"{HEADER}\nTheft\t90\t100\t10\t10%\nFraud\t41\t40\t1\t2%") == []


def test_percentage_with_its_digits_left_out_is_only_info() -> None:
    assert codes(f"{HEADER}\nTheft\t103.9\t100\t3.9\t3.9%\nFraud\t1,029\t1,000\t29\t2%") == [
        ("percentage-wrong", "info")
    ]


def test_difference_that_does_not_come_out_is_a_wrong_total() -> None:
    table = "Force\t2023/24\t2022/23\tChange\nTheft\t80\t100\t-20\nFraud\t50\t40\t10\nArson\t7\t9\t-3"
    assert contradictions(table) == [("total-wrong", "warning", "Arson: 7 − 9 = −2, but −3 is printed.")]


def test_total_row_is_added_up_column_by_column() -> None:
    table = "District\tSent\tSeen\nNorth\t412\t96\nSouth\t388\t80\nTotal\t801\t176"
    assert contradictions(table) == [
        ("total-wrong", "warning", "Total (Sent): 412 + 388 = 800, but 801 is printed."),
    ]


def test_total_of_subtotals_is_right() -> None:
    table = "Area\tVisits\nA\t1\nB\t2\nSub-total\t3\nC\t4\nD\t5\nSub-total\t9\nTotal\t12"
    assert codes(table) == []


def test_group_row_is_held_against_the_rows_that_its_label_begins() -> None:
    table = "Force\t2023\t2022\nRobbery\t30\t41\nRobbery of shops\t10\t20\nRobbery of people\t20\t20\nFraud\t5\t6"
    assert contradictions(table) == [("total-wrong", "warning", "Robbery (2022): 20 + 20 = 40, but 41 is printed.")]


def test_share_of_another_column_is_held_against_it() -> None:
    table = "Year\tCalls\tAnswered\t%\n2021\t100\t60\t60%\n2022\t200\t120\t60%\n2023\t400\t100\t35%\n2024\t50\t20\t40%"
    assert contradictions(table) == [
        ("percentage-wrong", "warning", "2023: 100 of 400 is 25%, but 35% is printed."),
    ]


def test_percentages_and_averages_are_not_added_up() -> None:
    assert codes("Area\tRate\tAverage wait\nA\t5%\t10\nB\t7%\t20\nTotal\t6%\t15") == []


def test_prose_that_repeats_a_table_is_held_against_it() -> None:
    table = f"{HEADER}\nTheft\t80\t100\t-20\t-20.0%\nFraud\t110\t100\t10\t10.0%"
    assert contradictions(table, "Theft has reduced 25% (-20) and fraud rose 10% (10).") == [
        (
            "percentage-wrong",
            "warning",
            "Theft: by the table 80 − 100 = −20, divided by 100 is 20%, but 25% is printed: it was divided by 80, the"
            " later figure.",
        )
    ]


PLACES = "District\t2022/23\t2023/24\tChange\nAshdale\t50\t40\t-10\nBeckton\t30\t33\t3\nTotal\t80\t73\t-7"


def test_prose_that_repeats_a_row_with_another_figure_is_info() -> None:
    assert contradictions(PLACES, "In Ashdale thefts went from 50 to 41.") == [
        (
            "statements-disagree",
            "info",
            "41 is printed, but the table's row “Ashdale” has 50, 40; or the two count different things.",
        )
    ]
    assert codes(PLACES, "There were 74 thefts in all.") == [("statements-disagree", "info")]


def test_prose_that_repeats_a_row_or_tells_of_other_things_gives_no_false_alarm() -> None:
    assert codes(PLACES, "In Ashdale thefts went from 50 to 40. There were 73 thefts in all.") == []
    assert codes(PLACES, "In Ashdale visits went from 12 to 19. There were 12 visits in all.") == []
    assert codes(PLACES, "In Carrdale thefts went from 50 to 41.") == []
