"""Drawings of the partnership, worked out by hand from `tests/history`.

Who helps with what there, of three partners:

- Harbour Trust: 2021-25/T1.2, 2023-24/T2.1, 2023-24/T2.2 (agreed), 2024-25/T2.1, 2024-25/T2.3
- Westmarch County Council: 2023-24/T2.2, 2024-25/T2.3
- Northmoor University: 2024-25/T2.2

What these were judged to help: T1.2 T1B; 2023-24/T2.1 T2A; 2023-24/T2.2 T1A and T2A; 2024-25/T2.1 T2A (agreed);
2024-25/T2.2 T1A; 2024-25/T2.3 is not judged.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from pcgraph.build import build_store
from pcgraph.errors import CallError, QueryError
from pcgraph.network.diagram_matrix import to_partner_matrix
from pcgraph.network.diagram_network import to_network_diagram
from pcgraph.network.diagram_partners import to_partners_diagram
from pcgraph.network.diagram_words import AGREED, PROPOSED, check_size, describe_basis
from pcgraph.network.scope import Scope
from pcgraph.render.diagram import Diagram
from pcgraph.store import Store, open_store
from tests.conftest import ROOT, Run
from tests.render.opened import OpenPage

HARBOUR, COUNCIL, UNIVERSITY = "harbour-trust", "westmarch-county-council", "northmoor-university"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Path(shutil.copytree(ROOT / "tests" / "history", tmp_path_factory.mktemp("drawings") / "history"))
    build_store(made)
    return made


@pytest.fixture(scope="module")
def store(data: Path) -> Store:
    return open_store(data)


def list_column(diagram: Diagram, column: int) -> list[str]:
    return [node.id for node in diagram.nodes if node.column == column]


def list_links(diagram: Diagram) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in diagram.links}


def test_partners_stand_opposite_deliverables_when_all_are_drawn(store: Store) -> None:
    diagram = to_partners_diagram(store)
    assert diagram.title == "Partners and what they are named as helping deliver"
    assert diagram.columns == ("Partners (3)", "Deliverables (6)")
    assert list_column(diagram, 0) == [HARBOUR, UNIVERSITY, COUNCIL]
    assert list_column(diagram, 1) == [
        "2021-25/T1.2",
        "2023-24/T2.1",
        "2023-24/T2.2",
        "2024-25/T2.1",
        "2024-25/T2.2",
        "2024-25/T2.3",
    ]
    assert len(diagram.links) == 8
    assert Counter(link.basis for link in diagram.links) == {PROPOSED: 7, AGREED: 1}
    assert [link.target for link in diagram.links if not link.is_dashed] == ["2023-24/T2.2"]
    assert "no mention is not no work" in diagram.summary
    assert "Which outcome" not in diagram.summary


def test_link_names_roles_and_places_when_drawn(store: Store) -> None:
    links = {(link.source, link.target): link for link in to_partners_diagram(store).links}
    link = links[COUNCIL, "2023-24/T2.2"]
    assert (link.label, link.basis, link.is_dashed) == ("funds", PROPOSED, True)
    assert link.detail == (("When", "current"), ("Where", "t2-2023q2 line 21; t2-2023q3 line 18"))


def test_deliverables_show_their_plan_when_there_are_several(store: Store) -> None:
    nodes = {node.id: node.label for node in to_partners_diagram(store).nodes}
    assert nodes["2024-25/T2.3"] == "2024-25/T2.3 Set up a farm watch in every parish"
    nodes = {node.id: node.label for node in to_partners_diagram(store, Scope(plan="2024-25")).nodes}
    assert nodes["2024-25/T2.3"] == "T2.3 Set up a farm watch in every parish"


def test_third_column_shows_the_outcome_when_one_is_asked_for(store: Store) -> None:
    diagram = to_partners_diagram(store, outcome="T2A")
    assert diagram.title == "T2A Fewer people suffer from crime in towns: who helps with what"
    assert diagram.columns == ("Partners (2)", "Deliverables (3)", "Outcomes (1)")
    assert list_links(diagram) == {
        (HARBOUR, "2023-24/T2.1"),
        (HARBOUR, "2023-24/T2.2"),
        (HARBOUR, "2024-25/T2.1"),
        (COUNCIL, "2023-24/T2.2"),
        ("2023-24/T2.1", "2021-25/T2A"),
        ("2023-24/T2.2", "2021-25/T2A"),
        ("2024-25/T2.1", "2021-25/T2A"),
    }
    # The office agreed to the trust's part in 2023-24/T2.2, and that 2024-25/T2.1 helps T2A.
    solid = {(link.source, link.target) for link in diagram.links if not link.is_dashed}
    assert solid == {(HARBOUR, "2023-24/T2.2"), ("2024-25/T2.1", "2021-25/T2A")}
    assert "of 3 judgements, the office agreed to 1" in diagram.summary


def test_two_columns_are_drawn_when_asked_for_with_an_outcome(store: Store) -> None:
    diagram = to_partners_diagram(store, outcome="T2A", to="deliverables")
    assert diagram.columns == ("Partners (2)", "Deliverables (3)")
    assert len(diagram.links) == 4
    assert to_partners_diagram(store, outcome="T2A", to="outcomes").columns == ("Partners (2)", "Outcomes (1)")


def test_partners_stand_opposite_outcomes_when_asked_for(store: Store) -> None:
    diagram = to_partners_diagram(store, to="outcomes")
    assert list_column(diagram, 1) == ["2021-25/T1A", "2021-25/T1B", "2021-25/T2A"]
    through = {(link.source, link.target): dict(link.detail)["Through"] for link in diagram.links}
    assert through == {
        (HARBOUR, "2021-25/T1A"): "2023-24/T2.2",
        (HARBOUR, "2021-25/T1B"): "2021-25/T1.2",
        (HARBOUR, "2021-25/T2A"): "2023-24/T2.1, 2023-24/T2.2 and 2024-25/T2.1",
        (COUNCIL, "2021-25/T1A"): "2023-24/T2.2",
        (COUNCIL, "2021-25/T2A"): "2023-24/T2.2",
        (UNIVERSITY, "2021-25/T1A"): "2024-25/T2.2",
    }
    assert {link.basis for link in diagram.links} == {PROPOSED}


def test_partner_stands_alone_with_what_it_helps_when_it_is_asked_for(store: Store) -> None:
    diagram = to_partners_diagram(store, partner="WCC")
    assert diagram.title == "Westmarch County Council: who helps with what"
    assert [list_column(diagram, column) for column in (0, 1, 2)] == [
        [COUNCIL],
        ["2023-24/T2.2", "2024-25/T2.3"],
        ["2021-25/T1A", "2021-25/T2A"],
    ]
    assert len(diagram.links) == 4
    details = {node.id: dict(node.detail) for node in diagram.nodes}
    assert details["2023-24/T2.2"]["Other partners"] == "Harbour Trust"
    assert details[COUNCIL]["Linked with"] == "2 deliverables"


def test_partner_stands_with_two_columns_when_nothing_of_it_is_judged(store: Store) -> None:
    diagram = to_partners_diagram(store, Scope(plan="2024-25"), partner="WCC")
    assert diagram.columns == ("Partners (1)", "Deliverables (1)")


def test_groups_hold_partners_who_share_deliverables_when_drawn(store: Store) -> None:
    diagram = to_network_diagram(store)
    assert diagram.form == "groups"
    assert [(node.id, node.kind, node.strength) for node in diagram.nodes] == [
        (HARBOUR, "Group 1", 2),
        (COUNCIL, "Group 1", 2),
        (UNIVERSITY, "Alone", 0),
    ]
    (link,) = diagram.links
    assert (link.label, link.basis) == ("share 2 deliverables", PROPOSED)
    assert link.detail == (("Which", "2023-24/T2.2 and 2024-25/T2.3"),)
    assert diagram.columns[1] == "Alone: no other partner is named where they help"
    assert "A small network: ranks that lie close together mean little." in diagram.summary


def test_only_its_partners_are_drawn_when_one_is_asked_for(store: Store) -> None:
    diagram = to_network_diagram(store, partner="Harbor Trust")
    assert diagram.title == "Harbour Trust and whom it works with"
    assert [node.id for node in diagram.nodes] == [HARBOUR, COUNCIL]
    assert [node.id for node in to_network_diagram(store, partner="Northmoor University").nodes] == [UNIVERSITY]


def test_drawings_say_how_a_partner_was_read_when_its_name_was_not_exact(store: Store) -> None:
    told = "“Trust” is read as harbour-trust (Harbour Trust)."
    for draw in (to_network_diagram, to_partners_diagram):
        assert told in draw(store, partner="Trust").summary
        assert "is read as" not in draw(store, partner="Harbour Trust").summary


def test_matrix_counts_deliverables_when_partners_meet_outcomes(store: Store) -> None:
    matrix = to_partner_matrix(store)
    assert [(column.code, column.total) for column in matrix.columns] == [("T1A", 3), ("T1B", 1), ("T2A", 2)]
    assert [(row.label, row.cells, row.total) for row in matrix.rows] == [
        ("Harbour Trust", (1, 1, 3), 4),
        ("Westmarch County Council", (1, 0, 1), 1),
        ("Northmoor University", (1, 0, 0), 1),
    ]
    assert matrix.key == ("judged, proposed (6)", "")
    assert [len(table.rows) for table in matrix.tables] == [3, 6]
    assert matrix.tables[1].rows[2][:6] == (
        "Harbour Trust",
        "T2A",
        3,
        "2023-24/T2.1, 2023-24/T2.2 and 2024-25/T2.1",
        "primary",
        PROPOSED,
    )


def test_matrix_has_the_themes_outcomes_when_narrowed(store: Store) -> None:
    matrix = to_partner_matrix(store, Scope(theme="T2"))
    assert matrix.title == "Partners by outcomes (theme T2)"
    assert [column.code for column in matrix.columns] == ["T2A"]
    assert [(row.label, row.cells) for row in matrix.rows] == [
        ("Harbour Trust", (3,)),
        ("Westmarch County Council", (1,)),
    ]


def test_basis_is_that_of_the_least_sure_when_there_are_several() -> None:
    stated, agreed, proposed = (
        {"is_stated": is_stated, "is_agreed": is_agreed}
        for is_stated, is_agreed in ((True, False), (False, True), (False, False))
    )
    assert describe_basis(stated) == "stated"
    assert describe_basis(stated, agreed) == AGREED
    assert describe_basis(stated, agreed, proposed) == PROPOSED


def test_drawing_asks_where_to_start_when_it_is_too_large() -> None:
    check_size({"partners": 100, "deliverables": 50}, 2_000, hint="")
    with pytest.raises(CallError) as caught:
        check_size({"partners": 101, "deliverables": 50}, 5, hint="Start from a part.")
    assert caught.value.message == (
        "The drawing would have 101 partners and 50 deliverables; above 150 items it cannot be read."
    )
    assert caught.value.hint == "Start from a part."
    with pytest.raises(CallError, match="would have 2,001 links; above 2,000"):
        check_size({"partners": 100}, 2_001, hint="")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ({"scope": Scope(theme="T9")}, "There is no theme “T9”"),
        ({"outcome": "T9A"}, "There is no outcome “T9A”"),
        ({"partner": "Harbur Trust"}, "There is no partner “Harbur Trust”"),
        ({"scope": Scope(plan="2021-25"), "partner": "WCC"}, "Westmarch County Council is not named there as helping"),
        ({"scope": Scope(plan="2021-25"), "outcome": "T2A"}, "--outcome T2A leaves the drawing empty"),
        ({"scope": Scope(plan="2024-25", theme="T1")}, "--plan 2024-25 leaves the network empty"),
        ({"scope": Scope(view="agreed"), "outcome": "T1A"}, "--agreed-only leaves the network empty"),
    ],
)
def test_partners_say_what_emptied_the_drawing_when_nothing_is_left(
    call: dict[str, str], message: str, store: Store
) -> None:
    with pytest.raises(QueryError, match=message):
        to_partners_diagram(store, **call)  # type: ignore[arg-type]


def test_partner_is_offered_when_its_name_is_misspelt(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        to_network_diagram(store, partner="Harbur Trust")
    assert "Did you mean harbour-trust (Harbour Trust)" in caught.value.hint


DRAWINGS = (("partners", "--outcome", "T2A"), ("network",), ("matrix",), ("leads",), ("plan", "--theme", "T2"))


@pytest.mark.parametrize("args", DRAWINGS, ids=" ".join)
def test_draw_writes_every_format_when_the_file_ends_so(
    args: tuple[str, ...], data: Path, tmp_path: Path, run: Run
) -> None:
    starts = {"html": b"<!doctype html>", "svg": b'<svg xmlns="http://www.w3.org/2000/svg"', "png": b"\x89PNG"}
    for ending, start in starts.items():
        path = tmp_path / f"drawing.{ending}"
        code, out, err = run("draw", *args, "--data", data, "--output", path)
        assert (code, out, err.splitlines()[0]) == (0, "", f"Wrote {path}")
        assert path.read_bytes().startswith(start)
        assert run("draw", *args, "--data", data, "--output", path)[0] == 0
        other = tmp_path / "again"
        run("draw", *args, "--data", data, "--format", ending, "--output", other)
        assert other.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("partners", "--output", "x.pdf"), "Files that end in .pdf cannot be written. Use .html, .svg or .png."),
        (("network", "--agreed-only", "--stated-only"), "--stated-only and --agreed-only exclude each other."),
        (("matrix", "--stated-only"), "--stated-only leaves the network empty"),
        (("matrix", "--plan", "2099"), "There is no plan “2099”"),
        (("network", "--partner", "Harbur Trust"), "Did you mean harbour-trust"),
        (("partners", "--to", "themes"), "'themes' is not one of 'deliverables', 'outcomes'"),
    ],
)
def test_draw_says_what_is_wrong_when_the_call_is(args: tuple[str, ...], message: str, data: Path, run: Run) -> None:
    code, out, err = run("draw", *args, "--data", data)
    assert (code, out) == (2, "")
    assert message in err


def test_draw_says_so_when_a_picture_is_longer_than_a_page(real_copy: Path, tmp_path: Path, run: Run) -> None:
    build_store(real_copy)
    path = tmp_path / "partners.svg"
    _, _, err = run("draw", "partners", "--theme", "T1", "--data", real_copy, "--output", path)
    assert err.splitlines()[1] == (
        "The picture is too long for one printed page. Narrow it (see --help), or use .html."
    )


@pytest.mark.browser
@pytest.mark.parametrize(
    ("args", "size"), [(("partners", "--theme", "T1"), 56), (("network",), 108), (("matrix",), 108)], ids=str
)
def test_pages_of_the_real_data_hold_their_picture_in_tables_when_opened(
    args: tuple[str, ...], size: int, real_copy: Path, tmp_path: Path, run: Run, open_page: OpenPage
) -> None:
    build_store(real_copy)
    assert run("draw", *args, "--data", real_copy, "--output", tmp_path / "page.html")[0] == 0
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    opened = open_page(html)
    assert opened.page.locator("#items tbody tr, #matrix tbody tr").count() == size
    assert len(html.encode()) < 1_000_000
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert opened.complaints == []


def test_drawings_are_refused_when_there_is_no_graph(tmp_path: Path, run: Run) -> None:
    code, _, err = run("draw", "matrix", "--data", tmp_path)
    assert (code, "Run: pcgraph build" in err) == (2, True)
