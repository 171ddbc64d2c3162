"""A check's limits and the day that it needs: how its file says them, how the runner fills them in."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.check import run_checks
from pcgraph.errors import CallError, QueryError
from pcgraph.query.catalogue import load_catalogue
from pcgraph.query.docs import write_index
from pcgraph.query.sparql_text import fill_check
from pcgraph.store import Store


def test_check_that_needs_the_day_runs_only_with_it(small_store: Store, checks: Path) -> None:
    report = run_checks(small_store, directory=checks)
    assert report.not_run == ("plan-over",)
    assert "plan-over" not in [check.name for check in report.checks]
    assert report.describe_not_run() == "Not run: plan-over needs --as-of, such as --as-of 2020-11-04."
    dated = run_checks(small_store, directory=checks, as_of="2024-04-01")
    assert [row.entity for row in dated.findings if row.check == "plan-over"] == ["2023-24"]
    assert (dated.not_run, dated.describe_not_run()) == ((), "")


@pytest.mark.parametrize("day", ["2024-13-01", "01/04/2024", "20240401", "today", '2024-04-01"'])
def test_day_is_refused_when_it_is_not_year_month_day(small_store: Store, checks: Path, day: str) -> None:
    with pytest.raises(CallError) as caught:
        run_checks(small_store, directory=checks, as_of=day)
    assert caught.value.message == f"--as-of: “{day}” is not a date."
    assert caught.value.hint == "Write it as year-month-day: 2020-11-04."


@pytest.mark.parametrize(
    ("check", "old", "new", "message"),
    [
        ("theme-crowded", "limits: {most", "limits: {least", "line 13: limit most is not in the header's limits."),
        (
            "theme-crowded",
            "#+ limits: {most: {",
            "#+ limits: {a: {help: a, unit: b}, most: {",
            "line 8: limit a has no",
        ),
        ("theme-crowded", ", unit: deliverables", "", "line 8: limit most needs {help: …, unit: …}."),
        (
            "theme-crowded",
            "help: deliverables of one plan in one theme",
            "help:",
            "line 8: limits.most.help is missing",
        ),
        ("theme-crowded", "{ 1 } # limit", "{ 1.5 } # limit", "line 8: limit most is 1.5; it must be a whole number"),
        (
            "theme-crowded",
            "{ 1 } # limit",
            "{ UNDEF } # limit",
            "line 13: a limit is a line VALUES ?name { 10 } # limit",
        ),
        (
            "theme-crowded",
            "# limit\n",
            "# limit\n VALUES ?most { 2 } # limit\n",
            "line 14: limit most is 1 in a line above",
        ),
        ("theme-crowded", "most", "severity", "line 8: limit severity: a profile has a key of this name already."),
        ("plan-over", "#+ needs: [as-of]\n", "", "line 12: the day is used, but the header has no needs: [as-of]."),
        ("plan-over", "[as-of]", "[today]", "line 8: needs “today” is none of as-of."),
        ("plan-over", "  VALUES ?as_of { UNDEF } # as-of\n", "", "line 8: needs as-of, but there is no line: VALUES"),
        ("plan-over", "?as_of { UNDEF } # as-of", "?day { UNDEF } # as-of", "line 13: a limit is a line VALUES"),
    ],
)
def test_check_header_is_refused_when_its_limits_or_needs_are_wrong(
    checks: Path, check: str, old: str, new: str, message: str
) -> None:
    file = checks / "checks" / f"{check}.rq"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(QueryError) as caught:
        load_catalogue(checks)
    assert caught.value.message.startswith(f"checks/{check}.rq {message}")


def test_limits_and_needs_are_the_same_from_the_cache_as_from_the_files(checks: Path) -> None:
    fresh = load_catalogue(checks)
    assert (checks / "__pycache__" / "headers.json").exists()
    assert load_catalogue(checks) == fresh
    assert fresh.checks["plan-over"].needs == ("as-of",)
    (limit,) = fresh.checks["theme-crowded"].limits
    assert limit == ("most", "deliverables of one plan in one theme", "deliverables", 1)


def test_limit_of_percent_takes_parts_of_one() -> None:
    text = "VALUES ?share { 10 } # limit"
    assert fill_check(text, {"share": 12.5}, None) == "VALUES ?share { 12.5 }"
    with pytest.raises(QueryError, match="no limit part"):
        fill_check(text, {"part": 1}, None)


def test_index_explains_limits_needs_and_what_is_built_in(checks: Path) -> None:
    page = write_index(load_catalogue(checks))
    assert (
        "- `most` (deliverables; 1 unless a profile sets a whole number from 0 to 1,000,000): "
        "deliverables of one plan in one theme" in page
    )
    assert "It runs only with `--as-of`." in page
    assert "| warning | waiver-expired | Accepted exceptions that have run out |  |" in page
