"""Word documents (.docx): paragraphs, table rows, nested tables, text boxes, footnotes.

Locators count what is printed: `p12` is the twelfth paragraph with words outside tables, `t2r14`
the fourteenth row of the second table (nested ones count where they begin). Page headers and
footers, comments, and what tracked changes delete are not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pcgraph.documents.document import Document
from pcgraph.documents.opening import read_bytes, to_document
from pcgraph.documents.package import Package
from pcgraph.documents.signature import check_signature
from pcgraph.documents.table_lines import LineList, choose_columns, to_row
from pcgraph.documents.word_numbering import Numbering
from pcgraph.documents.word_text import WORD, iter_blocks, iter_boxes, read_lines
from pcgraph.errors import DocumentError

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

MAX_PART_BYTES = 32 * 1024 * 1024
_PARAGRAPH, _TABLE, _ROW, _CELL = (WORD + name for name in ("p", "tbl", "tr", "tc"))
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))


PARAGRAPH_END = "<br>"
"""Parts the paragraphs of one cell, as a text drawn from Word does: they may be items of a list."""


class _Cell(NamedTuple):
    """A cell: where it begins and ends in the table's grid, and its words and tables in order."""

    start: int
    end: int
    blocks: list[str | Element]

    @property
    def text(self) -> str:
        """The words outside nested tables."""
        return PARAGRAPH_END.join(block for block in self.blocks if isinstance(block, str))

    @property
    def tables(self) -> list[Element]:
        """The nested tables."""
        return [block for block in self.blocks if not isinstance(block, str)]


def read_word(path: Path) -> Document:
    """Read a Word document.

    Args:
        path: The file.

    Raises:
        DocumentError: The file is missing, empty, too large, damaged, protected, no Word document,
            or draws in other files.
    """
    content = read_bytes(path)
    check_signature(path, content)
    package = Package(path, content)
    document = _read_part(package, "word/document.xml")
    lists, styles = _read_part(package, "word/numbering.xml"), _read_part(package, "word/styles.xml")
    body = document.find(WORD + "body") if document is not None else None
    if body is None:
        raise DocumentError(f"{path} holds no text of a Word document.", hint="Save it again, or fetch it again.")
    try:
        reader = _Reader(LineList(str(path)), Numbering(lists, styles))
        reader.read_blocks(body)
        for name, tag in _NOTES:
            reader.read_notes(_read_part(package, name), tag)
    except (ValueError, RecursionError):
        raise DocumentError(f"{path} is damaged.", hint="Open it in Word and save it anew.") from None
    return to_document(path, content, reader.found.lines)


def _read_part(package: Package, name: str) -> Element | None:
    """The root of an XML part, or None where there is none.

    Raises:
        DocumentError: The part is damaged or too large, or has a document type.
    """
    from docx.oxml import parse_xml
    from lxml.etree import XMLSyntaxError

    if not package.has(name):
        return None
    content = package.read_xml(name, limit_bytes=MAX_PART_BYTES)
    try:
        return parse_xml(content.replace(_STRICT, WORD.strip("{}").encode()))
    except (XMLSyntaxError, ValueError):
        raise DocumentError(f"{package.path} is damaged in {name}.", hint="Open it in Word and save it anew.") from None


