"""A small printer: paragraphs and ruled tables on pages, rows cut by a page's end, the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.documents.blocks import Block, Merged, Table

FONT = "Helvetica"
SIZE = 10.0
LEADING = 12.5
MARGIN = 60.0
PADDING = 4.0
GAP = 6.0
SHARES = {4: (0.1, 0.2, 0.55, 0.15)}
"""How wide the columns of a table of items are; those of other tables are of one width."""

Line = tuple[str, float]
"""A printed line and the space above it."""


def write_pdf(blocks: Sequence[Block], path: Path, *, heading: str = "Monitoring papers", ruled: bool = True) -> None:
    """Print blocks to a PDF.

    Args:
        blocks: Paragraphs and tables.
        path: The file.
        heading: What stands above every page.
        ruled: Whether tables have rules.
    """
    printer = Printer(path, heading, ruled=ruled)
    for block in blocks:
        if isinstance(block, str):
            printer.print_lines([(line, GAP * (not i)) for i, line in enumerate(wrap(block, printer.width))], MARGIN)
        else:
            printer.print_table(block, MARGIN, printer.width)
            printer.y -= GAP
    printer.save()


def wrap(text: str, width: float, size: float = SIZE) -> list[str]:
    """A text broken at spaces and behind hyphens, as word processors do."""
    lines = [""]
    for piece in re.findall(r"\S+?(?:(?<=[a-z])-(?=[a-z])|(?=\s|$))\s*", text):
        if lines[-1] and stringWidth((lines[-1] + piece).rstrip(), FONT, size) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


class Printer:
    """Prints from the top of the first page to the bottom of the last."""

    def __init__(self, path: Path, heading: str, *, ruled: bool = True) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.heading = heading
        self.ruled = ruled
        self.page = 0
        self.width = A4[0] - 2 * MARGIN
        self.y = 0.0
        self.turn()

    def turn(self) -> None:
        """Begin a new page, with its running head and number."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.canvas.setFont(FONT, 8)
        self.canvas.drawString(MARGIN, A4[1] - 35, self.heading)
        self.canvas.drawCentredString(A4[0] / 2, 30, str(self.page))
        self.canvas.setFont(FONT, SIZE)
        self.y = A4[1] - MARGIN

    def save(self) -> None:
        self.canvas.save()

    def print_lines(self, lines: Sequence[Line], x: float) -> None:
        for text, space in lines:
            if self.y - LEADING - space < MARGIN:
                self.turn()
            self.y -= LEADING + space
            self.canvas.drawString(x, self.y + 3, text)

    def print_table(self, table: Table, x: float, width: float) -> None:
        """A table; the header is repeated where a page ends within it."""
        even = (1 / table.width,) * table.width
        shares = SHARES.get(table.width, even) if table.is_numbered else even
        widths = [width * share for share in shares]
        self.y -= GAP
        for index, row in enumerate(table.rows):
            header = table.header if index else None
            if isinstance(row, Merged):
                self._print_merged(row, x, width, header, widths)
            else:
                self._print_row(
                    [wrap(cell, w - 2 * PADDING) for cell, w in zip(row, widths, strict=True)], x, widths, header
                )

    def _print_row(self, cells: list[list[str]], x: float, widths: Sequence[float], header: list[str] | None) -> None:
        while any(cells):
            room = int((self.y - MARGIN - 2 * PADDING) / LEADING)
            if room < 1:
                self._turn_in_table(x, widths, header)
                continue
            part, cells = [cell[:room] for cell in cells], [cell[room:] for cell in cells]
            self._draw(part, x, widths)

    def _turn_in_table(self, x: float, widths: Sequence[float], header: list[str] | None) -> None:
        self.turn()
        if header:
            self._draw([wrap(cell, w - 2 * PADDING) for cell, w in zip(header, widths, strict=True)], x, widths)

    def _draw(self, cells: Sequence[Sequence[str]], x: float, widths: Sequence[float]) -> None:
        """One row, or the part of it that fits."""
        height = max(map(len, cells)) * LEADING + 2 * PADDING
        for cell, width in zip(cells, widths, strict=True):
            if self.ruled:
                self.canvas.rect(x, self.y - height, width, height)
            for number, line in enumerate(cell, start=1):
                self.canvas.drawString(x + PADDING, self.y - PADDING - number * LEADING + 3, line)
            x += width
        self.y -= height

    def _print_merged(
        self, row: Merged, x: float, width: float, header: list[str] | None, widths: Sequence[float]
    ) -> None:
        """Paragraphs and nested tables in one cell, drawn page by page."""
        top = self.y
        self.y -= PADDING
        for block in row.blocks:
            if isinstance(block, Table):
                height = len(block.rows) * (LEADING + 2 * PADDING) + 2 * GAP
                top = self._turn_in_cell(top, height, x, width, header, widths)
                self.print_table(block, x + 10, width - 20)
                self.y -= GAP
                continue
            for number, line in enumerate(wrap(block, width - 2 * PADDING)):
                space = 0 if number else GAP
                top = self._turn_in_cell(top, LEADING + space + PADDING, x, width, header, widths)
                self.y -= LEADING + space
                self.canvas.drawString(x + PADDING, self.y + 3, line)
        self.y -= PADDING
        if self.ruled:
            self.canvas.rect(x, self.y, width, top - self.y)

    def _turn_in_cell(
        self, top: float, height: float, x: float, width: float, header: list[str] | None, widths: Sequence[float]
    ) -> float:
        """Close the cell and open it again on the next page where its next part does not fit; its top."""
        if self.y - height >= MARGIN:
            return top
        if self.ruled:
            self.canvas.rect(x, self.y - PADDING, width, top - self.y + PADDING)
        self._turn_in_table(x, widths, header)
        top = self.y
        self.y -= PADDING
        return top
