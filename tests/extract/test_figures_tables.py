"""Figure tables within narratives."""

from __future__ import annotations

from tests.extract.figures_samples import read


def rows(*lines: str) -> list[tuple[str, str, str, str]]:
    return [(figure.what, figure.number, figure.unit, figure.period) for figure in read(*lines)]


def test_table_gives_a_figure_for_every_cell_with_the_period_of_its_column() -> None:
    assert rows("Force\t2019/20\t2018/19\t% Change", "Theft of Cycles\t1,213\t1,248\t-2.8%") == [
        ("Theft of Cycles, 2019/20", "1213", "count", "2019/20"),
        ("Theft of Cycles, 2018/19", "1248", "count", "2018/19"),
        ("Theft of Cycles, % Change", "-2.8", "%", ""),
    ]


def test_table_takes_a_year_in_the_first_cell_for_the_row_and_the_period() -> None:
    assert rows("Year\tCalls\t%", "2022\t118,402\t60.0%", "2024 (to June)\t58,310\t70.0%") == [
        ("2022, Calls", "118402", "count", "2022"),
        ("2022, %", "60.0", "%", "2022"),
        ("2024 (to June), Calls", "58310", "count", "2024 (to June)"),
        ("2024 (to June), %", "70.0", "%", "2024 (to June)"),
    ]


def test_table_leaves_ranks_out() -> None:
    found = rows("Rank\tParish\tIncidents", "1\tUpper Dale\t31", "2\tLong Moor\t27")
    assert [figure[:2] for figure in found] == [("Upper Dale, Incidents", "31"), ("Long Moor, Incidents", "27")]


def test_table_row_without_its_first_cell_stands_to_the_right() -> None:
    found = rows("No.\tPoint\tSent\tSeen", "1\tDale\t112\t96", "2\tMoor\t87\t80", "Total\t\t199\t176")
    assert found[-2:] == [("Total, Sent", "199", "count", ""), ("Total, Seen", "176", "count", "")]


def test_table_takes_unit_and_thousands_from_the_heading() -> None:
    assert rows("Area\tSpend (£000)\tHours", "Dale\t1.5\t40") == [
        ("Dale, Spend (£000)", "1500", "GBP", ""),
        ("Dale, Hours", "40", "hours", ""),
    ]


def test_table_in_markdown_is_read_by_line() -> None:
    figures = read("| Type | 2019/20 |", "|---|---|", "| Robbery | 12 |", "| Theft | 30 |")
    assert [(figure.what, figure.number, figure.line) for figure in figures] == [
        ("Robbery, 2019/20", "12", "3"),
        ("Theft, 2019/20", "30", "4"),
    ]


def test_table_of_words_gives_no_figures() -> None:
    assert rows("Town\tLead", "Dale\tSgt Moor") == []
