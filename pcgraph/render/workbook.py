"""The format `xlsx`: an Excel workbook with typed cells that are never formulas."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from math import isfinite
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pcgraph.errors import CallError
from pcgraph.render.delimited import is_formula_like
from pcgraph.render.records import Records, Value
from pcgraph.render.text import to_clean_text, to_shown_text

_MAX_ROWS = 1_048_575
_MAX_TEXT = 32_767
_MAX_EXACT = 10**15
_CUT = " [cut: a cell of Excel holds 32,767 characters]"
_WIDTHS = (8, 60)
FIXED_DATE = datetime(2000, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def render(records: Records) -> bytes:
    """Records as the bytes of a workbook, the same for the same records.

    Source: Microsoft, "Excel specifications and limits" (rows, characters in a cell, 15 digits).

    Raises:
        CallError: There are more rows than a sheet of Excel holds.
    """
    return render_sheets({_to_sheet_name(records.title): records})


def render_sheets(
    sheets: Mapping[str, Records], *, finish: Mapping[str, Callable[[Worksheet], None]] | None = None
) -> bytes:
    """Several records as one workbook: a sheet each, and one that tells their titles and notes.

    Args:
        sheets: The records by the name of their sheet, which Excel must allow.
        finish: What is done to a sheet once its rows are written, such as shading cells, by its name.

    Raises:
        CallError: There are more rows than a sheet of Excel holds.
    """
    for records in sheets.values():
        _check_rows(records)
    book = Workbook()
    book.properties.creator = "pcgraph"
    book.properties.title = to_clean_text(next(iter(sheets.values())).title) or None
    book.properties.created = FIXED_DATE
    book.remove(book.worksheets[0])
    for name, records in sheets.items():
        sheet = book.create_sheet(name)
        _write_sheet(sheet, records)
        if finish and name in finish:
            finish[name](sheet)
    _write_about(book.create_sheet("About"), sheets.values())
    file = io.BytesIO()
    book.save(file)
    return remove_clock(file.getvalue())


def _check_rows(records: Records) -> None:
    if len(records.rows) > _MAX_ROWS:
        raise CallError(
            f"Excel holds {_MAX_ROWS:,} rows below the heading; here are {len(records.rows):,}.",
            hint="Use --format csv.",
        )


def _write_sheet(sheet: Worksheet, records: Records) -> None:
    for i, size in enumerate(_find_widths(records), start=1):
        sheet.column_dimensions[get_column_letter(i)].width = size
    sheet.freeze_panes = "A2"
    if records.columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(records.columns))}{len(records.rows) + 1}"
    sheet.append([make_heading(sheet, heading) for heading in records.headings])
    for row in records.rows:
        sheet.append([make_cell(sheet, value) for value in row])


def _write_about(sheet: Worksheet, told: Iterable[Records]) -> None:
    """A last sheet for titles and notes: below the rows they would be filtered and sorted."""
    sheet.column_dimensions["A"].width = 12
    sheet.column_dimensions["B"].width = 100
    for records in told:
        facts: list[tuple[str, Value]] = [
            ("Title", records.title),
            ("Note", records.note),
            ("Rows", len(records.rows)),
        ]
        for name, value in facts:
            sheet.append([make_heading(sheet, name), make_cell(sheet, value)])


def make_heading(sheet: Worksheet, text: str) -> Cell:
    """A cell of a sheet's first row."""
    cell = make_cell(sheet, text)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="E3E8EC")
    return cell


def make_cell(sheet: Worksheet, value: Value) -> Cell:
    """A cell of the value's own type; a number that Excel would round becomes text."""
    cell = Cell(sheet, row=1, column=1)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if value is None or isinstance(value, bool) or _is_exact_number(value):
        cell.value = value
        return cell
    text = to_shown_text(value)
    cell.value = text if len(text) <= _MAX_TEXT else text[: _MAX_TEXT - len(_CUT)] + _CUT
    # openpyxl makes a formula of `=1+1` and an error of `#N/A`; both are text here.
    cell.data_type = "s"
    # Set in the sheet too, so that the text stays text when a reader edits the cell.
    cell.quotePrefix = is_formula_like(text)
    return cell


def _is_exact_number(value: str | float) -> bool:
    if isinstance(value, int):
        return abs(value) < _MAX_EXACT
    return isinstance(value, float) and isfinite(value)


def _find_widths(records: Records) -> list[int]:
    """Each column as wide as its longest line, within reason; the filter's arrow needs room."""
    low, high = _WIDTHS
    widths = []
    for i, heading in enumerate(records.headings):
        longest = max((_measure(row[i]) for row in records.rows), default=0)
        widths.append(min(high, max(low, longest + 2, len(heading) + 5)))
    return widths


def _measure(value: Value) -> int:
    return max(map(len, to_shown_text(value).split("\n")))


def _to_sheet_name(title: str) -> str:
    """Source: Excel, rules for sheet names: at most 31 characters, no brackets, colon, star, slash, not "History"."""
    name = re.sub(r"[\[\]:*?/\\\s]+", " ", to_clean_text(title))[:31].strip(" '")
    return name if name and name.lower() not in ("history", "about") else "Table"


def remove_clock(archive: bytes) -> bytes:
    """The workbook with a fixed date in its files and properties: openpyxl writes today's."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, date_time=FIXED_DATE.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            content = old.read(name)
            new.writestr(info, _fix_modified(content) if name == "docProps/core.xml" else content)
    return file.getvalue()


def _fix_modified(properties: bytes) -> bytes:
    return _MODIFIED.sub(rb"\g<1>" + f"{FIXED_DATE:%Y-%m-%dT%H:%M:%SZ}".encode(), properties)
