"""Edits of a made-up dataset's tables, and the checks' report on what comes of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Literal

import rdflib

from pcgraph.check import CheckReport, Finding, run_checks
from pcgraph.check.profile import Profile
from pcgraph.graph import iter_nquads
from pcgraph.model import Row, get_table
from pcgraph.query.catalogue import load_catalogue, read_query_text
from pcgraph.query.sparql_text import fill_check
from pcgraph.store import Store, load_memory_store
from pcgraph.tables import Dataset, read_dataset
from tests.conftest import ROOT

DatasetName = Literal["small", "history"]
Tables = dict[str, list[Row]]
Edit = Callable[[Tables], None]

AS_OF = "2024-10-30"
"""The day for checks that need one: 120 days after 2 July, 122 after the end of June 2024."""

NO_PROFILE = Profile()


@cache
def read_made_up(name: DatasetName) -> Dataset:
    return read_dataset(ROOT / "tests" / name)


def load_edited(name: DatasetName, *edits: Edit) -> Store:
    """A dataset's graph after some edits."""
    dataset = read_made_up(name)
    tables: Tables = {table: list(rows) for table, rows in dataset.tables.items()}
    for edit in edits:
        edit(tables)
    edited = SimpleNamespace(extracted=None, base=dataset.base, tables=tables)
    return load_memory_store("".join(iter_nquads(edited)))


def check_edited(*edits: Edit, names: Sequence[str] = ()) -> CheckReport:
    """The checks' report on the small dataset after some edits."""
    return run_checks(load_edited("small", *edits), names)


def check_history(check: str, *edits: Edit, as_of: str = AS_OF, profile: Profile = NO_PROFILE) -> list[tuple[str, str]]:
    """Code and words of each finding of a check in the dataset with a history, after some edits."""
    report = run_checks(load_edited("history", *edits), [check], as_of=as_of, profile=profile)
    return [(finding.entity, finding.detail) for finding in pick(report, check)]


def find_in_history(check: str, *edits: Edit, as_of: str = AS_OF) -> list[str]:
    """The codes of a check's findings in the dataset with a history, after some edits."""
    return [entity for entity, _ in check_history(check, *edits, as_of=as_of)]


def load_rdflib(name: DatasetName) -> rdflib.Graph:
    """A dataset's graph for rdflib, the graphs of its documents joined into one."""
    parsed = rdflib.Dataset()
    parsed.parse(data="".join(iter_nquads(read_made_up(name))), format="nquads")
    graph = rdflib.Graph()
    for subject, predicate, value, _ in parsed.quads():
        graph.add((subject, predicate, value))
    return graph


def find_with_rdflib(graph: rdflib.Graph, check: str) -> list[tuple[str, ...]]:
    """What a check's query answers in rdflib: code, name, words, document and line of each row."""
    query = read_query_text(load_catalogue().checks[check].file)
    rows = graph.query(fill_check(query, {}, date.fromisoformat(AS_OF)))
    return [tuple("" if cell is None else str(cell) for cell in row) for row in rows]  # type: ignore[union-attr]


def pick(report: CheckReport, check: str) -> list[Finding]:
    """A check's findings."""
    return [finding for finding in report.findings if finding.check == check]


def find(report: CheckReport, check: str) -> list[str]:
    """The codes of a check's findings."""
    return [finding.entity for finding in pick(report, check)]


def make_row(table: str, **cells: str) -> Row:
    return {name: cells.get(name, "") for name in get_table(table).names}


def add(table: str, **cells: str) -> Edit:
    """An edit that adds a row."""
    return lambda tables: tables[table].append(make_row(table, **cells))


def change(table: str, key: str, value: str, **cells: str) -> Edit:
    """An edit that changes the rows with this cell."""

    def edit(tables: Tables) -> None:
        tables[table] = [{**row, **cells} if row[key] == value else row for row in tables[table]]

    return edit


def put(table: str, thing: str, **cells: str) -> Edit:
    """An edit that changes the row of that id."""
    return change(table, "id", thing, **cells)


def drop(table: str, **cells: str) -> Edit:
    """An edit that takes out the rows with these cells."""

    def edit(tables: Tables) -> None:
        tables[table] = [row for row in tables[table] if any(row[name] != cell for name, cell in cells.items())]

    return edit


def clear(table: str) -> Edit:
    """An edit that takes out every row."""
    return lambda tables: tables[table].clear()


def name(subject: str, entity: str, **cells: str) -> Edit:
    """An edit that adds an involvement, read by a rule."""
    place = {"timing": "current", "document": "t2-2023q2", "line": "10", "status": "proposed", "by": "rule"}
    return add(
        "involvements", subject=subject, entity=entity, **{"surface": entity, "role": "supports", **place, **cells}
    )


def lead(subject: str, post: str = "corporate-services") -> Edit:
    """An edit that adds a lead."""
    return add("leads", subject=subject, post=post, raw="x", document="force-2021", line="13")


def judge(deliverable: str, outcome: str, measures: str = "", **cells: str) -> Edit:
    """An edit that adds a contribution."""
    judged = {"rank": "primary", "rationale": "It helps.", "by": "reading-a;reading-b", "status": "proposed"}
    return add("contributions", deliverable=deliverable, outcome=outcome, **{"measures": measures, **judged, **cells})


def take_up(earlier: str, later: str, **cells: str) -> Edit:
    """An edit that adds a link from a deliverable to a later one."""
    judged = {"relation": "continues", "rationale": "It goes on.", "status": "proposed"}
    return add("lineage", earlier=earlier, later=later, **{**judged, **cells})


def report_on(document: str, period: str, deliverable: str, **cells: str) -> Edit:
    """An edit that adds a report on theme 2 with one item."""

    def edit(tables: Tables) -> None:
        plan = deliverable.partition("/")[0]
        model = {**tables["documents"][-1], "id": document, "title": f"Report {document}"}
        tables["documents"].append({**model, "period": period, "plan": plan})
        item = {"number": "1", "wording": "x", "rag": "G", "line": "7", "line_first": "8", "line_last": "8"}
        row = make_row("updates", id=f"{document}/1", report=document, deliverable=deliverable, **{**item, **cells})
        tables["updates"].append(row)

    return edit
