"""What each document claims: extracted, under an id of its own, kept from one ingest to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pcgraph.documents import Document
from pcgraph.errors import DatasetError
from pcgraph.extract import Context, extract_document
from pcgraph.ingest.report import IngestReport
from pcgraph.model import Row, get_table
from pcgraph.tables.combine import Tables
from pcgraph.tables.dataset import INGESTED
from pcgraph.tables.read import read_tables

CLAIMS = "documents"


_SHOWN = {
    "themes": "themes",
    "outcomes": "outcomes",
    "measures": "measures",
    "deliverables": "deliverables",
    "actions": "actions",
    "leads": "leads",
    "updates": "updates",
    "entities": "new names",
    "involvements": "parts",
    "figures": "figures",
    "anomalies": "anomalies",
}
"""What a document gave, as its line tells it: tables with their words for people."""


def read_claims(data: Path) -> dict[str, Tables]:
    """What each document read so far claims, by document.

    Raises:
        DatasetError: A claim's table cannot be read.
    """
    folder = data / INGESTED / CLAIMS
    claims: dict[str, Tables] = {}
    for place in sorted(folder.iterdir()) if folder.is_dir() else []:
        if not place.is_dir() or not any(place.iterdir()):
            continue  # another program's litter, or what a full disk left behind
        tables, faults = read_tables(place)
        if faults or len(tables["documents"]) != 1:
            raise DatasetError(
                f"The tables in {place} are damaged; nothing was read.",
                hint="Take the folder back from the last commit, or delete it and ingest the document again.",
                details=faults,
            )
        claims[place.name] = tables
    return claims


def find_top_plans(claims: Mapping[str, Tables]) -> tuple[str, ...]:
    """The plans that are no part of another."""
    rows = [row for tables in claims.values() for row in tables.get("plans", ())]
    parents = {row["id"]: row["parent"] for row in rows if row["parent"]}
    return tuple(sorted({row["id"] for row in rows} - set(parents)))


def add_claims(document: Document, kind: str, context: Context, claims: dict[str, Tables], report: IngestReport) -> str:
    """Extract a document and put its claims under its id; return the id."""
    tables = extract_document(document, kind=kind, context=context).tables
    row = tables["documents"][0]
    twin = next((known for known, other in claims.items() if _is_copy(row, other)), None)
    if twin is not None:
        report.warnings.append(
            f"{document.filename} is the same report as {twin} (kind, plan, theme and period): it was not read."
            f" To replace {twin}, give the file that name."
        )
        return document.id
    chosen = _choose_id(row, claims)
    if chosen != document.id:
        tables = extract_document(replace(document, id=chosen), kind=kind, context=context).tables
    claims[chosen] = {table: sorted(rows, key=get_table(table).to_key) for table, rows in tables.items()}
    report.read.append(_to_summary(chosen, kind, tables))
    return chosen


def _is_copy(row: Row, tables: Tables) -> bool:
    """Whether a report is already there under another name."""
    other = tables["documents"][0]
    same = all(row[name] == other[name] for name in ("kind", "plan", "theme", "period"))
    return same and bool(row["period"]) and row["id"] != other["id"] and row["sha256"] != other["sha256"]


def _choose_id(row: Row, claims: Mapping[str, Tables]) -> str:
    """The document's id: the one that its bytes have already, or its stem, made unique."""
    documents = {known: tables["documents"][0] for known, tables in claims.items()}
    for known, other in documents.items():
        if other["sha256"] == row["sha256"]:
            return known
    chosen, count = row["id"], 1
    while chosen in documents and any(
        row[name] != documents[chosen][name] for name in ("kind", "plan", "theme", "period")
    ):
        count += 1
        chosen = f"{row['id']}-{count}"
    return chosen


def _to_summary(document: str, kind: str, tables: Tables) -> str:
    counts = ", ".join(f"{len(tables[name])} {_SHOWN[name]}" for name in _SHOWN if tables.get(name))
    return f"{document}: {kind.replace('-', ' ')}, {counts}"
