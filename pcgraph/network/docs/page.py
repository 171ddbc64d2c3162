"""The page of findings as a whole: what it was made from, and its sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pcgraph.dates import to_date_words
from pcgraph.model import TABLES, Row
from pcgraph.network.docs.connected import write_connected, write_only_links
from pcgraph.network.docs.groups import write_groups
from pcgraph.network.docs.marks import to_text
from pcgraph.network.docs.material import Material, read_material
from pcgraph.network.docs.resting import write_alone, write_reliance
from pcgraph.network.docs.trust import write_trust
from pcgraph.network.sentences import describe_papers, describe_review
from pcgraph.tables import Dataset

_HEADING = "## Who works with whom: what the tables show"
_MADE = "Made by `python -m pcgraph.network.docs` from the tables: change them, not this section."
_WHAT = (
    "Two partners, organisations or partnerships, are connected where the papers name both as helping deliver one "
    "deliverable. A place such as 52c3 is line 52, third cell."
)
_NOTHING = "The papers read so far name no partner as helping deliver a deliverable; no mention is not no work."


def to_findings_page(dataset: Dataset) -> str:
    """The findings of a dataset's network of partners as Markdown, about two screens long.

    Args:
        dataset: The tables; no graph need be built of them.
    """
    material = read_material(dataset)
    blocks = [_HEADING, f"{_MADE} {to_text(describe_day(dataset.tables))}".rstrip()]
    if material.parts.parts:
        blocks += [to_text(_describe_papers(material)), *_iter_sections(material)]
    else:
        blocks.append(_NOTHING)
    return "\n".join(f"{block}\n" for block in blocks)


def _iter_sections(material: Material) -> Iterator[str]:
    for write in (write_connected, write_only_links, write_alone, write_reliance, write_groups, write_trust):
        yield "\n".join(write(material))


def _describe_papers(material: Material) -> str:
    return f"{_WHAT} {describe_papers(material.parts)} {describe_review(material.parts)}"


def describe_day(tables: Mapping[str, Sequence[Row]]) -> str:
    """How new the tables are, by what stands in them; "" where no row has a date.

    Args:
        tables: Rows by table name.

    >>> describe_day({"lineage": [{"date": "2026-11-22"}], "documents": [{"meeting_date": "2020-11"}]})
    'As the tables stood: judgements of 22 November 2026, meetings to November 2020.'
    """
    judged = {table.name for table in TABLES if {"by", "date"} <= set(table.names)}
    days = [row["date"] for name in sorted(judged) for row in tables.get(name, ())]
    meetings = [row["meeting_date"] for row in tables.get("documents", ())]
    newest = {"judgements of": max(days, default=""), "meetings to": max(meetings, default="")}
    told = ", ".join(f"{words} {to_date_words(day)}" for words, day in newest.items() if day)
    return f"As the tables stood: {told}." if told else ""
