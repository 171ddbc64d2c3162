"""Make the review: what a person is to judge, each with its words."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from pcgraph.errors import CallError
from pcgraph.model import Row, Table, get_table
from pcgraph.propose import Candidate
from pcgraph.propose.candidate import to_order
from pcgraph.render.form import Form, FormColumn, FormSheet
from pcgraph.review.helping import Helper
from pcgraph.review.sheets import BEFORE, NAME, OFFERED, SHEETS, SO_FAR, VERDICT, ReviewSheet
from pcgraph.review.words import Words
from pcgraph.sources import read_sources
from pcgraph.tables import Dataset
from pcgraph.tables.merge import to_key_text

REVIEWED_BY = "Reviewed by"
REVIEWED_ON = "Date"

_GUIDE = (
    ("What this is", "What pcgraph recognised in the papers, for you to judge. Take it back with: pcgraph review FILE"),
    ("Verdict", "Choose from the list. A row without a verdict stays open and is asked again."),
    ("Coloured cells", "You may correct them; a correction counts, with or without a verdict."),
    ("Names", "right: a name of this kind. same as: another spelling; write the right name or id under Same as."),
    ("", "different: not what it looks like. not a name: leave it out from now on."),
    ("Parts", "right or wrong; correct role, time (When) and Of where the words say otherwise."),
    ("Contributions", "agree or reject: does the deliverable help this outcome most directly (primary), or too?"),
    ("Earlier versions", "agree or reject: does the deliverable take up this one of an earlier plan?"),
    ("", "A candidate that is neither agreed nor corrected is left alone; a rejected one is never proposed again."),
    ("Rows", "You may sort, filter and add rows. A row that you delete here is left as it is."),
    ("Signature", "Initials or a post, never a person's name; the day as in 2020-05-14."),
    (REVIEWED_BY, ""),
    (REVIEWED_ON, ""),
)
"""The opening page; the last two are for the person to fill in."""


_CHANGED_ON_THE_WAY = re.compile("[\x7f-\x9f\ufffe\uffff]|(?<= ) |_(?=x[0-9A-Fa-f]{4}_)")
"""Unseen characters, a second blank, and what Excel takes for a character's code; ECMA-376-1, 22.9.2.19."""

MAX_CELL = 32_767
_SHOWN_KEY = 200

_OUTCOMES = "Outcomes"
_OUTCOME_COLUMNS = {"Outcome": 16, "Measure": 20, "Title": 100}
_WITH_OUTCOMES = "Contributions"
"""The sheet that goes with a list of the outcomes."""


def make_review(
    dataset: Dataset,
    *,
    sources: Path | None = None,
    everything: bool = False,
    candidates: Sequence[Candidate] = (),
    tables: Collection[str] = (),
) -> Form:
    """The review of a dataset.

    Args:
        dataset: Its tables.
        sources: The folder of the source documents, for the words.
        everything: Show what was judged already too.
        candidates: Judgements to put to the person beside the tables' rows.
        tables: Only the sheets of these tables; every sheet that has something to judge unless given.
    """
    lines, _ = read_sources(dataset.tables["documents"], sources)
    helper = Helper(dataset, Words(lines))
    sheets: list[FormSheet] = []
    for sheet in SHEETS:
        rows = [
            row for row in dataset.tables[sheet.table] if everything or (sheet.is_open(row) and helper.is_asked(row))
        ]
        shown = [*((row, "") for row in rows), *_iter_offered(sheet, candidates)]
        if sheet.table in tables or (not tables and (shown or not sheet.is_optional)):
            sheets.append(_make_sheet(sheet, helper, shown))
    if any(sheet.name == _WITH_OUTCOMES for sheet in sheets):
        sheets.append(_list_outcomes(dataset))
    return Form(f"Review of {dataset.name}", _GUIDE, tuple(sheets))


def _iter_offered(sheet: ReviewSheet, candidates: Sequence[Candidate]) -> Iterator[tuple[Row, str]]:
    """The candidates for a sheet as rows, each with what the person sees of its standing."""
    for candidate in candidates:
        if candidate.table == sheet.table:
            yield {**candidate.to_row(), "status": OFFERED}, f"{OFFERED}, score {candidate.score:.2f}"


