"""The made-up national graph: the same each time, within the rules of tables and shapes, as large as asked."""

from __future__ import annotations

from pcgraph.check.shapes import find_faults
from pcgraph.graph import iter_nquads
from pcgraph.model import TABLES, Row
from pcgraph.store import load_memory_store
from pcgraph.tables.check import check_tables
from tests.bench.national import (
    BASE,
    Tables,
    count_default_triples,
    iter_national_nquads,
    iter_national_quads,
    make_plan,
)


def test_national_tables_meet_the_rules_of_tables() -> None:
    first, second = make_plan(7, 2016).tables, make_plan(7, 2017).tables
    joined: dict[str, list[Row]] = {}
    for table in TABLES:
        rows = [*first.get(table.name, ()), *second.get(table.name, ())]
        joined[table.name] = list({table.to_key(row): row for row in rows}.values())
    assert check_tables(joined) == []


def test_national_plan_is_the_same_each_time() -> None:
    assert list(iter_nquads(make_plan(7, 2017))) == list(iter_nquads(make_plan(7, 2017)))


def test_national_plans_fill_every_table_but_statements() -> None:
    assert set(make_plan(7, 2017).tables) == {table.name for table in TABLES} - {"statements"}


def test_national_graph_is_as_large_as_asked_by_less_than_a_plan_more() -> None:
    quads = list(iter_national_quads(40_000))
    plan = count_default_triples(list(iter_national_quads(1)))
    assert plan < 1_500  # the ontology alone
    assert 40_000 <= count_default_triples(quads) < 40_000 + 15_000


def test_national_graph_meets_the_shapes() -> None:
    store = load_memory_store("".join(iter_national_nquads(30_000)), base=BASE)
    assert find_faults(store) == []


def test_national_partners_are_named_by_many_forces_or_by_one() -> None:
    named: dict[str, set[int]] = {}
    for force in range(1, 11):
        for row in make_plan(force, 2016).tables["involvements"]:
            named.setdefault(row["entity"], set()).add(force)
    assert len(named["national-partner-1"]) == 10
    assert all(len(forces) == 1 for entity, forces in named.items() if not entity.startswith("national-"))


def test_tables_of_a_plan_are_a_table_set() -> None:
    assert Tables({}).base == BASE
