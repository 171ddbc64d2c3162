"""One row of a review as the table's row that the person wants, or the faults in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pcgraph.documents.narrative import blank_contacts
from pcgraph.model import SEPARATOR, Column, Row, get_table
from pcgraph.names import to_slug
from pcgraph.review.alike import to_compared
from pcgraph.review.read import Filled, find_spoilt
from pcgraph.review.references import References
from pcgraph.review.sheets import NAME, REJECTED, VERDICT, ReviewSheet
from pcgraph.tables.register import Register, follow_names, iter_names

_NO_CONTACTS = "no e-mail address or telephone number goes into the tables"


class RowReader:
    """Reads filled rows into rows of the table.

    Args:
        sheet: The sheet.
        references: What names and codes stand for.
        signed: Who reviewed, and when.
        faults: Where faults are gathered.
        register: Which name leads to which by now, for parts.
    """

    def __init__(
        self,
        sheet: ReviewSheet,
        references: References,
        signed: dict[str, str],
        faults: list[str],
        *,
        register: Register,
    ) -> None:
        self._sheet = sheet
        self._references = references
        self._signed = signed
        self._faults = faults
        self._register = register

    @property
    def table(self) -> str:
        """The name of the table that the sheet shows."""
        return self._sheet.table

    def read(self, filled: Filled) -> Row | None:
        """The row as the person wants it; None where nothing was changed, or it speaks of something else now."""
        if find_other_thing(self._sheet, filled):
            return None
        before = filled.before or self._start_row(filled)
        changed = self._find_changed(filled, before)
        verdict = self._sheet.verdicts.get(filled.verdict, {})
        if filled.verdict and not verdict:
            self._fault(filled, VERDICT, f"“{filled.verdict}” is none of {', '.join(self._sheet.verdicts)}")
        if filled.verdict == "same as" and not {**before, **changed}["same_as"]:
            self._fault(filled, "same_as", "the name that it is the same as is missing")
        if not verdict and ((not changed and filled.before is not None) or filled.needs_verdict):
            return None
        if verdict == REJECTED:
            self._refuse_other_keys(filled, before, changed)
        status = verdict or ({"status": "agreed"} if changed or filled.before is None else {})
        return _keep_old_name(before, {**before, **changed, **status, **self._signed})

    def _start_row(self, filled: Filled) -> Row:
        """An added row: what the person wrote, and an id made from the name."""
        table = get_table(self._sheet.table)
        row = {column.name: _clean(column, filled.cells.get(column.name, "")) for column in table.columns}
        if self._sheet.table == "entities" and not row["id"]:
            row["id"] = to_slug(row["name"])
        for key in (name for name, text in row.items() if blank_contacts(text) != text):
            self._fault(filled, key, _NO_CONTACTS)
        if "entity" in row:
            row["entity"] = filled.cells.get(NAME) or row["entity"]
        for column in table.columns:
            row[column.name] = self._find_ids(filled, column, row[column.name], row)
        return follow_names([row], self._register)[0] if "entity" in row else row

    def _find_changed(self, filled: Filled, before: Row) -> dict[str, str]:
        """The cells that the person changed, with ids in place of names and codes."""
        table = get_table(self._sheet.table)
        changed: dict[str, str] = {}
        for key, text in self._iter_changed(filled, before):
            ids = self._find_ids(filled, table.find_column(key), text, {**before, **changed})
            if ids != before[key]:
                changed[key] = ids
        return changed

    def _iter_changed(self, filled: Filled, before: Row) -> Iterator[tuple[str, str]]:
        table = get_table(self._sheet.table)
        for column in self._sheet.columns:
            if not column.is_open or column.key not in before:
                continue
            kind = table.find_column(column.key)
            text = _clean(kind, filled.cells.get(column.key, ""))
            if _clean(kind, to_compared(text)) == _clean(kind, to_compared(before[column.key])):
                continue
            if column.choices and text not in column.choices:
                self._fault(filled, column.key, f"“{text}” is none of {', '.join(column.choices)}")
            if blank_contacts(text) != text:
                self._fault(filled, column.key, _NO_CONTACTS)
            yield column.key, text

    def _find_ids(self, filled: Filled, column: Column, text: str, row: Row) -> str:
        """A cell with the ids of what the person named in it."""
        ids, faults = self._references.find(column, text, row)
        for fault in faults:
            self._fault(filled, column.name, fault)
        return ids

    def _refuse_other_keys(self, filled: Filled, before: Row, changed: Mapping[str, str]) -> None:
        """Rejecting a row of which the person also changed what it says leaves open which of both is meant."""
        for key in get_table(self._sheet.table).key:
            if key in changed:
                self._fault(filled, key, f"to reject the row, leave “{before[key]}” as it was")

    def _fault(self, filled: Filled, key: str, message: str) -> None:
        self.refuse(f"{filled.locate(key)}: {message}")

    def refuse(self, fault: str) -> None:
        """Note what stands in the way of taking the review."""
        self._faults.append(fault)


def _clean(column: Column, text: str) -> str:
    """A cell as the table holds it: choices in small letters, several values without blanks between them."""
    if column.choices and text.casefold() in column.choices:
        return text.casefold()
    return SEPARATOR.join(filter(None, map(str.strip, text.split(SEPARATOR)))) if column.many else text


def _keep_old_name(before: Row, after: Row) -> Row:
    """A corrected name keeps the printed one among its other spellings: the papers go on printing it."""
    old = before.get("name", "")
    if not old or old == after["name"] or old in iter_names(after):
        return after
    return {**after, "aliases": SEPARATOR.join(filter(None, (after["aliases"], old)))}


def find_other_thing(sheet: ReviewSheet, row: Filled) -> list[str]:
    """The cells that were written over and make the row speak of something else; a line alone does not."""
    telling = {*get_table(sheet.table).key, NAME} - {"line"}
    return [key for key in find_spoilt(sheet, row) if key in telling]


def iter_spoilt(sheet: ReviewSheet, row: Filled) -> Iterator[str]:
    """What was written over cells that hold the papers' own words: it is not taken, and that is said."""
    before = row.before or {}
    for key in find_spoilt(sheet, row):
        yield (
            f"{row.locate(key)}: “{row.cells[key]}” was not taken, “{before[key]}” stays; "
            "for another reading, reject the row and add one."
        )
