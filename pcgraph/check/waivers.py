"""Accepted exceptions: a file in which an office says which findings it accepts, why, who says so and until when.

The file is CSV with the columns check, entity, reason, by, until. A row excuses what one check
finds wrong with one thing, up to and including its last day.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from pcgraph.check.known import describe_unknown, parse_day
from pcgraph.names import is_blank
from pcgraph.query.builtin import WAIVER_EXPIRED, WAIVER_UNUSED
from pcgraph.query.files import CheckFile

COLUMNS = ("check", "entity", "reason", "by", "until")
_NOT_EXCUSED = (WAIVER_EXPIRED, WAIVER_UNUSED)
_Cells = Mapping[str, str]


class Waiver(NamedTuple):
    """One accepted exception.

    Attributes:
        check: The check whose finding it excuses.
        entity: The id of the thing that the finding is of.
        reason: Why it is accepted.
        by: Who accepted it: an office or a post.
        until: The last day on which it holds.
        place: File and row where it stands.
    """

    check: str
    entity: str
    reason: str
    by: str
    until: date
    place: tuple[str, int]

    def describe(self) -> str:
        """Why, by whom and until when, in one line."""
        return f"{self.reason} ({self.by}, until {self.until.isoformat()})"


def parse_waivers(
    text: str, filename: str, known: Mapping[str, CheckFile], entities: Collection[str]
) -> tuple[tuple[Waiver, ...], list[str]]:
    """The accepted exceptions of a file, and every fault in it.

    Args:
        text: The whole file.
        filename: How the faults call it.
        known: Every check there is, by name.
        entities: The ids of everything in the graph.

    Returns:
        The rows without a fault; the faults, each naming file and row (the header is row 1).
    """
    waivers: list[Waiver] = []
    faults: list[str] = []
    rows: dict[tuple[str, str], int] = {}
    by_code = _index(entities)
    try:
        for number, cells in _iter_rows(text):
            found = [*_iter_faults(cells, known, by_code)]
            first = rows.setdefault((cells["check"], cells["entity"]), number)
            found += [f"row {first} excuses the same already"] if first != number else []
            faults += [f"{filename} row {number}: {fault}" + ("" if fault[-1] in ".?" else ".") for fault in found]
            if not found:
                waivers.append(_to_waiver(cells, (filename, number)))
    except _DamagedFileError as error:
        faults.append(f"{filename}{error}")
    return tuple(waivers), faults


def _to_waiver(cells: _Cells, place: tuple[str, int]) -> Waiver:
    until = date.fromisoformat(cells["until"])
    return Waiver(cells["check"], cells["entity"], cells["reason"], cells["by"], until, place)


class _DamagedFileError(Exception):
    """The file is no table of waivers."""


def _iter_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row's number and cells, trimmed; a spreadsheet's empty rows and columns are passed over."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        _check_header([name for name in header if name])
        for number, row in enumerate(reader, start=2):
            cells = [cell.strip() for cell in row]
            if len(cells) > len(header) and any(cells[len(header) :]):
                raise _DamagedFileError(f" row {number}: {len(cells)} cells, {len(header)} expected.")
            if any(cells):
                named = dict(zip(header, cells, strict=False))
                yield number, {name: named.get(name, "") for name in COLUMNS}
    except csv.Error as error:
        raise _DamagedFileError(f" line {reader.line_num}: not readable as CSV ({error}).") from error


def _check_header(header: list[str]) -> None:
    if sorted(header) == sorted(COLUMNS):
        return
    if len(header) == 1 and any(mark in header[0] for mark in ";\t|"):
        raise _DamagedFileError(" row 1: its cells are not parted by commas.")
    missing = [f"column {name} is missing" for name in COLUMNS if name not in header]
    unknown = [f"column {name} is unknown" for name in header if name not in COLUMNS]
    twice = [f"column {name} stands twice" for name in COLUMNS if header.count(name) > 1]
    raise _DamagedFileError(f" row 1: {'; '.join(missing + unknown + twice)}.")


def _iter_faults(cells: _Cells, known: Mapping[str, CheckFile], by_code: Mapping[str, list[str]]) -> Iterator[str]:
    check, entity = cells["check"], cells["entity"]
    if check in _NOT_EXCUSED:
        yield f"{check} is about these rows themselves and cannot be excused"
    elif check not in known:
        yield describe_unknown(check, known)
    if entity not in by_code.get(entity.casefold(), ()):
        yield f"there is no thing “{entity}” in the graph. {_suggest_entity(entity, by_code)}"
    if is_blank(cells["reason"]):
        yield "reason is empty: say why it is accepted"
    if is_blank(cells["by"]):
        yield "by is empty: say which office or post accepts it"
    if parse_day(cells["until"]) is None:
        yield f"until “{cells['until']}” is not a date: write its last day as year-month-day, such as 2021-03-31"


def _suggest_entity(entity: str, by_code: Mapping[str, list[str]]) -> str:
    """What was perhaps meant: the ids that are, or end in, what was written, in whatever case."""
    found = by_code.get(entity.casefold(), [])
    return f"Did you mean {' or '.join(found[:3])}?" if found else "Ids are those of: pcgraph check"


def _index(entities: Collection[str]) -> dict[str, list[str]]:
    """The ids by themselves and by the short code that they end in, those with fewer parts first."""
    found: dict[str, list[str]] = {}
    for entity in sorted(entities, key=lambda name: (name.count("/"), name)):
        for key in {entity.casefold(), entity.rpartition("/")[2].casefold()}:
            found.setdefault(key, []).append(entity)
    return found
