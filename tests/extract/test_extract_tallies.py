"""What a report's status key prints, kept beside what can be counted."""

from __future__ import annotations

import pytest

from pcgraph.documents import read_document
from pcgraph.extract import Context, extract_document, find_kind
from pcgraph.extract.report_head import read_tallies
from pcgraph.graph import iter_nquads
from pcgraph.store import load_memory_store
from pcgraph.tables import Dataset, read_dataset
from tests.conftest import DOCUMENTS, ROOT

_TALLIES = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?value ?line ?quote
WHERE {
  ?report pcg:tallyGreen ?value ;
    pcg:evidence ?evidence .
  ?evidence rdf:predicate pcg:tallyGreen ;
    pcg:line ?line ;
    pcg:quote ?quote .
}
"""


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("report-t1-2024q2", ["10/14 (74.1%) 77c2", "2/14 (14.3%) 77c4", "1/14 (7.1%) 77c6", "1/14 (7.1%) 77c8"]),
        ("report-t2-2023q3", ["10/13 (76.9%) 16c2", "1/13 (7.7%) 19c2", "1/13 (7.7%) 22c2", "1/13 (7.7%) 25c2"]),
        ("carrowdale-t2-2024q4", ["7/10 (70%) 29", "2/10 (25%) 29", "1/10 (10%) 29", "0/10 (0%) 29"]),
    ],
    ids=["in one row", "in a row each", "as running text"],
)
def test_key_is_kept_as_printed_with_its_place(stem: str, expected: list[str]) -> None:
    document = read_document(DOCUMENTS / f"{stem}.txt")
    tables = extract_document(document, kind=find_kind(document), context=Context(keep_duplicates=True)).tables
    kept = [row for row in tables["statements"] if row["subject"] == stem]
    assert [row["property"] for row in kept] == ["tally-green", "tally-amber", "tally-red", "tally-white"]
    assert [f"{row['value']} {row['line']}" for row in kept] == expected


def test_report_without_a_key_has_no_tallies() -> None:
    assert read_tallies(()) == []


def test_tally_stands_in_the_graph_with_its_words() -> None:
    dataset = read_dataset(ROOT / "tests" / "history")
    row = {
        "subject": "t2-2024q1",
        "property": "tally-green",
        "value": "3/3 (100%)",
        "document": "t2-2024q1",
        "line": "8c2",
    }
    tables = {**dataset.tables, "statements": [row]}
    changed = Dataset(dataset.path, dataset.name, dataset.base, tables)
    answer = load_memory_store("".join(iter_nquads(changed))).select(_TALLIES)
    assert answer.rows == [("3/3 (100%)", "8c2", "3/3 (100%)")]
