"""The themes of a tracker: what each row says of its theme, and the number that the theme has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pcgraph.extract.fragments import to_locator
from pcgraph.extract.tracker.groups import parse_group
from pcgraph.extract.tracker.refs import Ref
from pcgraph.extract.tracker.rows import Entry

_URGENCY = re.compile(r"^(?:very )?(?:high|medium|low|critical|urgent|h|m|l|p?\d)$", re.IGNORECASE)
"""What a column headed Priority may hold that is no theme."""


class Theme(NamedTuple):
    """A theme: its number, its title as printed or made up, and where that stands."""

    number: int
    title: str
    line: str


class Label(NamedTuple):
    """What a row says of its theme: a number or 0, a title or "", and where that stands."""

    number: int
    title: str
    line: str

    @property
    def key(self) -> str:
        """Tells themes apart: the number where there is one, else the title's letters."""
        return str(self.number) if self.number else re.sub(r"[\W_]+", "", self.title.casefold())


_NO_LABEL = Label(0, "", "")


def read_labels(
    entries: Sequence[Entry], words: tuple[str, ...], sheets: Mapping[str, str], *, objectives_are_themes: bool
) -> list[Label]:
    """What each row says of its theme: a column of themes, a row over it, its objective's cell, or its sheet's name.

    Args:
        entries: The rows.
        words: What a theme's name may begin with, in lower case.
        sheets: The names of a workbook's sheets; they count where several sheets hold rows.
        objectives_are_themes: Whether the references number the actions, so that the objective stands over several.
    """
    has_themes = any(_find_cell(entry, "theme") for entry in entries)
    has_groups = any(entry.theme for entry in entries)
    column = "theme" if has_themes else "deliverable" if objectives_are_themes and not has_groups else ""
    labels: list[Label] = []
    before = _NO_LABEL
    for index, entry in enumerate(entries):
        if index and entries[index - 1].sheet != entry.sheet:
            before = _NO_LABEL
        before = _read_label(entry, column, words, before)
        labels.append(before)
    titled = {entry.sheet for entry in entries} & set(sheets)
    if len(titled) < 2:
        return labels
    return [
        label if label.key else _read_sheet(entry, sheets.get(entry.sheet, ""), words)
        for label, entry in zip(labels, entries, strict=True)
    ]


def _read_sheet(entry: Entry, name: str, words: tuple[str, ...]) -> Label:
    group = parse_group(name, entry.first.number, words)
    number = int(group.number) if group and group.number.isdigit() else 0
    return Label(number, group.title if group and number else name, entry.line)


def _read_label(entry: Entry, column: str, words: tuple[str, ...], before: Label) -> Label:
    cell = _find_cell(entry, column) if column else ""
    if cell:
        group = parse_group(cell, entry.first.number, words)
        number = int(group.number) if group and group.number.isdigit() else 0
        return Label(number, group.title if group and number else cell, entry.locate(column))
    if column:
        return before  # merged downwards
    if entry.theme:
        number = int(entry.theme.number) if entry.theme.number.isdigit() else 0
        return Label(number, entry.theme.title, to_locator(entry.theme.line))
    return _NO_LABEL


def _find_cell(entry: Entry, column: str) -> str:
    cell = entry.get(column)
    return "" if column == "theme" and _URGENCY.match(cell) else cell


def number_themes(labels: Sequence[Label], refs: Sequence[Ref | None], entries: Sequence[Entry]) -> dict[str, Theme]:
    """Each label's theme by its key: numbered by itself, else as its rows' references, else the next free one."""
    firsts: dict[str, Counter[int]] = defaultdict(Counter)
    for label, ref in zip(labels, refs, strict=True):
        firsts[label.key].update([int(ref.parts[0])] if ref and len(ref.parts) > 1 else [])
    own = {label.number for label in labels if label.number}
    themes: dict[str, Theme] = {}
    taken = set(own)
    for label, entry in zip(labels, entries, strict=True):
        if label.key in themes or not label.key:
            continue
        read = [number for number, _ in firsts[label.key].most_common(1) if number and number not in taken]
        number = label.number or next(iter(read), 0) or next(n for n in range(1, len(taken) + 2) if n not in taken)
        taken.add(number)
        themes[label.key] = Theme(number, label.title or f"Theme {number}", label.line or entry.line)
    return themes
