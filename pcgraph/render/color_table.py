"""The format `table` on a terminal: drawn by rich, wrapped, never cut; stacked where a table would not fit."""

from __future__ import annotations

import io

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pcgraph.render.records import Records, find_number_columns
from pcgraph.render.text import to_clean_text, to_shown_text

_FEW_WORDS = 24
_GAP = 3


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
    is_wide = _measure_width(records) > console.width
    console.print(_to_stack(records) if is_wide else _to_table(records))
    if records.note:
        console.print(Text(to_clean_text(records.note), style="dim"))
    return file.getvalue()


def _measure_width(records: Records) -> int:
    """How wide a table must be to be read: each column as wide as its cells, or as a few words."""
    wanted = 0
    for column, heading in enumerate(records.headings):
        longest = max((len(to_shown_text(row[column])) for row in records.rows), default=0)
        wanted += max(len(heading), min(longest, _FEW_WORDS)) + _GAP
    return wanted


def _to_stack(records: Records) -> Table:
    """The records one under the other, a line a cell; what is not stated is left out."""
    stack = Table.grid(padding=(0, 2))
    stack.add_column(style="bold cyan", no_wrap=True)
    stack.add_column(overflow="fold")
    for row in records.rows:
        stack.add_row("", "")
        for heading, value in zip(records.headings, row, strict=True):
            if shown := to_shown_text(value).replace("\t", " "):
                stack.add_row(Text(to_clean_text(heading)), Text(shown))
    return stack


def _to_table(records: Records) -> Table:
    table = Table(box=SIMPLE_HEAD, header_style="bold cyan", pad_edge=False)
    for heading, number in zip(records.headings, find_number_columns(records), strict=True):
        title = Text(to_clean_text(heading))
        table.add_column(title, justify="right" if number else "left", overflow="fold")
    for row in records.rows:
        table.add_row(*(Text(to_shown_text(value).replace("\t", " ")) for value in row))
    return table
