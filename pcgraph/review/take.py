"""Take a review back: verdicts and corrections into the tables; what others changed meanwhile stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pcgraph.errors import CallError
from pcgraph.files import write_all_atomic
from pcgraph.model import Row, get_table
from pcgraph.names import to_slug
from pcgraph.review.read import Filled, Review
from pcgraph.review.sheets import VERDICT, ReviewSheet
from pcgraph.tables import Dataset
from pcgraph.tables.check import check_tables
from pcgraph.tables.merge import Change, iter_changes, merge_rows
from pcgraph.tables.register import Register, follow_names, iter_names
from pcgraph.tables.write import to_csv

_REFERENCES = ("same_as", "entity", "of")


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
    """
    report = ReviewReport()
    tables: dict[str, Sequence[Row]] = {**dataset.tables}
    signed = {"by": by or review.by or "office", "date": date or review.date}
    faults: list[str] = []
    for sheet, rows in review.rows.items():  # names first: parts refer to them
        reader = _Reader(sheet, tables["entities"], signed, faults)
        report.left_open += sum(not row.verdict for row in rows)
        tables[sheet.table] = _merge(sheet, tables[sheet.table], rows, reader, report)
    _refuse(faults or check_tables(tables))
    register = Register(tables["entities"], ())
    tables["involvements"] = follow_names(tables["involvements"], register)
    changed = [name for name, rows in tables.items() if list(rows) != list(dataset.tables[name])]
    for name in changed:
        report.changes.extend(iter_changes(get_table(name), before=dataset.tables[name], after=tables[name]))
    if not dry_run:
        write_all_atomic({dataset.path / f"{name}.csv": to_csv(get_table(name), tables[name]) for name in changed})
    return report


def _refuse(faults: Sequence[str]) -> None:
    if faults:
        count = "1 cell holds" if len(faults) == 1 else f"{len(faults)} cells hold"
        raise CallError(
            f"The review cannot be taken: {count} what may not stand there. Nothing was changed.",
            hint="Correct the cells named above and take the review again.",
            details=faults,
        )


def _merge(
    sheet: ReviewSheet, ours: Sequence[Row], filled: Sequence[Filled], reader: _Reader, report: ReviewReport
) -> list[Row]:
    """The table with the review's changes; rows that the review does not show stay."""
    table = get_table(sheet.table)
    base, theirs = list(ours), {table.to_key(row): row for row in ours}
    current = {table.to_key(row): row for row in ours}
    places: dict[str, str] = {}
    for row in filled:
        edited = reader.read(row)
        if edited is None:
            continue
        key = table.to_key(edited)
        if row.before is not None and row.before != current.get(key, row.before):
            base = [row.before if table.to_key(old) == key else old for old in base]
        theirs[key] = edited
        places[" / ".join(part for part in key if part)] = row.place
    merged, conflicts = merge_rows(table, base=base, ours=ours, theirs=list(theirs.values()))
    for conflict in conflicts:
        place = places.get(conflict.key, sheet.name)
        report.conflicts.append(
            f"{place}, {conflict.column or 'row'}: “{conflict.ours}” in the tables was kept, not “{conflict.theirs}”."
        )
    return merged


class _Reader:
    """Reads filled rows into rows of the table.

    Args:
        sheet: The sheet.
        entities: The register, for names in place of ids.
        signed: Who reviewed, and when.
        faults: Where faults are gathered.
    """

    def __init__(self, sheet: ReviewSheet, entities: Sequence[Row], signed: dict[str, str], faults: list[str]) -> None:
        self._sheet = sheet
        self._entities = entities
        self._signed = signed
        self._faults = faults

    def read(self, filled: Filled) -> Row | None:
        """The row as the person wants it; None where nothing was changed, or a fault was found."""
        before = filled.before or self._start_row(filled)
        changed = dict(self._iter_changed(filled, before))
        verdict = self._sheet.verdicts.get(filled.verdict, {})
        if filled.verdict and not verdict:
            self._fault(filled, VERDICT, f"“{filled.verdict}” is none of {', '.join(self._sheet.verdicts)}")
        if filled.verdict == "same as" and not {**before, **changed}["same_as"]:
            self._fault(filled, "same_as", "the name that it is the same as is missing")
        if not changed and not verdict and filled.before is not None:
            return None
        status = verdict or ({"status": "agreed"} if changed or filled.before is None else {})
        return {**before, **changed, **status, **self._signed}

    def _start_row(self, filled: Filled) -> Row:
        """An added row: what the person wrote, and an id made from the name."""
        names = get_table(self._sheet.table).names
        row = {name: filled.cells.get(name, "") for name in names}
        if self._sheet.table == "entities" and not row["id"]:
            row["id"] = to_slug(row["name"])
        for key in _REFERENCES:
            if row.get(key):
                row[key] = self._find_entity(filled, key, row[key])
        return row

    def _iter_changed(self, filled: Filled, before: Row) -> Iterator[tuple[str, str]]:
        for column in self._sheet.columns:
            text = filled.cells.get(column.key, "")
            if not column.is_open or column.key not in before or text == " ".join(before[column.key].split()):
                continue
            if column.choices and text not in column.choices:
                self._fault(filled, column.key, f"“{text}” is none of {', '.join(column.choices)}")
            yield column.key, self._find_entity(filled, column.key, text) if column.key in _REFERENCES else text

    def _find_entity(self, filled: Filled, key: str, text: str) -> str:
        """The id of the entity that a person wrote as id, name, acronym or other spelling."""
        if not text or any(row["id"] == text for row in self._entities):
            return text
        wanted = text.casefold()
        fitting = [row["id"] for row in self._entities if wanted in map(str.casefold, iter_names(row))]
        if len(fitting) != 1:
            found = f"several are: {', '.join(fitting)}" if fitting else "no such name or id is known"
            self._fault(filled, key, f"“{text}”: {found}")
        return fitting[0] if fitting else text

    def _fault(self, filled: Filled, key: str, message: str) -> None:
        self._faults.append(f"{filled.place}, cell {filled.letters.get(key, '?')}: {message}")
