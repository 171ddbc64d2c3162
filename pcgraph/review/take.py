"""Take a review back: verdicts and corrections into the tables; what others changed meanwhile stays."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pcgraph.errors import CallError
from pcgraph.model import Row, get_table
from pcgraph.names import to_slug
from pcgraph.review.alike import to_compared
from pcgraph.review.faults import Places, to_cell_fault
from pcgraph.review.keep import write_changed
from pcgraph.review.make import REVIEWED_ON
from pcgraph.review.read import Filled, Review, read_review
from pcgraph.review.references import References
from pcgraph.review.rows import RowReader, iter_spoilt
from pcgraph.review.sheets import ReviewSheet
from pcgraph.tables import Dataset
from pcgraph.tables.check import check_tables
from pcgraph.tables.merge import Change, Conflict, iter_changes, merge_rows, to_key_text
from pcgraph.tables.register import Register, follow_names

Key = tuple[str, ...]
Tables = Mapping[str, Sequence[Row]]
Edits = dict[Key, tuple[Filled, Row]]

_SIGNATURE = ("status", "by", "date")


@dataclass(slots=True)
class ReviewReport:
    """What a review changed.

    Attributes:
        changes: What differs in the tables.
        conflicts: Cells that were changed in the tables too since the review was written; the
            tables' value stayed.
        left_open: How many rows have no verdict.
    """

    changes: list[Change] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    left_open: int = 0


def take_review(
    dataset: Dataset, review: Review, *, by: str = "", date: str = "", dry_run: bool = False
) -> ReviewReport:
    """Take a person's verdicts and corrections into a dataset's tables.

    Args:
        dataset: The tables as they lie there now.
        review: The review as read.
        by: Who reviewed; what the review says unless given.
        date: When, in ISO form; what the review says unless given.
        dry_run: Change nothing; only tell what would change.

    Raises:
        CallError: Cells hold what they may not; all are listed by sheet and cell, nothing was written.
        DatasetError: The tables are no longer what was read; nothing was written.
        StoreError: A build or another review is at work; nothing was written.
    """
    report = ReviewReport()
    tables: dict[str, Sequence[Row]] = {**dataset.tables}
    signed = {"by": by or review.by or "office", "date": date or review.date}
    if faults := list(_find_date_faults(signed["date"])):
        signed["date"] = ""  # one fault, not one for every row that would be signed with it
    references = References([*tables["entities"], *_iter_written_names(review)], tables)
    taken: dict[Key, Filled] = {}
    shown_at: dict[Key, Filled] = {}
    for sheet, shown in review.rows.items():  # names first: parts refer to them
        rows: Sequence[Filled] = shown
        register = Register(tables["entities"], ())
        reader = RowReader(sheet, references, signed, faults, register=register)
        report.left_open += sum(not row.verdict for row in rows)
        if sheet.table == "involvements":
            tables["involvements"] = follow_names(tables["involvements"], register)
            rows = [_follow(row, register) for row in shown]
        to_key = get_table(sheet.table).to_key
        shown_at.update({(sheet.table, *to_key(row.before)): row for row in rows if row.before is not None})
        edits = _read_edits(sheet, tables[sheet.table], rows, reader, report)
        taken.update(((sheet.table, *key), row) for key, (row, _) in edits.items())
        tables[sheet.table] = _merge(sheet, tables[sheet.table], edits, report)
    faults += _find_dead_ends(tables["entities"], taken)
    _refuse([*faults, *_iter_table_faults(tables, {**shown_at, **taken}, faults)])
    register = Register(tables["entities"], ())
    tables["involvements"] = follow_names(tables["involvements"], register)  # where the review has no sheet of parts
    changed = [name for name, rows in tables.items() if list(rows) != list(dataset.tables[name])]
    for name in changed:
        report.changes.extend(iter_changes(get_table(name), before=dataset.tables[name], after=tables[name]))
    if not dry_run:
        write_changed(dataset, tables, changed)
    return report


def has_untaken(dataset: Dataset | None, path: Path) -> bool:
    """Whether a review holds what a person wrote and the tables do not hold yet; False where there is no review.

    Args:
        dataset: The tables; where none is known, every verdict counts as one that they do not hold.
        path: The workbook or the folder.
    """
    if not path.exists():
        return False
    try:
        review = read_review(path)
    except CallError:
        return False
    if dataset is None:
        return any(row.verdict for rows in review.rows.values() for row in rows)
    try:
        report = take_review(dataset, review, dry_run=True)
    except CallError:
        return True
    return any(change.column not in ("by", "date") for change in report.changes)


def _find_date_faults(date: str) -> Iterator[str]:
    if date and get_table("entities").find_column("date").find_fault(date):
        yield f"Read me, {REVIEWED_ON}: “{date}” is no day; write it as in 2026-05-14"


def _iter_written_names(review: Review) -> Iterator[Row]:
    """The names as the person wrote them, so that a row can be the same as one that was just added or corrected."""
    names = get_table("entities").names
    for sheet, rows in review.rows.items():
        for row in rows if sheet.table == "entities" else ():
            written = {name: row.cells.get(name, "") for name in names}
            yield {**written, "id": (row.before or written)["id"] or to_slug(written["name"])}


def _find_dead_ends(entities: Sequence[Row], taken: Mapping[Key, Filled]) -> Iterator[str]:
    """Names that are to be the same as one that is judged no name."""
    rejected = {row["id"] for row in entities if row["status"] == "rejected"}
    for row in entities:
        filled = taken.get(("entities", row["id"]))
        if filled and row["same_as"] in rejected and row["id"] not in rejected:
            yield f"{filled.locate('same_as')}: “{row['same_as']}” is judged no name"


def _refuse(faults: Sequence[str]) -> None:
    if faults:
        count = "1 cell holds" if len(faults) == 1 else f"{len(faults)} cells hold"
        raise CallError(
            f"The review cannot be taken: {count} what may not stand there. Nothing was changed.",
            hint="Correct the cells named above and take the review again.",
            details=faults,
        )


def _iter_table_faults(tables: Tables, places: Places, faults: Sequence[str]) -> Iterator[str]:
    """What the tables would not hold, but for cells of which a fault is known already."""
    known = {fault.partition(": ")[0] for fault in faults}
    found = (to_cell_fault(fault, tables, places) for fault in check_tables(tables))
    yield from (fault for fault in found if fault.partition(": ")[0] not in known)


def _follow(row: Filled, register: Register) -> Filled:
    """A part under the id that its name leads to by now."""
    if row.before is None:
        return row
    before = follow_names([row.before], register)[0]
    moved = {key: before[key] for key in ("entity", "of") if row.cells.get(key) == row.before[key]}
    return replace(row, before=before, cells={**row.cells, **moved})


def _read_edits(
    sheet: ReviewSheet, ours: Sequence[Row], filled: Sequence[Filled], reader: RowReader, report: ReviewReport
) -> Edits:
    """What the person changed or added: each row of the review with the table's row that is to be, by its key."""
    table = get_table(sheet.table)
    current = {table.to_key(row): row for row in ours}
    edits: Edits = {}
    for row in filled:
        report.conflicts.extend(iter_spoilt(sheet, row))
        edited = reader.read(row)
        if edited is None:
            continue
        key = table.to_key(edited)
        if key in edits:
            reader.refuse(f"{row.place}: the same stands in {edits[key][0].place} already")
        elif row.before is None:
            _add_edit(edits, row, edited, current.get(key), reader)
        elif _is_gone(row, table.to_key(row.before), key, current):
            report.conflicts.append(f"{row.place}: {to_key_text(table, edited)} is no more in the tables; not taken.")
        elif key != table.to_key(row.before) and _is_other(edited, current.get(key)):
            reader.refuse(f"{row.place}: {to_key_text(table, edited)} is known already; correct it in its own row")
        else:
            edits[key] = row, edited
    return edits


