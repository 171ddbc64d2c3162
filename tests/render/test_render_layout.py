"""Order, places and labels of a diagram, worked out by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pcgraph.errors import CallError, PcgraphError
from pcgraph.render.diagram import Diagram, DiagramLink, DiagramNode, check_diagram
from pcgraph.render.label import measure_label, wrap_label
from pcgraph.render.layout import lay_out
from pcgraph.render.marks import get_status_color, mark_kinds
from pcgraph.render.order import count_crossings, order_columns
from pcgraph.render.place import count_tree_columns, outline, place_near
from pcgraph.render.vis import check_vis_script, read_vis_script
from tests.render.samples import make_leads, make_plan


def test_measure_label_adds_widths_of_arial_when_text_is_ascii() -> None:
    # Source: Helvetica AFM: A 667, i 222, space 278, W 944 thousandths.
    assert measure_label("Ai W", 1000) == 667 + 222 + 278 + 944


def test_wrap_label_breaks_at_spaces_when_the_line_is_full() -> None:
    # At 14 px "aaaa" takes 31.1, "aaaa bb" 50.6, "bb cc" 33.5 pixels.
    assert wrap_label("aaaa bb cc", 40, max_lines=4) == ("aaaa", "bb cc")


def test_wrap_label_ends_in_ellipsis_when_lines_run_out() -> None:
    assert wrap_label("aaaa bb cc dddd", 55, max_lines=1) == ("aaaa …",)


def test_wrap_label_breaks_a_word_when_it_is_wider_than_the_line() -> None:
    # A digit takes 7.784 pixels, so that three fit into 24.
    assert wrap_label("1234567", 24, max_lines=4) == ("123", "456", "7")


def test_order_columns_removes_a_crossing_when_it_can() -> None:
    links = [("a", "y"), ("b", "x")]
    assert count_crossings([["a", "b"], ["x", "y"]], links) == 1
    assert order_columns([["a", "b"], ["x", "y"]], links) == [["a", "b"], ["y", "x"]]


def test_order_columns_keeps_the_order_when_nothing_crosses() -> None:
    columns = [["a", "b"], ["x", "y", "z"]]
    assert order_columns(columns, [("a", "x"), ("a", "y"), ("b", "z")]) == columns


def test_order_columns_leaves_a_column_when_it_is_fixed() -> None:
    links = [("a", "y"), ("b", "x")]
    assert order_columns([["a", "b"], ["x", "y"]], links, fixed=(1,)) == [["b", "a"], ["x", "y"]]


def test_order_columns_puts_items_last_when_they_have_no_link() -> None:
    assert order_columns([["gap", "a"], ["x"]], [("a", "x")]) == [["a", "gap"], ["x"]]


def test_count_crossings_counts_each_pair_when_links_fan_out() -> None:
    # a-z crosses b-x, b-y; a-y crosses b-x.
    links = [("a", "z"), ("a", "y"), ("b", "x"), ("b", "y")]
    assert count_crossings([["a", "b"], ["x", "y", "z"]], links) == 3


def test_place_near_takes_the_wanted_middles_when_there_is_room() -> None:
    assert place_near([50, 200], [20, 20], 400) == [50, 200]


def test_place_near_shares_the_shift_when_two_want_one_place() -> None:
    # Two of 20 with a gap of 12 need 32 between their middles: 16 to either side of 100.
    assert place_near([100, 100], [20, 20], 400) == [84, 116]


def test_place_near_stays_inside_when_all_want_the_end() -> None:
    assert place_near([0, 0], [20, 20], 60) == [10, 42]
    assert place_near([60, 60], [20, 20], 60) == [18, 50]


def test_outline_sets_branches_beside_their_root_when_links_are_trees() -> None:
    columns = [["r"], ["a", "b"], ["a1", "a2", "b1"]]
    neighbours = {"r": ["a", "b"], "a": ["r", "a1", "a2"], "b": ["r", "b1"], "a1": ["a"], "a2": ["a"], "b1": ["b"]}
    heights = dict.fromkeys(neighbours, 20.0)
    # a1 at 0, a2 at 32, so that b and b1 begin at 64; middles are 10 further down.
    assert outline(columns, heights, neighbours) == {"r": 10, "a": 10, "a1": 10, "a2": 42, "b": 74, "b1": 74}


def test_count_tree_columns_stops_when_an_item_has_two_roots() -> None:
    neighbours = {"a": ["x"], "b": ["x", "y"], "x": ["a", "b"], "y": ["b"]}
    assert count_tree_columns([["a", "b"], ["x", "y"]], neighbours) == 1


@pytest.mark.parametrize("diagram", [make_plan(), make_leads(), make_leads(3, 200), make_leads(85, 30)])
def test_lay_out_keeps_boxes_apart_when_columns_are_full(diagram: Diagram) -> None:
    boxes = list(lay_out(diagram).values())
    for above, below in pairwise(boxes):
        if above.x == below.x:
            assert below.y - below.height / 2 >= above.y + above.height / 2 + 10


def test_lay_out_gives_each_line_room_when_labels_are_long() -> None:
    for box in lay_out(make_leads()).values():
        assert len(box.lines) <= 4
        assert all(measure_label(line) <= box.width - 28 - 18 for line in box.lines)
        assert box.height >= 18 * len(box.lines) + 18


def test_lay_out_names_the_kind_when_a_column_mixes_kinds() -> None:
    nodes = (DiagramNode("a", "A", "Post", 0), DiagramNode("b", "B", "Unit", 0), DiagramNode("c", "C", "Post", 1))
    boxes = lay_out(Diagram("t", "", ("x", "y"), nodes, ()))
    assert {name: box.kind for name, box in boxes.items()} == {"a": "Post", "b": "Unit", "c": ""}


def test_mark_kinds_gives_each_its_own_look_when_there_are_many() -> None:
    marks = mark_kinds([f"kind {i}" for i in range(64)])
    assert len({(mark.color, mark.shape) for mark in marks}) == 64


def test_marks_are_dark_enough_when_white_stands_on_them() -> None:
    colors = {mark.color for mark in mark_kinds([str(i) for i in range(8)])}
    colors |= {get_status_color(word) for word in ("Green", "amber", "RED", "Not rated")}
    assert len(colors) == 12
    assert min(_contrast_with_white(color) for color in colors) >= 4.5


def _contrast_with_white(color: str) -> float:
    """Source: WCAG 2.2, definition of contrast ratio."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_check_diagram_names_all_faults_when_it_cannot_be_drawn() -> None:
    nodes = (DiagramNode("a", "A", "k", 0), DiagramNode("a", "A", "k", 5))
    diagram = Diagram("t", "", ("x",), nodes, (DiagramLink("a", "gone", ""),))
    with pytest.raises(ValueError, match="two nodes 'a'; node 'a' in column 5, of 1; link to unknown node 'gone'"):
        check_diagram(diagram)


def test_check_diagram_offers_a_part_when_there_are_too_many_items() -> None:
    with pytest.raises(CallError) as caught:
        check_diagram(make_leads(500, 501))
    assert caught.value.message == "The diagram would have 1,001 items; above 1,000 it cannot be read."
    assert caught.value.hint == "Draw a part of it, such as one theme."


def test_vis_script_is_refused_when_it_is_another_one() -> None:
    with pytest.raises(PcgraphError) as caught:
        check_vis_script(b"alert(1)")
    assert "not the one expected" in caught.value.message
    assert caught.value.hint == "Install pyvis 0.3.2, as pinned in pcgraph's requirements."


def test_vis_script_is_the_pinned_one_when_pyvis_is_installed() -> None:
    assert "@version 9.1.2" in read_vis_script()
