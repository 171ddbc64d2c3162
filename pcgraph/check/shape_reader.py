"""Read the shapes of `ontology/shapes/*.ttl`: SHACL Core, and of that only what the fast path can run.

Source: Shapes Constraint Language (SHACL), W3C Recommendation 20 July 2017. Whatever is not known here
is refused, never passed over: a rule that nobody runs would look like one that everything meets.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from pcgraph.check.shape_model import Constraint, Path, Shape, Target, TargetKind
from pcgraph.errors import OntologyError
from pcgraph.places import get_shapes_dir
from pcgraph.query.files import Severity
from pcgraph.terms import RDF, RDFS, XSD

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode

    Term = NamedNode | BlankNode | Literal
    _Facts = dict[str, list[tuple[Term, str]]]

SHACL = "http://www.w3.org/ns/shacl#"

_TARGETS: dict[str, TargetKind] = {
    "targetClass": "class",
    "targetSubjectsOf": "subjects-of",
    "targetObjectsOf": "objects-of",
}
_SEVERITIES: dict[str, Severity] = {"Violation": "error", "Warning": "warning", "Info": "info"}
_COUNTS = frozenset({"minCount", "maxCount", "minLength"})
_BOUNDS = frozenset({"minInclusive", "maxInclusive"})
_IRIS = frozenset({"class", "datatype", "nodeKind", "lessThan", "disjoint"})
_NESTED = frozenset({"not", "node"})
_SAID = frozenset({"path", "property", "message", "severity", "name", "description", *_TARGETS})
_SAID_ELSEWHERE = frozenset(
    {f"{RDF}type", *(f"{RDFS}{name}" for name in ("label", "comment", "seeAlso", "isDefinedBy"))}
)
_SHAPE_CLASSES = frozenset({f"{SHACL}NodeShape", f"{SHACL}PropertyShape"})
_DATATYPES = frozenset(
    XSD + name for name in ("string", "boolean", "integer", "decimal", "date", "gYear", "gYearMonth")
)
_NUMBERS = frozenset({f"{XSD}integer", f"{XSD}decimal"})


def read_shapes(folder: FilePath | None = None) -> tuple[Shape, ...]:
    """The shapes that have targets, in the order of their names.

    Args:
        folder: The folder of the `*.ttl` files; the shipped one unless given.

    Raises:
        OntologyError: A file is not Turtle, there is none, or a shape asks for what the fast path does not know.
    """
    from pyoxigraph import RdfFormat, parse

    folder = folder or get_shapes_dir()
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise OntologyError(f"There are no shapes in {folder}.", hint="Install pcgraph again, or restore the folder.")
    graph = _Graph()
    for file in files:
        try:
            for quad in parse(path=file, format=RdfFormat.TURTLE):
                graph.add(quad.subject, quad.predicate.value, quad.object, file.name)
        except SyntaxError as error:
            raise OntologyError(f"{file.name} is not Turtle: {error.msg}.", hint="Mend that line.") from error
    return tuple(sorted(graph.iter_shapes(), key=lambda shape: shape.name))


class _Graph:
    """Triples by subject; blank nodes are told apart by the file that holds them."""

    def __init__(self) -> None:
        self._by_subject: dict[str, _Facts] = {}

    def add(self, subject: Term, predicate: str, value: Term, file: str) -> None:
        """Take in a triple of a file."""
        self._by_subject.setdefault(_to_key(subject, file), {}).setdefault(predicate, []).append((value, file))

    def iter_shapes(self) -> Iterator[Shape]:
        """Each shape that has a target; a further one that says anything unknown is refused as well."""
        for node, facts in self._by_subject.items():
            if any(SHACL + name in facts for name in _TARGETS):
                yield self._read_shape(node, _to_local(node), ())
            elif _is_shape(facts):
                self._refuse_unknown("(without a name)" if node.startswith("_:") else _to_local(node), facts)

    def _read_shape(self, node: str, owner: str, above: tuple[str, ...]) -> Shape:
        facts = self._by_subject.get(node, {})
        name = owner if node.startswith("_:") else _to_local(node)
        if not facts:
            raise _refuse(owner, f"refers to {_to_local(node)}, which is none".replace(node, "something"))
        if node in above:
            raise _refuse(name, "refers to itself")
        self._refuse_unknown(name, facts)
        inside = (*above, node)
        return Shape(
            name=name,
            path=self._find_path(node, name),
            constraints=tuple(self._iter_constraints(facts, name, inside)),
            properties=tuple(self._iter_properties(facts, name, inside)),
            targets=tuple(
                Target(kind, _to_iri(term, name))
                for word, kind in _TARGETS.items()
                for term, _ in facts.get(SHACL + word, ())
            ),
            severity=self._find_severity(facts, name),
            message=" ".join(sorted(_to_text(term) for term, _ in facts.get(f"{SHACL}message", ()))),
        )

    def _refuse_unknown(self, name: str, facts: _Facts) -> None:
        for predicate in facts:
            word = predicate.removeprefix(SHACL)
            known = _SAID | _COUNTS | _BOUNDS | _IRIS | _NESTED | {"in", "or", "hasValue", "pattern"}
            if predicate not in _SAID_ELSEWHERE and (word == predicate or word not in known):
                raise _refuse(name, f"uses {_to_name(predicate)}")
        for term, _ in facts.get(f"{RDF}type", ()):
            if _to_text(term) not in _SHAPE_CLASSES:
                raise _refuse(name, f"is a {_to_name(_to_text(term))} at the same time")

    def _iter_properties(self, facts: _Facts, name: str, above: tuple[str, ...]) -> Iterator[Shape]:
        for value in facts.get(f"{SHACL}property", ()):
            shape = self._read_shape(_to_key(*value), name, above)
            if f"{SHACL}path" in facts:
                raise _refuse(name, "uses sh:property at the values of a path")
            if shape.path is None:
                raise _refuse(name, "uses sh:property with a shape that has no path")
            yield shape

    def _find_path(self, node: str, name: str) -> Path | None:
        terms = self._by_subject[node].get(f"{SHACL}path", [])
        if not terms:
            return None
        term, file = terms[0]
        if len(terms) == 1 and _is_iri(term):
            return Path(_to_text(term))
        facts = self._by_subject.get(_to_key(term, file), {})
        if len(terms) == 1 and list(facts) == [f"{SHACL}inversePath"] and _is_iri(facts[f"{SHACL}inversePath"][0][0]):
            return Path(_to_text(facts[f"{SHACL}inversePath"][0][0]), is_inverse=True)
        raise _refuse(name, "has a path that is neither a property nor the inverse of one")

    def _find_severity(self, facts: _Facts, name: str) -> Severity:
        words = [_to_text(term).removeprefix(SHACL) for term, _ in facts.get(f"{SHACL}severity", ())] or ["Violation"]
        if len(words) > 1 or words[0] not in _SEVERITIES:
            raise _refuse(name, f"has the severity {' and '.join(words)}")
        return _SEVERITIES[words[0]]

    def _iter_constraints(self, facts: _Facts, name: str, above: tuple[str, ...]) -> Iterator[Constraint]:
        for predicate, values in sorted(facts.items()):
            word = predicate.removeprefix(SHACL)
            if predicate in _SAID_ELSEWHERE or word in _SAID:
                continue
            for term, file in values:
                if word == "or" or word in _NESTED:
                    nodes = self._iter_list(term, file, name) if word == "or" else iter([(term, file)])
                    yield Constraint(word, shapes=tuple(self._read_shape(_to_key(*n), name, above) for n in nodes))
                elif word == "in":
                    terms = (_to_plain(item, name, word) for item, _ in self._iter_list(term, file, name))
                    yield Constraint(word, tuple(terms))
                else:
                    yield Constraint(word, (_to_value(term, name, word),))

    def _iter_list(self, head: Term, file: str, name: str) -> Iterator[tuple[Term, str]]:
        while _to_text(head) != f"{RDF}nil":
            facts = self._by_subject.get(_to_key(head, file), {})
            if f"{RDF}first" not in facts or f"{RDF}rest" not in facts:
                raise _refuse(name, "has a damaged list")
            yield facts[f"{RDF}first"][0]
            head, file = facts[f"{RDF}rest"][0]


def _is_shape(facts: _Facts) -> bool:
    """Whether it may be a shape: it says anything in terms of SHACL, and is more than a path."""
    is_typed = any(_to_text(term).startswith(SHACL) for term, _ in facts.get(f"{RDF}type", ()))
    return is_typed or any(name.startswith(SHACL) for name in facts.keys() - {f"{SHACL}inversePath"})


def _to_value(term: Term, name: str, word: str) -> str:
    """The one value of a constraint, as SPARQL writes it; checked for what the fast path can run."""
    text, datatype = _to_text(term), _get_datatype(term)
    if word in _COUNTS and datatype == f"{XSD}integer" and text.isdigit():
        return text
    if word in _BOUNDS and datatype in _NUMBERS:
        return str(term)
    if word == "pattern" and datatype == f"{XSD}string":
        return str(term)
    if word == "hasValue":
        return _to_plain(term, name, word)
    is_known = word != "datatype" or text in _DATATYPES
    if word in _IRIS and _is_iri(term) and is_known:
        return f"<{text}>"
    raise _refuse(name, f"uses sh:{word} with {term}")


def _to_plain(term: Term, name: str, word: str) -> str:
    """An IRI or a plain text: of these, equal and the same are one thing in every engine."""
    if _is_iri(term) or _get_datatype(term) == f"{XSD}string":
        return str(term)
    raise _refuse(name, f"uses sh:{word} with {term}")


def _to_key(term: Term, file: str) -> str:
    return f"_:{file}:{_to_text(term)}" if not _is_iri(term) else _to_text(term)


def _to_iri(term: Term, name: str) -> str:
    if not _is_iri(term):
        raise _refuse(name, f"has the target {term}")
    return _to_text(term)


def _is_iri(term: Term) -> bool:
    return str(term).startswith("<")


def _to_text(term: Term) -> str:
    return term.value


def _get_datatype(term: Term) -> str:
    datatype = getattr(term, "datatype", None)
    return "" if datatype is None else str(datatype.value)


def _to_local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _to_name(iri: str) -> str:
    return iri.replace(SHACL, "sh:") if iri.startswith(SHACL) else f"<{iri}>"


def _refuse(name: str, what: str) -> OntologyError:
    return OntologyError(
        f"The shape {name} {what}: the fast path does not know that.",
        hint="Write the shape in other words, or run the shapes with pySHACL alone.",
    )
