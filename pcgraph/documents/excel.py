"""Excel workbooks (.xlsx, .xlsm): the rows of every sheet that is shown.

Locators are `t2r14`: the fourteenth row of the second sheet, hidden ones counted. Hidden rows and
columns are read, since a filter hides them; hidden sheets (lists behind drop-downs, old copies)
are not, and a note says so. Formulas give the values that were saved with them; macros are never read.
"""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pcgraph.documents.document import Document
from pcgraph.documents.excel_cells import to_cell_text
from pcgraph.documents.opening import read_bytes, to_document
from pcgraph.documents.package import Package
from pcgraph.documents.signature import check_signature
from pcgraph.documents.table_lines import LineList
from pcgraph.errors import DocumentError

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

MAX_COLUMNS = 100
MAX_ROW_NUMBERS = 2_000_000
"""The last row numbers of all sheets, added up: empty rows between filled ones cost time too."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_UNSAVED = re.compile(
    rb"<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*(?:/>|></(?:\w+:)?v>))?\s*</(?:\w+:)?c>"
)
_ROW = re.compile(rb'<(?:\w+:)?row\s[^>]*?\br="(\d+)"')
_FAULTS: tuple[type[Exception], ...] = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    EOFError,
    OSError,
    SyntaxError,  # what XML parsers raise
    zlib.error,
    zipfile.BadZipFile,
)
"""What openpyxl raises on workbooks that no Excel wrote."""

_AGAIN = "Open it in Excel and save it anew as .xlsx."


def read_excel(path: Path) -> Document:
    """Read an Excel workbook.

    Args:
        path: The file.

    Raises:
        DocumentError: The file is missing, empty, too large, damaged, protected, no workbook, draws
            in other files, or holds no filled cell.
    """
    content = read_bytes(path)
    check_signature(path, content)
    package = Package(path, content)
    package.check_all_xml()
    found = LineList(str(path))
    try:
        notes, sheets = _read_workbook(content, package, found)
    except _to_faults():
        raise DocumentError(f"{path} is damaged, or no Excel workbook.", hint=_AGAIN) from None
    if not found.lines:
        hidden = "; its hidden sheets are not read" if notes else ""
        raise DocumentError(f"{path} holds no filled cell{hidden}.", hint="Check that it is the right workbook.")
    return replace(to_document(path, content, found.lines, tuple(notes)), sheets=tuple(sheets))


def _to_faults() -> tuple[type[Exception], ...]:
    from openpyxl.utils.exceptions import CellCoordinatesException, InvalidFileException, NamedRangeException

    return (*_FAULTS, CellCoordinatesException, InvalidFileException, NamedRangeException)


def _read_workbook(content: bytes, package: Package, found: LineList) -> tuple[list[str], list[tuple[str, str]]]:
    """Read every sheet that is shown; return the notes, and the places and names of the sheets."""
    from openpyxl import load_workbook

    notes: list[str] = []
    sheets: list[tuple[str, str]] = []
    rows = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of drawings and styles that do not matter here
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        for number, sheet in enumerate(workbook.worksheets, start=1):
            if sheet.sheet_state != "visible":
                notes.append(f"The sheet “{sheet.title}” is hidden and was not read.")
                continue
            xml = package.read_xml(_find_part(workbook, number, package))
            rows += max(map(int, _ROW.findall(xml)), default=0)
            if rows > MAX_ROW_NUMBERS:
                raise DocumentError(
                    f"{package.path} has rows up to number {rows:,}; no document is that long.", hint=_AGAIN
                )
            if count := len(_UNSAVED.findall(xml)):
                notes.append(
                    f"{count} formula(s) in the sheet “{sheet.title}” have no saved value: they read as empty."
                )
            sheets.append((f"t{number}", sheet.title))
            _read_sheet(sheet, f"t{number}", _find_wide_rows(xml), found)
        workbook.close()
    return notes, sheets


def _find_part(workbook: Workbook, number: int, package: Package) -> str:
    """The name of the part that holds a sheet, as openpyxl found it."""
    name = str(getattr(workbook.worksheets[number - 1], "_worksheet_path", "")).lstrip("/")
    return name if package.has(name) else f"xl/worksheets/sheet{number}.xml"


def _find_wide_rows(xml: bytes) -> dict[int, str]:
    """The rows in which a cell is merged over several columns, with that cell's first column."""
    return {
        int(row): first.decode()
        for first, row, last, last_row in _MERGED.findall(xml)
        if first != last and row == last_row
    }


def _read_sheet(sheet: ReadOnlyWorksheet, place: str, wide: dict[int, str], found: LineList) -> None:
    """The filled rows of a sheet; a row of one cell, merged or in the first column, is plain text."""
    from openpyxl.utils import column_index_from_string

    found.part()
    rows = [(number, texts) for number, texts in _iter_rows(sheet) if any(texts)]
    width = max((len(texts) for _, texts in rows), default=0)
    if width > MAX_COLUMNS:
        raise DocumentError(
            f"The sheet “{sheet.title}” has more than {MAX_COLUMNS} columns.", hint="Keep the columns of the table."
        )
    before = 0
    for number, texts in rows:
        filled = [index for index, text in enumerate(texts) if text]
        merged = column_index_from_string(wide[number]) - 1 if number in wide else 0
        is_plain = len(filled) == 1 and filled[0] in (0, merged)
        if is_plain or number > before + 1:
            found.part()
        if is_plain:
            _add_plain(texts[filled[0]], f"{place}r{number}", found)
        else:
            cells = [" ".join(text.split()) for text in texts]
            found.add(f"{place}r{number}", "\t".join([*cells, *[""] * (width - len(cells))]))
        before = number
    found.part()


def _add_plain(text: str, place: str, found: LineList) -> None:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    for number, line in enumerate(filter(None, lines), start=1):
        found.add(place if number == 1 else f"{place}p{number}", line)
        found.part()


def _iter_rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, list[str]]]:
    """Number and texts of each row, without the empty cells at its end."""
    from openpyxl.cell.read_only import EmptyCell

    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    rows = cast("Worksheet", sheet).iter_rows(max_col=MAX_COLUMNS + 1)
    empty: object = None
    for number, row in enumerate(rows, start=1):
        if row is empty or all(isinstance(cell, EmptyCell) for cell in row):
            empty = row  # the library gives the same one for every row that is missing
            continue
        texts = [_read_cell(cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        yield number, texts


def _read_cell(cell: object) -> str:
    value = getattr(cell, "value", None)
    form = _find_format(cell) if isinstance(value, (int, float)) else ""
    return to_cell_text(value, form).strip()


def _find_format(cell: object) -> str:
    """A cell's number format; "" where the workbook has no styles at all."""
    try:
        return str(getattr(cell, "number_format", "") or "")
    except LookupError:
        return ""
