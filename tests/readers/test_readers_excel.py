"""Excel workbooks: each cell as it is shown, each row by sheet and row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pcgraph.documents import read_document
from pcgraph.documents.excel_cells import to_cell_text
from pcgraph.errors import DocumentError


def open_sheet(title: str = "Tracker") -> tuple[Workbook, Worksheet]:
    workbook = Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    return workbook, sheet


def read(workbook: Workbook, folder: Path) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    file = folder / "tracker.xlsx"
    workbook.save(file)
    document = read_document(file)
    return [(line.place, line.text) for line in document.lines if not line.is_blank], document.notes


def test_title_lines_header_and_rows_are_read_as_shown(tmp_path: Path) -> None:
    workbook, sheet = open_sheet()
    sheet["A1"] = "Delivery tracker 2020-21"
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(["Theme 1", None, "Progress", None])
    sheet.merge_cells("A3:B3")
    sheet.append(["Ref", "Action", "Due", "Done"])
    sheet.append([3.1, "Line one\nline two", dt.date(2020, 3, 28), True])
    sheet.append([3.1, "Call", dt.datetime(2020, 3, 28, 14, 30), "#REF!"])
    sheet["A5"].number_format = "0.00"
    sheet.append(["It began.\nIt goes on."])
    sheet.merge_cells("A7:D7")
    lines, notes = read(workbook, tmp_path)
    assert lines == [
        ("t1r1", "Delivery tracker 2020-21"),
        ("t1r3", "Theme 1\t\tProgress\t"),
        ("t1r4", "Ref\tAction\tDue\tDone"),
        ("t1r5", "3.10\tLine one line two\t2020-03-28\tTRUE"),
        ("t1r6", "3.1\tCall\t2020-03-28 14:30\t#REF!"),
        ("t1r7", "It began."),
        ("t1r7p2", "It goes on."),
    ]
    assert notes == ()


def test_several_sheets_are_read_and_hidden_ones_said(tmp_path: Path) -> None:
    workbook, sheet = open_sheet("Theme 1")
    sheet.append(["a", "b"])
    sheet.row_dimensions[1].hidden = True
    hidden = workbook.create_sheet("Lists")
    hidden.append(["G"])
    hidden.sheet_state = "hidden"
    workbook.create_sheet("Theme 2").append([None, "b2"])
    lines, notes = read(workbook, tmp_path)
    assert lines == [("t1r1", "a\tb"), ("t3r1", "\tb2")]
    assert notes == ("The sheet “Lists” is hidden and was not read.",)


def test_formulas_without_saved_values_are_said(tmp_path: Path) -> None:
    workbook, sheet = open_sheet()
    sheet.append(["x", "=1+1", "=A1"])
    lines, notes = read(workbook, tmp_path)
    assert lines == [("t1r1", "x")]
    assert notes == ("2 formula(s) in the sheet “Tracker” have no saved value: they read as empty.",)


def test_a_workbook_of_hidden_sheets_or_none_filled_is_refused(tmp_path: Path) -> None:
    workbook, _ = open_sheet()
    with pytest.raises(DocumentError, match=r"holds no filled cell\.$"):
        read(workbook, tmp_path)
    workbook.create_sheet("Old").append(["x"])
    workbook["Old"].sheet_state = "hidden"
    with pytest.raises(DocumentError, match="its hidden sheets are not read"):
        read(workbook, tmp_path)


def test_more_columns_than_any_tracker_has_are_refused_not_cut(tmp_path: Path) -> None:
    workbook, sheet = open_sheet()
    sheet.cell(1, 101, "x")
    with pytest.raises(DocumentError, match="has more than 100 columns"):
        read(workbook, tmp_path)


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (3.1, "General", "3.1"),
        (3.1, "0.00", "3.10"),
        (7, "000", "007"),
        (2.5, "0", "3"),
        (-5.5, "#,##0;(#,##0)", "-6"),
        (12500.5, '"£"#,##0.00', "£12,500.50"),
        (1234.5, "[$€-2] #,##0.0", "€ 1,234.5"),
        (0.745, "0.0%", "74.5%"),
        (12, '0" hours"', "12 hours"),
        (0.1 + 0.2, "General", "0.3"),
        (1000000.0, "General", "1000000"),
        (3.1, "0.0##", "3.1"),
        (1.5, "0.00E+00", "1.5"),
        (float("inf"), "0", "inf"),
        (1e20, "0.00", "1e+20"),
        (dt.time(9, 5), "hh:mm", "09:05:00"),
        (False, "General", "FALSE"),
    ],
)
def test_number_is_shown_by_its_format(value: object, form: str, shown: str) -> None:
    assert to_cell_text(value, form) == shown
