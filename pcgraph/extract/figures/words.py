"""The small words that tell where a phrase ends, and how a noun or participle is known without a dictionary.

Only closed classes of English are listed: articles, auxiliaries, prepositions, connectives, numbers.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("the a an this that these those its their our his her your my such each every any some all both")
AUXILIARIES = _words(
    "is are was were be been being am has have had having do does did will would can could may might must shall should"
)
PREPOSITIONS = _words(
    "of for in on onto into at from with within without across by per around between among through via over"
    " under during before after since until towards about regarding relating"
)
CONNECTIVES = _words(
    "and or but nor so as than then that which who whom whose where when while if because although though however"
    " therefore to not also only there it they he she we i you including plus versus vs"
    " compared following with against aged"
)
VERBS = _words(
    "went came took got gave began became said chose wrote told stands stood remains remained reached averaged"
)
"""Verbs, beside the auxiliaries, that nothing in their form gives away."""
ADVERBS = _words(
    "now currently already still yet recently so-far approximately about around circa nearly almost over up down"
    " just only also then again further overall approx respectively"
)
BARRIERS = AUXILIARIES | CONNECTIVES | VERBS
"""Words at which a noun phrase ends."""

CHANGES = {
    "up": _words(
        "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth"
        " climbed uplift gain"
    ),
    "down": _words(
        "fall falls fell fallen falling decrease decreases decreased decreasing reduce reduces reduced reducing"
        " reduction reductions drop drops dropped dropping decline declines declined declining cut shrank"
    ),
}
"""Words that say that a number went up or down."""

CHANGE_WORDS = CHANGES["up"] | CHANGES["down"]

_UNITS_OF_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

NUMBER_WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS_OF_NUMBERS, start=2)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
    **{
        f"{ten}-{unit}": tens + ones
        for tens, ten in zip(range(20, 100, 10), _TENS, strict=True)
        for ones, unit in enumerate(["one", *_UNITS_OF_NUMBERS[:8]], start=1)
    },
}
"""Numbers written as words; `one` is left out, it is a pronoun as often as a number."""

_PLURALS = _words("people children staff women men personnel")
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|'s|’s)$|^(?:this|its|has|was|is|as|plus|towards|perhaps|always)$")
_PARTICIPLE = re.compile(r"^[a-z]{2,}ed$|^(?:held|given|sent|seen|taken|built|won|lost|led|paid|found)$")


def is_plural(word: str) -> bool:
    """Whether a word looks like a noun in the plural.

    >>> [word for word in ("visits", "business", "people", "was", "team") if is_plural(word)]
    ['visits', 'people']
    """
    low = word.lower().partition("/")[0]
    if word.isupper():
        return False
    return low in _PLURALS or (len(low) > 2 and low.endswith(("s", "s'", "s’")) and not _NOT_PLURAL.search(low))


def is_participle(word: str) -> bool:
    """Whether a word looks like the participle of a verb.

    >>> is_participle("completed"), is_participle("held"), is_participle("visit")
    (True, True, False)
    """
    return bool(_PARTICIPLE.match(word))
