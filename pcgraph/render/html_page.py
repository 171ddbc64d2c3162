"""The format `html`: one self-contained page with a table that a reader can sort."""

from __future__ import annotations

from pcgraph.render.page import make_environment, make_frame, read_template_text
from pcgraph.render.records import Records, find_number_columns
from pcgraph.render.text import to_clean_text, to_shown_text


def render(records: Records) -> str:
    """Records as a page that works from `file://`, with or without scripts."""
    frame = make_frame(
        to_clean_text(records.title) or "Table",
        styles=[read_template_text("page.css")],
        scripts=[read_template_text("sort.js")],
    )
    return (
        make_environment()
        .get_template("records.html.j2")
        .render(
            frame=frame,
            headings=[to_clean_text(heading) for heading in records.headings],
            numbers=find_number_columns(records),
            rows=[[to_shown_text(value) for value in row] for row in records.rows],
            note=to_clean_text(records.note),
        )
    )
