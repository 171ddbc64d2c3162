"""`pcgraph draw` as a user meets it, and its pages in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from pcgraph.build import build_store
from tests.conftest import Run
from tests.render.opened import OpenPage


@pytest.fixture
def built(real_copy: Path) -> Path:
    build_store(real_copy)
    return real_copy


@pytest.mark.browser
@pytest.mark.parametrize(("args", "items", "links"), [(("leads",), 128, 120), (("plan", "--theme", "T3"), 57, 87)])
def test_draw_makes_a_page_whose_tables_hold_the_picture(
    args: tuple[str, ...], items: int, links: int, built: Path, tmp_path: Path, run: Run, open_page: OpenPage
) -> None:
    code, out, err = run("draw", *args, "--data", built, "--output", tmp_path / "page.html")
    assert (code, out, err) == (0, "", f"Wrote {tmp_path / 'page.html'}\n")
    opened = open_page((tmp_path / "page.html").read_text(encoding="utf-8"))
    assert [opened.page.locator(f"table >> nth={i} >> tbody tr").count() for i in (0, 1)] == [items, links]
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert opened.complaints == []


def test_draw_gives_the_same_bytes_twice(built: Path, run: Run) -> None:
    first = run("draw", "leads", "--data", built)[1]
    assert first.lower().startswith("<!doctype html>")
    assert run("draw", "leads", "--data", built)[1] == first


def test_draw_says_what_is_missing(built: Path, tmp_path: Path, run: Run) -> None:
    code, _, err = run("draw", "plan", "--theme", "T9", "--data", built)
    assert (code, err.splitlines()[-1].startswith("Error: There is no theme “T9”.")) == (2, True)
    code, _, err = run("draw", "plan", "--data", built)
    assert (code, "Missing option '--theme'" in err) == (2, True)
    code, _, err = run("draw", "leads", "--data", tmp_path)
    assert (code, "Run: pcgraph build" in err) == (2, True)
    code, _, err = run("draw", "leads", "--data", built, "--output", tmp_path / "no" / "page.html")
    assert (code, "Cannot write" in err) == (2, True)
