"""What is lost when partners leave, as plain records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pcgraph.network.parts import Parts, Proof, Thing
from pcgraph.network.scope import Scope

LossKind = Literal["deliverable", "outcome", "partnership", "partner", "pair", "part"]
"""What loses: see `Loss`; the rows stand in this order."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that loses its only or second-last link.

    Attributes:
        kind: `deliverable` and `outcome` lose who helps; `partnership` its members, or they lose it; `partner`
            with whom it works; `pair` tells of pairs of a partnership's members what they share beside it;
            `part` is cut off from the rest.
        code: The id of what loses; empty for a part.
        name: Its name or wording; of a part, its partners.
        before: How many links there are: partners, members, linked pairs; of a part, the partners with whom it
            hangs together, its own included.
        after: How many would be left.
        concerned: Who or what is left, or cut off: names; of pairs, those that would share nothing.
        sentence: What it means.
        status: Who has looked at what it rests on, in words.
        proofs: Where the documents name those that leave under it.
    """

    kind: LossKind
    code: str
    name: str
    before: int
    after: int
    concerned: tuple[str, ...]
    sentence: str
    status: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Losses:
    """What would be lost if some partners left.

    Attributes:
        leavers: The partners and partnerships that leave, as they were named.
        scope: What the answer speaks of, in ids.
        parts: What it was made from.
        items: The losses, by kind, the worst first.
        helped: How many deliverables the leavers help with.
        helped_outcomes: How many outcomes those were judged to help.
        ties: With how many other partners the leavers share a deliverable.
    """

    leavers: tuple[Thing, ...]
    scope: Scope
    parts: Parts
    items: tuple[Loss, ...]
    helped: int
    helped_outcomes: int
    ties: int

    def pick(self, kind: LossKind) -> list[Loss]:
        """The losses of one kind."""
        return [item for item in self.items if item.kind == kind]
