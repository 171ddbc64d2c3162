"""Pages of groups, marked links and matrices, and still pictures, in a real browser from `file://`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Page

from pcgraph.render.diagram import Diagram
from pcgraph.render.drawing import render_drawing
from pcgraph.render.matrix import Matrix
from tests.render.more_samples import (
    make_groups,
    make_hostile_groups,
    make_hostile_matrix,
    make_marked_plan,
    make_matrix,
)
from tests.render.opened import OpenPage
from tests.render.samples import make_hostile

pytestmark = pytest.mark.browser

LINK_COLOR = "95,110,121"


def make_page(drawing: Diagram | Matrix) -> str:
    content = render_drawing(drawing, "html")
    assert isinstance(content, str)
    return content


def make_svg(drawing: Diagram | Matrix) -> str:
    content = render_drawing(drawing, "svg")
    assert isinstance(content, str)
    return content


PAGES = {
    "marked plan": make_page(make_marked_plan()),
    "groups": make_page(make_groups()),
    "all groups": make_page(make_groups(opens_with=())),
    "matrix": make_page(make_matrix()),
    "hostile groups": make_page(make_hostile_groups()),
    "hostile matrix": make_page(make_hostile_matrix()),
}


def count(page: Page, selector: str) -> int:
    return page.locator(selector).count()


def read_colors(page: Page) -> set[str]:
    """Every colour on the canvas."""
    found = page.evaluate("""() => {
        const canvas = document.querySelector("#canvas canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const found = new Set();
        for (let i = 0; i < data.length; i += 4) found.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
        return [...found];
    }""")
    return set(cast(list[str], found))


@pytest.mark.parametrize("name", PAGES)
def test_page_asks_for_nothing_and_complains_of_nothing_when_opened(name: str, open_page: OpenPage) -> None:
    opened = open_page(PAGES[name])
    opened.page.wait_for_timeout(100)
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert len(opened.requests) == 1
    assert opened.complaints == []


@pytest.mark.parametrize("name", ["hostile groups", "hostile matrix"])
def test_attacks_are_inert_when_everything_is_clicked(name: str, open_page: OpenPage) -> None:
    opened = open_page(PAGES[name])
    page = opened.page
    if name == "hostile groups":
        page.click("#all-kinds")
    for button in page.locator("tbody button, .sort").all():
        button.click()
    assert page.evaluate("window.pwned") is None
    assert count(page, "img, main b, iframe, svg[onload]") == 0
    assert opened.complaints == []
    assert len(opened.requests) == 1


@pytest.mark.parametrize("drawing", [make_hostile(), make_hostile_groups(), make_hostile_matrix()])
def test_attacks_are_inert_when_the_browser_opens_an_svg(
    drawing: Diagram | Matrix, open_page: OpenPage, tmp_path: Path
) -> None:
    path = tmp_path / "picture.svg"
    path.write_text(make_svg(drawing), encoding="utf-8", newline="")
    opened = open_page("<!doctype html><title>t</title>")
    opened.page.goto(path.as_uri())
    assert opened.page.evaluate("window.pwned") is None
    assert opened.page.evaluate("document.querySelectorAll('script, a, image, foreignObject').length") == 0
    assert len(opened.requests) == 2
    assert opened.complaints == []


@pytest.mark.parametrize("name", ["groups", "all groups"])
def test_tables_hold_what_the_picture_holds_when_in_groups(name: str, open_page: OpenPage) -> None:
    page = open_page(PAGES[name]).page
    diagram = make_groups()
    data = page.evaluate("JSON.parse(document.getElementById('diagram-data').textContent)")
    assert len(data["nodes"]) == count(page, "#items tbody tr") == len(diagram.nodes) == 8
    assert len(data["edges"]) == count(page, "#links tbody tr") == len(diagram.links) == 10
    assert page.locator("#items thead button").all_inner_texts() == ["Name", "Group", "Kind", "Id"]
    assert page.locator("#links thead button").all_inner_texts() == ["One", "Link", "Other", "Basis", "Which"]


def test_page_opens_on_some_groups_when_there_are_many(open_page: OpenPage) -> None:
    page = open_page(PAGES["groups"]).page
    # The first group has four partners and six links; the link across leads out of it.
    assert page.inner_text("#shown") == "4 of 8 items and 6 of 10 links shown"
    assert count(page, "#items tbody tr:visible") == 4
    assert count(page, "#links tbody tr:visible") == 6
    assert [box.is_checked() for box in page.locator(".kind input").all()] == [True, False, False]
    page.click("text=Show all 3 groups")
    assert page.inner_text("#shown") == "8 of 8 items and 10 of 10 links shown"
    assert count(page, "#items tbody tr:visible") == 8
    assert all(box.is_checked() for box in page.locator(".kind input").all())


def test_group_is_shown_when_one_of_its_partners_is_found(open_page: OpenPage) -> None:
    page = open_page(PAGES["groups"]).page
    page.get_by_label("Group 2 (3)").check()
    page.fill("#find", "fire")
    page.press("#find", "Enter")
    assert page.inner_text("#details h3") == "Fire Service"
    assert page.locator("#details dt").all_inner_texts() == ["Group", "Kind", "Id"]
    # Without direction: both links of its group under one heading.
    assert page.locator("#details h4").all_inner_texts() == ["Links (2)"]


def test_details_name_what_a_link_rests_on_when_it_is_judged(open_page: OpenPage) -> None:
    page = open_page(PAGES["marked plan"]).page
    page.locator("#items button", has_text="3.2.1 Cameras").click()
    items = page.locator("#details li").all_inner_texts()
    assert [item.splitlines()[-1] for item in items] == [
        "judged, proposed; paper line 7",
        "judged, proposed; paper line 4",
    ]


def test_tables_say_what_links_rest_on_when_they_are_marked(open_page: OpenPage) -> None:
    page = open_page(PAGES["marked plan"]).page
    cells = page.locator("#links tbody tr td:nth-child(4)").all_inner_texts()
    assert (cells.count("stated"), cells.count("judged, proposed")) == (3, 5)
    assert page.locator(".line").all_inner_texts() == ["stated (3)", "judged, proposed (5)"]


def test_marks_and_links_are_drawn_when_in_groups(open_page: OpenPage) -> None:
    page = open_page(PAGES["all groups"]).page
    # The first three kinds' colours, and the grey of links within a group.
    assert {"29,90,150", "0,89,79", "106,61,143", LINK_COLOR} <= read_colors(page)


def test_item_shows_details_when_its_mark_is_clicked(open_page: OpenPage) -> None:
    page = open_page(PAGES["all groups"]).page
    node = page.evaluate("JSON.parse(document.getElementById('diagram-data').textContent).nodes[0]")
    corner = page.locator("#canvas").bounding_box()
    assert corner is not None
    scale = float(cast(str, page.get_attribute("#canvas", "data-scale")))
    # At the start view the heading's top, 9 above its middle, is one margin of 14 below the corner.
    page.mouse.click(corner["x"] + (14 + node["x"] + 90) * scale, corner["y"] + (14 + node["y"]) * scale)
    page.wait_for_selector("#details h3")
    assert page.inner_text("#details h3") == node["label"] == "Angling Club"


@pytest.mark.parametrize("width", [1280, 320])
def test_labels_are_at_least_12_pixels_when_groups_are_opened(width: int, open_page: OpenPage) -> None:
    page = open_page(PAGES["all groups"], width=width).page
    assert 14 * float(cast(str, page.get_attribute("#canvas", "data-scale"))) >= 11.99


@pytest.mark.parametrize("name", PAGES)
def test_page_does_not_scroll_sideways_when_320_wide(name: str, open_page: OpenPage) -> None:
    page = open_page(PAGES[name], width=320, height=640).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_tables_work_when_scripts_are_off(open_page: OpenPage) -> None:
    page = open_page(PAGES["groups"], scripts=False).page
    # Everything, also what the picture would not show on opening.
    assert count(page, "#items tbody tr:visible") == 8
    page = open_page(PAGES["matrix"], scripts=False).page
    assert count(page, "#matrix tbody tr:visible") == 3
    assert count(page, "button:visible") == 0


def test_matrix_holds_every_number_when_opened(open_page: OpenPage) -> None:
    page = open_page(PAGES["matrix"]).page
    rows = [row.locator("td").all_inner_texts() for row in page.locator("#matrix tbody tr").all()]
    assert rows == [["Partner", "5", "1", "5"], ["Partnership", "", "2", "2"], ["Partner", "1", "", "1"]]
    assert page.locator("#matrix tfoot td").all_inner_texts() == ["", "2", "2", ""]
    assert page.locator("#matrix tbody td.dashed").all_inner_texts() == ["5", "2", "1"]
    assert page.locator("#matrix .shade-5").all_inner_texts() == ["5"]
    assert "3 rows, 2 columns, 4 cells with a number" in page.inner_text("main")


def test_matrix_sorts_by_number_when_a_heading_is_pressed(open_page: OpenPage) -> None:
    page = open_page(PAGES["matrix"]).page
    page.click("#matrix button:text('T1B')")
    # Empty cells come last; the totals stay at the foot.
    assert page.locator("#matrix tbody th").all_inner_texts() == ["Harbour Trust", "Road Safety Board", "Guild"]
    page.click("#matrix button:text('T1B')")
    assert page.locator("#matrix tbody th").all_inner_texts() == ["Road Safety Board", "Harbour Trust", "Guild"]
    assert page.locator("#matrix tfoot th").inner_text() == "Partners"


def test_keyboard_reaches_every_control_when_groups_are_walked(open_page: OpenPage) -> None:
    page = open_page(PAGES["groups"]).page
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("""() => {
                const it = document.activeElement;
                return it.id || it.dataset.move || it.getAttribute("role") || it.textContent.trim() || it.type;
            }""")
        )
    wanted = ["find", "checkbox", "all-kinds", "in", "application", "Angling Club", "Basis", "Which"]
    assert [name for name in wanted if name not in reached] == []
    assert reached.index("find") < reached.index("all-kinds") < reached.index("in") < reached.index("Angling Club")


def test_words_keep_their_contrast_when_colours_are_forced(open_page: OpenPage) -> None:
    page = open_page(f"<!doctype html><title>t</title>{make_svg(make_marked_plan())}").page
    page.emulate_media(forced_colors="active")
    color, paper = page.evaluate("""() => [
        getComputedStyle([...document.querySelectorAll("text")].find((one) => one.textContent === "Posts")).fill,
        getComputedStyle(document.querySelector(".paper")).fill,
    ]""")
    assert color != paper
    matrix = open_page(PAGES["matrix"]).page
    matrix.emulate_media(forced_colors="active")
    cell = "getComputedStyle(document.querySelector('.shade-5'))"
    assert matrix.evaluate(f"{cell}.color") != matrix.evaluate(f"{cell}.backgroundColor")


@pytest.mark.parametrize(("name", "most"), [("all groups", 3), ("matrix", 2)])
def test_printed_page_has_text_and_tags_when_made_a_pdf(name: str, most: int, open_page: OpenPage) -> None:
    content = open_page(PAGES[name]).page.pdf(format="A4", tagged=True)
    assert b"/StructTreeRoot" in content
    assert b"/Font" in content
    assert 1 <= content.count(b"/Type /Page\n") <= most


@pytest.mark.parametrize("drawing", [make_marked_plan(), make_groups(), make_matrix()])
def test_words_stay_inside_the_picture_when_the_browser_draws_it(
    drawing: Diagram | Matrix, open_page: OpenPage
) -> None:
    page = open_page(f"<!doctype html><title>t</title>{make_svg(drawing)}").page
    outside = page.evaluate("""() => {
        const frame = document.querySelector("svg").getBoundingClientRect();
        return [...document.querySelectorAll("text")].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom;
        }).map((one) => one.textContent);
    }""")
    assert outside == []
