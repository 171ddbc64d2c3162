"""Words marked within a cell: «so» in plain text, and as each format shows them."""

from __future__ import annotations

import re

OPEN, CLOSE = "«", "»"

_MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}\n]*){CLOSE}")
_PATTERNS = {"md": r"**\1**", "html": r"<mark>\1</mark>"}
_BOLD = "\x1b[1m\\g<0>\x1b[22m"


def mark_words(text: str, start: int, end: int) -> str:
    """A text with a part of it marked.

    >>> mark_words("Harbour Trust will run it.", 0, 13)
    '«Harbour Trust» will run it.'
    """
    return f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"


def unmark(text: str) -> str:
    """A text in which nothing is marked: quotation marks of the same shape become single ones.

    >>> unmark("«so»")
    '‹so›'
    """
    return text.replace(OPEN, "‹").replace(CLOSE, "›")


def show_marks(content: str | bytes, format_name: str, *, color: bool) -> str | bytes:
    """What was rendered, with its marked words as the format shows them.

    Args:
        content: Records in a format; all text in them but the marked words went through `unmark`.
        format_name: The format.
        color: Whether a table goes to a terminal that wants colours: there the words are bold
            beside their marks, unless they go on over a line's end.

    Returns:
        Markdown and HTML with their own marks; other formats as they are.
    """
    if isinstance(content, bytes):
        return content
    pattern = _BOLD if format_name == "table" and color else _PATTERNS.get(format_name)
    return _MARKED.sub(pattern, content) if pattern else content
