"""A review is written, filled in as a person does in Excel, and taken back."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import Run
from tests.review.conftest import write_rows

Fill = Callable[[str, int, str, str], None]


def read_rows(data: Path, table: str) -> dict[str, dict[str, str]]:
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


def find_cell(sheet: Worksheet, row: int, heading: str) -> str:
    column = [cell.value for cell in sheet[1]].index(heading) + 1
    return sheet.cell(row, column).coordinate


@pytest.fixture
def book(data: Path, tmp_path: Path, run: Run) -> Path:
    file = tmp_path / "review.xlsx"
    code, _, err = run("review", "--data", str(data), "--output", str(file), "--sources", str(data / "sources"))
    assert (code, "3 names, 2 parts, 2 figures" in err) == (0, True), err
    return file


@pytest.fixture
def fill(book: Path) -> Fill:
    def fill_cell(sheet: str, row: int, heading: str, text: str) -> None:
        opened = load_workbook(book)
        opened[sheet][find_cell(opened[sheet], row, heading)] = text
        opened.save(book)

    return fill_cell


def test_review_shows_each_row_with_its_words_and_what_it_looks_like(book: Path) -> None:
    names = load_workbook(book)["Names"]
    rows = {row[1]: row for row in names.iter_rows(min_row=2, values_only=True)}
    assert set(rows) == {'=HYPERLINK("x")', "Open Door", "Open Doors"}
    assert "open-door (0.94): “Open Doors” is spelt almost like “Open Door”." in rows["Open Doors"]
    parts = load_workbook(book)["Parts"]
    words = parts[find_cell(parts, 2, "Words")].value
    assert words
    assert words in (Path(__file__).parents[1] / "small/sources/t2-2023q2.txt").read_text(encoding="utf-8")


def test_review_has_drop_downs_frozen_headings_and_no_formulas(book: Path) -> None:
    opened = load_workbook(book)
    for sheet in opened.worksheets[1:]:
        assert sheet.freeze_panes == "C2"
        assert sheet.data_validations.dataValidation
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    with ZipFile(book) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist() if "sheet" in name)


def test_review_changes_nothing_when_nobody_filled_it_in(book: Path, data: Path, run: Run) -> None:
    before = {file.name: file.read_bytes() for file in data.glob("*.csv")}
    code, _, err = run("review", str(book), "--data", str(data))
    assert (code, "Nothing changed" in err) == (0, True)
    assert {file.name: file.read_bytes() for file in data.glob("*.csv")} == before


def test_review_is_the_same_when_written_twice(book: Path, data: Path, tmp_path: Path, run: Run) -> None:
    again = tmp_path / "again.xlsx"
    assert run("review", "--data", str(data), "-o", str(again), "--sources", str(data / "sources"))[0] == 0
    assert again.read_bytes() == book.read_bytes()


def test_review_takes_verdicts_and_never_asks_again(book: Path, data: Path, fill: Fill, run: Run) -> None:
    fill("Names", 2, "Verdict", "not a name")  # evil
    fill("Names", 3, "Verdict", "right")  # open-door
    fill("Names", 4, "Verdict", "same as")  # opendoors
    fill("Names", 4, "Same as", "open door")
    code, _, err = run("review", str(book), "--data", str(data), "--by", "PB", "--date", "2026-05-14")
    assert code == 0, err
    entities = read_rows(data, "entities")
    assert {key: (row["status"], row["same_as"]) for key, row in entities.items()} == {
        "evil": ("rejected", ""),
        "farm-watch": ("", ""),
        "open-door": ("agreed", ""),
        "opendoors": ("agreed", "open-door"),
    }
    assert (entities["evil"]["by"], entities["evil"]["date"]) == ("PB", "2026-05-14")
    with (data / "involvements.csv").open(encoding="utf-8", newline="") as file:
        assert [row["entity"] for row in csv.DictReader(file)] == ["evil", "open-door"]
    assert "0 names" in run("review", "--data", str(data), "-o", str(book))[2]


def test_review_takes_a_correction_without_a_verdict(data: Path, fill: Fill, book: Path, run: Run) -> None:
    fill("Parts", 2, "Role", "delivers")
    fill("Parts", 2, "Of", "FW")
    assert run("review", str(book), "--data", str(data))[0] == 0
    with (data / "involvements.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["entity"], row["role"], row["of"], row["status"], row["by"]) for row in csv.DictReader(file)]
    assert ("evil", "delivers", "farm-watch", "agreed", "office") in rows


@pytest.mark.parametrize(
    ("sheet", "heading", "text", "message"),
    [
        ("Names", "Verdict", "perhaps", "Names, row 2, cell A: “perhaps” is none of right, same as"),
        ("Names", "Verdict", "same as", "Names, row 2, cell F: the name that it is the same as is missing"),
        ("Names", "Kind", "company", "cell C: “company” is none of partner, force-unit"),
        ("Parts", "Of", "Nobody", "cell G: “Nobody”: no such name or id is known"),
    ],
)
def test_review_lists_bad_cells_and_changes_nothing(
    sheet: str, heading: str, text: str, message: str, data: Path, book: Path, fill: Fill, run: Run
) -> None:
    fill(sheet, 2, heading, text)
    before = {file.name: file.read_bytes() for file in data.glob("*.csv")}
    code, _, err = run("review", str(book), "--data", str(data))
    assert code == 2
    assert message in err
    assert {file.name: file.read_bytes() for file in data.glob("*.csv")} == before


def test_review_keeps_what_was_changed_meanwhile_and_says_where(data: Path, book: Path, fill: Fill, run: Run) -> None:
    fill("Names", 3, "Kind", "place")
    rows = list(read_rows(data, "entities").values())
    write_rows(data, "entities", [row | {"kind": "system"} if row["id"] == "open-door" else row for row in rows])
    code, _, err = run("review", str(book), "--data", str(data))
    assert (code, read_rows(data, "entities")["open-door"]["kind"]) == (0, "system")
    assert "Names, row 3, kind: “system” in the tables was kept, not “place”" in err


def test_review_takes_an_added_name(data: Path, book: Path, run: Run) -> None:
    opened = load_workbook(book)
    sheet = opened["Names"]
    sheet[find_cell(sheet, 9, "Name")] = "Café Watch"
    sheet[find_cell(sheet, 9, "Kind")] = "programme"
    opened.save(book)
    assert run("review", str(book), "--data", str(data))[0] == 0
    assert read_rows(data, "entities")["cafe-watch"]["status"] == "agreed"


def test_review_as_csv_files_comes_back(data: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "review"
    assert run("review", "--data", str(data), "--format", "csv", "-o", str(folder))[0] == 0
    figures = folder / "figures.csv"
    text = figures.read_bytes().decode("utf-8-sig")
    assert "'-35" in text
    figures.write_bytes(text.replace("\r\n,", "\r\nwrong,", 1).encode())
    code, _, err = run("review", str(folder), "--data", str(data))
    assert code == 0, err
    with (data / "figures.csv").open(encoding="utf-8", newline="") as file:
        assert [(row["value"], row["status"]) for row in csv.DictReader(file)] == [("-35", "rejected"), ("3.10", "")]


def test_review_refuses_another_workbook(data: Path, tmp_path: Path, run: Run) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(b"no workbook")
    code, _, err = run("review", str(other), "--data", str(data))
    assert (code, err.count("\n")) == (2, 1)


def test_review_says_what_is_missing_when_neither_file_nor_output_is_given(data: Path, run: Run) -> None:
    code, _, err = run("review", "--data", str(data))
    assert code == 2
    assert "Error: Say where the review is to be written. For example: --output review.xlsx" in err
