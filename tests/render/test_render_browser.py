"""Pages in a real browser, opened from `file://`."""

from __future__ import annotations

from typing import cast

import pytest
from playwright.sync_api import Page

from pcgraph.render import render_records
from pcgraph.render.diagram import Diagram
from pcgraph.render.diagram_page import render_diagram_html
from tests.render.opened import OpenPage, wait_until
from tests.render.samples import WORKED, make_hostile, make_hostile_records, make_leads, make_plan

pytestmark = pytest.mark.browser


def make_records_page(hostile: bool = False) -> str:
    content = render_records(make_hostile_records() if hostile else WORKED, "html", width=None, color=False)
    assert isinstance(content, str)
    return content


def count(page: Page, selector: str) -> int:
    return page.locator(selector).count()


def read_scale(page: Page) -> float:
    return float(cast(str, page.get_attribute("#canvas", "data-scale")))


PAGES = {
    "plan": render_diagram_html(make_plan()),
    "leads": render_diagram_html(make_leads()),
    "hostile": render_diagram_html(make_hostile()),
    "empty": render_diagram_html(Diagram("Empty", "", ("A", "B"), (), ())),
    "records": make_records_page(),
    "hostile records": make_records_page(hostile=True),
}


@pytest.mark.parametrize("name", PAGES)
def test_page_asks_for_nothing_and_complains_of_nothing_when_opened(name: str, open_page: OpenPage) -> None:
    opened = open_page(PAGES[name])
    opened.page.wait_for_timeout(100)
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert len(opened.requests) == 1
    assert opened.complaints == []


@pytest.mark.parametrize("name", ["hostile", "hostile records"])
def test_attacks_are_inert_when_everything_is_clicked(name: str, open_page: OpenPage) -> None:
    opened = open_page(PAGES[name])
    page = opened.page
    for button in page.locator("tbody button, .sort").all():
        button.click()
    if name == "hostile":
        page.fill("#find", "script")
        page.locator("#matches button").first.click()
        page.click("text=Show only this and its links")
    assert page.evaluate("window.pwned") is None
    assert count(page, "img, main b, iframe, svg[onload]") == 0
    assert opened.complaints == []
    assert len(opened.requests) == 1


