"""Whom two reports name under which items, and which of them help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pcgraph.changes.comparison import Comparison
from pcgraph.graph.involvements import HELPING_KINDS, HELPING_ROLES, STANDING
from pcgraph.graph.same_as import follow_same
from pcgraph.model import Row
from pcgraph.store.base import View

_RowsByEntity = Mapping[str, Sequence[Row]]


class Named:
    """Partners and partnerships by the item that names them.

    Args:
        both: The two reports.
        view: What counts: all that is not rejected; what the office agreed to; that somebody is named (stated).
    """

    def __init__(self, both: Comparison, view: View) -> None:
        self._view = view
        self.entities = {row["id"]: row for row in both.tables["entities"]}
        meant = follow_same(both.tables["entities"])
        self._rows: dict[str, dict[str, list[Row]]] = {}
        for row in both.tables["involvements"]:
            entity = meant.get(row["entity"], "")
            if entity and self.entities[entity]["kind"] in HELPING_KINDS and self._counts(row):
                self._rows.setdefault(row["subject"], {}).setdefault(entity, []).append(row)

    def _counts(self, row: Row) -> bool:
        return row["status"] == "agreed" if self._view == "agreed" else row["status"] != "rejected"

    def _is_help(self, row: Row) -> bool:
        return self._view == "stated" or (row["role"] in HELPING_ROLES and row["timing"] in STANDING)

    def list_rows(self, item: Row, entity: str) -> list[Row]:
        """All rows of an entity under an item."""
        return list(self._rows.get(item["id"], {}).get(entity, ()))

    def list_help(self, item: Row, entity: str) -> list[Row]:
        """The rows by which an entity helps with an item."""
        return [row for row in self.list_rows(item, entity) if self._is_help(row)]

    def list_helpers(self, item: Row) -> list[str]:
        """The ids of those that help with an item, by name."""
        found = [entity for entity, rows in self._rows.get(item["id"], {}).items() if any(map(self._is_help, rows))]
        return sorted(found, key=self.to_key)

    def to_key(self, entity: str) -> tuple[str, str]:
        """What sorts entities: their names."""
        return self.entities[entity]["name"].casefold(), entity

    def describe(self, rows: Iterable[Row]) -> str:
        """The parts that rows tell of, each once; nothing where only the naming counts."""
        return "" if self._view == "stated" else "; ".join(map(_describe_part, to_parts(rows)))


def to_parts(rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    """The parts that rows tell of: role and timing, each once; a mere mention only where nothing more is told.

    >>> to_parts([{"role": "mentioned", "timing": "current"}, {"role": "funds", "timing": "planned"}])
    (('funds', 'planned'),)
    """
    parts = sorted({(row["role"], row["timing"]) for row in rows})
    return tuple(part for part in parts if part[0] != "mentioned") or tuple(parts)


def _describe_part(part: tuple[str, str]) -> str:
    role, timing = part
    return role if timing == "current" else f"{role}, {timing.replace('-', ' ')}"
