"""The rows of a tracker, each with the theme and the objective that stand over it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pcgraph.documents import Line
from pcgraph.extract.clean import clean_wording, is_rule
from pcgraph.extract.fragments import to_locator
from pcgraph.extract.tracker.groups import Group, find_named, parse_group
from pcgraph.extract.tracker.headings import Header, get_sheet

_TELLING = ("ref", "action_ref", "theme", "deliverable", "action")
"""Fields of which a row has one at least; else it goes on with the row before."""


@dataclass(slots=True)
class Entry:
    """A row of a tracker.

    Attributes:
        header: The headings over it.
        cells: Its cells, cleaned, by column.
        first: The line that it begins in.
        last: The line that it ends in.
        sheet: The sheet that it stands in, or "".
        theme: The row over it that names its theme.
        objective: The row over it, under the theme's, that names its objective.
    """

    header: Header
    cells: list[str]
    first: Line
    last: Line
    sheet: str
    theme: Group | None = None
    objective: Group | None = None

    def get(self, field: str) -> str:
        """The first filled cell that holds a field, or ""."""
        return next((self.at(heading.column) for heading in self.header.columns(field) if self.at(heading.column)), "")

    def at(self, column: int) -> str:
        """A column's cell, or ""."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    @property
    def wording(self) -> str:
        """Its deliverable or action, whichever is filled."""
        return self.get("deliverable") or self.get("action")

    @property
    def line(self) -> str:
        """Where the row stands."""
        return to_locator(self.first.number, self.last.number)

    def locate(self, field: str) -> str:
        """Where its first filled cell of a field stands."""
        filled = (heading.column for heading in self.header.columns(field) if self.at(heading.column))
        return self.locate_cell(next(filled, self.header.find(field)))

    def locate_cell(self, column: int) -> str:
        """Where one of its cells begins."""
        return to_locator(self.first.number, cell=column + 1)


def read_entries(marked: Sequence[Line | Header], words: tuple[str, ...]) -> list[Entry]:
    """A tracker's rows.

    Args:
        marked: The document's lines, its rows of headings among them.
        words: What a row that names a theme begins with, in lower case.
    """
    reader = _Reader(words, by_form=True)
    entries = reader.read(marked)
    if any(entry.theme and entry.theme.word for entry in entries):
        return _Reader(words, by_form=False).read(marked)  # where some say that they are groups, the others are none
    return entries


class _Reader:
    """Goes through the lines; knows the headings, theme and objective that hold where it stands."""

    def __init__(self, words: tuple[str, ...], *, by_form: bool) -> None:
        self._words = words
        self._by_form = by_form
        self._entries: list[Entry] = []
        self._header: Header | None = None
        self._theme: Group | None = None
        self._objective: Group | None = None
        self._pending: list[Group] = []
        self._sheet = ""
        self._last_sheet = ""
        self._top_word = ""

    def read(self, marked: Iterable[Line | Header]) -> list[Entry]:
        """Every row in order."""
        for item in marked:
            line = item.line if isinstance(item, Header) else item
            if line.is_blank or is_rule(line.text):
                continue
            self._enter(get_sheet(line))
            if isinstance(item, Header):
                self._header = item
            else:
                self._read_line(item)
        return self._entries

    def _enter(self, sheet: str) -> None:
        """Forget what held in another sheet; a Word paragraph before a table still holds for it."""
        if sheet and self._sheet and sheet != self._sheet:
            self._header = self._theme = self._objective = None
            self._pending = [] if self._last_sheet else self._pending
        self._sheet = sheet or self._sheet
        self._last_sheet = sheet

    def _read_line(self, line: Line) -> None:
        cells = [clean_wording(cell) for cell in line.cells]
        filled = [column for column, cell in enumerate(cells) if cell]
        if not filled:
            return
        if len(filled) == 1 and self._is_plain(line, cells, filled[0]):
            self._note_group(cells[filled[0]], line.number)
        elif self._header:
            self._read_row(self._header, line, cells)

    def _is_plain(self, line: Line, cells: Sequence[str], column: int) -> bool:
        """Whether a row's only cell stands for the whole row."""
        if self._header is None or "\t" not in line.text.strip("\r\n"):
            return True
        group = parse_group(cells[column], line.number, self._words)
        telling = {heading.column for heading in self._header.columns(*_TELLING)}
        return column in telling and bool(group and (column == 0 or group.word not in ("", "#")))

    def _note_group(self, text: str, number: int) -> None:
        if self._header is None:
            group = find_named(text, number, self._words)
        else:
            group = parse_group(text, number, self._words)
        if group and (group.word or self._by_form):
            self._pending.append(group)

    def _read_row(self, header: Header, line: Line, cells: list[str]) -> None:
        has_own = any(cells[h.column] for h in header.columns(*_TELLING) if h.column < len(cells))
        if has_own:
            self._take_groups()
            self._entries.append(Entry(header, cells, line, line, self._sheet, self._theme, self._objective))
        elif self._entries and self._entries[-1].sheet == self._sheet and not self._pending:
            _join(self._entries[-1], cells, line)

    def _take_groups(self) -> None:
        """The theme and objective that the rows of one cell just above name."""
        for group in sorted(self._pending, key=lambda group: not group.word):
            self._top_word = self._top_word or group.word
            if "." in group.number or (group.word and group.word != self._top_word):
                self._objective = group
            elif group.word or not any(other.word for other in self._pending):
                self._theme, self._objective = group, None
                if not group.word:
                    break  # what stands under it is a remark
        self._pending = []


def _join(entry: Entry, cells: Sequence[str], line: Line) -> None:
    """Add a row that goes on with the one before, cell by cell."""
    entry.cells += [""] * (len(cells) - len(entry.cells))
    for column, cell in enumerate(cells):
        entry.cells[column] = f"{entry.cells[column]} {cell}".strip()
    entry.last = line
