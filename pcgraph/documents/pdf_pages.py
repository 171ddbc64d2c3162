"""The pages of a PDF, one by one: words and rules by pdfplumber, put together to lines and tables."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from pcgraph.documents.pdf_layout import Block, Cell, PageLayout, PrintedLine, Shape, TableBlock, TextBlock, Word
from pcgraph.documents.pdf_tables import MAX_EDGES, find_cells, group_tables
from pcgraph.documents.pdf_words import find_columns, number_lines, to_printed_lines
from pcgraph.errors import DocumentError

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

MAX_PAGES = 2_000
MAX_CHARACTERS = 100_000
"""More on one page than any page prints."""

_SPACE_SHARE = 0.15
"""A gap so many times the font's size parts words that no space parts (pdfplumber's advice)."""

_MAX_UNREAD_SHARE = 0.3
_FORGET_AFTER = 20
_FEW = 2
_UNREAD = "(cid:"

_OCR = "It needs text recognition (OCR) first; or ask for the file that it was printed from."
_AGAIN = "Fetch it again, or print it to a new PDF and read that."
_FAULTS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
    EOFError,
    OSError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises on files that are no whole PDF."""


def read_pages(
    content: bytes, *, on_page: Callable[[int, int], None] = lambda *_: None
) -> tuple[list[PageLayout], list[str]]:
    """Every page of a PDF, and what a person should know of the reading.

    Args:
        content: The file's bytes.
        on_page: Called with page and pages as they are read.

    Raises:
        DocumentError: The file is damaged, protected, too long, or has no text; the message
            continues the file's name.
    """
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    at = ""
    pages: list[PageLayout] = []
    try:
        reading = _Reading(content)
        for page in reading.iter_pages():
            pages.append(page)
            at = f" behind page {page.number}"
            on_page(page.number, reading.count)
    except (PdfminerException, MalformedPDFException, PSException, PDFException, *_FAULTS) as error:
        raise _to_error(error, at) from None
    return pages, reading.get_notes()


def _to_error(error: Exception, at: str) -> DocumentError:
    """The refusal of a file that pdfminer cannot read."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    inner = error.args[0] if error.args else error
    if isinstance(inner, PDFPasswordIncorrect) or isinstance(error, PDFPasswordIncorrect):
        return DocumentError(
            "is protected by a password.", hint="Open it, print it to a new PDF without a password, and read that."
        )
    if isinstance(inner, PDFEncryptionError):
        return DocumentError("is encrypted in a way that cannot be read.", hint="Print it to a new PDF and read that.")
    if isinstance(inner, MemoryError):
        raise inner
    return DocumentError(f"is damaged{at}: it is no whole PDF.", hint=_AGAIN)


class _Reading:
    """One PDF while it is read."""

    def __init__(self, content: bytes) -> None:
        import pdfplumber
        from pdfminer.pdfpage import PDFPage

        self._pdf: PDF = pdfplumber.open(BytesIO(content))
        self._pages: list[PDFPage] = list(islice(PDFPage.create_pages(self._pdf.doc), MAX_PAGES + 1))
        self.count = len(self._pages)
        self._pictures: list[int] = []
        self._unruled: list[int] = []
        self._characters = self._unread = 0

    def iter_pages(self) -> Iterator[PageLayout]:
        """Every page; what the library keeps of it is forgotten before the next."""
        from pdfplumber.page import Page

        if not self._pages:
            raise DocumentError("has no pages.", hint=_AGAIN)
        if self.count > MAX_PAGES:
            raise DocumentError(
                f"has more than {MAX_PAGES:,} pages; no document is that long.", hint="Split it, and read the part."
            )
        for number, source in enumerate(self._pages, start=1):
            page = Page(self._pdf, source, page_number=number, initial_doctop=0)
            yield self._read_page(page)
            page.close()
            if number % _FORGET_AFTER == 0:
                self._pdf.doc._cached_objs.clear()

    def get_notes(self) -> list[str]:
        """What a person should know, once all pages are read.

        Raises:
            DocumentError: No page has text, or most of it cannot be read.
        """
        if not self._characters:
            what = "holds pictures of pages, no text (a scan)." if self._pictures else "has no text."
            raise DocumentError(what, hint=_OCR)
        if self._unread > _MAX_UNREAD_SHARE * self._characters:
            raise DocumentError("does not say which letters its fonts show.", hint=_OCR)
        notes = (
            (self._pictures, "holds a picture and no text: it was not read."),
            (self._unruled, "prints rows without rules, read by the gaps between words: check them."),
        )
        return [f"Page {', '.join(map(str, numbers))} {what}" for numbers, what in notes if numbers]

    def _read_page(self, page: Page) -> PageLayout:
        characters = len(page.chars)
        if characters > MAX_CHARACTERS:
            raise DocumentError(f"prints {characters:,} letters on page {page.page_number}; no page does.", hint=_AGAIN)
        words = _read_words(page)
        self._characters += characters
        self._unread += sum(word.text.count(_UNREAD) for word in words)
        if not characters and page.images:
            self._pictures.append(page.page_number)
        blocks = to_blocks(words, _read_shapes(page), float(page.width))
        texts = (block for block in blocks if isinstance(block, TextBlock))
        if sum(len(line.segments) > _FEW for block in texts for line in block.lines) > 1:
            self._unruled.append(page.page_number)
        return PageLayout(page.page_number, float(page.height), blocks)


def _read_words(page: Page) -> list[Word]:
    """The page's words; those written upwards or askew, such as a watermark, only where most are."""
    found = page.extract_words(x_tolerance_ratio=_SPACE_SHARE, extra_attrs=["size"])
    upright = [word for word in found if word["upright"]]
    words = [
        Word(word["text"], *(float(word[name]) for name in ("x0", "x1", "top", "bottom", "size")))
        for word in (upright if 2 * len(upright) >= len(found) else found)
    ]
    return list(dict.fromkeys(words))


