"""What changed among partners between two reports, as plain records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pcgraph.changes.lineage import Way
from pcgraph.model import Row
from pcgraph.network.parts import Proof

ChangeKind = Literal["joined", "left", "part", "gained", "lost"]
"""A partner that only the later report names as helping, or only the earlier one; another part in one deliverable;
a deliverable gained or lost by a partner that both name."""

Difference = Literal["said", "named", "covered"]
"""Where a difference lies: in what both reports say of a partner; in whom they name under an item that both have;
in which items they have."""

DIFFERENCES: dict[Difference, str] = {
    "said": "what the reports say",
    "named": "whom they name",
    "covered": "which items they have",
}
"""Each difference in words."""


@dataclass(frozen=True, slots=True)
class LinkChange:
    """One partner and one item, in one report or in both.

    Attributes:
        entity: The partner's id.
        item: The item's row of `updates`: the later report's, or the earlier one's for what is lost.
        rows: The partner's rows of `involvements` there.
        others: The items of the other report that it is paired with.
        ways: The lineage by which it is paired; none within a plan.
        kind: `gained`, `lost`, or `part`.
        difference: Where the difference lies.
        before: The parts before, in words; empty where none.
        after: The parts after, in words; empty where none.
    """

    entity: str
    item: Row
    rows: tuple[Row, ...]
    others: tuple[Row, ...]
    ways: tuple[Way, ...]
    kind: Literal["gained", "lost", "part"]
    difference: Difference
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PartnerChange:
    """One difference between two reports in who helps.

    Attributes:
        kind: What changed.
        entity: The partner's row of `entities`.
        links: What it rests on: several where a partner joined or left.
        difference: Where it lies; of several, the one that says most.
        sentence: What it means.
        status: Who has looked at what it rests on, in words.
        proofs: Where the reports say so.
    """

    kind: ChangeKind
    entity: Row
    links: tuple[LinkChange, ...]
    difference: Difference
    sentence: str
    status: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class PartnerChanges:
    """What changed among partners from one report to a later one.

    Attributes:
        earlier: The earlier report's id.
        later: The later report's id.
        items: The changes by kind, then by the partner's name.
        before: How many partners the earlier report names as helping, in the items compared.
        after: How many the later one names.
        repeated: How many links stand only in paragraphs that both reports print: neither news nor gone.
        notes: What a reader must know beside them, one sentence each.
    """

    earlier: str
    later: str
    items: tuple[PartnerChange, ...]
    before: int
    after: int
    repeated: int
    notes: tuple[str, ...]

    def pick(self, kind: ChangeKind) -> Sequence[PartnerChange]:
        """The changes of one kind."""
        return [item for item in self.items if item.kind == kind]
