"""Plant a fault against every rule of the shapes: a copy of a thing that breaks that one rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pcgraph.check.shape_conform import Subclasses
from pcgraph.check.shape_model import Constraint, Path, Shape, Target
from pcgraph.store import Store, load_memory_store
from pcgraph.terms import PCG, RDF, XSD

Triple = tuple[str, str, str]

BASE = "https://example.org/westmarch/"
TYPE = f"<{RDF}type>"
NOTHING = f"<{BASE}nothing>"
UNCOPIED = frozenset({f"<{RDF}subject>", f"<{RDF}object>"})
"""Links to a thing that its copy does not get: evidence of both would be evidence of too much."""

NOBODY = "_:nobody"
PLAN_DATES = (f"<{PCG}startDate>", f"<{PCG}endDate>")
"""Where pySHACL gives up on a blank node: it compares no two of them."""

BAD = {
    "class": NOTHING,
    "datatype": '"eins"@de',
    "in": NOTHING,
    "maxInclusive": f'"7"^^<{XSD}decimal>',
    "minInclusive": f'"-3"^^<{XSD}decimal>',
    "minLength": '""',
    "node": '"soon"',
    "nodeKind": NOBODY,
    "pattern": '"No / such \\\\ place"',
}
"""A value that breaks each rule, whatever the rule asks for in particular."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault that must be found: at which thing, where, and against what kind of rule."""

    focus: str
    path: str
    component: str


class Garden:
    """Triples into which faults are planted.

    Args:
        triples: Triples that meet all shapes.
        subclasses: The classes among them.
    """

    def __init__(self, triples: Iterable[Triple], subclasses: Subclasses) -> None:
        self.triples = set(triples)
        self._clean = sorted(self.triples)
        self._subclasses = subclasses
        self._count = 0

    def plant(self, shape: Shape, part: Shape, rule: Constraint) -> Planted:
        """Put in a thing that the shape speaks of and that breaks the rule."""
        self._count += 1
        focus = f"<{BASE}planted/{self._count}>"
        is_blank = part.path is None and rule.component == "nodeKind"
        focus = f"_:planted{self._count}" if is_blank else focus
        about_classes = part.path is None and rule.component in ("class", "or") and shape.targets[0].kind != "class"
        self._copy(shape.targets[0], focus, is_bare=about_classes)
        if part.path is None:
            self._spoil_thing(focus, rule)
        else:
            self._spoil_values(focus, part.path, rule)
        return Planted("_:" if is_blank else focus, "" if part.path is None else str(part.path), rule.component)

    def _copy(self, target: Target, focus: str, *, is_bare: bool) -> None:
        """A copy of something that the target means; with nothing but what makes it so where it must lack a class."""
        term = f"<{target.iri}>"
        if target.kind == "class":
            classes = self._subclasses.get(term, (term,))
            found = [s for s, p, o in self._clean if p == TYPE and o in classes]
            self.triples.add((focus, TYPE, term))
        elif target.kind == "subjects-of":
            found = [s for s, p, _ in self._clean if p == term]
            self.triples.add((focus, term, NOTHING))
        else:
            found = [o for _, p, o in self._clean if p == term]
            self.triples.add((NOTHING, term, focus))
        if found and not is_bare:
            self._copy_links(found[0], focus)

    def _copy_links(self, thing: str, focus: str) -> None:
        for subject, predicate, value in self._clean:
            if subject == thing:
                self.triples.add((focus, predicate, value))
            elif value == thing and predicate not in UNCOPIED:
                self.triples.add((subject, predicate, focus))

    def _spoil_thing(self, focus: str, rule: Constraint) -> None:
        if rule.component == "not":
            self.triples.add((focus, TYPE, rule.shapes[0].constraints[0].terms[0]))
        path = next((shape.path for shape in rule.shapes if shape.path), None)
        if path is not None:  # the plan that ends before it starts
            start, end = (f"<{shape.path.iri}>" for shape in rule.shapes[1:] if shape.path)
            for predicate, day in ((start, "2031-04-01"), (end, "2030-03-31")):
                self._drop(focus, Path(predicate[1:-1]))
                self.triples.add((focus, predicate, f'"{day}"^^<{XSD}date>'))

    def _spoil_values(self, focus: str, path: Path, rule: Constraint) -> None:
        if rule.component == "maxCount":
            for value in ("one", "two"):
                self._add(focus, path, f"<{BASE}planted/{self._count}/{value}>")
            return
        if rule.component == "disjoint":
            self.triples |= {(focus, rule.terms[0], NOTHING), (focus, f"<{path.iri}>", NOTHING)}
            return
        self._drop(focus, path)
        if rule.component not in ("minCount", "hasValue"):
            self._add(focus, path, BAD[rule.component])

    def _add(self, focus: str, path: Path, value: str) -> None:
        pair = (value, focus) if path.is_inverse else (focus, value)
        self.triples.add((pair[0], f"<{path.iri}>", pair[1]))

    def _drop(self, focus: str, path: Path) -> None:
        end = 2 if path.is_inverse else 0
        self.triples -= {triple for triple in self.triples if triple[end] == focus and triple[1] == f"<{path.iri}>"}


def to_store(triples: Iterable[Triple]) -> Store:
    """A store with these triples in one graph."""
    graph = f"<{BASE}graph/document/a>"
    return load_memory_store("".join(f"{' '.join(triple)} {graph} .\n" for triple in sorted(triples)), base=BASE)


def to_triples(lines: Iterable[str]) -> list[Triple]:
    """The triples of N-Quads lines, each once, in order."""
    from pyoxigraph import RdfFormat, parse

    quads = parse("".join(lines), RdfFormat.N_QUADS)
    return sorted({(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads})


def pick_faulty(triples: Sequence[Triple], seeds: Sequence[tuple[int, int, str]]) -> list[Triple]:
    """The triples, some of them dropped, doubled with another value or changed.

    Args:
        triples: In order.
        seeds: For each change the numbers of two triples, and what to do: `drop`, `swap` the values,
            `borrow` the other's value besides, or the value to put in its place.
    """
    changed = set(triples)
    for first, second, what in seeds:
        subject, predicate, value = triples[first % len(triples)]
        other = triples[second % len(triples)][2]
        if what == NOBODY and predicate in PLAN_DATES:
            continue
        if what != "borrow":
            changed.discard((subject, predicate, value))
        if what != "drop":
            changed.add((subject, predicate, other if what in ("swap", "borrow") else what))
    return sorted(changed)
