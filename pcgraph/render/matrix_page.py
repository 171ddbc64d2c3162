"""A matrix as one HTML file: a shaded table that a reader can sort, and tables of what its numbers stand for."""

from __future__ import annotations

from pcgraph.render.matrix import Matrix, MatrixRow, clean_matrix, find_shade
from pcgraph.render.page import make_environment, make_frame, read_template_text
from pcgraph.render.records import Records, find_number_columns
from pcgraph.render.text import to_clean_text, to_shown_text


def render_matrix_html(matrix: Matrix) -> str:
    """A self-contained page; its numbers can be read and sorted, with or without colours.

    Raises:
        ValueError: A row has more or fewer cells than there are columns.
    """
    clean = clean_matrix(matrix)
    frame = make_frame(
        clean.title or "Matrix",
        styles=[read_template_text("page.css"), read_template_text("matrix.css")],
        scripts=[read_template_text("sort.js")],
    )
    marks = {mark.name: mark for mark in clean.marks}
    return (
        make_environment()
        .get_template("matrix.html.j2")
        .render(
            frame=frame,
            matrix=clean,
            marks=marks,
            rows=[(row, _shade(row, clean.largest)) for row in clean.rows],
            count=sum(bool(value) for row in clean.rows for value in row.cells),
            tables=[_to_table(i, table) for i, table in enumerate(clean.tables, start=1)],
        )
    )


def _shade(row: MatrixRow, largest: int) -> list[tuple[int, str]]:
    """Each number with the classes of its cell."""
    return [
        (value, f"number shade-{find_shade(value, largest)}" + (" dashed" if value and is_dashed else ""))
        for value, is_dashed in zip(row.cells, row.dashed, strict=True)
    ]


def _to_table(number: int, records: Records) -> dict[str, object]:
    return {
        "id": f"table-{number}",
        "title": to_clean_text(records.title),
        "headings": [to_clean_text(heading) for heading in records.headings],
        "numbers": find_number_columns(records),
        "rows": [[to_shown_text(value) for value in row] for row in records.rows],
    }
