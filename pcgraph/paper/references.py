"""Where something stands, in the words of the office: meeting, date, item and number first, then document and line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pcgraph.dates import to_date_words
from pcgraph.model import Row

_PERIOD = re.compile(r"(\d{4}-\d{2})Q([1-4])")
_PLACE = re.compile(r"(\d+)(?:-(\d+))?(?:c(\d+))?")
_TABLE_PLACE = re.compile(r"t(\d+)r(\d+)(?:-t\d+r(\d+))?(?:c(\d+))?")


def to_period_words(period: str) -> str:
    """A period for people.

    >>> to_period_words("2019-20Q4"), to_period_words("2019-20")
    ('Quarter 4 of 2019-20', '2019-20')
    """
    match = _PERIOD.fullmatch(period)
    return f"Quarter {match[2]} of {match[1]}" if match else period


def to_item_words(item: str) -> str:
    """An agenda item's number without the noughts before it.

    >>> to_item_words("04"), to_item_words("7b")
    ('4', '7b')
    """
    return item.lstrip("0") or item


def to_place_words(locator: str) -> str:
    """A locator for people.

    >>> to_place_words("34-36"), to_place_words("52c3"), to_place_words("t2r14"), to_place_words("p3")
    ('lines 34 to 36', 'line 52, cell 3', 'table 2, row 14', 'p3')
    """
    if match := _PLACE.fullmatch(locator):
        first, last, cell = match.groups()
        lines = f"lines {first} to {last}" if last and last != first else f"line {first}"
        return lines + (f", cell {cell}" if cell else "")
    if match := _TABLE_PLACE.fullmatch(locator):
        table, first, last, cell = match.groups()
        rows = f"rows {first} to {last}" if last and last != first else f"row {first}"
        return f"table {table}, {rows}" + (f", cell {cell}" if cell else "")
    return locator


def to_sort_key(locator: str) -> list[int]:
    """What sorts locators of one document by their place in it.

    >>> to_sort_key("52c3"), to_sort_key("t2r14"), to_sort_key("")
    ([52, 3], [2, 14], [])
    """
    return [int(part) for part in re.findall(r"\d+", locator)]


def to_places_words(locators: Iterable[str]) -> str:
    """Several locators of one document for people; plain lines are listed together.

    >>> to_places_words(["100", "96", "96"]), to_places_words(["96", "52c3"])
    ('lines 96, 100', 'line 52, cell 3; line 96')
    """
    found = sorted(set(filter(None, locators)), key=to_sort_key)
    if len(found) > 1 and all(locator.isdigit() for locator in found):
        return f"lines {', '.join(found)}"
    return "; ".join(to_place_words(locator) for locator in found)


def describe_meeting(document: Row) -> str:
    """A document's meeting, date and item; its period where it names no meeting; "" where it names neither.

    >>> row = {"meeting_body": "Panel", "meeting_date": "2020-05-14", "agenda_item": "04", "period": ""}
    >>> describe_meeting(row)
    'Panel, 14 May 2020, item 4'
    """
    item = f"item {to_item_words(document['agenda_item'])}" if document["agenda_item"] else ""
    parts = (document["meeting_body"], to_date_words(document["meeting_date"]), item)
    period = to_period_words(document["period"])
    return ", ".join(filter(None, parts)) or (f"report for {period[0].lower()}{period[1:]}" if period else "")


class Citations:
    """Gives references to the documents of a dataset.

    Args:
        documents: The table `documents`.
    """

    def __init__(self, documents: Iterable[Row]) -> None:
        self._documents = {row["id"]: row for row in documents}

    def cite(self, document: str, locators: Iterable[str] = (), number: str = "") -> str:
        """A reference in full.

        Args:
            document: The document's id; "" gives "".
            locators: Places in it.
            number: What people find there by its number, such as `no. 14`.
        """
        if not document:
            return ""
        row = self._documents.get(document)
        meeting = describe_meeting(row) if row else ""
        first = ", ".join(filter(None, (meeting, number)))
        return "; ".join(filter(None, (first, ", ".join(filter(None, (document, to_places_words(locators)))))))
