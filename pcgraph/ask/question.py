"""Take a question apart: its words, the names in it, the cues, and what is left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from pcgraph.ask.codes import find_codes, find_days, find_reports, find_statuses, find_sums, find_years
from pcgraph.ask.cues import Cues
from pcgraph.ask.naming import find_names, find_parts
from pcgraph.ask.records import Mention
from pcgraph.ask.register import Register
from pcgraph.ask.spelling import Speller
from pcgraph.ask.subject import find_subject
from pcgraph.ask.words import Word, cut_words, join_words


class Question(NamedTuple):
    """A question taken apart.

    Attributes:
        words: Its words, misspellings corrected.
        mentions: What it names, in order.
        concepts: Its cues in the form that stands for all alike, in order; no mention is among them.
        subject: What it is about where that is no name, as the papers print it; may be empty.
        unknown: What it would be about, if the papers printed it; may be empty.
        notes: What was corrected.
    """

    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    concepts: tuple[str, ...]
    subject: str
    unknown: str
    notes: tuple[str, ...]

    def holds(self, *kinds: str) -> bool:
        """Whether one of these is a cue of the question or the kind of what it names."""
        named = {value.kind for mention in self.mentions for value in mention.values}
        return any(kind in self.concepts or kind in named for kind in kinds)


def take_apart(text: str, register: Register, cues: Cues, known: Collection[str]) -> Question:
    """The question's parts.

    Args:
        text: As it was asked.
        register: The store's names.
        cues: The table of cues.
        known: The concepts that occur in a way of asking; other words are what the question is about.
    """
    words, notes = Speller(register, cues).correct(cut_words(text))
    mentions = _find_mentions(words, register, cues)
    hard = {place for mention in mentions if not mention.is_soft for place in range(*mention.span)}
    forms = ["" if place in hard else word.form for place, word in enumerate(words)]
    found = list(cues.iter_concepts(forms))
    soft = {place for mention in mentions for place in range(*mention.span)}
    left = {
        place
        for concept, start, end in found
        if concept not in known
        for place in range(start, end)
        if place not in soft
    }
    subject, span = find_subject(words, left, register)
    inside = range(*span)
    concepts = tuple(dict.fromkeys(concept for concept, start, _ in found if concept in known and start not in inside))
    forms = [word.form for word in cut_words(subject)]
    held, unknown = (subject, "") if forms and register.count_printed(forms) else ("", subject)
    out = [words[place] for place in sorted(left - set(inside))] if held else []
    notes += [f"“{join_words(out)}” is left out"] if out else []
    return Question(tuple(words), tuple(mentions), concepts, held, unknown, tuple(notes))


def _find_mentions(words: Sequence[Word], register: Register, cues: Cues) -> list[Mention]:
    """Everything that the question names; where two overlap, the first found counts."""
    found: list[Mention] = []
    taken: set[int] = set()
    _take(found, taken, find_days(words))
    _take(found, taken, find_codes(words, register))
    themes = [value.value for mention in found for value in mention.values if value.type == "Theme"]
    _take(found, taken, find_reports(words, register, themes))
    has_report = any(value.type == "Report" for mention in found for value in mention.values)
    _take(found, taken, (year._replace(is_soft=has_report) for year in find_years(words, register)), is_over=True)
    _take(found, taken, find_sums(words))
    _take(found, taken, find_names(words, register, cues))
    _take(found, taken, find_statuses(words))
    _take(found, taken, find_parts(words, set(taken), register, cues))
    return sorted(found, key=lambda mention: (mention.span, mention.words))


def _take(found: list[Mention], taken: set[int], more: Iterable[Mention], *, is_over: bool = False) -> None:
    """Add what does not overlap; what replaces a plain year goes over it."""
    for mention in more:
        places = set(range(*mention.span))
        if is_over:
            found[:] = [known for known in found if known.span != mention.span]
            taken |= places
            found.append(mention)
        elif taken.isdisjoint(places):
            taken |= places
            found.append(mention)
