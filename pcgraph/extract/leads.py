"""The lead officers of a document: its cells parted into posts, and every post spelt one way.

What parts two posts is learned from the document: `;`, `/` and a line's end part wherever both
sides can stand alone; a comma or a space parts only where both parts stand alone elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pcgraph.extract.clean import clean_wording
from pcgraph.extract.ranks import is_post_title, split_rank

_SURE_SEPARATOR = re.compile(r"\s*;\s*|\s+/\s*|\s*/\s+")
_TIGHT_SLASH = re.compile(r"\s*/\s*")
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
        for match in _WEAK_SEPARATOR.finditer(piece):
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
    preferred: dict[str, str] = {}
    for unit in units:
        longer = [other for other in units if is_short_for(unit, other)]
        preferred[_to_form(unit)] = max([unit, *longer], key=lambda other: (len(other), other))
    return preferred


def is_short_for(short: str, full: str) -> bool:
    """Whether every word of one name begins the word of the other.

    >>> is_short_for("Corp Comms", "Corporate Communication"), is_short_for("Intel", "Intelligence")
    (True, True)
    >>> is_short_for("County", "City")
    False
    """
    shorts, fulls = short.replace(",", "").split(), full.replace(",", "").split()
    if len(shorts) != len(fulls) or short.lower() == full.lower():
        return False
    return all(_begins(a.lower().rstrip("."), b.lower()) for a, b in zip(shorts, fulls, strict=True))


def _begins(short: str, full: str) -> bool:
    return (
        short == full
        or (len(short) > 2 and full.startswith(short))
        or (len(short) > 4 and short.endswith("s") and full.startswith(short[:-1]))
    )


def to_slug(text: str) -> str:
    """An id made from words.

    >>> to_slug("Detective Superintendent, EMSOU-SB")
    'detective-superintendent-emsou-sb'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
