"""Table rows put together again where a conversion to text has cut them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pcgraph.documents import Line
from pcgraph.extract.clean import is_rule, join_lines

_MAX_LINES = 60
_LIST_LINE = re.compile(r"^\s*(?:[-•*o]\s|#{1,6}\s|\d{1,2}\.\s+[A-Z])")


@dataclass(slots=True)
class TableRow:
    """A row of a table.

    Attributes:
        cells: As many as the table has columns.
        first: The line that it begins in.
        last: The line that it ends in.
        is_cut: Whether a page break or blank line stood within it.
    """

    cells: list[str]
    first: int
    last: int
    is_cut: bool = False


def assemble_rows(
    lines: Iterable[Line], width: int, *, key: re.Pattern[str], hyphenated: frozenset[str]
) -> Iterator[TableRow | Line]:
    """Put rows together from the lines under a table's header.

    A row begins where its first cell matches the key. A line without a key belongs to the row
    before it: cell by cell where it has as many cells, joined at the boundary where the row's
    cells and the line's together make one row, otherwise to the row's last cell that is open.

    Args:
        lines: The lines under the header, blank ones too.
        width: How many columns the table has.
        key: What the first cell of a row looks like.
        hyphenated: The document's hyphenated words.

    Yields:
        Rows in order, and the lines that belong to none.
    """
    row: TableRow | None = None
    blank = False
    for line in lines:
        if line.is_blank or is_rule(line.text):
            blank = True
            continue
        cells = list(line.cells)
        if key.match(cells[0]):
            if row:
                yield row
            row, blank = TableRow(cells[:width], line.number, line.number), False
        elif row and _continues(row, cells, line, width, blank=blank):
            _join(row, cells, width, hyphenated)
            row.last, row.is_cut, blank = line.number, row.is_cut or blank, False
        else:
            if row:
                yield row
            row, blank = None, False
            yield line
    if row:
        yield row


def _continues(row: TableRow, cells: list[str], line: Line, width: int, *, blank: bool) -> bool:
    """Whether a line without a key goes on with the row before it."""
    if line.number - row.first > _MAX_LINES:
        return False
    if len(cells) > 1:
        return not cells[0] or len(row.cells) + len(cells) - 1 <= width
    if len(row.cells) < width:
        return not _LIST_LINE.match(line.text) or row.last + 1 == line.number
    ends = row.cells[1].rstrip().endswith((".", "?", "!", ">"))
    goes_on = not blank or line.text.lstrip()[:1].islower()
    return goes_on and not ends and not _LIST_LINE.match(line.text)


def _join(row: TableRow, cells: list[str], width: int, hyphenated: frozenset[str]) -> None:
    if not cells[0] and len(cells) > 1:
        row.cells += [""] * (len(cells) - len(row.cells))
        for column, cell in enumerate(cells[:width]):
            row.cells[column] = join_lines(row.cells[column], cell, hyphenated=hyphenated)
    elif len(row.cells) < width:
        row.cells[-1] = join_lines(row.cells[-1], cells[0], hyphenated=hyphenated)
        row.cells += cells[1:]
    else:
        row.cells[1] = join_lines(row.cells[1], cells[0], hyphenated=hyphenated)
