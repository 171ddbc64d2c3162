"""The board paper: a monitoring report's appendix made from the graph, as Word, HTML or Markdown."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from pcgraph.errors import CallError
from pcgraph.paper.compose import compose
from pcgraph.paper.make import make_paper
from pcgraph.paper.records import ASPECTS, Note, Paper, PaperItem, SourcePaper, TallyRow
from pcgraph.render.manuscript import Manuscript

__all__ = [
    "ASPECTS",
    "PAPER_FORMATS",
    "Note",
    "Paper",
    "PaperItem",
    "SourcePaper",
    "TallyRow",
    "make_paper",
    "render_paper",
]

PAPER_FORMATS: dict[str, str] = {
    "docx": "pcgraph.render.manuscript_docx",
    "html": "pcgraph.render.manuscript_html",
    "md": "pcgraph.render.manuscript_md",
}
"""Every format with the module whose `render` writes it."""


class _Format(Protocol):
    def render(self, manuscript: Manuscript) -> str | bytes: ...


def render_paper(paper: Paper, format_name: str) -> str | bytes:
    """A paper in one of the `PAPER_FORMATS`: text, or bytes for docx. The same paper gives the same bytes.

    Raises:
        CallError: There is no such format.
    """
    if format_name not in PAPER_FORMATS:
        raise CallError(f"There is no format {format_name!r}.", hint=f"Choose one of: {', '.join(PAPER_FORMATS)}.")
    return cast(_Format, import_module(PAPER_FORMATS[format_name])).render(compose(paper))
