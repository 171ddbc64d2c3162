"""How well a query answers a question: its ways of asking, and what the question fills and leaves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from pcgraph.ask.cues import SUBJECT, Cues
from pcgraph.ask.fit import Fit
from pcgraph.ask.question import Question
from pcgraph.query.catalogue import Catalogue
from pcgraph.query.files import QueryFile

_OF_QUESTION, _OF_PHRASE = 0.6, 0.4
"""What it counts that a way of asking has the question's words, and the question those of the way of asking."""

_FIRST, _OF_FIRST = 3, 0.1
"""How many of the ways most alike count, and how much beside the one most alike."""

_SAME_FIRST = 0.08
_ASKS_ONE = 0.05
_USED, _UNUSED = 0.12, -0.3
_OF_PARTNER, _SECOND = 0.03, -0.1
_MISSING = -0.6
_BARE = 0.15
_SUBJECT_IN, _SUBJECT_OUT = 0.1, -0.3
_SUBJECT_WEIGHT = 0.6
_SINGLE = re.compile(r"\ban?\s+(\w+)")
_GENERAL = frozenset({"Thing", "Text"})
_CODED = frozenset({"Theme", "Outcome", "Measure", "Deliverable", "Action"})
_NOUNS = frozenset(
    {"deliverable", "action", "outcome", "measure", "theme", "plan", "report", "update", "document"}
    | {"partner", "board", "programme", "system", "post", "code"}
)
"""What a question may ask for: of these the first it speaks of counts most."""

_ENTITIES = ("partner", "board", "programme", "system", "place", "force-unit", "document")
_NAMED = "="
"""Marks the kind of an entity that the question names, in place of the kind's own word."""


class Way(NamedTuple):
    """One way of asking a query.

    Attributes:
        text: Its words.
        concepts: Its concepts in order.
        single: Those of which it asks for one: `a partner`, not `partners`.
    """

    text: str
    concepts: tuple[str, ...]
    single: frozenset[str]


class Ways(NamedTuple):
    """Every way of asking every query, and how telling each concept is.

    Attributes:
        by_query: The ways of each query.
        weights: From near 0, for what many queries are asked with, to 1.
        telling: By query, the parameters with choices that only a cue of their own fills.
        bare: The query that a code alone asks for.
    """

    by_query: Mapping[str, tuple[Way, ...]]
    weights: Mapping[str, float]
    telling: Mapping[str, tuple[str, ...]]
    bare: str


class Match(NamedTuple):
    """How well a query fits, and why, one line each."""

    score: float
    why: tuple[str, ...]


def list_ways(catalogue: Catalogue, cues: Cues) -> Ways:
    """The titles, `asks` and cues of the catalogue's queries as concepts."""
    by_query = {name: tuple(_iter_ways(query, cues)) for name, query in catalogue.queries.items()}
    examples = _find_examples(catalogue, by_query)
    by_query = {name: tuple(_as_subject(way, examples) for way in ways) for name, ways in by_query.items()}
    held = [{concept for way in ways for concept in way.concepts} for ways in by_query.values()]
    counts = {concept: sum(concept in there for there in held) for concept in set().union(*held)}
    weights = {concept: log(1 + len(held) / count) / log(1 + len(held)) for concept, count in counts.items()}
    return Ways(by_query, {**weights, SUBJECT: _SUBJECT_WEIGHT}, cues.list_telling(), cues.bare)


def _iter_ways(query: QueryFile, cues: Cues) -> Iterable[Way]:
    for text in (query.title, *query.asks, *cues.asks.get(query.name, ())):
        singles = frozenset(concept for words in _SINGLE.findall(text) for concept in cues.to_concepts(words))
        yield Way(text, cues.to_concepts(text), singles)


def _takes_subject(query: QueryFile) -> bool:
    return any(parameter.type == "Text" and parameter.is_required for parameter in query.params)


def _find_examples(catalogue: Catalogue, by_query: Mapping[str, Sequence[Way]]) -> frozenset[str]:
    """Words that are examples of a subject: of queries that ask for one, and of one more at most."""
    words = {name: {word for way in ways for word in way.concepts if word[0] == "~"} for name, ways in by_query.items()}
    subjects = {name for name, query in catalogue.queries.items() if _takes_subject(query)}
    counts = Counter(word for name, held in words.items() if name not in subjects for word in held)
    return frozenset(word for name in subjects for word in words[name] if counts[word] <= 1)


def _as_subject(way: Way, examples: Collection[str]) -> Way:
    concepts = [SUBJECT if concept in examples else concept for concept in way.concepts]
    return way._replace(concepts=tuple(dict.fromkeys(concepts)))


