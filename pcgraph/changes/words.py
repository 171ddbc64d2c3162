"""Small words that reports of change share: counts, names of RAG statuses, values of figures, wordings compared."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from pcgraph.model import Row

RAG_NAMES = {"G": "Green", "A": "Amber", "R": "Red", "W": "White", "": ""}
"""What each RAG letter says; nothing where no letter is printed."""

_LONGEST = 60
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def count_words(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun.

    >>> count_words(1, "row"), count_words(2, "row"), count_words(2, "passage's word", "passages' words")
    ('1 row', '2 rows', "2 passages' words")
    """
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def to_words(wording: str) -> list[str]:
    """A wording's words without what only the setting changes: case, quotes, hyphens, stops.

    >>> to_words("Make a problem-solving Plan.") == to_words("make a problem solving plan")
    True
    """
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*|[%£&]", wording.translate(_PLAIN).casefold())


def describe_rewording(before: str, after: str) -> str:
    """Which words of a wording were put in, taken out or replaced, short enough for a table's cell.

    >>> describe_rewording("Improve the response to rural crime.", "Improve our response to crime")
    '“the” became “our”; “rural” taken out'
    """
    old, new = before.split(), after.split()
    steps = SequenceMatcher(None, [_to_key(word) for word in old], [_to_key(word) for word in new], autojunk=False)
    parts = [
        _describe_step(" ".join(old[i1:i2]), " ".join(new[j1:j2]))
        for tag, i1, i2, j1, j2 in steps.get_opcodes()
        if tag != "equal"
    ]
    return "; ".join(parts)


def _to_key(word: str) -> str:
    return " ".join(to_words(word)) or word


def _describe_step(old: str, new: str) -> str:
    if not old:
        return f"“{shorten(new)}” put in"
    return f"“{shorten(old)}” became “{shorten(new)}”" if new else f"“{shorten(old)}” taken out"


def shorten(text: str, longest: int = _LONGEST) -> str:
    """A text cut at a word where it is too long for a cell.

    >>> shorten("one two three", 8)
    'one two …'
    """
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0] or text[:longest]} …"


def show_figure(row: Row) -> str:
    """A figure's value with unit and period.

    >>> show_figure({"value": "12500", "unit": "GBP", "period": "2019-20"})
    '£12,500 (2019-20)'
    """
    sign = "-" if row["value"].startswith("-") else ""
    whole, point, rest = row["value"].removeprefix("-").partition(".")
    number = f"{int(whole):,}{point}{rest}"
    shown = {"GBP": f"£{number}", "%": f"{number}%", "count": number}.get(row["unit"], f"{number} {row['unit']}")
    return sign + shown + (f" ({row['period']})" if row["period"] else "")
