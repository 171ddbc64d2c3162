"""What a document has told of its names, and the pieces of text that may be names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pcgraph.extract.names.force import Area
from pcgraph.extract.names.heads import find_head
from pcgraph.extract.names.national import find_national

CALLED_BY = frozenset({"operation", "op", "project"})


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a document has told of its names so far.

    Attributes:
        area: The names of the force's area.
        acronyms: The kind of every acronym that the document spells out, `none` for what is no entity.
        pairs: Words that `and` joins within one name, as `salt/light`; whether a list or `&` tells so.
    """

    area: Area
    acronyms: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[str, bool] = field(default_factory=dict)

    def is_closed(self, words: Sequence[str]) -> bool:
        """Whether words are a name by themselves: they end in a head, or are known."""
        if not words:
            return False
        if len(words) == 1 and self.acronyms.get(words[0], "none") != "none":
            return True
        known = find_national(" ".join(words))
        if known:
            return known.kind != "none"
        if len(words) > 1 and words[-1].casefold() in self.area.words and find_national(" ".join(words[:-1])):
            return True
        if words[0].casefold() in CALLED_BY and len(words) == 2:
            return True
        headed = find_head(words)
        return bool(headed and headed.kind != "none" and headed.modifiers)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in capitals that may be a name.

    Attributes:
        first: Place of its first word.
        last: Place behind its last one.
        owner: Whether the words before it own it.
    """

    first: int
    last: int
    owner: bool = False
