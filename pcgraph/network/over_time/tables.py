"""What changed among partners as a table, each row with its sentence and its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.network.over_time.changes import DIFFERENCES, PartnerChange, PartnerChanges
from pcgraph.network.sentences import count_words, describe_places, join_words
from pcgraph.render.records import Records, Value

_COLUMNS = (
    ("kind", "What"),
    ("partner", "Partner"),
    ("partner_kind", "Kind"),
    ("deliverables", "Deliverables"),
    ("before", "Before"),
    ("after", "After"),
    ("difference", "What differs"),
    ("sentence", "In words"),
    ("status", "Rests on"),
    ("evidence", "Evidence"),
)
_KIND_WORDS = {
    "joined": "partner joined",
    "left": "partner left",
    "part": "other part",
    "gained": "link gained",
    "lost": "link lost",
}
_PLURALS = {
    "joined": "partners joined",
    "left": "partners left",
    "part": "other parts",
    "gained": "links gained",
    "lost": "links lost",
}
_NOTE = (
    "Joined and left mean named as helping in one of the two reports only; links are told for partners that both name. "
    "Only where what the reports say differs do they tell of a change; all else may lie in the documents alone."
)


def to_change_records(changes: PartnerChanges) -> Records:
    """Every change, one row each."""
    counts = {kind: len(changes.pick(kind)) for kind in ("joined", "left", "part", "gained", "lost")}
    told = [count_words(count, _KIND_WORDS[kind], _PLURALS[kind]) for kind, count in counts.items() if count]
    title = f"From {changes.earlier} to {changes.later}: {', '.join(told) or 'no difference in who is named'}"
    note = " ".join((*_iter_summary(changes), *changes.notes, _NOTE))
    return Records(title, _COLUMNS, tuple(_to_row(change) for change in changes.items), note)


def _iter_summary(changes: PartnerChanges) -> Iterator[str]:
    """How many are named, and how much of what differs lies in the documents alone."""
    yield (
        f"In the items compared, {changes.earlier} names {count_words(changes.before, 'partner')} as helping, "
        f"{changes.later} {changes.after:,}."
    )
    lies = {words: sum(one.difference == name for one in changes.items) for name, words in DIFFERENCES.items()}
    parts = [f"{count:,} in {words}" for words, count in lies.items() if count]
    if parts:
        yield f"Where the differences lie: {join_words(parts)}."
    if changes.repeated:
        links = count_words(changes.repeated, "link")
        verb = "stands" if changes.repeated == 1 else "stand"
        yield f"{links} left out {verb} only in paragraphs that both reports, or older ones, print word for word."


def _to_row(change: PartnerChange) -> tuple[Value, ...]:
    links = change.links
    return (
        change.kind,
        change.entity["name"],
        change.entity["kind"],
        ", ".join(link.item["deliverable"] or link.item["id"] for link in links),
        _join(link.before for link in links),
        _join(link.after for link in links),
        DIFFERENCES[change.difference],
        change.sentence,
        change.status or None,
        describe_places(change.proofs),
    )


def _join(parts: Iterator[str]) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, parts))) or None
