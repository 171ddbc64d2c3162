"""Candidates for earlier versions: which, how they are related, and what is said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from pcgraph.propose import Candidate, propose_lineage
from pcgraph.tables import read_dataset
from tests.conftest import ROOT
from tests.propose.samples import Tables, make_deliverable, make_tables, shuffle

PLANS = [{"id": "2021-22", "start": "2021-04-01"}, {"id": "2022-23", "start": "2022-04-01"}]


def make_years(old: Sequence[str], new: Sequence[str], **given: Sequence[Mapping[str, str]]) -> Tables:
    """Two yearly plans with these wordings, and some more that share nothing with them."""
    others = ["Paint the bandstand", "Count the swans", "Print a calendar", "Mend a clock", "Plant two lindens"]
    rows = [make_deliverable(f"2021-22/T1.{i}", wording) for i, wording in enumerate([*old, *others], start=1)]
    rows += [make_deliverable(f"2022-23/T1.{i}", wording) for i, wording in enumerate(new, start=1)]
    return make_tables(plans=PLANS, deliverables=rows, **given)


def propose(old: Sequence[str], new: Sequence[str], **given: Sequence[Mapping[str, str]]) -> list[Candidate]:
    return propose_lineage(make_years(old, new, **given))


def relate(candidates: Sequence[Candidate]) -> list[tuple[str, str, str]]:
    return [(one.subject[-4:], one.relation, one.object[-4:]) for one in candidates]


BASE = "Visit farms and stables after each theft"


@pytest.mark.parametrize(
    ("later", "relation"),
    [
        ("Continue to visit farms and stables after each theft.", "continues"),
        ("Visit farms after each theft", "narrows"),
        ("Visit farms and stables after each theft, and teach children to ride ponies", "widens"),
        ("Visit farms and barns after each theft", "rewords"),
    ],
)
def test_propose_lineage_tells_the_relation_by_what_was_added_and_left_out(later: str, relation: str) -> None:
    assert relate(propose([BASE], [later])) == [("T1.1", relation, "T1.1")]


def test_propose_lineage_says_what_is_the_same_added_and_left_out() -> None:
    (candidate,) = propose([BASE], ["Visit farms and barns after each theft"])
    assert candidate.why == ("Shares “Visit farms” and “theft” with 2021-22/T1.1; adds “barns”; leaves out “stables”.")


def test_propose_lineage_scores_the_same_words_as_certain() -> None:
    (candidate,) = propose([BASE], [BASE])
    assert (candidate.score, candidate.confidence) == (1.0, "high")
    assert candidate.why == "The same telling words as 2021-22/T1.1."


def test_propose_lineage_proposes_none_where_nothing_is_alike_enough() -> None:
    assert propose([BASE], ["Teach children to ride ponies"]) == []


def test_propose_lineage_sees_a_split() -> None:
    old = "Patrol night buses, and light the dark underpass"
    new = ["Patrol night buses with stewards", "Light the dark underpass with lanterns"]
    assert relate(propose([old], new)) == [("T1.1", "splits", "T1.1"), ("T1.2", "splits", "T1.1")]


def test_propose_lineage_sees_a_merger() -> None:
    old = ["Patrol night buses with stewards", "Light the dark underpass with lanterns"]
    new = "Patrol night buses, and light the dark underpass"
    assert relate(propose(old, [new])) == [("T1.1", "merges", "T1.1"), ("T1.1", "merges", "T1.2")]


def test_propose_lineage_names_partners_and_lead_in_both() -> None:
    given: dict[str, Sequence[Mapping[str, str]]] = {
        "entities": [{"id": "watch", "kind": "programme", "name": "Farm Watch", "status": "agreed"}],
        "involvements": [{"subject": f"{plan}/T1.1", "entity": "watch"} for plan in ("2021-22", "2022-23")],
        "leads": [{"subject": f"{plan}/T1.1", "post": "inspector"} for plan in ("2021-22", "2022-23")],
    }
    (alone,) = propose([BASE], ["Visit farms and barns after each theft"])
    (both,) = propose([BASE], ["Visit farms and barns after each theft"], **given)
    assert both.why.endswith("; Farm Watch is named in both; the same lead.")
    assert both.score > alone.score


def test_propose_lineage_leaves_out_what_was_judged() -> None:
    judged = {"later": "2022-23/T1.1", "earlier": "2021-22/T1.1", "relation": "continues"}
    assert propose([BASE], [BASE], lineage=[{**judged, "status": "rejected"}]) == []
    assert propose([BASE], [BASE], lineage=[{**judged, "status": "proposed"}]) == []
    tables = make_years([BASE, "Visit farms"], [BASE], lineage=[{**judged, "status": "agreed"}])
    assert propose_lineage(tables) == []
    assert relate(propose_lineage(tables, everything=True)) == [("T1.1", "widens", "T1.2")]


def test_propose_lineage_looks_only_at_plans_that_begin_before() -> None:
    tables = make_years([BASE], [BASE])
    tables["plans"] = [{**row, "start": "2021-04-01"} for row in tables["plans"]]
    assert propose_lineage(tables) == []


def test_propose_lineage_gives_the_same_whatever_the_order_of_rows() -> None:
    tables = read_dataset(ROOT / "tests" / "history").tables
    bare: Tables = {**tables, "lineage": []}
    assert propose_lineage(shuffle(bare)) == propose_lineage(bare)
    assert [(one.subject, one.relation, one.object) for one in propose_lineage(bare)] == [
        ("2024-25/T2.1", "widens", "2023-24/T2.1"),
        ("2024-25/T2.2", "continues", "2023-24/T2.2"),
    ]