def score(query: QueryFile, question: Question, fit: Fit, ways: Ways) -> Match:
    """How well the query answers the question."""
    asked = _to_asked(question, fit)
    named = {value.kind for mention, value in fit.used if not mention.is_soft}
    alike = sorted(
        ((_compare(asked, way, named, ways.weights), way.text) for way in ways.by_query[query.name]), reverse=True
    )
    likeness = (1 - _OF_FIRST) * alike[0][0] + _OF_FIRST * sum(points for points, _ in alike[:_FIRST]) / len(
        alike[:_FIRST]
    )
    parts = [(likeness, f"asked much like “{alike[0][1]}”"), *_weigh_fit(query, question, fit, ways)]
    return Match(sum(points for points, _ in parts), tuple(f"{points:+.2f} {why}" for points, why in parts))


def _to_asked(question: Question, fit: Fit) -> tuple[str, ...]:
    """The question's concepts, with the kinds of what it names."""
    used = {mention: value.kind for mention, value in fit.used}
    named = [mention for mention in question.mentions if mention.values and (mention in used or not mention.is_soft)]
    kinds = [used.get(mention) or mention.values[0].kind for mention in named]
    kinds = [f"{_NAMED}{kind}" if kind in _ENTITIES and kind not in question.concepts else kind for kind in kinds]
    subject = [SUBJECT] if question.subject else []
    return tuple(dict.fromkeys([*question.concepts, *kinds, *subject]))


def _compare(asked: Sequence[str], way: Way, named: Collection[str], weights: Mapping[str, float]) -> float:
    """How much of the words of each are in the other, telling words more."""
    asked = _fit_entities(asked, way)
    both = _sum(set(asked) & set(way.concepts), weights)
    if not both:
        return 0.0
    likeness = _OF_QUESTION * both / _sum(asked, weights) + _OF_PHRASE * both / _sum(way.concepts, weights)
    first, other = _get_noun(asked), _get_noun(way.concepts)
    likeness += _SAME_FIRST if first and first == other else 0
    asks_one = bool(way.single.intersection(named))
    return likeness + (_ASKS_ONE if asks_one else -_ASKS_ONE if way.single and not named else 0)


def _fit_entities(asked: Sequence[str], way: Way) -> tuple[str, ...]:
    """What is asked, with a board or a programme that is named taken for the partner that the way speaks of."""
    spoken = [concept for concept in way.concepts if concept in _ENTITIES and concept not in asked]
    for concept in asked:
        if spoken and concept.startswith(_NAMED) and concept[1:] not in way.concepts:
            return tuple(spoken[0] if other == concept else other.removeprefix(_NAMED) for other in asked)
    return tuple(dict.fromkeys(concept.removeprefix(_NAMED) for concept in asked))


def _sum(concepts: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(concept, 1.0) for concept in concepts)


def _get_noun(concepts: Sequence[str]) -> str:
    """The first thing that is spoken of."""
    return next((concept for concept in concepts if concept in _NOUNS), "")


def _is_bare(question: Question) -> bool:
    """Whether a question is a code and no more."""
    values = [value for mention in question.mentions for value in mention.values]
    return not question.concepts and not question.subject and bool(values) and values[0].type in _CODED


def _weigh_fit(query: QueryFile, question: Question, fit: Fit, ways: Ways) -> Iterable[tuple[float, str]]:
    """What counts for and against the query by what it takes and leaves."""
    types = {parameter.name: parameter.type for parameter in query.params}
    for mention, value in fit.used:
        general = all(types[name] in _GENERAL for name, given in fit.params.items() if given.endswith(value.value))
        points = _USED / 2 if general or mention.is_soft else _USED
        is_only_named = not question.concepts and value.type == "Entity"
        points += _OF_PARTNER if is_only_named and "Partner" in types.values() else 0
        yield points, f"takes {mention.words} as {value.type.lower()}"
    taken = {value.type for _, value in fit.used}
    for mention in fit.unused:
        is_second = any(value.type in taken for value in mention.values)
        yield (_SECOND if is_second else _UNUSED), f"cannot take {mention.words}"
    for name in fit.missing:
        yield _MISSING, f"needs {name.replace('_', ' ')}"
    for name, type_ in types.items():
        if type_ == "Text" and name in fit.params and name in ways.telling.get(query.name, ()):
            yield _USED, f"asks for {name.replace('_', ' ')} {fit.params[name]}"
    if query.name == ways.bare and _is_bare(question):
        yield _BARE, "nothing is asked but what it is"
    if question.subject:
        yield (
            (_SUBJECT_IN, f"takes “{question.subject}”")
            if fit.takes_subject
            else (_SUBJECT_OUT, f"leaves “{question.subject}”")
        )
