"""Trackers made in a test: rows of cells as a text document, or as real workbooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pcgraph.documents import Document, Line, read_document
from pcgraph.extract import Claims, Context, extract_document
from pcgraph.model import Row

Cells = Sequence[object]


def to_document(rows: Sequence[str | Sequence[str]]) -> Document:
    """A text document; a row of cells is a line with tabs."""
    lines = [row if isinstance(row, str) else "\t".join(row) for row in rows]
    return Document("made-up", "made-up.txt", "0" * 64, tuple(Line(i, text) for i, text in enumerate(lines, start=1)))


def extract(rows: Sequence[str | Sequence[str]], *, keep_duplicates: bool = False) -> Claims:
    """What a tracker of 2024-28 claims."""
    context = Context(plan="2024-28", keep_duplicates=keep_duplicates)
    return extract_document(to_document(rows), kind="tracker", context=context)


def write_workbook(path: Path, sheets: Mapping[str, Sequence[Cells]], merged: Mapping[str, Sequence[str]] = {}) -> Path:
    """A real workbook: rows of each sheet by its name, and the ranges to merge."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet: Worksheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cells in merged.get(name, ()):
            sheet.merge_cells(cells)
    workbook.save(path)
    return path


def extract_workbook(path: Path, *, plan: str = "", keep_duplicates: bool = False) -> Claims:
    """What a workbook claims."""
    context = Context(plan=plan, keep_duplicates=keep_duplicates)
    return extract_document(read_document(path), kind="tracker", context=context)


def pick(rows: Sequence[Row], *names: str) -> list[tuple[str, ...]]:
    """Some cells of each row."""
    return [tuple(row[name] for name in names) for row in rows]
