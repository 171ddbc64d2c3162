"""Narratives that fill cells of a table's rows: lines cut to the cells between two corners."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_CELL = re.compile(r"(.+?)c(\d+)")


def split_cell(locator: str) -> tuple[str, int]:
    """A locator's line and the number of its cell, 0 where it names the whole line.

    >>> split_cell("52c8"), split_cell("t2r14c3"), split_cell("52")
    (('52', 8), ('t2r14', 3), ('52', 0))
    """
    match = _CELL.fullmatch(locator)
    return (match[1], int(match[2])) if match else (locator, 0)


def cut_cells(lines: Iterable[tuple[str, str]], first: int, last: int) -> Iterator[tuple[str, str]]:
    r"""Lines cut to their cells from one to another; cells side by side are parted by a blank line.

    Args:
        lines: Place and text of each line.
        first: Number of the first cell, from 1; 0 for whole lines.
        last: Number of the last cell.

    >>> list(cut_cells([("7", "1.1\tLocks\tFitted.\tNext: doors.\tKD")], 3, 4))
    [('7', 'Fitted.'), ('7', ''), ('7', 'Next: doors.')]
    """
    for place, text in lines:
        if not first:
            yield place, text
            continue
        cells = [cell for cell in text.split("\t")[first - 1 : last] if cell.strip()]
        for index, cell in enumerate(cells):
            if index:
                yield place, ""
            yield place, cell
