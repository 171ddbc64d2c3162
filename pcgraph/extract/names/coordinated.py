"""Two names that share their head: `City and County Councils`, `Marsh & Fen Boards`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from pcgraph.extract.mention import Mention
from pcgraph.extract.names.forms import Form
from pcgraph.extract.names.gather import to_key
from pcgraph.extract.names.heads import find_head_word
from pcgraph.extract.names.place import Place
from pcgraph.extract.names.words import Word
from pcgraph.extract.texts import Text

_MOST_BEFORE, _MOST_AFTER = 3, 9
_INNER = frozenset({"and", "&", "of", "for"})
_ANDS = frozenset({"and", "&"})


class PairIndex:
    """Names by their keys, also without the words of the area that they begin with."""

    def __init__(self, forms: Iterable[Form], area: frozenset[str]) -> None:
        self._full: dict[str, Form] = {}
        self._short: dict[str, dict[str, Form]] = {}
        for form in forms:
            self._full.setdefault(to_key(form.printed), form)
            words = form.printed.split()
            kept = [word for word in words if word.casefold() not in area]
            if 2 <= len(kept) < len(words):
                self._short.setdefault(to_key(" ".join(kept)), {})[form.entity] = form

    def find(self, words: Sequence[str]) -> Form | None:
        """The one name that words are, or that they are with the area's name before them."""
        key = to_key(" ".join(words))
        short = self._short.get(key, {})
        return self._full.get(key) or (next(iter(short.values())) if len(short) == 1 else None)


def iter_coordinated(text: Text, place: Place, index: PairIndex) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of names in a text that share a head; both have the words of the whole pair.

    Args:
        text: The text.
        place: The same, made ready.
        index: All known names.
    """
    words = place.words
    for middle in range(1, len(words) - 1):
        if words[middle].text in _ANDS and words[middle].joins and words[middle + 1].is_capital:
            pair = _find_pair(words, middle, index)
            if pair:
                first, last, forms = pair
                start, end = words[first].start, words[last - 1].end
                one, other = (Mention(text, start, end, form.entity, form.kind) for form in forms)
                yield one, other


def _find_pair(words: Sequence[Word], middle: int, index: PairIndex) -> tuple[int, int, tuple[Form, Form]] | None:
    """Places of a pair's first word and behind its last one, and the two names."""
    for last in _iter_ends(words, middle + 1):
        for tail in range(middle + 2, last):
            shared = [word.text for word in words[tail:last]]
            second = index.find([word.text for word in words[middle + 1 : tail]] + shared)
            for first in _iter_starts(words, middle) if second else ():
                other = index.find([word.inner for word in words[first:middle]] + shared)
                if second and other and other.entity != second.entity and other.kind == second.kind:
                    return first, last, (other, second)
    return None


def _iter_ends(words: Sequence[Word], first: int) -> Iterator[int]:
    """Places behind words that may end a pair, the farthest first: each is a head or an acronym."""
    ends = []
    for place in range(first + 1, min(len(words), first + _MOST_AFTER)):
        word = words[place]
        if not word.joins:
            break
        head = find_head_word(word.text)
        if word.shape == "acronym" or (head and head.kind != "none" and (word.is_capital or head.may_be_small)):
            ends.append(place + 1)
        if not word.is_capital and word.text not in _INNER:
            break
    return reversed(ends)


def _iter_starts(words: Sequence[Word], middle: int) -> Iterator[int]:
    """Places of words that may begin a pair, the nearest first."""
    for place in range(middle - 1, max(-1, middle - 1 - _MOST_BEFORE), -1):
        if not words[place].is_capital or not words[place + 1].joins:
            return
        yield place


def add_coordinated(
    mentions: Sequence[Mention], texts: Sequence[Text], places: Sequence[Place], index: PairIndex
) -> list[Mention]:
    """Mentions together with the pairs in their texts; of a name within a pair, the pair alone is kept."""
    by_text: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda one: one.start):
        by_text.setdefault(id(mention.text), []).append(mention)
    kept: list[Mention] = []
    for text, place in zip(texts, places, strict=True):
        kept += _settle(by_text.get(id(text), []), iter_coordinated(text, place, index))
    return kept


def _settle(names: Sequence[Mention], pairs: Iterable[tuple[Mention, Mention]]) -> Iterator[Mention]:
    """The pairs of a text that cut through no name, and the names outside them.

    Args:
        names: The names of the text by their offsets, none overlapping.
        pairs: The pairs, by their offsets.
    """
    ends = [one.end for one in names]
    dropped: set[int] = set()
    before = 0
    for pair in pairs:
        first = bisect_right(ends, pair[0].start)
        last = first
        while last < len(names) and names[last].start < pair[0].end:
            last += 1
        whole = all(pair[0].start <= one.start and one.end <= pair[0].end for one in names[first:last])
        if whole and pair[0].start >= before:
            before = pair[0].end
            dropped |= set(range(first, last))
            yield from pair
    yield from (one for place, one in enumerate(names) if place not in dropped)
