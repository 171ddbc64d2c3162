"""Rows that name the theme, or the objective, of the rows under them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pcgraph.extract.clean import clean_wording

_MAX_TITLE = 160
_NUMBER = r"T?(?P<number>\d{1,2}(?:\s?[./]\s?\d{1,3})?)"
_NUMBERED = re.compile(rf"^{_NUMBER}(?:\s*[.:)]\s+|\s*[–—-]\s*|\s+)(?P<title>[^\W\d_].*)$")
_NO_GROUP = re.compile(
    r"^(?:key|note|notes|nb|n\.b\.|total|totals|legend|rag|brag|page|official|updated?|last updated|source|version"
    r"|owner|lead|sponsor|prepared|author|contact|see|please|figures|\*|¹)\b|@|https?:",
    re.IGNORECASE,
)


class Group(NamedTuple):
    """What a merged row names.

    Attributes:
        number: As printed, `2` or `2.3`, or "".
        title: Its words, without its number.
        line: The line that holds it.
        word: What it begins with, such as `priority`, or `#` for a number; "" where only its form makes it a group.
    """

    number: str
    title: str
    line: int
    word: str


def parse_group(text: str, line: int, words: tuple[str, ...]) -> Group | None:
    """The group that a row of one cell names; None where it names none.

    Args:
        text: The row's only cell.
        line: Its line's number.
        words: What such a row may begin with, in lower case.

    >>> parse_group("PRIORITY 2: SUPPORTING VICTIMS", 7, ("priority",))
    Group(number='2', title='SUPPORTING VICTIMS', line=7, word='priority')
    >>> parse_group("Key: G is on track", 9, ("priority",))
    """
    text = clean_wording(text)
    if len(text) > _MAX_TITLE or not re.search(r"[^\W\d_]{2}", text):
        return None
    if match := _compile(words).match(text):
        title = _trim(match["title"] or match["untitled"] or "")
        return Group(_to_number(match["number"] or ""), title, line, match["word"].lower())
    if match := _NUMBERED.match(text):
        return Group(_to_number(match["number"]), _trim(match["title"]), line, "#")
    if _NO_GROUP.search(text) or text.endswith((".", "?", "!", ";", ",")):
        return None
    return Group("", _trim(text), line, "")


def find_named(text: str, line: int, words: tuple[str, ...]) -> Group | None:
    """The theme that a title names by word and number, wherever in it.

    >>> find_named("Delivery tracker – Priority 1: Safer streets", 2, ("priority",))
    Group(number='1', title='Safer streets', line=2, word='priority')
    """
    match = _compile(words, within=True).search(clean_wording(text))
    return Group(match["number"], _trim(match["title"]), line, match["word"].lower()) if match else None


@lru_cache(maxsize=64)
def _compile(words: tuple[str, ...], *, within: bool = False) -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "theme"
    if within:
        return re.compile(
            rf"\b(?P<word>{names})\s+(?P<number>\d{{1,2}})\b(?!\.\d)\s*[:–—-]?\s*(?P<title>.*)$", re.IGNORECASE
        )
    return re.compile(
        rf"^(?P<word>{names})s?(?:\s+(?:no\.?\s*)?{_NUMBER}\b\s*[.:)–—-]?\s*(?P<title>.*)"
        rf"|\s*[:–—]\s*(?P<untitled>\S.*))$",
        re.IGNORECASE,
    )


def _to_number(text: str) -> str:
    return re.sub(r"\s|^T", "", text).replace("/", ".")


def _trim(title: str) -> str:
    return title.strip(" .:;–—-")
