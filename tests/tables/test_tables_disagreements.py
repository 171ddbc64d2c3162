"""What one document states otherwise than another."""

from __future__ import annotations

import pytest

from pcgraph.model import Row, get_table
from pcgraph.tables.combine import combine_claims
from pcgraph.tables.disagreements import find_disagreements


def row(table: str, document: str, **cells: str) -> Row:
    return dict.fromkeys(get_table(table).names, "") | {"document": document} | cells


def claim(
    document: str, kind: str = "monitoring-report", *, period: str = "", **tables: list[Row]
) -> dict[str, list[Row]]:
    about = dict.fromkeys(get_table("documents").names, "")
    return {"documents": [about | {"id": document, "kind": kind, "period": period, "theme": "2021-25/T3"}], **tables}


def wording(document: str, text: str) -> list[Row]:
    return [row("deliverables", document, id="2021-25/T3.1", wording=text, line="9")]


def figure(document: str, what: str, value: str, period: str) -> list[Row]:
    cells = {"update": f"{document}/1", "what": what, "value": value, "unit": "count", "period": period, "line": "7"}
    return [row("figures", document, **cells)]


def test_report_that_words_a_deliverable_otherwise_is_told() -> None:
    claims = {
        "q1": claim("q1", period="2023-24Q1", deliverables=wording("q1", "Fund three hubs")),
        "plan": claim("plan", "strategic-framework", deliverables=wording("plan", "Fund two hubs")),
    }
    [found] = find_disagreements(claims)
    assert (found["document"], found["line"], found["severity"], found["subject"]) == (
        "q1",
        "9",
        "warning",
        "2021-25/T3.1",
    )
    assert found["message"] == "The wording “Fund three hubs” is “Fund two hubs” in plan."
    assert found in combine_claims(claims)["anomalies"]


def test_wordings_that_differ_by_marks_alone_are_info_and_by_quotes_not_at_all() -> None:
    claims = {
        "q1": claim("q1", period="2023-24Q1", deliverables=wording("q1", "Fund two ‘hubs’")),
        "q2": claim("q2", period="2023-24Q2", deliverables=wording("q2", "Fund two 'hubs'")),
        "q3": claim("q3", period="2023-24Q3", deliverables=wording("q3", "Fund two 'hubs'.")),
    }
    assert [(found["document"], found["severity"]) for found in find_disagreements(claims)] == [("q3", "info")]


@pytest.mark.parametrize(
    ("what", "earlier", "later", "period", "expected"),
    [
        ("Theft of farm machines, 2021/22", "120", "131", "2021/22", ["warning"]),
        ("farm thefts", "120", "131", "in May 2022", ["info"]),
        ("farm thefts", "120", "120", "in May 2022", []),
        ("farm thefts", "120", "131", "since May 2022", []),
        ("farm thefts", "120", "131", "this year", []),
        ("farm thefts", "120", "131", "2023/24", []),
        ("visits", "120", "131", "in May 2022", []),
        ("Total, 2021/22", "120", "131", "2021/22", []),
    ],
)
def test_figure_of_a_closed_time_that_differs_between_reports_is_told(
    what: str, earlier: str, later: str, period: str, expected: list[str]
) -> None:
    """A year that goes on while the reports are written grows; a time counted from now is another each quarter."""
    claims = {
        "q1": claim("q1", period="2023-24Q1", figures=figure("q1", what, earlier, period)),
        "q2": claim("q2", period="2023-24Q2", figures=figure("q2", what, later, period)),
    }
    assert [found["severity"] for found in find_disagreements(claims)] == expected


def test_figure_that_differs_is_told_with_both_values() -> None:
    claims = {
        "q1": claim("q1", period="2023-24Q1", figures=figure("q1", "farm thefts", "120", "in 2021/22")),
        "q2": claim("q2", period="2023-24Q2", figures=figure("q2", "farm thefts", "131", "2021-22")),
    }
    [found] = find_disagreements(claims)
    assert (found["code"], found["document"], found["subject"], found["line"]) == (
        "statements-disagree",
        "q2",
        "q2/1",
        "7",
    )
    assert found["message"] == "farm thefts (2021-22) is 131 here, but 120 in q1; or the two count different things."


def test_this_quarter_is_the_last_quarter_of_the_next_report() -> None:
    told = {"q1": ("120", "this quarter"), "q2": ("131", "in the previous quarter"), "q3": ("140", "this quarter")}
    claims = {
        name: claim(name, period=f"2023-24Q{name[1]}", figures=figure(name, "farm thefts", value, period))
        for name, (value, period) in told.items()
    }
    [found] = find_disagreements(claims)
    assert (found["document"], found["severity"]) == ("q2", "info")
    assert found["message"].startswith("farm thefts (in the previous quarter) is 131 here, but 120 in q1")


def test_thing_named_in_another_order_is_the_same_thing() -> None:
    claims = {
        "q1": claim("q1", period="2023-24Q1", figures=figure("q1", "visits to farms", "120", "in May")),
        "q2": claim("q2", period="2023-24Q2", figures=figure("q2", "farm to visit", "131", "in May 2023")),
    }
    assert [found["severity"] for found in find_disagreements(claims)] == ["info"]
