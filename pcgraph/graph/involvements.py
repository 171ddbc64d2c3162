"""The table `involvements`: the mention is stated, the part that was read or judged lies apart from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pcgraph.graph.book import Book, Quad, describe
from pcgraph.graph.lines import LABEL, pcg, to_literal
from pcgraph.graph.reviews import find_review_state, is_rejected, iter_review, to_review_graph
from pcgraph.model import Row

HELPING_KINDS = frozenset({"partner", "partnership"})
HELPING_ROLES = frozenset({"delivers", "funds", "funded", "leads", "member", "supports"})
"""Who supports a deliverable, and by what roles; never by mentioned, uses, inspects, target."""

STANDING = frozenset({"current", "planned"})
"""The timings of what holds or is meant to."""

_PRINTED = ("document", "line", "surface")


def iter_involvements(book: Book) -> Iterator[Quad]:
    """Each involvement that nobody rejected: its mention, its node, the short ways that follow from it."""
    rows = [row for row in book.rows("involvements") if row["entity"] in book.meant and not is_rejected(row)]
    yield from dict.fromkeys(_iter_mentions(book, rows))
    short: dict[Quad, None] = {}
    for row in rows:
        yield from _iter_involvement(book, row)
        short.update(dict.fromkeys(_iter_short_ways(book, row)))
    yield from short


def _iter_mentions(book: Book, rows: Iterable[Row]) -> Iterator[Quad]:
    """That the words name an entity, in the graph of the document that prints them.

    The words stay the document's where a person says whom they mean, or what part it plays.
    """
    for row in rows:
        subject, entity = _to_subject(book, row), book.thing("entity", book.meant[row["entity"]])
        is_by_hand = book.is_by_hand("involvements", row, _PRINTED)
        yield from book.source(row).state(subject, pcg("mentions"), entity, row["surface"], is_by_hand=is_by_hand)


def _to_subject(book: Book, row: Row) -> str:
    return book.thing(book.find_kind(row["subject"]) or "update", row["subject"])


def _iter_involvement(book: Book, row: Row) -> Iterator[Quad]:
    involvement_id = "/".join((row["subject"], row["entity"], row["line"], row["surface"]))
    node = book.thing("involvement", involvement_id)
    state = find_review_state(row)
    graph = to_review_graph(book, state)
    yield from describe(node, "Involvement", involvement_id, graph)
    yield f"{_to_subject(book, row)} {pcg('involvement')} {node}", graph
    for predicate, value in _iter_facts(book, row):
        yield f"{node} {predicate} {value}", graph
    yield from iter_review(book, node, row, state)


def _iter_facts(book: Book, row: Row) -> Iterator[tuple[str, str]]:
    yield LABEL, to_literal(_to_label(book, row))
    yield pcg("entity"), book.thing("entity", book.meant[row["entity"]])
    yield pcg("role"), pcg(f"role-{row['role']}")
    yield pcg("timing"), pcg(f"timing-{row['timing']}")
    if other := book.meant.get(row["of"]):
        yield pcg("of"), book.thing("entity", other)
    if deliverable := _find_deliverable(book, row):
        yield pcg("deliverable"), book.thing("deliverable", deliverable)
    yield pcg("document"), book.thing("document", row["document"])
    for column, name in (("surface", "surface"), ("line", "line"), ("as_of", "asOf"), ("rule", "rule")):
        if row[column]:
            yield pcg(name), to_literal(row[column])


def _to_label(book: Book, row: Row) -> str:
    """An involvement in words: entity, role, when, and in what."""
    name = book.by_id("entities")[book.meant[row["entity"]]]["name"]
    return f"{name}: {row['role']}, {row['timing']}, in {row['subject']}"


def _find_deliverable(book: Book, row: Row) -> str:
    """The deliverable that an involvement's subject is about, or "" (a measure is about none)."""
    subject = row["subject"]
    kind = book.find_kind(subject)
    if kind in ("update", "action"):
        return book.by_id(f"{kind}s")[subject]["deliverable"]
    return subject if kind == "deliverable" else ""


def _iter_short_ways(book: Book, row: Row) -> Iterator[Quad]:
    """The links that queries use, in the graph of the involvement that they follow from."""
    if row["timing"] not in STANDING:
        return
    graph = to_review_graph(book, find_review_state(row))
    entity_id = book.meant[row["entity"]]
    entity, kind = book.thing("entity", entity_id), book.by_id("entities")[entity_id]["kind"]
    other = book.meant.get(row["of"])
    if row["role"] == "member" and other:
        yield f"{entity} {pcg('memberOf')} {book.thing('entity', other)}", graph
    if deliverable_id := _find_deliverable(book, row):
        deliverable = book.thing("deliverable", deliverable_id)
        if kind in HELPING_KINDS and row["role"] in HELPING_ROLES:
            yield f"{entity} {pcg('supports')} {deliverable}", graph
        if kind == "programme" and row["role"] == "delivers":
            yield f"{deliverable} {pcg('deliveredThrough')} {entity}", graph
