"""Where a review and any other output may be written: never over a dataset's files, nor over open verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import Run


def read_all(data: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in data.rglob("*") if file.is_file()}


CHANGES = ("changes", "--from", "t2-2023q2", "--to", "t2-2023q3")


def test_review_as_csv_is_not_written_into_a_dataset(data: Path, run: Run) -> None:
    before = read_all(data)
    code, _, err = run("review", "--data", str(data), "--format", "csv", "-o", str(data))
    assert (code, err.count("\n")) == (2, 1), err
    assert f"{data} is a dataset" in err
    assert read_all(data) == before


@pytest.mark.parametrize("left", ["datapackage.json", "entities.csv"])
def test_review_as_csv_is_not_written_into_another_dataset(left: str, data: Path, tmp_path: Path, run: Run) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / left).write_bytes((data / left).read_bytes())
    code, _, err = run("review", "--data", str(data), "--format", "csv", "-o", str(other))
    assert (code, f"{other} is a dataset" in err) == (2, True), err


@pytest.mark.parametrize("name", ["figures.csv", "notes.txt"])
def test_review_as_csv_is_not_written_beside_files_of_another_kind(
    name: str, data: Path, tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / name).write_text("my,own\r\n1,2\r\n", encoding="utf-8")
    before = read_all(folder)
    code, _, err = run("review", "--data", str(data), "--format", "csv", "-o", str(folder))
    assert (code, err.count("\n"), f"{name}, which no review wrote" in err) == (2, 1, True), err
    assert read_all(folder) == before


def test_review_as_csv_is_written_over_one_that_was_taken(data: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "review"
    for _ in range(2):
        code, _, err = run("review", "--data", str(data), "--format", "csv", "-o", str(folder))
        assert code == 0, err


def test_review_as_csv_says_when_the_folder_is_a_file_or_has_no_place(data: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for name in ("file", "no/where"):
        code, _, err = run("review", "--data", str(data), "--format", "csv", "-o", str(tmp_path / name))
        assert (code, err.count("\n")) == (2, 1), err


@pytest.mark.parametrize(
    "name",
    ["entities.csv", "lineage.csv", "Updates.CSV", "waivers.csv", "readings-a.csv", "profile.toml", "datapackage.json"],
)
def test_output_is_not_written_over_a_datasets_own_file(name: str, data: Path, run: Run) -> None:
    before = read_all(data)
    code, _, err = run("propose", "contributions", "--data", data, "--format", "csv", "-o", data / name)
    assert (code, err.count("\n")) == (2, 1), err
    assert f"{data / name} belongs to the dataset in {data}" in err
    assert read_all(data) == before


def test_output_is_not_written_over_a_table_by_a_link(data: Path, tmp_path: Path, run: Run) -> None:
    link = tmp_path / "answer.csv"
    link.symlink_to(data / "entities.csv")
    before = read_all(data)
    code, _, err = run("propose", "contributions", "--data", data, "-o", link)
    assert (code, "belongs to the dataset" in err) == (2, True), err
    assert read_all(data) == before


def test_output_is_written_under_a_tables_name_where_no_dataset_is(data: Path, tmp_path: Path, run: Run) -> None:
    for name in ("contributions.csv", "contributions.csv", "deliverables.csv"):
        code, _, err = run("propose", "contributions", "--data", data, "-o", tmp_path / name)
        assert code == 0, err


def test_output_is_written_into_a_dataset_under_another_name(data: Path, run: Run) -> None:
    assert run("propose", "contributions", "--data", data, "-o", data / "candidates.csv")[0] == 0


def test_output_is_not_written_over_verdicts_that_were_not_taken(history: Path, tmp_path: Path, run: Run) -> None:
    book = tmp_path / "review.xlsx"
    assert run("review", "--data", history, "-o", book)[0] == 0
    opened = load_workbook(book)
    opened["Contributions"]["A2"] = "agree"
    opened.save(book)
    before = book.read_bytes()
    call = (*CHANGES, "--data", history, "-o", book)
    code, _, err = run(*call)
    assert (code, "holds verdicts that were not taken yet" in err) == (2, True), err
    assert book.read_bytes() == before
    assert run("diff", history, history, "-o", book)[0] == 2, "a command that knows no dataset"
    assert run("review", book, "--data", history)[0] == 0
    assert run(*call)[0] == 0, "taken, it may go"
    assert run(*call)[0] == 0, "and what is no review is written over"


def test_output_is_not_written_over_a_sheet_with_verdicts_that_were_not_taken(
    data: Path, tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "review"
    assert run("review", "--data", data, "--format", "csv", "-o", folder)[0] == 0
    file = folder / "figures.csv"
    file.write_bytes(file.read_bytes().replace(b"\r\n,", b"\r\nwrong,", 1))
    code, _, err = run("propose", "contributions", "--data", data, "-o", file)
    assert (code, "holds verdicts that were not taken yet" in err) == (2, True), err


def test_output_is_written_over_what_is_no_workbook_at_all(history: Path, tmp_path: Path, run: Run) -> None:
    book = tmp_path / "answer.xlsx"
    book.write_bytes(b"")
    code, _, err = run(*CHANGES, "--data", history, "-o", book)
    assert code == 0, err


@pytest.mark.parametrize(("words", "code"), [("x" * 32_000, 0), ("x" * 32_600, 2), ("\U0001f33e" * 16_300, 2)])
def test_review_refuses_a_row_that_no_cell_of_excel_holds(
    words: str, code: int, history: Path, tmp_path: Path, run: Run
) -> None:
    table = history / "contributions.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("A helpline", words, 1), encoding="utf-8")
    book, folder = tmp_path / "review.xlsx", tmp_path / "review"
    found, _, err = run("review", "--data", history, "-o", book)
    assert (found, book.exists()) == (code, not code), err
    if code:
        assert "contributions.csv, 2021-25/T1.2 / 2021-25/T1B, rationale: 32," in err
        assert "Error: 1 row is longer than the 32,767 characters that a cell of Excel holds." in err
        assert "--format csv" in err
    else:
        assert "Nothing changed" in run("review", book, "--data", history)[2]
    assert run("review", "--data", history, "--format", "csv", "-o", folder)[0] == 0
    assert "Nothing changed" in run("review", folder, "--data", history)[2]
