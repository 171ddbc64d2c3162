"""The format `table` on a terminal: drawn by rich, wrapped, never cut."""

from __future__ import annotations

import io

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pcgraph.render.records import Records, find_number_columns
from pcgraph.render.text import to_clean_text, to_shown_text


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
    console.print(_to_table(records))
    if records.note:
        console.print(Text(to_clean_text(records.note), style="dim"))
    return file.getvalue()


def _to_table(records: Records) -> Table:
    table = Table(box=SIMPLE_HEAD, header_style="bold cyan", pad_edge=False)
    for heading, number in zip(records.headings, find_number_columns(records), strict=True):
        title = Text(to_clean_text(heading))
        table.add_column(title, justify="right" if number else "left", overflow="fold")
    for row in records.rows:
        table.add_row(*(Text(to_shown_text(value).replace("\t", " ")) for value in row))
    return table
