"""The words of a query and where they stand: to say where it goes wrong, never to decide what may run."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<skip> \s+ | \#[^\r\n]* )
  | (?P<iri> < (?: [^<>"{}|^`\\\x00-\x20] | \\[uU][0-9A-Fa-f]+ )* > )
  | (?P<text> \"{3} (?:[^"\\] | \\. | "(?!""))* \"{3} | '{3} (?:[^'\\] | \\. | '(?!''))* '{3}
            | "(?!"") (?:[^"\\\r\n] | \\.)* " | '(?!'') (?:[^'\\\r\n] | \\.)* ' )
  | (?P<open> \"{3} | '{3} | " | ' )
  | (?P<number> \d+ (?: \.\d+ )? )
  | (?P<name> (?: \w [\w.-]* (?<!\.) )? : (?: [\w:.-] | % | \\. )* (?<!\.) )
  | (?P<word> [?$]? \w+ | @[\w-]+ )
  | (?P<sign> \^\^ | && | \|\| | [!<>]= | . )
    """,
    re.VERBOSE | re.DOTALL,
)
"""Source: SPARQL 1.1 Query Language, section 19.8, but for what only the engine's parser can tell."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_PAIRS = {"}": "{", ")": "(", "]": "["}


class Token(NamedTuple):
    """A word, name, text or sign of a query.

    Attributes:
        kind: iri, text, open (a text's beginning without an end), number, name (with a prefix), word or sign.
        text: As it stands.
        start: Its first character, counted from 0.
    """

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The character behind it."""
        return self.start + len(self.text)


def list_tokens(query: str) -> list[Token]:
    """The tokens of a query, without spaces and comments.

    >>> [token.text for token in list_tokens("ASK { ?s a pcg:Plan . } # all")]
    ['ASK', '{', '?s', 'a', 'pcg:Plan', '.', '}']
    """
    found = (Token(match.lastgroup or "", match[0], match.start()) for match in _TOKEN.finditer(query))
    return [token for token in found if token.kind != "skip"]


def find_place(query: str, start: int) -> tuple[int, int]:
    r"""The line and column of a character, both counted from 1, as an editor shows them.

    >>> find_place("ASK {\r\n ?s }", 8)
    (2, 2)
    """
    ends = [match.end() for match in _LINE_END.finditer(query, 0, start)]
    return len(ends) + 1, start - (ends[-1] if ends else 0) + 1


def find_unclosed(tokens: list[Token]) -> Token | None:
    """The last bracket or text that is opened and never closed, or None."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind == "open":
            return token
        if token.text in _PAIRS.values():
            opened.append(token)
        elif token.text in _PAIRS and opened and opened[-1].text == _PAIRS[token.text]:
            opened.pop()
    return opened[-1] if opened else None
