"""What a shape is, as far as the fast path runs it, and what a fault against one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from pcgraph.query.files import Severity

TargetKind = Literal["class", "subjects-of", "objects-of"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a shape speaks of.

    Attributes:
        kind: The instances of a class and of its subclasses, or the subjects or objects of a property.
        iri: The class or the property.
    """

    kind: TargetKind
    iri: str


@dataclass(frozen=True, slots=True)
class Path:
    """The way from a focus node to its values.

    Attributes:
        iri: The property.
        is_inverse: Whether the values are the property's subjects.
    """

    iri: str
    is_inverse: bool = False

    def __str__(self) -> str:
        return f"^<{self.iri}>" if self.is_inverse else f"<{self.iri}>"

    def to_pattern(self, focus: str, value: str) -> str:
        """The triple pattern from one SPARQL variable to another."""
        return f"{value} <{self.iri}> {focus} ." if self.is_inverse else f"{focus} <{self.iri}> {value} ."


@dataclass(frozen=True, slots=True)
class Constraint:
    """One rule of a shape.

    Attributes:
        component: The SHACL parameter without its prefix, such as `minCount`.
        terms: Its values as SPARQL writes them; one but for `in`.
        shapes: The shapes that `or`, `not` and `node` speak of.
    """

    component: str
    terms: tuple[str, ...] = ()
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape.

    Attributes:
        name: Its own name, or that of the shape that holds it.
        path: Where its values are; None where the focus node is the value.
        constraints: Its rules.
        properties: The shapes that its focus nodes must meet too.
        targets: What it speaks of by itself.
        severity: How grave a fault is.
        message: The rule in plain words.
    """

    name: str
    path: Path | None
    constraints: tuple[Constraint, ...]
    properties: tuple[Shape, ...]
    targets: tuple[Target, ...]
    severity: Severity
    message: str


class Fault(NamedTuple):
    """One validation result. Terms are written as in N-Triples, a blank node as `_:`.

    Attributes:
        focus: The thing that does not fit.
        path: Where its value was looked for, `^` before an inverse one; empty for the thing itself.
        component: The rule that it breaks, such as `minCount`.
        value: The value that does not fit; empty where one is missing or there are too many.
        shape: The shape's name.
        severity: How grave it is.
        message: The rule in plain words.
    """

    focus: str
    path: str
    component: str
    value: str
    shape: str
    severity: Severity
    message: str
