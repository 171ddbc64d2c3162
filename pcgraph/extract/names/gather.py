"""Sightings of all texts brought together: one entity for every name, with its kind, its score and the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pcgraph.extract.names.heads import find_head_word, to_singular
from pcgraph.extract.names.lexicon import is_listed
from pcgraph.extract.names.misprints import are_one_name
from pcgraph.extract.names.national import find_national
from pcgraph.extract.names.sighting import Sighting
from pcgraph.names import to_name_key

THRESHOLD = 0.5
_TWICE, _OFTEN, _MOST = 0.04, 0.07, 0.99
_PARTS = frozenset({"city", "county", "local"})
_TAILS = ("service", "services", "trust", "team", "partnership", "scheme", "project", "programme", "campaign", "system")
_LEAST_ALIKE = 95
_LEAST_LENGTH = 12
_NEIGHBOURS = 4


@dataclass(slots=True)
class Candidate:
    """A thing that a document seems to name.

    Attributes:
        key: Its first name's key.
        sightings: Where it was seen by its name.
        acronym: Its acronym, or "".
        keys: The keys of all its names.
        shortened: Short forms of its name that the texts use.
    """

    key: str
    sightings: list[Sighting] = field(default_factory=list)
    acronym: str = ""
    keys: set[str] = field(default_factory=set)
    shortened: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The kind that the sightings speak for most."""
        votes: Counter[str] = Counter()
        for sighting in self.sightings:
            votes[sighting.kind] += round(100 * sighting.score**3)
        return min(votes, key=lambda kind: (-votes[kind], kind))

    @property
    def best(self) -> Sighting:
        """The surest sighting of its kind."""
        kind = self.kind
        return max((one for one in self.sightings if one.kind == kind), key=lambda one: one.score)

    @property
    def score(self) -> float:
        """How sure it is that this is an entity: the surest sighting, raised by repetition."""
        count = len({(one.text, one.start) for one in self.sightings})
        raised = _OFTEN if count >= 3 else _TWICE if count == 2 else 0.0
        return min(_MOST, self.best.score + raised)

    @property
    def name(self) -> str:
        """Its fullest name: the longest one, the commonest of equals."""
        counts = Counter(one.name for one in self.sightings)
        return min(
            counts, key=lambda name: (name.isupper() and len(counts) > 1, -_count_words(name), -counts[name], name)
        )

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name by which it was seen, the fullest first."""
        surfaces = {name for one in self.sightings for name in (one.name, one.surface) if name}
        return tuple(sorted(surfaces, key=lambda name: (-len(name), name)))


def _count_words(name: str) -> int:
    return len(name.split())


def to_key(name: str) -> str:
    """A name's key, its head in singular.

    >>> to_key("Burglary Teams") == to_key("the burglary team")
    True
    """
    words = name.split()
    if len(words) > 1 and words[0].casefold() == "op":
        words[0] = "operation"
    if len(words) > 1 and find_head_word(words[-1]):
        words[-1] = to_singular(words[-1])
    return to_name_key(" ".join(words))


def gather(sightings: Iterable[Sighting], acronyms: Mapping[str, str], area: frozenset[str]) -> list[Candidate]:
    """The things that sightings name, in the order of their keys.

    Args:
        sightings: All of a document.
        acronyms: The long name's key of each acronym's key.
        area: Words of the names of the force's area, which a name may leave out.
    """
    groups: dict[str, Candidate] = {}
    for sighting in sightings:
        key = to_key(sighting.name)
        key = acronyms.get(key, acronyms.get(key.removesuffix("s"), key))
        known = find_national(sighting.name)
        key = to_key(known.name) if known and known.kind == sighting.kind else key
        groups.setdefault(key, Candidate(key, keys={key})).sightings.append(sighting)
    _join_shortened(groups, area)
    _join_curtailed(groups)
    _join_first_words(groups)
    _join_misprinted(groups, area)
    return [groups[key] for key in sorted(groups)]


def _join_shortened(groups: dict[str, Candidate], area: frozenset[str]) -> None:
    """Join `Road Safety Partnership` with `Marshire Road Safety Partnership`, where only one such name is longer."""
    for prefixes in (area, area | _PARTS):
        longer: dict[str, set[str]] = defaultdict(set)
        for key, group in groups.items():
            for name in group.spellings:
                words = name.split()
                kept = [word for word in words if word.casefold() not in prefixes]
                if len(kept) < len(words) and len(kept) >= 2:
                    longer[to_key(" ".join(kept))].add(key)
        for short, keys in sorted(longer.items()):
            _join_alike(groups, short, sorted(keys - {short}), area)


def _join_alike(groups: dict[str, Candidate], short: str, keys: Sequence[str], area: frozenset[str]) -> None:
    alive = [key for key in keys if key in groups]
    if not alive or len({_spell_out(key, area) for key in alive}) > 1:
        return
    names = [*alive, *([short] if short in groups else [])]
    if len(names) > 1 and len({groups[key].kind for key in names}) == 1:
        _join(groups, alive[0], names)


def _join_curtailed(groups: dict[str, Candidate]) -> None:
    """Join `Marshire Fire and Rescue` with `Marshire Fire and Rescue Service`."""
    for key in sorted(groups):
        for tail in _TAILS:
            if key in groups and key + tail in groups and groups[key].kind == groups[key + tail].kind:
                _join(groups, key + tail, [key, key + tail])


def _join_first_words(groups: dict[str, Candidate]) -> None:
    """Join `Lantern` with the only other organisation whose name begins with it, `Lantern Housing Charity`."""
    partners = {key: group for key, group in groups.items() if group.kind == "partner"}
    for key in sorted(key for key, group in partners.items() if len(group.name.split()) == 1):
        first = f"{groups[key].name} "
        longer = [other for other in sorted(partners) if other in groups and groups[other].name.startswith(first)]
        if len(longer) == 1:
            _join(groups, longer[0], [key, longer[0]])


def _spell_out(key: str, area: frozenset[str]) -> str:
    """A key with the area's short form written out: `marts` as `martinshire`."""
    for short in sorted(area):
        longer = [long for long in area if short.endswith("s") and long != short and long.startswith(short[:-1])]
        if longer:
            key = key.replace(short, max(longer, key=lambda long: (len(long), long)))
    return key


