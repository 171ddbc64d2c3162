"""The structure of a made-up text document: paragraphs, tables, merged rows; and its plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_TAG = re.compile(r"<[^<>]*>")
_SUPERSCRIPT = re.compile(r"<sup>\s*(st|nd|rd|th)\s*</sup>")
_PARAGRAPH_END = re.compile(r"</(?:p|li|ol|ul)>|<(?:p|li|ol|ul)\b[^<>]*>|<br/?>")
_MARKS = re.compile(r"\*\*|^#{1,6} |\[([^\]]*)\]\([^)]*\)")
_RULE = re.compile(r"[-\t|: ]*-{2,}[-\t|: ]*")


@dataclass
class Merged:
    """A row that is one cell: paragraphs and nested tables."""

    blocks: list[str | Table] = field(default_factory=list)


@dataclass
class Table:
    """A table; its first row is its header, unless it begins with a number."""

    rows: list[list[str] | Merged]

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows if isinstance(row, list)), default=1)

    @property
    def is_numbered(self) -> bool:
        return all(len(row[0]) < 12 for row in self.rows if isinstance(row, list))

    @property
    def header(self) -> list[str] | None:
        first = self.rows[0]
        return first if isinstance(first, list) and not re.match(r"T?\d", first[0]) else None


Block = str | Table


def parse_blocks(text: str) -> list[Block]:
    """The paragraphs and tables of a document drawn to text, freed from what the drawing left in it."""
    parser = _Parser()
    for line in text.replace("\f", "").splitlines():
        if not _RULE.fullmatch(line):
            parser.read_line(line)
    for block in parser.blocks:
        if isinstance(block, Table):
            _even_out(block)
    return parser.blocks


class _Parser:
    """Takes a document line by line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.items: Table | None = None
        self.open: Table | None = None

    def read_line(self, line: str) -> None:
        cells = [_clean(cell) for cell in line.split("\t")]
        last = self.blocks[-1] if self.blocks else None
        is_rest = len(cells) > 1 and not cells[0] and cells[1][:1].islower()
        if is_rest and isinstance(last, Table) and self.items is None and len(cells) == last.width:
            _join_row(last, cells)
        elif self.open and self.items is None and _is_cut(self.open) and any(cells):
            _complete(self.open, cells)
        elif len(cells) > 1 and any(cells[1:]):
            self._read_row(cells)
        elif any(cells):
            self._read_text(line)
        else:
            self.open = self.open if self.open and _is_cut(self.open) else None

    def _read_row(self, cells: list[str]) -> None:
        if self.items is not None and not _is_header(cells):
            _add_row(self.items, cells, continues=self.open is not None)
            self.open = self.items
        elif self.items is not None and cells == self.items.rows[0]:
            return
        elif self.open is not None:
            self.open.rows.append(cells)
        else:
            self.open = Table([cells])
            self.blocks.append(self.open)
            self.items = self.open if _is_header(cells) else None

    def _read_text(self, line: str) -> None:
        paragraphs = [p for part in _PARAGRAPH_END.split(line) if (p := _clean(part).strip("\t "))]
        if self.items is not None:
            _merge(self.items).blocks += paragraphs
        else:
            self.blocks += paragraphs
        self.open = None


def _is_cut(table: Table) -> bool:
    """Whether the last row of a framework's table has too few cells: a line's end cut it."""
    last = table.rows[-1]
    return len(table.rows) > 1 and isinstance(last, list) and 2 <= len(last) < table.width


def _complete(table: Table, cells: list[str]) -> None:
    last = table.rows[-1]
    assert isinstance(last, list)
    table.rows[-1] = [*last[:-1], f"{last[-1]} {cells[0]}".strip(), *cells[1:]]


def _join_row(table: Table, cells: list[str]) -> None:
    """Add the rest of a framework's row, cell by cell."""
    last = table.rows[-1]
    assert isinstance(last, list)
    last += [""] * (len(cells) - len(last))
    table.rows[-1] = [f"{one} {other}".strip() for one, other in zip(last, cells, strict=True)]


def _even_out(table: Table) -> None:
    """Give every row as many cells as the widest has, in nested tables too."""
    for row in table.rows:
        if isinstance(row, list):
            row.extend([""] * (table.width - len(row)))
        else:
            for block in row.blocks:
                if isinstance(block, Table):
                    _even_out(block)


def _clean(text: str) -> str:
    text = html.unescape(_TAG.sub(" ", _SUPERSCRIPT.sub(r"\1", text)))
    return " ".join(_MARKS.sub(lambda match: match[1] or "", text).split())


def _is_header(cells: Sequence[str]) -> bool:
    return cells[0].rstrip(".") in ("No", "Ref") and "RAG" in cells[-1]


def _add_row(table: Table, cells: list[str], *, continues: bool) -> None:
    """A row of the items' table, the rest of one, or a row of a table within a narrative."""
    last = table.rows[-1]
    if len(cells) == table.width and re.fullmatch(r"\d+|", cells[0]) and cells[2][:1].isalpha() and len(cells[2]) > 12:
        if not cells[0] and continues and isinstance(last, list):
            joined = [f"{one} {other}".strip() for one, other in zip(last, cells, strict=True)]
            table.rows[-1] = [
                cell.replace("- ", "") if other else cell for cell, other in zip(joined, cells, strict=True)
            ]
        else:
            table.rows.append(cells)
        return
    merged = _merge(table)
    if merged.blocks and isinstance(merged.blocks[-1], Table) and continues:
        merged.blocks[-1].rows.append(cells)
    else:
        merged.blocks.append(Table([cells]))


def _merge(table: Table) -> Merged:
    """The merged row at a table's end, a new one where there is none."""
    last = table.rows[-1]
    if not isinstance(last, Merged):
        last = Merged()
        table.rows.append(last)
    return last


def write_text(blocks: Sequence[Block], path: Path) -> None:
    """As text: rows parted by tabs, paragraphs by blank lines."""
    path.write_text("\n".join(_iter_text(blocks)), encoding="utf-8", newline="\n")


def _iter_text(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield ""
        if isinstance(block, str):
            yield block
            continue
        for row in block.rows:
            if isinstance(row, list):
                yield "\t".join(row)
            else:
                yield from _iter_text(row.blocks)
                yield ""
        yield ""
