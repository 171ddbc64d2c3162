"""Trackers: tables of deliverables or actions with owners, statuses and updates, in whatever layout.

Which heading means what is declared in small TOML files (`layouts/`), the office's own among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from pcgraph.documents import Document, Line
from pcgraph.errors import DocumentError
from pcgraph.extract.claims import Claims
from pcgraph.extract.clean import clean_text
from pcgraph.extract.context import Context
from pcgraph.extract.head import add_plan
from pcgraph.extract.tracker.claim import Claimer
from pcgraph.extract.tracker.head import Head, read_head
from pcgraph.extract.tracker.headings import Header, iter_headers, read_marked
from pcgraph.extract.tracker.layout import Layout, read_layouts
from pcgraph.extract.tracker.narrative import find_latest_quarter
from pcgraph.extract.tracker.rows import read_entries
from pcgraph.extract.tracker.structure import Structure, build_structure


def extract_tracker(document: Document, context: Context) -> Claims:
    """Read a tracker by the layout that knows most of its headings.

    Args:
        document: The document's lines.
        context: The plan given by the user, and what to do with a reference that stands twice.

    Returns:
        Rows for documents, plans, themes, deliverables, actions, statements (sources), leads, posts,
        codes, updates and anomalies.

    Raises:
        DocumentError: No row of headings, no row under one or no plan's years are found, or a
            reference stands twice or was turned into another by Excel.
    """
    return extract_by_layouts(document, context, read_layouts(context.layouts))


def extract_by_layouts(document: Document, context: Context, layouts: Sequence[Layout]) -> Claims:
    """Read a tracker by the one of several layouts that knows most of its headings; the first of equals.

    Raises:
        DocumentError: As `extract_tracker`.
    """
    layout, marked = _choose_layout(document, layouts)
    headers = tuple(iter_headers(marked))
    entries = read_entries(marked, layout.groups)
    structure = build_structure(
        document, entries, layout.groups, sheets=dict(document.sheets), keep_duplicates=context.keep_duplicates
    )
    if not structure.items:
        raise DocumentError(
            f"{document.filename}: no rows are found under the headings in {headers[0].line.where}.",
            hint="If it is another kind of document, say which with --kind.",
        )
    quarter = find_latest_quarter(entries)
    head = read_head(document, headers, quarter, context)
    claims = Claims(document.id)
    _add_head(claims, document, head, structure)
    claimer = Claimer(
        claims, plan=head.plan, top=head.parent or head.plan, layout=layout, structure=structure, quarter=quarter
    )
    claimer.add_all()
    claimer.add_codes(clean_text(line.text) for line in document.lines if not line.is_blank)
    return claims


def has_headings(document: Document) -> bool:
    """Whether one of the package's layouts knows a row of headings in a document."""
    return any(any(iter_headers(read_marked(document, layout))) for layout in read_layouts())


def _choose_layout(document: Document, layouts: Sequence[Layout]) -> tuple[Layout, list[Line | Header]]:
    """The layout that knows most headings, and the document's lines marked by it.

    Raises:
        DocumentError: None knows a row of headings.
    """
    readings = [(layout, read_marked(document, layout)) for layout in layouts]
    best = max(readings, key=lambda reading: sum(len(header.headings) for header in iter_headers(reading[1])))
    if not any(iter_headers(best[1])):
        raise DocumentError(
            f"{document.filename} has no row of headings that a layout knows, such as"
            " Ref, Action, Lead, Timescale, Status, Progress.",
            hint="Name its columns so, or describe them in a layout: layouts/NAME.toml in the dataset's folder.",
        )
    return best


def _add_head(claims: Claims, document: Document, head: Head, structure: Structure) -> None:
    """Add the document and its plans; the document has a theme where all of its rows have the same."""
    top = head.parent or head.plan
    if head.parent:
        add_plan(claims, head.parent)
    add_plan(claims, head.plan, parent=head.parent)
    claims.add(
        "documents",
        id=document.id,
        kind="tracker",
        title=head.title,
        plan=head.plan,
        theme=f"{top}/T{min(structure.themes)}" if len(structure.themes) == 1 else "",
        period=head.period,
        version=head.version,
        marking=head.marking,
        filename=document.filename,
        sha256=document.sha256,
    )


__all__ = ["extract_by_layouts", "extract_tracker", "has_headings", "read_layouts"]
