"""The format `table` on a terminal: drawn by rich, wrapped, never cut; stacked where a table would not fit."""

from __future__ import annotations

import io

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pcgraph.render.plain_table import needs_stack, to_cells
from pcgraph.render.records import Records, find_number_columns
from pcgraph.render.text import to_clean_text


def render(records: Records, width: int | None) -> str:
    """Records with colours, fitted to `width` (to the terminal where it is None)."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        highlight=False,
    )
    if records.title:
        console.print(Text(to_clean_text(records.title), style="bold"))
    cells = to_cells(records)
    is_stacked = needs_stack(cells, console.width)
    console.print(_to_stack(cells) if is_stacked else _to_table(cells, find_number_columns(records)))
    if records.note:
        console.print(Text(to_clean_text(records.note), style="dim"))
    return file.getvalue()


def _to_stack(cells: list[list[str]]) -> Table:
    """The rows one under the other, a line a cell; what is not stated is left out."""
    header, *body = cells
    stack = Table.grid(padding=(0, 2))
    stack.add_column(style="bold cyan", no_wrap=True)
    stack.add_column(overflow="fold")
    for row in body:
        stack.add_row("", "")
        for heading, cell in zip(header, row, strict=True):
            if cell:
                stack.add_row(Text(heading), Text(cell))
    return stack


def _to_table(cells: list[list[str]], numbers: list[bool]) -> Table:
    header, *body = cells
    table = Table(box=SIMPLE_HEAD, header_style="bold cyan", pad_edge=False)
    for heading, number in zip(header, numbers, strict=True):
        table.add_column(Text(heading), justify="right" if number else "left", overflow="fold")
    for row in body:
        table.add_row(*map(Text, row))
    return table
