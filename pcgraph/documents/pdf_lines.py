"""A PDF's pages as the lines of one document: wrapped lines joined, running heads taken out, cut rows made whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcgraph.documents.pdf_furniture import remove_furniture
from pcgraph.documents.pdf_layout import Block, Cell, PageLayout, TableBlock, TextBlock
from pcgraph.documents.pdf_wrap import Wrapping, wraps_over
from pcgraph.documents.table_lines import LineList, choose_columns, to_row

_SAME_PLACE = 3.0
"""Columns of two pages are the same where they begin so near, in points."""

_ENDED = (".", "?", "!", ":", ";")


def to_lines(pages: Sequence[PageLayout]) -> list[tuple[str, str]]:
    """The places (`p3l14`: page and printed line) and texts of a document's lines.

    A paragraph that wraps is one line, as in a text or Word file; a table's row is one line; a row
    of one cell gives a line for each paragraph in it.
    """
    remove_furniture(pages)
    writer = _Writer(Wrapping([block for page in pages for block in _iter_texts(page.blocks)]))
    for page in pages:
        writer.write_page(page)
    return writer.found.lines


def _iter_texts(blocks: Sequence[Block]) -> Iterator[TextBlock]:
    """Every block of text, those in tables too."""
    for block in blocks:
        if isinstance(block, TextBlock):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from _iter_texts(cell.blocks)


class _Table:
    """The table that was written last, for what follows on the next page."""

    def __init__(self, columns: Sequence[float], header: str) -> None:
        self.columns = columns
        self.header = header
        self.cut: list[str] = []


class _Writer:
    """Writes pages as lines."""

    def __init__(self, wrapping: Wrapping) -> None:
        self.found = LineList()
        self._wrapping = wrapping
        self._page = 0
        self._line = 0
        self._end: TextBlock | None = None
        self._table: _Table | None = None

    def write_page(self, page: PageLayout) -> None:
        """Write a page; a table at its top may go on with the one at the end of the page before."""
        self._page, self._line = page.number, 0
        for index, block in enumerate(page.blocks):
            if isinstance(block, TableBlock):
                self._write_table(block, goes_on=index == 0)
            else:
                self._write_text(block, goes_on=index == 0 and self._table is None)
                self._table = None

    def _add(self, number: int, text: str) -> None:
        self._line = max(self._line + 1, number)
        self.found.add(f"p{self._page}l{self._line}", text)
        self._end = None

    def _write_text(self, block: TextBlock, *, goes_on: bool) -> None:
        """Paragraphs, parted by a blank line where the page parts them; the first may begin on the page before."""
        paragraphs = self._wrapping.part(block)
        if goes_on and self._end and wraps_over(self._end, block):
            place, text = self.found.lines[-1]
            self.found.lines[-1] = place, self._wrapping.join([text, *paragraphs.pop(0).lines])
        else:
            self.found.part()
        for paragraph in paragraphs:
            if paragraph.is_apart:
                self.found.part()
            self._add(paragraph.number, self._wrapping.join(paragraph.lines))
        self._end = block

    def _write_table(self, table: TableBlock, *, goes_on: bool) -> None:
        columns: Sequence[float] = choose_columns([[cell.x0 for cell in row] for row in table.rows])
        before = self._table if goes_on and self._table and _may_go_on(self._table.columns, columns) else None
        rows = table.rows
        if before:
            columns = before.columns if len(before.columns) >= len(columns) else columns
            if before.header and self._to_line(rows[0], columns) == before.header:
                rows = rows[1:]
        else:
            self.found.part()
        header = before.header if before else self._to_line(rows[0], columns)
        self._table = self._write_rows(rows, columns, header, before)

    def _write_rows(
        self, rows: Sequence[list[Cell]], columns: Sequence[float], header: str, before: _Table | None
    ) -> _Table:
        """Write a table's rows; the first may be the rest of the row that the page before cut."""
        written = _Table(columns, header)
        for index, row in enumerate(rows):
            merged = _find_merged(row, columns)
            if merged is not None:
                self._write_merged(merged, goes_on=index == 0 and before is not None)
                written.cut = []
            elif any(cell.blocks for cell in row):
                line = self._to_line(row, columns)
                rest = line.split("\t")
                if index == 0 and before and _is_rest(before.cut, rest):
                    self._complete(before.cut, rest)
                else:
                    self._write_row(row, line)
                written.cut = self.found.lines[-1][1].split("\t")
        return written

    def _write_row(self, row: Sequence[Cell], line: str) -> None:
        if self.found.lines and self.found.lines[-1][1] and "\t" not in self.found.lines[-1][1]:
            self.found.part()
        self._add(min((_find_number(cell) for cell in row if cell.blocks), default=0), line)
        for cell in row:
            for block in cell.blocks:
                if isinstance(block, TableBlock):
                    self._write_nested(block)

    def _complete(self, cut: Sequence[str], rest: Sequence[str]) -> None:
        """Add to the last line the rest of its row, cell by cell."""
        place, _ = self.found.lines.pop()
        cells = [self._wrapping.join([before, after]) for before, after in zip(cut, rest, strict=True)]
        self.found.add(place, "\t".join(cells))

    def _write_merged(self, cell: Cell, *, goes_on: bool) -> None:
        if not goes_on:
            self.found.part()
        for block in cell.blocks:
            if isinstance(block, TableBlock):
                self._write_nested(block)
            else:
                self._write_text(block, goes_on=goes_on and block is cell.blocks[0])
        if cell.blocks and isinstance(cell.blocks[-1], TableBlock):
            self.found.part()

    def _write_nested(self, table: TableBlock) -> None:
        self.found.part()
        columns = choose_columns([[cell.x0 for cell in row] for row in table.rows])
        self._write_rows(table.rows, columns, "", None)
        self.found.part()

    def _to_line(self, row: Sequence[Cell], columns: Sequence[float]) -> str:
        cells = [(cell.x0, self._join_cell(cell)) for cell in row]
        return to_row(cells, columns, tolerance=_SAME_PLACE) if len(row) > 1 else cells[0][1]

    def _join_cell(self, cell: Cell) -> str:
        texts = [block for block in cell.blocks if isinstance(block, TextBlock)]
        return self._wrapping.join([line.text.replace("\t", " ") for block in texts for line in block.lines])


