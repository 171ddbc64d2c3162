"""The cover, headings and status key of a monitoring report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pcgraph.dates import DATE, count_years, parse_date, parse_spans, to_financial_year
from pcgraph.documents import Line
from pcgraph.extract.clean import clean_wording
from pcgraph.extract.fragments import to_locator

_COVER = {
    "marking": re.compile(r"^public\s*/\s*(?:non|not)\b", re.IGNORECASE),
    "meeting_body": re.compile(r"^(?:report to|meeting)\b", re.IGNORECASE),
    "meeting_date": re.compile(r"^(?:date of meeting|meeting date|date)\b", re.IGNORECASE),
    "author": re.compile(r"^report author\b|^author\b", re.IGNORECASE),
    "agenda_item": re.compile(r"^agenda item\b", re.IGNORECASE),
}
_QUARTER = re.compile(r"\bq(?:ua)?(?:r?te?r|rt|tr)?\.?\s?([1-4])\b|\b([1-4])(?:st|nd|rd|th) quarter\b", re.IGNORECASE)
_THEME_HEADING = re.compile(r"^THEME\s+(\d{1,2})\s*[:.–-]\s+(\S.*)$", re.IGNORECASE)
_THEME_NAMED = re.compile(r"\btheme\s+(\d{1,2})\b", re.IGNORECASE)
_DELIVERY_PLAN = re.compile(r"\bdelivery plan\b", re.IGNORECASE)
_PLAN = re.compile(r"\bplan\b", re.IGNORECASE)
_COLOURS = {"green": "G", "amber": "A", "red": "R", "white": "W"}
_COLOUR = re.compile(r"^(green|amber|red|white)\b", re.IGNORECASE)
_TALLY = re.compile(r"(\d+)\s?/\s?(\d+)(?:\s?\(\s?(\d+(?:\.\d+)?)\s?%\s?\))?")
_RUNNING_TALLY = re.compile(
    r"\b(Green|GREEN|Amber|AMBER|Red|RED|White|WHITE|[GARW])\b[^/\d]{0,100}?\b(\d+)\s?/\s?(\d+)"
    r"(?:\s?\(\s?(\d+(?:\.\d+)?)\s?%\s?\))?"
)


class Tally(NamedTuple):
    """What a status key claims of one colour.

    Attributes:
        letter: G, A, R or W.
        claimed: How many items.
        total: Of how many.
        percent: As printed, or "".
        line: Its locator.
        printed: Its words as printed, such as `14/15 (93.3%)`.
    """

    letter: str
    claimed: int
    total: int
    percent: str
    line: str
    printed: str


def read_cover(lines: Sequence[Line]) -> dict[str, str]:
    """The cells of a cover table, by column of `documents`; people's addresses are passed over."""
    cover: dict[str, str] = {}
    for line in lines:
        cells = [clean_wording(cell).rstrip("*") for cell in line.cells]
        if len(cells) < 2 or not cells[1]:
            continue
        name = next((name for name, label in _COVER.items() if label.match(cells[0])), "")
        if name and name not in cover:
            cover[name] = cells[1]
    return _normalise(cover)


def _normalise(cover: dict[str, str]) -> dict[str, str]:
    if "meeting_date" in cover:
        cover["meeting_date"] = parse_date(cover["meeting_date"])
    if "marking" in cover:
        marking = cover["marking"].lower()
        cover["marking"] = "public" if marking == "public" else "internal" if "non" in marking else ""
    if "@" in cover.get("author", ""):
        del cover["author"]
    return cover


def find_plans(lines: Sequence[Line]) -> tuple[str, str]:
    """The plan whose deliverables a report reports on, and the plan above it.

    Returns:
        The yearly delivery plan where one is named, else the plan itself; and its parent, or "".
    """
    delivery = top = ""
    for line in lines:
        text = clean_wording(line.text)
        for match in re.finditer(r"\(?\s*(20\d\d\s?[-–/]\s?\d{2,4})\s*\)?", text):
            span = next(iter(parse_spans(match[1])), "")
            near = text[max(0, match.start() - 20) : match.end() + 15]
            if span and _DELIVERY_PLAN.search(near):
                delivery = delivery or span
            elif span and _PLAN.search(near) and not top:
                top = span
    if not delivery or (count_years(delivery) > 1 and not top):
        return delivery or top, ""
    return delivery, top if top and top != delivery and count_years(top) > count_years(delivery) else ""


def find_theme(lines: Sequence[Line]) -> tuple[str, str, str]:
    """The theme's number, its title and where it stands; the heading above the table counts most."""
    for line in lines:
        if match := _THEME_HEADING.match(clean_wording(line.text)):
            return match[1], match[2], to_locator(line.number)
    for line in lines:
        if match := _THEME_NAMED.search(clean_wording(line.text)):
            return match[1], "", to_locator(line.number)
    return "", "", ""


def find_period(lines: Sequence[Line], plan: str, meeting_date: str) -> str:
    """The financial year and quarter that a report covers, such as `2019-20Q4`.

    The year is the yearly plan's; under a plan of several years it is taken from the dates
    printed beside the quarter, or else from the meeting's date.
    """
    for line in sorted(lines, key=lambda line: "update" not in line.text.lower()):
        text = clean_wording(line.text)
        if not (match := _QUARTER.search(text)):
            continue
        quarter = match[1] or match[2]
        if count_years(plan) == 1:
            return f"{plan}Q{quarter}"
        dates = [parse_date(found) for found in re.findall(DATE, text, re.IGNORECASE)]
        spans = [span for span in parse_spans(text) if count_years(span) == 1]
        date = next((date for date in [*dates, meeting_date] if date), "")
        year = spans[0] if spans else to_financial_year(date) if date else ""
        return f"{year}Q{quarter}" if year else ""
    return ""


def _read_running_tallies(lines: Sequence[Line]) -> list[Tally]:
    """The claims of a key that is printed as running text: each colour, then its share."""
    tallies: dict[str, Tally] = {}
    for line in lines:
        for match in _RUNNING_TALLY.finditer(clean_wording(line.text)):
            letter = _COLOURS.get(match[1].lower(), match[1])
            printed = match[0][match.start(2) - match.start() :]
            tally = Tally(letter, int(match[2]), int(match[3]), match[4] or "", to_locator(line.number), printed)
            tallies.setdefault(letter, tally)
    return list(tallies.values())


def read_tallies(lines: Sequence[Line]) -> list[Tally]:
    """What the status key claims, colour by colour, whether it is printed in rows or in columns."""
    letters: list[str] = []
    counts: list[tuple[int, int, str, str, str]] = []
    for line in lines:
        for column, cell in enumerate(line.cells, start=1):
            text = clean_wording(cell)
            if match := _COLOUR.match(text):
                letters.append(_COLOURS[match[1].lower()])
            elif match := _TALLY.match(text):
                place = to_locator(line.number, cell=column)
                counts.append((int(match[1]), int(match[2]), match[3] or "", place, match[0]))
    if not counts or len(letters) != len(counts):
        return _read_running_tallies(lines)
    return [Tally(letter, *count) for letter, count in zip(letters, counts, strict=True)]
