"""The sentence of a document that holds a name or a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pcgraph.documents.narrative import blank_contacts, clean_line

MAX_CHARACTERS = 400

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z‘'“\"(])")
_CELL = re.compile(r"c\d+$")


class Words:
    """The lines of the documents at hand, by place.

    Args:
        lines: Place and text of each line in order, by the document's id.
    """

    def __init__(self, lines: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        self._lines = lines
        self._index = {document: {place: i for i, (place, _) in enumerate(rows)} for document, rows in lines.items()}

    def find(self, document: str, line: str, surface: str) -> str:
        """The sentence at a place that holds the words looked for; "" where the document is not at hand.

        Args:
            document: Its id.
            line: A locator, such as `52`, `112-114` or `t2r14`.
            surface: The words; where they do not stand there as they are, the place's first words are given.
        """
        sentences = _SENTENCE_END.split(self._read(document, _CELL.sub("", line)))
        found = next((sentence for sentence in sentences if surface and surface in sentence), sentences[0])
        return _cut(found, surface)

    def _read(self, document: str, line: str) -> str:
        index = self._index.get(document, {})
        first, _, last = line.partition("-") if line not in index else (line, "", "")
        if first not in index:
            return ""
        span = self._lines[document][index[first] : index.get(last or first, index[first]) + 1]
        return blank_contacts(" ".join(filter(None, (clean_line(text) for _, text in span))))


def _cut(sentence: str, surface: str) -> str:
    """A sentence of bearable length that still holds the words."""
    if len(sentence) <= MAX_CHARACTERS:
        return sentence
    at = max(0, sentence.find(surface))
    first = max(0, min(at - MAX_CHARACTERS // 3, len(sentence) - MAX_CHARACTERS))
    part = sentence[first : first + MAX_CHARACTERS]
    return f"{'…' if first else ''}{part}{'…' if first + MAX_CHARACTERS < len(sentence) else ''}"
