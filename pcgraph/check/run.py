"""Run the checks over a store."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pcgraph.check.report import CheckReport, Finding, Uncovered
from pcgraph.query.catalogue import load_catalogue, read_query_text
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


def run_checks(store: Store, names: Iterable[str] = (), *, directory: Path | None = None) -> CheckReport:
    """Run the checks, the gravest first.

    Args:
        store: The graph to check.
        names: The checks to run; every one unless given.
        directory: The folder of the queries; the shipped one when not given.

    Raises:
        QueryError: There is no check of that name, or a check's file is wrong.
    """
    catalogue = load_catalogue(directory)
    chosen = [catalogue.get_check(name) for name in dict.fromkeys(names)] or list(catalogue.checks.values())
    checks = sorted(chosen, key=lambda check: (SEVERITIES.index(check.severity), check.name))
    findings = [finding for check in checks for finding in _run_check(store, check)]
    counted = [_count_uncovered(store, check) for check in checks]
    return CheckReport(tuple(checks), tuple(findings), tuple(item for item in counted if item.things))


def _run_check(store: Store, check: CheckFile) -> list[Finding]:
    answer = store.select(read_query_text(check.file))
    cells = [["" if value is None else str(value) for value in row] for row in answer.rows]
    return [Finding._make((check.severity, check.name, *row)) for row in cells]


def _count_uncovered(store: Store, check: CheckFile) -> Uncovered:
    """How many things of its class lie in a plan and theme that no document of its scope covers."""
    kinds = " ".join(f"pcg:{kind}" for kind in check.scope)
    count = store.select(_UNCOVERED % (check.about, kinds)).rows[0][0]
    return Uncovered(check.name, check.about, int(count or 0), check.scope)
