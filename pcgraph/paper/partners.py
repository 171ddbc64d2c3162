"""Who is named in an item: partners and partnerships with their parts, and whether they are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pcgraph.changes import Change
from pcgraph.graph.involvements import HELPING_KINDS, HELPING_ROLES
from pcgraph.model import ROLES, TIMINGS, Row
from pcgraph.paper.context import Context, Subject
from pcgraph.paper.records import Note
from pcgraph.paper.references import to_places_words

_MENTIONED = "mentioned"
_JOINTS = {"member": "of {}", "funded": "by {}"}
"""How a part leads on to what it is in or from; in brackets for the others."""
_ORDER = sorted(ROLES, key=lambda role: (role not in HELPING_ROLES, ROLES.index(role)))
"""Who helps comes first."""


class _Part(NamedTuple):
    """A part that several entities may have: what sorts it, its words, and where it is told."""

    is_elsewhere: bool
    document: str
    subject: str
    role: int
    timing: int
    words: str
    review: str


def iter_partners(context: Context, subject: Subject, changes: Iterable[Change]) -> Iterator[Note]:
    """Each part with the partners and partnerships that have it, each with its line; who helps comes first."""
    new = {change.after for change in changes if change.kind == "partner" and change.after}
    rows = [row for row in context.tables["involvements"] if _is_told(context, subject, row)]
    with_part = {(row["entity"], row["document"]) for row in rows if row["role"] != _MENTIONED}
    parts: dict[_Part, dict[str, list[str]]] = {}
    for row in rows:
        if row["role"] != _MENTIONED or (row["entity"], row["document"]) not in with_part:
            names = parts.setdefault(_make_part(context, subject, row), {})
            names.setdefault(context.entities[row["entity"]]["name"], []).append(row["line"])
    for part, names in sorted(parts.items(), key=lambda pair: pair[0]):
        yield Note("partner", _describe(part, names, new), _cite(context, part, names))


def _is_told(context: Context, subject: Subject, row: Row) -> bool:
    entity = context.entities.get(row["entity"])
    is_partner = entity is not None and entity["kind"] in HELPING_KINDS
    return row["subject"] in subject.ids and is_partner and context.counts(row)


def _make_part(context: Context, subject: Subject, row: Row) -> _Part:
    report = subject.update["report"]
    return _Part(
        is_elsewhere=row["document"] != report,
        document=row["document"],
        subject=subject.name(row["subject"], row["document"]),
        role=_ORDER.index(row["role"]),
        timing=TIMINGS.index(row["timing"]),
        words=_describe_part(context, row),
        review=context.review(row),
    )


def _describe_part(context: Context, row: Row) -> str:
    """A part in words, such as `is funded by Westmarch County Council, planned`."""
    if row["role"] == _MENTIONED:
        return "named without a part"
    words = context.words.roles[row["role"]]
    if other := context.entities.get(row["of"]):
        words = f"{words} {_JOINTS.get(row['role'], '(in or from {})').format(other['name'])}"
    return f"{words}, {context.words.timings[row['timing']]}"


def _describe(part: _Part, names: dict[str, list[str]], new: set[str]) -> str:
    """The part, who has it (each with its line), and who has looked at that."""
    shown = "; ".join(
        f"{name} ({to_places_words(lines)}{', newly named' if name in new else ''})"
        for name, lines in sorted(names.items(), key=lambda pair: pair[0].casefold())
    )
    return f"{part.words[0].upper()}{part.words[1:]}: {shown}. ({part.review[0].upper()}{part.review[1:]}.)"


def _cite(context: Context, part: _Part, names: dict[str, list[str]]) -> str:
    lines = [line for places in names.values() for line in places]
    return context.citations.cite(part.document, lines, part.subject)
