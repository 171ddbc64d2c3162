"""Judgements in the review: outcomes and earlier versions, agreed, rejected, corrected, added and taken back."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.conftest import ROOT, Run

Fill = Callable[..., None]
HELPLINE = ("2021-25/T1.2", "2021-25/T1B")
TOWNS = ("2021-25/T2.1", "2021-25/T2A")
PARISH = ("2024-25/T2.3", "2021-25/T2A")
PARISH_RISK = ("2024-25/T2.3", "2021-25/T1A")
SAME = ("2024-25/T2.2", "2023-24/T2.2")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The made-up force with judgements."""
    return Path(shutil.copytree(ROOT / "tests" / "history", tmp_path / "history"))


@pytest.fixture
def book(data: Path, tmp_path: Path, run: Run) -> Path:
    """A review of its contributions, with candidates for the one deliverable that has none."""
    file = tmp_path / "review.xlsx"
    code, _, err = run("propose", "contributions", "--data", str(data), "--output", str(file))
    assert code == 0, err
    return file


@pytest.fixture
def whole(data: Path, tmp_path: Path, run: Run) -> Path:
    """The review of everything that is open."""
    file = tmp_path / "whole.xlsx"
    code, _, err = run("review", "--data", str(data), "--output", str(file))
    assert (code, "7 contributions, 2 earlier versions." in err) == (0, True), err
    return file


def read_rows(data: Path, table: str = "contributions") -> dict[tuple[str, str], dict[str, str]]:
    key = ("deliverable", "outcome") if table == "contributions" else ("later", "earlier")
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {(row[key[0]], row[key[1]]): row for row in csv.DictReader(file)}


def find_column(sheet: Worksheet, heading: str) -> int:
    return [cell.value for cell in sheet[1]].index(heading) + 1


def find_row(sheet: Worksheet, key: tuple[str, str]) -> int:
    names = ("Deliverable", "Outcome" if sheet.title == "Contributions" else "Earlier one")
    columns = [find_column(sheet, name) for name in names]
    cells = {tuple(sheet.cell(row, column).value for column in columns): row for row in range(2, sheet.max_row + 1)}
    return cells[key]


@pytest.fixture
def fill() -> Fill:
    def fill_cells(book: Path, key: tuple[str, str], sheet: str = "Contributions", **cells: str) -> None:
        opened = load_workbook(book)
        row = find_row(opened[sheet], key)
        for heading, text in cells.items():
            opened[sheet].cell(row, find_column(opened[sheet], heading.replace("_", " "))).value = text
        opened.save(book)

    return fill_cells


def take(data: Path, book: Path, run: Run) -> tuple[int, str]:
    code, _, err = run("review", str(book), "--data", str(data), "--by", "PB", "--date", "2026-05-14")
    return code, err


def test_review_shows_judgements_that_the_office_has_not_agreed(whole: Path) -> None:
    opened = load_workbook(whole)
    assert opened.sheetnames[-3:] == ["Contributions", "Earlier versions", "Outcomes"]
    sheet = opened["Contributions"]
    row = [cell.value for cell in sheet[find_row(sheet, TOWNS)]]
    assert row[1:10] == [
        "2021-25/T2.1",
        "Make a problem-solving plan for every market town",
        "2021-25/T2A",
        "Fewer people suffer from crime in towns",
        "primary",
        "2021-25/T2A.1",
        "Thefts of and from vehicles",
        "medium",
        "Plans for the towns are aimed at the thefts there.",
    ]
    assert row[10] == "proposed, reading-a;reading-b, 2024-10-01"
    assert len(sheet.data_validations.dataValidation) == 3


def test_review_has_no_sheet_of_judgements_where_there_are_none(data: Path, tmp_path: Path, run: Run) -> None:
    for name in ("contributions", "lineage"):
        (data / f"{name}.csv").unlink()
    file = tmp_path / "empty.xlsx"
    assert run("review", "--data", str(data), "--output", str(file))[0] == 0
    assert load_workbook(file).sheetnames[-1] == "Contradictions"