def _read_shapes(page: Page) -> list[Shape]:
    found = [*page.lines, *page.rects]
    if len(found) > MAX_EDGES:
        return []
    return [
        Shape(float(x["x0"]), float(x["top"]), float(x["x1"]), float(x["bottom"]), is_framed=bool(x.get("stroke")))
        for x in found
    ]


def to_blocks(words: Sequence[Word], shapes: Sequence[Shape], width: float) -> list[Block]:
    """What a page holds, from the top: tables, and the text between them.

    Args:
        words: The page's words.
        shapes: Its lines and rectangles.
        width: The page's width, in points.
    """
    numbers = number_lines(words)
    cells = find_cells(shapes)
    held: dict[int, list[Word]] = {}
    free: list[Word] = []
    by_size = sorted(range(len(cells)), key=lambda i: (cells[i].x1 - cells[i].x0) * (cells[i].bottom - cells[i].top))
    for word in words:
        owner = next((i for i in by_size if _holds(cells[i], word)), None)
        (free if owner is None else held.setdefault(owner, [])).append(word)
    tables = [TableBlock(rows, rows[0][0].top) for rows in group_tables(cells)]
    outer = _nest(tables, [cells[i] for i in by_size])
    for index, cell in enumerate(cells):
        inside = [block for block in cell.blocks if isinstance(block, TableBlock)]
        lines = to_printed_lines(held.get(index, []), numbers)
        cell.blocks = _interleave(lines, inside, cell.x0, _find_right(lines, cell.x0, cell.x1))
    lines = to_printed_lines(free, numbers, find_columns(free))
    return _interleave(lines, outer, 0.0, _find_right(lines, 0.0, width))


def _holds(cell: Cell, word: Word) -> bool:
    return cell.x0 <= (word.x0 + word.x1) / 2 <= cell.x1 and cell.top <= word.middle <= cell.bottom


def _nest(tables: Sequence[TableBlock], cells: Sequence[Cell]) -> list[TableBlock]:
    """Put each table that lies in a cell of another into that cell; return the others."""
    outer = []
    for table in tables:
        own = {id(cell) for row in table.rows for cell in row}
        inner = [cell for row in table.rows for cell in row]
        left, right = min(cell.x0 for cell in inner), max(cell.x1 for cell in inner)
        bottom = max(cell.bottom for cell in inner)
        holder = next(
            (
                cell
                for cell in cells
                if id(cell) not in own
                and cell.x0 <= left
                and right <= cell.x1
                and cell.top <= table.top
                and bottom <= cell.bottom
            ),
            None,
        )
        if holder is None:
            outer.append(table)
        else:
            holder.blocks.append(table)
    return outer


def _interleave(lines: Sequence[PrintedLine], tables: Sequence[TableBlock], left: float, right: float) -> list[Block]:
    """Tables and the runs of lines between them, from the top."""
    blocks: list[Block] = []
    tops = sorted(tables, key=lambda table: table.top)
    for line in lines:
        while tops and tops[0].top < line.top:
            blocks.append(tops.pop(0))
        if not blocks or isinstance(blocks[-1], TableBlock):
            blocks.append(TextBlock([], left, right))
        last = blocks[-1]
        if isinstance(last, TextBlock):
            last.lines.append(line)
    return [*blocks, *tops]


def _find_right(lines: Sequence[PrintedLine], left: float, right: float) -> float:
    """Where lines must end: as far from the right edge as the first letters are from the left one."""
    margin = max(0.0, min((line.x0 for line in lines), default=left) - left)
    return max(right - margin, max((line.x1 for line in lines), default=left))
