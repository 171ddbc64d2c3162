"""What a document calls the force, its area and the commissioner's office, learned from its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pcgraph.extract.names.lexicon import get_openers, is_ordinary

_NAME = r"[A-Z][a-z’'-]+(?: (?:(?:and|&) )?[A-Z][a-z’'-]+){0,2}"
_SIGNS = (
    re.compile(
        rf"\b({_NAME})(?:['’]s)? (?:Police,? (?:Fire )?(?:and|&) Crime (?:Panel|Plan|Commissioner)|Office of the P)"
    ),
    re.compile(rf"\b({_NAME})(?:['’]s)? (?:Constabulary|Police\b(?! (?:[A-Z]|and Crime|& Crime)))"),
    re.compile(rf"\bCommissioner for ({_NAME})"),
    re.compile(r"@([a-z]+)(?:-[a-z]*p[a-z]*cc)?\.(?:pnn|police|pcc|pfcc|example)\b"),
)
_WEAK_SIGN = re.compile(r"\b([A-Z][a-z]{3,}) (?=(?:[A-Z][\w’'-]+ |and |& ){1,5})")
_COVER = re.compile(r"^\W*(?:Report (?:of|author|from)|Author|Other contacts|Contact)\b", re.IGNORECASE)
_SLOGAN = re.compile(rf"\b({_NAME}) and ({_NAME})")
_NO_AREA = frozenset(
    {
        "british",
        "transport",
        "metropolitan",
        "national",
        "military",
        "neighbourhood",
        "mini",
        "prevent",
        "commissioner",
        "comms",
        "constable",
    }
)
_STEM = 5

OFFICE = re.compile(
    r"\b(?:(?:Deputy |Assistant )?(?!NPCC|APCC|NSPCC)[A-Z]{0,3}PF?CC|[A-Z]{0,2}OPF?CC"
    r"|(?:Office of the |Deputy |Assistant )?Police,? (?:Fire )?(?:and|&) Crime Commissioner|(?:Deputy )?Commissioner)"
    r"(?![\w-])"
)
"""The commissioner, or the commissioner's office."""

THE_FORCE = re.compile(r"(?<=\b[Tt]he )(?:[Ff]orce|Constabulary)(?!\w)|(?<![\w-])Force(?=['’]s\b)")
"""The force, called so."""


@dataclass(frozen=True, slots=True)
class Area:
    """The names of the area that the force serves.

    Attributes:
        words: Every word of its names, in lower case.
        force: The force's own name, or "".
    """

    words: frozenset[str]
    force: str

    def holds(self, words: Iterable[str]) -> bool:
        """Whether words name nothing but the area or a part of it such as its city."""
        folds = [word.casefold() for word in words]
        return all(fold in self.words or fold in _PARTS for fold in folds)


_PARTS = frozenset({"city", "county", "and", "the", "of", "&"})


def learn_area(lines: Iterable[str]) -> Area:
    """Learn the area's names from a whole document: the commonest word before `Police` and the like.

    >>> sorted(learn_area(["Report to: Marshire Police and Crime Panel", "across Marsh and Marshire"]).words)
    ['marsh', 'marshire']
    """
    lines = [re.sub(r"<[^<>]*>|[*_#]", " ", line) for line in lines]
    votes: Counter[str] = Counter()
    for line in lines:
        for sign in () if _COVER.search(line) else _SIGNS:
            votes.update(filter(None, (_clean(match[1]) for match in sign.finditer(line))))
    votes = votes or _count_prefixes(lines)
    if not votes:
        return Area(frozenset(), "")
    name = min(votes, key=lambda found: (-votes[found], found))
    words = {word.casefold() for word in name.split() if word not in ("and", "&")}
    text = " ".join(lines)
    return Area(frozenset(words | _find_variants(words, text) | _find_twins(words, lines)), _find_force(name, text))


def _count_prefixes(lines: Iterable[str]) -> Counter[str]:
    """How many different names a word that is no ordinary one begins: `Marshire Alliance`, `Marshire University`."""
    begun: dict[str, set[str]] = {}
    for line in lines:
        for match in _WEAK_SIGN.finditer(line):
            if not is_ordinary(match[1]):
                begun.setdefault(match[1], set()).add(line[match.end() : match.end() + 12])
    return Counter({word: len(names) for word, names in begun.items() if len(names) >= 3})


def _clean(name: str) -> str:
    """An area's name without the words before it that are no part of it."""
    words = [word.capitalize() if name.islower() else word for word in re.sub(r"['’]s\b", "", name).split()]
    while words and (words[0].casefold() in get_openers() or is_ordinary(words[0]) or words[0] in ("and", "&")):
        words.pop(0)
    folds = {word.casefold() for word in words}
    return "" if folds & _NO_AREA else " ".join(words)


def _find_variants(words: set[str], text: str) -> set[str]:
    """Other words of the text that share an area's stem: its town, its short form."""
    found = set()
    for word in words:
        if len(word) > _STEM:
            for match in re.finditer(rf"\b{word[: _STEM - 1].capitalize()}[a-z]*", text):
                other = match[0].casefold()
                if word.startswith(other) or (other.endswith("s") and word.startswith(other[:-1])):
                    found.add(other)
    return found


def _find_twins(words: set[str], lines: Iterable[str]) -> set[str]:
    """The other half of a slogan's `Marsh and Marshire`, where the halves share their stem."""
    found = set()
    for line in lines:
        for match in _SLOGAN.finditer(line):
            first, second = match[1].split()[-1].casefold(), match[2].split()[0].casefold()
            if {first, second} & words and first[: _STEM - 1] == second[: _STEM - 1]:
                found |= {first, second}
    return found


def _find_force(name: str, text: str) -> str:
    constabulary = f"{name} Constabulary"
    return constabulary if constabulary in text else f"{name} Police"
