"""Make the review: what a person is to judge, each with its words."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from pcgraph.model import Row
from pcgraph.propose import Candidate
from pcgraph.propose.candidate import to_order
from pcgraph.render.form import Form, FormColumn, FormSheet
from pcgraph.review.helping import Helper
from pcgraph.review.sheets import BEFORE, NAME, OFFERED, SHEETS, SO_FAR, VERDICT, ReviewSheet
from pcgraph.review.words import Words
from pcgraph.sources import read_sources
from pcgraph.tables import Dataset

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
    return ("", *shown, json.dumps(written, ensure_ascii=False, sort_keys=True))


def _list_outcomes(dataset: Dataset) -> FormSheet:
    """Every outcome with its measures, to choose from; a page to read, not to fill in."""
    columns = (FormColumn("Outcome", 16), FormColumn("Measure", 20), FormColumn("Title", 100))
    measures = sorted(dataset.tables["measures"], key=lambda row: to_order(row["id"]))
    rows: list[tuple[str, ...]] = []
    for outcome in sorted(dataset.tables["outcomes"], key=lambda row: to_order(row["id"])):
        rows.append((outcome["id"], "", outcome["title"]))
        rows += (("", row["id"], row["title"]) for row in measures if row["outcome"] == outcome["id"])
    return FormSheet("Outcomes", columns, tuple(rows))
