"""The names in a question: whole ones, acronyms, and parts that fit one name only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from pcgraph.ask.cues import Cues
from pcgraph.ask.records import Mention, Span
from pcgraph.ask.register import MOST_WORDS, Name, Register, to_keys
from pcgraph.ask.words import Word, join_words, to_singular, to_stem

_LEAST_OF_NAME = 0.5
"""How much of a name's weight its part must have, where the part holds a word that is no common one."""

_LEAST_OF_TITLE = 0.3
"""How much of a theme's title, where the question speaks of a theme."""

_CLEARLY = 1.15
"""How many times as much of one name as of the next must be there."""

_WHOLLY_NAMED = frozenset({"partner", "board", "programme", "system", "post", "theme"})
"""The kinds that people name by a part: of a place or a document a part says too little."""

_SMALL = frozenset(
    {"and", "of", "the", "for", "in", "on", "to", "with", "by", "at", "a", "an", "from", "or", "is", "are"}
)


class Part(NamedTuple):
    """Words that stand for part of a name, and how much of it."""

    span: Span
    name: Name
    share: float


def find_names(words: Sequence[Word], register: Register, cues: Cues) -> Iterator[Mention]:
    """The whole names in a question, the longest first; words of one are not used again."""
    taken: set[int] = set()
    for size in range(min(MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            span = (start, start + size)
            if taken.isdisjoint(range(*span)) and (mention := _find_whole(words, span, register, cues)):
                taken.update(range(*span))
                yield mention


def _find_whole(words: Sequence[Word], span: Span, register: Register, cues: Cues) -> Mention | None:
    """What these words name, all of them together."""
    chosen = words[slice(*span)]
    if chosen[0].form in _SMALL or chosen[-1].form in _SMALL:
        return None
    keys = to_keys(register.spell_out(word.form for word in chosen))
    names = [name for key in sorted(keys) for name in register.by_key.get(key, ())]
    names = [name for name in names if len(chosen) > 1 or _is_name(chosen[0], name, register, cues)]
    values = tuple(dict.fromkeys(name.value for name in names))
    if not values:
        return None
    is_soft = all(_may_be_plain(name, chosen, register, cues) for name in names)
    return Mention(span, join_words(chosen), values, is_soft, f"“{join_words(chosen)}” is {names[0].value.label}")


def _is_name(word: Word, name: Name, register: Register, cues: Cues) -> bool:
    """Whether one word is a name here: as it is printed, or in no other use."""
    if word.text == name.text:
        return True
    if len(word.form) < 3 or word.form in cues.stop:
        return False
    is_plain = (to_stem(word.form),) in cues.concepts or to_singular(word.form) in register.common_words
    return not is_plain or (name.text[:1].islower() and word.text.islower())


def _may_be_plain(name: Name, chosen: Sequence[Word], register: Register, cues: Cues) -> bool:
    """Whether the words are cues as well, or plain words of the papers."""
    if name.value.kind == "office":
        return True
    is_cue = tuple(to_stem(word.form) for word in chosen) in cues.concepts
    is_word = len(chosen) == 1 and to_singular(chosen[0].form) in register.common_words
    return is_cue or (len(chosen) == 1 and name.text.islower()) or (is_word and name.value.type == "Code")


def find_parts(words: Sequence[Word], taken: set[int], register: Register, cues: Cues) -> Iterator[Mention]:
    """The parts of names in a question that fit one name only: `Nottingham Trent`, `fire and rescue`."""
    while parts := sorted(_iter_parts(words, taken, register, cues), key=_rank):
        best = parts[0]
        rivals = [part for part in parts if part.name.value.value != best.name.value.value and _overlap(part, best)]
        taken.update(range(*best.span))
        if not rivals or best.share >= _CLEARLY * rivals[0].share:
            text = join_words(words[slice(*best.span)])
            yield Mention(best.span, text, (best.name.value,), False, f"“{text}” is part of {best.name.value.label}")


def _rank(part: Part) -> tuple[float, int, str]:
    return -part.share, -(part.span[1] - part.span[0]), part.name.value.value


def _overlap(one: Part, other: Part) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _iter_parts(words: Sequence[Word], taken: set[int], register: Register, cues: Cues) -> Iterator[Part]:
    """Every run of words that is a fair part of a name."""
    forms = [_spell(word, register) for word in words]
    for start in range(len(words)):
        if start in taken or words[start].form in _SMALL or words[start].form in cues.stop:
            continue
        for name in _list_candidates(forms[start], register):
            end = _measure_run(words, forms, start, name, taken)
            share = _weigh(forms[start:end], name, register)
            least = _LEAST_OF_TITLE if name.value.type == "Theme" else _LEAST_OF_NAME
            if share >= least and _is_fit(words, (start, end), name, register, cues):
                yield Part((start, end), name, share)


def _is_fit(words: Sequence[Word], span: Span, name: Name, register: Register, cues: Cues) -> bool:
    """Whether the words can stand for the name: a theme's only where the question speaks of a theme."""
    if name.value.type == "Theme":
        return span[1] - span[0] > 1 and any(word.form in {"theme", "themes"} for word in words)
    return _is_telling(words[slice(*span)], name, register, cues)


def _spell(word: Word, register: Register) -> tuple[str, ...]:
    return tuple(map(to_singular, register.spell_out([word.form])))


def _list_candidates(forms: Sequence[str], register: Register) -> list[Name]:
    return [name for form in forms[:1] for name in register.by_word.get(form, ()) if name.value.kind in _WHOLLY_NAMED]


def _measure_run(words: Sequence[Word], forms: Sequence[Sequence[str]], start: int, name: Name, taken: set[int]) -> int:
    """The word behind the last one of this run that is in the name; small words do not break a run."""
    known = set(map(to_singular, name.forms))
    end = start
    for place in range(start, len(words)):
        if place in taken or (not known.issuperset(forms[place]) and words[place].form not in _SMALL):
            break
        if forms[place] and known.issuperset(forms[place]):
            end = place + 1
    return end


def _weigh(forms: Sequence[Sequence[str]], name: Name, register: Register) -> float:
    """How much of a name is there: rare words count for more."""
    there = {part for form in forms for part in form}
    weights = {form: 1 / log(2 + len(register.by_word[form])) for form in map(to_singular, name.forms)}
    return sum(weight for form, weight in weights.items() if form in there) / sum(weights.values())


def _is_telling(chosen: Sequence[Word], name: Name, register: Register, cues: Cues) -> bool:
    """Whether the words are more than words of the papers' running text."""
    tells = [word.form for word in chosen if len(word.form) > 3 and to_singular(word.form) not in register.common_words]
    tells = [form for form in tells if (to_stem(form),) not in cues.concepts]
    if len(chosen) == 1:
        things = {other.value.value for form in tells for other in register.by_word[to_singular(form)]}
        return len(things) == 1
    if tells:
        return True
    if name.value.type == "Post":
        return any(
            word.form in register.shorts or cues.concepts.get((to_stem(word.form),)) == "post" for word in chosen
        )
    return chosen[-1].form == name.forms[-1] and name.value.type == "Entity"