def _add_edit(edits: Edits, row: Filled, edited: Row, known: Row | None, reader: RowReader) -> None:
    """Note a row without a record: an added one, or one whose record is damaged; then the verdict counts."""
    table = get_table(reader.table)
    key = table.to_key(edited)
    if known is None:
        edits[key] = row, edited
    elif _is_other(edited, known):
        reader.refuse(f"{row.place}: {to_key_text(table, edited)} is known already; correct it in its own row")
    elif row.verdict and edited["status"] != known["status"]:
        edits[key] = row, {**known, **{name: edited[name] for name in _SIGNATURE}}


def _is_other(edited: Row, known: Row | None) -> bool:
    """Whether a row says something else than the table's row of the same key."""
    return known is not None and any(
        edited[name] and to_compared(edited[name]) != to_compared(text)
        for name, text in known.items()
        if name not in _SIGNATURE
    )


def _is_gone(row: Filled, was: Key, key: Key, current: Collection[Key]) -> bool:
    """Whether the table's row that a filled one stands for is no more there, under its old key or its new one."""
    return not row.is_offered and was not in current and key not in current


def _merge(sheet: ReviewSheet, ours: Sequence[Row], edits: Edits, report: ReviewReport) -> list[Row]:
    """The table with the review's changes; rows that the review does not show stay.

    A row of which the person changed the key (another outcome) goes, and comes under its new key.
    """
    table = get_table(sheet.table)
    written = {table.to_key(row.before): row for row, _ in edits.values() if row.before is not None}
    base = [written[key].before or row if (key := table.to_key(row)) in written else row for row in ours]
    theirs = {table.to_key(row): row for row in ours if table.to_key(row) not in written}
    theirs |= {key: edited for key, (_, edited) in edits.items()}
    merged, conflicts = merge_rows(table, base=base, ours=ours, theirs=list(theirs.values()))
    filled = {to_key_text(table, row.before): row for row in written.values() if row.before is not None}
    filled |= {to_key_text(table, edited): row for row, edited in edits.values()}
    report.conflicts += [_say_conflict(conflict, filled[conflict.key]) for conflict in conflicts]
    return merged


def _say_conflict(conflict: Conflict, row: Filled) -> str:
    if not conflict.column:
        return f"{row.place}: {conflict.key} was changed in the tables meanwhile and stays, beside what you wrote."
    return f"{row.locate(conflict.column)}: “{conflict.ours}” in the tables was kept, not “{conflict.theirs}”."