def _make_sheet(sheet: ReviewSheet, helper: Helper, shown: Sequence[tuple[Row, str]]) -> FormSheet:
    columns = (
        FormColumn(VERDICT, 12, tuple(sheet.verdicts), is_open=True),
        *(FormColumn(c.heading, c.width, c.choices, is_open=c.is_open) for c in sheet.columns),
        FormColumn(BEFORE, 10, is_hidden=True),
    )
    if sheet.is_optional:  # candidates stand beside what was said of the same deliverable
        first = sheet.columns[0].key
        shown = sorted(shown, key=lambda pair: to_order(pair[0][first]))
    return FormSheet(sheet.name, columns, tuple(_make_row(sheet, row, so_far, helper) for row, so_far in shown))


def _make_row(sheet: ReviewSheet, row: Row, so_far: str, helper: Helper) -> tuple[str, ...]:
    cells = {**row, **dict(helper.iter_help(sheet, row)), **({SO_FAR: so_far} if so_far else {})}
    shown = [cells.get(column.key, "") for column in sheet.columns]
    written = {**row, NAME: cells[NAME]} if NAME in cells else row  # to see when a part's name is written over
    return ("", *shown, _to_record(written))


def _to_record(row: Row) -> str:
    """A row as text that comes back from a spreadsheet to the letter: what that would change is written as a code."""
    text = json.dumps(row, ensure_ascii=False, sort_keys=True)
    return _CHANGED_ON_THE_WAY.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _list_outcomes(dataset: Dataset) -> FormSheet:
    """Every outcome with its measures, to choose from; a page to read, not to fill in."""
    columns = tuple(FormColumn(heading, width) for heading, width in _OUTCOME_COLUMNS.items())
    measures = sorted(dataset.tables["measures"], key=lambda row: to_order(row["id"]))
    rows: list[tuple[str, ...]] = []
    for outcome in sorted(dataset.tables["outcomes"], key=lambda row: to_order(row["id"])):
        rows.append((outcome["id"], "", outcome["title"]))
        rows += (("", row["id"], row["title"]) for row in measures if row["outcome"] == outcome["id"])
    return FormSheet(_OUTCOMES, columns, tuple(rows))


def check_fits_workbook(form: Form) -> None:
    """Stop before a workbook is written whose record of a row would be cut.

    Args:
        form: A review.

    Raises:
        CallError: A row is longer than a cell of Excel; all such rows are named.

    Source: Microsoft, "Excel specifications and limits" (characters in a cell, counted in UTF-16).
    """
    sheets = {sheet.name: sheet for sheet in SHEETS}
    faults = [
        _tell_length(get_table(sheets[sheet.name].table), json.loads(row[-1]))
        for sheet in form.sheets
        if sheet.name in sheets
        for row in sheet.rows
        if _measure(row[-1]) > MAX_CELL
    ]
    if faults:
        count = "1 row is" if len(faults) == 1 else f"{len(faults)} rows are"
        raise CallError(
            f"{count} longer than the {MAX_CELL:,} characters that a cell of Excel holds.",
            hint="Shorten what is named above, or write the review with: pcgraph review --format csv",
            details=faults,
        )


def _tell_length(table: Table, row: Row) -> str:
    """Which row it is, and which of its cells is the longest."""
    longest = max(table.names, key=lambda name: _measure(row[name]))
    key = to_key_text(table, row)
    shown = key if len(key) <= _SHOWN_KEY else f"{key[:_SHOWN_KEY]}…"
    return f"{table.name}.csv, {shown}, {longest}: {_measure(row[longest]):,} characters"


def _measure(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def is_review_header(filename: str, headings: Collection[str]) -> bool:
    """Whether a CSV file is a sheet of a review by its name and headings.

    >>> is_review_header("figures.csv", ["update", "what", "value"])
    False
    """
    if filename == f"{_OUTCOMES.lower()}.csv":
        return list(headings) == list(_OUTCOME_COLUMNS)
    return any(filename == f"{sheet.name.lower()}.csv" for sheet in SHEETS) and {VERDICT, BEFORE} <= {*headings}
