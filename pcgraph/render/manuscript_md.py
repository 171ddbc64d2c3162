"""A paper as Markdown: pipe tables, everything else escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pcgraph.render.manuscript import Block, Cell, Facts, Grid, Heading, Manuscript, Status, clean_manuscript
from pcgraph.render.markdown_text import to_markdown

_LIST_MARK = re.compile(r"^(\s*)(\d+)([.)])(?=\s|$)|^(\s*)([-+=])")


def render(manuscript: Manuscript) -> str:
    """A paper as GitHub and most editors show it.

    Source: GitHub Flavored Markdown, sections 4.2 (headings), 4.10 (tables) and 6.1 (backslash escapes).
    """
    paper = clean_manuscript(manuscript)
    parts = [f"# {_to_line(paper.title)}", *map(_render_block, paper.blocks), "---", _to_line(paper.footer)]
    return "\n\n".join(parts) + "\n"


def _render_block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {_to_line(block.text)}"
    if isinstance(block, Facts):
        return _to_table(("", ""), block.rows)
    if isinstance(block, Grid):
        caption = f"**{to_markdown(block.title)}**\n\n" if block.is_captioned else ""
        return caption + _to_table(block.headings, block.rows)
    status = f"**{to_markdown(block.status.text)}** " if block.status else ""
    return status + (to_markdown(block.text) if status else _to_line(block.text))


def _to_line(text: str) -> str:
    r"""Text at the beginning of a line, where a number or dash would begin a list.

    >>> _to_line("3. Close the gap"), _to_line("- a")
    ('3\\. Close the gap', '\\- a')
    """
    return _LIST_MARK.sub(lambda m: f"{m[2]}\\{m[3]}" if m[2] else f"\\{m[5]}", to_markdown(text).lstrip())


def _to_table(headings: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    names = [to_markdown(heading) for heading in headings]
    lines = [names, ["---"] * len(names), *([_to_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _to_cell(cell: Cell) -> str:
    return to_markdown(cell.text if isinstance(cell, Status) else cell)
