"""Whether a term meets a shape, as a SPARQL expression that is true or false and never an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count

from pcgraph.check.shape_model import Constraint, Shape
from pcgraph.errors import OntologyError
from pcgraph.terms import XSD

Subclasses = Mapping[str, tuple[str, ...]]
"""Each class with itself and all its subclasses, as SPARQL terms; a class that is missing has none but itself."""

_NODE_KINDS = {
    "IRI": "isIRI({0})",
    "Literal": "isLiteral({0})",
    "BlankNode": "isBlank({0})",
    "BlankNodeOrIRI": "!isLiteral({0})",
    "BlankNodeOrLiteral": "!isIRI({0})",
    "IRIOrLiteral": "!isBlank({0})",
}
_DAY = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])"
_LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
_LEXICAL = {
    f"<{XSD}boolean>": "^(true|false|0|1)$",
    f"<{XSD}integer>": "^[+-]?[0-9]+$",
    f"<{XSD}decimal>": r"^[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)$",
    f"<{XSD}date>": f"^([0-9]{{4}}-({_DAY})|{_LEAP})(Z|[+-][0-9]{{2}}:[0-9]{{2}})?$",
}
"""What a literal of a datatype looks like, where an ill-typed one is a fault too (SHACL 4.1.2)."""

VALUE_COMPONENTS = frozenset(
    {
        "class",
        "datatype",
        "disjoint",
        "in",
        "maxInclusive",
        "minInclusive",
        "minLength",
        "node",
        "nodeKind",
        "not",
        "or",
        "pattern",
    }
)
"""The rules that look at each value by itself."""


class Conform:
    """Writes the expressions of one query.

    Args:
        subclasses: The classes of the graph.
    """

    def __init__(self, subclasses: Subclasses) -> None:
        self._subclasses = subclasses
        self._numbers = count(1)
        self._writers: dict[str, Callable[[Constraint, str, str], str]] = {
            "class": lambda rule, value, _: self._write_class((rule.terms[0],), value),
            "datatype": _write_datatype,
            "disjoint": lambda rule, value, focus: f"NOT EXISTS {{ {focus} {rule.terms[0]} {value} }}",
            "in": lambda rule, value, _: f"COALESCE({value} IN ({', '.join(rule.terms)}), false)",
            "maxInclusive": lambda rule, value, _: f"COALESCE({value} <= {rule.terms[0]}, false)",
            "minInclusive": lambda rule, value, _: f"COALESCE({value} >= {rule.terms[0]}, false)",
            "minLength": lambda rule, value, _: f"(!isBlank({value}) && STRLEN(STR({value})) >= {rule.terms[0]})",
            "node": lambda rule, value, _: self.write_shape(rule.shapes[0], value),
            "nodeKind": _write_node_kind,
            "not": lambda rule, value, _: f"!({self.write_shape(rule.shapes[0], value)})",
            "or": lambda rule, value, _: self._write_or(rule.shapes, value),
            "pattern": lambda rule, value, _: f"(!isBlank({value}) && REGEX(STR({value}), {rule.terms[0]}))",
        }

    def write(self, rule: Constraint, value: str, focus: str) -> str:
        """Whether a value meets a rule.

        Args:
            rule: One of `VALUE_COMPONENTS`.
            value: The value's variable.
            focus: The variable of the thing that has the value.
        """
        return self._writers[rule.component](rule, value, focus)

    def write_shape(self, shape: Shape, focus: str) -> str:
        """Whether a term meets a shape that another speaks of.

        Raises:
            OntologyError: The shape counts values otherwise than “one at least” or “none”.
        """
        if shape.path is None:
            parts = [self._write_inside(rule, focus, shape) for rule in shape.constraints]
        else:
            parts = [self._write_at_path(rule, shape, focus) for rule in shape.constraints]
        parts += [self.write_shape(part, focus) for part in shape.properties]
        return " && ".join(f"({part})" for part in parts) or "true"

    def list_classes(self, term: str) -> tuple[str, ...]:
        """A class with its subclasses, as SPARQL terms."""
        return self._subclasses.get(term, (term,))

    def _write_inside(self, rule: Constraint, focus: str, shape: Shape) -> str:
        if rule.component == "hasValue":
            return f"sameTerm({focus}, {rule.terms[0]})"
        if rule.component not in VALUE_COMPONENTS - {"disjoint"}:
            raise _refuse(shape, rule)
        return self.write(rule, focus, focus)

    def _write_at_path(self, rule: Constraint, shape: Shape, focus: str) -> str:
        assert shape.path is not None  # noqa: S101 - the caller asked; this tells the type checker
        value, other = f"?v{next(self._numbers)}", f"?v{next(self._numbers)}"
        pattern = shape.path.to_pattern(focus, value)
        if rule.component in VALUE_COMPONENTS:
            return f"NOT EXISTS {{ {pattern} FILTER(!({self.write(rule, value, focus)})) }}"
        if rule.component == "lessThan":
            return f"NOT EXISTS {{ {pattern} {focus} {rule.terms[0]} {other} FILTER({write_not_less(value, other)}) }}"
        if rule.component == "hasValue":
            return f"EXISTS {{ {shape.path.to_pattern(focus, rule.terms[0])} }}"
        if (rule.component, rule.terms) in {("minCount", ("1",)), ("maxCount", ("0",))}:
            return f"{'NOT ' * (rule.component == 'maxCount')}EXISTS {{ {pattern} }}"
        raise _refuse(shape, rule)

    def _write_or(self, shapes: tuple[Shape, ...], value: str) -> str:
        """Shapes that ask for a class and no more are one look-up together."""
        classes = [_find_lone_class(shape) for shape in shapes]
        parts = [self.write_shape(shape, value) for shape, name in zip(shapes, classes, strict=True) if not name]
        if lone := tuple(name for name in classes if name):
            parts.insert(0, self._write_class(lone, value))
        return " || ".join(f"({part})" for part in parts) or "false"

    def _write_class(self, terms: tuple[str, ...], value: str) -> str:
        classes = list(dict.fromkeys(name for term in terms for name in self.list_classes(term)))
        if len(classes) == 1:
            return f"EXISTS {{ {value} a {classes[0]} }}"
        name = f"?c{next(self._numbers)}"
        return f"EXISTS {{ {value} a {name} FILTER({name} IN ({', '.join(classes)})) }}"


def write_not_less(value: str, other: str) -> str:
    """That a value is not less than another, or that the two cannot be compared (SHACL 4.5.3)."""
    return f"!COALESCE({value} < {other}, false)"


def _find_lone_class(shape: Shape) -> str:
    if shape.path is None and not shape.properties and [rule.component for rule in shape.constraints] == ["class"]:
        return shape.constraints[0].terms[0]
    return ""


def _write_datatype(rule: Constraint, value: str, _: str) -> str:
    datatype = rule.terms[0]
    has_type = f"isLiteral({value}) && DATATYPE({value}) = {datatype}"
    lexical = f' && REGEX(STR({value}), "{_LEXICAL[datatype]}")' if datatype in _LEXICAL else ""
    return f"({has_type}{lexical})"


def _write_node_kind(rule: Constraint, value: str, _: str) -> str:
    kind = rule.terms[0].rpartition("#")[2].rstrip(">")
    if kind not in _NODE_KINDS:
        raise OntologyError(f"There is no kind of node “{kind}”.", hint=f"Write one of: {', '.join(_NODE_KINDS)}.")
    return _NODE_KINDS[kind].format(value)


def _refuse(shape: Shape, rule: Constraint) -> OntologyError:
    return OntologyError(
        f"The shape {shape.name} uses sh:{rule.component} {' '.join(rule.terms)} within another rule: "
        "the fast path does not know that.",
        hint="Write the shape in other words, or run the shapes with pySHACL alone.",
    )
