"""What an ingest read and changed, for people."""

from __future__ import annotations

from dataclasses import dataclass, field

from pcgraph.tables.merge import Change, Conflict


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest read and changed.

    Attributes:
        read: A line for each document: its id, kind and what it gave.
        changes: What differs in the tables from before.
        conflicts: Where a person's change and a document's disagree; the person's stayed.
        warnings: What a person should look at.
    """

    read: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
