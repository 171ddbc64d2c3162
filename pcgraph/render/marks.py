"""How a kind and a status look: always a word, with a colour and for a kind a shape beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_COLORS = ("#1d5a96", "#00594f", "#6a3d8f", "#9a2f5c", "#7a4a00", "#4a5c17", "#37505f", "#a1370a")
_SHAPES = (
    "M2 2h12v12H2z",
    "M8 1.2a6.8 6.8 0 1 0 0 13.6a6.8 6.8 0 1 0 0-13.6z",
    "M8 .4 15.6 8 8 15.6 .4 8z",
    "M8 1.4 15.2 14.4H.8z",
    "M4.2 1.6h7.6L15.6 8l-3.8 6.4H4.2L.4 8z",
    "M.8 1.6h14.4L8 14.6z",
    "M5.4 1h5.2v4.4H15v5.2h-4.4V15H5.4v-4.4H1V5.4h4.4z",
    "M1 5.4h14v5.2H1z",
)
"""Square, disc, diamond, triangle, hexagon, triangle downward, cross, bar: paths in a box of 16 by 16."""

_STATUS_COLORS = {"green": "#00602f", "amber": "#8a5300", "red": "#a11d1d"}
_OTHER_STATUS = "#4a5963"


@dataclass(frozen=True, slots=True)
class KindMark:
    """How a kind is shown.

    Attributes:
        name: The kind, in a word.
        color: Its colour, dark enough for white marks on it.
        shape: Its shape, an SVG path in a box of 16 by 16.
        count: How many items are of this kind.
    """

    name: str
    color: str
    shape: str
    count: int


def mark_kinds(kinds: Sequence[str], *, known: Sequence[str] = ()) -> tuple[KindMark, ...]:
    """A mark for each kind, in the order met; colour and shape together are its own up to 64 kinds.

    Args:
        kinds: The kind of every item.
        known: Kinds that have the first marks, in this order, whether there are items of them or not.
    """
    marks = []
    for i, name in enumerate(dict.fromkeys((*known, *kinds))):
        shape = _SHAPES[(i + i // len(_COLORS)) % len(_SHAPES)]
        marks.append(KindMark(name, _COLORS[i % len(_COLORS)], shape, kinds.count(name)))
    return tuple(mark for mark in marks if mark.count)


def get_status_color(status: str) -> str:
    """The colour of a status's tag: its own for green, amber and red, else grey."""
    return _STATUS_COLORS.get(status.strip().lower(), _OTHER_STATUS)
