"""What a test sees of a page that is open in the browser."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Opened:
    """A page, with what it asked for and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


OpenPage = Callable[..., Opened]


def wait_until(page: Page, condition: Callable[[], bool], timeout_s: float = 5) -> None:
    """Wait from outside: the page's own policy forbids the evaluation that Playwright's wait needs."""
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end, "the page did not get there in time"
        page.wait_for_timeout(20)
