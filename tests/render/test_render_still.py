"""Still pictures: well-formed, complete, inert, the same bytes each time; places worked out by hand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from pcgraph.errors import CallError, PcgraphError
from pcgraph.render.diagram import Diagram
from pcgraph.render.drawing import is_longer_than_page, render_drawing
from pcgraph.render.layout import Box
from pcgraph.render.layout_groups import GROUP_WIDTH, lay_out_groups
from pcgraph.render.links import find_curve
from pcgraph.render.marks import mark_kinds
from pcgraph.render.matrix import SHADES, Matrix, MatrixRow, find_shade
from pcgraph.render.png import render_png
from pcgraph.render.scene import make_scene
from pcgraph.render.svg_matrix import SHADE_COLORS
from tests.render.more_samples import (
    make_groups,
    make_hostile_groups,
    make_hostile_matrix,
    make_marked_plan,
    make_matrix,
)
from tests.render.samples import make_hostile, make_leads, make_plan

_SVG = "{http://www.w3.org/2000/svg}"
_HASH_CODE = """
from hashlib import sha256
from pcgraph.render.drawing import render_drawing
from tests.render.more_samples import make_groups, make_marked_plan, make_matrix
for drawing in (make_groups(), make_marked_plan(), make_matrix()):
    for name in ("html", "svg", "png"):
        content = render_drawing(drawing, name)
        print(sha256(content.encode() if isinstance(content, str) else content).hexdigest())
