"""Finding the spellings of known names in texts: longest first, in time that grows with the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pcgraph.extract.names.heads import find_head_word
from pcgraph.extract.names.lexicon import is_ordinary
from pcgraph.extract.names.words import Word, read_words
from pcgraph.names import to_name_key

_STEM = 3
_MOST_WORDS = 16
_JOINTS = frozenset({"", "-", "–", "/", "(", ")", ","})
_BEFORE_MODEL = frozenset("a an the our its this that new force current revised of to and in".split())
_SMALL = frozenset({"of", "for", "and", "the", "to", "in", "on", "with", "&", "against", "into", "at", "by"})


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a name.

    Attributes:
        printed: The spelling.
        key: What it has in common with other spellings.
        entity: The entity's id.
        kind: The entity's kind.
    """

    printed: str
    key: str
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """A spelling found in a text, by the places of its words.

    Attributes:
        first: Place of the first word.
        last: Place behind the last one.
        form: The spelling.
        owns: Whether the last word's possessive ending is part of the spelling, as in `Fenwick's`.
    """

    first: int
    last: int
    form: Form
    owns: bool = False

    def get_span(self, words: Sequence[Word]) -> tuple[int, int]:
        """Offsets of the spelling among a text's words."""
        last = words[self.last - 1]
        return words[self.first].start, last.stop if self.owns else last.end


class FormIndex:
    """Spellings of names, to be found in texts."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._by_key: dict[str, list[Form]] = {}
        self._longest: dict[str, int] = {}
        for form in forms:
            owned = form.printed.endswith(("'s", "’s"))
            for key in (form.key,) if owned else {form.key, _to_singular(form.key)}:
                self._by_key.setdefault(key, []).append(form)
                for size in range(1, _STEM + 1):
                    stem = key[:size]
                    self._longest[stem] = max(self._longest.get(stem, 0), len(key))

    def find(self, words: Sequence[Word], barred: Sequence[bool]) -> Iterator[Found]:
        """Every spelling in a text; where two overlap, the one that begins first, or is longer.

        Args:
            words: The text's words.
            barred: Of each word, whether it stands in another name already.
        """
        place = 0
        while place < len(words):
            found = None if barred[place] else self._find_at(words, place, barred)
            if found:
                yield found
            place = found.last if found else place + 1

    def _find_at(self, words: Sequence[Word], place: int, barred: Sequence[bool]) -> Found | None:
        """The longest spelling that begins at a word."""
        best: Found | None = None
        key = ""
        for last in range(place + 1, min(len(words), place + _MOST_WORDS) + 1):
            word = words[last - 1]
            if barred[last - 1] or (last - 1 > place and not _joins(words[last - 2], word)):
                break
            if len(key) + len(word.fold) > self._longest.get((key + word.fold)[:_STEM], 0) + 2:
                break
            best = self._find_fitting(words, place, last, key) or best
            key += word.full
        return best

    def _find_fitting(self, words: Sequence[Word], place: int, last: int, key: str) -> Found | None:
        """The spelling that words are, given the key of all but the last one."""
        word = words[last - 1]
        singular = self._by_key.get(_to_singular(key + word.fold), ())
        for form in (*self._by_key.get(key + word.fold, ()), *singular):
            if fits_case(words, place, last, form.printed):
                return Found(place, last, form)
        for form in self._by_key.get(key + word.full, ()) if word.owns else ():
            if form.key == key + word.full and fits_case(words, place, last, form.printed):
                return Found(place, last, form, owns=True)
        return None


def _joins(before: Word, word: Word) -> bool:
    return word.gap.strip() in _JOINTS and len(word.gap) <= 3 and not (before.owns and before.fold == "it")


def _to_singular(key: str) -> str:
    return key[:-1] if key.endswith("s") and len(key) > _STEM else key


def to_form(printed: str, entity: str, kind: str) -> Form:
    """A spelling of an entity's name."""
    return Form(printed, to_name_key(printed), entity, kind)


def fits_case(words: Sequence[Word], first: int, last: int, printed: str) -> bool:
    """Whether words have the capitals that a spelling needs to be told from ordinary words.

    An acronym keeps its capitals; a single word begins with one, is not part of a longer name, and
    does not have its capital from the sentence it begins where it is an ordinary word; a longer
    name begins with a capital unless it has three words and ends in a head, or is printed small.
    """
    parts = read_words(printed)
    found = words[first:last]
    if not parts or printed.islower():
        return bool(parts) and not (parts[-1].text == "model" and _is_described(words, first))
    if len(parts) == 1 and parts[0].shape == "acronym":
        return _is_as_capital(found, parts[0].text)
    if len(found) == 1 and len(parts) == 1:
        return _is_alone(words, first, printed)
    if parts[0].fold in ("operation", "op") and len(parts) > 1:
        return found[-1].is_capital
    head = find_head_word(parts[-1].text)
    if len(parts) >= 3 and head and head.kind != "none":
        return True
    content = [word for word in found if word.text.casefold() not in _SMALL]
    if all(is_ordinary(part.text) for part in parts) and not head:
        return all(word.is_capital or word.shape == "number" for word in content)
    return found[0].is_capital or not found[0].text[0].islower()


def _is_described(words: Sequence[Word], first: int) -> bool:
    """Whether a word before a name in small letters tells that another one is meant: `the HR operating model`."""
    return bool(first) and words[first].joins and words[first - 1].text.casefold() not in _BEFORE_MODEL


def _is_as_capital(found: Sequence[Word], acronym: str) -> bool:
    """Whether words print an acronym in capitals, or a long one as a word with one."""
    printed = "".join(word.text for word in found)
    capitals = sum(char.isupper() for char in printed)
    if capitals >= 2:
        return capitals * 2 >= sum(char.isalpha() for char in printed) or printed == acronym
    return len(acronym) > 4 and capitals == 1 and printed[0].isupper() and not is_ordinary(printed)


def _is_alone(words: Sequence[Word], place: int, printed: str) -> bool:
    """Whether a single word stands as a name by itself."""
    word = words[place]
    if not word.is_capital or (word.begins and is_ordinary(word.text)):
        return False
    if word.shape == "acronym":
        return True
    before = words[place - 1] if place and word.joins else None
    after = words[place + 1] if place + 1 < len(words) and words[place + 1].joins else None
    linked = before and before.is_capital and not before.owns and not before.begins
    return not (linked or (after and after.is_capital and not word.owns and is_ordinary(printed)))
