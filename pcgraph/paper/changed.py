"""What changed since the earlier report, each change told with the later report's item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pcgraph.changes import Change, Changes, find_changes
from pcgraph.errors import CallError
from pcgraph.paper.choose import Choice
from pcgraph.paper.context import Context, Subject
from pcgraph.paper.records import Note
from pcgraph.paper.references import to_place_words
from pcgraph.store.base import View
from pcgraph.tables import Dataset

_TITLES = {
    "rag": "",
    "new": "New",
    "continued": "Continued",
    "wording": "Wording",
    "responsible": "",
    "lead": "",
    "narrative-unchanged": "Narrative unchanged",
}
"""How a change of each kind begins; those whose sentence says it itself begin with nothing."""

_BESIDE = ("partner", "figure")
"""What is told beside the item's partners and figures where it is new, and in one note where it is gone."""


def find_paper_changes(dataset: Dataset, choice: Choice, *, agreed_only: bool) -> Changes | None:
    """What changed since the earlier report, or None where nothing can be said of it.

    That is so where no earlier report was read, and where the earlier one is on another plan and no
    lineage that counts ties the two: every item would be new, and every earlier one gone.

    Raises:
        CallError: The reports cannot be held against each other.
    """
    if choice.earlier is None:
        return None
    view: View = "agreed" if agreed_only else "all"
    if choice.earlier["period"] > choice.report["period"]:
        raise CallError(
            f"{choice.earlier['id']} is later than {choice.report['id']}.", hint="Name an earlier report with --from."
        )
    changes = find_changes(dataset, choice.earlier["id"], choice.report["id"], theme=choice.theme["id"], view=view)
    is_tied = choice.earlier["plan"] == choice.report["plan"] or bool(changes.pick(["continued"]).items)
    return changes if is_tied else None


def explain_no_changes(choice: Choice, *, agreed_only: bool) -> str:
    """Why nothing is said of what changed, one sentence."""
    if choice.earlier is None:
        return "No earlier report on this theme has been read, so nothing is said of what changed."
    agreed = " that the office agreed to" if agreed_only else ""
    return (
        f"{choice.earlier['id']} reports on another plan, {choice.earlier['plan']}, and no lineage{agreed} ties "
        "its items to those of this report, so nothing is said of what changed."
    )


def sort_changes(changes: Changes | None) -> Mapping[str, list[Change]]:
    """Each change that is not a drop, by the deliverable of this report's item that it belongs to.

    A partner or figure that is no longer named stands in the earlier report, under the deliverable
    that the item continues.
    """
    found: dict[str, list[Change]] = {}
    if changes is None:
        return found
    items = [change for change in changes.items if change.kind != "dropped"]
    became = {change.before: change.after for change in items if change.kind == "continued"}
    for change in items:
        is_earlier = change.document == changes.earlier
        key = became.get(change.deliverable, change.deliverable) if is_earlier else change.deliverable
        found.setdefault(key, []).append(change)
    return found


def iter_changed(context: Context, changes: Sequence[Change]) -> Iterator[Note]:
    """The changes of one item; new partners and figures are told beside partners and figures."""
    rated = " ".join(change.detail for change in changes if change.kind == "rag")
    for change in changes:
        is_told = change.kind == "continued" and change.detail in rated
        if change.kind not in _BESIDE and not is_told:
            yield Note("changed", _describe(change), _cite(context, change))
    yield from _iter_unnamed(context, [change for change in changes if change.kind in _BESIDE and not change.after])


def _iter_unnamed(context: Context, changes: Sequence[Change]) -> Iterator[Note]:
    """What the earlier report names under this item and this report does not: each report's item in one note."""
    by_item: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        by_item.setdefault((change.document, change.number), []).append(change)
    for (document, number), members in by_item.items():
        shown = "; ".join(
            f"{change.before} ({', '.join(filter(None, (to_place_words(change.line), _find_now(change))))})"
            for change in members
        )
        places = [change.line for change in members]
        reference = context.citations.cite(document, places, f"no. {number}" if number else "")
        yield Note("changed", f"No longer named here: {shown}", reference)


def _find_now(change: Change) -> str:
    """Where it is named now, which ends the change's sentence: `now named under no. 3`."""
    return change.detail.partition("; ")[2].removesuffix(".")


def iter_gone(context: Context, changes: Changes | None) -> Iterator[Note]:
    """What the earlier report has and this one has not."""
    for change in changes.items if changes else ():
        if change.kind == "dropped":
            status = f" (last status, self-rated: {change.before})" if change.before else ""
            yield Note("changed", f"{change.wording}{status}", _cite(context, change))


def is_new(changes: Iterable[Change], subject: Subject) -> bool:
    """Whether the whole item is new: then each of its partners and figures would be."""
    own = subject.update["deliverable"]
    return any(change.kind == "new" and change.deliverable == own for change in changes)


def _describe(change: Change) -> str:
    if change.kind == "wording" and "; " in change.detail:
        return f"Wording before: “{change.before}”"  # many small steps are harder to read than the whole
    title = _TITLES.get(change.kind, change.kind.capitalize())
    return f"{title}: {change.detail}" if title else change.detail


def _cite(context: Context, change: Change) -> str:
    number = f"no. {change.number}" if change.number else ""
    return context.citations.cite(change.document, [change.line], number)
