"""The numbers and bullets that Word prints before list paragraphs, and keeps apart from their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from pcgraph.documents.word_text import WORD

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"
_MAX_NUMBER = 32_767


class _Level(NamedTuple):
    """One level of a list: where it begins to count, how, and what is printed around the number."""

    start: int
    form: str
    text: str


class Numbering:
    """Counts the paragraphs of a document's lists in order.

    Args:
        numbering: The root of the part `numbering.xml`, or None where there is none.
        styles: The root of the part `styles.xml`, or None.
    """

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._styles: dict[str, tuple[str, Element | None]] = {}
        if numbering is not None:
            self._read_lists(numbering)
        for style in styles.iter(WORD + "style") if styles is not None else ():
            based = _get(style.find(WORD + "basedOn"))
            self._styles[style.get(WORD + "styleId", "")] = (based, style.find(f"{WORD}pPr/{WORD}numPr"))

    def take_label(self, paragraph: Element) -> str:
        """The number or bullet that a paragraph prints, or ""; it counts as printed from here on.

        Raises:
            ValueError: A number of the list's definition is none.
        """
        number, level = self._find_list(paragraph)
        if number not in self._lists:
            return ""
        abstract = self._lists[number]
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return ""
        if levels[level].form == "bullet":
            return _BULLET
        counts = self._count(abstract, number, level, levels)
        return _PLACE.sub(lambda match: _to_number(int(match[1]) - 1, counts, levels), levels[level].text)

    def _count(self, abstract: str, number: str, level: int, levels: dict[int, _Level]) -> dict[int, int]:
        """One more paragraph on a level; the levels under it begin anew."""
        counts = self._counts.setdefault(abstract, {})
        restart = self._restarts.pop((number, level), None)
        before = counts.get(level, levels[level].start - 1) if restart is None else restart - 1
        counts[level] = min(before + 1, _MAX_NUMBER)
        for lower in [other for other in counts if other > level]:
            del counts[lower]
        return counts

    def _find_list(self, paragraph: Element) -> tuple[str, int]:
        """The list and level of a paragraph: its own, or its style's."""
        own = paragraph.find(f"{WORD}pPr/{WORD}numPr")
        named = _get(paragraph.find(f"{WORD}pPr/{WORD}pStyle"))
        number, level = "", ""
        for properties in (own, *self._iter_styles(named)):
            if properties is not None:
                number = number or _get(properties.find(WORD + "numId"))
                level = level or _get(properties.find(WORD + "ilvl"))
        return number, int(level or 0)

    def _iter_styles(self, name: str) -> Iterator[Element | None]:
        """The list of a style and of those that it is based on."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            name, properties = self._styles[name]
            yield properties

    def _read_lists(self, numbering: Element) -> None:
        for abstract in numbering.iter(WORD + "abstractNum"):
            levels = {int(lvl.get(WORD + "ilvl", "0")): _read_level(lvl) for lvl in abstract.iter(WORD + "lvl")}
            self._levels[abstract.get(WORD + "abstractNumId", "")] = levels
        for num in numbering.iter(WORD + "num"):
            number = num.get(WORD + "numId", "")
            self._lists[number] = _get(num.find(WORD + "abstractNumId"))
            for override in num.iter(WORD + "lvlOverride"):
                if start := _get(override.find(WORD + "startOverride")):
                    self._restarts[number, int(override.get(WORD + "ilvl", "0"))] = int(start)


def _read_level(level: Element) -> _Level:
    start = _get(level.find(WORD + "start"))
    return _Level(int(start or 1), _get(level.find(WORD + "numFmt")) or "decimal", _get(level.find(WORD + "lvlText")))


def _get(element: Element | None) -> str:
    return "" if element is None else element.get(WORD + "val", "")


def _to_number(level: int, counts: dict[int, int], levels: dict[int, _Level]) -> str:
    found = levels.get(level, _Level(1, "decimal", ""))
    return to_label(counts.get(level, found.start), found.form)


def to_label(number: int, form: str) -> str:
    """A list's number in one of Word's forms (ECMA-376, part 1, 17.18.59); those not known as decimal.

    >>> to_label(4, "decimal"), to_label(28, "lowerLetter"), to_label(14, "upperRoman"), to_label(3, "decimalZero")
    ('4', 'bb', 'XIV', '03')
    """
    if form == "none":
        return ""
    label = str(number)
    if form in ("lowerLetter", "upperLetter") and number > 0:
        label = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form in ("lowerRoman", "upperRoman") and number > 0:
        label = _to_roman(number)
    elif form == "decimalZero":
        label = f"{number:02d}"
    return label.upper() if form.startswith("upper") else label


def _to_roman(number: int) -> str:
    letters = ""
    for value, numeral in _ROMAN:
        times, number = divmod(number, value)
        letters += numeral * times
    return letters + _ROMAN_ONES[number]
