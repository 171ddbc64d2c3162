"""Names of two words joined by `and`, told from two names by never standing apart: `Salt and Light`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pcgraph.extract.names.heads import find_head_word
from pcgraph.extract.names.national import find_national
from pcgraph.extract.names.words import Word

_ANDS = frozenset({"and", "&"})
_OFTEN = 2


def learn_pairs(texts: Sequence[Sequence[Word]], area: frozenset[str]) -> dict[str, bool]:
    """The pairs of words, as `salt/light`, that are one name, and whether a list or `&` tells so.

    Both words have capitals only beside each other, and the pair stands twice, or has `&` between
    its words, or another `and` behind it in a list: `the Board, Salt and Light and the Council`.

    Args:
        texts: The words of every text.
        area: Words of the names of the force's area.
    """
    counts = Counter(word.fold for words in texts for word in words if word.is_capital)
    pairs: Counter[str] = Counter()
    bound: set[str] = set()
    for words in texts:
        for place in _iter_places(words):
            pair = f"{words[place].fold}/{words[place + 2].fold}"
            pairs[pair] += 1
            bound |= {pair} if _is_bound(words, place) else set()
    return {
        pair: pair in bound
        for pair, count in pairs.items()
        if (count >= _OFTEN or pair in bound)
        and all(counts[word] == count and word not in area for word in pair.split("/"))
    }


def _iter_places(words: Sequence[Word]) -> Iterator[int]:
    """Places of words that begin a pair."""
    for place in range(len(words) - 2):
        first, middle, second = words[place : place + 3]
        if middle.text not in _ANDS or not (middle.joins and second.joins) or first.owns:
            continue
        before = place and first.joins and (words[place - 1].is_capital or words[place - 1].text in ("of", "for"))
        after = place + 3 < len(words) and words[place + 3].joins and words[place + 3].is_capital
        if not before and not after and _may_pair(first) and _may_pair(second):
            yield place


def _may_pair(word: Word) -> bool:
    return word.shape == "capital" and not find_head_word(word.text) and not find_national(word.text)


def _is_bound(words: Sequence[Word], place: int) -> bool:
    """Whether `&` joins a pair, or it is the last but one item of a list."""
    after = words[place + 3] if place + 3 < len(words) else None
    listed = words[place].gap.strip() in (",", ";") and after and after.text == "and" and after.joins
    return words[place + 1].text == "&" or bool(listed)
