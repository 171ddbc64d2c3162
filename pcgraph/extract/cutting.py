"""Cut a list that has lost its numbers, and every separator, into its items.

Cuts are made only where repetition or capitals allow: at a full stop before a capital, before
a percentage, before a word that begins a measure, before a word that the item began with, after
a plural noun before a capital, and from a lower-case word to a capital. Never after a word that
cannot end an item ("of", "the", "and").
"""

from __future__ import annotations

import re

_JOINERS = frozenset(
    "a an and as at against between by for from in into is of on or per than that the their to towards who which with"
    " within without".split()
)
_CAPITAL_OPENERS = frozenset({"At", "By", "For", "From", "In", "On", "Of", "Per", "Under", "Within"})
_MEASURE_HEADS = frozenset(
    "average decrease improve increase level levels no number percentage proportion rate rates reduce reduction"
    " rolling spend total volume".split()
)
_STOPPED = re.compile(r"[.]$|[.][)\]]$")
_ABBREVIATION = re.compile(r"^(?:[A-Z]|No|e\.g|i\.e|etc|St|vs|inc)\.$", re.IGNORECASE)


def is_measure_head(word: str) -> bool:
    """Whether a word begins a measure, such as `Number`, `Percentage` or `%`.

    >>> is_measure_head("Number"), is_measure_head("%"), is_measure_head("Opiates")
    (True, True, False)
    """
    return word.startswith("%") or bool(re.match(r"\d+%", word)) or word.lower().rstrip(".") in _MEASURE_HEADS


def cut_run(run: str, *, headed: bool) -> list[str]:
    """The items of one run of text.

    Args:
        run: The text between two openings of a list.
        headed: Whether the run stands under a heading of its own. Then its first sentence, a
            list of short items, is cut at capitals too; elsewhere only at the sure places.

    >>> cut_run("Feeling safer Improved ability to cope", headed=True)
    ['Feeling safer', 'Improved ability to cope']
    >>> cut_run("Revenue and Capital. Revenue spend (VFM profile).", headed=False)
    ['Revenue and Capital.', 'Revenue spend (VFM profile).']
    """
    items: list[str] = []
    for index, sentence in enumerate(_cut_sentences(run)):
        items += _cut_sentence(sentence, loosely=headed and index == 0)
    return items


def _cut_sentences(run: str) -> list[str]:
    words = run.split()
    sentences: list[list[str]] = [[]]
    for index, word in enumerate(words):
        if index and _ends_sentence(words[index - 1], word):
            sentences.append([])
        sentences[-1].append(word)
    return [" ".join(words) for words in sentences if words]


def _ends_sentence(previous: str, word: str) -> bool:
    stopped = bool(_STOPPED.search(previous)) and not _ABBREVIATION.match(previous)
    return stopped and (word[0].isupper() or word[0].isdigit() or word[0] == "%")


def _cut_sentence(sentence: str, *, loosely: bool) -> list[str]:
    items: list[list[str]] = [[]]
    brackets = 0
    for word in sentence.split():
        if items[-1] and brackets <= 0 and _begins_item(items[-1], word, loosely=loosely):
            items.append([])
            brackets = 0
        items[-1].append(word)
        brackets += word.count("(") - word.count(")")
    return [" ".join(words) for words in items]


def _begins_item(item: list[str], word: str, *, loosely: bool) -> bool:
    """Whether a word begins the next item; more words must follow a joining word or a comma."""
    previous = item[-1]
    if previous.lower() in _JOINERS or previous[-1] in ",:;-–—/&" or word[0] in "(-–—&":
        return False
    if word.startswith("%"):
        return True
    if not word[0].isupper() or not (loosely or is_measure_head(word)):
        return False
    ends_phrase = not previous[0].isupper() or previous[-1] in ").'’”" or _is_plural(previous)
    return ends_phrase or (loosely and (word == item[0] or word in _CAPITAL_OPENERS))


def _is_plural(word: str) -> bool:
    """Whether a capitalised word ends a noun phrase: English nouns before nouns are singular."""
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