def test_policy_is_enforced_when_a_script_or_request_is_added(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"]).page
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.pwned = 1";
        document.body.append(script);
        const image = "<img src='https://attack.invalid/x' onerror='window.pwned = 2'>";
        document.body.insertAdjacentHTML("beforeend", image);
    }""")
    page.wait_for_timeout(100)
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("fetch('https://attack.invalid/').then(() => 'reached', () => 'refused')") == "refused"


@pytest.mark.parametrize(("name", "diagram"), [("plan", make_plan()), ("leads", make_leads())])
def test_tables_hold_what_the_picture_holds_when_opened(name: str, diagram: Diagram, open_page: OpenPage) -> None:
    page = open_page(PAGES[name]).page
    data = page.evaluate("JSON.parse(document.getElementById('diagram-data').textContent)")
    assert len(data["nodes"]) == count(page, "#items tbody tr") == len(diagram.nodes)
    assert len(data["edges"]) == count(page, "#links tbody tr") == len(diagram.links)
    names = page.locator("#items tbody th").all_inner_texts()
    assert sorted(names) == sorted(node.label.strip() for node in diagram.nodes)
    shown = f"{len(names)} of {len(names)} items and {len(diagram.links)} of {len(diagram.links)} links shown"
    assert page.inner_text("#shown") == shown


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", ["plan", "leads"])
def test_labels_are_at_least_12_pixels_when_opened(name: str, width: int, open_page: OpenPage) -> None:
    page = open_page(PAGES[name], width=width).page
    assert 14 * read_scale(page) >= 11.99


def test_something_is_drawn_when_opened(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"]).page
    colors = page.evaluate("""() => {
        const canvas = document.querySelector("#canvas canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        const found = new Set();
        for (let i = 0; i < data.length; i += 4) found.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
        return ["29,90,150", "0,89,79", "106,61,143", "154,47,92", "138,83,0", "0,96,47"].filter((c) => found.has(c));
    }""")
    # Theme, deliverable, action, post; amber and green tags.
    assert len(colors) == 6


@pytest.mark.parametrize("name", ["plan", "leads", "hostile", "records", "hostile records"])
def test_page_does_not_scroll_sideways_when_320_wide(name: str, open_page: OpenPage) -> None:
    page = open_page(PAGES[name], width=320, height=640).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_tables_work_when_scripts_are_off(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"], scripts=False).page
    assert page.locator("noscript p").is_visible()
    assert not page.locator("#workspace").is_visible()
    assert count(page, "#items tbody tr") == 8
    assert count(page, "#links tbody tr") == 8
    assert count(page, "button:visible") == 0


def test_keyboard_reaches_every_control_when_walking(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"]).page
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("""() => {
                const it = document.activeElement;
                return it.id || it.dataset.move || it.getAttribute("role") || it.textContent.trim() || it.type;
            }""")
        )
    wanted = ["Skip to main content", "find", "in", "out", "left", "right", "up", "down", "fit", "start"]
    wanted += ["application", "Name", "3.1.1 Patrols", "Superintendent, Roads", "From"]
    assert [name for name in wanted if name not in reached] == []
    assert reached.index("find") < reached.index("in") < reached.index("application") < reached.index("Name")


def test_row_shows_details_and_links_when_chosen_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"]).page
    page.locator("#items button", has_text="3.1.1 Patrols").focus()
    page.keyboard.press("Enter")
    assert page.inner_text("#details h3") == "3.1.1 Patrols"
    assert page.locator("#details h4").all_inner_texts() == ["Links from it (2)", "Links to it (1)"]
    assert page.locator("#details li").all_inner_texts() == [
        "led by: Inspector, Burglary",
        "reports to: Inspector, Burglary",
        "implemented by: T3.1 Reduce burglary",
    ]
    assert page.evaluate("document.activeElement.id") == "details-heading"


def test_item_shows_details_when_clicked_in_the_picture(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"]).page
    scale = read_scale(page)
    page.mouse.click(*_find_on_screen(page, "T3 Tackle crime", scale))
    page.wait_for_selector("#details h3")
    assert page.inner_text("#details h3") == "T3 Tackle crime"


def _find_on_screen(page: Page, label: str, scale: float) -> tuple[float, float]:
    """The middle of the first box: at the start view, one margin from the top left corner."""
    nodes = page.evaluate("JSON.parse(document.getElementById('diagram-data').textContent).nodes")
    node = next(node for node in nodes if node["label"] == label)
    corner = page.locator("#canvas").bounding_box()
    assert corner is not None
    return corner["x"] + (14 + node["x"]) * scale, corner["y"] + 34 + (14 + node["y"]) * scale


def test_picture_and_tables_agree_when_only_an_items_links_are_shown(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"]).page
    page.locator("#items button", has_text="T3.2 Safer roads").click()
    page.click("text=Show only this and its links")
    assert page.inner_text("#shown") == "3 of 8 items and 2 of 8 links shown"
    assert page.locator("#items tbody tr:visible th").all_inner_texts() == [
        "T3 Tackle crime",
        "T3.2 Safer roads",
        "3.2.1 Cameras",
    ]
    assert count(page, "#links tbody tr:visible") == 2
    page.click("text=Show the whole picture")
    assert count(page, "#items tbody tr:visible") == 8


def test_filter_hides_items_and_their_links_when_a_kind_is_off(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"]).page
    page.get_by_label("Post (2)").uncheck()
    assert page.inner_text("#shown") == "6 of 8 items and 5 of 8 links shown"
    assert count(page, "#items tbody tr:visible") == 6
    assert count(page, "#links tbody tr:visible") == 5
    page.get_by_label("Post (2)").check()
    assert page.inner_text("#shown") == "8 of 8 items and 8 of 8 links shown"


def test_find_lists_and_chooses_when_a_name_is_typed(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"]).page
    page.fill("#find", "ROADS")
    assert page.inner_text("#found") == "2 found"
    assert page.locator("#matches button").all_inner_texts() == ["T3.2 Safer roads", "Superintendent, Roads"]
    page.press("#find", "Enter")
    assert page.inner_text("#details h3") == "T3.2 Safer roads"


def test_buttons_move_the_picture_when_pressed(open_page: OpenPage) -> None:
    page = open_page(PAGES["leads"]).page
    start = read_scale(page)
    page.click("[data-move=in]")
    wait_until(page, lambda: read_scale(page) > start + 0.1)
    page.click("[data-move=fit]")
    wait_until(page, lambda: read_scale(page) < 0.3)
    page.click("[data-move=start]")
    wait_until(page, lambda: abs(read_scale(page) - start) < 0.001)


def test_wheel_scrolls_the_picture_then_the_page_when_it_ends(open_page: OpenPage) -> None:
    page = open_page(PAGES["leads"]).page
    page.hover("#canvas")
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(150)
    assert page.evaluate("scrollY") == 0
    page.mouse.wheel(0, 100_000)
    page.wait_for_timeout(150)
    page.mouse.wheel(0, 400)
    wait_until(page, lambda: page.evaluate("scrollY > 0") is True)


def test_table_sorts_by_number_and_code_when_headings_are_pressed(open_page: OpenPage) -> None:
    page = open_page(PAGES["records"]).page
    codes = page.locator("#records tbody th")
    page.click("text=Code")
    assert codes.all_inner_texts() == ["T3.2", "T3.3", "T3.10"]
    page.click("text=Actions")
    assert codes.all_inner_texts() == ["T3.2", "T3.3", "T3.10"]
    page.click("text=Actions")
    assert codes.all_inner_texts() == ["T3.10", "T3.3", "T3.2"]
    assert page.locator("thead th").nth(2).get_attribute("aria-sort") == "descending"
    assert page.locator("thead th").nth(0).get_attribute("aria-sort") == "none"
    page.click("text=Wording")
    # Nothing stated comes last, whichever way.
    assert codes.all_inner_texts()[-1] == "T3.10"


def test_printed_page_has_text_and_tags_when_made_a_pdf(open_page: OpenPage) -> None:
    page = open_page(PAGES["plan"]).page
    content = page.pdf(format="A4", tagged=True)
    assert b"/StructTreeRoot" in content
    assert b"/Font" in content
    assert 1 <= content.count(b"/Type /Page\n") <= 4
