"""A placed row of a tracker as rows of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pcgraph.extract.claims import Claims
from pcgraph.extract.codes import find_meaning, to_code_kind
from pcgraph.extract.leads import Leads
from pcgraph.extract.tracker.layout import Layout, to_words
from pcgraph.extract.tracker.narrative import find_bare, find_unread, read_narrative
from pcgraph.extract.tracker.owners import Owner, Owners
from pcgraph.extract.tracker.rows import Entry
from pcgraph.extract.tracker.status import Status, read_status
from pcgraph.extract.tracker.structure import Item, Place, Structure

_SOURCE_SEPARATOR = re.compile(r"\s*;\s*|\s*(?<!\d)/\s*|\s*/(?!\d)\s*")
_NEAR = 20
"""More leads than one row names."""
_NOT_SAID = frozenset({"tbc", "tba", "none", "n a", "na"})


class Claimer:
    """Adds the rows of a tracker's items.

    Args:
        claims: Takes the rows.
        plan: The plan whose deliverables are tracked.
        top: The plan of the themes.
        layout: Knows the status words and the codes.
        structure: The placed rows.
        quarter: The latest quarter of whose column a cell is filled, or 0.
    """

    def __init__(
        self, claims: Claims, *, plan: str, top: str, layout: Layout, structure: Structure, quarter: int
    ) -> None:
        self._claims = claims
        self._plan = plan
        self._top = top
        self._layout = layout
        self._structure = structure
        self._quarter = quarter
        items = structure.items
        owners = Owners(layout.codes, (text for item in items for text in _to_texts(item)))
        self._owners = [_read_owners(item.entry, owners) for item in items]
        self._leads = Leads(owner.posts for found in self._owners for _, owner in found if owner.posts)
        self._aliases: dict[str, set[str]] = {}
        self._words_said: set[str] = set()
        self._has_updates = any(item.entry.header.columns("rag", "status", "update") for item in items) or any(
            owner.codes for found in self._owners for _, owner in found
        )
        self._has_sources = any(item.entry.get("source") for item in items)

    def add_all(self) -> None:
        """Add themes, deliverables, actions, leads, posts, codes, updates and anomalies."""
        for theme in sorted(self._structure.themes.values()):
            self._claims.add("themes", id=f"{self._top}/T{theme.number}", title=theme.title, line=theme.line)
        for place, (wording, line) in self._structure.deliverables.items():
            self._add_deliverable(place, wording, line)
        for number, item in enumerate(self._structure.items, start=1):
            self._add_item(item, number)
        self._add_posts()
        for code, line, message, severity in self._structure.notes:
            self._claims.note(code, line, self._claims.document, message, severity=severity)

    def _add_deliverable(self, place: Place, wording: str, line: str) -> None:
        self._claims.add(
            "deliverables",
            id=self._to_id(place),
            plan=self._plan,
            theme=f"{self._top}/T{place[0]}",
            number=str(place[1]),
            wording=wording,
            line=line,
        )

    def _to_id(self, place: Place, action: str = "") -> str:
        theme, number = place
        return f"{self._plan}/{theme}.{number}.{action}" if action else f"{self._plan}/T{theme}.{number}"

    def _add_item(self, item: Item, number: int) -> None:
        subject = self._to_id(item.place, item.action)
        self._add_sources(item, subject)
        self._note_partners(item.entry, subject)
        owners = self._owners[number - 1]
        for field_line, owner in owners:
            self._add_leads(subject, field_line, owner)
        update = f"{self._claims.document}/{number}" if self._has_updates else ""
        if update:
            self._add_update(item, update, [owner for _, owner in owners])
        for code, message, severity in item.notes:
            self._claims.note(code, item.entry.line, update or subject, message, severity=severity)

    def _note_partners(self, entry: Entry, subject: str) -> None:
        for heading in entry.header.columns("partners"):
            if words := entry.at(heading.column):
                self._claims.partners.append((subject, entry.locate_cell(heading.column), words))

    def _add_sources(self, item: Item, subject: str) -> None:
        line = item.entry.line
        cell = item.entry.get("source")
        sources = ";".join(part for part in _SOURCE_SEPARATOR.split(cell) if part)
        if item.action:
            deliverable = self._to_id(item.place)
            self._claims.add(
                "actions", id=subject, deliverable=deliverable, wording=item.wording, source=sources, line=line
            )
        elif sources:
            self._claims.add("statements", subject=subject, property="source", value=sources, line=line)
        if self._has_sources and not sources:
            self._claims.note("source-missing", line, subject, "The row names no source.")

    def _add_leads(self, subject: str, line: str, owner: Owner) -> None:
        if owner.names_person:
            message = "The cell names a person, who is not taken into the tables; add the post by hand."
            self._claims.note("reading-uncertain", line, subject, message)
        reading = self._leads.part(owner.posts)
        for part in reading.parts:
            post = self._leads.to_post(part)
            self._aliases.setdefault(post.id, set()).add(part)
            if not self._has_lead(subject, post.id):
                self._claims.add("leads", subject=subject, post=post.id, raw=owner.posts, line=line)
        if reading.separator in {"comma", "space"}:
            posts = " and ".join(f"“{part}”" for part in reading.parts)
            message = f"The lead “{owner.posts}” was read as {posts}; it may be one post."
            self._claims.note("reading-uncertain", line, subject, message)

    def _has_lead(self, subject: str, post: str) -> bool:
        return any(row["subject"] == subject and row["post"] == post for row in self._claims.tables["leads"][-_NEAR:])

    def _add_update(self, item: Item, update: str, owners: Iterable[Owner]) -> None:
        entry = item.entry
        narrative = read_narrative(entry, self._layout)
        codes = dict.fromkeys(code for owner in owners for code in owner.codes)
        self._claims.add(
            "updates",
            id=update,
            report=self._claims.document,
            number=entry.get("action_ref") or entry.get("ref"),
            deliverable=self._to_id(item.place),
            responsible=";".join(codes),
            responsible_raw="; ".join(filter(None, (owner.printed for owner in owners))),
            wording=item.wording,
            rag=self._read_rag(item, update),
            dates=";".join(narrative.dates),
            line=entry.line,
            line_first=narrative.first,
            line_last=narrative.last,
        )
        if narrative.quarter and narrative.quarter < self._quarter:
            message = (
                f"Its last words stand under quarter {narrative.quarter}, the tracker's latest under {self._quarter}."
            )
            self._claims.note("reading-uncertain", narrative.first, update, message)
        if unread := find_unread(entry, self._layout):
            message = f"Words under {' and '.join(f'“{heading}”' for heading in unread)} stand apart and were not read."
            self._claims.note("reading-uncertain", entry.line, update, message)

    def _read_rag(self, item: Item, update: str) -> str:
        """The letter of the row's status; how its word was read is said once a word."""
        line, cell, status = _find_status(item.entry, self._layout)
        if not status.letter and not item.entry.header.columns("rag", "status"):
            return ""
        if not status.letter:
            said = f"“{cell}”, which the layout does not know as a status" if cell else "no RAG letter"
            self._claims.note("rag-missing", line, update, f"The row prints {said}.")
        elif status.names_another:
            message = f"The status “{cell}” was read as {status.letter}, its first colour."
            self._claims.note("reading-uncertain", line, update, message)
        elif not status.is_colour and status.word not in self._words_said:
            self._words_said.add(status.word)
            message = f"The layout “{self._layout.name}” reads the status “{status.word}” as {status.letter}."
            self._claims.note("reading-uncertain", line, self._claims.document, message)
        return status.letter

    def _add_posts(self) -> None:
        for post_id, spellings in self._aliases.items():
            post = self._leads.to_post(min(spellings))
            others = sorted(spellings - {post.title or post.unit})
            self._claims.add("posts", id=post_id, title=post.title, unit=post.unit, aliases=";".join(others))

    def add_codes(self, texts: Iterable[str]) -> None:
        """Add every code used, with the name that the document spells out for it."""
        known = list(texts)
        used = {code for row in self._claims.tables["updates"] for code in row["responsible"].split(";") if code}
        for code in sorted(used):
            meaning = find_meaning(code, known)
            kind = "organisation" if to_words(code) in self._layout.codes else to_code_kind(code, meaning)
            self._claims.add("codes", code=code, kind=kind, stands_for=meaning)


