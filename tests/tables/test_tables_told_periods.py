"""Times counted from a report's own quarter."""

from __future__ import annotations

import pytest

from pcgraph.tables.told_periods import resolve_period


@pytest.mark.parametrize(
    ("period", "quarter", "expected"),
    [
        ("this quarter", "2023-24Q4", "2023-24Q4"),
        ("in the last quarter", "2023-24Q1", "2022-23Q4"),
        ("the quarter before", "2023-24Q3", "2023-24Q2"),
        ("Q2 2023/24", "2023-24Q3", "2023-24Q2"),
        ("in Q2", "2023-24Q3", "2023-24Q2"),
        ("In the first quarter of 2018/19", "2018-19Q2", ""),
        ("2022/23 Q4", "2023-24Q3", "2022-23Q4"),
        ("Q4 2023/24", "2023-24Q3", ""),
        ("Between July and September", "2023-24Q2", "2023-24Q2"),
        ("between January and March", "2023-24Q2", "2022-23Q4"),
        ("from January to March 2023", "2023-24Q2", "2022-23Q4"),
        ("between May and September", "2023-24Q2", ""),
        ("in September", "2023-24Q2", "2023-09"),
        ("in December", "2023-24Q2", "2022-12"),
        ("in December 2023", "2023-24Q2", ""),
        ("since May", "2023-24Q2", ""),
        ("this quarter", "", ""),
    ],
)
def test_time_is_resolved_from_the_reports_quarter(period: str, quarter: str, expected: str) -> None:
    assert resolve_period(period, quarter) == expected
