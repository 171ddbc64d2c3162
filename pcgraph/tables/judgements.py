"""What judgements may not say: a measure of another outcome, two main outcomes, a version earlier than itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from pcgraph.model import Row, find_plan_order, get_table


def find_judgement_faults(tables: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Every fault of the tables `contributions` and `lineage` that a cell alone does not show.

    What was rejected stays in the tables and may say anything. A dangling id is left to `check_tables`.
    """
    yield from _find_strange_measures(tables)
    yield from _find_several_primaries(tables["contributions"])
    yield from _find_wrong_order(tables)
    yield from _find_circles(tables["lineage"])


def _iter_standing(rows: Sequence[Row]) -> Iterator[tuple[int, Row]]:
    """The rows that nobody rejected, with the number that a spreadsheet shows."""
    return ((number, row) for number, row in enumerate(rows, start=2) if row["status"] != "rejected")


def _find_strange_measures(tables: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    outcomes = {row["id"]: row["outcome"] for row in tables["measures"]}
    column = get_table("contributions").find_column("measures")
    for number, row in _iter_standing(tables["contributions"]):
        for measure in column.to_values(row["measures"]):
            if outcomes.get(measure, row["outcome"]) != row["outcome"]:
                yield (
                    f"contributions.csv row {number}, measures: “{measure}” is a measure of {outcomes[measure]}, "
                    f"not of {row['outcome']}"
                )


def _find_several_primaries(rows: Sequence[Row]) -> Iterator[str]:
    first: dict[str, int] = {}
    for number, row in _iter_standing(rows):
        if row["rank"] == "primary":
            deliverable = row["deliverable"]
            if deliverable in first:
                yield (
                    f"contributions.csv row {number}, rank: “{deliverable}” has its primary outcome "
                    f"in row {first[deliverable]} already"
                )
            first.setdefault(deliverable, number)


def _find_wrong_order(tables: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    plans = find_plan_order(tables["plans"])
    place_of = {row["id"]: plans[row["plan"]] for row in tables["deliverables"] if row["plan"] in plans}
    for number, row in _iter_standing(tables["lineage"]):
        later, earlier = (place_of.get(row[name]) for name in ("later", "earlier"))
        if later and earlier and later <= earlier and row["later"] != row["earlier"]:
            yield f"lineage.csv row {number}, earlier: the plan of “{row['earlier']}” does not come before the later's"


def _find_circles(rows: Sequence[Row]) -> Iterator[str]:
    """Rows by which a deliverable is an earlier version of itself."""
    links = {(row["later"], row["earlier"]): number for number, row in _iter_standing(rows)}
    while circle := _find_circle(links):
        steps = list(zip(circle[1:], circle, strict=False))
        first = min(steps, key=links.__getitem__)
        yield f"lineage.csv row {links[first]}, earlier: “{first[0]}” is an earlier version of itself"
        for step in steps:
            links.pop(step, None)


def _find_circle(links: Mapping[tuple[str, str], int]) -> list[str]:
    """One circle of ids, the first at its end again; empty where there is none."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for later, earlier in links:
        sorter.add(later, earlier)
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []
