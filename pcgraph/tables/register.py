"""One entity, many spellings: names proposed by several documents brought together with the register.

The register is the dataset's own table `entities`. What a person wrote there decides: `same_as`
leads to the entity meant, `rejected` is no entity, and a row deleted by hand stays deleted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from pcgraph.model import SEPARATOR, Row, get_table
from pcgraph.names import to_name_key

BY_RULE = "rule"

_ALIKE = 85.0
"""From this resemblance (Indel, 0 to 100) two words may be one, misspelt."""

Tables = Mapping[str, Sequence[Row]]


def is_reviewed(row: Row) -> bool:
    """Whether a person has seen a row, or wrote it."""
    return row["by"] != BY_RULE or row["status"] != "proposed"


class Register:
    """The dataset's entities, with what each id and name stands for.

    Args:
        ours: The table `entities` as it lies in the dataset.
        base: The same table as the last ingest wrote it.
    """

    def __init__(self, ours: Sequence[Row], base: Sequence[Row]) -> None:
        self._rows = {row["id"]: row for row in ours}
        self._old = {row["id"]: row for row in base}
        self._by_key: dict[str, str] = {}
        for row in sorted(ours, key=lambda row: (not is_reviewed(row), row["id"])):
            if is_reviewed(row):
                for name in iter_names(row):
                    self._by_key.setdefault(to_name_key(name), row["id"])

    @property
    def reviewed(self) -> tuple[Row, ...]:
        """The rows that a person has seen, or wrote."""
        return tuple(row for row in self._rows.values() if is_reviewed(row))

    def find(self, row: Row) -> str:
        """The id of the entity that a proposed row stands for; "" where a person ruled it out."""
        if row["id"] in self._rows:
            return self.follow(row["id"])
        near = (self._by_key[key] for key in map(to_name_key, iter_names(row)) if key in self._by_key)
        known = next((entity for entity in near if _may_be_one(row, self._rows[entity])), None)
        if known is not None:
            return self.follow(known)
        return "" if row["id"] in self._old else row["id"]

    def follow(self, entity: str) -> str:
        """The id that an entity's `same_as` leads to; "" where it is rejected or unknown."""
        seen: set[str] = set()
        while entity in self._rows and entity not in seen:
            seen.add(entity)
            row = self._rows[entity]
            if row["status"] == "rejected":
                return ""
            if not row["same_as"]:
                return entity
            entity = row["same_as"]
        return ""

    def iter_kept(self) -> Iterator[Row]:
        """The rows that stay whatever the documents say: all but those that only a rule proposed."""
        for row in self._rows.values():
            if is_reviewed(row) or row != self._old.get(row["id"]):
                yield row

    def iter_deleted(self, entities: Iterable[str]) -> Iterator[Row]:
        """Of the ids that documents propose, the rows as they were before a person deleted them."""
        for entity in entities:
            if entity in self._old and entity not in self._rows:
                yield self._old[entity]


def iter_names(row: Row) -> Iterator[str]:
    """Every name of an entity: its full name, its acronym, its aliases."""
    yield row["name"]
    yield from filter(None, (row["acronym"], *row["aliases"].split(SEPARATOR)))


def resolve_names(tables: Tables, register: Register) -> tuple[list[Row], list[Row]]:
    """The entities and involvements of all documents, every entity under one id.

    Args:
        tables: What the documents propose, each name under the id that its document gave it.
        register: What is known.

    Returns:
        The rows of `entities` and `involvements`, sorted by key.
    """
    proposed = _join_proposals(tables["entities"])
    ids = {old: register.find(row) for old, row in proposed.items()}
    entities = {row["id"]: row for row in register.iter_kept()}
    for old, row in proposed.items():
        if ids[old] == row["id"]:
            entities[row["id"]] = row
    involvements = _redirect(tables["involvements"], lambda entity: ids.get(entity, register.follow(entity)))
    known: list[Row] = [
        {**row, "of": row["of"] if row["of"] in entities else ""} for row in involvements if row["entity"] in entities
    ]
    deleted = register.iter_deleted(row["id"] for row in proposed.values())
    entities |= {row["id"]: row for row in deleted}  # kept in mind, or the next ingest would propose them anew
    return _sort("entities", entities.values()), known


def follow_names(rows: Iterable[Row], register: Register) -> list[Row]:
    """Involvements under the ids that the register's `same_as` leads to; none is left out."""
    return _redirect(rows, lambda entity: register.follow(entity) or entity)


def _redirect(rows: Iterable[Row], find: Callable[[str], str]) -> list[Row]:
    table = get_table("involvements")
    kept: dict[tuple[str, ...], Row] = {}
    for row in rows:
        changed = {**row, "entity": find(row["entity"]), "of": row["of"] and find(row["of"])}
        kept.setdefault(table.to_key(changed), changed)
    return _sort("involvements", kept.values())


def _join_proposals(rows: Sequence[Row]) -> dict[str, Row]:
    """Each proposed id with the row of the entity: names that several ids share make them one."""
    joined: dict[str, Row] = {}
    by_key: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: (-len(list(iter_names(row))), row["id"])):
        keys = [to_name_key(name) for name in iter_names(row)]
        near = (by_key[key] for key in keys if key in by_key)
        first = next((one for one in near if _may_be_one(joined[one], row)), row["id"])
        joined[row["id"]] = joined[first] = _join(joined[first], row) if first in joined else row
        for key in keys:
            by_key.setdefault(key, first)
    return {old: joined[row["id"]] for old, row in joined.items()}


def _may_be_one(first: Row, second: Row) -> bool:
    """Whether two rows that share a name may be one entity: two bodies can have one acronym.

    They are two where only short forms are shared and their full names, of as many words, begin with
    different ones: Ashfield District Council (ADC), Amber District Council (ADC).
    """
    keys = [{to_name_key(name) for name in iter_names(row)} for row in (first, second)]
    if to_name_key(first["name"]) in keys[1] or to_name_key(second["name"]) in keys[0]:
        return True
    words, others = (_split(row["name"]) for row in (first, second))
    return len(words) != len(others) or fuzz.ratio(words[0], others[0]) >= _ALIKE


def _split(name: str) -> list[str]:
    return [key for word in name.split() if (key := to_name_key(word)) not in ("", "the")] or [""]


def _join(first: Row, second: Row) -> Row:
    """Two rows of one entity: the first's words, the names of both, the higher score."""
    names = dict.fromkeys((*iter_names(first), *iter_names(second)))
    aliases = sorted(set(names) - {first["name"], first["acronym"] or second["acronym"]})
    return {
        **first,
        "acronym": first["acronym"] or second["acronym"],
        "aliases": SEPARATOR.join(aliases),
        "score": max(first["score"], second["score"]),
    }


def _sort(table: str, rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=get_table(table).to_key)
