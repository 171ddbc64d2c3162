"""Values as text that is safe to show: no control characters, no half characters."""

from __future__ import annotations

import re

from pcgraph.render.records import Value

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def to_clean_text(text: str) -> str:
    r"""Text without what no page, workbook or terminal should get.

    Control characters go (an escape sequence would steer a terminal; Excel and HTML refuse
    them), line ends become `\n`, halves of a surrogate pair become U+FFFD.

    >>> to_clean_text("a\x1b[31mb\r\nc")
    'a[31mb\nc'
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNSAFE.sub(_replace_unsafe, text.replace("\r\n", "\n").replace("\r", "\n"))


def _replace_unsafe(match: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= match[0] <= "\udfff" else ""


def to_shown_text(value: Value) -> str:
    """A value as people read it.

    >>> [to_shown_text(value) for value in (None, True, 2, 0.5, "x")]
    ['', 'yes', '2', '0.5', 'x']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return to_clean_text(value) if isinstance(value, str) else repr(value)
