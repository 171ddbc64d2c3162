"""Run the checks over a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pcgraph.check.find import Task, iter_findings
from pcgraph.check.known import get_day, load_checks, pick_checks
from pcgraph.check.profile import Profile
from pcgraph.check.report import CheckReport, Uncovered
from pcgraph.check.waivers import Waiver
from pcgraph.query.builtin import BUILT_IN, WAIVER_EXPIRED, WAIVER_UNUSED
from pcgraph.query.files import SEVERITIES, CheckFile
from pcgraph.store.base import Store

_UNCOVERED = """PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
SELECT (COUNT(DISTINCT ?thing) AS ?count)
WHERE {
  ?thing a pcg:%s ;
    pcg:inPlan ?plan ;
    pcg:inTheme ?theme .
  FILTER NOT EXISTS { ?thing a pcg:SourceDocument }
  FILTER NOT EXISTS {
    VALUES ?kind { %s }
    ?read pcg:documentKind ?kind ;
      pcg:coversPlan ?plan ;
      pcg:covers ?theme .
  }
}
"""

_NO_PROFILE = Profile()


def run_checks(
    store: Store,
    names: Iterable[str] = (),
    *,
    directory: Path | None = None,
    profile: Profile = _NO_PROFILE,
    waivers: Sequence[Waiver] = (),
    as_of: str = "",
    is_shacl: bool = False,
) -> CheckReport:
    """Run the checks, the gravest first.

    Args:
        store: The graph to check.
        names: The checks to run, even where the profile switches them off; every one unless given.
        directory: The folder of the queries; the shipped one when not given.
        profile: The checks' severities and limits, and which are off.
        waivers: The accepted exceptions; without a day all are taken as in force.
        as_of: The day, as year-month-day, for which checks that depend on it are run and on which
            accepted exceptions must hold; they do not run without it.
        is_shacl: Whether pySHACL, the reference, holds the graph against the shapes instead of the store.

    Raises:
        QueryError: There is no check of that name, or a check's file is wrong.
        CallError: `as_of` is no day.
    """
    day = get_day(as_of)
    wanted = tuple(names)
    chosen = _choose(load_checks(directory), wanted, profile)
    not_run = tuple(check.name for check in chosen.checks if day is None and _needs_day(check, waivers))
    checks = tuple(check for check in chosen.checks if check.name not in not_run)
    silent = _pick_silent(chosen, waivers) if wanted else ()
    findings = iter_findings(store, Task(checks, silent, profile, waivers, day, is_shacl))
    return CheckReport(
        checks,
        tuple(findings),
        tuple(_iter_uncovered(store, checks)),
        not_run=not_run,
        switched_off=chosen.switched_off,
        undated=len(waivers) if day is None else 0,
    )


class _Chosen(NamedTuple):
    """The checks as the profile has them: every one, those to run in their order, those switched off."""

    known: Mapping[str, CheckFile]
    checks: tuple[CheckFile, ...]
    switched_off: tuple[str, ...]


def _choose(known: Mapping[str, CheckFile], names: Sequence[str], profile: Profile) -> _Chosen:
    ruled = {name: profile.apply(check) for name, check in known.items()}
    picked = sorted(pick_checks(ruled, names), key=_to_order)
    off = [] if names else [check.name for check in picked if profile.get_rule(check.name).is_off]
    return _Chosen(ruled, tuple(check for check in picked if check.name not in off), tuple(off))


def _to_order(check: CheckFile) -> tuple[int, bool, str]:
    """The gravest first; those that are no files after those that are."""
    return SEVERITIES.index(check.severity), check.name in BUILT_IN, check.name


def _needs_day(check: CheckFile, waivers: Sequence[Waiver]) -> bool:
    """Whether it cannot run without a day; where nothing is accepted, nothing can have run out."""
    return "as-of" in check.needs and (check.name != WAIVER_EXPIRED or bool(waivers))


def _pick_silent(chosen: _Chosen, waivers: Sequence[Waiver]) -> tuple[CheckFile, ...]:
    """Where only some checks were named, those to run beside them so that unused exceptions are found."""
    names = [check.name for check in chosen.checks]
    if WAIVER_UNUSED not in names:
        return ()
    waived = sorted({waiver.check for waiver in waivers} - set(names))
    return tuple(chosen.known[name] for name in waived if not chosen.known[name].needs)


def _iter_uncovered(store: Store, checks: Iterable[CheckFile]) -> Iterator[Uncovered]:
    """Of each check, how many things of its class no document of its scope covers; each question asked once."""
    counted: dict[tuple[str, tuple[str, ...]], int] = {}
    for check in checks:
        question = (check.about, check.scope)
        if check.about and question not in counted:
            counted[question] = _count_uncovered(store, check)
        if things := counted.get(question, 0):
            yield Uncovered(check.name, check.about, things, check.scope)


def _count_uncovered(store: Store, check: CheckFile) -> int:
    """How many things of its class lie in a plan and theme that no document of its scope covers."""
    kinds = " ".join(f"pcg:{kind}" for kind in check.scope)
    return int(store.select(_UNCOVERED % (check.about, kinds)).rows[0][0] or 0)
