"""What a network is narrowed to, on the dataset with a history; every link counted by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.errors import QueryError
from pcgraph.network import (
    Scope,
    get_partner,
    read_parts,
    read_scope,
    resolve_partners,
    to_lead_deliverables,
    to_memberships,
    to_partner_deliverables,
    to_partner_outcomes,
    to_partner_programmes,
)
from pcgraph.network.linking import PartnerNetwork
from pcgraph.store import Store, open_store
from tests.conftest import ROOT

BASE = "https://example.org/westmarch/"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    data = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("scope") / "history"))
    build_store(data)
    return open_store(data)


def list_links(graph: PartnerNetwork) -> set[tuple[str, str]]:
    """The ids of the ends of each link, the partner first."""
    names = {node: data["id"] for node, data in graph.nodes(data=True)}
    first = ("partner", "post", "member")
    ends = [(one, other) if graph.nodes[one]["side"] in first else (other, one) for one, other in graph.edges]
    return {(names[one], names[other]) for one, other in ends}


HELP = {
    ("harbour-trust", "2021-25/T1.2"),  # by the action 1.2.1
    ("harbour-trust", "2023-24/T2.1"),
    ("harbour-trust", "2023-24/T2.2"),
    ("westmarch-county-council", "2023-24/T2.2"),
    ("harbour-trust", "2024-25/T2.1"),
    ("northmoor-university", "2024-25/T2.2"),
    ("harbour-trust", "2024-25/T2.3"),
    ("westmarch-county-council", "2024-25/T2.3"),
}


def test_partner_deliverables_are_all_who_help(store: Store) -> None:
    assert list_links(to_partner_deliverables(store)) == HELP


def test_partner_deliverables_carry_every_proof(store: Store) -> None:
    # the council funds 2023-24/T2.2 in two reports, and is only mentioned in one line besides
    edge = to_partner_deliverables(store).edges[
        f"{BASE}entity/westmarch-county-council", f"{BASE}deliverable/2023-24/T2.2"
    ]
    assert [(proof.document, proof.line, proof.role) for proof in edge["proofs"]] == [
        ("t2-2023q2", "21", "funds"),
        ("t2-2023q3", "18", "funds"),
    ]
    assert {proof.as_of for proof in edge["proofs"]} == {"2023-10"}
    assert {proof.status for proof in edge["proofs"]} == {"proposed by two readings, not yet agreed by the office"}


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(theme="T1"), {("harbour-trust", "2021-25/T1.2")}),
        (Scope(plan="2023-24"), {link for link in HELP if link[1].startswith("2023-24/")}),
        (Scope(theme="T2", plan="2024-25"), {link for link in HELP if link[1].startswith("2024-25/")}),
        (
            Scope(report="t2-2023q3"),
            {("harbour-trust", "2023-24/T2.1"), ("westmarch-county-council", "2023-24/T2.2")},
        ),
        (Scope(roles=("funds",)), {link for link in HELP if link[0] == "westmarch-county-council"}),
        (Scope(roles=("Funds", "supports"), theme="T1"), {("harbour-trust", "2021-25/T1.2")}),
        (Scope(view="agreed"), {("harbour-trust", "2023-24/T2.2")}),
        (Scope(view="stated"), HELP),
    ],
    ids=lambda value: value.describe() if isinstance(value, Scope) else "",
)
def test_scope_narrows_to_what_was_asked_for(store: Store, scope: Scope, expected: set[tuple[str, str]]) -> None:
    assert list_links(to_partner_deliverables(store, scope)) == expected


def test_stated_links_say_only_that_a_partner_is_named(store: Store) -> None:
    graph = to_partner_deliverables(store, Scope(view="stated"))
    assert {roles for _, _, roles in graph.edges(data="roles")} == {("named",)}
    assert all(is_stated for _, _, is_stated in graph.edges(data="is_stated"))


def test_partner_outcomes_follow_the_judgements(store: Store) -> None:
    # T1.2 helps T1B; 2023-24/T2.1 T2A; 2023-24/T2.2 T1A, T2A; 2024-25/T2.1 T2A; 2024-25/T2.2 T1A
    assert list_links(to_partner_outcomes(store)) == {
        ("harbour-trust", "2021-25/T1B"),
        ("harbour-trust", "2021-25/T1A"),
        ("harbour-trust", "2021-25/T2A"),
        ("westmarch-county-council", "2021-25/T1A"),
        ("westmarch-county-council", "2021-25/T2A"),
        ("northmoor-university", "2021-25/T1A"),
    }


def test_partner_outcomes_take_the_theme_of_the_outcome(store: Store) -> None:
    # a deliverable of theme 2 helps an outcome of theme 1
    links = list_links(to_partner_outcomes(store, Scope(theme="T1")))
    assert {outcome for _, outcome in links} == {"2021-25/T1A", "2021-25/T1B"}
    assert ("northmoor-university", "2021-25/T1A") in links


def test_partner_programmes_tell_why_they_are_linked(store: Store) -> None:
    # 2023-24/T2.2 is delivered through Barn Watch, which the council funds
    graph = to_partner_programmes(store)
    way = f"{BASE}entity/barn-watch"
    bases = {graph.nodes[one]["id"]: graph.edges[one, way]["bases"] for one in graph[way]}
    assert bases == {"harbour-trust": ("named together",), "westmarch-county-council": ("named together", "part in")}


def test_leads_reach_from_posts_to_deliverables_and_actions(store: Store) -> None:
    graph = to_lead_deliverables(store, Scope(theme="T2"))
    assert list_links(graph) == {("corporate-services", "2021-25/T2.1")}
    post = next(node for node, side in graph.nodes(data="side") if side == "post")
    assert graph.nodes[post]["unit"] == "Corporate Services"
    assert len(to_lead_deliverables(store).edges) == 7


def test_parts_tell_apart_help_and_other_mentions(store: Store) -> None:
    others = {(part.partner.removeprefix(f"{BASE}entity/"), part.roles) for part in read_parts(store).others}
    assert others == {("westmarch-county-council", ("mentioned",))}


@pytest.mark.parametrize(
    ("scope", "message"),
    [
        (Scope(plan="2021-25", theme="T2"), "--plan 2021-25 leaves the network empty: none of the 7 links between "),
        (Scope(report="strategy-2021-25"), "--report strategy-2021-25 leaves the network empty: none of the 8 "),
        (Scope(roles=("leads",)), "--role leads leaves the network empty: none of the 8 "),
        (Scope(theme="T9"), "There is no theme “T9”"),
        (Scope(roles=("uses",)), "“uses” is no role by which a partner helps."),
        (Scope(roles=("funds",), view="stated"), "--role and --stated-only exclude each other"),
    ],
)
def test_scope_names_the_filter_that_is_wrong(store: Store, scope: Scope, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        to_partner_deliverables(store, scope)
    assert caught.value.message.startswith(message)
    assert caught.value.hint


def test_scope_names_the_filters_applied_before(store: Store) -> None:
    with pytest.raises(QueryError, match=r"deliverables \(--theme 2021-25/T2\) is there"):
        to_partner_deliverables(store, Scope(plan="2021-25", theme="T2"))


def test_scope_says_that_outcomes_are_judged_never_stated(store: Store) -> None:
    with pytest.raises(QueryError, match="--stated-only leaves the network empty: documents state none of the 6"):
        to_partner_outcomes(store, Scope(view="stated"))


def test_memberships_say_that_none_was_read(store: Store) -> None:
    with pytest.raises(QueryError, match="The papers read so far name no memberships"):
        to_memberships(store)


def test_scope_tells_how_the_names_of_partners_were_read(store: Store) -> None:
    parts, scope = read_scope(store, Scope(notes=("A note.",)))
    found, told = resolve_partners(store, parts, scope, ["Trust", "wcc", "harbour-trust"])
    assert [one.id for one in found] == ["harbour-trust", "westmarch-county-council"]
    assert told.notes == ("A note.", "“Trust” is read as harbour-trust (Harbour Trust).")


def test_partner_must_help_with_something_there(store: Store) -> None:
    parts, _ = read_scope(store, Scope(plan="2023-24"))
    assert get_partner(store, parts, "wcc").label == "Westmarch County Council"
    with pytest.raises(QueryError, match=r"^Northmoor University is not named there as helping deliver anything"):
        get_partner(store, parts, "Northmoor University")
    with pytest.raises(QueryError, match=r"^“University” is read as .*\. Northmoor University is not named"):
        get_partner(store, parts, "University")
    with pytest.raises(QueryError, match="There is no partner “Harbour Thrust”") as caught:
        get_partner(store, parts, "Harbour Thrust")
    assert "harbour-trust" in caught.value.hint
