"""The plan as a network and as diagrams, on the small dataset, counted by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pcgraph.errors import QueryError
from pcgraph.network import to_leads_diagram, to_network, to_plan_diagram
from pcgraph.store import Store
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    import shutil

    from pcgraph.build import build_store
    from pcgraph.store import open_store

    data = Path(shutil.copytree(ROOT / "tests" / "small", tmp_path_factory.mktemp("network") / "small"))
    build_store(data)
    return open_store(data)


def count(data: Path, table: str) -> int:
    return len((data / f"{table}.csv").read_text(encoding="utf-8").splitlines()) - 1


def test_network_holds_every_thing_and_link(store: Store) -> None:
    small = ROOT / "tests" / "small"
    network = to_network(store)
    kinds = Counter(kind for _, kind in network.nodes(data="kind"))
    assert kinds["Deliverable"] == count(small, "deliverables")
    assert kinds["Force action"] == count(small, "actions")
    relations = Counter(relation for _, _, relation in network.edges(data="relation"))
    assert relations["led by"] == count(small, "leads")
    assert relations["implemented by"] == count(small, "actions")
    assert relations["has"] == count(small, "deliverables") + count(small, "outcomes")


def test_network_leaves_out_posts_that_lead_nothing_there(store: Store) -> None:
    network = to_network(store, theme="T2")
    posts = [node for node, kind in network.nodes(data="kind") if kind == "Post"]
    assert all(network.in_degree(post) for post in posts)


def test_leads_diagram_shows_posts_and_what_they_lead(store: Store) -> None:
    diagram = to_leads_diagram(store)
    assert {node.kind for node in diagram.nodes if node.column == 0} == {"Post"}
    assert len(diagram.links) == count(ROOT / "tests" / "small", "leads")
    assert {link.label for link in diagram.links} == {"leads"}


def test_plan_diagram_takes_the_themes_own_plan(store: Store) -> None:
    diagram = to_plan_diagram(store, theme="T1")
    assert diagram.title == "Theme T1 on a page, 2021-25"
    assert {node.id.partition("/")[0] for node in diagram.nodes if node.kind == "Deliverable"} == {"2021-25"}


def test_diagrams_refuse_what_is_not_there(store: Store) -> None:
    with pytest.raises(QueryError, match="There is no theme “T9”"):
        to_plan_diagram(store, theme="T9")
    with pytest.raises(QueryError, match="No lead officer is named there"):
        to_leads_diagram(store, plan="2023-24")