class _Reader:
    """Walks a document and gathers its lines."""

    def __init__(self, found: LineList, numbering: Numbering) -> None:
        self.found = found
        self._numbering = numbering
        self._paragraphs = count(1)
        self._tables = count(1)
        self._notes = count(1)

    def read_blocks(self, parent: Element) -> None:
        """The paragraphs and tables of a body or a text box."""
        for block in iter_blocks(parent, _PARAGRAPH, _TABLE):
            if block.tag == _TABLE:
                self._read_table(block)
                continue
            if lines := self._read_paragraph(block):
                place = f"p{next(self._paragraphs)}"
                self._add_lines([place, *(f"{place}l{n}" for n in range(2, len(lines) + 1))], lines)
            for box in iter_boxes(block):
                self.read_blocks(box)

    def read_notes(self, part: Element | None, tag: str) -> None:
        """Footnotes or endnotes, each a line that begins with its number raised."""
        for note in part.iter(WORD + tag) if part is not None else ():
            words = " ".join(line for paragraph in note.iter(_PARAGRAPH) for line in read_lines(paragraph))
            if words:
                number = next(self._notes)
                self._add_lines([f"f{number}"], [f"{str(number).translate(_SUPERSCRIPTS)} {words}"])

    def _read_paragraph(self, paragraph: Element) -> list[str]:
        label = self._numbering.take_label(paragraph)
        lines = read_lines(paragraph)
        if not label or (label == "•" and not lines):
            return lines
        return [f"{label} {lines[0]}", *lines[1:]] if lines else [label]

    def _add_lines(self, places: Sequence[str], lines: Sequence[str]) -> None:
        self.found.part()
        for place, line in zip(places, lines, strict=True):
            self.found.add(place, line)
        self.found.part()

    def _read_table(self, table: Element) -> None:
        place = f"t{next(self._tables)}"
        rows = [_read_row(row) for row in iter_blocks(table, _ROW)]
        columns = choose_columns([[start for start, _, _ in row] for row in rows])
        self.found.part()
        for number, row in enumerate(rows, start=1):
            self._read_row([self._read_cell(*cell) for cell in row], columns, f"{place}r{number}")
        self.found.part()

    def _read_cell(self, start: int, end: int, cell: Element | None) -> _Cell:
        blocks: list[str | Element] = []
        for block in iter_blocks(cell, _PARAGRAPH, _TABLE) if cell is not None else ():
            if block.tag == _TABLE:
                blocks.append(block)
                continue
            blocks += self._read_paragraph(block)
            blocks += [line for box in iter_boxes(block) for p in box.iter(_PARAGRAPH) for line in read_lines(p)]
        return _Cell(start, end, blocks)

    def _read_row(self, cells: Sequence[_Cell], columns: Sequence[float], place: str) -> None:
        filled = [cell for cell in cells if cell.blocks]
        if not filled:
            self.found.part()
        elif len(filled) == 1 and (len(cells) == 1 or _is_wide(filled[0], columns)):
            self._read_merged(filled[0], place)
        else:
            self.found.add(place, to_row([(cell.start, cell.text) for cell in cells], columns))
            for cell in cells:
                for table in cell.tables:
                    self._read_table(table)

    def _read_merged(self, cell: _Cell, place: str) -> None:
        """A row that is one cell: each paragraph a line of its own, nested tables where they stand."""
        number = 0
        for block in cell.blocks:
            if isinstance(block, str):
                number += 1
                line = " ".join(block.split())
                self._add_lines([place if number == 1 else f"{place}p{number}"], [line])
            else:
                self._read_table(block)


def _read_row(row: Element) -> list[tuple[int, int, Element | None]]:
    """Where each cell of a row begins and ends in the grid; None for what a merged cell above covers."""
    if any(row.find(f"{WORD}trPr/{WORD}{tag}") is not None for tag in ("del", "moveFrom")):
        return []
    start = _get_number(row.find(f"{WORD}trPr/{WORD}gridBefore"), 0)
    cells: list[tuple[int, int, Element | None]] = []
    for cell in iter_blocks(row, _CELL):
        end = start + max(1, _get_number(cell.find(f"{WORD}tcPr/{WORD}gridSpan"), 1))
        merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
        is_covered = merge is not None and merge.get(WORD + "val", "continue") == "continue"
        cells.append((start, end, None if is_covered else cell))
        start = end
    return cells


def _get_number(element: Element | None, default: int) -> int:
    return default if element is None else int(element.get(WORD + "val", str(default)))


def _is_wide(cell: _Cell, columns: Sequence[float]) -> bool:
    """Whether a cell is merged over several of the table's columns."""
    return sum(cell.start <= column < cell.end for column in columns) > 1
