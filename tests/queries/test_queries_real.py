"""Each canned query on the shipped dataset: one that gives nothing there is either wrong or says why."""

from __future__ import annotations

import pytest

from pcgraph.graph import iter_nquads
from pcgraph.query.catalogue import load_catalogue
from pcgraph.query.run import run_query
from pcgraph.store import Store, load_memory_store
from pcgraph.tables import read_dataset
from tests.conftest import REAL_DATA

GIVEN = {
    "profile": {"thing": "T3.3"},
    "evidence": {"thing": "T3.3"},
    "changed-since": {"report": "t3-2018q1"},
    "search": {"words": "knife crime"},
    "figures-by-subject": {"words": "burglary"},
    "updates-since": {"since": "2020-03-01"},
    "reliance-on-partner": {"partner": "Nottingham Trent"},
}
EMPTY: dict[str, str] = {}
"""The questions without an answer in the papers read so far, each with the reason."""


@pytest.fixture(scope="module")
def real_store() -> Store:
    return load_memory_store("".join(iter_nquads(read_dataset(REAL_DATA))))


@pytest.mark.parametrize("name", load_catalogue().queries)
def test_query_gives_rows_on_the_real_data(real_store: Store, name: str) -> None:
    assert bool(run_query(real_store, name, GIVEN.get(name, {})).rows) == (name not in EMPTY)


@pytest.mark.parametrize(
    ("name", "params", "column", "values"),
    [
        ("outcomes-by-theme", {"theme": "T3"}, "code", ["2018-21/T3A", "2018-21/T3B", "2018-21/T3C", "2018-21/T3D"]),
        ("actions-by-lead", {"action": "3.3.1"}, "code", ["2018-21/3.3.1"]),
        ("leads-by-deliverable", {"deliverable": "2018-21/T3.11"}, "line", ["110c3", "111c3", "112c3", "113c3"]),
        ("responsibility-codes", {"responsible": "NOPCC"}, "updates", [3]),
        ("rag-moves", {"rag": "Amber"}, "to_report", ["t3-2019q4"]),
        ("money-named", {"least": "300000"}, "amount", [350000, 310000]),
    ],
)
def test_query_gives_what_the_papers_say(
    real_store: Store, name: str, params: dict[str, str], column: str, values: list[object]
) -> None:
    records = run_query(real_store, name, params)
    assert [row[records.keys.index(column)] for row in records.rows] == values
