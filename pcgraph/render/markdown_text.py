"""The format `md`: a table as GitHub and most editors show it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pcgraph.render.records import Records, find_number_columns
from pcgraph.render.text import to_clean_text, to_shown_text

_MARKS = re.compile(r"([\\`*_\[\]|~#])")


def render(records: Records) -> str:
    """Records as a Markdown table under their title.

    Source: GitHub Flavored Markdown, sections 4.10 (tables) and 6.1 (backslash escapes).
    """
    rules = ["---:" if number else "---" for number in find_number_columns(records)]
    lines = [_to_line([to_markdown(heading) for heading in records.headings]), _to_line(rules)]
    lines += [_to_line([to_markdown(to_shown_text(value)) for value in row]) for row in records.rows]
    blocks = [f"# {to_markdown(records.title)}"] if records.title else []
    blocks.append("\n".join(lines))
    blocks += [to_markdown(records.note)] if records.note else []
    return "\n\n".join(blocks) + "\n"


def _to_line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def to_markdown(text: str) -> str:
    r"""Text with all that Markdown and HTML would act on escaped, on one line.

    >>> to_markdown("a|b <i>\nc")
    'a\\|b &lt;i&gt;<br>c'
    """
    plain = to_clean_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKS.sub(r"\\\1", plain).replace("\n", "<br>")
