"""Documents to tables: read, combine with what other documents claim, merge with what people changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pcgraph.documents import Document, OnPage, read_document
from pcgraph.errors import DocumentError
from pcgraph.extract import EXTRACTORS, Context, find_kind
from pcgraph.ingest.claims import add_claims, find_top_plans, read_claims
from pcgraph.ingest.files import read_base, read_ours, write_tables
from pcgraph.ingest.report import IngestReport
from pcgraph.model import TABLES, Row
from pcgraph.tables.check import check_tables
from pcgraph.tables.combine import Tables, combine_claims
from pcgraph.tables.dataset import read_settings
from pcgraph.tables.merge import iter_changes, merge_rows
from pcgraph.tables.moved import follow_lines
from pcgraph.tables.register import Register, follow_names, resolve_names
from pcgraph.tables.repeats import mark_repeats

_LAYOUTS = "layouts"
"""The folder, in the dataset, of the office's own layouts of trackers."""


def ingest(
    files: Sequence[Path],
    data: Path,
    *,
    kind: str = "",
    plan: str = "",
    encoding: str | None = None,
    keep_duplicates: bool = False,
    dry_run: bool = False,
    on_read: Callable[[Path], None] = lambda _: None,
    on_page: OnPage = lambda *_: None,
) -> IngestReport:
    """Read documents into a dataset's tables.

    Args:
        files: The documents.
        data: The dataset's folder; it is made where it is missing.
        kind: The documents' kind, where it is not to be recognised.
        plan: The plan that they belong to, where they do not say so.
        encoding: Their encoding, where it is not UTF-8.
        keep_duplicates: Keep an item whose number stands twice, as an anomaly.
        dry_run: Change nothing; only tell what would change.
        on_read: Called before each document is read.
        on_page: Called with page and pages while a PDF is read.

    Returns:
        What was read, changed and left to a person.

    Raises:
        PcgraphError: A document cannot be read, the tables are damaged, or the disk refuses;
            nothing was written.
    """
    name, address = read_settings(data)
    ours, base = read_ours(data), read_base(data)
    register = Register(ours["entities"], base["entities"])
    claims = read_claims(data)
    report = IngestReport()
    taken: dict[str, str] = {}

    def read(file: Path) -> Document:
        on_read(file)
        return read_document(file, encoding=encoding, on_page=on_page)

    for document, document_kind in _read_documents(files, kind, read):
        report.warnings.extend(f"{document.filename}: {remark}" for remark in document.notes)
        context = Context(plan, find_top_plans(claims), keep_duplicates, register.reviewed, data / _LAYOUTS)
        chosen = add_claims(document, document_kind, context, claims, report)
        if taken.setdefault(chosen, document.sha256) != document.sha256:
            raise DocumentError(
                f"Two different files are both named {document.filename}, and both are the same report.",
                hint="Give the one that counts.",
            )
    theirs = _combine(claims, register)
    _refuse_faults(theirs)
    for tables in (ours, base):
        tables["involvements"] = follow_names(tables["involvements"], register)
    merged = _merge(base, ours, theirs, report)
    if not dry_run:
        write_tables(data, name, address, merged, theirs, claims)
    return report


def _read_documents(files: Sequence[Path], kind: str, read: Callable[[Path], Document]) -> list[tuple[Document, str]]:
    """Every document with its kind, plans before reports.

    Raises:
        DocumentError: One cannot be read or is of no known kind.
    """
    found = []
    for file in files:
        document = read(file)
        found.append((document, kind or find_kind(document)))
    return sorted(found, key=lambda pair: (list(EXTRACTORS).index(pair[1]), pair[0].id, pair[0].sha256))


def _refuse_faults(theirs: Tables) -> None:
    """Stop where the documents' own claims do not fit together.

    Raises:
        DocumentError: A claim points to something that no document names.
    """
    if faults := check_tables(theirs):
        dangling = any("is in no row of" in fault for fault in faults)
        raise DocumentError(
            "The documents do not give whole tables; nothing was written.",
            hint="Ingest the frameworks that these rows point to first, or together with this document."
            if dangling
            else "Correct the document where it prints these things.",
            details=faults,
        )


def _combine(claims: Mapping[str, Tables], register: Register) -> dict[str, list[Row]]:
    """What all documents say, names resolved and old news dated."""
    theirs = combine_claims(claims)
    theirs["entities"], theirs["involvements"] = resolve_names(theirs, register)
    theirs["passages"], theirs["involvements"] = mark_repeats(theirs)
    return theirs


def _merge(base: Tables, ours: Tables, theirs: Tables, report: IngestReport) -> dict[str, list[Row]]:
    merged: dict[str, list[Row]] = {}
    for table in TABLES:
        name = table.name
        old, mine = follow_lines(table, base=base[name], ours=ours[name], theirs=theirs[name])
        merged[name], conflicts = merge_rows(table, base=old, ours=mine, theirs=theirs[name])
        if base[name] and not ours[name]:
            count = len(base[name])
            report.warnings.append(f"{name}.csv holds no row; the {count} that were read count as deleted by hand.")
        report.conflicts.extend(conflicts)
        report.changes.extend(iter_changes(table, before=ours[name], after=merged[name]))
    report.warnings.extend(f"A change by hand leaves a fault: {fault}" for fault in check_tables(merged))
    return merged


__all__ = ["IngestReport", "ingest"]
