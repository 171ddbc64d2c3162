"""The monitoring report: what became of each deliverable of a theme in one quarter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pcgraph.dates import DATE, parse_date
from pcgraph.documents import Document, Line, describe_lines
from pcgraph.errors import DocumentError
from pcgraph.extract.claims import Claims
from pcgraph.extract.clean import clean_text, clean_wording, find_hyphenated
from pcgraph.extract.codes import find_meaning, split_codes, to_code_kind
from pcgraph.extract.context import Context
from pcgraph.extract.fragments import to_locator
from pcgraph.extract.head import add_listed_themes, add_plan, find_marking, find_version
from pcgraph.extract.report_head import Tally, find_period, find_plans, find_theme, read_cover, read_tallies
from pcgraph.extract.report_items import find_narrative, read_items
from pcgraph.extract.report_rows import ReportItem, is_header, parse_rag
from pcgraph.extract.tracker.layout import get_default
from pcgraph.extract.tracker.owners import Owners
from pcgraph.model.plan_tables import TALLY_PROPERTIES

_KEY_LINES = 30
_INITIALS = r"[A-Z]{2,3}(?:\s*(?:[+/&,]|\band\b)\s*[A-Z]{2,3})*"
_UPDATE_DATE = re.compile(
    rf"(?:^(?:\W*update\b)?|\bupdate\b)\W{{0,3}}({DATE})\s*(?:\(?({_INITIALS})\)?)?\s*(?=[:\-–—]|$)"
    rf"|^\W*update\b\W{{0,3}}({DATE})",
    re.IGNORECASE,
)


def extract_report(document: Document, context: Context) -> Claims:
    """Read a monitoring report.

    Args:
        document: The document's lines.
        context: The plan given by the user, and what to do with a number that stands twice.

    Returns:
        Rows for documents, plans, themes, deliverables, codes, updates and anomalies.

    Raises:
        DocumentError: No items, no theme or no plan's years are found, or a number stands twice.
    """
    start, key_end = _find_start(document)
    tallies = read_tallies(document.lines[:key_end])
    hyphenated = find_hyphenated("\n".join(line.text for line in document.lines))
    total = max((tally.total for tally in tallies), default=0)
    items = read_items(document.lines, start, hyphenated, total)
    if not items:
        raise DocumentError(
            f"{document.filename}: no items are found (rows with number, responsible, deliverable and RAG).",
            hint="If it is another kind of document, say which with --kind.",
        )
    _leave_persons_out(items)
    claims = Claims(document.id)
    plan, theme = _add_head(claims, document, context, document.lines[: items[0].row[0]])
    updates = _number_items(document, context, items)
    for update, item in updates:
        _add_update(claims, document.lines, item, update, plan, theme)
    _add_codes(claims, document)
    _note_gaps(claims, document, items)
    _add_tallies(claims, tallies)
    _note_tallies(claims, document.id, tallies, items)
    return claims


def _find_start(document: Document) -> tuple[int, int]:
    """Where the items may begin and where the status key has ended, as indexes of lines.

    The items begin under the table's header; without one, somewhere under the status key.
    """
    lines = document.lines
    for index, line in enumerate(lines):
        if is_header(line) or re.search(r"\brag\s+(?:status|rating)\s*$", clean_wording(line.cells[-1]), re.IGNORECASE):
            return index + 1, index
    key = next((i for i, line in enumerate(lines) if re.search(r"\bstatus key\b", line.text, re.IGNORECASE)), 0)
    return key, key + _KEY_LINES


def _add_head(claims: Claims, document: Document, context: Context, head: Sequence[Line]) -> tuple[str, str]:
    """Add the document, its plans and themes; return the plan and theme that the items belong to."""
    cover = read_cover(head)
    delivery, parent = find_plans(head)
    plan = context.plan or delivery or context.get_plan(document, "")
    parent = parent or next(
        (top for top in context.plans if top != plan and top[2:4] <= plan[2:4] and plan[-2:] <= top[-2:]), ""
    )
    number, title, line = find_theme(head[::-1])
    if not number:
        raise DocumentError(
            f"{document.filename} names no theme, such as “THEME 3: TITLE”.", hint="Is it a report on one theme?"
        )
    top = parent or plan
    for span, above in ((parent, ""), (plan, parent)):
        if span:
            add_plan(claims, span, parent=above)
    themes = add_listed_themes(claims, head, top)
    if number not in themes:
        claims.add("themes", id=f"{top}/T{number}", title=title or f"Theme {number}", line=line)
    claims.add(
        "documents",
        id=document.id,
        kind="monitoring-report",
        title=_to_title(head),
        plan=plan,
        theme=f"{top}/T{number}",
        period=find_period(head, plan, cover.get("meeting_date", "")),
        version=find_version(head[-40:]),
        marking=cover.pop("marking", "") or find_marking(head),
        filename=document.filename,
        sha256=document.sha256,
        **cover,
    )
    return plan, f"{top}/T{number}"


def _to_title(lines: Sequence[Line]) -> str:
    """The cover's title, which names plan and theme; without a cover, the headings over the items."""
    texts = [clean_wording(line.text) for line in lines if not line.is_blank and "\t" not in line.text.strip()]
    for index, text in enumerate(texts[:-1]):
        if re.search(r"\bplan\b.*\btheme\s+\d", text, re.IGNORECASE) and len(text) < 150:
            return f"{text} {texts[index + 1]}" if text.endswith(":") else text
    plan = next((text for text in reversed(texts) if re.search(r"\bplan\b", text, re.IGNORECASE)), "")
    update = next((text for text in reversed(texts) if re.search(r"\bupdate\b", text, re.IGNORECASE)), "")
    return " – ".join(dict.fromkeys(part for part in (plan, update) if part and len(part) < 200)) or "Monitoring report"