def test_review_takes_agreement_and_rejection_and_asks_no_more(data: Path, whole: Path, fill: Fill, run: Run) -> None:
    fill(whole, HELPLINE, Verdict="agree")
    fill(whole, TOWNS, Verdict="reject")
    fill(whole, SAME, "Earlier versions", Verdict="agree")
    before = read_rows(data)
    code, err = take(data, whole, run)
    assert code == 0, err
    signed = {"by": "PB", "date": "2026-05-14"}
    assert read_rows(data) == before | {
        HELPLINE: {**before[HELPLINE], **signed, "status": "agreed"},
        TOWNS: {**before[TOWNS], **signed, "status": "rejected"},
    }
    assert read_rows(data, "lineage")[SAME]["status"] == "agreed"
    assert "5 contributions, 1 earlier versions" in run("review", "--data", str(data), "--output", str(whole))[2]


def test_review_takes_an_agreed_candidate_and_leaves_the_others_alone(
    data: Path, book: Path, fill: Fill, run: Run
) -> None:
    before = read_rows(data)
    fill(book, PARISH, Verdict="agree")
    code, err = take(data, book, run)
    assert (code, "1 change" in err, "8 rows are still open" in err) == (0, True, True), err
    assert read_rows(data) == before | {
        PARISH: {
            "deliverable": "2024-25/T2.3",
            "outcome": "2021-25/T2A",
            "rank": "primary",
            "measures": "",
            "confidence": "low",
            "rationale": "Nothing but the theme speaks for it.",
            "by": "PB",
            "date": "2026-05-14",
            "status": "agreed",
        }
    }
    assert "Nothing changed" in take(data, book, run)[1]


def test_review_keeps_a_rejected_candidate_so_that_it_is_never_proposed_again(
    data: Path, book: Path, fill: Fill, run: Run
) -> None:
    fill(book, PARISH, Verdict="reject", Rationale="A parish is no town.")
    assert take(data, book, run)[0] == 0
    row = read_rows(data)[PARISH]
    assert (row["status"], row["rationale"]) == ("rejected", "A parish is no town.")
    _, out, _ = run("propose", "contributions", "--everything", "--data", str(data), "--format", "csv")
    found = [(row["deliverable"], row["outcome"]) for row in csv.DictReader(out.splitlines())]
    assert PARISH not in found
    assert PARISH_RISK in found


def test_review_changes_nothing_when_no_candidate_was_judged(data: Path, book: Path, run: Run) -> None:
    before = (data / "contributions.csv").read_bytes()
    code, err = take(data, book, run)
    assert (code, "Nothing changed" in err) == (0, True)
    assert (data / "contributions.csv").read_bytes() == before


def test_review_takes_a_corrected_candidate_without_a_verdict(data: Path, book: Path, fill: Fill, run: Run) -> None:
    fill(book, PARISH, Measures="T2A.2; t2a.10", Rationale="A watch is for the towns around.")
    assert take(data, book, run)[0] == 0
    row = read_rows(data)[PARISH]
    assert (row["measures"], row["status"]) == ("2021-25/T2A.2;2021-25/T2A.10", "agreed")


def test_review_moves_a_row_of_which_the_outcome_was_changed(data: Path, whole: Path, fill: Fill, run: Run) -> None:
    fill(whole, HELPLINE, Outcome="T1A")
    code, err = take(data, whole, run)
    assert code == 0, err
    rows = read_rows(data)
    assert HELPLINE not in rows
    moved = rows["2021-25/T1.2", "2021-25/T1A"]
    assert (moved["rank"], moved["status"], moved["by"]) == ("primary", "agreed", "PB")
    assert "Nothing changed" in take(data, whole, run)[1], "taken twice, it says the same"


def test_review_moves_an_earlier_version(data: Path, whole: Path, fill: Fill, run: Run) -> None:
    fill(whole, SAME, "Earlier versions", Earlier_one="2023-24/T2.3", What_it_does="rewords")
    assert take(data, whole, run)[0] == 0
    rows = read_rows(data, "lineage")
    assert SAME not in rows
    assert rows["2024-25/T2.2", "2023-24/T2.3"]["relation"] == "rewords"


def test_review_keeps_a_row_that_was_changed_meanwhile_beside_the_moved_one(
    data: Path, whole: Path, fill: Fill, run: Run
) -> None:
    table = data / "contributions.csv"
    text = table.read_text(encoding="utf-8").replace("1B,primary,,high,A helpline", "1B,secondary,,low,A helpline")
    table.write_text(text, encoding="utf-8")
    fill(whole, HELPLINE, Outcome="T1A")
    code, err = take(data, whole, run)
    assert code == 0, err
    assert "2021-25/T1.2 / 2021-25/T1B was changed in the tables meanwhile and stays, beside what you wrote." in err
    assert HELPLINE in read_rows(data)


