"""Two sentences of one document that say the same thing with different numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pcgraph.extract.contradictions.finding import Finding, say
from pcgraph.extract.contradictions.sentence import Marked
from pcgraph.extract.figures.figure import Figure
from pcgraph.extract.figures.words import ADVERBS, ARTICLES, BARRIERS, PREPOSITIONS

MIN_WORDS = 5
"""Sentences of fewer words of their own say too little to be one statement."""

_FUNCTION_WORDS = ARTICLES | BARRIERS | PREPOSITIONS | ADVERBS
_PART = re.compile(r"\b(?:further|additional|another|other|more|remaining|of which|of whom|of these|second)\b", re.I)

_Key = tuple[frozenset[str], str, str, str]


def iter_repeat_findings(sentences: Sequence[Marked]) -> Iterator[Finding]:
    """Figures that differ between sentences of exactly the same words, such as a paragraph copied and half updated.

    Args:
        sentences: Every sentence with figures of a document's narratives.
    """
    first: dict[_Key, tuple[Marked, Figure]] = {}
    for sentence in sentences:
        words = to_content(sentence.words)
        if len(words) < MIN_WORDS or _PART.search(sentence.words):
            continue
        for figure in sentence.figures:
            if _is_only(sentence, figure):
                key = (words, figure.what.lower(), figure.unit, _to_period(figure.period))
                earlier = first.setdefault(key, (sentence, figure))
                if earlier[1].value != figure.value:
                    yield _to_finding(earlier, sentence, figure)


def _to_finding(earlier: tuple[Marked, Figure], sentence: Marked, figure: Figure) -> Finding:
    subject = earlier[0].text.subject
    same_update = subject == sentence.text.subject
    where = "in the same update" if same_update else f"in {subject}"
    message = f"{say(figure.value)} {figure.what}, but {say(earlier[1].value)} {where} in the same words"
    message += "." if same_update else "; or the two speak of different things."
    is_sure = same_update and not (figure.is_rough or earlier[1].is_rough)
    return sentence.to_finding("statements-disagree", message, [figure], "" if is_sure else "info")


def _is_only(sentence: Marked, figure: Figure) -> bool:
    """Whether no other figure of a sentence counts the same."""
    return sum(other.what == figure.what and other.unit == figure.unit for other in sentence.figures) == 1


def to_content(words: str) -> frozenset[str]:
    """The words of a sentence that carry its meaning, in lower case, without a plural's ending.

    >>> sorted(to_content("The 24 officers were trained in towns"))
    ['officer', 'town', 'trained']
    """
    tokens = re.findall(r"[^\W\d_][\w'’-]*", re.sub(r"⟨\w+⟩", " ", words).lower())
    return frozenset(re.sub(r"s$", "", token) for token in tokens if token not in _FUNCTION_WORDS)


def _to_period(period: str) -> str:
    return re.sub(r"^(?:in|during|over|for)\s+(?:the\s+)?", "", period.lower())
