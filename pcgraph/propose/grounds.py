"""What speaks for an outcome, and how it is said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pcgraph.propose.learned import Lesson
from pcgraph.propose.outcomes import Shared, to_code
from pcgraph.propose.topics import Topic

_SHOWN = 3
"""More words than these are not named."""

_LESS = 0.35
"""A word that counts less than this share of the best one is not named."""

_SHOWN_LESSONS = 2
_WORTH_SAYING = 0.25
"""A judged deliverable less alike is counted, but not worth a word."""

_MUCH = 0.5


class Grounds(NamedTuple):
    """What speaks for one outcome.

    Attributes:
        outcome: Its id.
        score: How much, 0 to 1.
        shared: What the deliverable shares with it.
        is_of_theme: Whether both are of one theme.
        lessons: What was judged of similar deliverables, the strongest first.
    """

    outcome: str
    score: float
    shared: Shared
    is_of_theme: bool
    lessons: Sequence[Lesson]


def explain(topic: Topic, grounds: Grounds, names: Mapping[str, str]) -> str:
    """What speaks for an outcome, in one sentence.

    Args:
        topic: What the deliverable is about.
        grounds: What speaks for the outcome.
        names: The names of the entities by id.
    """
    parts = [
        *_iter_words_shared(topic, grounds),
        *_iter_names(grounds, names),
        *(_say(lesson) for lesson in grounds.lessons[:_SHOWN_LESSONS] if lesson.alike >= _WORTH_SAYING),
    ]
    if not parts:
        return "Nothing but the theme speaks for it." if grounds.is_of_theme else "Little speaks for it."
    return to_sentence("; ".join([*parts, *(["same theme"] if grounds.is_of_theme else [])]))


def _iter_words_shared(topic: Topic, grounds: Grounds) -> Iterator[str]:
    """The words in common and where they stand."""
    stems = {stem: weight for stem, weight in grounds.shared.stems.items() if stem in topic.words}
    best = max(stems.values(), default=0.0)
    named = {stem for stem, weight in stems.items() if weight >= _LESS * best}
    phrases = topic.find_phrases(named)[:_SHOWN]
    if phrases:
        said = {stem for stem, word in topic.printed if any(word in phrase for phrase in phrases)} & named
        in_title, in_measures = bool(said & set(grounds.shared.title)), bool(said - set(grounds.shared.title))
        places = [name for name, has in (("title", in_title), ("measures", in_measures)) if has]
        quoted = join_words([f"“{phrase}”" for phrase in phrases])
        yield f"shares {quoted} with the {join_words(places)} of {to_code(grounds.outcome)}"
    elif grounds.shared.stems:
        yield f"its actions or updates share words with {to_code(grounds.outcome)}"


def _iter_names(grounds: Grounds, names: Mapping[str, str]) -> Iterator[str]:
    both = [names[entity] for entity in grounds.shared.entities[:2]]
    if both:
        yield f"{join_words(both)} {'is' if len(both) == 1 else 'are'} named in both"


def _say(lesson: Lesson) -> str:
    kind = "a version of it" if lesson.is_version else "much alike" if lesson.alike >= _MUCH else "somewhat alike"
    return f"{lesson.deliverable}, {kind}, was judged to contribute to it"


def join_words(words: Sequence[str]) -> str:
    """Words as a list in a sentence.

    >>> join_words(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def to_sentence(text: str) -> str:
    """A text with a capital at its beginning and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."
