"""The format `table` without colour: aligned text, wrapped to fit, never cut."""

from __future__ import annotations

from itertools import zip_longest

from pcgraph.render.records import Records, Value, find_number_columns
from pcgraph.render.text import to_clean_text, to_shown_text

_GAP = "  "
_LONG_WORD = 16


def render(records: Records, width: int | None) -> str:
    """Records as aligned text, at most `width` characters wide where that can be."""
    cells = [[_to_cell(heading) for heading in records.headings]]
    cells += [[_to_cell(value) for value in row] for row in records.rows]
    widths = fit_widths(cells, width)
    numbers = find_number_columns(records)
    header, *body = ["\n".join(_lay_out(row, widths, numbers)) for row in cells]
    rule = _GAP.join("-" * size for size in widths)
    blocks = ["\n".join([header, rule, *(body or ["(none)"])])]
    blocks = [*_to_paragraph(records.title, width), *blocks, *_to_paragraph(records.note, width)]
    return "\n\n".join(blocks) + "\n"


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

    The widest columns give way first, down to their longest word where that is short. A table of
    more columns than fit is wider than asked for.
    """
    columns = list(zip(*cells, strict=True))
    full = [_measure_longest(column, "\n") for column in columns]
    if width is None:
        return full
    room = width - len(_GAP) * (len(columns) - 1)
    words = [min(_LONG_WORD, _measure_longest(column, None)) for column in columns]
    floors = words if sum(words) <= room else [1] * len(columns)
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
