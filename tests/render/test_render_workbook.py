"""Records as a workbook: typed cells, no formulas, no clock."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from pcgraph.errors import CallError
from pcgraph.render import render_records
from pcgraph.render.records import Records
from tests.render.samples import WORKED, make_hostile_records


def write_book(records: Records) -> Workbook:
    content = render_records(records, "xlsx", width=None, color=False)
    assert isinstance(content, bytes)
    return load_workbook(io.BytesIO(content))


def test_xlsx_keeps_types_when_values_are_mixed() -> None:
    sheet = write_book(WORKED).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Code", "Wording", "Actions", "Done"],
        ["T3.3", "Knife crime, rural", 3, True],
        ["T3.10", None, 12, False],
        ["T3.2", 'Say "café"', -4, None],
    ]


def test_xlsx_has_bold_frozen_filtered_header_when_written() -> None:
    sheet = write_book(WORKED).worksheets[0]
    assert sheet.title == "Who leads what"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D4"
    assert sheet["A1"].font.bold


def test_xlsx_says_title_and_note_when_they_are_given() -> None:
    rows = [[cell.value for cell in row] for row in write_book(WORKED)["About"].iter_rows()]
    assert rows == [["Title", "Who leads what?"], ["Note", "Read so far: two documents."], ["Rows", 3]]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "#N/A", "3.10", "2018-21", '=HYPERLINK("http://x")'])
def test_xlsx_keeps_text_as_text_when_it_looks_like_something_else(text: str) -> None:
    cell = write_book(Records("", (("a", "A"),), ((text,),))).worksheets[0]["A2"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix is (text[0] in "=+-@")


def test_xlsx_drops_control_characters_when_text_holds_them() -> None:
    sheet = write_book(Records("a\x00b", (("k", "H\x07"),), (("x\x0by\x1b[1m",),))).worksheets[0]
    assert (sheet.title, sheet["A1"].value, sheet["A2"].value) == ("ab", "H", "xy[1m")


def test_xlsx_writes_a_number_as_text_when_excel_would_round_it() -> None:
    sheet = write_book(Records("", (("a", "A"),), ((10**17 + 1,), (float("nan"),)))).worksheets[0]
    assert (sheet["A2"].value, sheet["A3"].value) == ("100000000000000001", "nan")


def test_xlsx_says_that_text_was_cut_when_it_is_too_long_for_a_cell() -> None:
    value = write_book(Records("", (("a", "A"),), (("x" * 40_000,),))).worksheets[0]["A2"].value
    assert isinstance(value, str)
    assert len(value) == 32_767
    assert value.endswith("[cut: a cell of Excel holds 32,767 characters]")


def test_xlsx_opens_when_all_text_is_hostile() -> None:
    assert write_book(make_hostile_records()).worksheets[0].max_row == 10


@pytest.mark.parametrize("title", ["", "History", "[]:*?/\\", "About"])
def test_xlsx_names_the_sheet_table_when_excel_would_refuse_the_title(title: str) -> None:
    assert write_book(Records(title, (("a", "A"),), ())).sheetnames == ["Table", "About"]


def test_xlsx_holds_no_clock_when_written() -> None:
    content = render_records(WORKED, "xlsx", width=None, color=False)
    assert isinstance(content, bytes)
    with ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        properties = archive.read("docProps/core.xml").decode()
    assert properties.count("2000-01-01T00:00:00Z") == 2


def test_xlsx_refuses_when_there_are_more_rows_than_a_sheet_holds() -> None:
    rows = ((1,),) * 1_048_576
    with pytest.raises(CallError) as caught:
        render_records(Records("", (("a", "A"),), rows), "xlsx", width=None, color=False)
    assert caught.value.message == "Excel holds 1,048,575 rows below the heading; here are 1,048,576."
