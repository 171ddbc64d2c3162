"""Tables in a Word file: fixed widths, header rows that repeat, rows that stay whole, alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Cm, Twips

from pcgraph.render.docx_parts import add_link, make_element, shade
from pcgraph.render.manuscript import Cell, Grid, Status

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row

TEXT_WIDTH_CM = 17.4
"""The width of the text on an A4 page."""

_TWIPS_PER_CM = 1440 / 2.54
_LINE = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "B4BEC6"}
_HEADER_SHADE = "E8EDF1"
_PADDING = {"top": 40, "left": 70, "bottom": 40, "right": 70}
"""Twentieths of a point."""


def add_table(document: WordDocument, grid: Grid) -> None:
    """Add a table; one without headings has a first column of names instead."""
    rows = len(grid.rows) + bool(grid.headings)
    table = document.add_table(rows=rows, cols=len(grid.widths))
    table.autofit = False
    _set_properties(table, grid)
    _set_widths(table, grid.widths)
    cells = [row.cells for row in table.rows]
    for row in table.rows:
        _keep_whole(row)
    if grid.headings:
        _fill_header(table.rows[0], grid.headings)
    for number, (values, places) in enumerate(zip(grid.rows, cells[bool(grid.headings) :], strict=True)):
        anchor = grid.anchors[number] if grid.anchors else ""
        for column, (value, place) in enumerate(zip(values, places, strict=True)):
            is_name = column == grid.header
            _fill(place, value, anchor=anchor if is_name else "", is_bold=is_name and not grid.headings)
    _end(document)


def _set_properties(table: Table, grid: Grid) -> None:
    """Borders, padding and alternative text, in the order that the schema asks for.

    Source: ECMA-376, Part 1, section 17.4.60 (tblPr); tblCaption and tblDescription: ISO/IEC 29500 (2011).
    """
    properties = table._tbl.tblPr
    for name in ("w:tblStyle", "w:tblLook"):
        for element in properties.findall(make_element(name).tag):
            properties.remove(element)
    borders = make_element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(make_element(f"w:{side}", _LINE))
    layout = properties.find(make_element("w:tblLayout").tag)
    layout.addprevious(borders)
    properties.append(_make_padding())
    look = {"w:val": "0000", "w:firstRow": str(int(bool(grid.headings))), "w:firstColumn": str(int(grid.header == 0))}
    properties.append(make_element("w:tblLook", look))
    properties.append(make_element("w:tblCaption", {"w:val": grid.title}))
    properties.append(make_element("w:tblDescription", {"w:val": grid.description}))


def _make_padding() -> BaseOxmlElement:
    padding = make_element("w:tblCellMar")
    for side, size in _PADDING.items():
        padding.append(make_element(f"w:{side}", {"w:w": str(size), "w:type": "dxa"}))
    return padding


def _set_widths(table: Table, shares: tuple[float, ...]) -> None:
    sizes = [round(share * TEXT_WIDTH_CM * _TWIPS_PER_CM) for share in shares]
    for column, size in zip(table._tbl.tblGrid.gridCol_lst, sizes, strict=True):
        column.w = Twips(size)
    for row in table._tbl.tr_lst:
        for cell, size in zip(row.tc_lst, sizes, strict=True):
            cell.width = Twips(size)


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(make_element("w:cantSplit"))


def _fill_header(row: _Row, headings: tuple[str, ...]) -> None:
    """The header row, which Word repeats on each page and screen readers announce."""
    row._tr.get_or_add_trPr().append(make_element("w:tblHeader"))
    for cell, heading in zip(row.cells, headings, strict=True):
        _fill(cell, heading, is_bold=True)
        shading = {"w:val": "clear", "w:color": "auto", "w:fill": _HEADER_SHADE}
        cell._tc.get_or_add_tcPr().append(make_element("w:shd", shading))
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(cell: _Cell, value: Cell, *, anchor: str = "", is_bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = 0
    text = value.text if isinstance(value, Status) else value
    if anchor:
        add_link(paragraph, text, anchor)
    else:
        paragraph.add_run(text).bold = is_bold or isinstance(value, Status) or None
    if isinstance(value, Status):
        shade(cell._tc.get_or_add_tcPr(), value.letter)


def _end(document: WordDocument) -> None:
    """A small paragraph below: Word joins tables that touch."""
    spacing = document.add_paragraph().paragraph_format
    spacing.space_before = spacing.space_after = 0
    spacing.line_spacing = Cm(0.2)
