"""Which entity is meant where the table `entities` says that one is the same as another."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.errors import DatasetError
from pcgraph.model import Row


def follow_same(rows: Sequence[Row]) -> dict[str, str]:
    """Each entity's id with that of the entity meant, at the end of its chain of `same_as`.

    Args:
        rows: The table `entities`.

    Returns:
        No entity that a person rejected, nor one whose chain leads to such a one.

    Raises:
        DatasetError: A chain leads back to where it began.

    >>> follow_same([{"id": "a", "same_as": "b", "status": ""}, {"id": "b", "same_as": "", "status": ""}])
    {'a': 'b', 'b': 'b'}
    """
    by_id = {row["id"]: row for row in rows}
    ends = {entity: _find_end(entity, by_id) for entity in by_id}
    return {entity: end for entity, end in ends.items() if end}


def _find_end(entity: str, by_id: dict[str, Row]) -> str:
    """The id at the end of a chain, or "" where it meets an entity that was rejected."""
    chain: list[str] = []
    while entity not in chain:
        chain.append(entity)
        if by_id[entity]["status"] == "rejected":
            return ""
        if not by_id[entity]["same_as"]:
            return entity
        entity = by_id[entity]["same_as"]
    circle = " → ".join([*chain[chain.index(entity) :], entity])
    raise DatasetError(
        f"entities.csv: same_as leads in a circle: {circle}.",
        hint="Leave same_as empty for the name that counts.",
    )
