"""Lists against the number that opens them: `three hubs: Ash, Beck and Carr`, a bulleted list with a figure each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from pcgraph.extract.contradictions.finding import Finding, say_sum
from pcgraph.extract.contradictions.sentence import Marked
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.words import is_plural

MAX_ITEM_WORDS = 6
"""An item of more words is no name but a clause, whose commas are its own."""

_NAMED = re.compile(
    r"⟨c(?P<mark>\d+)⟩ (?:(?:out )?of (?:the |our |all )?⟨c\d+⟩ )?(?P<noun>[^⟨⟩.;:,()]{3,50}?)"
    r"(?::|,? namely|,? i\.e\.,?| \() ?(?P<list>[A-Z][^⟨⟩.;:()]{5,300}?)(?P<end>[.)]|$)"
)
_LAST = re.compile(r",? and |,? & ")
_OPENING = re.compile(r"^[^⟨⟩]*⟨(?P<kind>[cm])(?P<mark>\d+)⟩[^⟨⟩]*:$")
_LONE_FIGURE = re.compile(r"^[^⟨⟩]*⟨[cm]\d+⟩[^⟨⟩]*$")
_BEGINS = re.compile(r"^(?:\(?\d{1,2}[.)]\s)?⟨[cm]\d+⟩")
_CLOSES = re.compile(r"(?:[:–—-] ?|\()⟨[cm]\d+⟩\)?(?: [\w-]+){0,2}[.;,]?(?: and)?$")


def iter_named_findings(sentence: Marked) -> Iterator[Finding]:
    """`four hubs: Ash, Beck and Carr`: names parted by commas are counted."""
    for match in _NAMED.finditer(sentence.words):
        figure = sentence.figures[int(match["mark"])]
        low, high = count_names(match["list"])
        nouns = [word for word in match["noun"].split() if is_plural(word)]
        if not low or not nouns or figure.is_rough or low <= figure.value <= high:
            continue
        named = str(low) if low == high else f"{low} or {high}"
        message = f"{figure.printed} {nouns[0]} are announced, but {named} are named; or the list is read wrongly."
        yield sentence.to_finding("statements-disagree", message, [figure], "info")


def count_names(listed: str) -> tuple[int, int]:
    """How many names a list holds, at least and at most: `and` may stand within a name; (0, 0) for no list of names.

    >>> count_names("Ash, Beck and Carr"), count_names("Ash, Salt and Sand, and Carr"), count_names("Ash and Beck")
    ((3, 3), (3, 4), (0, 0))
    """
    items = [item.strip() for item in listed.split(",")]
    last = re.sub(r"^(?:and|&) ", "", items[-1])
    if len(items) < 2 or not (_LAST.search(last) or last != items[-1]):
        return 0, 0
    names = [*items[:-1], *(_LAST.split(last, maxsplit=1) if last == items[-1] else [last])]
    if any(len(name.split()) > MAX_ITEM_WORDS or not _is_name(name) for name in names):
        return 0, 0
    return len(names), len(names) + sum(len(_LAST.findall(name)) for name in names)


def _is_name(words: str) -> bool:
    """Whether an item is a name: it begins with a capital, but for an article."""
    return bool(re.match(r"(?:the )?[A-Z]", words))


def iter_list_findings(paragraphs: Sequence[Marked]) -> Iterator[Finding]:
    """`£3,000 was shared out:`, then a list with a sum behind each name."""
    for index, opening in enumerate(paragraphs):
        sentence = opening.words[opening.words.rfind(". ") + 1 :].strip()
        match = _OPENING.match(sentence)
        if not match or not opening.figures:
            continue
        total = opening.figures[-1]
        parts = _read_parts(paragraphs[index + 1 :], total)
        if len(parts) > 1 and not any(figure.is_rough for figure in (total, *parts)):
            yield from _check(opening, total, parts)


def _read_parts(paragraphs: Sequence[Marked], total: Figure) -> list[Figure]:
    """The figures with which the items behind a list's opening close, as long as each has one of the total's kind."""
    parts: list[Figure] = []
    for paragraph in paragraphs:
        is_item = _LONE_FIGURE.match(paragraph.words) and not _BEGINS.match(paragraph.words)
        if not is_item or not _CLOSES.search(paragraph.words) or paragraph.figures[0].unit != total.unit:
            break
        parts.append(paragraph.figures[0])
    return parts


def _check(opening: Marked, total: Figure, parts: Sequence[Figure]) -> Iterator[Finding]:
    found = sum((part.value for part in parts), Decimal(0))
    if found == total.value or total.value <= len(parts):
        return  # `The two hubs saw:` counts the items, not what they hold
    is_sure = found > total.value and total.unit != "count"
    message = f"{say_sum(part.value for part in parts)}, but {total.printed} is printed"
    message += "." if is_sure else "; or the list is of something else, or not whole."
    yield opening.to_finding("total-wrong", message, [total], "" if is_sure else "info")