def _join_misprinted(groups: dict[str, Candidate], area: frozenset[str]) -> None:
    """Join long names of which one is a misprint, where they are of one kind and of one part of the area."""
    pairs = sorted((_cut_area(groups[key].name, area), key) for key in groups)
    long = [pair for pair in pairs if len(pair[0].key) >= _LEAST_LENGTH]
    for place, (first, key) in enumerate(long):
        for second, other in long[place + 1 : place + 1 + _NEIGHBOURS]:
            here = key in groups and other in groups and groups[key].kind == groups[other].kind
            if here and _are_alike(first, second):
                _join(groups, key, [key, other])


class _Cut(NamedTuple):
    """A name without the area's words: its key, these words, and the name."""

    key: str
    area: str
    name: str


def _cut_area(name: str, area: frozenset[str]) -> _Cut:
    words = name.split()
    within = [word for word in words if word.casefold() in area]
    kept = " ".join(word for word in words if word not in within)
    return _Cut(to_key(kept), " ".join(within).casefold(), kept)


def _are_alike(first: _Cut, second: _Cut) -> bool:
    """Whether either name may be a misprint of the other."""
    from rapidfuzz import fuzz

    if (first.area and second.area and first.area != second.area) or fuzz.ratio(first.key, second.key) < _LEAST_ALIKE:
        return False
    pairs = ((first.name, second.name), (second.name, first.name))
    return any(are_one_name(printed, right, is_known=is_listed) for printed, right in pairs)


def _join(groups: dict[str, Candidate], into: str, keys: Sequence[str]) -> None:
    for key in keys:
        if key != into:
            other = groups.pop(key)
            groups[into].sightings += other.sightings
            groups[into].keys |= other.keys