"""

DRAWINGS: dict[str, Diagram | Matrix] = {
    "plan": make_plan(),
    "marked plan": make_marked_plan(),
    "leads": make_leads(),
    "groups": make_groups(),
    "matrix": make_matrix(),
    "hostile": make_hostile(),
    "hostile groups": make_hostile_groups(),
    "hostile matrix": make_hostile_matrix(),
    "empty": Diagram("Empty", "", ("A",), (), ()),
    "empty groups": Diagram("Empty", "", (), (), (), form="groups"),
    "empty matrix": Matrix("Empty", "", "Partner", (), (), ("", ""), ("", "")),
}


def render_svg(name: str) -> str:
    content = render_drawing(DRAWINGS[name], "svg")
    assert isinstance(content, str)
    return content


def read_texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{_SVG}text")]  # noqa: S314


def count_curves(svg: str) -> int:
    return len(re.findall(r'd="M[\d. -]+C', svg))


@pytest.mark.parametrize("name", DRAWINGS)
def test_svg_is_well_formed_and_inert_when_written(name: str) -> None:
    root = ET.fromstring(render_svg(name))  # noqa: S314
    tags = {element.tag.removeprefix(_SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "g", "path", "text"}
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name or name == "style"]
    assert root.attrib["role"] == "img"
    ids = root.attrib["aria-labelledby"].split()
    assert ids == [root[0].attrib["id"], root[1].attrib["id"]]


@pytest.mark.parametrize("name", DRAWINGS)
def test_svg_has_words_of_12_pixels_or_more_in_the_places_own_colour_when_written(name: str) -> None:
    svg = render_svg(name)
    assert min(map(float, re.findall(r'font-size="([\d.]+)"', svg))) >= 12
    assert ET.fromstring(svg).attrib["fill"] == "currentColor"  # noqa: S314


def test_svg_holds_every_item_link_and_word_when_in_columns() -> None:
    svg = render_svg("marked plan")
    assert svg.count('rx="4"') == 8
    assert count_curves(svg) == 8
    assert svg.count("<path") == 8 * 2 + 8 * 2 + 4 + 2  # stripe and mark; link and arrow; kinds; lines of the key
    # Five links are proposed; the sixth dashed line is the key's.
    assert svg.count("stroke-dasharray") == 6
    texts = read_texts(svg)
    for words in ("T3.1 Reduce burglary", "Superintendent, Roads", "Amber", "Posts", "What theme T3 asks for."):
        assert words in texts
    assert {"stated (3)", "judged, proposed (5)", "Action (3)"} <= set(texts)
    assert '<desc id="picture-description">8 items and 8 links. What theme T3 asks for.</desc>' in svg


def test_svg_holds_every_group_when_in_groups() -> None:
    svg = render_svg("groups")
    texts = read_texts(svg)
    assert {"Group 1: T1.1 Safer farms", "Alone: no other partner is named", "Harbour Trust", "Guild"} <= set(texts)
    # Six within the first group, three within the second, one across.
    assert count_curves(svg) == 10
    assert svg.count("stroke-dasharray") == 9 + 1


def test_svg_holds_every_number_when_a_matrix() -> None:
    svg = render_svg("matrix")
    texts = read_texts(svg)
    assert [text for text in texts if text in ("Harbour Trust", "Road Safety Board", "Guild")] != []
    # Cells 5, 1, 2, 1; totals of rows 5, 2, 1; of columns 2, 2.
    assert sorted(text for text in texts if text.isdigit()) == ["1", "1", "1", "2", "2", "2", "2", "5", "5"]
    assert {"T1A: Safer farms", "T1B: Safer roads", "Partner (2)", "Partnership (1)", "judged, proposed (3)"} <= set(
        texts
    )
    assert svg.count('stroke-dasharray="4 3"') == 3


def test_drawings_have_the_same_bytes_when_the_hash_seed_differs() -> None:
    outputs = set()
    for seed in ("0", "1", "4711"):
        done = subprocess.run(
            [sys.executable, "-c", _HASH_CODE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop().split()) == 9


def test_png_is_twice_the_size_of_the_svg_when_written() -> None:
    svg = render_svg("plan")
    found = re.search(r'width="(\d+)" height="(\d+)"', svg)
    assert found is not None
    png = render_drawing(make_plan(), "png")
    assert isinstance(png, bytes)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert [int.from_bytes(png[i : i + 4], "big") for i in (16, 20)] == [2 * int(found[1]), 2 * int(found[2])]
    assert png == render_drawing(make_plan(), "png")


def test_png_is_refused_when_there_is_no_font(tmp_path: Path) -> None:
    with pytest.raises(PcgraphError) as caught:
        render_png(render_svg("plan"), fonts=tmp_path)
    assert caught.value.message == "No font was found on this machine, so that a PNG would have no words."
    assert "write .svg instead" in caught.value.hint


def test_png_says_what_is_missing_when_the_library_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(PcgraphError, match="PNG needs the package resvg-py, which is not installed"):
        render_png(render_svg("plan"))


def test_render_drawing_refuses_when_there_is_no_such_format() -> None:
    with pytest.raises(CallError) as caught:
        render_drawing(make_plan(), "pdf")
    assert caught.value.message == "A drawing cannot be written as 'pdf'."
    assert caught.value.hint == "Choose one of: html, svg, png."


@pytest.mark.parametrize("name", ["svg", "png"])
def test_picture_is_longer_than_a_page_when_it_is_tall(name: str) -> None:
    assert not is_longer_than_page(render_drawing(make_plan(), name))
    # 85 actions of 54 pixels and more stand one above the other.
    assert is_longer_than_page(render_drawing(make_leads(), name))


def make_box(x: float, y: float, **more: float) -> Box:
    return Box(x, y, 100, 40, ("A",), "", radius=more.get("radius", 0), side=int(more.get("side", 0)))


def test_find_curve_runs_from_side_to_side_when_items_stand_in_columns() -> None:
    curve = find_curve(make_box(50, 20), make_box(250, 60), 0)
    # From the right side (100) to the left side (200); each bends at half of the hundred between.
    assert curve.path == "M100 20C150 20 150 60 193 60"
    assert curve.arrow_path == "M200 60l-7 -3.5v7z"


def test_find_curve_bows_out_when_items_stand_in_one_column() -> None:
    assert find_curve(make_box(50, 20), make_box(50, 120), 0).path == "M100 20C140 20 140 120 107 120"


def test_find_curve_shifts_when_it_is_a_further_link() -> None:
    assert find_curve(make_box(50, 20), make_box(250, 60), 1).start == (100, 29)
    assert find_curve(make_box(50, 20), make_box(250, 60), 2).start == (100, 11)


def test_find_curve_runs_inside_when_items_stand_in_a_group() -> None:
    # A mark lies 15 from the inner end of its box: at 85 on the left, at 265 on the right.
    left, right = make_box(50, 20, radius=5, side=-1), make_box(300, 60, radius=5, side=1)
    curve = find_curve(left, right, 0)
    assert (curve.start, curve.end) == ((85, 20), (265, 60))
    assert curve.path == "M85 20C145 20 205 60 265 60"
    assert curve.arrow_path == ""
    # Two on the left: 16 and three tenths of the hundred between them.
    assert find_curve(left, make_box(50, 120, radius=5, side=-1), 0).path == "M85 20C131 20 131 120 85 120"


def test_groups_stand_apart_when_laid_out() -> None:
    boxes, headings = lay_out_groups(make_groups())
    assert [heading.x for heading in headings] == [0, GROUP_WIDTH + 40, 0]
    by_place = sorted(boxes.values(), key=lambda box: (box.x, box.y))
    for above, below in pairwise(by_place):
        if above.x == below.x:
            assert below.y - below.height / 2 >= above.y + above.height / 2 + 6
    # The first two are two rows tall each, so that the third stands below the first.
    assert headings[2].y > boxes["care trust"].y + boxes["care trust"].height / 2


def test_members_stand_left_and_right_by_turns_when_laid_out() -> None:
    boxes, _ = lay_out_groups(make_groups())
    assert [boxes[name].side for name in ("angling club", "borough council", "care trust", "harbour")] == [
        -1,
        1,
        -1,
        -1,
    ]
    # Strengths 4, 3, 2, 1 of at most 4: 5 and eight times the root of the share.
    radii = [boxes[name].radius for name in ("angling club", "borough council", "care trust", "district board")]
    assert radii == [13.0, 11.9, 10.7, 9.0]


def test_kinds_look_alike_when_one_is_missing() -> None:
    known = ("Partner", "Partnership")
    assert mark_kinds(["Partnership"], known=known)[0].color == mark_kinds(list(known))[1].color
    assert [mark.name for mark in mark_kinds(["Partnership"], known=known)] == ["Partnership"]


def test_scene_counts_links_by_what_they_rest_on_when_some_say_it() -> None:
    assert [(line.words, line.is_dashed) for line in make_scene(make_marked_plan()).key] == [
        ("stated (3)", False),
        ("judged, proposed (5)", True),
    ]
    assert make_scene(make_plan()).key == ()


def test_matrix_is_refused_when_a_row_does_not_fit() -> None:
    bad = Matrix("t", "", "", (), (MatrixRow("r", "k", (1,), (True,), 1),), ("", ""), ("", ""))
    for name in ("html", "svg"):
        with pytest.raises(ValueError, match="a row does not fit the 0 columns"):
            render_drawing(bad, name)


def test_shades_grow_with_the_number_when_there_are_many() -> None:
    assert [find_shade(value, 5) for value in range(6)] == [0, 1, 2, 3, 4, 5]
    assert find_shade(1, 1000) == 1
    assert len(SHADE_COLORS) == SHADES + 1


def test_numbers_can_be_read_when_they_stand_on_a_shade() -> None:
    # The page sets its words in #14202b, a still picture in black.
    assert min(_measure_contrast("#14202b", color) for color in SHADE_COLORS[1:]) >= 4.5


def _measure_contrast(one: str, other: str) -> float:
    """Source: WCAG 2.2, definition of contrast ratio."""
    high, low = sorted((_measure_light(one), _measure_light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _measure_light(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
