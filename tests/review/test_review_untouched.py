"""What nobody touched is not taken, whatever blanks and line ends a cell holds; what was judged is, as it was."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import Run
from tests.review.conftest import ENTITIES, FIGURES, INVOLVEMENTS, write_rows
from tests.review.test_review_judgements import HELPLINE, find_column, find_row, read_rows

ODD = {
    "CR LF": "A helpline\r\nhelps.",
    "LF": "A helpline\nhelps.",
    "blanks at the end": "A helpline helps.  \t",
    "no-break space": "A\u00a0helpline\u2007helps.",
    "line separator": "A helpline\u2028helps.\u2029",
    "next line": "A helpline\u0085helps.",
    "a code of Excel's": "A helpline _x000D_ helps.",
    "empty line": "\r\n\r\nA helpline\r\n\r\nhelps.\r\n",
    "formula": "=A helpline\r\nhelps.",
}


@pytest.fixture(params=ODD.values(), ids=list(ODD))
def odd(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["xlsx", "csv"])
def review(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """Where a review goes, and its format."""
    return (tmp_path / ("review.xlsx" if request.param == "xlsx" else "review"), str(request.param))


def read_all(data: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in data.glob("*.csv")}


def write_odd_judgements(data: Path, text: str) -> None:
    """The judgements with other words in the rationale of the helpline's."""
    rows = list(read_rows(data).values())
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(
        row | ({"rationale": text} if (row["deliverable"], row["outcome"]) == HELPLINE else {}) for row in rows
    )
    (data / "contributions.csv").write_bytes(file.getvalue().encode())


@pytest.mark.parametrize("odd", [*ODD.values(), "A helpline\rhelps."], ids=[*ODD, "CR"])
def test_review_that_nobody_touched_changes_no_judgement_of_odd_blanks(
    history: Path, odd: str, review: tuple[Path, str], run: Run
) -> None:
    write_odd_judgements(history, odd)
    before = read_all(history)
    assert run("review", "--data", history, "-o", review[0], "--format", review[1])[0] == 0
    code, _, err = run("review", review[0], "--data", history, "--by", "PB")
    assert (code, "Nothing changed" in err, "Conflict" in err) == (0, True, False), err
    assert read_all(history) == before


def test_review_keeps_odd_blanks_of_what_was_agreed_to(history: Path, odd: str, tmp_path: Path, run: Run) -> None:
    write_odd_judgements(history, odd)
    before = read_rows(history)
    book = tmp_path / "review.xlsx"
    assert run("review", "--data", history, "-o", book)[0] == 0
    opened = load_workbook(book)
    opened["Contributions"].cell(find_row(opened["Contributions"], HELPLINE), 1).value = "agree"
    opened.save(book)
    assert run("review", book, "--data", history, "--by", "PB", "--date", "2026-05-14")[0] == 0
    signed = {"by": "PB", "date": "2026-05-14", "status": "agreed"}
    assert read_rows(history) == before | {HELPLINE: before[HELPLINE] | signed}


def test_review_takes_verdicts_on_names_parts_and_figures_of_odd_blanks(
    data: Path, odd: str, review: tuple[Path, str], run: Run
) -> None:
    shared = {"document": "t2-2023q2"}
    part = {**shared, "role": "supports", "timing": "current", "rule": "x", "status": "proposed", "by": "rule"}
    write_rows(data, "entities", [{**row, **({"name": odd} if row["id"] == "evil" else {})} for row in ENTITIES])
    write_rows(data, "involvements", [{**part, **row, "surface": odd} for row in INVOLVEMENTS])
    write_rows(data, "figures", [{**shared, **row, "what": odd + row["what"]} for row in FIGURES])
    before = read_all(data)
    place, output_format = review
    code, _, err = run("review", "--data", data, "-o", place, "--format", output_format)
    assert code == 0, err
    code, _, err = run("review", place, "--data", data, "--by", "PB")
    assert (code, "Nothing changed" in err, "Conflict" in err) == (0, True, False), err
    assert read_all(data) == before
    if output_format == "xlsx":
        opened = load_workbook(place)
        for name in ("Names", "Parts", "Figures"):
            opened[name].cell(2, find_column(opened[name], "Verdict")).value = "right"
        opened.save(place)
        code, _, err = run("review", place, "--data", data, "--by", "PB")
        assert (code, "Conflict" in err) == (0, False), err
        for table in ("entities", "involvements", "figures"):
            assert (data / f"{table}.csv").read_bytes().count(b"agreed") == 1
