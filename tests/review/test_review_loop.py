"""A review is written, filled in as a person does in Excel, and taken back."""

from __future__ import annotations

import csv
import datetime as dt
import json
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
    assert "open-door (0.89): “Open Doors” is spelt almost like “Open Door”." in rows["Open Doors"]
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
        ("Names", "Verdict", "same as", "Names, row 2, cell D: the name that it is the same as is missing"),
        ("Names", "Kind", "company", "cell C: “company” is none of partner, force-unit"),
        ("Parts", "Of", "Nobody", "cell E: “Nobody”: no such name or id is known"),
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
    assert "Names, row 3, cell C: “system” in the tables was kept, not “place”" in err


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


def read_table(data: Path, table: str) -> list[dict[str, str]]:
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def add_row(book: Path, sheet: str, cells: dict[str, str], *, copied: int = 0) -> None:
    """A row below the last: a copy of another where one is named, with these cells written over."""
    opened = load_workbook(book)
    page = opened[sheet]
    number = page.max_row + 1
    for column in range(1, page.max_column + 1):
        page.cell(number, column).value = page.cell(copied, column).value if copied else None
    for heading, text in cells.items():
        page[find_cell(page, number, heading)] = text
    opened.save(book)


def test_review_asks_nothing_of_the_parts_of_what_is_no_name(data: Path, book: Path, fill: Fill, run: Run) -> None:
    fill("Names", 2, "Verdict", "not a name")  # evil
    assert run("review", str(book), "--data", str(data))[0] == 0
    assert "2 names, 1 parts" in run("review", "--data", str(data), "-o", str(book))[2]


def test_review_keeps_the_printed_name_of_a_corrected_one(data: Path, book: Path, fill: Fill, run: Run) -> None:
    fill("Names", 3, "Name", "The Open Door Trust")
    fill("Names", 3, "Other spellings", "Opendoor; OD Trust")
    assert run("review", str(book), "--data", str(data))[0] == 0
    row = read_rows(data, "entities")["open-door"]
    assert (row["name"], row["aliases"]) == ("The Open Door Trust", "Opendoor;OD Trust;Open Door")


def test_review_takes_what_excel_makes_of_cells(data: Path, book: Path, run: Run) -> None:
    opened = load_workbook(book)
    page = opened["Figures"]
    page[find_cell(page, 3, "Value")] = 3.1  # was 3.10
    page[find_cell(page, 3, "Line")] = 22
    page[find_cell(page, 3, "Verdict")] = "Right "
    names = opened["Names"]
    names[find_cell(names, 3, "Kind")] = "Partner"
    names[find_cell(names, 3, "Note")] = dt.datetime(2026, 5, 14)
    opened.save(book)
    code, _, err = run("review", str(book), "--data", str(data))
    assert (code, "Conflict" in err) == (0, False), err
    assert [(row["value"], row["status"]) for row in read_table(data, "figures")] == [("-35", ""), ("3.10", "agreed")]
    row = read_rows(data, "entities")["open-door"]
    assert (row["kind"], row["note"]) == ("partner", "2026-05-14")


def test_review_says_what_it_does_not_take_when_a_cell_of_the_papers_was_changed(
    data: Path, book: Path, fill: Fill, run: Run
) -> None:
    fill("Figures", 2, "Value", "36")
    fill("Figures", 2, "Verdict", "right")
    code, _, err = run("review", str(book), "--data", str(data))
    assert code == 0
    assert "Conflict in Figures, row 2, cell C: “36” was not taken, “-35” stays" in err
    assert [row["status"] for row in read_table(data, "figures")] == ["", ""]


def test_review_takes_a_row_copied_from_another(data: Path, book: Path, run: Run) -> None:
    add_row(book, "Names", {"Name": "Open Gate"}, copied=3)
    add_row(book, "Figures", {"Value": "36"}, copied=2)
    assert run("review", str(book), "--data", str(data))[0] == 0
    entities = read_rows(data, "entities")
    assert (entities["open-door"]["name"], entities["open-door"]["status"]) == ("Open Door", "proposed")
    assert (entities["open-gate"]["name"], entities["open-gate"]["score"]) == ("Open Gate", "")
    assert [(row["value"], row["status"]) for row in read_table(data, "figures")] == [
        ("-35", ""),
        ("36", "agreed"),
        ("3.10", ""),
    ]


