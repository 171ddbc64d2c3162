"""Find the canned query that answers a question in plain words, with its parameters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from pcgraph.ask.cues import Cues, load_cues
from pcgraph.ask.fit import fill
from pcgraph.ask.question import Question, take_apart
from pcgraph.ask.records import Mention, Reading, Understanding, Value
from pcgraph.ask.refuse import find_refusal
from pcgraph.ask.register import Register
from pcgraph.ask.score import Ways, list_ways, score
from pcgraph.ask.subject import find_deliverables
from pcgraph.ask.words import MOST_LETTERS, MOST_WORDS, cut_words
from pcgraph.errors import CallError
from pcgraph.query.catalogue import Catalogue, load_catalogue
from pcgraph.store.base import Store

_LEAST = 0.45
"""The score below which a query is no answer."""

_SURE, _CLEAR = 0.75, 0.08
"""The score from which a reading is sure, and how far before the next it must be."""

_DELIVERABLE = frozenset({"Deliverable", "Action", "Outcome", "Measure", "Post", "Entity", "Code"})
"""What a question names beside a subject where the subject is not a deliverable's."""

_MOST_SHOWN = 60
_MOST_OTHERS = 2
_NOTHING = "Nothing in the papers read so far answers that"


def understand(
    store: Store, words: str, *, top: int = _MOST_OTHERS + 1, directory: Path | None = None
) -> Understanding:
    """The query and parameters that a question in plain words asks for.

    Finds them by rules and the store's names alone: no network, no model, the same answer every time.

    Args:
        store: Whose names the question may use.
        words: The question.
        top: How many readings to give at most, the best among them.
        directory: The folder of the queries; the shipped one when not given.

    Returns:
        The best reading and the next; no reading and a refusal where nothing answers the question.

    Raises:
        CallError: There are no words, or far too many.
    """
    return Finder(store, directory).understand(words, top=top)


def _check(words: str) -> str:
    """The question on one line.

    Raises:
        CallError: It is empty, too long or no text.
    """
    plain = unicodedata.normalize("NFKC", words)
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in plain).split())
    hint = 'Ask in your own words: pcgraph ask "which partners help with T3.8"'
    if not any(letter.isalnum() for letter in text):
        raise CallError("There is no question.", hint=hint)
    if len(text) > MOST_LETTERS:
        raise CallError(f"The question has {len(text):,} letters, more than {MOST_LETTERS}.", hint="Ask it shorter.")
    if len(cut_words(text)) > MOST_WORDS:
        raise CallError(f"The question has more than {MOST_WORDS} words.", hint="Ask it shorter.")
    return text


class Finder:
    """Understands questions of one store; keeps its names, for more than one question."""

    def __init__(self, store: Store, directory: Path | None = None) -> None:
        self._register = Register(store)
        self._cues: Cues = load_cues()
        self._catalogue: Catalogue = load_catalogue(directory)
        self._ways: Ways = list_ways(self._catalogue, self._cues)

    def understand(self, words: str, *, top: int = _MOST_OTHERS + 1) -> Understanding:
        """The readings of a question; see the function of the same name.

        Raises:
            CallError: There are no words, or far too many.
        """
        text = _check(words)
        question = take_apart(text, self._register, self._cues, self._ways.weights)
        refusal = find_refusal(question, self._register, self._cues)
        readings = [] if refusal else [reading for reading in self._rank(question) if reading.score >= _LEAST]
        if not readings or self._is_lost(question):
            return Understanding(text, None, (), False, question.notes, refusal or _refuse(question))
        best, *others = readings
        is_clear = not others or best.score - others[0].score >= _CLEAR
        is_sure = best.score >= _SURE and is_clear and not question.unknown
        return Understanding(text, best, tuple(others[: top - 1]), is_sure, _list_notes(question), "")

    def _is_lost(self, question: Question) -> bool:
        """Whether a question names nothing, and what it is about is in no paper."""
        asks = set(question.concepts) - self._cues.plain
        return bool(question.unknown) and not asks and not any(True for _ in _iter_values(question))

    def _rank(self, question: Question) -> list[Reading]:
        """Every query as a reading, the best first."""
        readings = [self._read(name, question) for name in self._catalogue.queries]
        readings += self._narrow_by_subject(question, readings)
        return sorted(readings, key=lambda reading: (-reading.score, reading.query.name, reading.command))

    def _read(self, name: str, question: Question) -> Reading:
        query = self._catalogue.queries[name]
        fit = fill(query, question, self._register, self._cues)
        match = score(query, question, fit, self._ways)
        return Reading(query, fit.params, match.score if not fit.missing else min(match.score, _LEAST - 0.1), match.why)

    def _narrow_by_subject(self, question: Question, readings: Sequence[Reading]) -> list[Reading]:
        """Readings that ask of the deliverables worded with what the question is about; never before a search."""
        if not question.subject:
            return []
        ceiling = max((item.score for item in readings if question.subject in item.params.values()), default=0) - 0.02
        if not set(question.concepts) - self._cues.plain or any(
            value.type in _DELIVERABLE for value in _iter_values(question)
        ):
            return []
        made = []
        for id_ in find_deliverables(question.subject, self._register):
            value = Value("Deliverable", "deliverable", id_, question.subject)
            mention = Mention(
                (0, 0), question.subject, (value,), False, f"“{question.subject}” is in the wording of {id_}"
            )
            about = question._replace(mentions=(*question.mentions, mention), subject="")
            found = [self._read(name, about) for name in self._catalogue.queries]
            best = max(found, key=lambda reading: (reading.score, reading.query.name))
            made += [best._replace(score=min(best.score, ceiling))] if "deliverable" in best.params else []
        return made


def _shorten(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1].rstrip()}…"


def _refuse(question: Question) -> str:
    """That nothing answers the question, one sentence."""
    about = f": “{_shorten(question.unknown)}” stands in none of them" if question.unknown else ""
    return f"{_NOTHING}{about}."


def _list_notes(question: Question) -> tuple[str, ...]:
    """What a reader must know of how the question was read."""
    unknown = question.unknown
    return (*question.notes, *([f"“{_shorten(unknown)}” stands in no paper read and is left out"] if unknown else []))


def _iter_values(question: Question) -> Iterator[Value]:
    """What the question names for certain."""
    return (value for mention in question.mentions if not mention.is_soft for value in mention.values)
