"""The format `table` without colour: aligned text, wrapped, never cut; stacked where a table would not fit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from pcgraph.render.records import Records, Value, find_number_columns
from pcgraph.render.text import to_clean_text, to_shown_text

_GAP = "  "
_INDENT = "  "
_LONG_WORD = 16
_FEW_WORDS = 24
_WIDEST_GAP = 3


def render(records: Records, width: int | None) -> str:
    """Records as aligned text, at most `width` characters wide; one under the other where that cannot be read."""
    cells = to_cells(records)
    is_stacked = width is not None and needs_stack(cells, width)
    body = _to_stack(cells, width or 1) if is_stacked else _to_table(cells, width, find_number_columns(records))
    blocks = [*_to_paragraph(records.title, width), body, *_to_paragraph(records.note, width)]
    return "\n\n".join(blocks) + "\n"


def to_cells(records: Records) -> list[list[str]]:
    """What each cell shows; the headings are the first row."""
    return [[_to_cell(value) for value in row] for row in ((*records.headings,), *records.rows)]


def needs_stack(cells: list[list[str]], width: int) -> bool:
    """Whether columns of a few words each, or as wide as their cells where that is less, are wider than `width`.

    Tables with and without colour ask the same, so that both show the same records in the same form.
    """
    header, *body = cells
    columns = zip(*body, strict=True) if body else ((),) * len(header)
    wanted = (min(_measure_longest(column, "\n"), _FEW_WORDS) for column in columns)
    return sum(max(measure_text(head), size) + _WIDEST_GAP for head, size in zip(header, wanted, strict=True)) > width


def _to_stack(cells: list[list[str]], width: int) -> str:
    """The rows one under the other, each cell after its heading; what is not stated is left out."""
    header, *body = cells
    return "\n\n".join("\n".join(_iter_stacked(header, row, width)) for row in body) or "(none)"


def _iter_stacked(header: list[str], row: list[str], width: int) -> Iterator[str]:
    for heading, cell in zip(header, row, strict=True):
        if cell:
            first, *rest = wrap_text(f"{heading}: {cell}", max(1, width - len(_INDENT)))
            yield first
            yield from (f"{_INDENT}{line}" for line in rest)


def _to_table(cells: list[list[str]], width: int | None, numbers: list[bool]) -> str:
    widths = fit_widths(cells, width)
    header, *body = ["\n".join(_lay_out(row, widths, numbers)) for row in cells]
    return "\n".join([header, _GAP.join("-" * size for size in widths), *(body or ["(none)"])])


def _to_cell(value: Value) -> str:
    return to_shown_text(value).replace("\t", " ")


def _to_paragraph(text: str, width: int | None) -> list[str]:
    clean = to_clean_text(text)
    return ["\n".join(wrap_text(clean, width or measure_text(clean)))] if clean else []


def _lay_out(row: list[str], widths: list[int], numbers: list[bool]) -> list[str]:
    """A row's lines: every cell wrapped to its column, numbers to the right."""
    wrapped = [wrap_text(cell, size) for cell, size in zip(row, widths, strict=True)]
    lines = []
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = [_pad(*cell) for cell in zip(parts, widths, numbers, strict=True)]
        lines.append(_GAP.join(padded).rstrip())
    return lines


def _pad(text: str, width: int, is_right: bool) -> str:
    space = " " * (width - measure_text(text))
    return space + text if is_right else text + space


def fit_widths(cells: list[list[str]], width: int | None) -> list[int]:
    """How wide each column is: as wide as its cells, or narrowed so that all fit into `width`.

    The widest columns give way first, down to their longest word where that is short: that there is
    room for these is what `needs_stack` has seen to.
    """
    columns = list(zip(*cells, strict=True))
    full = [_measure_longest(column, "\n") for column in columns]
    if width is None:
        return full
    room = width - len(_GAP) * (len(columns) - 1)
    floors = [min(_LONG_WORD, _measure_longest(column, None)) for column in columns]
    return _level_widths(full, floors, room)


def _measure_longest(column: tuple[str, ...], separator: str | None) -> int:
    """The widest line of a column's cells, or (without a separator) its widest word; at least 1."""
    return max((measure_text(part) for cell in column for part in cell.split(separator)), default=1) or 1


def _level_widths(full: list[int], floors: list[int], room: int) -> list[int]:
    """The widths under the highest common ceiling whose sum is at most `room`; the rest handed out."""
    low, high = 1, max(full, default=1)
    while low < high:
        ceiling = (low + high + 1) // 2
        fits = sum(_cap(full, floors, ceiling)) <= room
        low, high = (ceiling, high) if fits else (low, ceiling - 1)
    widths = _cap(full, floors, low)
    for i in range(len(widths)):
        if widths[i] < full[i] and sum(widths) < room:
            widths[i] += 1
    return widths


def _cap(full: list[int], floors: list[int], ceiling: int) -> list[int]:
    return [min(size, max(floor, ceiling)) for size, floor in zip(full, floors, strict=True)]


def wrap_text(text: str, width: int) -> list[str]:
    """Text in lines of at most `width`, broken at spaces; a word is broken only where it is longer.

    >>> wrap_text("to be or", 5)
    ['to be', 'or']
    """
    return [part for line in text.split("\n") for part in _wrap_line(line, width)]


def _wrap_line(line: str, width: int) -> list[str]:
    if measure_text(line) <= width:
        return [line]
    lines = [""]
    for word in line.split():
        for piece in _break_word(word, width):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if measure_text(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _break_word(word: str, width: int) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and measure_text(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def measure_text(text: str) -> int:
    """How many terminal cells the text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    # Costs 3 ms to load and plain English never needs it.
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(character) in ("Mn", "Me", "Cf") else 1 + (east_asian_width(character) in "WF")
        for character in text
    )
