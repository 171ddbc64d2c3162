"""What a document names: passages, entities with their parts, figures, and what contradicts itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pcgraph.documents import Document
from pcgraph.extract.claims import Claims
from pcgraph.extract.contradictions import note_contradictions
from pcgraph.extract.figures import add_figures, find_figures
from pcgraph.extract.mention import Mention, Part
from pcgraph.extract.names import find_mentions
from pcgraph.extract.parts import pick_clearest, read_parts
from pcgraph.extract.texts import Text, add_passages, iter_texts
from pcgraph.model import Row

OWN = "organisation"
"""The kind of the force and the Commissioner's office, which have a part in everything."""


def add_named(claims: Claims, document: Document, register: Sequence[Row]) -> None:
    """Add the rows of everything that a document's narratives and wordings name.

    Args:
        claims: What the document's own tables gave.
        document: The document's lines.
        register: The dataset's entities that a person has seen.
    """
    texts = tuple(iter_texts(claims, document))
    add_passages(claims, document)
    _add_involvements(claims, texts, document, register)
    figures = find_figures(texts)
    add_figures(claims, figures)
    note_contradictions(claims, document, texts, figures)


def _add_involvements(claims: Claims, texts: Sequence[Text], document: Document, register: Sequence[Row]) -> None:
    found = find_mentions(texts, register=register, document=document)
    for proposal in found.proposals:
        claims.add("entities", **proposal)
    grouped: dict[tuple[str, str, str, str], list[tuple[Mention, Part]]] = defaultdict(list)
    for mention, read in read_all_parts(texts, found.mentions):
        part = Part(mention.text.role, "current", "", "partners-column") if mention.text.role else read
        if mention.kind != OWN or part.role == "funds":
            grouped[mention.text.subject, mention.entity, mention.line, mention.surface].append((mention, part))
    for pairs in grouped.values():
        _add_involvement(claims, pairs[0][0], pick_clearest([part for _, part in pairs]))


def read_all_parts(texts: Sequence[Text], mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Part]]:
    """The part of every name; of one within another the sentence says nothing, of two that share words the same."""
    within: dict[int, list[Mention]] = defaultdict(list)
    outer: list[Mention] = []
    for mention in mentions:
        if outer and outer[-1].text is mention.text and mention.start < outer[-1].end:
            within[id(outer[-1])].append(mention)
        else:
            outer.append(mention)
    for mention, part in read_parts(texts, outer):
        yield mention, part
        for inner in within[id(mention)]:
            shared = (inner.start, inner.end) == (mention.start, mention.end)
            yield inner, part if shared else Part("mentioned", "current", "", "owner-in-name")


def _add_involvement(claims: Claims, mention: Mention, part: Part) -> None:
    claims.add(
        "involvements",
        subject=mention.text.subject,
        entity=mention.entity,
        role=part.role,
        timing=part.timing,
        of=part.of,
        surface=mention.surface,
        line=mention.line,
        as_of=mention.text.paragraph.as_of,
        rule=part.rule,
        status="proposed",
        by="rule",
    )
