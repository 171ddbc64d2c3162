"""Which plan comes before which."""

from __future__ import annotations

from collections.abc import Iterable

from pcgraph.model.columns import Row

PlanOrder = tuple[str, int]
"""When a plan begins, and of how many others it is a part: a yearly plan comes after the plan that it is a part of."""


def find_plan_order(plans: Iterable[Row]) -> dict[str, PlanOrder]:
    """Each plan's place in time: of two plans, the one with the smaller place is the earlier.

    A yearly plan may begin on the day on which the plan above it begins.

    Args:
        plans: Rows with the columns `id`, `start` and `parent`; one without a start counts by its
            id, which begins with the year.

    >>> rows = [{"id": "2022-23", "start": "2022-04-01", "parent": "2022-25"},
    ...         {"id": "2022-25", "start": "2022-04-01", "parent": ""}]
    >>> find_plan_order(rows)
    {'2022-23': ('2022-04-01', 1), '2022-25': ('2022-04-01', 0)}
    """
    rows = {row["id"]: row for row in plans}
    parents = {name: row["parent"] for name, row in rows.items()}
    return {name: (row["start"] or name, _count_above(name, parents)) for name, row in rows.items()}


def _count_above(plan: str, parents: dict[str, str]) -> int:
    """How many plans a plan is a part of; a circle is walked once."""
    seen = {plan}
    while (plan := parents.get(plan, "")) and plan not in seen:
        seen.add(plan)
    return len(seen) - 1
