"""Where a query goes wrong: the first word with which it can no longer become SPARQL."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from pcgraph.sparql.tokens import Token, list_tokens
from pcgraph.store.guard import find_syntax_error

_WIDTH = 60
_PADDING = "\n" + " " * _WIDTH
"""More than the longest keyword, which the engine's parser may look for behind an error."""


class Fault(NamedTuple):
    """Where and why a query is no SPARQL.

    Attributes:
        token: The first word that cannot stand where it stands; None where the query's end comes too
            early, or the whole is at odds with itself.
        before: The tokens before it.
        reason: What the engine's parser says.
    """

    token: Token | None
    before: list[Token]
    reason: str


def find_fault(query: str, *, prefixes: Mapping[str, str], base: str) -> Fault | None:
    """Where a query goes wrong, or None where it is sound.

    The engine's parser names the end of the longest thing that it looked for, which may lie behind
    the error. So it is asked of beginnings of the query, each with spaces behind it: as long as a
    beginning can become SPARQL, the parser reads all of it, spaces too, and stops at the end.

    Args:
        query: SPARQL, free of the keyword SERVICE.
        prefixes: Those known without a PREFIX line.
        base: What relative IRIs are resolved against.
    """
    reason = find_syntax_error(query, prefixes=prefixes, base=base)
    if reason is None:
        return None
    tokens = list_tokens(query)

    def find_reason(count: int) -> str | None:
        """Why the first tokens cannot begin a query, or None."""
        beginning = (query[: tokens[count - 1].end] if count else "") + _PADDING
        found = find_syntax_error(beginning, prefixes=prefixes, base=base)
        return None if found is None or _is_at_end(found, beginning) else found

    if find_reason(len(tokens)) is None:
        return Fault(None, tokens, reason)
    sound, wrong = 0, len(tokens)
    while wrong - sound > 1:
        middle = (sound + wrong) // 2
        sound, wrong = (middle, wrong) if find_reason(middle) is None else (sound, middle)
    return Fault(tokens[wrong - 1], tokens[: wrong - 1], find_reason(wrong) or reason)


def _is_at_end(reason: str, beginning: str) -> bool:
    """Whether the parser found nothing wrong before the end."""
    match = re.match(r"error at (\d+):(\d+)", reason)
    return match is None or (int(match[1]), int(match[2])) == (beginning.count("\n") + 1, _WIDTH + 1)
