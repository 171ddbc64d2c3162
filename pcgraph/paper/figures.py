"""What an item reports in numbers, and what each was before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pcgraph.changes import Change
from pcgraph.changes.words import show_figure
from pcgraph.graph.reviews import is_rejected
from pcgraph.model import Row
from pcgraph.paper.context import Context, Subject
from pcgraph.paper.records import Note
from pcgraph.paper.references import to_sort_key

_MINUS = "\N{MINUS SIGN}"


def iter_figures(context: Context, subject: Subject, changes: Iterable[Change]) -> Iterator[Note]:
    """The item's figures in the order of the document, a table's row in one note, changed ones with what was before."""
    before = {(change.line, change.after): change for change in changes if change.kind == "figure" and change.after}
    rows = [row for row in context.tables["figures"] if row["update"] == subject.update["id"] and not is_rejected(row)]
    groups: dict[tuple[str, str], list[tuple[str, Row]]] = {}
    for row in rows:
        name, column = _split(row, rows)
        groups.setdefault((row["line"], name), []).append((column, row))
    for (line, name), members in sorted(groups.items(), key=lambda pair: (to_sort_key(pair[0][0]), pair[0][1])):
        parts = [_describe(column, row, before) for column, row in sorted(members, key=_to_order)]
        document = members[0][1]["document"]
        yield Note("figure", _join(name, parts), context.citations.cite(document, [line], subject.name("", document)))


def _split(row: Row, rows: Sequence[Row]) -> tuple[str, str]:
    """What a figure counts, and its column where others of its line share the words before the last comma."""
    name, comma, column = row["what"].rpartition(", ")
    shared = [other for other in rows if other["line"] == row["line"] and other["what"].startswith(f"{name}, ")]
    return (name, column) if comma and len(shared) > 1 else (row["what"], "")


def _to_order(member: tuple[str, Row]) -> tuple[bool, str, str]:
    """Years first, then the changes between them."""
    column, row = member
    return not column[:1].isdigit(), column, row["value"]


def _describe(column: str, row: Row, before: dict[tuple[str, str], Change]) -> tuple[str, str]:
    """A figure's column, and its value with what it was before."""
    shown = show_figure(row)
    change = before.get((row["line"], shown))
    value = show_figure({**row, "period": ""}) if column == row["period"] else shown
    if change:
        value += f" (before {change.before})" if change.before else " (new)"
    return column, value.replace("-", _MINUS, 1) if value.startswith("-") else value


def _join(name: str, parts: Sequence[tuple[str, str]]) -> str:
    """What is counted, then its values; a table's row with each value's column.

    >>> _join("robbery", [("2018/19", "10"), ("% change", "3%")]), _join("visits", [("", "10")])
    ('Robbery – 2018/19: 10; % change: 3%', 'Visits: 10')
    """
    title = f"{name[:1].upper()}{name[1:]}"
    if any(column for column, _ in parts):
        return f"{title} – {'; '.join(f'{column}: {value}' for column, value in parts)}"
    return f"{title}: {'; '.join(value for _, value in parts)}"
