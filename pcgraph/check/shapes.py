"""Hold the graph against the shapes of the ontology: the fast path, SPARQL on any store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pcgraph.check.report import Finding
from pcgraph.check.shape_model import Constraint, Fault, Shape
from pcgraph.check.shape_reader import read_shapes
from pcgraph.check.shape_screens import Screens, Suspects
from pcgraph.check.shape_sparql import COUNTING, Query, write_query
from pcgraph.check.shape_terms import TERM_CELLS, to_term
from pcgraph.check.shape_words import to_findings
from pcgraph.store.base import Store
from pcgraph.terms import RDFS

_Place = tuple[Shape, Shape, Constraint]
"""A rule, with the shape that has the targets before it, and the one that has the rule."""

_SUBCLASSES = f"SELECT DISTINCT ?lower ?upper WHERE {{ ?lower <{RDFS}subClassOf> ?upper }}"


def find_shape_faults(store: Store, *, directory: Path | None = None) -> list[Finding]:
    """What of the graph does not fit the shapes, as findings of the check `shape`, the gravest first.

    Args:
        store: The graph, with the ontology in it.
        directory: The folder of the shapes; the shipped one unless given.

    Raises:
        OntologyError: A shape asks for what the fast path does not know; nothing was run.
    """
    return to_findings(store, find_faults(store, read_shapes(directory)))


def find_faults(store: Store, shapes: Iterable[Shape] | None = None) -> list[Fault]:
    """Every fault of the graph against the shapes, sorted, each once.

    Args:
        store: The graph, with the ontology in it.
        shapes: The shapes; those shipped unless given.

    Raises:
        OntologyError: A shape asks for what the fast path does not know; nothing was run.
    """
    chosen = read_shapes() if shapes is None else tuple(shapes)
    subclasses = find_subclasses(store)
    tasks = [(write_query(*place, subclasses), place) for place in _iter_rules(chosen)]
    screens = Screens(store, chosen, subclasses)
    return sorted(
        {fault for query, place in tasks for fault in _run(store, query, place, screens.find_suspects(*place))}
    )


def _iter_rules(shapes: Iterable[Shape]) -> Iterator[_Place]:
    for shape in shapes:
        for part in _iter_parts(shape):
            for rule in part.constraints:
                yield shape, part, rule


def _iter_parts(shape: Shape) -> Iterator[Shape]:
    yield shape
    yield from shape.properties


def find_subclasses(store: Store) -> dict[str, tuple[str, ...]]:
    """Each class of the graph with itself and all its subclasses, as SPARQL terms."""
    below: dict[str, list[str]] = {}
    for lower, upper in store.select(_SUBCLASSES).rows:
        below.setdefault(f"<{upper}>", []).append(f"<{lower}>")
    return {name: tuple(_climb_down(name, below)) for name in below}


def _climb_down(name: str, below: dict[str, list[str]]) -> list[str]:
    found = [name]
    for lower in found:
        found += [other for other in sorted(below.get(lower, ())) if other not in found]
    return found


def _run(store: Store, query: Query, place: _Place, suspects: Suspects | None) -> Iterator[Fault]:
    """What breaks a rule; nothing is asked where there are no suspects."""
    if suspects and not suspects.terms:
        return
    _, part, rule = place
    path = "" if part.path is None else str(part.path)
    for row in store.select(query.write(suspects)).rows:
        value = "" if rule.component in COUNTING else to_term(row[TERM_CELLS:])
        yield Fault(to_term(row[:TERM_CELLS]), path, rule.component, value, part.name, part.severity, part.message)
