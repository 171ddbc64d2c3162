"""A tracker's rows as deliverables and actions, each with its theme and number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pcgraph.documents import Document, describe_lines
from pcgraph.errors import DocumentError
from pcgraph.extract.tracker.labels import Label, Theme, number_themes, read_labels
from pcgraph.extract.tracker.levels import find_shifted, has_both, is_numbered_by_action
from pcgraph.extract.tracker.refs import Ref, is_date, looks_cut, parse_ref
from pcgraph.extract.tracker.rows import Entry

Place = tuple[int, int]
"""A deliverable: its theme's number and its own."""


@dataclass(slots=True)
class Item:
    """A row, placed.

    Attributes:
        entry: The row.
        place: The deliverable that it is, or that its action implements.
        action: The action's number or letter, or "" where the row is the deliverable itself.
        wording: The deliverable's or the action's, as printed.
        notes: What a reader must know: kind of anomaly, message, severity or "".
    """

    entry: Entry
    place: Place
    action: str
    wording: str
    notes: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Structure:
    """What a tracker's rows add up to.

    Attributes:
        themes: By number.
        deliverables: Wording of each deliverable that the tracker words, and the locator of the words' row.
        items: The rows, in order.
        notes: What a reader must know of the whole: kind of anomaly, locator, message, severity.
    """

    themes: dict[int, Theme] = field(default_factory=dict)
    deliverables: dict[Place, tuple[str, str]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    notes: list[tuple[str, str, str, str]] = field(default_factory=list)


def build_structure(
    document: Document,
    entries: Sequence[Entry],
    words: tuple[str, ...],
    *,
    sheets: Mapping[str, str],
    keep_duplicates: bool,
) -> Structure:
    """Place every row.

    Args:
        document: For messages.
        entries: The rows.
        words: What a theme's name may begin with, in lower case.
        sheets: The names of a workbook's sheets, by their places.
        keep_duplicates: Keep rows whose reference stands twice, under another number.

    Raises:
        DocumentError: A reference stands twice, or Excel has turned it into another number or a date.
    """
    refs = [_read_ref(document, entry) for entry in entries]
    labels = read_labels(entries, words, sheets, objectives_are_themes=False)
    shifted = find_shifted(entries, labels, refs)
    by_action = not shifted and is_numbered_by_action(entries, refs)
    if by_action:
        labels = read_labels(entries, words, sheets, objectives_are_themes=True)
    themes = number_themes(labels, refs, entries)
    refs = [
        _shift(ref, themes.get(label.key), is_shifted=label.key in shifted)
        for ref, label in zip(refs, labels, strict=True)
    ]
    builder = _Builder(document, refs, by_action=by_action, keep_duplicates=keep_duplicates)
    for entry, label, ref in zip(entries, labels, refs, strict=True):
        builder.add(entry, label, ref, themes.get(label.key))
    builder.note_whole()
    return builder.found


def _read_ref(document: Document, entry: Entry) -> Ref | None:
    """A row's reference, with that of its action behind it where this has a column of its own.

    Raises:
        DocumentError: Excel has turned it into a date.
    """
    own, action = entry.get("ref"), entry.get("action_ref")
    if is_date(own) or is_date(action):
        raise DocumentError(
            f"{document.filename}: the reference in {entry.first.where} reads “{own if is_date(own) else action}”:"
            " Excel has turned it into a date.",
            hint="Format the column of references as text and write the reference anew.",
        )
    ref, further = parse_ref(own), parse_ref(action)
    if further and (not ref or len(further.parts) == 3):
        return further
    return Ref(ref.prefix, (*ref.parts, further.parts[-1])) if ref and further and len(ref.parts) == 2 else ref


def _shift(ref: Ref | None, theme: Theme | None, *, is_shifted: bool) -> Ref | None:
    """A reference with its theme's number before it, where it counts within the theme or ends in a letter."""
    if not ref or len(ref.parts) != 2 or (ref.parts[1].isdigit() and not is_shifted):
        return ref
    return Ref(ref.prefix, (str(theme.number if theme else 1), *ref.parts))


class _Builder:
    """Places one row after the other."""

    def __init__(
        self, document: Document, refs: Sequence[Ref | None], *, by_action: bool, keep_duplicates: bool
    ) -> None:
        self.found = Structure()
        self._document = document
        self._by_action = by_action
        self._keeps = keep_duplicates
        self._taken: dict[int, set[int]] = defaultdict(set)
        for ref in filter(None, refs):
            if len(ref.parts) > 1:
                self._taken[int(ref.parts[0])].add(int(ref.parts[1]))
        self._lasts: dict[int, int] = {}
        self._all_actions = any(refs) and all(len(ref.parts) == 3 for ref in refs if ref)
        self._has_refs = any(refs)
        self._last: Item | None = None
        self._objective = ""
        self._seen: dict[tuple[Place, str], Item] = {}
        self._counts: dict[Place, int] = defaultdict(int)
        self._is_ordered = False

    def add(self, entry: Entry, label: Label, ref: Ref | None, theme: Theme | None) -> None:
        """Place a row; one without words is left out, with a remark."""
        if not entry.wording:
            if ref:
                message = f"The row of {entry.get('ref')} holds no words; it was left out."
                self.found.notes.append(("reading-uncertain", entry.line, message, ""))
            return
        number = int(ref.parts[0]) if ref and len(ref.parts) > 1 else theme.number if theme else self._guess_theme()
        title = theme if theme and theme.number == number else Theme(number, f"Theme {number}", entry.line)
        self.found.themes.setdefault(number, title)
        item = self._place(entry, number, ref)
        if theme and label.number and label.number != number:
            message = f"The reference {entry.get('ref')} says theme {number}, the heading over it theme {label.number}."
            item.notes.append(("statements-disagree", f"{message} The reference counts.", ""))
        self._keep(item)

    def _guess_theme(self) -> int:
        return self._last.place[0] if self._last else 1

    def _place(self, entry: Entry, theme: int, ref: Ref | None) -> Item:
        parts = ref.parts if ref else ()
        is_double = has_both(entry)
        if is_double and not self._by_action:
            return self._place_under(entry, theme, parts, entry.get("deliverable"), entry.locate("deliverable"))
        wording = (entry.get("action") if is_double else "") or entry.wording
        if entry.objective and len(parts) != 2:
            group = entry.objective
            own = group.number.split(".")[-1]
            parts = (str(theme), own, *parts[-1:]) if own.isdigit() else parts
            return self._place_under(entry, theme, parts, group.title, str(group.line))
        if len(parts) == 3 or (not parts and self._all_actions and self._last):
            return self._place_action(entry, theme, parts, wording)
        return self._place_deliverable(entry, theme, parts, wording)

    def _place_deliverable(self, entry: Entry, theme: int, parts: tuple[str, ...], wording: str) -> Item:
        number = int(parts[-1]) if parts else self._next_number(theme)
        item = Item(entry, (theme, number), "", wording)
        if not parts and self._has_refs:
            message = f"The row prints no reference that can be read; its place makes it {theme}.{number}."
            item.notes.append(("number-missing", message, ""))
        return item

    def _place_action(self, entry: Entry, theme: int, parts: tuple[str, ...], wording: str) -> Item:
        place = (theme, int(parts[1])) if parts else self._last.place if self._last else (theme, 1)
        return Item(entry, place, parts[2] if parts else self._next_action(place), wording)

    def _place_under(self, entry: Entry, theme: int, parts: tuple[str, ...], objective: str, line: str) -> Item:
        """A row whose objective stands in another cell or over it; an empty one is merged downwards."""
        goes_on = self._last is not None and self._last.place[0] == theme and objective in ("", self._objective)
        if parts:
            place = (theme, int(parts[1] if len(parts) > 1 else parts[0]))
        elif goes_on and self._last:
            place = self._last.place
        else:
            place = (theme, self._next_number(theme))
        wording = entry.get("action") or (entry.wording if entry.objective else "")
        action = "" if not wording else parts[2] if len(parts) == 3 else self._next_action(place)
        item = Item(entry, place, action, wording or objective)
        if objective:
            self._objective = objective
            item = self._word(item, objective, line)
        return item

    def _word(self, item: Item, objective: str, line: str) -> Item:
        """Give a deliverable its wording; where it has another already, its reference stands twice."""
        known = self.found.deliverables.setdefault(item.place, (objective, line))
        if item.action and known[0] != objective:
            first = next(other for other in self.found.items if other.place == item.place)
            item = self._renumber(item, first)
            item.action = self._next_action(item.place)
            self.found.deliverables.setdefault(item.place, (objective, line))
        return item

    def _next_number(self, theme: int) -> int:
        """The number behind the last one of the theme; where another row prints that, the first free one after all."""
        taken = self._taken[theme]
        last = self._lasts.get(theme, 0)
        return last + 1 if last + 1 not in taken else max(taken) + 1

    def _next_action(self, place: Place) -> str:
        self._is_ordered = True
        self._counts[place] += 1
        return str(self._counts[place])

    def _keep(self, item: Item) -> None:
        """Add a placed row, unless it is the same again; refuse a reference that stands twice."""
        first = self._seen.get((item.place, item.action))
        if first and first.entry.cells == item.entry.cells:
            return
        if first or (not item.action and self._follows_cut(item)):
            item = self._renumber(item, first)
        self._seen[item.place, item.action] = item
        theme, number = item.place
        self._taken[theme].add(number)
        self._lasts[theme] = number
        if not item.action:
            self.found.deliverables.setdefault(item.place, (item.wording, item.entry.line))
        self.found.items.append(item)
        self._last = item

    def _follows_cut(self, item: Item) -> bool:
        """Whether a number comes where ten times it belongs, though it stands only once."""
        before = self._last
        if before is None or before.place[0] != item.place[0] or item.place[1] >= before.place[1]:
            return False
        return looks_cut(before.place[1], item.place[1])

    def _renumber(self, item: Item, first: Item | None) -> Item:
        """Another number for a row whose reference stands twice, or has lost a nought.

        Raises:
            DocumentError: The user did not ask to keep it.
        """
        theme, number = item.place
        ref = f"{theme}.{number}.{item.action}" if item.action and item.entry.get("action_ref") else f"{theme}.{number}"
        is_cut = bool(self._last and self._last.place[0] == theme and looks_cut(self._last.place[1], number))
        full = f"{theme}.{number}0"
        if first:
            where = f"in {describe_lines(first.entry.first, item.entry.first)} with different words"
        else:
            where = f"in {item.entry.first.where}, behind {theme}.{number * 10 - 1}"
        message = f"The reference {ref} stands {where}." + (f" Excel turns {full} into {ref}." if is_cut else "")
        if not self._keeps:
            hint = f"Format the references as text and write {full}" if is_cut else "Correct the reference"
            raise DocumentError(
                f"{self._document.filename}: {message}",
                hint=f"{hint}, or keep both rows with --keep-duplicates, which numbers the second anew.",
            )
        item.place = (theme, number * 10 if is_cut else self._next_number(theme))
        note = ("duplicate-number", f"{message} This one was given the number {item.place[1]}.", "")
        return Item(item.entry, item.place, item.action, item.wording, [*item.notes, note])

    def note_whole(self) -> None:
        """Say what holds of many rows once, and which numbers are left out."""
        if not self.found.items:
            return
        line = self.found.items[0].entry.line
        if not self._has_refs:
            message = "The tracker prints no references; its deliverables are numbered by their order."
            self.found.notes.append(("number-missing", line, message, "info"))
        if self._is_ordered:
            message = "Actions print no number of their own; they are numbered by their order under each deliverable."
            self.found.notes.append(("number-missing", line, message, "info"))
        self._note_gaps()

    def _note_gaps(self) -> None:
        own = sorted((item for item in self.found.items if not item.action), key=lambda item: item.place)
        numbers = {item.place for item in self.found.items}
        for before, after in pairwise(own):
            (theme, low), (other, high) = before.place, after.place
            missing = [n for n in range(low + 1, high) if (theme, n) not in numbers] if theme == other else []
            if missing:
                shown = str(missing[0]) if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
                message = f"The numbers of theme {theme} go from {low} to {high}; no row {shown} was found."
                after.notes.append(("number-missing", message, "info"))
