"""Which links between partners and items differ from one report to a later one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pcgraph.changes.comparison import Comparison
from pcgraph.changes.pairs import Pair
from pcgraph.model import Row
from pcgraph.network.over_time.changes import LinkChange
from pcgraph.network.over_time.named import Named


class Links:
    """The links of two reports, held against each other.

    Attributes:
        both: The two reports.
        named: Whom they name.
        repeated: How many links were passed over so far because both reports print their paragraphs.
    """

    def __init__(self, both: Comparison, named: Named) -> None:
        self.both = both
        self.named = named
        self.repeated = 0

    def iter_changes(self) -> Iterator[LinkChange]:
        """Each link that one report has and the other has not, or has otherwise.

        As in `pcgraph changes`, what stands in a paragraph that both reports print is neither news nor gone.
        """
        for item in self.both.list_later_items():
            for entity in self.named.list_helpers(item):
                yield from self._iter_later(item, entity)
        for item in self.list_earlier_items():
            for entity in self.named.list_helpers(item):
                yield from self._iter_earlier(item, entity)

    def list_earlier_items(self) -> list[Row]:
        """The earlier report's items that are paired or gone, each once, in its order."""
        gone = {item["id"] for item in self.both.pairs.gone}
        kept = {item["id"] for item in self.both.list_continued_items()}
        return [item for item in self.both.earlier.items if item["id"] in gone | kept]

    def _iter_later(self, item: Row, entity: str) -> Iterator[LinkChange]:
        pairs = [pair for pair in self.both.pairs.pairs if pair.later is item]
        rows = self.named.list_help(item, entity)
        if any(self.named.list_rows(pair.earlier, entity) for pair in pairs):
            yield from self._iter_parts(item, entity, pairs)
        elif any(not self.both.passages.is_old(item["id"], row["line"]) for row in rows):
            yield self._make(item, entity, pairs, rows, is_gain=True)
        else:
            self.repeated += 1

    def _iter_earlier(self, item: Row, entity: str) -> Iterator[LinkChange]:
        pairs = [pair for pair in self.both.pairs.pairs if pair.earlier is item]
        rows = self.named.list_help(item, entity)
        named = [pair.later for pair in pairs if self.named.list_rows(pair.later, entity)]
        if any(self.named.list_help(later, entity) for later in named):
            return  # told of with the later item
        if named:
            yield from self._iter_parts(named[0], entity, pairs)
        elif all(self.both.passages.is_kept(item["id"], row["line"]) for row in rows):
            self.repeated += 1
        else:
            yield self._make(item, entity, pairs, rows, is_gain=False)

    def _iter_parts(self, item: Row, entity: str, pairs: Sequence[Pair]) -> Iterator[LinkChange]:
        """Another part in the later report's item than the one that the earlier report tells of.

        What stands in a paragraph that both print counts for both, whichever of them it was read from.
        """
        new = self.named.list_rows(item, entity)
        old = [row for earlier in self.both.pairs.list_before(item) for row in self.named.list_rows(earlier, entity)]
        both = [row for row in new if self.both.passages.is_old(row["subject"], row["line"])]
        both += [row for row in old if self.both.passages.is_kept(row["subject"], row["line"])]
        before, after = (self.named.describe([*rows, *both]) for rows in (old, new))
        if before != after:
            earlier, ways = [pair.earlier for pair in pairs], [pair.way for pair in pairs if pair.way]
            yield LinkChange(
                entity, item, (*old, *new), tuple(earlier), tuple(ways), "part", "said", before=before, after=after
            )

    def _make(self, item: Row, entity: str, pairs: Sequence[Pair], rows: Sequence[Row], *, is_gain: bool) -> LinkChange:
        parts = self.named.describe(rows)
        return LinkChange(
            entity=entity,
            item=item,
            rows=tuple(rows),
            others=tuple(pair.earlier if is_gain else pair.later for pair in pairs),
            ways=tuple(pair.way for pair in pairs if pair.way),
            kind="gained" if is_gain else "lost",
            difference="named" if pairs else "covered",
            before="" if is_gain else parts,
            after=parts if is_gain else "",
        )
