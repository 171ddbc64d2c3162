"""Ids that a person wrote as code, name or other spelling, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from pcgraph.model import SEPARATOR, Column, Row
from pcgraph.tables.register import iter_names

_BY_CODE = ("deliverables", "outcomes", "measures")
"""The tables whose ids are a plan and a code."""

_NEAR = {"outcome": ("deliverable",), "measures": ("outcome", "deliverable")}
"""Of several things with one code, the one is meant that stands in the plan of another cell of the row."""


class References:
    """Finds the ids of what a person named.

    Args:
        entities: The register, with what the review adds to it.
        tables: The dataset's tables.
    """

    def __init__(self, entities: Sequence[Row], tables: Mapping[str, Sequence[Row]]) -> None:
        self._entities = entities
        self._ids = {table: [row["id"] for row in tables[table]] for table in _BY_CODE}
        self._themes = {row["id"]: row["theme"] for table in ("deliverables", "outcomes") for row in tables[table]}

    def find(self, column: Column, text: str, row: Row) -> tuple[str, list[str]]:
        """The cell with ids in place of names and codes, and the faults found.

        Args:
            column: The cell's column; what refers to several tables, or to other ones, stays as it is.
            text: What the person wrote.
            row: The other cells of the row.
        """
        if not text or len(column.refers) != 1:
            return text, []
        find = self._find_entity if column.refers == ("entities",) else self._find_thing
        found = [find(column, part, row) for part in (column.to_values(text))]
        return SEPARATOR.join(name for name, _ in found), [fault for _, fault in found if fault]

    def _find_entity(self, column: Column, text: str, row: Row) -> tuple[str, str]:  # noqa: ARG002
        if any(entity["id"] == text for entity in self._entities):
            return text, ""
        wanted = text.casefold()
        fitting = {row["id"] for row in self._entities if wanted in map(str.casefold, iter_names(row))}
        return _choose(text, fitting, "no such name or id is known")

    def _find_thing(self, column: Column, text: str, row: Row) -> tuple[str, str]:
        ids = self._ids.get(column.refers[0])
        if ids is None or text in ids:
            return text, ""
        wanted = text.casefold()
        fitting = {name for name in ids if wanted in (name.casefold(), name.rpartition("/")[2].casefold())}
        near = {name for name in fitting if name.rpartition("/")[0] == self._find_plan(column, row)}
        close = get_close_matches(text, ids, 3) or get_close_matches(text, [name.rpartition("/")[2] for name in ids], 3)
        hint = f", did you mean {' or '.join(close)}?" if close else ""
        return _choose(text, near or fitting, f"in no row of {column.refers[0]}.csv{hint}")

    def _find_plan(self, column: Column, row: Row) -> str:
        """The plan that the row's other cells speak of; of outcomes and measures the plan of the theme."""
        beside = next((row[name] for name in _NEAR.get(column.name, ()) if row.get(name)), "")
        return self._themes.get(beside, beside).rpartition("/")[0]


def _choose(text: str, fitting: Iterable[str], unknown: str) -> tuple[str, str]:
    """The one that fits, or the text with what is wrong."""
    found = sorted(fitting)
    if len(found) == 1:
        return found[0], ""
    several = f"several are: {', '.join(found)}"
    return (found[0], f"“{text}”: {several}") if found else (text, f"“{text}”: {unknown}")
