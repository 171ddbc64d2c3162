"""A narrative's lines cut into paragraphs: cleaned of marks, dated, without addresses and numbers of people.

The lines come as text drawn from PDF or Word, with what such a conversion leaves behind: HTML
tags, markdown marks, table rows parted by tabs.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pcgraph.documents.labels import find_label

_BLOCK = re.compile(r"</?(?:p|div|li|ol|ul|br|tr|table|tbody|thead|h[1-6]|section|blockquote)\b[^<>]*>", re.IGNORECASE)
_CELL_END = re.compile(r"</t[dh]>\s*(?=<t[dh]\b)", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w))")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_HEADING = re.compile(r"#{1,6}\s+")
_BULLET = re.compile(r"[-*+•·▪●○–]\s+")
_ITEM = re.compile(rf"(?:{_BULLET.pattern}|\d{{1,2}}[.)]\s+|#{{1,6}}\s+)")
_RULE = re.compile(r"[\s|:+=_*-]*")
_SPACES = re.compile(r"\s+")
_UNENDED = re.compile(
    r"(?:,|['’]s|s['’]|\b(?:and|or|but|of|the|a|an|to|for|with|by|in|on|at|from|including|as|between|into|which|who|whose"
    r"|where|when|while|because|if|than|is|are|was|were|be|been|being|has|have|had|will|would|shall|should|can|could|may"
    r"|might|must|not|their|its|his|her|the\s+[A-Z]\w+))$"
)
"""What no sentence ends in: a page ended there."""

PAGE_BREAK = "\f"
"""The text of a line that held a page's header or footer."""

_ENDS = (".", "!", "?", ":", ";")
_CUT_WORDS = 8
"""So many words without an end before a page's header or footer are no heading but a sentence that it cuts."""

_MAIL = re.compile(
    r"(?:mailto:)?(?<![\w.+'-])[\w.+'-]+(?:@[\w-]+(?:\.[\w-]+)*"
    r"|(?:\s?[@＠]\s?|\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?|\s+at\s+(?=[\w-]+\s+dot\s))"
    r"[\w-]+(?:(?:\.|\s?[\[({<]\s?(?:dot|\.)\s?[\])}>]\s?|\s+dot\s+)[a-z][\w-]*)+)",
    re.IGNORECASE,
)
"""An address, also one disguised as `a.b [at] example [dot] org`."""

_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\(?(?:\+|00[\s-]?)?44\)?[\s-]?(?:\(0\)[\s-]?)?|\+[1-9]\d{0,2}[\s(-]{0,2}|\(?0)"
    r"(?:(?:\d[\s()‐-–-]{0,2}){8,9}\d|\d{2,4}\.\d{3}\.?\d{3,4})(?!\d|/\d\d)"
    r"(?:,?\s*(?:ext(?:ension|n)?|x)\.?:?\s*\d+)?",
    re.IGNORECASE,
)
_NAMED_PHONE = re.compile(
    r"\b(tel(?:ephone)?|phone|mobile|mob|fax|extn?|extension)\b(\s*(?:no|number)?[.:]*\s*)\+?\d[\d\s()-]{1,}\d"
    r"|(?<![\w£$€,.-])()()x\d{3,6}(?!\w)",
    re.IGNORECASE,
)

_UPDATE_WITHIN = re.compile(r"(?<=[.!?;:)])\s+(?=Updated?\b)")


Pieces = tuple[tuple[int, str], ...]
"""Where each piece of a text begins, and the place of the line that prints it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a narrative.

    Attributes:
        text: Its words, one line, without marks.
        as_of: The date that the narrative gives it, as in the update's `dates`, or "".
        pieces: The offset and the place of every line's part of the text, in order.
    """

    text: str
    as_of: str
    pieces: Pieces

    @property
    def line(self) -> str:
        """The line or lines of the document that hold it, such as `52` or `52-54`."""
        return to_span(self.pieces[0][1], self.pieces[-1][1])

    def locate(self, start: int, end: int) -> str:
        """The line or lines that hold a part of the text.

        Args:
            start: Offset of its first character.
            end: Offset behind its last character.

        >>> Paragraph("One two", "", ((0, "7"), (4, "9"))).locate(4, 7)
        '9'
        """
        starts = [offset for offset, _ in self.pieces]
        first, last = (max(0, bisect_right(starts, offset) - 1) for offset in (start, max(start, end - 1)))
        return to_span(self.pieces[first][1], self.pieces[last][1])


def to_span(first: str, last: str) -> str:
    """Two places as one locator.

    >>> to_span("52", "54"), to_span("t2r4", "t2r4")
    ('52-54', 't2r4')
    """
    return first if first == last else f"{first}-{last}"


def iter_paragraphs(lines: Iterable[tuple[str, str]], dates: Collection[str]) -> Iterator[Paragraph]:
    """Cut a narrative into paragraphs.

    A paragraph that begins with one of the dates ("Update 28.3.20:") has that date, and so has
    every following one until the next date. A dated remark within a paragraph becomes one of its
    own, and its date goes no further. The label itself is no words of the paragraph: alone on a
    line it dates what follows.

    Args:
        lines: Place and text of each line of the narrative.
        dates: The update's dates in ISO form; other dates in the text date nothing.
    """
    as_of = ""
    for block in _iter_blocks(lines):
        text, pieces = _join(block)
        starts = [0, *(match.end() for match in _UPDATE_WITHIN.finditer(text))]
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            date, skipped = _find_date(text[start:end], dates)
            words = text[start + skipped : end].rstrip()
            if words:
                yield Paragraph(words, date or as_of, _cut(pieces, start + skipped, end))
            if date and (start == 0 or not words):
                as_of = date


