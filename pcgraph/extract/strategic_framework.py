"""The strategic framework: themes side by side, their outcomes, measures and deliverables.

Layout: a row (or line) of themes `T1. Title`; under it, for each theme, `T1A. Outcomes`, the
outcome `T1 A. Title`, `T1 A. Performance Measures` and one cell that holds all its measures; the
next outcomes follow in the same columns, the themes' row repeated on each page. After a heading
that speaks of deliverables, one cell or list for each theme holds them, numbered from 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pcgraph.dates import parse_spans
from pcgraph.documents import Document, Line
from pcgraph.errors import DocumentError
from pcgraph.extract.basis import find_baseline, find_source
from pcgraph.extract.claims import Claims
from pcgraph.extract.clean import clean_wording, find_hyphenated, is_rule
from pcgraph.extract.context import Context
from pcgraph.extract.fragments import Fragments, to_locator
from pcgraph.extract.head import add_plan, find_marking, find_version, trim_title
from pcgraph.extract.numbering import Entry, find_gaps, parse_numbered
from pcgraph.extract.outline import Outline, parse_outline

_THEME = re.compile(r"^(?:T|Theme\s+)(\d{1,2})\s*[.:–-]\s+(\S.*)$", re.IGNORECASE)
_OUTCOME = re.compile(r"^T?(\d{1,2})\s?([A-Z])\s*[.:]\s*(\S.*)$")
_OUTCOME_HEADER = re.compile(r"^(?:strategic )?outcomes?$", re.IGNORECASE)
_MEASURE_HEADER = re.compile(r"^(?:key )?(?:performance )?(?:measures?|indicators?)$", re.IGNORECASE)
_BARE_HEADER = re.compile(
    r"^T?(\d{1,2})\s?([A-Z])\s+((?:strategic )?outcomes?|(?:performance )?measures?)$", re.IGNORECASE
)
_DELIVERABLES = re.compile(r"\bdeliverables\b", re.IGNORECASE)
_PAGE = re.compile(r"^(?:page\s+)?\d{1,3}(?:\s+of\s+\d{1,3})?$", re.IGNORECASE)


@dataclass(slots=True)
class _Layout:
    """What has been read so far, by column of the table in hand."""

    hyphenated: frozenset[str]
    columns: list[str] = field(default_factory=list)
    themes: dict[str, tuple[str, str]] = field(default_factory=dict)
    outcomes: dict[str, tuple[str, str]] = field(default_factory=dict)
    measures: dict[str, Fragments] = field(default_factory=dict)
    deliverables: dict[str, Fragments] = field(default_factory=dict)
    current: dict[int, str] = field(default_factory=dict)
    in_deliverables: bool = False

    def get_theme(self, column: int) -> str:
        """The theme of a column; where the table's head names one theme only, it is that of all."""
        return self.columns[column] if column < len(self.columns) else self.columns[0]

    def to_cell(self, column: int) -> int:
        """The number of a column's cell in a locator; 0 where the theme's lines are no table."""
        return column + 1 if len(self.columns) > 1 or len(self.current) > 1 else 0


def extract_strategic_framework(document: Document, context: Context) -> Claims:
    """Read a strategic framework.

    Args:
        document: The document's lines.
        context: The plan given by the user, if any.

    Returns:
        Rows for documents, plans, themes, outcomes, measures, deliverables and anomalies.

    Raises:
        DocumentError: No themes, or no plan's years, are found.
    """
    layout = _read_layout(document)
    if not layout.themes:
        raise DocumentError(
            f"{document.filename}: no themes are found (lines or cells such as “T1. Protecting people”).",
            hint="If it is another kind of document, say which with --kind.",
        )
    head = _to_head(document)
    title = next((line for line in head if "framework" in line.text.lower()), None)
    spans = parse_spans(" ".join(line.text for line in ([title] if title else []) + head))
    plan = context.get_plan(document, spans[0] if spans else "")
    claims = Claims(document.id)
    claims.add(
        "documents",
        id=document.id,
        kind="strategic-framework",
        title=trim_title(title.text) if title else f"Strategic Framework {plan}",
        plan=plan,
        version=find_version(head),
        marking=find_marking(head),
        filename=document.filename,
        sha256=document.sha256,
    )
    add_plan(claims, plan)
    _add_all(claims, layout, plan)
    return claims


def _to_head(document: Document) -> list[Line]:
    """The lines before the first row of themes."""
    count = next((i for i, line in enumerate(document.lines) if _THEME.match(clean_wording(line.cells[0]))), 0)
    return [line for line in document.lines[:count] if not line.is_blank]


def _read_layout(document: Document) -> _Layout:
    layout = _Layout(find_hyphenated("\n".join(line.text for line in document.lines)))
    for line in document.lines:
        if not line.is_blank and not is_rule(line.text):
            _read_line(layout, line)
    return layout


def _read_line(layout: _Layout, line: Line) -> None:
    cells = line.cells
    words = clean_wording(line.text) if len(cells) == 1 else ""
    if words and _DELIVERABLES.search(words) and len(words.split()) < 15 and not re.match(r"\d+\.", words):
        layout.in_deliverables = bool(layout.themes)
    elif any(_THEME.match(clean_wording(cell)) for cell in cells if cell):
        _read_themes(layout, line)
    elif layout.columns and not _PAGE.match(words):
        for column, cell in enumerate(cells):
            if cell and (column < len(layout.columns) or len(layout.columns) == 1):
                _read_cell(layout, column, cell, line.number)