def test_review_takes_a_copied_row_with_another_outcome(data: Path, whole: Path, run: Run) -> None:
    opened = load_workbook(whole)
    sheet = opened["Contributions"]
    first, last = find_row(sheet, HELPLINE), sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        sheet.cell(last, column).value = sheet.cell(first, column).value
    sheet.cell(
        first, find_column(sheet, "Outcome")
    ).value = "T1A"  # of the two, the one that was not changed is the row
    sheet.cell(first, find_column(sheet, "Rank")).value = "secondary"
    opened.save(whole)
    before = read_rows(data)
    code, err = take(data, whole, run)
    assert code == 0, err
    rows = read_rows(data)
    assert rows[HELPLINE] == before[HELPLINE]
    assert rows["2021-25/T1.2", "2021-25/T1A"]["status"] == "agreed"


def test_review_takes_an_added_judgement(data: Path, whole: Path, run: Run) -> None:
    opened = load_workbook(whole)
    sheet = opened["Contributions"]
    row = sheet.max_row + 1
    cells = {"Deliverable": "2024-25/t2.3", "Outcome": "t1a", "Rank": "Primary", "Rationale": "Farms are at risk."}
    for heading, text in cells.items():
        sheet.cell(row, find_column(sheet, heading)).value = text
    opened.save(whole)
    code, err = take(data, whole, run)
    assert code == 0, err
    assert read_rows(data)[PARISH_RISK]["status"] == "agreed"


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"Verdict": "yes"}, "cell A: “yes” is none of agree, reject"),
        ({"Outcome": "T2Z"}, "cell D: “T2Z”: in no row of outcomes.csv, did you mean T2A"),
        ({"Outcome": ""}, "cell D: empty, a value is required"),
        (
            {"Measures": "2021-25/T2A.99"},
            "cell G: “2021-25/T2A.99”: in no row of measures.csv, did you mean 2021-25/T2A",
        ),
        ({"Measures": "T1A.2"}, "cell G: “2021-25/T1A.2” is a measure of 2021-25/T1A, not of 2021-25/T2A"),
        ({"Outcome": "T1B"}, "cell G: “2021-25/T2A.1” is a measure of 2021-25/T2A, not of 2021-25/T1B"),
        ({"Rank": "main"}, "cell F: “main” is none of primary, secondary"),
        ({"Rationale": ""}, "cell J: empty, a value is required"),
        ({"Rationale": "Ask a@b.gov.uk"}, "cell J: no e-mail address or telephone number goes into the tables"),
        ({"Outcome": "T1A", "Verdict": "reject"}, "cell D: to reject the row, leave “2021-25/T2A” as it was"),
    ],
)
def test_review_names_the_cell_of_a_judgement_that_may_not_stand(
    cells: dict[str, str], message: str, data: Path, whole: Path, fill: Fill, run: Run
) -> None:
    fill(whole, TOWNS, **cells)
    before = (data / "contributions.csv").read_bytes()
    code, err = take(data, whole, run)
    assert code == 2
    assert message in err
    assert (data / "contributions.csv").read_bytes() == before


def test_review_names_both_cells_of_two_primary_outcomes(data: Path, book: Path, fill: Fill, run: Run) -> None:
    fill(book, PARISH, Verdict="agree")
    fill(book, PARISH_RISK, Verdict="agree", Rank="primary")
    code, err = take(data, book, run)
    sheet = load_workbook(book)["Contributions"]
    first, second = find_row(sheet, PARISH_RISK), find_row(sheet, PARISH)  # in the order of the tables
    assert code == 2
    assert (
        f"Contributions, row {second}, cell F: “2024-25/T2.3” has its primary outcome in "
        f"Contributions, row {first}, cell F already" in err
    ), err
    assert "contributions.csv" not in err


