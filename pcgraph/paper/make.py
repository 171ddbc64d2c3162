"""Make a board paper from a dataset: the report's own table, and what the graph knows beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pcgraph.changes import Change, Changes
from pcgraph.check import CheckReport, read_rules, run_checks
from pcgraph.check.rules import PROFILE_NAME, WAIVERS_NAME, find_rule_file
from pcgraph.graph import iter_nquads
from pcgraph.model import SEPARATOR, Row
from pcgraph.paper.changed import (
    explain_no_changes,
    find_paper_changes,
    is_new,
    iter_changed,
    iter_gone,
    sort_changes,
)
from pcgraph.paper.choose import Choice, choose, get_place
from pcgraph.paper.context import Context, Subject, describe_number
from pcgraph.paper.digest import digest_dataset
from pcgraph.paper.figures import iter_figures
from pcgraph.paper.findings import iter_item_findings, iter_report_findings
from pcgraph.paper.outcomes import iter_outcomes
from pcgraph.paper.partners import iter_partners
from pcgraph.paper.records import ASPECTS, Note, Paper, PaperItem, SourcePaper
from pcgraph.paper.references import describe_meeting
from pcgraph.paper.tally import NO_LETTER, count_statuses
from pcgraph.paper.words import read_words
from pcgraph.store import load_memory_store
from pcgraph.tables import Dataset, read_dataset


def make_paper(data: Path, *, report: str, theme: str = "", earlier: str = "", agreed_only: bool = False) -> Paper:
    """The appendix of a monitoring report, made from the graph.

    The office's profile and accepted exceptions count, as in `pcgraph check`, on the day of the meeting.
    The graph is made in memory from the tables, so that a paper and the digest it names belong
    together whatever was built before; it takes about a second.

    Args:
        data: The dataset's folder.
        report: The report's id, such as `t3-2019q4`.
        theme: A theme's code or id, to be sure that the report is on it; its own unless given.
        earlier: The report to compare with; the newest one before it on the theme unless given.
        agreed_only: Leave out judgements that the office has not agreed to.

    Raises:
        DatasetError: The dataset is missing or damaged.
        CallError: A report or theme is not known, or does not fit the other.

    Example:
        `render_paper(make_paper(Path("data/nottinghamshire"), report="t3-2019q4"), "html")`
    """
    dataset = read_dataset(data)
    choice = choose(dataset.tables, theme=theme, report=report, earlier=earlier)
    store = load_memory_store("".join(iter_nquads(dataset)), base=dataset.base)
    context = Context(dataset.tables, read_words(store), agreed_only=agreed_only)
    changes = find_paper_changes(dataset, choice, agreed_only=agreed_only)
    files = (find_rule_file(None, data, PROFILE_NAME), find_rule_file(None, data, WAIVERS_NAME))
    rules = read_rules(store, *files)
    checks = run_checks(store, profile=rules.profile, waivers=rules.waivers, as_of=_to_day(choice.report))
    return _assemble(dataset, choice, context, changes, checks)


def _to_day(report: Row) -> str:
    """The day of the meeting, on which the checks that need a day are run; "" where only the month is known."""
    return report["meeting_date"] if len(report["meeting_date"]) == len("2020-05-14") else ""


def _assemble(
    dataset: Dataset, choice: Choice, context: Context, changes: Changes | None, checks: CheckReport
) -> Paper:
    row, tables = choice.report, dataset.tables
    by_item = sort_changes(changes)
    return Paper(
        report=row["id"],
        theme=choice.theme["id"],
        theme_title=choice.theme["title"],
        report_title=row["title"],
        plan_title=next((plan["title"] for plan in tables["plans"] if plan["id"] == row["plan"]), ""),
        period=row["period"],
        meeting_body=row["meeting_body"],
        meeting_date=row["meeting_date"],
        agenda_item=row["agenda_item"],
        marking=row["marking"],
        version=row["version"],
        dataset=dataset.name,
        digest=digest_dataset(dataset),
        earlier=changes.earlier if changes else "",
        agreed_only=context.agreed_only,
        key=count_statuses(row["id"], choice.updates, tables["statements"], context.words, context.citations),
        items=tuple(
            _make_item(context, update, by_item.get(update["deliverable"], ()), checks) for update in choice.updates
        ),
        notes=tuple(iter_report_findings(context, row["id"], checks)),
        gone=tuple(iter_gone(context, changes)),
        remarks=tuple(_iter_remarks(context, choice, changes, checks)),
        sources=tuple(_iter_sources(tables["documents"])),
    )


def _make_item(context: Context, update: Row, changes: Sequence[Change], checks: CheckReport) -> PaperItem:
    words = context.words.statuses.get(update["rag"])
    return PaperItem(
        id=update["id"],
        number=update["number"],
        place=get_place(update),
        responsible=update["responsible_raw"],
        wording=update["wording"],
        letter=update["rag"],
        status=words.label if words else NO_LETTER,
        deliverable=update["deliverable"],
        dates=tuple(filter(None, update["dates"].split(SEPARATOR))),
        reference=context.citations.cite(update["report"], [_to_span(update)], describe_number(update)),
        notes=tuple(_iter_notes(context, context.make_subject(update), changes, checks)),
    )


def _to_span(update: Row) -> str:
    """From the item's row to the end of its narrative, where both are plain lines; else the row."""
    first, last = update["line"].partition("-")[0], update["line_last"]
    return f"{first}-{last}" if first.isdigit() and last.isdigit() else update["line"]


def _iter_notes(context: Context, subject: Subject, changes: Sequence[Change], checks: CheckReport) -> Iterator[Note]:
    told = () if is_new(changes, subject) else changes
    notes = [
        *iter_changed(context, changes),
        *iter_partners(context, subject, told),
        *iter_figures(context, subject, told),
        *iter_outcomes(context, subject),
        *iter_item_findings(context, subject, checks),
    ]
    order = list(ASPECTS)
    yield from sorted(notes, key=lambda note: order.index(note.aspect))


def _iter_remarks(context: Context, choice: Choice, changes: Changes | None, checks: CheckReport) -> Iterator[str]:
    if changes is None:
        yield explain_no_changes(choice, agreed_only=context.agreed_only)
    else:
        yield from changes.notes
    if context.agreed_only:
        yield "Judgements that the office has not agreed to are left out; the checks behind the gaps still count them."
    if checks.not_run:
        yield f"Not checked, since the report names no day of a meeting: {', '.join(checks.not_run)}."
    yield from _iter_markings(context, choice)


def _iter_markings(context: Context, choice: Choice) -> Iterator[str]:
    """What is not public in what the paper is made from, where the report itself is not marked so."""
    held = [f"{row['id']} is marked {row['marking']}" for row in context.tables["documents"] if _is_held(row)]
    if held and not _is_held(choice.report):
        yield f"Not every paper that this one is made from is public: {', '.join(held)}."


def _is_held(document: Row) -> bool:
    return document["marking"] in ("internal", "draft")


def _iter_sources(documents: Sequence[Row]) -> Iterator[SourcePaper]:
    for row in sorted(documents, key=lambda row: row["id"]):
        yield SourcePaper(row["id"], row["title"], describe_meeting(row), row["marking"], row["sha256"])
