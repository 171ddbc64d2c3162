"""Networks as files: read back by the programs that they are for, hostile text inert."""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import networkx as nx
import openpyxl
import pytest

from pcgraph.build import build_store
from pcgraph.errors import CallError
from pcgraph.network.export import (
    NETWORK_NAMES,
    edge_list,
    export_network,
    gexf,
    graphml,
    make_network,
    matrix,
    node_link,
)
from pcgraph.network.export.make import make_two_sided
from pcgraph.network.export.networks import NETWORKS
from pcgraph.network.export.plain import PlainNetwork
from pcgraph.store import Store, open_store
from tests.conftest import ROOT
from tests.network.made import add_outcomes, make_parts

BASE = "https://example.org/westmarch/"
TRUST, COUNCIL, UNIVERSITY = (
    f"{BASE}entity/{name}" for name in ("harbour-trust", "westmarch-county-council", "northmoor-university")
)
MADE = tuple(name for name in NETWORK_NAMES if name != "partner-partnership")
"""The networks of the dataset with a history, in which nobody is named as a member."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("export") / "history"))
    build_store(copy)
    return copy


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    return open_store(data)


def to_expected(network: PlainNetwork) -> nx.Graph[str]:
    """The network as NetworkX should read it back."""
    graph: nx.Graph[str] = nx.DiGraph() if network.is_directed else nx.Graph()
    graph.add_nodes_from((node.id, {"label": node.label, **node.values}) for node in network.nodes)
    graph.add_edges_from((link.source, link.target, {"weight": link.weight, **link.values}) for link in network.links)
    return graph


def assert_same(found: nx.Graph[str], expected: nx.Graph[str]) -> None:
    assert found.is_directed() == expected.is_directed()
    assert dict(found.nodes(data=True)) == dict(expected.nodes(data=True))
    assert found.number_of_edges() == expected.number_of_edges()
    for source, target, values in expected.edges(data=True):
        assert found.edges[source, target] == values


def drop_extras(graph: nx.Graph[str]) -> nx.Graph[str]:
    """What GEXF has besides: colours and sizes, spells, numbers of edges."""
    for _, values in graph.nodes(data=True):
        values.pop("viz")
        values.pop("spells", None)
    for *_, values in graph.edges(data=True):
        values.pop("id")
        values.pop("spells", None)
    return graph


@pytest.mark.parametrize("name", MADE)
def test_graphml_is_read_back_as_the_same_network(store: Store, name: str) -> None:
    network = make_network(store, name)
    found = nx.read_graphml(io.BytesIO(graphml.render(network)))
    assert_same(found, to_expected(network))
    assert found.graph["title"] == network.title
    assert found.graph["note"] == network.note


@pytest.mark.parametrize("name", MADE)
def test_gexf_is_read_back_as_the_same_network(store: Store, name: str) -> None:
    network = make_network(store, name)
    assert_same(drop_extras(nx.read_gexf(io.BytesIO(gexf.render(network)), version="1.3")), to_expected(network))


@pytest.mark.parametrize("name", MADE)
def test_json_is_read_back_as_the_same_network(store: Store, name: str) -> None:
    network = make_network(store, name)
    found = nx.node_link_graph(json.loads(node_link.render(network)))
    for _, values in found.nodes(data=True):
        values.pop("spells", None)
    for *_, values in found.edges(data=True):
        values.pop("spells", None)
    assert_same(found, to_expected(network))


@pytest.mark.parametrize("name", MADE)
def test_csv_has_one_row_a_link(store: Store, name: str) -> None:
    network = make_network(store, name)
    rows = list(csv.DictReader(io.StringIO(edge_list.render(network).decode())))
    assert [(row["source"], row["target"]) for row in rows] == [(link.source, link.target) for link in network.links]
    labels = {node.id: node.label for node in network.nodes}
    assert all(row["source_label"] == labels[row["source"]] for row in rows)


def test_gexf_has_colors_by_kind_and_sizes_by_links(store: Store) -> None:
    found = nx.read_gexf(io.BytesIO(export_network(store, "gexf")), version="1.3")
    assert found.nodes[TRUST]["viz"]["color"] == found.nodes[COUNCIL]["viz"]["color"]
    deliverable = found.nodes[f"{BASE}deliverable/2023-24/T2.2"]["viz"]
    assert deliverable["color"] != found.nodes[TRUST]["viz"]["color"]
    # the trust has most links, five; the deliverable has two: 10 + 30 · 2/5
    assert (found.nodes[TRUST]["viz"]["size"], deliverable["size"]) == (40.0, 22.0)


def test_gexf_has_dates_where_they_are_known(store: Store) -> None:
    content = export_network(store, "gexf")
    assert b'<graph mode="dynamic" timeformat="date" defaultedgetype="undirected">' in content
    found = nx.read_gexf(io.BytesIO(content), version="1.3")
    assert found.nodes[f"{BASE}deliverable/2023-24/T2.2"]["spells"] == [("2023-04-01", "2024-03-31")]
    assert found.edges[TRUST, f"{BASE}deliverable/2023-24/T2.1"]["spells"] == [("2024-01-15", "2024-01-15")]
    assert "spells" not in found.nodes[TRUST]
    assert "spells" not in found.edges[TRUST, f"{BASE}deliverable/2021-25/T1.2"]


def test_gexf_without_dates_is_static() -> None:
    parts = make_parts({"Ash": ["T1.1"]})
    content = gexf.render(make_two_sided(parts, NETWORKS["partner-deliverable"], note="", periods={}))
    assert b'<graph mode="static" defaultedgetype="undirected">' in content
    assert b"spell" not in content


def test_matrix_counts_partners_by_outcomes(store: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export_network(store, "xlsx")))
    assert book.sheetnames == ["Matrix", "Columns", "Links", "About"]
    rows = list(book["Matrix"].values)
    assert rows[0] == (
        "Partner",
        "Kind",
        "Outcomes",
        "2021-25/T1A People at risk are safer",
        "2021-25/T1B Young people are heard",
        "2021-25/T2A Fewer people suffer from crime in towns",
    )
    # the trust helps T1A with 2023-24/T2.2, T1B with 2021-25/T1.2, T2A with 2023-24/T2.1, T2.2 and 2024-25/T2.1
    assert rows[1:] == [
        ("Harbour Trust", "Partner", 3, 1, 1, 3),
        ("Northmoor University", "Partner", 1, 1, None, None),
        ("Westmarch County Council", "Partner", 2, 1, None, 1),
    ]
    assert [row[0] for row in list(book["Columns"].values)[1:]] == list(rows[0][3:])
    assert [row[-1] for row in list(book["Columns"].values)[1:]] == [3, 1, 2]
    assert book["Links"].max_row == 1 + 6


def test_matrix_is_shaded_frozen_and_filtered(store: Store) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(export_network(store, "xlsx")))["Matrix"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", "A1:F4")
    assert sheet["F2"].fill.fgColor.rgb == f"00{matrix.SHADES[4]}"  # 3 of at most 3
    assert sheet["F2"].font.color.rgb == "00FFFFFF"
    assert sheet["D2"].fill.fgColor.rgb == f"00{matrix.SHADES[1]}"  # 1 of 3: the second fifth
    assert sheet["E3"].fill.fill_type is None


def test_matrix_of_partners_has_each_pair_twice(store: Store) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(export_network(store, "xlsx", network="partners")))["Matrix"]
    assert [row[3:] for row in sheet.values] == [("Harbour Trust", "Westmarch County Council"), (None, 2), (2, None)]


def test_matrix_refuses_more_columns_than_excel_has() -> None:
    codes = [f"T1.{number}" for number in range(1, 16_383)]
    network = make_two_sided(make_parts({"Ash": codes}), NETWORKS["partner-deliverable"], note="", periods={})
    with pytest.raises(CallError, match="Excel holds 16,381 columns of counts; here are 16,382"):
        matrix.render(network)


HOSTILE = '=HYPERLINK("http://x","y")</node><script>alert(1)</script>&\x00\x0b\x1b[31m\ud800\uffff]]>'
CLEANED = '=HYPERLINK("http://x","y")</node><script>alert(1)</script>&[31m\ufffd]]>'


@pytest.fixture(scope="module")
def hostile() -> PlainNetwork:
    """A network whose names want to be markup, a formula and a terminal's command."""
    parts = add_outcomes(make_parts({"Ash": ["T1.1"]}), {"T1.1": ["T1A"]})
    things = {iri: replace(thing, label=HOSTILE) for iri, thing in parts.things.items()}
    return make_two_sided(replace(parts, things=things), NETWORKS["partner-outcome"], note="", periods={})


def test_hostile_text_is_text_in_xml_and_json(hostile: PlainNetwork) -> None:
    for found in (
        nx.read_graphml(io.BytesIO(graphml.render(hostile))),
        nx.read_gexf(io.BytesIO(gexf.render(hostile)), version="1.3"),
        nx.node_link_graph(json.loads(node_link.render(hostile))),
    ):
        assert sorted(found) == ["Ash", "T1A"]
        assert found.nodes["Ash"]["label"] == CLEANED


def test_hostile_text_is_no_formula_in_csv_and_excel(hostile: PlainNetwork) -> None:
    (row,) = csv.DictReader(io.StringIO(edge_list.render(hostile).decode()))
    assert row["source_label"] == f"'{CLEANED}"
    book = openpyxl.load_workbook(io.BytesIO(matrix.render(hostile)))
    assert book["Matrix"]["A2"].value == CLEANED
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
