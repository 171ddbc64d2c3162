"""A still picture as PNG, for Word and for slides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pcgraph.errors import PcgraphError

ZOOM = 2
"""Twice the size in pixels, so that print is sharp."""

_FONT = "Arial"
_PROBE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="16" font-family="{}">{}</text></svg>'


def render_png(svg: str, *, fonts: Path | None = None) -> bytes:
    """An SVG of ours as PNG, drawn with the machine's own fonts.

    The same SVG gives the same bytes on machines with the same fonts: Arial on Windows, Liberation Sans or
    DejaVu Sans on Linux.

    Args:
        svg: The picture; it asks for nothing outside itself.
        fonts: A folder of fonts to take instead of the machine's.

    Raises:
        PcgraphError: The drawing library is missing, or there is no font, so that words would vanish.
    """
    draw = _make_drawer(fonts)
    # Where no font is found, the library draws no words and says nothing.
    if draw(_PROBE.format(_FONT, "M"), 1) == draw(_PROBE.format(_FONT, ""), 1):
        raise PcgraphError(
            "No font was found on this machine, so that a PNG would have no words.",
            hint="Install one (on Debian: apt install fonts-liberation), or write .svg instead.",
        )
    return draw(svg, ZOOM)


def _make_drawer(fonts: Path | None) -> Callable[[str, int], bytes]:
    """What draws an SVG at a zoom."""
    try:
        from resvg_py import svg_to_bytes  # a megabyte of machine code, for this format only
    except ModuleNotFoundError as error:
        raise PcgraphError(
            "PNG needs the package resvg-py, which is not installed.",
            hint="Install pcgraph's pinned requirements again (make test does), or write .svg instead.",
        ) from error
    folders = None if fonts is None else [str(fonts)]

    def draw(svg: str, zoom: int) -> bytes:
        return svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            background="#ffffff",
            sans_serif_family=_FONT,
            skip_system_fonts=folders is not None,
            font_dirs=folders,
        )

    return draw
