"""What was found in a question, and how it was understood."""

from __future__ import annotations

from typing import NamedTuple

from pcgraph.query.files import QueryFile

Span = tuple[int, int]
"""The first word, and the one behind the last."""


class Value(NamedTuple):
    """One thing that some words may mean.

    Attributes:
        type: A parameter type such as Deliverable; Entity for what documents name.
        kind: What the thing is in a question's words: deliverable, partner, board, programme, amber.
        value: What a query's parameter takes: a code, an id, a day.
        label: What a person calls it.
    """

    type: str
    kind: str
    value: str
    label: str


class Mention(NamedTuple):
    """Words of a question that name something.

    Attributes:
        span: Where they stand.
        words: As they were written.
        values: What they may mean; more than one where, for example, a code is an acronym too.
        is_soft: Whether they may as well be plain words: nothing is lost where no parameter takes them.
        why: How they were recognised, a few words.
    """

    span: Span
    words: str
    values: tuple[Value, ...]
    is_soft: bool
    why: str


class Reading(NamedTuple):
    """One way to understand a question.

    Attributes:
        query: The canned query that answers it.
        params: Its parameters' values, by name.
        score: How well it fits, 0 to about 1.5; compares only within one question.
        why: What counted for and against it, one line each.
    """

    query: QueryFile
    params: dict[str, str]
    score: float
    why: tuple[str, ...]

    @property
    def command(self) -> str:
        """The call that asks the same."""
        options = [f"--{name.replace('_', '-')} {quote_value(value)}" for name, value in self.params.items()]
        return " ".join(["pcgraph query", self.query.name, *options])

    @property
    def sentence(self) -> str:
        """The query's question and what it is asked of, and the command: one line."""
        asked = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in self.params.items())
        return f"{self.query.title}{f' ({asked})' if asked else ''} — {self.command}"


def quote_value(value: str) -> str:
    """A value as the shells of Windows and of others read it.

    >>> quote_value("T3.11"), quote_value("knife crime")
    ('T3.11', '"knife crime"')
    """
    plain = value and all(letter.isalnum() or letter in "-_./" for letter in value)
    return value if plain else '"{}"'.format(value.replace('"', "'"))


class Understanding(NamedTuple):
    """How a question was understood.

    Attributes:
        words: The question, on one line.
        best: The way that fits best, or None where none does.
        others: The next best, the best first.
        is_sure: Whether the best fits well and clearly better than the next.
        notes: What a reader must know, such as a misspelling that was corrected.
        refusal: Why nothing answers it, one sentence; empty where something does.
    """

    words: str
    best: Reading | None
    others: tuple[Reading, ...]
    is_sure: bool
    notes: tuple[str, ...]
    refusal: str

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All ways to understand it, the best first."""
        return (*((self.best,) if self.best else ()), *self.others)
