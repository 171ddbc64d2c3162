"""A paper's records as a manuscript: what stands where, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pcgraph import __version__
from pcgraph.dates import to_date_words
from pcgraph.paper.context import to_code
from pcgraph.paper.records import ASPECTS, Note, Paper, PaperItem, TallyRow
from pcgraph.paper.references import describe_meeting, to_item_words, to_period_words
from pcgraph.render.manuscript import Block, Facts, Grid, Heading, Manuscript, Paragraph, Status

_SELF_RATED = (
    "A RAG status is delivery, self-rated: those who deliver rate themselves. "
    "It says nothing of an outcome, and is not added up to one."
)
_PROPOSED = (
    "What is marked proposed, or read by rule, is a reading of the papers that the office has not agreed to. "
    "No mention is not no work."
)
_AGREES = {True: "agree", False: "differ", None: "not printed"}
_SHOWN_SHA = 12


def compose(paper: Paper) -> Manuscript:
    """Lay a paper out as blocks: head, status key, table, the report as a whole, item by item, papers read."""
    return Manuscript(
        title=_to_title(paper),
        subject=f"Monitoring report {paper.report}, made from dataset {paper.dataset}, digest {paper.digest}",
        footer=f"{_to_footer(paper)} · dataset {paper.dataset}, digest {paper.digest}",
        date=paper.meeting_date,
        blocks=tuple(_iter_blocks(paper)),
    )


def _to_title(paper: Paper) -> str:
    code = to_code(paper.theme)
    theme = f"Theme {code[1:]}" if re.fullmatch(r"T\d+", code) else f"Theme {code}"
    period = to_period_words(paper.period)
    return f"{theme}: {paper.theme_title}" + (f", {period[0].lower()}{period[1:]}" if period else "")


def _to_footer(paper: Paper) -> str:
    """The meeting's body, day and item; the report's id where it names no meeting."""
    return f"Report {paper.report}" if not paper.meeting_body else _describe_own_meeting(paper)


def _describe_own_meeting(paper: Paper) -> str:
    row = {
        "meeting_body": paper.meeting_body,
        "meeting_date": paper.meeting_date,
        "agenda_item": paper.agenda_item,
        "period": paper.period,
    }
    return describe_meeting(row)


def _iter_blocks(paper: Paper) -> Iterator[Block]:
    yield Facts("About this paper", tuple(_iter_facts(paper)))
    yield from (Paragraph(remark, is_small=True) for remark in paper.remarks)
    yield Heading(1, "Status key and results")
    yield _lay_out_key(paper.key)
    yield Paragraph(_SELF_RATED, is_small=True)
    yield Heading(1, "Deliverables")
    yield _lay_out_table(paper.items)
    if any(not item.number for item in paper.items):
        yield Paragraph("A number in brackets is not printed; the place between the others gives it.", is_small=True)
    if paper.notes:
        yield Heading(1, "The report as a whole")
        yield _lay_out_notes(paper, "What was found on the report as a whole", paper.notes)
    if paper.gone:
        yield Heading(1, f"In {paper.earlier}, not in this report")
        yield _lay_out_gone(paper)
    yield Heading(1, "Deliverable by deliverable")
    yield Paragraph(f"{_explain_references(paper)} {_PROPOSED}", is_small=True)
    for item in paper.items:
        yield from _iter_item_blocks(paper, item)
    yield Heading(1, "Papers read so far")
    yield _lay_out_sources(paper)


def _iter_facts(paper: Paper) -> Iterator[tuple[str, str]]:
    facts = (
        ("Report to", paper.meeting_body),
        ("Date of meeting", to_date_words(paper.meeting_date)),
        ("Agenda item", to_item_words(paper.agenda_item)),
        ("Report", paper.report_title),
        ("Plan", paper.plan_title),
        ("Period", to_period_words(paper.period)),
        ("Version, marking", ", ".join(filter(None, (paper.version, paper.marking)))),
        ("Compared with", paper.earlier),
        ("Judgements", "those that the office agreed to only" if paper.agreed_only else "agreed and proposed, marked"),
        ("Made from", _describe_making(paper)),
    )
    yield from ((name, value) for name, value in facts if value)


def _describe_making(paper: Paper) -> str:
    return (
        f"the {len(paper.sources)} papers read so far, listed at the end; "
        f"dataset {paper.dataset}, digest {paper.digest}, pcgraph {__version__}"
    )


def _lay_out_key(key: Sequence[TallyRow]) -> Grid:
    return Grid(
        title="Status key, as printed and as counted",
        description="For each status: what it means, the share that the report's key prints, the share counted from "
        "the letters of its items, and whether the two agree.",
        headings=("Status", "Meaning", "Printed in the key", "Counted from the items", "Key and items"),
        rows=tuple(_lay_out_tally(row) for row in key),
        widths=(0.16, 0.4, 0.16, 0.16, 0.12),
    )


def _lay_out_tally(row: TallyRow) -> tuple[str | Status, ...]:
    return (Status(row.letter, row.word), row.meaning, row.printed or "–", row.counted, _AGREES[row.agrees])


def _lay_out_table(items: Sequence[PaperItem]) -> Grid:
    return Grid(
        title="The report's table",
        description="One row a deliverable, as the report prints it: number, who is responsible, the deliverable, "
        "and its RAG status, which is delivery, self-rated.",
        headings=("No.", "Responsible", "Specific deliverable", "RAG status"),
        rows=tuple(
            (_to_number(item), item.responsible, item.wording, Status(item.letter, item.status)) for item in items
        ),
        widths=(0.07, 0.14, 0.63, 0.16),
        anchors=tuple(_to_anchor(item) for item in items),
    )


def _to_number(item: PaperItem) -> str:
    return item.number or f"({item.place})"


def _to_anchor(item: PaperItem) -> str:
    return f"item_{item.place}"


def _explain_references(paper: Paper) -> str:
    meeting = _describe_own_meeting(paper)
    return (
        f"A reference that begins with a number or with {paper.report} is to this report ({meeting})."
        if meeting
        else ""
    )


def _lay_out_notes(paper: Paper, title: str, notes: Sequence[Note]) -> Grid:
    return Grid(
        title=title,
        description="One row a place: what it is about, what was found there, and where that is.",
        headings=("About", "Found in the papers", "Reference"),
        rows=tuple(
            (ASPECTS[aspect], "\n".join(note.text for note in group), _shorten(paper, reference))
            for (aspect, reference), group in groupby(notes, key=lambda note: (note.aspect, note.reference))
        ),
        widths=(0.14, 0.6, 0.26),
    )


def _shorten(paper: Paper, reference: str) -> str:
    """A reference without this report's own meeting, which the item's head gives in full."""
    meeting = _describe_own_meeting(paper)
    short = reference.replace(f"{meeting}, no. ", "no. ").replace(f"{meeting}; ", "") if meeting else reference
    return short[:1].upper() + short[1:] if short.startswith("no. ") else short


def _lay_out_gone(paper: Paper) -> Grid:
    return Grid(
        title=f"Items of {paper.earlier} that this report does not have",
        description="One row an item: its wording with its last status, and where it stands in the earlier report.",
        headings=("Deliverable", "Reference"),
        rows=tuple((note.text, note.reference) for note in paper.gone),
        widths=(0.64, 0.36),
    )


def _iter_item_blocks(paper: Paper, item: PaperItem) -> Iterator[Block]:
    yield Heading(2, f"{_to_number(item)}  {item.wording}", _to_anchor(item))
    updated = ", ".join(to_date_words(date) for date in item.dates)
    facts = (
        "delivery, self-rated",
        f"responsible: {item.responsible}" if item.responsible else "",
        f"updated {updated}" if updated else "no date of an update",
        item.deliverable,
    )
    status = Status(item.letter, item.status)
    yield Paragraph(f"{' · '.join(filter(None, facts))}\n{item.reference}", is_small=True, status=status)
    if item.notes:
        yield _lay_out_notes(paper, f"Item {_to_number(item)}: what changed, who helps, figures, gaps", item.notes)
    else:
        yield Paragraph("Nothing more was found in the papers read so far.")


def _lay_out_sources(paper: Paper) -> Grid:
    return Grid(
        title="The papers that the dataset was read from",
        description="One row a document: its name in the references, its title, its meeting, who may see it as it "
        "says itself, and the beginning of its file's SHA-256.",
        headings=("Document", "Title", "Meeting or period", "Marking", "SHA-256"),
        rows=tuple(
            (source.id, source.title, source.meeting, source.marking, source.sha256[:_SHOWN_SHA])
            for source in paper.sources
        ),
        widths=(0.17, 0.38, 0.21, 0.09, 0.15),
    )
