"""The claims of all documents as one set of tables, whatever the order in which they were read.

Where several documents speak of one thing, the row holds what the document that ranks highest
says: the strategic framework before the force framework before a report. What another framework
says differently stands in `statements`, and as an anomaly. A report's wording of a deliverable
stands in its update.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pcgraph.model import SEPARATOR, TABLES, Row, Table, get_table
from pcgraph.tables.disagreements import find_disagreements, to_letters, to_plain

Tables = Mapping[str, Sequence[Row]]

_STATED = ("title", "wording", "source", "baseline")
_RANKS = ("strategic-framework", "force-framework", "tracker", "monitoring-report")
"""Whose wording is preferred: a plan's before a tracker's before a report's."""
_ANYWHERE = frozenset({"plans", "posts", "codes", "entities"})


def combine_claims(claims: Mapping[str, Tables]) -> dict[str, list[Row]]:
    """Combine what every document claims.

    Args:
        claims: Rows by table, by document's id.

    Returns:
        Rows of every table of the model, sorted by key, keys unique.
    """
    ranked = sorted(claims, key=lambda document: _to_rank(claims[document], document))
    kinds = {document: _get_kind(claims[document]) for document in ranked}
    combined: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for table in TABLES:
        groups: dict[tuple[str, ...], list[tuple[str, Row]]] = defaultdict(list)
        for document in ranked:
            for row in claims[document].get(table.name, ()):
                groups[table.to_key(row)].append((document, row))
        for rows in groups.values():
            combined[table.name].append(_combine_rows(table, [row for _, row in rows]))
            _add_differences(combined, table, rows, kinds)
    combined["anomalies"] += find_disagreements(claims)
    return {table.name: _deduplicate(table, combined[table.name]) for table in TABLES}


def _to_rank(tables: Tables, document: str) -> tuple[int, str, str]:
    row = next(iter(tables.get("documents", ())), {})
    return (_RANKS.index(row.get("kind", _RANKS[-1])), row.get("period", ""), document)


def _get_kind(tables: Tables) -> str:
    return next((row["kind"] for row in tables.get("documents", ())), "")


def _combine_rows(table: Table, rows: list[Row]) -> Row:
    """The first row; of things that several documents describe, the fullest, and all aliases."""
    if len(rows) == 1 or table.name not in _ANYWHERE:
        return rows[0]
    fullest = max(rows, key=lambda row: sum(bool(cell) for cell in row.values()))
    combined = {name: fullest[name] or next((row[name] for row in rows if row[name]), "") for name in table.names}
    for column in table.columns:
        if column.many:
            values = {value for row in rows for value in column.to_values(row[column.name])}
            combined[column.name] = SEPARATOR.join(sorted(values))
    return combined


def _add_differences(
    combined: dict[str, list[Row]], table: Table, rows: list[tuple[str, Row]], kinds: Mapping[str, str]
) -> None:
    """Record what a further framework says differently of one thing."""
    preferred = rows[0][1]
    if "document" not in table.names or table.key != ("id",):
        return
    for document, row in rows[1:]:
        if kinds[document] == "monitoring-report":
            continue
        for name in _STATED:
            if row.get(name) and not row[name].isupper() and to_plain(row[name]) != to_plain(preferred[name]):
                combined["statements"].append(
                    {
                        "subject": row["id"],
                        "property": name,
                        "value": row[name],
                        "document": document,
                        "line": row["line"],
                    }
                )
                combined["anomalies"].append(_to_anomaly(preferred, row, name))


def _to_anomaly(preferred: Row, row: Row, name: str) -> Row:
    severity = "info" if to_letters(preferred[name]) == to_letters(row[name]) else "warning"
    return dict.fromkeys(get_table("anomalies").names, "") | {
        "document": row["document"],
        "line": row["line"],
        "code": "wording-differs",
        "severity": severity,
        "subject": row["id"],
        "message": f"The {name} “{row[name]}” is “{preferred[name]}” in {preferred['document']}.",
    }


def _deduplicate(table: Table, rows: Iterable[Row]) -> list[Row]:
    """Rows sorted by key; anomalies of one place, code and subject become one with both messages."""
    by_key: dict[tuple[str, ...], Row] = {}
    for row in rows:
        key = table.to_key(row)
        seen = by_key.get(key)
        if seen and table.name == "anomalies" and row["message"] not in seen["message"]:
            by_key[key] = {**seen, "message": f"{seen['message']} {row['message']}"}
        else:
            by_key.setdefault(key, row)
    return [by_key[key] for key in sorted(by_key)]
