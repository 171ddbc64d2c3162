"""Shapes as SPARQL: for each rule one SELECT that gives what breaks it."""

from __future__ import annotations

from typing import NamedTuple

from pcgraph.check.shape_conform import VALUE_COMPONENTS, Conform, Subclasses, write_not_less
from pcgraph.check.shape_model import Constraint, Path, Shape, Target
from pcgraph.check.shape_screens import Suspects
from pcgraph.check.shape_terms import write_columns
from pcgraph.errors import OntologyError

COUNTING = frozenset({"minCount", "maxCount", "hasValue"})
"""The rules that are broken without one value being at fault."""


class Query(NamedTuple):
    """The query for what breaks a rule.

    Attributes:
        columns: What it selects: the focus node and, where a value is at fault, the value.
        body: What it asks.
    """

    columns: str
    body: str

    def write(self, suspects: Suspects | None) -> str:
        """The SELECT, over everything or over what alone may break the rule."""
        only = f"VALUES ?{suspects.name} {{ {' '.join(suspects.terms)} }}" if suspects else ""
        return f"SELECT {self.columns} WHERE {{\n  {only}\n  {self.body}\n}}"


def write_query(shape: Shape, part: Shape, rule: Constraint, subclasses: Subclasses) -> Query:
    """The query for what breaks a rule; the same row may come more than once.

    Args:
        shape: The shape with the targets.
        part: The shape with the rule: the same, or one of its properties.
        rule: The rule.
        subclasses: The classes of the graph.

    Raises:
        OntologyError: The rule is not known here.
    """
    conform = Conform(subclasses)
    columns = ["this"] if rule.component in COUNTING else ["this", "value"]
    body = f"{write_targets(shape.targets, conform)}\n  {_write_body(part, rule, conform)}"
    return Query(" ".join(map(write_columns, columns)), body)


def write_targets(targets: tuple[Target, ...], conform: Conform) -> str:
    """A pattern that binds `?this` to each focus node, perhaps more than once."""
    classes = [f"<{target.iri}>" for target in targets if target.kind == "class"]
    names = list(dict.fromkeys(name for term in classes for name in conform.list_classes(term)))
    parts = [f"?this a {names[0]} ."] if len(names) == 1 else []
    if len(names) > 1:
        parts.append(f"VALUES ?class {{ {' '.join(names)} }} ?this a ?class .")
    for target in targets:
        if target.kind == "subjects-of":
            parts.append(f"?this <{target.iri}> ?any .")
        elif target.kind == "objects-of":
            parts.append(f"?any <{target.iri}> ?this .")
    return parts[0] if len(parts) == 1 else " UNION ".join(f"{{ {part} }}" for part in parts)


def _write_body(part: Shape, rule: Constraint, conform: Conform) -> str:
    path, name = part.path, rule.component
    if path is None and name in VALUE_COMPONENTS - {"disjoint"}:
        return f"FILTER(!({conform.write(rule, '?this', '?this')})) BIND(?this AS ?value)"
    if path is None:
        raise _refuse(part, rule)
    values = path.to_pattern("?this", "?value")
    if name in VALUE_COMPONENTS:
        return f"{values} FILTER(!({conform.write(rule, '?value', '?this')}))"
    if name == "lessThan":
        return f"{values} ?this {rule.terms[0]} ?other . FILTER({write_not_less('?value', '?other')})"
    if name == "hasValue":
        return f"FILTER NOT EXISTS {{ {path.to_pattern('?this', rule.terms[0])} }}"
    if name in COUNTING:
        return _write_count(part, path, rule)
    raise _refuse(part, rule)


def _write_count(part: Shape, path: Path, rule: Constraint) -> str:
    values, limit = path.to_pattern("?this", "?value"), int(rule.terms[0])
    if rule.component == "minCount" and limit > 1:
        raise _refuse(part, rule)
    if rule.component == "minCount":
        return f"FILTER NOT EXISTS {{ {values} }}" if limit else "FILTER(false)"
    if limit == 0:
        return f"FILTER EXISTS {{ {values} }}"
    if limit == 1:
        other = path.to_pattern("?this", "?other")
        return f"{values} {other} FILTER(!sameTerm(?value, ?other))"
    group = f"SELECT ?this WHERE {{ {values} }} GROUP BY ?this HAVING(COUNT(DISTINCT ?value) > {limit})"
    return f"{{ {group} }}"


def _refuse(shape: Shape, rule: Constraint) -> OntologyError:
    return OntologyError(
        f"The shape {shape.name} uses sh:{rule.component} {' '.join(rule.terms)}: the fast path does not know that.",
        hint="Write the shape in other words, or run the shapes with pySHACL alone.",
    )
