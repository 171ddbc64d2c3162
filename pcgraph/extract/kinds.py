"""Recognise a document's kind by the layout that its kind always has."""

from __future__ import annotations

import re

from pcgraph.documents import Document
from pcgraph.errors import DocumentError
from pcgraph.extract.tracker import has_headings

SIGNS = {
    "strategic-framework": (
        r"strategic framework",
        r"\bT?\d+\s?[A-Z]\.?\s+(?:strategic )?outcomes?\b",
        r"\bT?\d+\s?[A-Z]\.?\s+(?:performance )?measures?\b",
        r"^[^\t]*\bdeliverables\b[^\t]*$",
    ),
    "force-framework": (
        r"(?:force|delivery) (?:delivery )?framework",
        r"\blead officer\b[^\n]*\t[^\n]*\bsource\b",
        r"\bforce action\b",
        r"^T?\d+\.\d+\.\d+\.?\t",
    ),
    "monitoring-report": (
        r"\bstatus key\b",
        r"\brag\b[^\t]*$",
        r"\d+\s?/\s?\d+\s?\(\d+(?:\.\d+)?\s?%\)",
        r"^\W*no\.?\t\s*organisa",
    ),
    "tracker": (
        r"^[^\t]*\b(?:tracker|action (?:log|list|plan))\b",
        r"\t\s*(?:timescales?|time ?frame|due(?: date| by)?|target date|deadline|completion date|by when)\s*(?:\t|$)",
        r"\t\s*(?:progress|commentary|narrative|(?:latest |progress |q[1-4] )?updates?)\b[^\t]{0,40}(?:\t|$)",
        r"\b(?:owner|sponsor|lead|responsible)\b[^\n]*\t\s*(?:b?rag|r/a/g|(?:current )?status)\b",
    ),
}
"""Signs of each kind of document, as regular expressions (ignoring case) for a line."""

_ENOUGH = 2
_HEAD = 500
"""Headings are short: further on in a line no sign is looked for."""


def find_kind(document: Document) -> str:
    """The kind of a document: the one with most of its signs; a tracker may have none but its headings.

    Raises:
        DocumentError: No kind has two of its signs, or two kinds have equally many.
    """
    lines = [line.text[:_HEAD] for line in document.lines if not line.is_blank]
    found = {kind: _count_signs(lines, signs) for kind, signs in SIGNS.items()}
    best, second = sorted(found.values(), reverse=True)[:2]
    if best < _ENOUGH and has_headings(document):
        return "tracker"
    if best < _ENOUGH or best == second:
        raise DocumentError(
            f"{document.filename} is of no kind known here: neither a strategic framework, a force framework,"
            " a monitoring report nor a tracker.",
            hint=f"Say which it is with --kind ({', '.join(SIGNS)}).",
        )
    return next(kind for kind, count in found.items() if count == best)


def _count_signs(lines: list[str], signs: tuple[str, ...]) -> int:
    """How many of the signs stand somewhere; line by line, so that the time is linear in the text."""
    patterns = [re.compile(sign, re.IGNORECASE) for sign in signs]
    return sum(any(pattern.search(line) for line in lines) for pattern in patterns)
