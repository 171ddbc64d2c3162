"""Networks of two sides and their projections, worked out by hand."""

from __future__ import annotations

import pytest

from pcgraph.network import project_partners
from pcgraph.network.bipartite import link_deliverables, link_outcomes
from tests.network.made import TWO_TABLES, add_outcomes, make_parts


def test_projection_weighs_by_shared_deliverables_when_asked() -> None:
    partners = project_partners(link_deliverables(make_parts(TWO_TABLES)), weighting="shared")
    ties = {(one, other): weight for one, other, weight in partners.edges(data="weight")}
    assert ties == {
        ("Ash", "Birch"): 2,
        ("Ash", "Cedar"): 2,
        ("Birch", "Cedar"): 2,
        ("Cedar", "Dogwood"): 1,
        ("Dogwood", "Elm"): 1,
        ("Dogwood", "Fir"): 1,
        ("Elm", "Fir"): 1,
    }
    assert partners.degree("Gorse") == 0


def test_projection_weighs_large_tables_less_when_newmans() -> None:
    partners = project_partners(link_deliverables(make_parts(TWO_TABLES)), weighting="newman")
    assert partners.edges["Ash", "Birch"] == {"weight": 1.0, "shared": 2, "through": ("2020/T1.1", "2020/T1.5")}
    assert partners.edges["Dogwood", "Elm"]["weight"] == 0.5
    # the ties of a partner add up to how many deliverables it shares: T1.1, T1.5, T1.2 of Cedar
    assert partners.degree("Cedar", weight="weight") == 3


def test_projection_shares_a_table_of_four_by_three() -> None:
    parts = make_parts({name: ["T1.1"] for name in ("Ash", "Birch", "Cedar", "Dogwood")})
    partners = project_partners(link_deliverables(parts))
    assert [weight for _, _, weight in partners.edges(data="weight")] == pytest.approx([1 / 3] * 6)


def test_projection_names_deliverables_as_people_number_them() -> None:
    parts = make_parts({"Ash": ["T1.1", "T1.3"], "Birch": ["T1.3", "T1.1"]})
    assert project_partners(link_deliverables(parts)).edges["Ash", "Birch"]["through"] == ("2020/T1.1", "2020/T1.3")


def test_nodes_and_edges_carry_what_is_promised() -> None:
    graph = link_deliverables(make_parts({"Ash": ["T1.1"]}))
    assert graph.nodes["Ash"]["side"] == "partner"
    assert graph.nodes["2020/T1.1"] == {
        "kind": "Deliverable",
        "id": "2020/T1.1",
        "code": "T1.1",
        "label": "Words of T1.1",
        "side": "deliverable",
        "theme": "2020/T1",
        "plan": "2020",
        "order": "T1.1",
    }
    edge = graph.edges["Ash", "2020/T1.1"]
    assert (edge["roles"], edge["timings"], edge["count"]) == (("delivers",), ("current",), 1)
    assert (edge["deliverables"], edge["is_stated"], edge["is_agreed"]) == (("2020/T1.1",), False, False)


def test_outcomes_gather_the_deliverables_of_a_partner() -> None:
    # Cedar helps with T1.1, T1.2, T1.5; T1A is helped by T1.1 and T1.2, T1B by T1.5
    parts = add_outcomes(make_parts(TWO_TABLES), {"T1.1": ["T1A"], "T1.2": ["T1A"], "T1.5": ["T1B"]})
    graph = link_outcomes(parts)
    assert graph.edges["Cedar", "T1A"]["deliverables"] == ("2020/T1.1", "2020/T1.2")
    assert graph.edges["Cedar", "T1B"]["count"] == 1
    assert sorted(graph["T1A"]) == ["Ash", "Birch", "Cedar", "Dogwood"]
    assert graph.edges["Cedar", "T1A"]["ranks"] == ("primary",)
