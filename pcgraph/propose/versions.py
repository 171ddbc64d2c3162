"""A later and an earlier deliverable: what of the one is in the other, what relation that is, in one sentence."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pcgraph.propose.grounds import join_words, to_sentence
from pcgraph.propose.topics import Topic

SAME = 0.95
"""From this share of the words on, by rarity, two wordings say the same."""

MOST = 0.75
"""From this share on most of the one is in the other."""

_SHOWN = 4
_SHOWN_NAMES = 2

_MEANINGS = {
    "splits": "one of several that take it up in parts",
    "merges": "takes up several earlier ones",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A later deliverable with an earlier one that it may take up.

    Attributes:
        later: The later one's id.
        earlier: The earlier one's id.
        plans: The plans of both, the later one's first.
        score: How much speaks for it, 0 to 1.
        new: What the later one is about.
        old: What the earlier one is about.
        names: The names that both name.
        has_lead: Whether one post leads both.
    """

    later: str
    earlier: str
    plans: tuple[str, str]
    score: float
    new: Topic
    old: Topic
    names: tuple[str, ...]
    has_lead: bool

    @property
    def shared(self) -> frozenset[str]:
        """The stems of the words in both."""
        return frozenset(self.new.words) & frozenset(self.old.words)

    @property
    def kept(self) -> tuple[float, float]:
        """The share of the later one's words, by rarity, that the earlier one has, and the reverse."""
        return weigh_share(self.new.words, self.shared), weigh_share(self.old.words, self.shared)


def weigh_share(words: Mapping[str, float], some: Collection[str]) -> float:
    """How much some words are of all, by rarity, 0 to 1."""
    return math.fsum(weight for stem, weight in words.items() if stem in some) / (math.fsum(words.values()) or 1.0)


def guess_relation(pair: Pair) -> str:
    """How the later one takes the earlier up, told by which has most of the other's words."""
    of_later, of_earlier = pair.kept
    if min(of_later, of_earlier) >= SAME:
        return "continues"
    if of_later >= SAME or of_later >= MOST > of_earlier:
        return "narrows"
    if of_earlier >= SAME or of_earlier >= MOST > of_later:
        return "widens"
    return "rewords"


def explain(pair: Pair, relation: str) -> str:
    """What speaks for a pair, in one sentence: words in both, added, left out, names and lead."""
    return to_sentence("; ".join(filter(None, _iter_parts(pair, relation))))


def _iter_parts(pair: Pair, relation: str) -> Iterator[str]:
    yield _MEANINGS.get(relation, "")
    if relation == "continues":
        yield f"the same telling words as {pair.earlier}"
    else:
        yield f"shares {_quote(pair.new, pair.shared)} with {pair.earlier}"
        yield _say("adds", pair.new, pair.shared)
        yield _say("leaves out", pair.old, pair.shared)
    if pair.names:
        verb = "is" if len(pair.names[:_SHOWN_NAMES]) == 1 else "are"
        yield f"{join_words(pair.names[:_SHOWN_NAMES])} {verb} named in both"
    if pair.has_lead:
        yield "the same lead"


def _say(verb: str, topic: Topic, shared: Collection[str]) -> str:
    own = [stem for stem in topic.words if stem not in shared]
    return f"{verb} {_quote(topic, own)}" if topic.find_phrases(own) else ""


def _quote(topic: Topic, stems: Collection[str]) -> str:
    phrases = topic.find_phrases(stems)
    quoted = [f"“{phrase}”" for phrase in phrases[:_SHOWN]]
    return join_words([*quoted, "more"] if len(phrases) > _SHOWN else quoted)
