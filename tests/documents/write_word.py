"""A made-up document as a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.table import Table as WordTable

from tests.documents.blocks import Block, Table


def write_word(blocks: Sequence[Block], path: Path) -> None:
    """As a Word document: one table for items and narratives, narratives in merged rows."""
    document = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            _fill_word_table(document.add_table(len(block.rows), block.width, style="Table Grid"), block)
    document.save(str(path))


def _fill_word_table(made: WordTable, table: Table) -> None:
    for row, content in zip(made.rows, table.rows, strict=True):
        if isinstance(content, list):
            for cell, text in zip(row.cells, content, strict=False):
                cell.text = text
            continue
        merged = row.cells[0].merge(row.cells[-1])
        for index, block in enumerate(content.blocks):
            if isinstance(block, Table):
                nested = merged.add_table(len(block.rows), block.width)
                nested.style = "Table Grid"
                _fill_word_table(nested, block)
            elif index == 0:
                merged.paragraphs[0].text = block
            else:
                merged.add_paragraph(block)
