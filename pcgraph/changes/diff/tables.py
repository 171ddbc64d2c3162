"""How the tables of two datasets differ, thing by thing, in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pcgraph.changes.diff.names import NOUNS, PARTS, REVIEWS, Namer, Tables, is_place, name_column, show_cell
from pcgraph.changes.diff.records import ChangeName, Difference, list_names
from pcgraph.changes.words import count_words
from pcgraph.graph.sort_keys import to_sort_key
from pcgraph.model import TABLES, Row, Table
from pcgraph.tables.moved import follow_lines

_OPAQUE = ("passages",)
"""Tables of fingerprints: that a row changed can be told, not how."""


class _Rows(NamedTuple):
    """How one table differs.

    Attributes:
        added: Rows that only the new dataset has.
        removed: Rows that only the old one has.
        changed: Old and new row where more differs than the place.
        moved: How many rows stand at another place and are the same otherwise.
    """

    added: list[Row]
    removed: list[Row]
    changed: list[tuple[Row, Row]]
    moved: int


def iter_table_differences(old: Tables, new: Tables) -> Iterator[Difference]:
    """The differences table by table, each by the ids of its things."""
    namer = Namer(new, old)
    for table in TABLES:
        rows = _compare(table, old.get(table.name, ()), new.get(table.name, ()))
        iter_found = _iter_parts if table.name in PARTS else _iter_things
        yield from sorted(iter_found(table, rows, namer), key=_to_order)
        if rows.moved:
            what = f"{count_words(rows.moved, 'row')} at another place in the document, the same otherwise"
            yield Difference(table.name, "", what, "", "", "moved", rows.moved)


def _to_order(item: Difference) -> tuple[str, str, str, str]:
    return to_sort_key(item.thing), item.what, item.before, item.after


def _compare(table: Table, old: Sequence[Row], new: Sequence[Row]) -> _Rows:
    followed, _ = follow_lines(table, base=old, ours=old, theirs=new)
    before, after = ({table.to_key(row): row for row in rows} for rows in (followed, new))
    added = [row for key, row in after.items() if key not in before]
    removed = [row for key, row in before.items() if key not in after]
    both = [(before[key], row) for key, row in after.items() if key in before]
    changed = [(one, other) for one, other in both if _list_changed(table, one, other)]
    told = {table.to_key(row) for _, row in changed}
    moved = {table.to_key(other) for one, other in both if one != other} | _find_followed(table, old, followed)
    changed += _pair_loosely(table, removed, added)
    return _Rows(added, removed, changed, len(moved - told))


def _find_followed(table: Table, old: Sequence[Row], followed: Sequence[Row]) -> set[tuple[str, ...]]:
    """The keys of the rows that were followed to another line."""
    return {table.to_key(row) for before, row in zip(old, followed, strict=True) if row != before}


def _list_changed(table: Table, old: Row, new: Row) -> list[str]:
    """The columns in which two rows differ, but for their places."""
    return [name for name in table.names if old[name] != new[name] and not is_place(table, name)]


def _pair_loosely(table: Table, removed: list[Row], added: list[Row]) -> list[tuple[Row, Row]]:
    """One row out, one in, alike in what tells such rows apart: a change. Both leave their lists."""
    names = PARTS[table.name].loose_key if table.name in PARTS else ()
    if not names:
        return []
    old, new = (_group(rows, names) for rows in (removed, added))
    pairs = [(old[key][0], new[key][0]) for key in old if len(old[key]) == 1 and len(new.get(key, ())) == 1]
    for before, after in pairs:
        removed.remove(before)
        added.remove(after)
    return pairs


def _group(rows: Sequence[Row], names: Sequence[str]) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[name] for name in names)].append(row)
    return dict(groups)


def _iter_things(table: Table, rows: _Rows, namer: Namer) -> Iterator[Difference]:
    """Differences of a table whose rows stand for themselves."""
    noun = NOUNS[table.name]
    for row in rows.removed:
        yield Difference(table.name, _name(table, row, noun), "removed", namer.describe(table.name, row), "", "removed")
    for row in rows.added:
        yield Difference(table.name, _name(table, row, noun), "added", "", namer.describe(table.name, row), "added")
    for old, new in rows.changed:
        for what, before, after in _iter_cells(table, old, new, namer):
            yield Difference(table.name, _name(table, new, noun), what, before, after, "changed")


def _name(table: Table, row: Row, noun: str) -> str:
    return f"{noun} {table.to_key(row)[0]}"


def _iter_cells(table: Table, old: Row, new: Row, namer: Namer) -> Iterator[tuple[str, str, str]]:
    """Each cell that changed: what became of it, before and after; what a reviewer filled in counts as one."""
    columns = _list_changed(table, old, new)
    for name in columns:
        if name not in REVIEWS:
            before, after = (_show(name, row, namer) for row in (old, new))
            yield f"{name_column(name)} {_to_verb(before, after)}", before, after
    if set(columns) & set(REVIEWS):
        before, after = _show_review(old), _show_review(new)
        yield f"review {_to_verb(before, after)}", before, after


def _to_verb(before: str, after: str) -> str:
    return "changed" if before and after else "added" if after else "removed"


def _show(column: str, row: Row, namer: Namer) -> str:
    tables = {"entity": "entities", "same_as": "entities", "of": "entities", "post": "posts"}
    return namer.find_name(tables[column], row[column]) if column in tables else show_cell(column, row[column])


def _show_review(row: Row) -> str:
    """Who said what of a row, and when."""
    aside = ", ".join(filter(None, (show_cell("by", row.get("by", "")), row.get("date", ""))))
    return f"{row.get('status', '')} ({aside})".strip() if aside else row.get("status", "")


def _iter_parts(table: Table, rows: _Rows, namer: Namer) -> Iterator[Difference]:
    """Differences of a table whose rows belong to things: those alike are told together for each thing."""
    yield from _iter_whole_parts(table, rows.removed, namer, "removed")
    yield from _iter_whole_parts(table, rows.added, namer, "added")
    groups: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for old, new in rows.changed:
        parent, name = namer.name_parent(table.name, new), namer.describe(table.name, new)
        cells = [("changed", "", "")] if table.name in _OPAQUE else _iter_cells(table, old, new, namer)
        for what, before, after in cells:
            groups[parent, what, before, after].append(name)
    for (parent, what, before, after), names in groups.items():
        told = f"{_count(table, names)}: {what}"
        yield Difference(table.name, parent, told, before, after, "changed", len(names))


def _count(table: Table, names: list[str]) -> str:
    """The rows of a thing that changed alike: the one by its name, several by their number."""
    part = PARTS[table.name]
    return f"{part.noun} {names[0]}" if len(names) == 1 else f"{count_words(len(names), part.noun, part.plural)}"


def _iter_whole_parts(table: Table, rows: Sequence[Row], namer: Namer, change: ChangeName) -> Iterator[Difference]:
    part = PARTS[table.name]
    groups: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        groups[namer.name_parent(table.name, row)].append(namer.describe(table.name, row))
    for parent, names in groups.items():
        what = (
            f"{part.noun} {change}"
            if len(names) == 1
            else f"{count_words(len(names), part.noun, part.plural)} {change}"
        )
        listed = "" if table.name in _OPAQUE else list_names(sorted(names))
        cells = ("", listed) if change == "added" else (listed, "")
        yield Difference(table.name, parent, what, *cells, change, len(names))
