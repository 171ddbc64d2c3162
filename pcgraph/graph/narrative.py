"""A narrative's lines cut into paragraphs: cleaned of marks, dated, without addresses and numbers of people.

The lines come as text drawn from PDF or Word, with what such a conversion leaves behind: HTML
tags, markdown marks, table rows parted by tabs.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pcgraph.dates import DATE, parse_date

_BLOCK = re.compile(r"</?(?:p|div|li|ol|ul|br|tr|table|tbody|thead|h[1-6]|section|blockquote)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w))")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_HEADING = re.compile(r"#{1,6}\s+")
_BULLET = re.compile(r"[-*+•·▪●○–]\s+")
_ITEM = re.compile(rf"(?:{_BULLET.pattern}|\d{{1,2}}[.)]\s+|#{{1,6}}\s+)")
_RULE = re.compile(r"[\s|:+=_*-]*")
_SPACES = re.compile(r"\s+")

_MAIL = re.compile(r"(?:mailto:)?[\w.+'-]+@[\w-]+(?:\.[\w-]+)*", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\(?\+?44\)?[\s-]?(?:\(0\)[\s-]?)?|\(?0)(?:\d[\s()-]{0,2}){8,9}\d(?![\d/])"
    r"(?:\s*(?:ext(?:ension)?|x)\.?:?\s*\d+)?",
    re.IGNORECASE,
)
_NAMED_PHONE = re.compile(
    r"\b(tel(?:ephone)?|phone|mobile|mob|fax|ext(?:ension)?)\b(\s*(?:no|number)?[.:]*\s*)\+?\d[\d\s()-]{1,}\d",
    re.IGNORECASE,
)

_DATED = re.compile(rf"\W*(?:updated?\b(?:\s+(?:as\s+(?:at|of)|on))?[\s:–-]*)?({DATE})", re.IGNORECASE)
_UPDATE_WITHIN = re.compile(r"(?<=[.!?;:)])\s+(?=Updated?\b)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a narrative.

    Attributes:
        text: Its words, one line, without marks.
        line: The line or lines of the document that hold it, such as `52` or `52-54`.
        as_of: The date that the narrative gives it, as in the update's `dates`, or "".
    """

    text: str
    line: str
    as_of: str


def iter_paragraphs(lines: Iterable[tuple[int, str]], dates: Collection[str]) -> Iterator[Paragraph]:
    """Cut a narrative into paragraphs.

    A paragraph that begins with one of the dates ("Update 28.3.20:") has that date, and so has
    every following one until the next date. A dated remark within a paragraph becomes one of its
    own, and its date goes no further.

    Args:
        lines: Number and text of each line of the narrative.
        dates: The update's dates in ISO form; other dates in the text date nothing.
    """
    as_of = ""
    for first, last, text in _iter_blocks(lines):
        span = f"{first}-{last}" if last > first else str(first)
        begin, *remarks = _UPDATE_WITHIN.split(text)
        as_of = _find_date(begin, dates) or as_of
        yield Paragraph(blank_contacts(begin), span, as_of)
        for remark in remarks:
            yield Paragraph(blank_contacts(remark), span, _find_date(remark, dates) or as_of)


def blank_contacts(text: str) -> str:
    """A text with e-mail addresses and telephone numbers replaced by a word in brackets.

    >>> blank_contacts("Ring 0115 496 0000 or write to a.b@example.org by 03/10/2019.")
    'Ring [telephone number] or write to [e-mail address] by 03/10/2019.'
    """
    text = _MAIL.sub("[e-mail address]", text) if "@" in text else text
    text = _PHONE.sub("[telephone number]", text)
    return _NAMED_PHONE.sub(r"\1\2[telephone number]", text)


def clean_line(text: str) -> str:
    r"""A line's words without HTML tags, entities, markdown marks; a table row's cells parted by ` | `.

    >>> clean_line("- **Fewer** <i>thefts</i> &amp; losses"), clean_line("A\t\t4")
    ('Fewer thefts & losses', 'A | 4')
    """
    text = html.unescape(_TAG.sub("", text))
    if _RULE.fullmatch(text):
        return ""
    text = _HEADING.sub("", text.lstrip(), count=1) if _HEADING.match(text.lstrip()) else text
    text = _BULLET.sub("", text.lstrip(), count=1) if _BULLET.match(text.lstrip()) else text
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub("", _LINK.sub(r"\1", text)))
    return " | ".join(cell for cell in (_SPACES.sub(" ", part).strip() for part in text.split("\t")) if cell)


def _iter_blocks(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int, str]]:
    """First line, last line and cleaned text of each paragraph."""
    first = last = 0
    words: list[str] = []
    for number, piece, begins in _iter_pieces(lines):
        if words and begins and not (number > last and _is_continued(words[-1], piece)):
            yield first, last, " ".join(words)
            words = []
        if cleaned := clean_line(piece):
            first = number if not words else first
            last = number
            words.append(cleaned)
    if words:
        yield first, last, " ".join(words)


def _is_continued(before: str, after: str) -> bool:
    """Whether a blank line stands within a sentence, as a page break leaves it; the blank itself parts nothing."""
    after = after.lstrip()
    return not before.endswith((".", "!", "?", ":", ";")) and (not after or after[0].islower())


def _iter_pieces(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, bool]]:
    """Each line, or part of a line between block tags, and whether a new paragraph begins there."""
    after_break = True
    for number, text in lines:
        for index, piece in enumerate(_BLOCK.split(text)):
            blank = not piece.strip()
            alone = "\t" in piece.strip() or bool(_RULE.fullmatch(piece))
            begins = after_break or index > 0 or blank or alone or bool(_ITEM.match(piece.lstrip()))
            yield number, piece, begins or bool(_DATED.match(clean_line(piece)))
            after_break = blank or alone


def _find_date(text: str, dates: Collection[str]) -> str:
    """The date that a paragraph begins with, where it is one of those given, or ""."""
    match = _DATED.match(text)
    date = parse_date(match[1]) if match else ""
    return date if date in dates else ""
