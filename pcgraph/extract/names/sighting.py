"""One place at which a text seems to name an entity."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words that are taken for a name, and why.

    Attributes:
        text: Place of the text among the texts.
        start: Offset of the first character.
        end: Offset behind the last one.
        name: The name: the words as printed, or with the head that follows them.
        kind: The kind of entity.
        score: How sure it is, 0 to 1.
        why: What speaks for it, as the end of a sentence that begins with the name.
        surface: The words as printed, where the name is put otherwise.
    """

    text: int
    start: int
    end: int
    name: str
    kind: str
    score: float
    why: str
    surface: str = ""
