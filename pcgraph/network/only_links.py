"""Who holds a network together alone: partners and pairs without whom a part of it falls off."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import networkx as nx

from pcgraph.network.linking import PartnerNetwork


@dataclass(frozen=True, slots=True)
class OnlyTie:
    """Two partners whose tie alone links some partners with the rest: a bridge.

    Attributes:
        partner: IRI of the one on the larger side.
        other: IRI of the one on the smaller side.
        through: The IRIs of the deliverables that they share.
        cut_off: The IRIs of the partners on the smaller side, `other` among them, sorted.
    """

    partner: str
    other: str
    through: tuple[str, ...]
    cut_off: tuple[str, ...]


class Blocks:
    """A network as blocks that hang together at single partners: a tree, or several.

    A block is a set of partners of whom no single one can be taken out so that the others fall apart.

    Args:
        projection: A network of partners.
    """

    def __init__(self, projection: PartnerNetwork) -> None:
        self._projection = projection
        self._blocks: Sequence[Collection[str]] = sorted(map(sorted, nx.biconnected_components(projection)))
        self._at: dict[str, list[int]] = {}
        for number, block in enumerate(self._blocks):
            for partner in block:
                self._at.setdefault(partner, []).append(number)

    def find_only_links(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Each partner that alone links others, with the pieces that fall off without it.

        Returns:
            By IRI, in order: every piece but the largest (of equal ones, but the first), each sorted.
        """
        links = (partner for partner in sorted(self._at) if len(self._at[partner]) > 1)
        return {partner: self._find_pieces(partner) for partner in links}

    def _find_pieces(self, partner: str) -> tuple[tuple[str, ...], ...]:
        pieces = [tuple(sorted(self._gather(block, partner))) for block in self._at[partner]]
        pieces.sort(key=lambda piece: (-len(piece), piece))
        return tuple(pieces[1:])

    def _gather(self, block: int, without: str) -> set[str]:
        """Everyone who is still linked with a block's partners when one of these is taken out."""
        found: set[str] = set()
        seen, waiting = {block}, [block]
        while waiting:
            for partner in self._blocks[waiting.pop()]:
                if partner != without and partner not in found:
                    found.add(partner)
                    further = [number for number in self._at[partner] if number not in seen]
                    seen.update(further)
                    waiting += further
        return found

    def find_only_ties(self) -> tuple[OnlyTie, ...]:
        """Each pair whose tie alone links some partners with the rest, what is cut off largest first."""
        ties = sorted(self._iter_only_ties(), key=lambda tie: (-len(tie.cut_off), tie.partner, tie.other))
        return tuple(ties)

    def _iter_only_ties(self) -> Iterator[OnlyTie]:
        for number, block in enumerate(self._blocks):
            if len(block) == 2:
                sides = [(self._gather_side(partner, number), partner) for partner in block]
                (smaller, other), (_, partner) = sorted(sides, key=lambda side: (len(side[0]), side[1]))
                through = self._projection.edges[partner, other]["through"]
                yield OnlyTie(partner, other, through, tuple(sorted(smaller)))

    def _gather_side(self, partner: str, without: int) -> set[str]:
        """Everyone who is linked with a partner by other blocks than one."""
        further = (self._gather(block, partner) for block in self._at[partner] if block != without)
        return {partner}.union(*further)
