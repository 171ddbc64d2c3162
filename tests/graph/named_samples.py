"""Tables with entities, their parts and figures, of a made-up plan."""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.model import Row
from tests.graph.graph_samples import Tables, list_triples, make_row, make_tables, read_small

RULE = {"status": "proposed", "by": "rule"}


def pick(subject: str, graph: str, dataset: Tables | None = None) -> set[str]:
    """What one graph says of a thing, without its evidence."""
    mark = f"<:{subject}> "
    triples = list_triples(dataset or read_small(), graph)
    found = (triple.removeprefix(mark) for triple in triples if triple.startswith(mark))
    return {triple for triple in found if not triple.startswith("<pcg:evidence>")}


def make_named(rows: Sequence[Row], entities: Sequence[Row] = (), **tables: Sequence[Row]) -> Tables:
    """A deliverable with an action and an update, a measure, three entities, and some involvements."""
    place = {"document": "d", "line": "3"}
    return make_tables(
        deliverables=[make_row("deliverables", id="p/T1.1", plan="p", theme="p/T1", number="1", wording="Do", **place)],
        actions=[make_row("actions", id="p/1.1.1", deliverable="p/T1.1", wording="Act", **place)],
        measures=[make_row("measures", id="p/T1A.1", outcome="p/T1A", title="Count", **place)],
        outcomes=[make_row("outcomes", id="p/T1A", theme="p/T1", title="Out", **place)],
        plans=[make_row("plans", id="p", title="Plan")],
        updates=[make_row("updates", id="r/1", report="d", deliverable="p/T1.1", wording="Do", line="3")],
        entities=entities
        or [make_entity("trust"), make_entity("board", "partnership"), make_entity("op", "programme")],
        involvements=rows,
        **tables,
    )


def make_entity(entity: str, kind: str = "partner", **cells: str) -> Row:
    return make_row("entities", id=entity, kind=kind, name=entity.title(), **cells)


def make_part(subject: str = "r/1", entity: str = "trust", **cells: str) -> Row:
    base = {"role": "delivers", "timing": "current", "surface": "x", "document": "d", "line": "5", **RULE}
    return make_row("involvements", subject=subject, entity=entity, **{**base, **cells})
