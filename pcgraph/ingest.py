"""Documents to tables: read, combine with what other documents claim, merge with what people changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pcgraph.documents import Document, OnPage, read_document
from pcgraph.errors import DatasetError, DocumentError
from pcgraph.extract import EXTRACTORS, Context, extract_document, find_kind
from pcgraph.files import describe_os_error, write_all_atomic
from pcgraph.model import TABLES, Row, get_table
from pcgraph.tables.check import check_tables, find_duplicates
from pcgraph.tables.combine import Tables, combine_claims
from pcgraph.tables.dataset import DESCRIPTION_FILE, INGESTED, read_settings
from pcgraph.tables.merge import Change, Conflict, iter_changes, merge_rows
from pcgraph.tables.moved import follow_lines
from pcgraph.tables.read import read_tables
from pcgraph.tables.register import Register, follow_names, resolve_names
from pcgraph.tables.repeats import mark_repeats
from pcgraph.tables.write import to_csv, to_datapackage

_CLAIMS = "documents"
_LAYOUTS = "layouts"
"""The folder, in the dataset, of the office's own layouts of trackers."""

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


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest read and changed.

    Attributes:
        read: A line for each document: its id, kind and what it gave.
        changes: What differs in the tables from before.
        conflicts: Where a person's change and a document's disagree; the person's stayed.
        warnings: What a person should look at.
    """

    read: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


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
    ours, base = _read_ours(data), _read_base(data)
    register = Register(ours["entities"], base["entities"])
    claims = read_claims(data)
    report = IngestReport()
    taken: dict[str, str] = {}

    def read(file: Path) -> Document:
        on_read(file)
        return read_document(file, encoding=encoding, on_page=on_page)

    for document, document_kind in _read_documents(files, kind, read):
        report.warnings.extend(f"{document.filename}: {remark}" for remark in document.notes)
        context = Context(plan, _find_top_plans(claims), keep_duplicates, register.reviewed, data / _LAYOUTS)
        chosen = _claim(document, document_kind, context, claims, report)
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
        _write(data, name, address, merged, theirs, claims)
    return report


def _read_ours(data: Path) -> dict[str, list[Row]]:
    """The dataset's tables as they lie there now.

    Raises:
        DatasetError: A table cannot be read, keys stand twice in it, or the register is at fault: it
            goes into what the documents say, and no document may be blamed for it.
    """
    if data.exists() and not data.is_dir():
        raise DatasetError(f"{data} is a file, not a folder.", hint="Name the dataset's folder with --data.")
    tables, faults = read_tables(data)
    for table in TABLES:
        faults += find_duplicates(table, tables[table.name])
    faults = faults or check_tables({**dict.fromkeys(tables, ()), "entities": tables["entities"]})
    if faults:
        raise DatasetError(
            f"The tables in {data} are damaged; nothing was read.",
            hint="Mend the rows named above, or take the table back from the last commit.",
            details=faults,
        )
    return tables


def _read_base(data: Path) -> dict[str, list[Row]]:
    """The tables as the last ingest wrote them.

    Raises:
        DatasetError: A table cannot be read.
    """
    base, faults = read_tables(data / INGESTED)
    if faults:
        raise DatasetError(
            f"The tables in {data / INGESTED} are damaged; nothing was read.",
            hint="Take the folder back from the last commit.",
            details=faults,
        )
    # a table that is gone is made anew
    return {name: rows if (data / f"{name}.csv").exists() else [] for name, rows in base.items()}


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


def _find_top_plans(claims: Mapping[str, Tables]) -> tuple[str, ...]:
    rows = [row for tables in claims.values() for row in tables.get("plans", ())]
    parents = {row["id"]: row["parent"] for row in rows if row["parent"]}
    return tuple(sorted({row["id"] for row in rows} - set(parents)))


def _claim(document: Document, kind: str, context: Context, claims: dict[str, Tables], report: IngestReport) -> str:
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


def read_claims(data: Path) -> dict[str, Tables]:
    """What each document read so far claims, by document.

    Raises:
        DatasetError: A claim's table cannot be read.
    """
    folder = data / INGESTED / _CLAIMS
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


def _write(
    data: Path,
    name: str,
    base: str,
    merged: Tables,
    theirs: Tables,
    claims: Mapping[str, Tables],
) -> None:
    """Write everything that differs from what lies there, whole or not at all."""
    contents: dict[Path, str | bytes] = {}
    contents.update(_to_files(data, merged))  # the base last: an ingest that is cut off is made good by the next
    contents.update(_to_files(data / INGESTED, theirs))
    for document, tables in claims.items():
        place = data / INGESTED / _CLAIMS / document
        contents.update(_to_files(place, {table: rows for table, rows in tables.items() if rows}))
    contents[data / DESCRIPTION_FILE] = to_datapackage(name, base, _read_json(data / DESCRIPTION_FILE))
    changed = {path: text for path, text in contents.items() if not path.exists() or path.read_bytes() != _encode(text)}
    _make_folders({path.parent for path in changed}, data)
    write_all_atomic(changed)


def _encode(text: str | bytes) -> bytes:
    return text.encode("utf-8") if isinstance(text, str) else text


def _to_files(folder: Path, tables: Tables) -> dict[Path, str | bytes]:
    return {folder / f"{name}.csv": to_csv(get_table(name), rows) for name, rows in tables.items()}


def _read_json(file: Path) -> dict[str, object]:
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def _make_folders(folders: Iterable[Path], data: Path) -> None:
    try:
        if not data.exists():
            data.mkdir()
        for folder in sorted(folders):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise describe_os_error(error, "make") from error
