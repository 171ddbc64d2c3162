"""Wording freed from what a conversion to text leaves in it: tags, markdown marks, list remnants."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_SUPERSCRIPT = re.compile(r"<sup>\s*(st|nd|rd|th)\s*</sup>", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)\*(?=\w)|(?<=\w)\*(?!\w)")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_RULE_MARKS = " \t\r\u00a0|:+=_-"
_SPACES = re.compile(r"\s+")
_FOOTNOTE = re.compile(r"^\s*(?:<sup>\s*\d+\s*</sup>|[¹²³⁴-⁹]+)\s*\S")
_PUNCTUATION_SPACE = re.compile(r"\s+([,;.])(?=\s|$)")
_MOJIBAKE = re.compile(r"\ufffd|Ã[\x80-\xbf]|â€|Â[£\xa0-\xbf]")


def clean_text(text: str) -> str:
    """Text without tags, entities, emphasis and heading marks, its white space folded.

    >>> clean_text("<p><b>Update  28.3.20:</b> D&amp;D</p>")
    'Update 28.3.20: D&D'
    """
    text = _SUPERSCRIPT.sub(r"\1", text)
    text = html.unescape(_TAG.sub(" ", text))
    text = _EMPHASIS.sub("", _HEADING.sub("", text))
    return squash(text)


def squash(text: str) -> str:
    r"""Text with every run of white space as one space, none at the ends.

    >>> squash(" a\u00a0 b\tc ")
    'a b c'
    """
    return _SPACES.sub(" ", text).strip()


def clean_wording(text: str) -> str:
    """An official wording: `clean_text`, and no space before a comma or stop."""
    return _PUNCTUATION_SPACE.sub(r"\1", clean_text(text))


def is_rule(text: str) -> bool:
    r"""Whether a line is only a drawn rule, such as markdown's `---|---`.

    >>> is_rule("---\t-------\t--"), is_rule("- item"), is_rule("")
    (True, False, False)
    """
    return not text.strip(_RULE_MARKS) and any(mark in text for mark in ("--", "==", "__"))


def is_footnote(text: str) -> bool:
    """Whether a line begins with a superscript number, as a footnote does.

    >>> is_footnote("¹ Cuckooing is"), is_footnote("1 Force")
    (True, False)
    """
    return bool(_FOOTNOTE.match(text))


def has_mojibake(text: str) -> bool:
    """Whether a text shows signs of having been decoded wrongly.

    >>> has_mojibake("cost of Â£50"), has_mojibake("cost of £50")
    (True, False)
    """
    return bool(_MOJIBAKE.search(text))


def join_lines(first: str, second: str, *, hyphenated: frozenset[str]) -> str:
    """Two lines of one sentence as one.

    A hyphen at the line's end belongs to the word where the same word stands hyphenated
    elsewhere in the document; otherwise it only parted the word.

    Args:
        first: The earlier line.
        second: The later line.
        hyphenated: The document's hyphenated words, in lower case.

    >>> join_lines("crime and anti-", "social acts", hyphenated=frozenset({"anti-social"}))
    'crime and anti-social acts'
    >>> join_lines("the pro-", "gramme", hyphenated=frozenset())
    'the programme'
    """
    first, second = first.rstrip(), second.lstrip()
    if not (first.endswith("-") and first[:-1] and first[-2].isalpha() and second[:1].islower()):
        return f"{first} {second}".strip()
    word = f"{first.split()[-1]}{re.split(r'[^A-Za-z-]', second, maxsplit=1)[0]}".lower()
    return f"{first}{second}" if word in hyphenated else f"{first[:-1]}{second}"


def find_hyphenated(text: str) -> frozenset[str]:
    r"""The words that stand hyphenated within a line, in lower case.

    >>> sorted(find_hyphenated("Anti-social acts co-\nlocated"))
    ['anti-social']
    """
    return frozenset(word.lower() for word in re.findall(r"(?<![A-Za-z])[A-Za-z]+(?:-[A-Za-z]+)+", text))
