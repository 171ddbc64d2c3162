"""Drawings in every format: pages by pyvis or as tables, still pictures as SVG and PNG."""

from __future__ import annotations

import re

from pcgraph.errors import CallError
from pcgraph.render.diagram import Diagram
from pcgraph.render.matrix import Matrix
from pcgraph.render.png import ZOOM, render_png

DRAWING_FORMATS = ("html", "svg", "png")
"""The formats of a drawing."""

_TALLEST, _PAGE_RATIO = 1_400, 1.6
"""At 1,400 pixels a page still has letters of seven points; upright A4 is 1.4 times as tall as wide."""


def render_drawing(drawing: Diagram | Matrix, format_name: str) -> str | bytes:
    """A diagram or a matrix in one of the `DRAWING_FORMATS`.

    Args:
        drawing: What to draw.
        format_name: `html`, `svg` or `png`.

    Returns:
        Text; bytes for png.

    Raises:
        CallError: There is no such format, or there are too many items to be read.
        PcgraphError: A drawing library is missing, or the machine has no font for a PNG.
    """
    if format_name not in DRAWING_FORMATS:
        raise CallError(
            f"A drawing cannot be written as {format_name!r}.", hint=f"Choose one of: {', '.join(DRAWING_FORMATS)}."
        )
    if format_name == "html":
        return _render_html(drawing)
    svg = _render_svg(drawing)
    if format_name == "svg":
        return svg
    return render_png(svg)


def is_longer_than_page(picture: str | bytes) -> bool:
    """Whether a still picture is too tall to be read on one upright page.

    Args:
        picture: An SVG or a PNG of ours.
    """
    width, height = _find_size(picture)
    return height > max(_TALLEST, _PAGE_RATIO * width)


def _find_size(picture: str | bytes) -> tuple[int, int]:
    """Width and height in pixels at full size.

    Source: Portable Network Graphics, section 11.2.2 (IHDR: width and height after the first 16 bytes).
    """
    if isinstance(picture, bytes):
        sides = (int.from_bytes(picture[i : i + 4], "big") // ZOOM for i in (16, 20))
        return next(sides), next(sides)
    found = re.search(r'width="(\d+)" height="(\d+)"', picture)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _render_html(drawing: Diagram | Matrix) -> str:
    if isinstance(drawing, Matrix):
        from pcgraph.render.matrix_page import render_matrix_html

        return render_matrix_html(drawing)
    from pcgraph.render.diagram_page import render_diagram_html

    return render_diagram_html(drawing)


def _render_svg(drawing: Diagram | Matrix) -> str:
    if isinstance(drawing, Matrix):
        from pcgraph.render.svg_matrix import render_matrix_svg

        return render_matrix_svg(drawing)
    from pcgraph.render.svg_diagram import render_diagram_svg

    return render_diagram_svg(drawing)
