"""How officers word things (`cues.toml`): which words mean the same, ways of asking, what cannot be answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pcgraph.ask.words import cut_words, to_stem

SUBJECT = "@subject"
"""Stands in a way of asking for words that are no name and no cue: what the question is about."""

_PLACEHOLDER = "xsubjectx"


class Refusal(NamedTuple):
    """What no query answers: one sentence, and the sets of words of which one must be there whole."""

    why: str
    words: tuple[tuple[str, ...], ...]


class Cues(NamedTuple):
    """The table of cues, ready for use.

    Attributes:
        stop: Words that say nothing of what is asked.
        plain: Cues that ask for nothing more than a search gives.
        exact: By words as they are written, the word that stands for all that mean the same.
        concepts: The same by the words' stems.
        longest: How many words the longest of these has.
        asks: Ways of asking, by query.
        kinds: By a parameter's name, the kind of thing that it takes.
        choices: The parameters with choices that a question's words may fill: by any cue, the first, or with a cue.
        bare: The query that a code alone asks for.
        known: Every word of the table as it is written.
        refusals: What cannot be answered.
    """

    stop: frozenset[str]
    plain: frozenset[str]
    exact: Mapping[tuple[str, ...], str]
    concepts: Mapping[tuple[str, ...], str]
    longest: int
    asks: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    choices: Mapping[str, str]
    bare: str
    known: frozenset[str]
    refusals: tuple[Refusal, ...]

    def iter_concepts(self, forms: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """The words in the form that stands for all alike, with where they stand.

        Args:
            forms: The words in lower case; an empty one is skipped and parts what stands beside it.

        Yields:
            The concept (`~stem` for a word that is in no table), its first word, the one behind its last.
        """
        start = 0
        while start < len(forms):
            concept, size = self._find(forms, start)
            if concept:
                yield concept, start, start + size
            elif forms[start] and forms[start] not in self.stop:
                yield f"~{to_stem(forms[start])}", start, start + 1
            start += size

    def _find(self, forms: Sequence[str], start: int) -> tuple[str, int]:
        """The longest entry of the table that begins here, and how many words it has; no concept and one word else."""
        for size in range(min(self.longest, len(forms) - start), 0, -1):
            chosen = tuple(forms[start : start + size])
            is_stop = size == 1 and chosen[0] in self.stop
            concept = self.exact.get(chosen) or ("" if is_stop else self.concepts.get(tuple(map(to_stem, chosen)), ""))
            if concept:
                return concept, size
        return "", 1

    def list_telling(self) -> dict[str, tuple[str, ...]]:
        """By query, the parameters with choices that only a cue of their own fills."""
        pairs = [key.split(".") for key, rule in self.choices.items() if rule not in {"any", "first"}]
        return {query: (parameter,) for query, parameter in pairs}

    def to_concepts(self, phrase: str) -> tuple[str, ...]:
        """A way of asking as concepts, each once, in order."""
        forms = to_forms(phrase.replace(SUBJECT, _PLACEHOLDER))
        found = [concept for concept, _, _ in self.iter_concepts(forms)]
        return tuple(dict.fromkeys(SUBJECT if concept == f"~{_PLACEHOLDER}" else concept for concept in found))


def to_forms(text: str) -> tuple[str, ...]:
    """A text's words in lower case."""
    return tuple(word.form for word in cut_words(text))


def to_stems(text: str) -> tuple[str, ...]:
    """A text's words without their endings."""
    return tuple(to_stem(word.form) for word in cut_words(text))


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The table that is shipped with the package."""
    import tomllib  # costs 4 ms

    table = tomllib.loads(Path(__file__).with_name("cues.toml").read_text(encoding="utf-8"))
    pairs = [(form, word) for word, forms in table["words"].items() for form in forms.split(",")]
    exact = {to_forms(form): word for form, word in pairs}
    concepts = {to_stems(form): word for form, word in reversed(pairs)}
    asks = {name: tuple(phrases) for name, phrases in table["queries"].items()}
    refusals = tuple(
        Refusal(row["why"], tuple(tuple(text.split("+")) for text in row["words"])) for row in table["refusals"]
    )
    stop = frozenset(word.form for word in cut_words(table["stop"]))
    texts = [table["stop"], *table["words"].values(), *(text for row in table["refusals"] for text in row["words"])]
    known = frozenset(word.form for text in texts for word in cut_words(text))
    return Cues(
        stop=stop,
        plain=frozenset(table["plain"].split()),
        exact=exact,
        concepts=concepts,
        longest=max(map(len, exact)),
        asks=asks,
        kinds=table["kinds"],
        choices=table["choices"],
        bare=table["bare"]["query"],
        known=known,
        refusals=refusals,
    )
