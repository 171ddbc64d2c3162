"""Find what is wrong in a store, with the accepted exceptions marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pcgraph.check.excuse import excuse_findings, find_expired, find_unused
from pcgraph.check.profile import Profile
from pcgraph.check.report import Finding
from pcgraph.check.themes import find_themes
from pcgraph.check.waivers import Waiver
from pcgraph.query.builtin import SHAPE_CHECK, WAIVER_EXPIRED, WAIVER_UNUSED
from pcgraph.query.catalogue import read_query_text
from pcgraph.query.files import CheckFile
from pcgraph.query.sparql_text import fill_check
from pcgraph.store.base import Store

_Found = dict[str, list[Finding]]


class Task(NamedTuple):
    """What to find.

    Attributes:
        checks: The checks to report on, in the order of the report.
        silent: Checks to run beside them, only to learn which accepted exceptions excuse nothing.
        profile: What the office says of the checks.
        waivers: The accepted exceptions.
        day: The day on which they must hold, or None to take all as in force.
        is_shacl: Whether pySHACL holds the graph against the shapes instead of the store.
    """

    checks: Sequence[CheckFile]
    silent: Sequence[CheckFile]
    profile: Profile
    waivers: Sequence[Waiver]
    day: date | None
    is_shacl: bool = False


def iter_findings(store: Store, task: Task) -> Iterator[Finding]:
    """The findings in the order of the checks, each check's in the order of its query."""
    themes = find_themes(store)
    about_waivers = (WAIVER_EXPIRED, WAIVER_UNUSED)
    found: _Found = {}
    for check in (*task.checks, *task.silent):
        if check.name not in about_waivers:
            rows = _run_check(store, check, task)
            found[check.name] = [row._replace(theme=themes.get(row.entity, row.theme)) for row in rows]
    for check in task.checks:
        if check.name in about_waivers:
            yield from _iter_about_waivers(check, task, found)
        else:
            yield from excuse_findings(found[check.name], task.waivers, task.day)


def _run_check(store: Store, check: CheckFile, task: Task) -> list[Finding]:
    if check.name == SHAPE_CHECK:
        return _find_shape_faults(store, task)
    limits = {limit.name: limit.default for limit in check.limits}
    answer = store.select(fill_check(read_query_text(check.file), limits, task.day))
    cells = [["" if value is None else str(value) for value in row] for row in answer.rows]
    return [Finding(check.severity, check.name, *row) for row in cells]


def _find_shape_faults(store: Store, task: Task) -> list[Finding]:
    """Each shape has a severity of its own, unless the profile sets one for all."""
    severity = task.profile.get_rule(SHAPE_CHECK).severity
    return [row._replace(severity=severity or row.severity) for row in _hold_against_shapes(store, task)]


def _hold_against_shapes(store: Store, task: Task) -> list[Finding]:
    if task.is_shacl:
        from pcgraph.check.shacl import find_shacl_faults  # pySHACL and rdflib take half a second to load
        from pcgraph.check.shape_words import to_findings

        return to_findings(store, find_shacl_faults(store))
    from pcgraph.check.shapes import find_shape_faults  # a call for another check needs none of it

    return find_shape_faults(store)


def _iter_about_waivers(check: CheckFile, task: Task, found: _Found) -> Iterator[Finding]:
    first = {(row.check, row.entity): row for rows in found.values() for row in reversed(rows)}
    if check.name == WAIVER_EXPIRED:
        yield from find_expired(task.waivers, task.day, check=check, found=first)
    else:
        yield from find_unused(task.waivers, task.day, check=check, found=first, ran=found)
