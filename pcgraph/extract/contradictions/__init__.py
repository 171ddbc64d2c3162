"""What a report says against itself: every finding with both values and the sum.

table_changes      differences and percentages of change in figure tables
table_totals       totals and shares in figure tables
table_prose        sentences that repeat a table otherwise
prose_percentages  percentages and shares in sentences
prose_shares       shares in other words, over two sentences, over a hundred per cent
prose_totals       totals and products in sentences
prose_sums         totals that sentences bring about, differences
products           so many of so much each
enumerations       lists against the number that opens them
whole_update       figures of one update against its other paragraphs and tables
repeats            the same words with other numbers
statements         the same fact in other words with other numbers
beginnings         when a named thing began
dates              dates that cannot be
yearless_dates     days without their year
date_spans         times that end before they begin
ordering, tenses   what the rules on dates share
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from pcgraph.documents import Document
from pcgraph.extract.claims import Claims
from pcgraph.extract.contradictions.beginnings import iter_beginning_findings
from pcgraph.extract.contradictions.date_spans import iter_span_findings
from pcgraph.extract.contradictions.dates import iter_date_findings, to_frame
from pcgraph.extract.contradictions.enumerations import iter_list_findings, iter_named_findings
from pcgraph.extract.contradictions.finding import Finding, merge_findings
from pcgraph.extract.contradictions.products import iter_product_findings
from pcgraph.extract.contradictions.prose_percentages import iter_percentage_findings
from pcgraph.extract.contradictions.prose_shares import iter_paragraph_share_findings, iter_share_findings
from pcgraph.extract.contradictions.prose_sums import iter_added_findings, iter_sum_findings
from pcgraph.extract.contradictions.prose_totals import iter_remaining_findings, iter_total_findings
from pcgraph.extract.contradictions.repeats import iter_repeat_findings
from pcgraph.extract.contradictions.sentence import Marked, iter_marked, mark_text
from pcgraph.extract.contradictions.statements import iter_statement_findings
from pcgraph.extract.contradictions.table_changes import iter_change_findings
from pcgraph.extract.contradictions.table_prose import iter_table_prose_findings
from pcgraph.extract.contradictions.table_totals import iter_share_findings as iter_table_share_findings
from pcgraph.extract.contradictions.table_totals import iter_total_findings as iter_table_total_findings
from pcgraph.extract.contradictions.whole_update import iter_update_findings
from pcgraph.extract.contradictions.yearless_dates import iter_yearless_findings
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.tables import FigureTable, read_figure_tables
from pcgraph.extract.texts import Text

Paragraphs = list[tuple[Marked, list[Marked]]]
"""Paragraphs with their figures as marks, each with its sentences."""

_Rule = Callable[[Marked], Iterator[Finding]]

_RULES_OF_SENTENCES: tuple[_Rule, ...] = (
    iter_percentage_findings,
    iter_share_findings,
    iter_total_findings,
    iter_sum_findings,
    iter_named_findings,
)
_RULES_OF_PARAGRAPHS: tuple[_Rule, ...] = (
    iter_remaining_findings,
    iter_paragraph_share_findings,
    iter_added_findings,
    iter_product_findings,
)


def note_contradictions(claims: Claims, document: Document, texts: Sequence[Text], figures: Sequence[Figure]) -> None:
    """Add an anomaly for everything in a report that contradicts itself.

    Args:
        claims: What the document gave so far; anomalies are added.
        document: The document.
        texts: Every text of it.
        figures: Every figure of them.
    """
    updates = claims.tables.get("updates", [])
    narratives = [text for text in texts if text.is_narrative]
    if not updates:
        return
    frame = to_frame(claims.tables["documents"][0])._replace(report=document.id)
    findings = [*_find_in_figures(narratives, figures), *iter_date_findings(frame, updates, narratives)]
    for text in narratives:
        findings += [*iter_span_findings(text), *iter_yearless_findings(text)]
    for finding in merge_findings(findings):
        claims.note(finding.code, finding.line, finding.subject, finding.message, severity=finding.severity)


def _find_in_figures(texts: Sequence[Text], figures: Sequence[Figure]) -> Iterator[Finding]:
    tables = read_figure_tables(texts)
    for table in tables:
        yield from iter_change_findings(table)
        yield from iter_table_total_findings(table)
        yield from iter_table_share_findings(table)
    paragraphs = _mark(texts, figures, tables)
    sentences = [sentence for _, inside in paragraphs for sentence in inside]
    yield from _find_in_prose([paragraph for paragraph, _ in paragraphs], sentences)
    yield from iter_repeat_findings(sentences)
    yield from iter_statement_findings(sentences)
    yield from iter_beginning_findings(texts)
    yield from _find_in_updates(paragraphs, tables)


def _find_in_prose(paragraphs: Sequence[Marked], sentences: Sequence[Marked]) -> Iterator[Finding]:
    for sentence in sentences:
        for rule in _RULES_OF_SENTENCES:
            yield from rule(sentence)
    for paragraph in paragraphs:
        for rule in _RULES_OF_PARAGRAPHS:
            yield from rule(paragraph)


def _find_in_updates(paragraphs: Paragraphs, tables: Sequence[FigureTable]) -> Iterator[Finding]:
    by_update: dict[str, Paragraphs] = defaultdict(list)
    own: dict[str, list[FigureTable]] = defaultdict(list)
    for entry in paragraphs:
        by_update[entry[0].text.subject].append(entry)
    for table in tables:
        own[table.rows[0].text.subject].append(table)
    for update, inside in by_update.items():
        yield from iter_update_findings(inside, own[update])
        yield from iter_list_findings([paragraph for paragraph, _ in inside])
        yield from iter_table_prose_findings([sentence for _, found in inside for sentence in found], own[update])


def _mark(texts: Sequence[Text], figures: Sequence[Figure], tables: Sequence[FigureTable]) -> Paragraphs:
    """Every paragraph of prose with its figures as marks."""
    by_text: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_text[id(figure.text)].append(figure)
    in_tables = {id(row.text) for table in tables for row in table.all_rows}
    prose = [text for text in texts if id(text) not in in_tables]
    return [(mark_text(text, by_text[id(text)]), list(iter_marked(text, by_text[id(text)]))) for text in prose]


__all__ = ["note_contradictions"]
