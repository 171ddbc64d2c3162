"""What each exported network says of its nodes and links, worked out by hand."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.errors import QueryError
from pcgraph.network.export import (
    make_network,
)
from pcgraph.network.export.make import make_two_sided
from pcgraph.network.export.networks import NETWORKS
from pcgraph.network.parts import Link, Parts, Proof
from pcgraph.network.scope import Scope
from pcgraph.store import Store, open_store
from tests.conftest import ROOT
from tests.network.made import make_parts

BASE = "https://example.org/westmarch/"
TRUST, COUNCIL, UNIVERSITY = (
    f"{BASE}entity/{name}" for name in ("harbour-trust", "westmarch-county-council", "northmoor-university")
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("export") / "history"))
    build_store(copy)
    return copy


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    return open_store(data)


def test_partner_deliverable_links_carry_where_they_stand(store: Store) -> None:
    network = make_network(store, "partner-deliverable")
    link = next(one for one in network.links if one.source == TRUST and one.target.endswith("2023-24/T2.2"))
    assert link.values == {
        "relation": "named as helping deliver",
        "count": 1,
        "deliverables": "2023-24/T2.2",
        "roles": "delivers",
        "timings": "planned",
        "dates": "2023-10",
        "stands_on": "agreed",
        "is_stated": False,
        "is_agreed": True,
        "evidence": "t2-2023q2 line 21",
    }
    assert link.spells == (("2023-10-01", "2023-10-31"),)  # a month, as the words say


def test_nodes_carry_code_kind_theme_and_the_years_of_their_plan(store: Store) -> None:
    network = make_network(store, "partner-deliverable")
    assert network.by_id[TRUST].values == {
        "identifier": "harbour-trust",
        "code": "harbour-trust",
        "kind": "Partner",
        "side": "partner",
    }
    node = network.by_id[f"{BASE}deliverable/2023-24/T2.2"]
    assert node.label == "2023-24/T2.2 Improve the partnership response to rural crime"
    assert node.values == {
        "identifier": "2023-24/T2.2",
        "code": "T2.2",
        "kind": "Deliverable",
        "side": "deliverable",
        "wording": "Improve the partnership response to rural crime",
        "theme": "2021-25/T2",
        "plan": "2023-24",
        "plan_start": "2023-04-01",
        "plan_end": "2024-03-31",
    }
    assert node.spells == (("2023-04-01", "2024-03-31"),)


def test_outcome_links_say_that_they_are_judged(store: Store) -> None:
    network = make_network(store, "partner-outcome")
    assert "That a deliverable helps an outcome is judged: no document says so." in network.note
    link = next(one for one in network.links if one.source == TRUST and one.target.endswith("T2A"))
    assert link.weight == 3.0
    assert link.values["deliverables"] == "2023-24/T2.1; 2023-24/T2.2; 2024-25/T2.1"
    assert link.values["judged"] == "agreed; proposed by two readings, not yet agreed by the office"
    assert (link.values["is_stated"], link.values["is_agreed"]) == (False, False)


def test_partners_are_weighed_as_newman_does(store: Store) -> None:
    # the trust and the council share 2023-24/T2.2 and 2024-25/T2.3 and are alone there: 1/(2 - 1) twice
    network = make_network(store, "partners")
    (link,) = network.links
    assert (link.source, link.target, link.weight) == (TRUST, COUNCIL, 2.0)
    assert (link.values["shared"], link.values["deliverables"]) == (2, "2023-24/T2.2; 2024-25/T2.3")
    assert link.values["evidence"] == "t2-2023q2 line 21; t2-2023q3 line 18; t2-2024q1 line 19"
    assert UNIVERSITY in network.by_id  # it has no link, and is there


def test_plan_leads_from_the_whole_to_its_parts(store: Store) -> None:
    network = make_network(store, "plan")
    assert network.is_directed
    relations = [link.values["relation"] for link in network.links]
    # nine deliverables and three outcomes of themes, five actions, seven leads
    assert {name: relations.count(name) for name in relations} == {"has": 12, "implemented by": 5, "led by": 7}
    assert network.by_id[f"{BASE}deliverable/2024-25/T2.2"].values["status"] == "Red"


def test_leads_go_from_the_post(store: Store) -> None:
    network = make_network(store, "lead-deliverable", Scope(theme="T2"))
    (link,) = network.links
    assert (link.source, link.target) == (f"{BASE}post/corporate-services", f"{BASE}deliverable/2021-25/T2.1")
    assert network.by_id[link.source].values["unit"] == "Corporate Services"
    assert "partners" not in network.note  # leads are no matter of partners' help


def make_members(*pairs: tuple[str, str]) -> Parts:
    """Who is a member of which body."""
    parts = make_parts({name: [] for name in sorted({name for pair in pairs for name in pair})})
    return replace(parts, memberships=tuple(Link(*pair, (Proof("report", "3", "member"),)) for pair in pairs))


def test_members_go_from_the_member_even_where_it_is_a_body_itself() -> None:
    parts = make_members(("Ash", "Board"), ("Elm", "Ash"), ("Ash", "Council"), ("Council", "Board"))
    network = make_two_sided(parts, NETWORKS["partner-partnership"], note="", periods={})
    assert sorted((link.source, link.target) for link in network.links) == [
        ("Ash", "Board"),
        ("Ash", "Council"),
        ("Council", "Board"),
        ("Elm", "Ash"),
    ]


def test_stated_links_say_that_a_partner_is_named_alone(store: Store) -> None:
    network = make_network(store, "partner-deliverable", Scope(view="stated"))
    assert {link.values["relation"] for link in network.links} == {"named under"}
    assert {link.values["roles"] for link in network.links} == {"named"}


def test_plan_with_nothing_in_it_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match=r"The plan holds nothing there \(theme T1, plan 2023-24\)"):
        make_network(store, "plan", Scope(theme="T1", plan="2023-24"))
