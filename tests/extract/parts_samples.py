"""Sentences with their names marked: `[Name|kind]`, or `[Name|kind|id]` where the id is not made from the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pcgraph.documents.narrative import Paragraph
from pcgraph.extract.mention import Mention, Part
from pcgraph.extract.parts import read_parts
from pcgraph.extract.texts import Text
from pcgraph.names import to_slug

_MARK = re.compile(r"\[([^|\]]+)\|([\w-]+)(?:\|([\w-]+))?\]")


def to_text(
    marked: str, subject: str = "t1-2031q1/1", *, is_narrative: bool = True, as_of: str = ""
) -> tuple[Text, list[Mention]]:
    """A text and the names in it."""
    words, spans, end = "", [], 0
    for match in _MARK.finditer(marked):
        words += marked[end : match.start()]
        spans.append((len(words), len(words) + len(match[1]), match[3] or to_slug(match[1]), match[2]))
        words += match[1]
        end = match.end()
    text = Text(subject, Paragraph(words + marked[end:], as_of, ((0, "7"),)), is_narrative)
    return text, [Mention(text, *span) for span in spans]


def read_texts(pairs: Sequence[tuple[Text, list[Mention]]]) -> list[Part]:
    """The parts of all names of several texts."""
    mentions = [mention for _, names in pairs for mention in names]
    found = list(read_parts([text for text, _ in pairs], mentions))
    assert [mention for mention, _ in found] == mentions
    return [part for _, part in found]


def read(*marked: str, is_narrative: bool = True) -> list[Part]:
    """The parts of the names of paragraphs of one update, or of official wordings."""
    return read_texts([to_text(paragraph, is_narrative=is_narrative) for paragraph in marked])


def read_roles(*marked: str) -> list[str]:
    """The roles alone."""
    return [part.role for part in read(*marked)]


def read_timings(*marked: str) -> list[str]:
    """The timings alone."""
    return [part.timing for part in read(*marked)]
