"""Damaged tables are refused with every fault at once; files are written as the model says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pcgraph.errors import DatasetError
from pcgraph.model import TABLES, get_table
from pcgraph.tables import read_dataset
from pcgraph.tables.read import read_table
from pcgraph.tables.write import to_csv


def damage(folder: Path, table: str, old: str, new: str) -> None:
    file = folder / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_dataset_names_every_fault_with_file_row_and_column(real_copy: Path) -> None:
    damage(real_copy, "themes", "2018-21/T2,Helping", "2018-21/T1,Helping")
    damage(real_copy, "updates", ",G,", ",X,")
    damage(real_copy, "documents", "2020-05-14", "14/05/2020")
    with pytest.raises(DatasetError) as caught:
        read_dataset(real_copy)
    faults = "\n".join(caught.value.details)
    assert "themes.csv row 3, id: “2018-21/T1” stands in row 2 already" in faults
    assert "outcomes.csv row 6, theme: “2018-21/T2” is in no row of themes.csv" in faults
    assert "rag: “X” is none of G, A, R, W" in faults
    assert "meeting_date: “14/05/2020” is not a date such as 2020-05-14 or 2020-05 (saved by a spreadsheet" in faults


def test_dataset_refuses_a_wrong_column(real_copy: Path) -> None:
    damage(real_copy, "measures", "baseline", "base line")
    with pytest.raises(DatasetError) as caught:
        read_dataset(real_copy)
    assert caught.value.details[0] == "measures.csv: column baseline is missing; column base line is unknown"


def test_dataset_recognises_a_number_that_a_spreadsheet_cut(real_copy: Path) -> None:
    damage(real_copy, "deliverables", "2018-21/T3.10,2018-21,2018-21/T3,10,", "2018-21/T3.10,2018-21,2018-21/T3,1,")
    with pytest.raises(DatasetError) as caught:
        read_dataset(real_copy)
    assert "number: 1 does not fit the id “2018-21/T3.10”" in caught.value.details[0]


def test_dataset_says_when_a_table_is_not_utf8(real_copy: Path) -> None:
    (real_copy / "codes.csv").write_bytes(b"code,kind,stands_for,note\nKD,initials,,caf\xe9\n")
    with pytest.raises(DatasetError) as caught:
        read_dataset(real_copy)
    assert "codes.csv: byte 42 is not UTF-8" in caught.value.details[0]


@pytest.mark.parametrize("base", ["ftp://x/", "https://example.org/no-slash", "https://example.org/a b/"])
def test_dataset_refuses_a_base_that_is_no_iri(real_copy: Path, base: str) -> None:
    file = real_copy / "datapackage.json"
    described = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**described, "base": base}), encoding="utf-8")
    with pytest.raises(DatasetError, match="is not an IRI"):
        read_dataset(real_copy)


def test_datapackage_describes_every_column_and_key() -> None:
    described = json.loads(
        (Path(__file__).parents[2] / "data/nottinghamshire/datapackage.json").read_text(encoding="utf-8")
    )
    for table, resource in zip(TABLES, described["resources"], strict=True):
        assert resource["path"] == f"{table.name}.csv"
        assert [field["name"] for field in resource["schema"]["fields"]] == list(table.names)
        assert resource["schema"]["primaryKey"] == list(table.key)


def test_table_is_the_same_after_reading_and_writing(tmp_path: Path) -> None:
    table = get_table("codes")
    rows = [
        {"code": "B", "kind": "", "stands_for": 'Say "so", Ltd', "note": "two\nlines\rand more"},
        dict.fromkeys(table.names, "A"),
    ]
    (tmp_path / "codes.csv").write_text(to_csv(table, rows), encoding="utf-8", newline="")
    read, faults = read_table(tmp_path / "codes.csv", table)
    assert faults == []
    assert read == [rows[1], rows[0]]


def test_dataset_refuses_a_required_cell_that_shows_nothing(real_copy: Path) -> None:
    damage(real_copy, "codes", "NOPCC,", "\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE},")
    with pytest.raises(DatasetError) as caught:
        read_dataset(real_copy)
    assert any(fault.endswith("code: empty, a value is required") for fault in caught.value.details)