def test_review_names_both_cells_when_one_of_two_primary_outcomes_was_not_touched(
    data: Path, whole: Path, fill: Fill, run: Run
) -> None:
    opened = load_workbook(whole)
    sheet = opened["Contributions"]
    row = sheet.max_row + 1
    cells = {"Deliverable": "2021-25/T1.2", "Outcome": "2021-25/T1A", "Rank": "primary", "Rationale": "So."}
    for heading, text in cells.items():
        sheet.cell(row, find_column(sheet, heading)).value = text
    opened.save(whole)
    code, err = take(data, whole, run)
    place = f"Contributions, row {find_row(sheet, HELPLINE)}, cell F"
    assert code == 2
    assert f"{place}: “2021-25/T1.2” has its primary outcome in Contributions, row {row}, cell F already" in err
    assert "contributions.csv" not in err


@pytest.mark.parametrize(("agreed", "asked"), [("2021-25/T1B", PARISH), (PARISH[1], PARISH_RISK)])
def test_review_names_the_cell_and_the_tables_row_when_only_one_primary_outcome_is_in_the_review(
    agreed: str, asked: tuple[str, str], data: Path, tmp_path: Path, fill: Fill, run: Run
) -> None:
    table = data / "contributions.csv"
    rows = [line for line in table.read_text(encoding="utf-8").splitlines() if "2024-25/T2.3" not in line]
    known = f"2024-25/T2.3,{agreed},primary,,low,So.,PB,2026-05-14,agreed"
    table.write_text("\n".join([*rows, known, ""]), encoding="utf-8")
    book = tmp_path / "review.xlsx"
    assert run("propose", "contributions", "--everything", "--data", str(data), "-o", str(book))[0] == 0
    fill(book, asked, Verdict="agree", Rank="primary")
    code, err = take(data, book, run)
    place = f"Contributions, row {find_row(load_workbook(book)['Contributions'], asked)}, cell F"
    assert code == 2
    assert (
        f"{place}: “2024-25/T2.3” has its primary outcome in "
        f"contributions.csv, 2024-25/T2.3 / {agreed}, rank already" in err
    ), err


def test_review_refuses_an_outcome_that_another_row_has(data: Path, whole: Path, fill: Fill, run: Run) -> None:
    fill(whole, ("2023-24/T2.2", "2021-25/T1A"), Outcome="T2A")
    code, err = take(data, whole, run)
    assert code == 2
    assert "2023-24/T2.2 / 2021-25/T2A is known already; correct it in its own row" in err


def test_review_lists_the_deliverables_that_a_code_may_mean(data: Path, whole: Path, fill: Fill, run: Run) -> None:
    fill(whole, SAME, "Earlier versions", Earlier_one="T2.1")
    code, err = take(data, whole, run)
    assert code == 2
    assert "“T2.1”: several are: 2021-25/T2.1, 2023-24/T2.1, 2024-25/T2.1" in err


def test_review_leaves_a_candidate_alone_when_its_row_as_written_is_damaged(
    data: Path, book: Path, fill: Fill, run: Run
) -> None:
    before = read_rows(data)
    fill(book, PARISH, **{"As_written_(leave)": "null"})
    assert take(data, book, run)[0] == 0
    assert read_rows(data) == before
    fill(book, PARISH, Verdict="agree")
    assert take(data, book, run)[0] == 0
    assert read_rows(data)[PARISH]["status"] == "agreed"


def test_review_of_judgements_as_csv_comes_back(data: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "review"
    assert run("review", "--data", str(data), "--format", "csv", "-o", str(folder))[0] == 0
    file = folder / "earlier versions.csv"
    text = file.read_bytes().decode("utf-8-sig")
    file.write_bytes(text.replace("\r\n,2024-25/T2.2", "\r\nagree,2024-25/T2.2").encode())
    assert take(data, folder, run)[0] == 0
    assert read_rows(data, "lineage")[SAME]["status"] == "agreed"


def test_review_of_everything_shows_rejected_judgements_and_takes_another_verdict(
    data: Path, tmp_path: Path, fill: Fill, run: Run
) -> None:
    file = tmp_path / "all.xlsx"
    assert run("review", "--all", "--data", str(data), "-o", str(file))[0] == 0
    rejected = ("2021-25/T2.1", "2021-25/T1A")
    fill(file, rejected, Verdict="agree")
    assert take(data, file, run)[0] == 0
    assert read_rows(data)[rejected]["status"] == "agreed"