def test_review_takes_a_name_that_is_the_same_as_an_added_one(data: Path, book: Path, fill: Fill, run: Run) -> None:
    add_row(book, "Names", {"Name": "Open Doors UK", "Kind": "partner"})
    fill("Names", 4, "Verdict", "same as")
    fill("Names", 4, "Same as", "open doors uk")
    for _ in range(2):  # taken twice, it says the same
        code, _, err = run("review", str(book), "--data", str(data))
        assert code == 0, err
        assert [row["entity"] for row in read_table(data, "involvements")] == ["evil", "open-doors-uk"]
    assert "Nothing changed" in err


def test_review_takes_an_added_part_by_its_name(data: Path, book: Path, run: Run) -> None:
    add_row(book, "Parts", {"Name": "FW", "Role": "leads", "As printed": "Farm watch"}, copied=2)
    assert run("review", str(book), "--data", str(data))[0] == 0
    rows = [(row["entity"], row["role"], row["rule"], row["status"]) for row in read_table(data, "involvements")]
    assert ("farm-watch", "leads", "", "agreed") in rows


@pytest.mark.parametrize(
    ("sheet", "cells", "message"),
    [
        ("Names", {"Name": "Nameless"}, "Names, row 5, cell C: empty, a value is required"),
        ("Names", {"Name": "Farm Watch", "Kind": "place"}, "Names, row 5: farm-watch is known already"),
        ("Parts", {"Name": "FW", "In": "T9.9"}, "Parts, row 4, cell H: “T9.9” is in no row of"),
        ("Names", {"Name": "A", "Kind": "post", "Note": "a@b.gov.uk"}, "cell I: no e-mail address or telephone number"),
    ],
)
def test_review_names_the_cell_when_an_added_row_does_not_fit(
    sheet: str, cells: dict[str, str], message: str, data: Path, book: Path, run: Run
) -> None:
    add_row(book, sheet, cells)
    code, _, err = run("review", str(book), "--data", str(data))
    assert code == 2
    assert message in err


def test_review_refuses_a_name_that_is_the_same_as_what_is_no_name(
    data: Path, book: Path, fill: Fill, run: Run
) -> None:
    fill("Names", 3, "Verdict", "not a name")
    fill("Names", 4, "Verdict", "same as")
    fill("Names", 4, "Same as", "Open Door")
    code, _, err = run("review", str(book), "--data", str(data))
    assert code == 2
    assert "Names, row 4, cell D: “open-door” is judged no name" in err


def test_review_refuses_a_day_in_another_form_once(data: Path, book: Path, fill: Fill, run: Run) -> None:
    opened = load_workbook(book)
    date = next(row[1] for row in opened["Read me"].iter_rows() if row[0].value == "Date")
    date.value = "14/05/2026"
    opened.save(book)
    fill("Names", 3, "Verdict", "right")
    code, _, err = run("review", str(book), "--data", str(data))
    assert (code, err.count("\n")) == (2, 2)
    assert "Read me, Date: “14/05/2026” is no day; write it as in 2026-05-14" in err


def test_review_refuses_a_renamed_sheet(data: Path, book: Path, run: Run) -> None:
    opened = load_workbook(book)
    opened["Names"].title = "Namen"
    opened.save(book)
    code, _, err = run("review", str(book), "--data", str(data))
    assert (code, "has a sheet “Namen”" in err) == (2, True)


def test_review_is_not_written_over_verdicts_that_were_not_taken(data: Path, book: Path, fill: Fill, run: Run) -> None:
    fill("Names", 3, "Verdict", "right")
    before = book.read_bytes()
    code, _, err = run("review", "--data", str(data), "-o", str(book))
    assert (code, "holds verdicts that were not taken yet" in err) == (2, True)
    assert book.read_bytes() == before
    assert run("review", str(book), "--data", str(data), "--by", "PB")[0] == 0
    assert run("review", "--data", str(data), "-o", str(book))[0] == 0


