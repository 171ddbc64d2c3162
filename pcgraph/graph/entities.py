"""The table `entities`: an entity stands in the graphs of the documents that name it.

Its name, its class and its other spellings are there in every view. What the register says of the
entry itself (who proposed it, how sure) lies with the judgements.
"""

from __future__ import annotations

from collections.abc import Iterator

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import ALT_LABEL, LABEL, NOTATION, NOTE, TYPE, pcg, to_literal
from pcgraph.graph.reviews import find_review_state, is_rejected, iter_review, to_review_graph
from pcgraph.model import SEPARATOR, Row

_CLASSES = {
    "partner": "Partner",
    "force-unit": "ForceUnit",
    "partnership": "Partnership",
    "programme": "Programme",
    "system": "System",
    "place": "Place",
    "document": "NamedDocument",
    "organisation": "Organisation",
}
"""The class of each kind; a post that is named is an `Entity` and no more."""


def iter_entities(book: Book) -> Iterator[Quad]:
    """Each entity but those rejected; a row that is the same as another gives it its names."""
    graphs = _find_graphs(book)
    names = _find_names(book)
    for row in book.rows("entities"):
        if book.meant.get(row["id"]) == row["id"]:
            for graph in sorted(graphs.get(row["id"], {book.register})):
                yield from _iter_entity(book, row, names[row["id"]], graph)
            yield from _iter_entry(book, row)


def _find_graphs(book: Book) -> dict[str, set[str]]:
    """The graphs of the documents that name each entity."""
    graphs: dict[str, set[str]] = {}
    for row in book.rows("involvements"):
        entity = book.meant.get(row["entity"])
        if entity and not is_rejected(row):
            graphs.setdefault(entity, set()).add(book.document_graph(row["document"]))
    return graphs


def _find_names(book: Book) -> dict[str, set[str]]:
    """Every name of each entity."""
    names: dict[str, set[str]] = {}
    for row in book.rows("entities"):
        if entity := book.meant.get(row["id"]):
            given = (row["name"], row["acronym"], *row["aliases"].split(SEPARATOR))
            names.setdefault(entity, set()).update(filter(None, given))
    return names


def _iter_entity(book: Book, row: Row, names: set[str], graph: str) -> Iterator[Quad]:
    entity = book.thing("entity", row["id"])
    yield from describe(entity, "Entity", row["id"], graph)
    if class_name := _CLASSES.get(row["kind"]):
        yield f"{entity} {TYPE} {pcg(class_name)}", graph
    yield f"{entity} {pcg('entityKind')} {pcg('entity-kind-' + row['kind'])}", graph
    yield f"{entity} {LABEL} {to_literal(row['name'])}", graph
    if row["acronym"]:
        yield f"{entity} {NOTATION} {to_literal(row['acronym'])}", graph
    for name in sorted(names - {row["name"]}):
        yield f"{entity} {ALT_LABEL} {to_literal(name)}", graph


def _iter_entry(book: Book, row: Row) -> Iterator[Quad]:
    """What the register says of the entry: nothing of one that a person just wrote down."""
    entity = book.thing("entity", row["id"])
    graph = book.register
    if row["status"] or row["by"]:
        state = find_review_state(row)
        graph = to_review_graph(book, state)
        yield from iter_review(book, entity, row, state)
    if row["score"]:
        yield f"{entity} {pcg('confidence')} {to_literal(row['score'], 'decimal')}", graph
    for column, predicate in (("why", pcg("rationale")), ("note", NOTE)):
        if row[column]:
            yield f"{entity} {predicate} {to_literal(row[column])}", graph