def _to_texts(item: Item) -> list[str]:
    """What a row says beside its owners and its narrative."""
    return [item.wording, *(item.entry.get(name) for name in ("theme", "deliverable", "action", "source"))]


def _read_owners(entry: Entry, owners: Owners) -> list[tuple[str, Owner]]:
    """The cells that say who leads, with their places: of the sponsors, where no column names leads."""
    columns = entry.header.columns("lead") or entry.header.columns("sponsor")
    cells = [(heading.column, entry.at(heading.column)) for heading in columns]
    return [(entry.locate_cell(column), owners.read(cell)) for column, cell in cells if _says(cell)]


def _says(cell: str) -> bool:
    return bool(to_words(cell)) and to_words(cell) not in _NOT_SAID


def _find_status(entry: Entry, layout: Layout) -> tuple[str, str, Status]:
    """Place, words and reading of a row's status: a RAG column before others, the latest quarter first."""
    columns = sorted(
        (*entry.header.columns("rag", "status"), *find_bare(entry, layout)),
        key=lambda heading: (heading.field != "rag", -heading.quarter, heading.column),
    )
    filled = [heading for heading in columns if entry.at(heading.column)]
    known = [heading for heading in filled if read_status(entry.at(heading.column), layout).letter]
    chosen = next(iter([*known, *filled, *columns]), None)
    if chosen is None:
        return entry.line, "", read_status("", layout)
    cell = entry.at(chosen.column)
    return entry.locate_cell(chosen.column), cell, read_status(cell, layout)
