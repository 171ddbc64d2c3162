"""A paper as a Word file: real tables and headings, the same bytes for the same paper."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_BREAK

from pcgraph.render.docx_parts import add_bookmark, add_field, fix_archive, keep_with_next, shade, style_document
from pcgraph.render.docx_table import TEXT_WIDTH_CM, add_table
from pcgraph.render.manuscript import Block, Facts, Grid, Heading, Manuscript, Paragraph, clean_manuscript

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_FACTS_WIDTHS = (0.2, 0.8)
_UNDATED = "2000-01-01"
_SIGNATURE = "pcgraph"


def render(manuscript: Manuscript) -> bytes:
    """A paper as the bytes of a `.docx`, which Word and LibreOffice open.

    It has no macros and no clock: its properties bear the paper's own day.

    Source: ECMA-376, Part 1, sections 17.4 (tables) and 17.16 (fields); WCAG 2.2 for tables.
    """
    paper = clean_manuscript(manuscript)
    document = Document()
    style_document(document, TEXT_WIDTH_CM)
    _set_properties(document, paper)
    _add_footer(document, paper.footer)
    document.add_paragraph(paper.title, style="Title")
    for number, block in enumerate(paper.blocks):
        _add_block(document, block, number)
    file = io.BytesIO()
    document.save(file)
    return fix_archive(file.getvalue())


def _set_properties(document: WordDocument, paper: Manuscript) -> None:
    day = datetime.combine(_to_day(paper.date), datetime.min.time())
    properties = document.core_properties
    properties.title, properties.subject = paper.title[:255], paper.subject[:255]
    properties.author = properties.last_modified_by = _SIGNATURE
    properties.language, properties.comments, properties.keywords = "en-GB", "", ""
    properties.created = properties.modified = day
    properties.revision = 1


def _to_day(text: str) -> date:
    """A day, or the first of a month or year where no more is known.

    >>> _to_day("2020-05"), _to_day("")
    (datetime.date(2020, 5, 1), datetime.date(2000, 1, 1))
    """
    return date.fromisoformat(text + _UNDATED[len(text) :])


def _add_footer(document: WordDocument, text: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{text}\tPage ")
    add_field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    add_field(paragraph, "NUMPAGES")


def _add_block(document: WordDocument, block: Block, number: int) -> None:
    if isinstance(block, Heading):
        heading = document.add_heading(block.text, level=block.level)
        if block.anchor:
            add_bookmark(heading, block.anchor, number)
    elif isinstance(block, Paragraph):
        _add_paragraph(document, block)
    elif isinstance(block, Facts):
        rows = tuple((name, value) for name, value in block.rows)
        add_table(document, Grid(block.title, block.title, (), rows, _FACTS_WIDTHS))
    else:
        if block.is_captioned:
            keep_with_next(document.add_paragraph(block.title, style="Caption"))
        add_table(document, block)


def _add_paragraph(document: WordDocument, block: Paragraph) -> None:
    paragraph = document.add_paragraph(style="Small" if block.is_small else None)
    if block.status:
        run = paragraph.add_run(f"\u00a0{block.status.text}\u00a0")
        run.bold = True
        keep_with_next(paragraph)
        shade(run._r.get_or_add_rPr(), block.status.letter)
        paragraph.add_run(" ")
    _add_lines(paragraph, block.text)


def _add_lines(paragraph: WordParagraph, text: str) -> None:
    run = paragraph.add_run()
    for number, line in enumerate(text.split("\n")):
        if number:
            run.add_break(WD_BREAK.LINE)
        run.add_text(line)
