"""A real Chromium on pages opened from `file://`, and the diagrams and records drawn there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.render.opened import Opened, OpenPage

_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium; CI fails on the skip."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("there is no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens a page's text from `file://` at a size, with or without scripts."""
    contexts: list[BrowserContext] = []

    def open_text(html: str, *, width: int = 1280, height: int = 900, scripts: bool = True) -> Opened:
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(html, encoding="utf-8", newline="")
        size = {"width": width, "height": height}
        context = chromium.new_context(viewport=size, java_script_enabled=scripts)  # type: ignore[arg-type]
        contexts.append(context)
        opened = Opened(context.new_page())
        page = opened.page
        page.set_default_timeout(10_000)
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on("console", lambda message: opened.complaints.append(f"{message.type}: {message.text}"))
        page.goto(path.as_uri())
        return opened

    yield open_text
    for context in contexts:
        context.close()
