"""The small datasets of a made-up force as stores, and a folder of checks with a limit and with a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.store import Store
from tests.check.history_edits import load_edited
from tests.conftest import ROOT

SMALL = ROOT / "tests" / "small"

THEME_CROWDED = """#+ title: Crowded themes
#+ problem: A plan has many deliverables in one theme.
#+ why: Nobody keeps them all in view.
#+ fix: Join some.
#+ severity: warning
#+ scope: [strategic-framework]
#+ about: Plan
#+ limits: {most: {help: deliverables of one plan in one theme, unit: deliverables}}
PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?entity ?label ?detail ?document ?line
WHERE {
  VALUES ?most { 1 } # limit
  {
    SELECT ?plan ?theme (COUNT(?deliverable) AS ?number)
    WHERE {
      ?deliverable a pcg:Deliverable ;
        pcg:inPlan ?plan ;
        pcg:inTheme ?theme .
    }
    GROUP BY ?plan ?theme
  }
  ?plan dcterms:identifier ?entity .
  FILTER(?number > ?most)
  BIND(?entity AS ?label)
  BIND(CONCAT(STR(?number), " of at most ", STR(?most), ".") AS ?detail)
}
ORDER BY ?entity
"""

PLAN_OVER = """#+ title: Plans that are over
#+ problem: The plan's last day has passed.
#+ why: Its deliverables are history.
#+ fix: Read the next plan.
#+ severity: info
#+ scope: [strategic-framework]
#+ about: Plan
#+ needs: [as-of]
PREFIX pcg: <https://w3id.org/pcgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?entity ?label ?detail ?document ?line
WHERE {
  VALUES ?as_of { UNDEF } # as-of
  ?plan a pcg:Plan ;
    dcterms:identifier ?entity ;
    pcg:endDate ?end .
  FILTER(?end < ?as_of)
  BIND(?entity AS ?label)
  BIND(CONCAT("It ended on ", STR(?end), ".") AS ?detail)
}
ORDER BY ?entity
"""


@pytest.fixture(scope="session")
def small_store() -> Store:
    """The small dataset's graph, in memory."""
    return load_edited("small")


@pytest.fixture(scope="session")
def history_store() -> Store:
    """The graph of the small dataset one year on, in memory."""
    return load_edited("history")


@pytest.fixture
def checks(tmp_path: Path) -> Path:
    """A folder of queries with two checks: one with a limit, one that needs the day."""
    folder = tmp_path / "queries" / "checks"
    folder.mkdir(parents=True)
    (folder / "theme-crowded.rq").write_text(THEME_CROWDED, encoding="utf-8")
    (folder / "plan-over.rq").write_text(PLAN_OVER, encoding="utf-8")
    return folder.parent