def _number_items(document: Document, context: Context, items: Sequence[ReportItem]) -> list[tuple[str, ReportItem]]:
    """Each item with its update's id.

    Raises:
        DocumentError: A number stands twice, and the user did not ask to keep both.
    """
    seen: dict[int, ReportItem] = {}
    numbered = []
    taken = {item.place for item in items}
    for item in items:
        first = seen.setdefault(item.place, item)
        if first is not item:
            where = describe_lines(document.lines[first.row[0]], document.lines[item.row[0]])
            message = f"Item number {item.number} stands twice, in {where}."
            if not context.keep_duplicates:
                raise DocumentError(
                    f"{document.filename}: {message}",
                    hint="Correct the document, or keep both with --keep-duplicates.",
                )
            item.place = _find_free_place(item.place, taken)
            taken.add(item.place)
            item.notes.append(("duplicate-number", f"{message} This one was given the place {item.place}."))
        numbered.append((f"{document.id}/{item.place}", item))
    return numbered


def _leave_persons_out(items: Sequence[ReportItem]) -> None:
    """Take persons' names and addresses out of who is responsible; one word alone is an organisation's or a code."""
    owners = Owners(get_default().codes, (item.wording for item in items))
    for item in items:
        printed = split_codes(item.responsible)
        read = [owners.read(code) if " " in code or "@" in code else None for code in printed]
        if any(owner and owner.names_person for owner in read):
            pairs = zip(printed, read, strict=True)
            kept = [owner.printed if owner and owner.names_person else code for code, owner in pairs]
            item.responsible = " / ".join(filter(None, kept))
            item.notes.append(
                ("reading-uncertain", "Who is responsible names a person, who is not taken into the tables.")
            )


def _find_free_place(place: int, taken: set[int]) -> int:
    """The place right behind, where the numbers leave it out (a misprint); else the first after all."""
    return place + 1 if place + 1 not in taken else max(taken) + 1


def _add_update(claims: Claims, lines: Sequence[Line], item: ReportItem, update: str, plan: str, theme: str) -> None:
    number = theme.rsplit("/T", 1)[1]
    deliverable = f"{plan}/T{number}.{item.place}"
    first, last = find_narrative(item, lines)
    dates, authors = _find_dates(lines, first, last)
    row = to_locator(lines[item.row[0]].number, lines[_last_row_line(item, lines)].number)
    claims.add(
        "deliverables",
        id=deliverable,
        plan=plan,
        theme=theme,
        number=str(item.place),
        wording=item.wording,
        line=row,
    )
    claims.add(
        "updates",
        id=update,
        report=claims.document,
        number=item.number,
        deliverable=deliverable,
        responsible=";".join(split_codes(item.responsible)),
        responsible_raw=item.responsible,
        wording=item.wording,
        rag=item.rag,
        dates=";".join(dates),
        authors=";".join(authors),
        line=row,
        line_first=str(first or ""),
        line_last=str(last or ""),
    )
    _note_item(claims, item, update, row)


