"""The words of a Word paragraph: as printed, without what was deleted or is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

_NOT_PRINTED = frozenset(
    {_FALLBACK, *(WORD + name for name in ("pPr", "rPr", "del", "moveFrom", "rt", "instrText", "delText"))}
)
"""Properties, deletions, the other half of what is stored twice, a ruby's reading aid, a field's code."""

_MARKS = {
    WORD + "tab": "\t",
    WORD + "ptab": "\t",
    WORD + "br": "\n",
    WORD + "cr": "\n",
    WORD + "noBreakHyphen": "-",
    WORD + "sym": "•",
}
_CONTAINERS = frozenset(WORD + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_BOX = WORD + "txbxContent"


def iter_blocks(parent: Element, *tags: str) -> Iterator[Element]:
    """The children of these tags, those in content controls and tracked insertions too."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _CONTAINERS:
            yield from iter_blocks(child, *tags)


def read_lines(paragraph: Element) -> list[str]:
    """A paragraph's lines: one, or several where line breaks part them; a tab stays a tab."""
    text = "".join(_iter_words(paragraph))
    lines = ["\t".join(" ".join(part.split()) for part in line.strip().split("\t")) for line in text.split("\n")]
    return [line for line in lines if line]


def iter_boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph, each once though Word stores it twice."""
    for box in paragraph.iter(_BOX):
        if not any(above.tag in (_FALLBACK, _BOX) for above in box.iterancestors()):
            yield box


def _iter_words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == WORD + "t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag not in _NOT_PRINTED and child.tag != _BOX and not _is_hidden(child):
            yield from _iter_words(child)


def _is_hidden(element: Element) -> bool:
    """Whether a run is hidden text."""
    if element.tag != WORD + "r":
        return False
    hidden = element.find(f"{WORD}rPr/{WORD}vanish")
    return hidden is not None and hidden.get(f"{WORD}val", "1") not in ("0", "false", "off")
