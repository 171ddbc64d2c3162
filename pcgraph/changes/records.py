"""What changed between two reports, as records for people and programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pcgraph.changes.words import count_words
from pcgraph.render.records import Records

CHANGE_KINDS = {
    "rag": "the RAG status (delivery, self-rated) moved",
    "new": "an item that the earlier report does not have",
    "dropped": "an item that the later report does not have; no mention is not no work",
    "continued": "an item under another number or in another plan",
    "wording": "the deliverable is worded otherwise",
    "responsible": "other responsibility codes",
    "lead": "other lead officers' posts",
    "partner": "a partner or partnership newly named, or no longer named",
    "figure": "a new figure, or another value of a figure",
    "narrative-unchanged": "the update has the same words as before",
}
"""Each kind of change with what it means, in the order in which an item's changes are told."""

_COLUMNS = (
    ("kind", "Kind"),
    ("number", "No."),
    ("deliverable", "Deliverable"),
    ("wording", "Wording"),
    ("before", "Before"),
    ("after", "After"),
    ("detail", "What changed"),
    ("document", "Document"),
    ("line", "Line"),
)


class Change(NamedTuple):
    """One thing that changed from one report to a later one.

    Attributes:
        kind: One of `CHANGE_KINDS`.
        number: The item's number as printed in `document`; empty where it is lost.
        deliverable: The id of its deliverable; empty where the item has none.
        wording: The deliverable as `document` prints it.
        before: What the earlier report has; empty where it has nothing.
        after: What the later report has; empty where it has nothing.
        detail: One sentence for people.
        document: The report where this stands: the later one, or the earlier one for what is gone.
        line: The place in that document.
    """

    kind: str
    number: str
    deliverable: str
    wording: str
    before: str
    after: str
    detail: str
    document: str
    line: str


class Changes(NamedTuple):
    """What changed from one report to a later one.

    Attributes:
        earlier: The earlier report's id.
        later: The later report's id.
        items: The changes in the order of the later report's items, then of the items gone.
        notes: What a reader must know beside them, one sentence each.
    """

    earlier: str
    later: str
    items: tuple[Change, ...]
    notes: tuple[str, ...]

    def pick(self, kinds: Iterable[str]) -> Changes:
        """Only the changes of these kinds; all of them where no kind is given."""
        wanted = frozenset(kinds) or frozenset(CHANGE_KINDS)
        return self._replace(items=tuple(item for item in self.items if item.kind in wanted))

    def describe(self) -> str:
        """The changes counted, in one line.

        Example:
            `3 moved to Amber, 1 new, 2 dropped, 5 partners newly named`
        """
        return ", ".join(_iter_counts(self.items)) or "no change found"

    def to_records(self) -> Records:
        """Every change, one row each."""
        title = f"From {self.earlier} to {self.later}: {self.describe()}"
        return Records(title, _COLUMNS, self.items, " ".join(self.notes))


def _iter_counts(items: tuple[Change, ...]) -> Iterator[str]:
    kinds = Counter(item.kind for item in items)
    moves = Counter(item.after for item in items if item.kind == "rag" and item.before)
    first = sum(item.kind == "rag" and not item.before for item in items)
    for status in ("Red", "Amber", "Green", "White"):
        if moves[status]:
            yield f"{moves[status]} moved to {status}"
    if moves[""]:
        yield f"{moves['']} without a RAG letter now"
    if first:
        yield f"{first} with a RAG letter for the first time"
    for kind, words in (
        ("new", "new"),
        ("dropped", "dropped"),
        ("continued", "continued under another number or plan"),
        ("wording", "worded otherwise"),
        ("responsible", "with other responsible codes"),
        ("lead", "with other leads"),
    ):
        if kinds[kind]:
            yield f"{kinds[kind]} {words}"
    yield from _iter_part_counts(items)
    if unchanged := kinds["narrative-unchanged"]:
        yield f"{count_words(unchanged, 'narrative')} unchanged"


def _iter_part_counts(items: tuple[Change, ...]) -> Iterator[str]:
    """Partners, each counted once however many items name it, and figures."""
    named = {item.after for item in items if item.kind == "partner" and item.after}
    gone = {item.before for item in items if item.kind == "partner" and item.before}
    if named:
        yield f"{count_words(len(named), 'partner')} newly named"
    if gone:
        yield f"{count_words(len(gone), 'partner')} no longer named"
    figures = [item for item in items if item.kind == "figure"]
    changed = sum(bool(item.before) for item in figures)
    if len(figures) > changed:
        yield count_words(len(figures) - changed, "new figure")
    if changed:
        yield count_words(changed, "figure with another value", "figures with other values")
