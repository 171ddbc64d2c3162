"""What python-docx has no word for: fields, shades, languages, links, and an archive without a clock."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph as WordParagraph

SHADES = {"G": "CFE8D5", "A": "FBDFA8", "R": "F4C3BD", "W": "FFFFFF"}
"""The shade of each RAG letter: pale, so that the black letter and word beside it stay readable."""

FONT = "Arial"
INK = RGBColor(0x14, 0x20, 0x2B)
_LANGUAGE = "en-GB"
_MARGIN_CM = (2.0, 2.0)
_PAGE_CM = (21.0, 29.7)
_SIZES = {"Normal": 9.5, "Title": 15, "Heading 1": 13, "Heading 2": 10.5, "Caption": 9.5, "Small": 8.5, "Footer": 8}
_SPACES = {"Normal": (0, 4), "Title": (0, 6), "Heading 1": (14, 4), "Heading 2": (12, 2), "Caption": (6, 3)}
"""Points before and after a paragraph of each style."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can bear."""


def make_element(tag: str, attributes: Mapping[str, str] | None = None) -> BaseOxmlElement:
    """An element of WordprocessingML, such as `w:shd`, with its attributes."""
    element = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        element.set(qn(name), value)
    return element


def shade(properties: BaseOxmlElement, letter: str) -> None:
    """Give the properties of a run or cell the shade of a RAG letter; none for no letter."""
    if letter in SHADES:
        properties.append(make_element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": SHADES[letter]}))


def keep_with_next(paragraph: WordParagraph) -> None:
    """Keep a paragraph on the page of the one below."""
    paragraph.paragraph_format.keep_with_next = True


def add_field(paragraph: WordParagraph, instruction: str) -> None:
    """Add a field that Word works out, such as PAGE.

    Source: ECMA-376, Part 1, section 17.16.18 (complex fields).
    """
    for kind in ("begin", "", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "":
            code = make_element("w:instrText")
            code.text = instruction
            run._r.append(code)
        elif kind == "text":
            run.add_text("1")
        else:
            run._r.append(make_element("w:fldChar", {"w:fldCharType": kind}))


def add_bookmark(paragraph: WordParagraph, name: str, number: int) -> None:
    """Make a paragraph a place that links lead to."""
    start = make_element("w:bookmarkStart", {"w:id": str(number), "w:name": name})
    paragraph._p.insert_element_before(start, "w:r")
    paragraph._p.append(make_element("w:bookmarkEnd", {"w:id": str(number)}))


def add_link(paragraph: WordParagraph, text: str, anchor: str) -> None:
    """Add text that leads to a place in the document."""
    link = make_element("w:hyperlink", {"w:anchor": anchor, "w:history": "1"})
    run = paragraph.add_run(text)
    run.font.color.rgb = RGBColor(0x0B, 0x4F, 0x8A)
    run.underline = True
    paragraph._p.remove(run._r)
    link.append(run._r)
    paragraph._p.append(link)


def style_document(document: WordDocument, text_width_cm: float) -> None:
    """Set page, fonts and language: A4, one sans-serif face, British English throughout."""
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(size) for size in _PAGE_CM)
    section.left_margin = section.right_margin = Cm((_PAGE_CM[0] - text_width_cm) / 2)
    section.top_margin, section.bottom_margin = (Cm(size) for size in _MARGIN_CM)
    document.styles.add_style("Small", 1).base_style = document.styles["Normal"]
    for name, size in _SIZES.items():
        _style(document.styles[name], size, _SPACES.get(name, (0, 3)))
    document.styles["Title"].font.bold = True
    for line in document.styles["Title"].element.iter(qn("w:pBdr")):
        line.getparent().remove(line)
    tabs = document.styles["Footer"].paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(Cm(text_width_cm), WD_TAB_ALIGNMENT.RIGHT)
    _set_language(document)


def _style(style: ParagraphStyle, size: float, spaces: tuple[float, float]) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
    style.font.italic = False
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        style.element.rPr.rFonts.attrib.pop(qn(name), None)  # a theme's font would win
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = (Pt(space) for space in spaces)
    spacing.line_spacing = 1.08


def _set_language(document: WordDocument) -> None:
    """British English in the styles, and no more "compatibility mode" than a file of 2013 or later has."""
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), _LANGUAGE)
    settings = document.settings.element
    for element in settings.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), _LANGUAGE)
    for element in settings.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), "15")


def fix_archive(archive: bytes) -> bytes:
    """The same archive with one fixed time on all its files."""
    file = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = ZipInfo(name, date_time=_EPOCH)
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            new.writestr(info, old.read(name))
    return file.getvalue()
