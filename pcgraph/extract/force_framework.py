"""The force framework: deliverables with the actions, lead officers and sources under them.

Layout: one table a theme with the columns reference, deliverable or force action, lead officer
and source; a deliverable's row (`T3.3`) is followed by the rows of its actions (`3.3.1`). A line
`3. Title, the Force will do this by;` before the table names the theme.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pcgraph.dates import parse_spans
from pcgraph.documents import Document, Line, describe_lines
from pcgraph.errors import DocumentError
from pcgraph.extract.claims import Claims
from pcgraph.extract.clean import clean_wording, find_hyphenated
from pcgraph.extract.context import Context
from pcgraph.extract.fragments import to_locator
from pcgraph.extract.head import add_plan, find_marking, find_version, trim_title
from pcgraph.extract.leads import Leads
from pcgraph.extract.rows import TableRow, assemble_rows

_REF = re.compile(r"^\s*(T?)\s?(\d{1,2})\s?[.,]\s?(\d{1,3})(?:\s?[.,]\s?(\d{1,3}))?\s?(\.?)\s*$", re.IGNORECASE)
_HEADINGS = {
    "ref": re.compile(r"\bref|^no\.?$|^number$", re.IGNORECASE),
    "wording": re.compile(r"\bdeliverable|\baction", re.IGNORECASE),
    "lead": re.compile(r"\blead\b|\bowner\b", re.IGNORECASE),
    "source": re.compile(r"\bsource\b|\borigin\b", re.IGNORECASE),
}
_THEME_LINE = re.compile(
    r"^(?:#+\s*)?(?:Theme\s+)?(\d{1,2})\s*[.:]\s+(.+?)(?:,\s+the \w+ will\b.*|[;:]\s*)?$", re.IGNORECASE
)
_MAX_HEADING = 300
_SOURCE_SEPARATOR = re.compile(r"\s*;\s*|\s*(?<!\d)/\s*|\s*/(?!\d)\s*")


class _Entry(NamedTuple):
    """A row of the framework: its reference taken apart, its cells by column."""

    row: TableRow
    theme: str
    number: str
    action: str
    is_regular: bool
    cells: dict[str, str]
    columns: dict[str, int]


def extract_force_framework(document: Document, context: Context) -> Claims:
    """Read a force framework.

    Args:
        document: The document's lines.
        context: The plan given by the user, and the dataset's plans.

    Returns:
        Rows for documents, plans, themes, deliverables, actions, leads, posts, statements
        (the deliverables' sources) and anomalies.

    Raises:
        DocumentError: No table with the headings is found, no plan's years, or a reference
            stands twice.
    """
    entries = list(_iter_entries(document))
    if not entries:
        raise DocumentError(
            f"{document.filename}: no rows are found under headings such as Ref, Deliverable / Action, Lead, Source.",
            hint="If it is another kind of document, say which with --kind.",
        )
    claims = Claims(document.id)
    plan = _add_document(claims, document, context)
    entries = _refuse_duplicates(claims, document, context, entries, plan)
    _add_themes(claims, document, entries, plan)
    leads = Leads(entry.cells["lead"] for entry in entries if entry.cells["lead"])
    aliases: dict[str, set[str]] = {}
    for entry in entries:
        subject = _add_entry(claims, entry, plan)
        _add_leads(claims, entry, subject, leads, aliases)
    _add_posts(claims, leads, aliases)
    return claims


def _add_document(claims: Claims, document: Document, context: Context) -> str:
    head = [line for line in document.lines[:60] if not line.is_blank]
    title = next((line for line in head if "framework" in line.text.lower()), head[0])
    spans = parse_spans(" ".join(line.text for line in [title, *head]))
    plan = context.get_plan(document, spans[0] if spans else "")
    claims.add(
        "documents",
        id=document.id,
        kind="force-framework",
        title=trim_title(title.text),
        plan=plan,
        version=find_version(head[:10]),
        marking=find_marking(head[:10]),
        filename=document.filename,
        sha256=document.sha256,
    )
    add_plan(claims, plan)
    return plan


def _iter_entries(document: Document) -> Iterator[_Entry]:
    """Every row under a header, in order; the regular form of a reference is the more frequent one."""
    hyphenated = find_hyphenated("\n".join(line.text for line in document.lines))
    rows = []
    for columns, lines in _iter_tables(document):
        found = assemble_rows(lines, max(columns.values()) + 1, key=_REF, hyphenated=hyphenated)
        rows += [(columns, row) for row in found if isinstance(row, TableRow)]
    forms = Counter(_to_form(row.cells[0]) for _, row in rows)
    regular = {
        level: max((n, form) for form, n in forms.items() if form[0] == level)[1] for level in {f[0] for f in forms}
    }
    for columns, row in rows:
        match = _REF.match(row.cells[0])
        if match:
            cells = {name: clean_wording(row.cells[i]) if i < len(row.cells) else "" for name, i in columns.items()}
            form = _to_form(row.cells[0])
            yield _Entry(row, match[2], match[3], match[4] or "", form == regular[form[0]], cells, columns)


def _to_form(ref: str) -> tuple[bool, bool, bool]:
    """How a reference is printed: whether an action's, whether with `T`, whether otherwise plain."""
    match = _REF.match(ref)
    is_plain = bool(re.fullmatch(r"T?\d+\.\d+(?:\.\d+)?", ref.strip()))
    return (bool(match and match[4]), bool(match and match[1]), is_plain)


def _iter_tables(document: Document) -> Iterator[tuple[dict[str, int], list[Line]]]:
    """Each table: which column holds what, and the lines under its header up to the next one."""
    columns: dict[str, int] = {}
    lines: list[Line] = []
    for line in document.lines:
        found = _find_columns(line)
        if found and found == columns and lines and not _starts_theme(lines):
            lines.append(Line(line.number, ""))  # the header again, after a page break
        elif found:
            if columns:
                yield columns, lines
            columns, lines = found, []
        elif columns:
            lines.append(line)
    if columns:
        yield columns, lines


def _starts_theme(lines: list[Line]) -> bool:
    """Whether the last lines before a header name a theme: then another table begins."""
    return any(_THEME_LINE.match(clean_wording(line.text)) for line in lines[-30:] if len(line.cells) == 1)


def _find_columns(line: Line) -> dict[str, int]:
    """The columns that a header names; empty for any other line."""
    cells = [clean_wording(cell) for cell in line.cells]
    if len(cells) < 3 or any(len(cell) > 60 for cell in cells) or _REF.match(cells[0]):
        return {}
    found = {
        name: next((i for i, cell in enumerate(cells) if heading.search(cell)), -1)
        for name, heading in _HEADINGS.items()
    }
    if found["ref"] >= 0:
        found["wording"] = next(
            (i for i, c in enumerate(cells) if i != found["ref"] and _HEADINGS["wording"].search(c)), -1
        )
    return found if min(found.values()) >= 0 and len(set(found.values())) == len(found) else {}


def _refuse_duplicates(
    claims: Claims, document: Document, context: Context, entries: list[_Entry], plan: str
) -> list[_Entry]:
    """The entries without those whose reference stands twice.

    Raises:
        DocumentError: One does, and the user did not ask to keep the first.
    """
    seen: dict[tuple[str, ...], _Entry] = {}
    for entry in entries:
        key = (entry.theme, entry.number, entry.action)
        first = seen.setdefault(key, entry)
        if first is entry or first.cells == entry.cells:
            continue
        ref = ".".join(part for part in key if part)
        where = describe_lines(document.lines[first.row.first - 1], document.lines[entry.row.first - 1])
        message = f"The reference {ref} stands in {where} with different words."
        if not context.keep_duplicates:
            raise DocumentError(
                f"{document.filename}: {message}",
                hint="Correct the document, or keep the first and note the other with --keep-duplicates.",
            )
        claims.note("duplicate-number", to_locator(entry.row.first), _to_id(plan, entry), message)
    return list(seen.values())


def _to_id(plan: str, entry: _Entry) -> str:
    ref = f"{entry.theme}.{entry.number}"
    return f"{plan}/{ref}.{entry.action}" if entry.action else f"{plan}/T{ref}"


def _add_themes(claims: Claims, document: Document, entries: list[_Entry], plan: str) -> None:
    """The themes that lines before the tables name, for each theme that has a row."""
    numbers = {entry.theme: entry.row.first for entry in reversed(entries)}
    titles: dict[str, tuple[str, int]] = {}
    for line in document.lines:
        is_heading = "\t" not in line.text.strip() and len(line.text) <= _MAX_HEADING
        match = _THEME_LINE.match(clean_wording(line.text)) if is_heading else None
        if match and match[1] in numbers and line.number < numbers[match[1]]:
            titles.setdefault(match[1], (match[2].rstrip(" .;:"), line.number))
    for number, row in sorted(numbers.items(), key=lambda pair: int(pair[0])):
        title, place = titles.get(number, (f"Theme {number}", row))
        claims.add("themes", id=f"{plan}/T{number}", title=title, line=to_locator(place))


def _add_entry(claims: Claims, entry: _Entry, plan: str) -> str:
    subject = _to_id(plan, entry)
    line = to_locator(entry.row.first, entry.row.last)
    sources = [part for part in _SOURCE_SEPARATOR.split(entry.cells["source"]) if part]
    deliverable = f"{plan}/T{entry.theme}.{entry.number}"
    if entry.action:
        claims.add(
            "actions",
            id=subject,
            deliverable=deliverable,
            wording=entry.cells["wording"],
            source=";".join(sources),
            line=line,
        )
    else:
        theme = f"{plan}/T{entry.theme}"
        claims.add(
            "deliverables",
            id=subject,
            plan=plan,
            theme=theme,
            number=entry.number,
            wording=entry.cells["wording"],
            line=line,
        )
        if sources:
            claims.add("statements", subject=subject, property="source", value=";".join(sources), line=line)
    _note_row(claims, entry, subject, line)
    return subject


def _note_row(claims: Claims, entry: _Entry, subject: str, line: str) -> None:
    ref = entry.row.cells[0].strip()
    if not entry.is_regular:
        claims.note("ref-irregular", line, subject, f"The reference is printed “{ref}”, unlike the others of its kind.")
    if not entry.cells["source"]:
        claims.note("source-missing", line, subject, f"The row of {ref} names no source.")
    if entry.row.is_cut:
        claims.note("page-break-joined", line, subject, f"The row of {ref} is cut and was joined.")


def _add_leads(claims: Claims, entry: _Entry, subject: str, leads: Leads, aliases: dict[str, set[str]]) -> None:
    raw = entry.cells["lead"]
    if not raw:
        return
    line = to_locator(entry.row.first, entry.row.last, entry.columns["lead"] + 1)
    reading = leads.part(raw)
    for part in reading.parts:
        post = leads.to_post(part)
        if part not in aliases.setdefault(post.id, set()):
            aliases[post.id].add(part)
        if not any(row["subject"] == subject and row["post"] == post.id for row in claims.tables["leads"][-4:]):
            claims.add("leads", subject=subject, post=post.id, raw=raw, line=line)
    if reading.separator in {"comma", "space"}:
        code = "separator-missing" if reading.separator == "space" else "reading-uncertain"
        posts = " and ".join(f"“{part}”" for part in reading.parts)
        claims.note(code, line, subject, f"The lead “{raw}” was read as {posts}; it may be one post.", severity="info")


def _add_posts(claims: Claims, leads: Leads, aliases: dict[str, set[str]]) -> None:
    for post_id, spellings in aliases.items():
        post = leads.to_post(sorted(spellings)[0])
        others = sorted(spellings - {post.title or post.unit})
        claims.add("posts", id=post_id, title=post.title, unit=post.unit, aliases=";".join(others))
