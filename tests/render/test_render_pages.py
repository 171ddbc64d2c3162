"""Pages as text: one file, escaped, the same bytes each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from hashlib import sha256

import pytest

from pcgraph.render import render_records
from pcgraph.render.diagram import Diagram
from pcgraph.render.diagram_page import render_diagram_html
from pcgraph.render.page import make_frame
from tests.render.samples import WORKED, make_hostile, make_hostile_records, make_leads, make_plan

_HASH_CODE = """
from hashlib import sha256
from pcgraph.render import render_records
from pcgraph.render.diagram_page import render_diagram_html
from tests.render.samples import WORKED, make_leads, make_plan
print(sha256(render_diagram_html(make_plan()).encode()).hexdigest())
print(sha256(render_diagram_html(make_leads()).encode()).hexdigest())
print(sha256(render_records(WORKED, "html", width=None, color=False).encode()).hexdigest())
print(sha256(render_records(WORKED, "xlsx", width=None, color=False)).hexdigest())
"""


def render_html() -> list[str]:
    records = [render_records(one, "html", width=None, color=False) for one in (WORKED, make_hostile_records())]
    pages = [page for page in records if isinstance(page, str)]
    return [*pages, render_diagram_html(make_plan()), render_diagram_html(make_hostile())]


def test_pages_have_the_same_bytes_when_the_hash_seed_differs() -> None:
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
    assert len(outputs.pop().split()) == 4


@pytest.mark.parametrize("html", render_html())
def test_pages_name_language_title_and_policy_when_written(html: str) -> None:
    assert html.startswith('<!doctype html>\n<html lang="en-GB">\n')
    assert len(re.findall("<title>", html)) == 1
    assert len(re.findall("<h1>", html)) == 1
    assert 'content="default-src &#39;none&#39;; script-src &#39;sha256-' in html


@pytest.mark.parametrize("html", render_html())
def test_pages_hold_no_address_to_load_from_when_written(html: str) -> None:
    own = re.sub(r"<script>/\*\*\n \* vis-network.*?</script>", "", html, flags=re.DOTALL)
    assert not re.findall(r"<[^>]*\s(?:src|onerror|onload|onclick|style)=", own)
    assert set(re.findall(r'href="([^"]*)"', own)) <= {"#main", "#items-heading", "#links-heading"}
    assert "<link" not in own


def test_diagram_page_stays_within_budget_when_there_are_600_items() -> None:
    assert len(render_diagram_html(make_leads(200, 400)).encode()) < 1_000_000


def test_diagram_page_says_so_when_there_is_nothing_to_draw() -> None:
    html = render_diagram_html(Diagram("Empty", "", ("A", "B"), (), ()))
    assert "0 items and 0 links." in html


def test_diagram_page_leaves_the_callers_diagram_alone_when_rendering() -> None:
    diagram = make_plan()
    assert (
        sha256(render_diagram_html(diagram).encode()).digest() == sha256(render_diagram_html(diagram).encode()).digest()
    )
    assert diagram == make_plan()


def test_make_frame_refuses_when_a_script_would_end_its_element() -> None:
    with pytest.raises(ValueError, match="its own end tag"):
        make_frame("t", styles=[""], scripts=["x = '</SCRIPT>'"])
