"""How wide a label is, and where its lines break, without a browser at hand."""

from __future__ import annotations

import unicodedata

FONT_SIZE = 14
"""Size of every word in a picture, in pixels at full size."""

_WIDTHS = {
    222: "ijl",
    191: "'",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
"""Thousandths of the font size that each character of Arial takes.
Source: Adobe, Helvetica AFM (Arial and Liberation Sans have the same widths)."""

_WIDTH_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_OTHER, _WIDE = 722, 1000


def measure_label(text: str, size: int = FONT_SIZE) -> float:
    """The width of a line of text in pixels, at `size` pixels."""
    return sum(_measure_character(character) for character in text) * size / 1000


def _measure_character(character: str) -> int:
    known = _WIDTH_OF.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


def wrap_label(text: str, width: float, *, max_lines: int) -> tuple[str, ...]:
    """A label in lines of at most `width` pixels; what `max_lines` cannot hold gives way to an ellipsis.

    Args:
        text: The label in full.
        width: Room for a line, in pixels.
        max_lines: How many lines at most, one or more.
    """
    lines: list[str] = [""]
    for word in text.split():
        for piece in _break_word(word, width):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if measure_label(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    if len(lines) > max_lines:
        lines[max_lines - 1 :] = [_shorten(lines[max_lines - 1], width)]
    return tuple(lines)


def _shorten(line: str, width: float) -> str:
    while line and measure_label(f"{line} …") > width:
        line = line.rpartition(" ")[0] or line[:-1]
    return f"{line} …" if line else "…"


def _break_word(word: str, width: float) -> list[str]:
    if measure_label(word) <= width:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and measure_label(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
