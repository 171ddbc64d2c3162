"""The lead officers of a document: its cells parted into posts, and every post spelt one way.

What parts two posts is learned from the document: `;`, `/` and a line's end part wherever both
sides can stand alone; a comma or a space parts only where both parts stand alone elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pcgraph.extract.clean import clean_wording
from pcgraph.extract.ranks import is_post_title, split_rank

_SURE_SEPARATOR = re.compile(r"\s*;\s*|\s+/\s*|\s*/\s+")
_NOBODY = re.compile(r"^(?:tb[ac]|n/?a|none|vacant|to be (?:confirmed|agreed)|[-–—?])$", re.IGNORECASE)
_TIGHT_SLASH = re.compile(r"\s*/\s*")
_MAX_LEAD = 200
_WEAK_SEPARATOR = re.compile(r",\s*|\s+")


class Post(NamedTuple):
    """A post as the tables hold it.

    Attributes:
        id: Made from its title or unit.
        title: Written out; empty where only a department is named.
        unit: Its unit or department.
    """

    id: str
    title: str
    unit: str


class Reading(NamedTuple):
    """How one cell was parted.

    Attributes:
        parts: The posts as printed.
        separator: What parted them: `sure`, `comma`, `space`, or nothing.
    """

    parts: tuple[str, ...]
    separator: str


class Leads:
    """Every lead cell of a document, read together.

    Args:
        cells: The cells as printed.
    """

    def __init__(self, cells: Iterable[str]) -> None:
        wordings = [clean_wording(cell) for cell in cells]
        alone = Counter(part for wording in wordings for part in _part_surely(wording))
        self._alone = {_to_form(part) for part in alone}
        self._units = _find_long_units(alone)

    def part(self, cell: str) -> Reading:
        """Part one cell into posts."""
        sure = _part_surely(clean_wording(cell))
        parts: list[str] = []
        separator = "sure" if len(sure) > 1 else ""
        for piece in sure:
            found = self._part_weakly(piece)
            parts += found.parts
            separator = found.separator or separator
        return Reading(tuple(parts), separator)

    def _part_weakly(self, piece: str) -> Reading:
        """Part at a comma or space where both sides stand alone elsewhere in the document."""
        for match in _WEAK_SEPARATOR.finditer(piece) if len(piece) <= _MAX_LEAD else ():
            left, right = piece[: match.start()], piece[match.end() :]
            if self._stands_alone(left) and self._stands_alone(right):
                return Reading((left, right), "comma" if "," in match[0] else "space")
        return Reading((piece,), "")

    def _stands_alone(self, part: str) -> bool:
        return _to_form(part) in self._alone

    def to_post(self, part: str) -> Post:
        """The post that a part names, its rank and unit written out as far as the document does."""
        rank, rest = split_rank(part)
        unit = self._units.get(_to_form(rest), rest)
        if rank:
            title = f"{rank}, {unit}" if unit else rank
        elif is_post_title(rest):
            headed = _to_unit(rest)
            unit = self._units.get(_to_form(headed), headed)
            title = rest.replace(headed, unit) if headed else rest
        else:
            title = ""
        return Post(to_slug(title or unit), title, unit)


def _part_surely(cell: str) -> list[str]:
    parts = [part.strip(" ,") for part in _SURE_SEPARATOR.split(cell) if part.strip(" ,")]
    parts = [part for part in parts if not _NOBODY.match(part)]
    return [half for part in parts for half in _part_at_tight_slash(part)]


def _part_at_tight_slash(part: str) -> Sequence[str]:
    """`Supt City/Supt County`: a slash without spaces parts only where both sides begin with a rank or title."""
    halves = _TIGHT_SLASH.split(part)
    named = [half for half in halves if split_rank(half)[0] or is_post_title(half)]
    return halves if len(halves) > 1 and len(named) == len(halves) else [part]


def _to_form(text: str) -> str:
    """A spelling freed from case, commas and rank's short forms, to compare by."""
    rank, rest = split_rank(text)
    return re.sub(r"[\s,]+", " ", f"{rank} {rest}".replace("&", "and")).strip().lower()


def _to_unit(title: str) -> str:
    """The unit in a title without a rank: what a head is head of."""
    match = re.match(r"(?:head|director|chief|manager) of (.+)", title, re.IGNORECASE)
    return match[1] if match else ""


def _find_long_units(parts: Iterable[str]) -> dict[str, str]:
    """For each unit as printed, the longest spelling that it abbreviates and that stands elsewhere."""
    rests = {split_rank(part)[1] for part in parts}
    units = sorted((rests | {_to_unit(rest) for rest in rests}) - {""})
    alike: dict[tuple[int, str], list[str]] = defaultdict(list)
    for unit in units:
        alike[_to_shape(unit)].append(unit)
    preferred: dict[str, str] = {}
    for unit in units:
        longer = [other for other in alike[_to_shape(unit)] if is_short_for(unit, other)]
        preferred[_to_form(unit)] = max([unit, *longer], key=lambda other: (len(other), other))
    return preferred


def _to_shape(unit: str) -> tuple[int, str]:
    """What a short form shares with its full form: the number of words and the first letters."""
    return len(unit.split()), unit[:2].lower()


def is_short_for(short: str, full: str) -> bool:
    """Whether every word of one name begins the word of the other.

    >>> is_short_for("Corp Comms", "Corporate Communication"), is_short_for("Contact Mgmt", "Contact Management")
    (True, True)
    >>> is_short_for("County", "City")
    False
    """
    shorts, fulls = short.replace(",", "").split(), full.replace(",", "").split()
    if len(shorts) != len(fulls) or short.lower() == full.lower():
        return False
    return all(_begins(a.lower().rstrip("."), b.lower()) for a, b in zip(shorts, fulls, strict=True))


def _begins(short: str, full: str) -> bool:
    """Whether a word is another, its beginning (`Intel`, `Comms`), or its consonants (`Mgmt`)."""
    if short == full or (len(short) > 2 and full.startswith(short)):
        return True
    if len(short) > 4 and short.endswith("s") and full.startswith(short[:-1]):
        return True
    has_vowels = bool(set(short[1:]) & set("aeiou"))
    return len(short) > 2 and not has_vowels and short[-1] == full[-1] and _is_within(short, full)


def _is_within(short: str, full: str) -> bool:
    """Whether a word's letters stand in another in the same order, from its first on."""
    letters = iter(full)
    return short[0] == full[0] and all(letter in letters for letter in short)


def to_slug(text: str) -> str:
    """An id made from words.

    >>> to_slug("Detective Superintendent, EMSOU-SB")
    'detective-superintendent-emsou-sb'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
