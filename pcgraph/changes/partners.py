"""Partners and partnerships that an item newly names, or no longer names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pcgraph.changes.comparison import Comparison, make_change, name_item
from pcgraph.changes.records import Change
from pcgraph.graph.same_as import follow_same
from pcgraph.model import Row

_KINDS = ("partner", "partnership")


class _Named(NamedTuple):
    """Who is named where.

    Attributes:
        rows: The involvements of each update by the entity meant.
        entities: The rows of `entities` by id.
    """

    rows: Mapping[str, Mapping[str, Sequence[Row]]]
    entities: Mapping[str, Row]


def iter_partners(both: Comparison) -> Iterator[Change]:
    """Newly named ones first, in the order of the later report; then those no longer named.

    What stands in a paragraph repeated from an earlier report is not news, and not gone either.
    Whom an item no longer names is told only where the later report has the item.
    """
    named = _read(both)
    for item in both.list_later_items():
        yield from _iter_new(both, named, item)
    for item in both.list_continued_items():
        yield from _iter_gone(both, named, item)


def _read(both: Comparison) -> _Named:
    meant = follow_same(both.tables["entities"])
    entities = {row["id"]: row for row in both.tables["entities"]}
    updates = {item["id"] for item in (*both.earlier.items, *both.later.items)}
    rows: dict[str, dict[str, list[Row]]] = {update: {} for update in updates}
    for row in both.tables["involvements"]:
        entity = meant.get(row["entity"], "")
        if row["subject"] in updates and row["status"] != "rejected" and entity and entities[entity]["kind"] in _KINDS:
            rows[row["subject"]].setdefault(entity, []).append(row)
    return _Named(rows, entities)


def _iter_new(both: Comparison, named: _Named, item: Row) -> Iterator[Change]:
    before = {entity for old in both.pairs.list_before(item) for entity in named.rows[old["id"]]}
    for entity, rows in _sort(named, item):
        fresh = [row for row in rows if not both.passages.is_old(item["id"], row["line"])]
        if entity not in before and fresh:
            elsewhere = _name_items(named, entity, both.earlier.items)
            where = f"named under {elsewhere} before" if elsewhere else f"nowhere in {both.earlier.id}"
            entry = named.entities[entity]
            detail = f"{entry['kind'].capitalize()} newly named: {_describe_parts(fresh)}; {where}."
            yield make_change("partner", item, after=entry["name"], detail=detail, line=fresh[0]["line"])


def _iter_gone(both: Comparison, named: _Named, item: Row) -> Iterator[Change]:
    after = {entity for new in both.pairs.list_after(item) for entity in named.rows[new["id"]]}
    for entity, rows in _sort(named, item):
        if entity not in after and not any(both.passages.is_kept(item["id"], row["line"]) for row in rows):
            elsewhere = _name_items(named, entity, both.later.items)
            where = f"now named under {elsewhere}" if elsewhere else f"nowhere in {both.later.id}"
            entry = named.entities[entity]
            detail = f"{entry['kind'].capitalize()} no longer named (before: {_describe_parts(rows)}); {where}."
            yield make_change("partner", item, before=entry["name"], detail=detail, line=rows[0]["line"])


def _sort(named: _Named, item: Row) -> list[tuple[str, list[Row]]]:
    """An item's entities by name, each with its rows in the table's order."""
    found = named.rows[item["id"]]
    return [(entity, list(found[entity])) for entity in sorted(found, key=lambda one: (_to_name(named, one), one))]


def _to_name(named: _Named, entity: str) -> str:
    return named.entities[entity]["name"].casefold()


def _name_items(named: _Named, entity: str, items: Sequence[Row]) -> str:
    return ", ".join(name_item(item) for item in items if entity in named.rows[item["id"]])


def _describe_parts(rows: Sequence[Row]) -> str:
    """The parts that an entity plays, each once.

    >>> _describe_parts([{"role": "funds", "timing": "planned"}, {"role": "mentioned", "timing": "current"}])
    'funds (planned), mentioned'
    """
    return ", ".join(dict.fromkeys(_describe_part(row) for row in rows))


def _describe_part(row: Row) -> str:
    timing = row["timing"].replace("-", " ")
    return row["role"] if timing == "current" else f"{row['role']} ({timing})"
