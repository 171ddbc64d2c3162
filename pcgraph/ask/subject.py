"""What a question is about where that is no name: its words that are no cue."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pcgraph.ask.records import Span
from pcgraph.ask.register import Register
from pcgraph.ask.words import Word, join_words, to_singular

_MOST_DELIVERABLES = 3
_SHORTEST = 3
"""What a question is about has one word of so many letters."""

_MOST_WORDS = 5
"""What a question is about has no more words."""

_FAIRLY = 2
"""The words as asked stand where another form of them is printed at most so many times as often."""

_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to", "with", "by", "against"})


def find_subject(words: Sequence[Word], left: Collection[int], register: Register) -> tuple[str, Span]:
    """The longest run of words left over that the papers print, as they print it.

    Args:
        words: The question.
        left: The places of the words that are neither name, cue nor stop word.
        register: Where the papers' words are.

    Returns:
        The words, the run itself where the papers print no part of it, empty where nothing is left; and
        where they stand.
    """
    runs = _list_runs(words, left)
    if not runs:
        return "", (0, 0)
    widened = [_widen(words, run, register) for run in runs]
    for start, end in sorted(widened, key=lambda run: (run[0] - run[1], run[0])):
        for first, last in _list_cuts(start, end):
            if left_there := _find_printed(words[first:last], register):
                return left_there, (start, end)
    longest = max(runs, key=lambda run: run[1] - run[0])
    return join_words(words[slice(*longest)]), longest


def _list_runs(words: Sequence[Word], left: Collection[int]) -> list[Span]:
    """Runs of words left over; a small word between two of them belongs to the run."""
    runs: list[Span] = []
    for place in sorted(left):
        between = words[runs[-1][1] : place] if runs else []
        if runs and len(between) <= 2 and all(word.form in _SMALL for word in between):
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _widen(words: Sequence[Word], run: Span, register: Register) -> Span:
    """A run with the words beside it, where the papers print them together: `missing` persons, drug `use`."""
    start, end = run
    if start and words[start - 1].form not in _SMALL and _find_printed(words[start - 1 : end], register):
        start -= 1
    if end < len(words) and words[end].form not in _SMALL and _find_printed(words[start : end + 1], register):
        end += 1
    return start, end


def _list_cuts(start: int, end: int) -> list[Span]:
    """A run and its parts, the longest first."""
    longest = min(end - start, _MOST_WORDS)
    return [(first, first + size) for size in range(longest, 0, -1) for first in range(start, end - size + 1)]


def _find_printed(words: Sequence[Word], register: Register) -> str:
    """The words in the form in which the papers print them most; empty where they do not."""
    if words[0].form in _SMALL or words[-1].form in _SMALL:
        return ""
    forms = [word.form for word in words]
    if not any(len(form) >= _SHORTEST and form.isalpha() for form in forms):
        return ""
    asked, singular = (register.count_printed(tried) for tried in (forms, [*forms[:-1], to_singular(forms[-1])]))
    counts = asked if asked.total() * _FAIRLY >= singular.total() else singular
    return min(counts, key=lambda text: (-counts[text], text), default="")


def find_deliverables(subject: str, register: Register) -> list[str]:
    """The deliverables whose wording holds the words, if they are few; none where they are many."""
    found = [id_ for id_, text in register.wordings if subject in text]
    return found if len(found) <= _MOST_DELIVERABLES else []
