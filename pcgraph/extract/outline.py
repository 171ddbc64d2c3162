"""The measures of one outcome as a tree, whether their numbers are printed or lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pcgraph.extract.clean import clean_wording
from pcgraph.extract.cutting import cut_run, is_measure_head
from pcgraph.extract.html_list import is_whole_list, read_whole_list
from pcgraph.extract.levels import Form, Item, find_levels
from pcgraph.extract.numbering import Entry, parse_numbered

_OPENING = re.compile(r"<(?:ol|ul)\b[^>]*>", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:ol|ul)\s*>", re.IGNORECASE)
_LIST_ITEM = re.compile(r"</?li\b[^>]*>|<br\s*/?>(?=\s*[A-Z0-9%(])")
"""A list item, or a line of its own that begins as an item does."""
_PRINTED_NUMBER = re.compile(r"(?:(?<=\s)|^)(\d{1,2})\.\s+(?=[A-Z%(\d])")
_LIST_MARKS = " ,;:–-"
_LIST_WORDS = (" and", " or")
_PAIR = re.compile(r"^(\S[^,]*?) and (\S[^,]*)$")
_ROMAN_PARTS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_PAIR = 120


class Outline(NamedTuple):
    """A list read as a tree.

    Attributes:
        entries: The items with their paths, in order.
        is_restored: Whether the numbers are not printed.
        other: The numbers of another reading that fits nearly as well, or none.
        pairs: Items that were parted at an "and" only.
        in_tags: Whether the numbers follow from the list's tags, which are whole.
    """

    entries: list[Entry]
    is_restored: bool = False
    other: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    in_tags: bool = False


def parse_outline(text: str) -> Outline:
    """Read a list of measures.

    Args:
        text: The list as it stands in a cell, list tags included.

    >>> outline = parse_outline("<ol> Reoffending: <ol> Number of adults Number of youths")
    >>> [(".".join(entry.path), entry.text) for entry in outline.entries]
    [('1', 'Reoffending'), ('1.a', 'Number of adults'), ('1.b', 'Number of youths')]
    """
    plain = clean_wording(text)
    if printed := parse_numbered(plain):
        return Outline([entry._replace(text=trim_item(entry.text)) for entry in _iter_with_lost(printed)])
    if is_whole_list(text):
        return Outline(_read_tags(text), in_tags=True)
    items, pairs = _part_pairs([item for item in _iter_items(text) if item.text])
    if not items:
        return Outline([])
    levels, other = find_levels(items)
    paths = list(_iter_paths(levels))
    entries = [Entry(path, trim_item(item.text), 0, 0) for path, item in zip(paths, items, strict=True)]
    other_numbers = tuple(".".join(path) for path in _iter_paths(other))
    return Outline(_locate(entries, items, text), is_restored=True, other=other_numbers, pairs=pairs)


def _read_tags(text: str) -> list[Entry]:
    """The items of a list whose tags are whole."""
    found = read_whole_list(text)
    paths = _iter_paths([level for level, _, _ in found])
    return [Entry(path, trim_item(item), at, at + 1) for path, (_, item, at) in zip(paths, found, strict=True)]


def _iter_with_lost(entries: list[Entry]) -> Iterator[Entry]:
    """The items, and between two whose numbers leave one out, the one that has lost its number.

    Its words are the last item of those that the item before it seems to hold.
    """
    for index, entry in enumerate(entries):
        after = entries[index + 1] if index + 1 < len(entries) else None
        pieces = cut_run(entry.text, headed=True)
        if after is None or len(after.path) > 1 or int(after.path[0]) != int(entry.path[0]) + 2 or len(pieces) < 2:
            yield entry
            continue
        cut = entry.text.rindex(pieces[-1])
        yield entry._replace(text=entry.text[:cut].strip(), end=entry.start + cut)
        yield Entry((str(int(entry.path[0]) + 1),), pieces[-1], entry.start + cut, entry.end)


def trim_item(text: str) -> str:
    """An item without the list's own marks at its end: a colon, a comma, "and".

    >>> trim_item("Police officers and"), trim_item("in respect of:"), trim_item("Police staff.")
    ('Police officers', 'in respect of', 'Police staff.')
    """
    trimmed = text.rstrip(_LIST_MARKS)
    word = next((word for word in _LIST_WORDS if trimmed.endswith(word)), "")
    return trim_item(trimmed.removesuffix(word)) if word else trimmed


def _iter_items(text: str) -> Iterator[Item]:
    """The items of a list without numbers; closing tags are rare and their places not trusted."""
    runs = [clean_wording(_LIST_ITEM.sub("\x00", run)) for run in _OPENING.split(_CLOSING.sub(" ", text))]
    headed = False
    for index, run in enumerate(runs):
        parts = [part for piece in run.split("\x00") for part in _cut_at_numbers(piece.strip(), headed=headed)]
        for position, (part, number) in enumerate(parts):
            opens = position == len(parts) - 1 and index < len(runs) - 1
            yield Item(part, _to_form(part, opens=opens), opens, number)
        headed = bool(parts)


def _cut_at_numbers(run: str, *, headed: bool) -> Iterator[tuple[str, int]]:
    """A run's items, each with its number where one is printed after all."""
    pieces = _PRINTED_NUMBER.split(run)
    yield from ((item, 0) for item in cut_run(pieces[0], headed=headed))
    for number, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        first, *others = cut_run(piece, headed=False) or [""]
        yield first, int(number)
        yield from ((item, 0) for item in others)


def _to_form(text: str, *, opens: bool) -> Form:
    if text and is_measure_head(text.partition(" ")[0]):
        return "measure"
    return "heading" if opens else "word"


def _part_pairs(items: list[Item]) -> tuple[list[Item], tuple[str, ...]]:
    """Part "A and B" in two where it is the only item of a list: a list of one is none."""
    parted: list[Item] = []
    pairs: list[str] = []
    for index, item in enumerate(items):
        alone = index > 0 and items[index - 1].opens and items[index - 1].text.rstrip().endswith(":")
        alone = alone and item.text.endswith(".") and not item.opens and len(item.text) <= _MAX_PAIR
        if alone and (match := _PAIR.match(item.text)):
            parted += [Item(match[1], item.form), Item(match[2], item.form)]
            pairs.append(item.text)
        else:
            parted.append(item)
    return parted, tuple(pairs)


def _iter_paths(levels: list[int]) -> Iterator[tuple[str, ...]]:
    counts: list[int] = []
    for level in levels:
        counts = [*counts[: level + 1], *([0] * (level + 1 - len(counts)))]
        counts[level] += 1
        yield tuple(to_label(count, depth) for depth, count in enumerate(counts))


def to_label(count: int, depth: int) -> str:
    """The printed form of an item's number on its level: `1`, `a`, `i`, then `1` again.

    >>> to_label(2, 0), to_label(2, 1), to_label(2, 2)
    ('2', 'b', 'ii')
    """
    form = depth % 3
    if form == 0:
        return str(count)
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if form == 1 else _to_roman(count)


def _to_roman(count: int) -> str:
    numeral = ""
    for value, letters in _ROMAN_PARTS:
        times, count = divmod(count, value)
        numeral += letters * times
    return numeral


def _locate(entries: list[Entry], items: list[Item], text: str) -> list[Entry]:
    """The entries with the place of their words in the text; the first word is searched onwards."""
    located = []
    offset = 0
    for entry, item in zip(entries, items, strict=True):
        start = text.find(item.text.split()[0], offset)
        start = offset if start < 0 else start
        located.append(entry._replace(start=start, end=start + len(item.text)))
        offset = start + 1
    return located