def _find_merged(row: Sequence[Cell], columns: Sequence[float]) -> Cell | None:
    """The only filled cell of a row, where it is the row's only cell or merged over columns."""
    filled = [cell for cell in row if cell.blocks]
    if len(filled) != 1:
        return None
    spanned = sum(filled[0].x0 - _SAME_PLACE <= column < filled[0].x1 - _SAME_PLACE for column in columns)
    return filled[0] if len(row) == 1 or spanned > 1 else None


def _find_number(cell: Cell) -> int:
    """The number of the first printed line in a cell."""
    first = cell.blocks[0]
    if isinstance(first, TextBlock):
        return first.lines[0].number
    return min((_find_number(inner) for row in first.rows for inner in row if inner.blocks), default=0)


def _may_go_on(before: Sequence[float], after: Sequence[float]) -> bool:
    """Whether two pages' tables have the same columns; one cell alone may be any merged row."""
    if len(after) == 1 or len(before) == 1:
        return abs(before[0] - after[0]) <= _SAME_PLACE
    return len(before) == len(after) and all(
        abs(one - other) <= _SAME_PLACE for one, other in zip(before, after, strict=True)
    )


def _is_rest(cut: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether a page's first row is the rest of the last page's last.

    It has no key of its own, and each of its cells goes on with one that has not ended; two
    letters for one (G and A) are two rows.
    """
    if len(cut) != len(rest) or not (rest[0] == "" or rest[0][0].islower()):
        return False
    pairs = [(before, after) for before, after in zip(cut, rest, strict=True) if after]
    return all(before and not before.endswith(_ENDED) and len(before + after) > 4 for before, after in pairs)
