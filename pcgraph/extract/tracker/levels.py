"""Which column a tracker's references number: its objectives, or the actions under them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pcgraph.extract.tracker.labels import Label
from pcgraph.extract.tracker.refs import Ref
from pcgraph.extract.tracker.rows import Entry


def has_both(entry: Entry) -> bool:
    """Whether a row's table has a column of objectives and one of actions."""
    return bool(entry.header.columns("deliverable")) and bool(entry.header.columns("action"))


def is_numbered_by_action(entries: Sequence[Entry], refs: Sequence[Ref | None]) -> bool:
    """Whether one objective stands beside several references, so that these number the actions.

    References of three parts number actions by themselves and say nothing here.
    """
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    objective = ""
    for entry, ref in zip(entries, refs, strict=True):
        if has_both(entry):
            objective = entry.get("deliverable") or objective
            if ref and len(ref.parts) < 3:
                found[objective].add(ref.parts)
    return any(len(parts) > 1 for parts in found.values())


def find_shifted(entries: Sequence[Entry], labels: Sequence[Label], refs: Sequence[Ref | None]) -> set[str]:
    """The themes whose references of two parts count deliverable and action, not theme and deliverable.

    So it is where the theme has a number of its own that its references do not begin with, and
    objectives and actions stand side by side.
    """
    firsts: dict[str, set[str]] = defaultdict(set)
    for entry, label, ref in zip(entries, labels, refs, strict=True):
        if label.number and has_both(entry) and ref and len(ref.parts) == 2:
            firsts[label.key].add(ref.parts[0])
    numbers = {label.key: str(label.number) for label in labels}
    return set(firsts) if any(found != {numbers[key]} for key, found in firsts.items()) else set()
