"""Two reports side by side: what every kind of change is read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pcgraph.changes.lineage import Ancestry
from pcgraph.changes.pairs import Pairs
from pcgraph.changes.passages import Passages
from pcgraph.changes.records import Change
from pcgraph.changes.reports import Report, Tables
from pcgraph.model import Row

RowsByText = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports, their items paired, and what the tables say of them.

    Attributes:
        tables: The dataset's tables.
        earlier: The earlier report.
        later: The later report.
        pairs: Their items, paired.
        passages: Their paragraphs.
        ancestry: The lineage that counts.
    """

    tables: Tables
    earlier: Report
    later: Report
    pairs: Pairs
    passages: Passages
    ancestry: Ancestry

    def list_later_items(self) -> list[Row]:
        """The later report's items that are paired or new, each once, in its order."""
        shown = {item["id"] for item in (*(pair.later for pair in self.pairs.pairs), *self.pairs.new)}
        return [item for item in self.later.items if item["id"] in shown]

    def list_continued_items(self) -> list[Row]:
        """The earlier report's items that the later one has too, each once, in its order."""
        shown = {pair.earlier["id"] for pair in self.pairs.pairs}
        return [item for item in self.earlier.items if item["id"] in shown]


def make_change(kind: str, item: Row, *, before: str = "", after: str = "", detail: str = "", line: str = "") -> Change:
    """A change of an item, at its row unless another line is given."""
    place = line or item["line"]
    return Change(
        kind, item["number"], item["deliverable"], item["wording"], before, after, detail, item["report"], place
    )


def group_rows(rows: Sequence[Row], column: str) -> RowsByText:
    """Rows by what they have in a column."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups


def name_item(item: Row) -> str:
    """An item as people refer to it: by its number, or by its place where the number is lost.

    >>> name_item({"number": "", "id": "t2-2023q2/4"})
    'the unnumbered item in place 4'
    """
    return (
        f"no. {item['number']}" if item["number"] else f"the unnumbered item in place {item['id'].rpartition('/')[2]}"
    )