def test_review_refuses_an_ending_that_is_no_workbook(data: Path, tmp_path: Path, run: Run) -> None:
    code, _, err = run("review", "--data", str(data), "-o", str(tmp_path / "review.csv"))
    assert (code, "A workbook ends in .xlsx" in err) == (2, True)
    code, _, err = run("review", str(data / "entities.csv"), "--data", str(data))
    assert (code, "a workbook ends in .xlsx or .xlsm. Of a review as CSV, name the folder." in err) == (2, True)


def test_review_of_everything_shows_what_was_judged_and_takes_another_verdict(
    data: Path, book: Path, fill: Fill, run: Run
) -> None:
    fill("Names", 3, "Verdict", "not a name")
    assert run("review", str(book), "--data", str(data), "--by", "PB", "--date", "2026-05-14")[0] == 0
    assert run("review", "--all", "--data", str(data), "-o", str(book))[0] == 0
    names = load_workbook(book)["Names"]
    row = next(cell.row for cell in names["B"] if cell.value == "Open Door")
    assert names[find_cell(names, row, "Judged so far")].value == "rejected, PB, 2026-05-14"
    fill("Names", row, "Verdict", "right")
    assert run("review", str(book), "--data", str(data))[0] == 0
    assert read_rows(data, "entities")["open-door"]["status"] == "agreed"


@pytest.mark.parametrize("record", ["null", "[]", '{"id": "open-d', "[" * 32_000, "", "another's", "forged"])
@pytest.mark.parametrize(("verdict", "status"), [("right", "agreed"), ("not a name", "rejected")])
def test_review_takes_a_verdict_when_the_row_as_written_is_damaged(
    record: str, verdict: str, status: str, data: Path, book: Path, fill: Fill, run: Run
) -> None:
    names = load_workbook(book)["Names"]
    own, other = (str(names[find_cell(names, row, "As written (leave)")].value) for row in (2, 3))
    damaged = {"another's": other, "forged": json.dumps({**json.loads(own), "status": True, "note": ["x"]})}
    fill("Names", 2, "As written (leave)", damaged.get(record, record))
    fill("Names", 2, "Verdict", verdict)
    before = read_rows(data, "entities")
    code, _, err = run("review", str(book), "--data", str(data), "--by", "PB", "--date", "2026-05-14")
    assert code == 0, err
    judged = {**before["evil"], "status": status, "by": "PB", "date": "2026-05-14"}
    assert read_rows(data, "entities") == {**before, "evil": judged}
    assert "Nothing changed" in run("review", str(book), "--data", str(data), "--by", "XY")[2]


def test_review_takes_the_verdict_on_a_part_when_its_row_as_written_is_damaged_and_its_name_joined(
    data: Path, book: Path, fill: Fill, run: Run
) -> None:
    parts = load_workbook(book)["Parts"]
    row = next(cell.row for cell in parts["B"] if cell.value == "Open Doors")
    fill("Names", 4, "Verdict", "same as")
    fill("Names", 4, "Same as", "Open Door")
    fill("Parts", row, "As written (leave)", "null")
    fill("Parts", row, "Verdict", "wrong")
    code, _, err = run("review", str(book), "--data", str(data))
    assert code == 0, err
    rows = [(row["entity"], row["status"]) for row in read_table(data, "involvements")]
    assert rows == [("evil", "proposed"), ("open-door", "rejected")]


def test_review_says_that_a_name_written_over_in_a_part_is_not_taken(
    data: Path, book: Path, fill: Fill, run: Run
) -> None:
    before = read_table(data, "involvements")
    fill("Parts", 2, "Name", "Farm Watch")
    fill("Parts", 2, "Verdict", "right")
    code, _, err = run("review", str(book), "--data", str(data))
    assert code == 0
    assert "Conflict in Parts, row 2, cell B: “Farm Watch” was not taken" in err
    assert read_table(data, "involvements") == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "review.xlsx is empty."),
        (b"Verdict,Name\r\nright,A\r\n", "is not an Excel workbook as its ending says: it is text."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is protected by a password."),
    ],
)
def test_review_says_what_the_file_is_when_it_is_no_workbook(
    content: bytes, message: str, data: Path, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "review.xlsx"
    file.write_bytes(content)
    code, _, err = run("review", str(file), "--data", str(data))
    assert (code, message in err) == (2, True), err
