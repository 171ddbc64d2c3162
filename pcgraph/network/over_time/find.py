"""Find who joined, left or changed its part from one monitoring report to a later one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import get_args

from pcgraph.changes.compare import compare_reports
from pcgraph.changes.find import Tabled
from pcgraph.model import Row
from pcgraph.network.over_time.changes import (
    DIFFERENCES,
    ChangeKind,
    Difference,
    LinkChange,
    PartnerChange,
    PartnerChanges,
)
from pcgraph.network.over_time.links import Links
from pcgraph.network.over_time.named import Named
from pcgraph.network.over_time.words import describe_elsewhere, describe_links, describe_review
from pcgraph.network.parts import Proof
from pcgraph.store.base import View

_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)


def find_partner_changes(
    dataset: Tabled, earlier: str, later: str, *, theme: str = "", view: View = "all"
) -> PartnerChanges:
    """Who is named as helping in one report and not, or otherwise, in the other.

    Items are paired as `pcgraph.changes` pairs them: by deliverable within a plan, by lineage across plans.

    Args:
        dataset: The tables.
        earlier: The id of the earlier report.
        later: The id of the later report.
        theme: The code or id of a theme to look at alone.
        view: What counts: all that is not rejected; what the office agreed to; that partners are named (stated).

    Raises:
        CallError: A report or theme is not known, or the reports cannot be held against each other.

    Example:
        `find_partner_changes(read_dataset(path), "t2-2023q2", "t2-2023q3").pick("joined")`
    """
    both, notes = compare_reports(dataset.tables, earlier, later, theme=theme, view=view)
    links = Links(both, Named(both, view))
    found = list(links.iter_changes())
    helpers = [_list_helpers(links, items) for items in (links.list_earlier_items(), both.list_later_items())]
    changes = [_make(links, kind, group, view) for kind, group in _iter_groups(found, *helpers)]
    order = links.named.to_key
    changes.sort(key=lambda one: (_KINDS.index(one.kind), order(one.entity["id"]), one.links[0].item["id"]))
    return PartnerChanges(
        earlier=both.earlier.id,
        later=both.later.id,
        items=tuple(changes),
        before=len(helpers[0]),
        after=len(helpers[1]),
        repeated=links.repeated,
        notes=notes,
    )


def _list_helpers(links: Links, items: Iterable[Row]) -> set[str]:
    return {entity for item in items for entity in links.named.list_helpers(item)}


def _iter_groups(
    found: Sequence[LinkChange], before: Collection[str], after: Collection[str]
) -> Iterator[tuple[ChangeKind, list[LinkChange]]]:
    """The links of each row: all those of a partner that joined or left, else each alone."""
    joined: dict[str, list[LinkChange]] = {}
    left: dict[str, list[LinkChange]] = {}
    for link in found:
        if link.kind == "gained" and link.entity not in before:
            joined.setdefault(link.entity, []).append(link)
        elif link.kind == "lost" and link.entity not in after:
            left.setdefault(link.entity, []).append(link)
        else:
            yield link.kind, [link]
    for group in joined.values():
        yield "joined", group
    for group in left.values():
        yield "left", group


def _make(links: Links, kind: ChangeKind, group: Sequence[LinkChange], view: View) -> PartnerChange:
    both = links.both
    rows = [row for link in group for row in link.rows]
    proofs = (Proof(row["document"], row["line"], row["role"], row["timing"], as_of=row["as_of"]) for row in rows)
    differences: list[Difference] = list(DIFFERENCES)
    sentences = [describe_links(group, earlier=both.earlier.row, later=both.later.row)]
    if kind in ("joined", "left"):
        sentences += _describe_otherwise(links, kind, group[0].entity)
    return PartnerChange(
        kind=kind,
        entity=links.named.entities[group[0].entity],
        links=tuple(group),
        difference=min((link.difference for link in group), key=differences.index),
        sentence=" ".join(sentences),
        status=describe_review(group, is_stated=view == "stated"),
        proofs=tuple(dict.fromkeys(proofs)),
    )


def _describe_otherwise(links: Links, kind: ChangeKind, entity: str) -> list[str]:
    """Where the other report names a partner without saying that it helps."""
    other = links.both.earlier if kind == "joined" else links.both.later
    rows = [(item, links.named.list_rows(item, entity)) for item in other.items]
    named = [(item, links.named.describe(found)) for item, found in rows if found]
    return [describe_elsewhere(named, other.id)] if named else []
