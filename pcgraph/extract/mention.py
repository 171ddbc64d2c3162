"""A name found in a text, and the part that its bearer plays there."""

from __future__ import annotations

from dataclasses import dataclass

from pcgraph.extract.texts import Text


@dataclass(frozen=True, slots=True)
class Mention:
    """One place at which a text names an entity.

    Attributes:
        text: The text.
        start: Offset of the name's first character in the text's words.
        end: Offset behind its last character.
        entity: The entity's id: the register's, or one made from the name.
        kind: One of `pcgraph.model.ENTITY_KINDS`.
    """

    text: Text
    start: int
    end: int
    entity: str
    kind: str

    @property
    def surface(self) -> str:
        """The name as it stands in the text."""
        return self.text.words[self.start : self.end]

    @property
    def line(self) -> str:
        """Where in the document the name stands."""
        return self.text.paragraph.locate(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Part:
    """What a mention's sentence says of the entity.

    Attributes:
        role: One of `pcgraph.model.ROLES`.
        timing: One of `pcgraph.model.TIMINGS`.
        of: The id of the entity that it is a member of, or that funds it, or "".
        rule: The name of the rule that read the role.
    """

    role: str
    timing: str
    of: str
    rule: str
