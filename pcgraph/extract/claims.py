"""What one document claims: rows of the tables, gathered while it is read."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from pcgraph.documents.narrative import blank_contacts
from pcgraph.extract.anomalies import ANOMALY_KINDS
from pcgraph.model import Row, get_table


class Claims:
    """The rows that one document gives, by table.

    Attributes:
        document: The document's id.
        tables: Rows by table name, in the order of reading.
        partners: Cells that name partners of a deliverable or action: its id, the cell's locator and words.
    """

    def __init__(self, document: str) -> None:
        self.document = document
        self.tables: dict[str, list[Row]] = defaultdict(list)
        self.partners: list[tuple[str, str, str]] = []

    def add(self, table: str, **cells: str) -> None:
        """Add a row; columns not named are empty, `document` is the document's id.

        Whatever the document prints, no e-mail address or telephone number goes into a table.

        Raises:
            KeyError: A cell names no column of the table.
        """
        names = get_table(table).names
        if unknown := set(cells) - set(names):
            raise KeyError(f"{table} has no column {', '.join(sorted(unknown))}")
        if "document" in names:
            cells.setdefault("document", self.document)
        words = {name: blank_contacts(cells[name]) for name in _get_worded(table) if cells.get(name)}
        self.tables[table].append({name: words.get(name) or cells.get(name, "") for name in names})

    def note(self, code: str, line: str, subject: str, message: str, *, severity: str = "") -> None:
        """Add an anomaly, with its kind's severity unless another is given."""
        self.add(
            "anomalies",
            code=code,
            line=line,
            subject=subject,
            message=message,
            severity=severity or ANOMALY_KINDS[code].severity,
        )


@cache
def _get_worded(table: str) -> tuple[str, ...]:
    """The columns of a table that hold a document's own words."""
    columns = get_table(table).columns
    return tuple(column.name for column in columns if column.kind == "text" and not column.choices)