def _join(block: Sequence[tuple[str, str]]) -> tuple[str, Pieces]:
    """A paragraph's lines as one text, addresses and numbers of people blanked."""
    pieces: list[tuple[int, str]] = []
    text = ""
    for place, words in block:
        text = f"{text} " if text else ""
        pieces.append((len(text), place))
        text += blank_contacts(words)
    blanked = blank_contacts(text)
    if blanked != text:  # a number that goes on over a line's end: its paragraph is one piece
        return blanked, ((0, to_span(block[0][0], block[-1][0])),)
    return text, tuple(pieces)


def _cut(pieces: Pieces, start: int, end: int) -> Pieces:
    """The pieces of a part of the text, counted from the part's beginning."""
    before = [piece for piece in pieces if piece[0] <= start][-1]
    return ((0, before[1]), *((offset - start, place) for offset, place in pieces if start < offset < end))


def blank_contacts(text: str) -> str:
    """A text with e-mail addresses and telephone numbers replaced by a word in brackets.

    >>> blank_contacts("Ring 0115 496 0000 or write to a.b@example.org by 03/10/2019.")
    'Ring [telephone number] or write to [e-mail address] by 03/10/2019.'
    """
    text = _MAIL.sub("[e-mail address]", text)
    text = _PHONE.sub("[telephone number]", text)
    return _NAMED_PHONE.sub(r"\1\2[telephone number]", text)


def clean_line(text: str) -> str:
    r"""A line's words without HTML tags, entities, markdown marks; a table row's cells parted by ` | `.

    >>> clean_line("- **Fewer** <i>thefts</i> &amp; losses"), clean_line("A\t\t4")
    ('Fewer thefts & losses', 'A | 4')
    """
    text = html.unescape(_TAG.sub("", _CELL_END.sub("\t", text)))
    if _RULE.fullmatch(text):
        return ""
    text = _HEADING.sub("", text.lstrip(), count=1) if _HEADING.match(text.lstrip()) else text
    text = _BULLET.sub("", text.lstrip(), count=1) if _BULLET.match(text.lstrip()) else text
    text = _ESCAPE.sub(r"\1", _EMPHASIS.sub("", _LINK.sub(r"\1", text)))
    return " | ".join(cell for cell in (_SPACES.sub(" ", part).strip() for part in text.split("\t")) if cell)


class _Piece(NamedTuple):
    """A line, or a part of it between block tags.

    Attributes:
        place: The line's place.
        text: As printed.
        words: Its cleaned words.
        begins: Whether a new paragraph begins there.
        is_prose: Whether it is no item of a list, no row of a table and no label.
    """

    place: str
    text: str
    words: str
    begins: bool
    is_prose: bool


def _iter_blocks(lines: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Place and cleaned text of the lines of each paragraph."""
    block: list[_Piece] = []
    is_cut = False
    for piece in _iter_pieces(lines):
        if block and piece.begins and not (_is_continued(block[-1], piece) or (is_cut and _is_rest(block, piece))):
            yield [(one.place, one.words) for one in block]
            block = []
        is_cut = piece.text == PAGE_BREAK or (is_cut and not piece.words)
        if piece.words:
            block.append(piece)
    if block:
        yield [(one.place, one.words) for one in block]


def _is_continued(before: _Piece, after: _Piece) -> bool:
    """Whether a blank line stands within a sentence, as a page break leaves it; the blank itself parts nothing."""
    text = after.text.lstrip()
    if before.place == after.place or before.words.endswith(_ENDS):
        return False
    return not text or text[0].islower() or (bool(_UNENDED.search(before.words)) and not _ITEM.match(text))


def _is_rest(block: Sequence[_Piece], after: _Piece) -> bool:
    """Whether the line behind a page's header or footer is the rest of a sentence that begins before it."""
    is_sentence = block[0].is_prose and sum(len(piece.words.split()) for piece in block) >= _CUT_WORDS
    return is_sentence and not block[-1].words.endswith(_ENDS) and after.is_prose


def _iter_pieces(lines: Iterable[tuple[str, str]]) -> Iterator[_Piece]:
    """Each line, or part of a line between block tags."""
    after_break = True
    for place, text in lines:
        for index, piece in enumerate(_BLOCK.split(text)):
            words = clean_line(piece)
            label = find_label(words)
            alone = "\t" in piece.strip() or bool(_RULE.fullmatch(piece))
            marked = alone or bool(_ITEM.match(piece.lstrip())) or label is not None
            yield _Piece(place, piece, words, after_break or index > 0 or marked, bool(words) and not marked)
            after_break = alone or bool(label and label.end == len(words))


def _find_date(text: str, dates: Collection[str]) -> tuple[str, int]:
    """The date that a paragraph begins with, where it is one of those given, or ""; and where its words begin."""
    label = find_label(text)
    return label if label and label.date in dates else ("", 0)
