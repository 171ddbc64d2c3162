"""Cheap questions that tell of most rules that nothing breaks them, and of others what may.

A set lies within another just if both together are as large as the other. Counting a union is a
scan; looking up for each thing whether it has a class or a value is six times slower. All answers
are exact: where one is no, or a rule has no such question, the rule's own query is run, over the
few things that may break it where they are known.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from pcgraph.check.shape_conform import VALUE_COMPONENTS, Conform, Subclasses
from pcgraph.check.shape_model import Constraint, Path, Shape, Target
from pcgraph.check.shape_terms import BLANK, to_term, write_columns
from pcgraph.store.base import Store

Set = tuple[str, ...]
"""A set of terms: patterns that each bind `?x` to some of its members."""

_ONE = ("1",)
_MOST = 2_000


class Suspects(NamedTuple):
    """Some terms.

    Attributes:
        name: The variable that stands for them in a rule's query, `this` or `value`.
        terms: As SPARQL writes them.
    """

    name: str
    terms: tuple[str, ...]


class _Size(NamedTuple):
    """How many members a set has, and how many solutions its patterns have."""

    members: int
    solutions: int


class Screens:
    """The questions to one store, each asked once.

    Args:
        store: The graph.
        shapes: All shapes that are run.
        subclasses: The classes of the graph.
    """

    def __init__(self, store: Store, shapes: Iterable[Shape], subclasses: Subclasses) -> None:
        self._store = store
        self._subclasses = subclasses
        self._parts = [(shape, part) for shape in shapes for part in (shape, *shape.properties)]
        self._sizes: dict[Set, _Size] = {}
        self._found: dict[str, Suspects | None] = {}

    def find_suspects(self, shape: Shape, part: Shape, rule: Constraint) -> Suspects | None:
        """What may break a rule: nothing else does. None where that is not known.

        Args:
            shape: The shape with the targets.
            part: The shape with the rule: the same, or one of its properties.
            rule: The rule.
        """
        path, targets = part.path, self._list_targets(shape.targets)
        if classes := _find_classes(rule):
            instances = self._list_instances(classes)
            if path is None:
                return self._find_outside("this", targets, instances)
            return self._find_outside("value", _list_values(path), instances)
        if path is None:
            return None
        if rule.component == "minCount" and rule.terms == _ONE:
            return self._find_outside("this", self._needy[path], _list_holders(path))
        if rule.component == "maxCount" and rule.terms == _ONE:
            return self._find_repeated(path)
        if not _is_about_value(rule):
            return None
        return self._find_misfits(path, self._rules[path]) or self._find_misfits(path, (rule,))

    def _find_outside(self, name: str, part: Set, whole: Set) -> Suspects | None:
        """What is in one set and not in another."""
        if self._measure(tuple(sorted({*part, *whole}))).members == self._measure(whole).members:
            return Suspects(name, ())
        # Unlike FILTER NOT EXISTS, MINUS is one comparison of two tables; each shows the other only ?x.
        body = f"{{ SELECT ?x {{ {_write_union(part)} }} }} MINUS {{ SELECT ?x {{ {_write_union(whole)} }} }}"
        return self._select(name, f"{body} BIND(?x AS ?{name})")

    def _measure(self, terms: Set) -> _Size:
        if terms not in self._sizes:
            counts = "(COUNT(DISTINCT ?x) AS ?members) (COUNT(*) AS ?solutions)"
            query = f"SELECT {counts} WHERE {{ {_write_union(terms)} }}"
            members, solutions = self._store.select(query).rows[0]
            self._sizes[terms] = _Size(int(members or 0), int(solutions or 0))
        return self._sizes[terms]

    def _find_misfits(self, path: Path, rules: tuple[Constraint, ...]) -> Suspects | None:
        """What has a value at a path that breaks one of the rules, be they meant for it or not."""
        conform = Conform(self._subclasses)  # a new one, so that the same question has the same words
        tests = " && ".join(conform.write(rule, "?value", "?this") for rule in rules)
        return self._select("this", f"{path.to_pattern('?this', '?value')} FILTER(!({tests}))")

    def _find_repeated(self, path: Path) -> Suspects | None:
        """What has more than one value at a path."""
        size = self._measure(_list_holders(path))
        if size.members == size.solutions:
            return Suspects("this", ())
        values = path.to_pattern("?this", "?value")
        return self._select("this", f"{{ SELECT ?this {{ {values} }} GROUP BY ?this HAVING(COUNT(?value) > 1) }}")

    def _select(self, name: str, body: str) -> Suspects | None:
        query = f"SELECT DISTINCT {write_columns(name)} WHERE {{ {body} }} LIMIT {_MOST + 1}"
        if query not in self._found:
            terms = tuple(sorted({to_term(row) for row in self._store.select(query).rows}))
            is_known = len(terms) <= _MOST and BLANK not in terms
            self._found[query] = Suspects(name, terms) if is_known else None
        return self._found[query]

    @cached_property
    def _needy(self) -> dict[Path, Set]:
        """Everything that some shape says has a value at a path."""
        found: dict[Path, set[str]] = {}
        for shape, part in self._parts:
            if part.path is not None and any(rule.component == "minCount" for rule in part.constraints):
                found.setdefault(part.path, set()).update(self._list_targets(shape.targets))
        return {path: tuple(sorted(patterns)) for path, patterns in found.items()}

    @cached_property
    def _rules(self) -> dict[Path, tuple[Constraint, ...]]:
        """What the shapes say of each value at a path, whosever it is."""
        found: dict[Path, dict[Constraint, None]] = {}
        for _, part in self._parts:
            if part.path is not None:
                found.setdefault(part.path, {}).update(dict.fromkeys(filter(_is_about_value, part.constraints)))
        return {path: tuple(rules) for path, rules in found.items()}

    def _list_targets(self, targets: tuple[Target, ...]) -> Set:
        found = set(self._list_instances(f"<{target.iri}>" for target in targets if target.kind == "class"))
        found |= {f"?x <{target.iri}> ?y" for target in targets if target.kind == "subjects-of"}
        found |= {f"?y <{target.iri}> ?x" for target in targets if target.kind == "objects-of"}
        return tuple(sorted(found))

    def _list_instances(self, classes: Iterable[str]) -> Set:
        return tuple(
            sorted({f"?x a {name}" for term in classes for name in Conform(self._subclasses).list_classes(term)})
        )


def _write_union(terms: Set) -> str:
    return " UNION ".join(f"{{ {pattern} }}" for pattern in terms)


def _list_holders(path: Path) -> Set:
    """Everything that has a value at a path."""
    return (f"?y <{path.iri}> ?x",) if path.is_inverse else (f"?x <{path.iri}> ?y",)


def _list_values(path: Path) -> Set:
    return _list_holders(Path(path.iri, is_inverse=not path.is_inverse))


def _find_classes(rule: Constraint) -> tuple[str, ...]:
    """The classes of which a rule asks for one, where it asks for no more."""
    if rule.component == "class":
        return rule.terms
    if rule.component != "or":
        return ()
    found = [_find_classes(shape.constraints[0]) if _is_one_rule(shape) else () for shape in rule.shapes]
    return tuple(name for names in found for name in names) if all(found) else ()


def _is_one_rule(shape: Shape) -> bool:
    return shape.path is None and not shape.properties and len(shape.constraints) == 1


def _is_about_value(rule: Constraint) -> bool:
    """Whether a rule looks at a value by itself, and no count of classes answers it."""
    return rule.component in VALUE_COMPONENTS - {"disjoint"} and not _find_classes(rule)
