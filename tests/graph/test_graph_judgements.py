"""Contributions and lineage as triples, worked out by hand on the dataset with a history."""

from __future__ import annotations

from pcgraph.graph import Book, iter_quads
from pcgraph.tables import read_dataset
from tests.conftest import ROOT
from tests.graph.graph_samples import BASE, PCG

BOOK = Book(read_dataset(ROOT / "tests" / "history"))
QUADS = [
    (triple.replace(BASE, ":").replace(PCG, "pcg:"), graph.removeprefix(f"<{BASE}graph/").rstrip(">"))
    for triple, graph in iter_quads(BOOK)
]


def pick(mark: str) -> set[tuple[str, str]]:
    """Every triple that holds this text, without it, and its graph."""
    return {(triple.replace(mark, "").strip(), graph) for triple, graph in QUADS if mark in triple}


def test_contribution_says_what_who_when_why_and_how_sure() -> None:
    node = "<:contribution/2021-25/T1.1/2021-25/T1A>"
    found = {triple for triple, _ in pick(node)}
    assert found == {
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <pcg:Contribution>",
        '<http://purl.org/dc/terms/identifier> "2021-25/T1.1/2021-25/T1A"',
        '<pcg:sortKey> "002021-000025/T000001.000001/002021-000025/T000001A"',
        '<http://www.w3.org/2004/02/skos/core#prefLabel> "2021-25/T1.1 helps 2021-25/T1A: primary"',
        "<pcg:deliverable> <:deliverable/2021-25/T1.1>",
        "<pcg:outcome> <:outcome/2021-25/T1A>",
        "<pcg:contributionRank> <pcg:rank-primary>",
        "<pcg:measure> <:measure/2021-25/T1A.1.a>",
        '<pcg:confidence> "high"',
        '<pcg:rationale> "The review is to stop harm on farms, and the deaths and injuries there would show it."',
        "<pcg:judgementStatus> <pcg:status-agreed>",
        "<pcg:reviewState> <pcg:review-by-office>",
        '<pcg:judgedBy> "Head of Strategy"',
        '<pcg:judgedOn> "2024-10-08"^^<http://www.w3.org/2001/XMLSchema#date>',
    }


def test_short_ways_lie_in_the_graph_of_what_was_agreed_or_is_proposed() -> None:
    assert pick("<:deliverable/2023-24/T2.1> <pcg:shownBy>") == {
        ("<:measure/2021-25/T2A.1>", "judged/proposed"),
        ("<:measure/2021-25/T2A.10>", "judged/proposed"),
    }
    assert pick("<pcg:contributesTo> <:outcome/2021-25/T1A>") == {
        ("<:deliverable/2021-25/T1.1>", "judged/agreed"),
        ("<:deliverable/2023-24/T2.2>", "judged/proposed"),
        ("<:deliverable/2024-25/T2.2>", "judged/proposed"),
    }
    assert pick("<pcg:continuedBy>") == {
        ("<:deliverable/2021-25/T2.1>  <:deliverable/2023-24/T2.1>", "judged/proposed"),
        ("<:deliverable/2023-24/T2.1>  <:deliverable/2024-25/T2.1>", "judged/agreed"),
        ("<:deliverable/2023-24/T2.2>  <:deliverable/2024-25/T2.2>", "judged/proposed"),
    }


def test_rejected_judgements_are_nowhere() -> None:
    assert pick("contribution/2021-25/T2.1/2021-25/T1A") == set()
    assert pick("lineage/2024-25/T2.3/2023-24/T2.3") == set()
