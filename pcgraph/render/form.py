"""A form in a workbook: sheets of rows with cells that a person fills in, drop-downs, and a hidden record."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pcgraph.render.delimited import guard_formula
from pcgraph.render.workbook import FIXED_DATE, make_cell, make_heading, remove_clock

_OPEN_FILL = PatternFill("solid", fgColor="FFF8DC")
_FILLED = DifferentialStyle(fill=PatternFill("solid", bgColor="DCEFD9"))
_SPARE_ROWS = 200
"""Rows below the last that have the drop-downs too, for what a person adds."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column of a form's sheet.

    Attributes:
        heading: In the first row.
        width: In characters.
        choices: The drop-down's values, or none.
        is_open: Whether a person is to fill it in: its cells are coloured.
        is_hidden: Whether it is for the program alone.
    """

    heading: str
    width: int
    choices: tuple[str, ...] = ()
    is_open: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class FormSheet:
    """One sheet: its name on the tab, its columns, its rows of text."""

    name: str
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form: an opening page of names and texts (an empty one is to be filled in), then the sheets."""

    title: str
    about: tuple[tuple[str, str], ...]
    sheets: tuple[FormSheet, ...]


def render_form_files(form: Form) -> dict[str, bytes]:
    """A form as CSV files for those without Excel: a file's name and content for each sheet."""
    return {f"{sheet.name.lower()}.csv": _to_csv(sheet) for sheet in form.sheets}


def _to_csv(sheet: FormSheet) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.heading for column in sheet.columns])
    writer.writerows(
        [cell if column.is_hidden else guard_formula(cell) for cell, column in zip(row, sheet.columns, strict=True)]
        for row in sheet.rows
    )
    return text.getvalue().encode("utf-8-sig")


def render_form(form: Form) -> bytes:
    """A form as the bytes of a workbook, the same for the same form; no cell is a formula.

    Args:
        form: Its pages; the first column of each sheet is the one that colours a filled row.
    """
    book = Workbook()
    book.properties.creator = "pcgraph"
    book.properties.title = form.title
    book.properties.created = FIXED_DATE
    book.remove(book.worksheets[0])
    _write_about(book.create_sheet("Read me"), form)
    for sheet in form.sheets:
        _write_sheet(book.create_sheet(sheet.name), sheet)
    file = io.BytesIO()
    book.save(file)
    return remove_clock(file.getvalue())


def _write_about(page: Worksheet, form: Form) -> None:
    page.column_dimensions["A"].width = 18
    page.column_dimensions["B"].width = 100
    for name, text in form.about:
        cell = make_cell(page, text)
        if not text:
            cell.fill = _OPEN_FILL
        page.append([make_heading(page, name), cell])


def _write_sheet(page: Worksheet, sheet: FormSheet) -> None:
    for index, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(index)
        page.column_dimensions[letter].width = column.width
        page.column_dimensions[letter].hidden = column.is_hidden
        _add_choices(page, f"{letter}2:{letter}{len(sheet.rows) + 1 + _SPARE_ROWS}", column)
    page.append([make_heading(page, column.heading) for column in sheet.columns])
    for row in sheet.rows:
        page.append([_make_form_cell(page, text, column) for text, column in zip(row, sheet.columns, strict=True)])
    page.freeze_panes = "C2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToHeight = 0  # as wide as a page, as many pages as it takes
    shown = sum(not column.is_hidden for column in sheet.columns)
    page.auto_filter.ref = f"A1:{get_column_letter(shown)}{len(sheet.rows) + 1}"
    if sheet.rows:
        area = f"A2:{get_column_letter(shown)}{len(sheet.rows) + 1}"
        page.conditional_formatting.add(area, Rule(type="expression", formula=['$A2<>""'], dxf=_FILLED))


def _make_form_cell(page: Worksheet, text: str, column: FormColumn) -> Cell:
    cell = make_cell(page, text)
    cell.number_format = "@"  # text, so that 3.10 stays 3.10 and a date a date as written
    if column.is_open:
        cell.fill = _OPEN_FILL
    else:
        cell.font = Font(color="444444")
    cell.alignment = Alignment(wrap_text=not column.is_hidden, vertical="top")
    cell.protection = Protection(locked=not column.is_open)
    return cell


def _add_choices(page: Worksheet, area: str, column: FormColumn) -> None:
    if column.choices:
        rule = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        rule.errorTitle = column.heading
        rule.error = f"One of: {', '.join(column.choices)}"
        page.add_data_validation(rule)
        rule.add(area)