def _read_themes(layout: _Layout, line: Line) -> None:
    """A row of themes: it says which theme each column holds from here on."""
    columns = []
    for column, cell in enumerate(line.cells, start=1):
        match = _THEME.match(clean_wording(cell))
        columns.append(match[1] if match else "")
        if match:
            if match[1] not in layout.themes:
                layout.in_deliverables = False
            place = to_locator(line.number, cell=column if len(line.cells) > 1 else 0)
            layout.themes.setdefault(match[1], (match[2], place))
    if columns != layout.columns:
        layout.current.clear()
    layout.columns = columns


def _read_cell(layout: _Layout, column: int, cell: str, line: int) -> None:
    text = clean_wording(cell)
    outcome = _OUTCOME.match(text)
    if layout.in_deliverables and not outcome:
        theme = layout.get_theme(column)
        if theme:
            fragments = Fragments(layout.hyphenated, layout.to_cell(column))
            layout.deliverables.setdefault(theme, fragments).add(cell, line)
    elif _BARE_HEADER.match(text) or _is_header(outcome[3] if outcome else text):
        return
    elif outcome:
        code = f"T{outcome[1]}{outcome[2]}"
        layout.current[column] = code
        layout.outcomes.setdefault(code, (outcome[3], to_locator(line, cell=_to_place(layout, column))))
    elif code := layout.current.get(column, ""):
        layout.measures.setdefault(code, Fragments(layout.hyphenated, _to_place(layout, column))).add(cell, line)


def _is_header(text: str) -> bool:
    return bool(_OUTCOME_HEADER.match(text) or _MEASURE_HEADER.match(text))


def _to_place(layout: _Layout, column: int) -> int:
    return layout.to_cell(column) or (column + 1 if column else 0)


def _add_all(claims: Claims, layout: _Layout, plan: str) -> None:
    for theme, (title, place) in layout.themes.items():
        claims.add("themes", id=f"{plan}/T{theme}", title=title, line=place)
    for code, (title, place) in layout.outcomes.items():
        theme = f"{plan}/{code[:-1]}"
        if code[1:-1] not in layout.themes:
            claims.note(
                "reading-uncertain", place, f"{plan}/{code}", f"The outcome {code} stands under no theme {code[:-1]}."
            )
            continue
        claims.add("outcomes", id=f"{plan}/{code}", theme=theme, title=title, line=place)
        if code in layout.measures:
            _add_measures(claims, f"{plan}/{code}", layout.measures[code])
    for theme, fragments in layout.deliverables.items():
        _add_deliverables(claims, plan, theme, fragments)


def _add_measures(claims: Claims, outcome: str, cell: Fragments) -> None:
    outline = parse_outline(cell.text)
    plain = clean_wording(cell.text)
    for entry in outline.entries:
        parent = f"{outcome}.{'.'.join(entry.path[:-1])}" if len(entry.path) > 1 else ""
        claims.add(
            "measures",
            id=f"{outcome}.{'.'.join(entry.path)}",
            parent=parent,
            outcome=outcome,
            title=entry.text,
            source=find_source(entry.text),
            baseline=find_baseline(entry.text),
            line=_locate(cell, plain, entry, restored=outline.is_restored or outline.in_tags),
        )
    _note_outline(claims, outcome, cell, outline)


def _locate(cell: Fragments, plain: str, entry: Entry, *, restored: bool) -> str:
    """An entry's place in the cell; a text that was cleaned first is searched by its words."""
    if restored:
        return cell.locate(entry.start, entry.end)
    head = plain[entry.start : entry.start + 25]
    start = cell.text.find(head, entry.start)
    start = cell.text.find(head) if start < 0 else start
    return cell.locate(start, start + entry.end - entry.start) if start >= 0 else cell.locate(0, 1)


def _note_outline(claims: Claims, outcome: str, cell: Fragments, outline: Outline) -> None:
    place = cell.locate(0, 1)
    if outline.is_restored:
        codes = ", ".join(".".join(entry.path) for entry in outline.entries)
        claims.note("number-missing", place, outcome, f"The numbers of the measures are not printed; read as {codes}.")
    if outline.other:
        other = ", ".join(outline.other)
        message = f"The measures' levels are not printed; they fit nearly as well as {other}."
        claims.note("reading-uncertain", place, outcome, message)
    for pair in outline.pairs:
        claims.note("separator-missing", place, outcome, f"“{pair}” was read as two measures; it may be one.")
    _note_gaps(claims, outcome, place, [entry.path[0] for entry in outline.entries])
    if len(cell.lines) > 1:
        last = to_locator(cell.lines[0], cell.lines[-1], cell.cell)
        claims.note("page-break-joined", last, outcome, "The list of measures is cut and was joined.")


def _note_gaps(claims: Claims, subject: str, place: str, numbers: list[str]) -> None:
    for gap in find_gaps([int(number) for number in numbers]):
        claims.note("number-missing", place, f"{subject}.{gap}", f"The list leaves out number {gap}.")


def _add_deliverables(claims: Claims, plan: str, theme: str, cell: Fragments) -> None:
    plain = clean_wording(cell.text)
    entries = parse_numbered(plain, nested=False)
    if not entries:
        claims.note(
            "reading-uncertain", cell.locate(0, 1), f"{plan}/T{theme}", "The deliverables are not numbered from 1."
        )
    for entry in entries:
        number = entry.path[0]
        claims.add(
            "deliverables",
            id=f"{plan}/T{theme}.{number}",
            plan=plan,
            theme=f"{plan}/T{theme}",
            number=number,
            wording=entry.text,
            line=_locate(cell, plain, entry, restored=False),
        )
    _note_gaps(claims, f"{plan}/T{theme}", cell.locate(0, 1), [entry.path[0] for entry in entries])
