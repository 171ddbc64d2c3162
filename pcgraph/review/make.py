"""Make the review: what a person is to judge, each with its words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pcgraph.model import Row
from pcgraph.render.form import Form, FormColumn, FormSheet
from pcgraph.review.sheets import (
    ABOUT,
    BEFORE,
    LOOKS_LIKE,
    NAME,
    NAMED_IN,
    REJECTED,
    SHEETS,
    SO_FAR,
    VERDICT,
    WORDS,
    ReviewSheet,
)
from pcgraph.review.words import Words
from pcgraph.sources import read_sources
from pcgraph.tables import Dataset
from pcgraph.tables.register import is_reviewed
from pcgraph.tables.resemblance import find_resembling

REVIEWED_BY = "Reviewed by"
REVIEWED_ON = "Date"

_SURFACES = {"figures": "value", "anomalies": "message"}
_SHOWN_PLACES = 4

_GUIDE = (
    ("What this is", "What pcgraph recognised in the papers, for you to judge. Take it back with: pcgraph review FILE"),
    ("Verdict", "Choose from the list. A row without a verdict stays open and is asked again."),
    ("Coloured cells", "You may correct them; a correction counts, with or without a verdict."),
    ("Names", "right: a name of this kind. same as: another spelling; write the right name or id under Same as."),
    ("", "different: not what it looks like. not a name: leave it out from now on."),
    ("Parts", "right or wrong; correct role, time (When) and Of where the words say otherwise."),
    ("Rows", "You may sort, filter and add rows. A row that you delete here is left as it is."),
    ("Signature", "Initials or a post, never a person's name; the day as in 2020-05-14."),
    (REVIEWED_BY, ""),
    (REVIEWED_ON, ""),
)
"""The opening page; the last two are for the person to fill in."""


def make_review(dataset: Dataset, *, sources: Path | None = None, everything: bool = False) -> Form:
    """The review of a dataset.

    Args:
        dataset: Its tables.
        sources: The folder of the source documents, for the words.
        everything: Show what was judged already too.
    """
    lines, _ = read_sources(dataset.tables["documents"], sources)
    helper = _Helper(dataset, Words(lines))
    sheets = tuple(_make_sheet(sheet, dataset, helper, everything) for sheet in SHEETS)
    return Form(f"Review of {dataset.name}", _GUIDE, sheets)


def is_open(table: str, row: Row) -> bool:
    """Whether a row waits for a verdict."""
    return not is_reviewed(row) if table in ("entities", "involvements") else not row["status"]


def _make_sheet(sheet: ReviewSheet, dataset: Dataset, helper: _Helper, everything: bool) -> FormSheet:
    columns = (
        FormColumn(VERDICT, 12, tuple(sheet.verdicts), is_open=True),
        *(FormColumn(c.heading, c.width, c.choices, is_open=c.is_open) for c in sheet.columns),
        FormColumn(BEFORE, 10, is_hidden=True),
    )
    shown = [
        row for row in dataset.tables[sheet.table] if everything or (is_open(sheet.table, row) and helper.is_asked(row))
    ]
    return FormSheet(sheet.name, columns, tuple(_make_row(sheet, row, helper) for row in shown))


def _make_row(sheet: ReviewSheet, row: Row, helper: _Helper) -> tuple[str, ...]:
    cells = {**row, **dict(helper.iter_help(sheet.table, row))}
    shown = [cells.get(column.key, "") for column in sheet.columns]
    written = {**row, NAME: cells[NAME]} if NAME in cells else row  # to see when a part's name is written over
    return ("", *shown, json.dumps(written, ensure_ascii=False, sort_keys=True))


class _Helper:
    """What helps to judge a row: its words, where it is named, what it looks like.

    Args:
        dataset: The tables.
        words: The documents at hand.
    """

    def __init__(self, dataset: Dataset, words: Words) -> None:
        self._words = words
        self._tables: Mapping[str, Sequence[Row]] = dataset.tables
        self._entities = {row["id"]: row for row in dataset.tables["entities"]}
        self._mentions: dict[str, list[Row]] = defaultdict(list)
        for row in dataset.tables["involvements"]:
            self._mentions[row["entity"]].append(row)
        self._about = {
            row["id"]: row.get("wording") or row.get("title", "")
            for table in ("deliverables", "actions", "measures", "updates")
            for row in dataset.tables[table]
        }

    def is_asked(self, row: Row) -> bool:
        """Whether a row is worth a question: parts of what is judged no name are not."""
        return self._entities.get(row.get("entity", ""), row).get("status") != REJECTED["status"]

    def iter_help(self, table: str, row: Row) -> Iterator[tuple[str, str]]:
        """The helping cells of a row, by their key."""
        if not is_open(table, row):
            yield SO_FAR, ", ".join(filter(None, (row["status"], row["by"], row["date"])))
        if table == "entities":
            yield from self._iter_name_help(row)
            return
        surface = row["surface"] if table == "involvements" else row[_SURFACES[table]]
        yield WORDS, self._words.find(row["document"], row["line"], surface)
        if table == "involvements" and row["entity"] in self._entities:
            yield NAME, self._entities[row["entity"]]["name"]
        yield ABOUT, self._about.get(row.get("subject", ""), "")

    def _iter_name_help(self, row: Row) -> Iterator[tuple[str, str]]:
        mentions = self._mentions.get(row["id"], [])
        places = list(dict.fromkeys(f"{mention['document']} {mention['line']}" for mention in mentions))
        more = f" and {len(places) - _SHOWN_PLACES} more" if len(places) > _SHOWN_PLACES else ""
        yield NAMED_IN, ", ".join(places[:_SHOWN_PLACES]) + more
        if mentions:
            first = mentions[0]
            yield WORDS, self._words.find(first["document"], first["line"], first["surface"])
        if not is_reviewed(row) and (found := find_resembling(row, self._tables["entities"])):
            yield LOOKS_LIKE, f"{found.entity} ({found.score:.2f}): {found.why}"