def _note_gaps(claims: Claims, document: Document, items: Sequence[ReportItem]) -> None:
    """Say which numbers no item was found for."""
    for before, after in pairwise(sorted(items, key=lambda item: item.place)):
        if after.place > before.place + 1:
            missing = to_range(before.place + 1, after.place - 1)
            message = f"The numbers go from {before.place} to {after.place}; no item {missing} was found."
            line = to_locator(document.lines[after.row[0]].number)
            claims.note("number-missing", line, f"{document.id}/{after.place}", message)


def to_range(first: int, last: int) -> str:
    """Numbers from first to last for people.

    >>> to_range(3, 3), to_range(3, 5)
    ('3', '3 to 5')
    """
    return str(first) if first == last else f"{first} to {last}"


def _last_row_line(item: ReportItem, lines: Sequence[Line]) -> int:
    """Index of the last line of the row that holds its words; a RAG letter alone does not count."""
    return next((i for i in reversed(item.row) if not parse_rag(lines[i].text)), item.row[0])


def _note_item(claims: Claims, item: ReportItem, update: str, row: str) -> None:
    if not item.rag:
        claims.note("rag-missing", row, update, f"Item {item.place} prints no RAG letter.")
    if not item.number:
        message = f"The item's number is not printed; its place between the others makes it {item.place}."
        claims.note("number-missing", row, update, message)
    for code, message in item.notes:
        claims.note(code, row, update, message)


def _find_dates(lines: Sequence[Line], first: int, last: int) -> tuple[list[str], list[str]]:
    """The dates on which a narrative says that it was updated, and the initials beside them."""
    dates: list[str] = []
    authors: list[str] = []
    for line in lines[first - 1 : last] if first else []:
        for paragraph in re.split(r"</p>|<p\b[^>]*>|\t", line.text, flags=re.IGNORECASE):
            for match in _UPDATE_DATE.finditer(clean_text(paragraph)):
                dates.append(parse_date(match[1] or match[3]))
                authors += re.findall(r"[A-Z]{2,3}", match[2] or "")
    return list(dict.fromkeys(date for date in dates if date)), list(dict.fromkeys(authors))


def _add_codes(claims: Claims, document: Document) -> None:
    """Every code used, with the name that the document spells out for it."""
    texts = [clean_text(line.text) for line in document.lines if not line.is_blank]
    used = {code for row in claims.tables["updates"] for code in row["responsible"].split(";") if code}
    for code in sorted(used):
        meaning = find_meaning(code, texts)
        claims.add("codes", code=code, kind=to_code_kind(code, meaning), stands_for=meaning)


def _add_tallies(claims: Claims, tallies: Sequence[Tally]) -> None:
    """What the status key prints, beside what can be counted."""
    for tally in tallies:
        name = TALLY_PROPERTIES[tally.letter]
        claims.add("statements", subject=claims.document, property=name, value=tally.printed, line=tally.line)


def _note_tallies(claims: Claims, report: str, tallies: Sequence[Tally], items: Sequence[ReportItem]) -> None:
    """Hold the status key against what the items print."""
    printed = Counter(item.rag for item in items)
    letters = ", ".join(f"{count} {letter or 'no letter'}" for letter, count in sorted(printed.items(), reverse=True))
    for tally in tallies:
        if tally.claimed != printed[tally.letter] or tally.total != len(items):
            claimed = f"{tally.claimed} of {tally.total} {tally.letter}"
            message = f"The key claims {claimed}; the {len(items)} items print {letters}."
            claims.note("tally-mismatch", tally.line, report, message)
        if tally.percent and tally.total and not _is_percentage(tally):
            share = 100 * tally.claimed / tally.total
            message = f"The key prints {tally.percent}% for {tally.claimed} of {tally.total}, which is {share:.1f}%."
            claims.note("percentage-wrong", tally.line, report, message)


def _is_percentage(tally: Tally) -> bool:
    """Whether the printed percentage is the share, rounded as printed; the next digit may go either way."""
    decimals = len(tally.percent.partition(".")[2])
    return bool(abs(float(tally.percent) - 100 * tally.claimed / tally.total) <= 0.5 * 10**-decimals + 1e-9)
