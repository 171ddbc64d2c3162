"""Acronyms and the words that they stand for, as the dataset's own texts spell them out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pcgraph.model import Row
from pcgraph.propose.words import iter_tokens

_ACRONYM = re.compile(r"([A-Z]{3,6})s?")
_BREAK = re.compile(r"[^\w\s'’&/-]+")
"""Punctuation that no spelt-out name runs across."""

_LONG = 4
"""Initials as many as these fit no words by chance; of fewer, two texts must print the words."""

_SMALL = frozenset({"a", "an", "and", "for", "of", "the"})
"""Words of which initials take no notice; one such as “in” parts a name from what follows."""


def find_acronyms(texts: Sequence[str], entities: Iterable[Row]) -> Mapping[str, str]:
    """What each acronym of the texts stands for, the acronym in capitals.

    The register's acronyms come first; for the others the run of words with these initials that
    the texts print most often is taken. An acronym that nothing spells out is left out.

    Args:
        texts: The wordings and titles of a dataset.
        entities: Its register.
    """
    known = {row["acronym"]: row["name"] for row in entities if row["acronym"] and row["status"] != "rejected"}
    tokens = [list(iter_tokens(part)) for text in texts for part in _BREAK.split(text)]
    wanted = {match[1] for text in tokens for token in text if (match := _ACRONYM.fullmatch(token))} - set(known)
    best = {
        acronym: min(found.items(), key=lambda item: (-item[1], item[0]))
        for acronym, found in _count_runs(tokens, wanted).items()
    }
    told = {acronym: run for acronym, (run, count) in best.items() if count > 1 or len(acronym) >= _LONG}
    return {**told, **known}


def _count_runs(tokens: Iterable[Sequence[str]], wanted: set[str]) -> Mapping[str, Counter[str]]:
    """For each acronym wanted, the runs of words that have its letters as initials, and how often."""
    runs: dict[str, Counter[str]] = defaultdict(Counter)
    sizes = sorted({len(acronym) for acronym in wanted})
    for text in tokens:
        words = [token for token in text if token.casefold() not in _SMALL and not _ACRONYM.fullmatch(token)]
        for run in (words[start : start + size] for size in sizes for start in range(len(words) - size + 1)):
            initials = "".join(word[0] for word in run).upper()
            if initials in wanted:
                runs[initials][" ".join(run)] += 1
    return runs
