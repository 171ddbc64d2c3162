"""Records as tables for the terminal and for files; diagrams as pages. Sees records, never a store.

Each format is a module of its own, imported when it is asked for: a query printed as
text must not pay for Excel.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from pcgraph.errors import CallError
from pcgraph.render.records import Records, Value

__all__ = ["FORMATS", "Records", "Value", "render_records"]

FORMATS: dict[str, str] = {
    "table": "pcgraph.render.plain_table",
    "csv": "pcgraph.render.csv_text",
    "tsv": "pcgraph.render.tsv_text",
    "json": "pcgraph.render.json_text",
    "md": "pcgraph.render.markdown_text",
    "html": "pcgraph.render.html_page",
    "xlsx": "pcgraph.render.workbook",
}
"""Every format with the module whose `render` writes it."""

_COLOR_TABLE = "pcgraph.render.color_table"


class _FileFormat(Protocol):
    def render(self, records: Records) -> str | bytes: ...


class _ScreenFormat(Protocol):
    def render(self, records: Records, width: int | None) -> str: ...


def render_records(records: Records, format_name: str, *, width: int | None, color: bool) -> str | bytes:
    """Records in one of the `FORMATS`.

    Args:
        records: What to show.
        format_name: A key of `FORMATS`.
        width: Columns of the terminal that a table must fit; None for as wide as the cells. Other
            formats pay no heed to it.
        color: Whether a table may carry colours (a terminal without `NO_COLOR`). Other formats
            pay no heed to it.

    Returns:
        Text, its last line ended; bytes for xlsx. Write csv and tsv without changing line ends.

    Raises:
        CallError: There is no such format, or more rows than the format can hold.
    """
    if format_name not in FORMATS:
        raise CallError(f"There is no format {format_name!r}.", hint=f"Choose one of: {', '.join(FORMATS)}.")
    if format_name == "table":
        path = _COLOR_TABLE if color else FORMATS["table"]
        return cast(_ScreenFormat, import_module(path)).render(records, width)
    return cast(_FileFormat, import_module(FORMATS[format_name])).render(records)
