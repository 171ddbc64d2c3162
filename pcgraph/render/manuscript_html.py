"""A paper as one self-contained page, for the screen and for print."""

from __future__ import annotations

from pcgraph.render.manuscript import Facts, Grid, Heading, Manuscript, Paragraph, Status, clean_manuscript
from pcgraph.render.page import make_environment, make_frame, read_template_text

_KINDS = {Heading: "heading", Paragraph: "paragraph", Facts: "facts", Grid: "grid"}


def render(manuscript: Manuscript) -> str:
    """A paper as a page without scripts that works from `file://` and prints on A4."""
    paper = clean_manuscript(manuscript)
    styles = [read_template_text("page.css"), read_template_text("paper.css"), _to_widths(paper)]
    environment = make_environment()
    environment.tests["status"] = lambda cell: isinstance(cell, Status)
    environment.filters["width_class"] = _to_class
    return environment.get_template("paper.html.j2").render(
        frame=make_frame(paper.title, styles=styles, scripts=[]),
        blocks=[(_KINDS[type(block)], block) for block in paper.blocks],
        paper=paper,
    )


def _to_class(width: float) -> str:
    """The class of a column of that share: the page's policy allows no styles at the elements.

    >>> _to_class(0.125)
    'w12'
    """
    return f"w{width * 100:.0f}"


def _to_widths(paper: Manuscript) -> str:
    widths = {width for block in paper.blocks if isinstance(block, Grid) for width in block.widths}
    return "\n".join(f".{_to_class(width)} {{ width: {width * 100:.0f}%; }}" for width in sorted(widths))
