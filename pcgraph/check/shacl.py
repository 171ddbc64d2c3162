"""The reference: pySHACL over the same graph, to hold the fast path against. It never uses the network."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pcgraph.check.shape_model import Fault
from pcgraph.check.shape_terms import to_term, write_columns
from pcgraph.errors import OntologyError
from pcgraph.places import get_shapes_dir
from pcgraph.query.files import Severity
from pcgraph.store.base import Iri, Store, Value
from pcgraph.terms import XSD

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_TRIPLES = f"SELECT ?s ?p {write_columns('o')} WHERE {{ ?s ?p ?o }}"
_SEVERITIES: dict[str, Severity] = {"Violation": "error", "Warning": "warning", "Info": "info"}


def find_shacl_faults(store: Store, *, directory: Path | None = None) -> list[Fault]:
    """Every fault that pySHACL finds, sorted, each once: the same as `pcgraph.check.shapes.find_faults`.

    Args:
        store: The graph, with the ontology in it.
        directory: The folder of the shapes; the shipped one unless given.

    Where the standard leaves no doubt but pySHACL differs, the two differ: it orders values that cannot
    be compared (`sh:lessThan`, `sh:minInclusive`), lets a text before a line's end match the end of a
    pattern, and takes "1e3" for a decimal. The shipped shapes do not depend on that.

    Raises:
        OntologyError: pySHACL finds that the shapes are not well formed, or gives up on a value.
    """
    return validate_graph(to_graph(store), load_shapes(directory))


def load_shapes(directory: Path | None = None) -> Graph:
    """The shapes as an rdflib graph."""
    from rdflib import Graph

    graph = Graph()
    for file in sorted((directory or get_shapes_dir()).glob("*.ttl")):
        graph.parse(file, format="turtle")
    return graph


def to_graph(store: Store) -> Graph:
    """The store's default graph for rdflib, its literals just as they are written."""
    from rdflib import Graph, URIRef

    graph = Graph()
    with _quiet():
        for subject, predicate, *value in store.select(_TRIPLES).rows:
            graph.add((_to_subject(subject), URIRef(str(predicate)), _to_node(value)))
    return graph


def validate_graph(graph: Graph, shapes: Graph) -> list[Fault]:
    """Every fault of a graph against shapes, sorted, each once.

    Args:
        graph: The data with the ontology; it is not changed.
        shapes: The shapes.

    Raises:
        OntologyError: pySHACL finds that the shapes are not well formed, or gives up on a value.
    """
    from pyshacl import validate
    from pyshacl.errors import ReportableRuntimeError
    from rdflib import Graph

    with _quiet():
        try:
            # In place, since nothing is inferred into the graph: a copy would only double the memory.
            _, results, _ = validate(graph, shacl_graph=shapes, advanced=False, inference="none", inplace=True)
        except ReportableRuntimeError as error:
            raise _explain(error) from error
    if isinstance(results, ReportableRuntimeError):  # some faults of a shape it gives back instead of raising them
        raise _explain(results)
    assert isinstance(results, Graph)  # noqa: S101 - with no output format it is one
    return sorted(set(_iter_faults(results, shapes)))


def _explain(error: Exception) -> OntologyError:
    reason = " ".join(str(getattr(error, "message", "") or error).split()).rstrip(".")
    return OntologyError(
        f"pySHACL cannot run the shapes: {reason}.", hint="Run the check without it, or mend the shape."
    )


def _iter_faults(results: Graph, shapes: Graph) -> Iterator[Fault]:
    from rdflib.namespace import SH

    for result in results.objects(None, SH.result):
        values = {name: results.value(result, SH[name]) for name in ("focusNode", "value", "resultPath")}
        component = str(results.value(result, SH.sourceConstraintComponent)).rpartition("#")[2]
        component = component.removesuffix("ConstraintComponent")
        severity = str(results.value(result, SH.resultSeverity)).rpartition("#")[2]
        source = results.value(result, SH.sourceShape)
        yield Fault(
            focus=_to_text(values["focusNode"]),
            path=_to_path(values["resultPath"], results),
            component=component[0].lower() + component[1:],
            value="" if component in ("MinCount", "MaxCount", "HasValue") else _to_text(values["value"]),
            shape=_find_name(source, shapes),
            severity=_SEVERITIES[severity],
            message=" ".join(sorted(map(str, shapes.objects(source, SH.message)))),
        )


def _find_name(shape: Node | None, shapes: Graph) -> str:
    """A shape's own name, or that of the shape that holds it."""
    from rdflib import URIRef
    from rdflib.namespace import SH

    while shape is not None and not isinstance(shape, URIRef):
        shape = shapes.value(None, SH.property, shape)
    return str(shape).rpartition("#")[2]


def _to_path(path: Node | None, results: Graph) -> str:
    from rdflib.namespace import SH

    if path is None:
        return ""
    inverse = results.value(path, SH.inversePath)
    return _to_text(path) if inverse is None else f"^{_to_text(inverse)}"


def _to_text(node: Node | None) -> str:
    from rdflib import Literal, URIRef

    if node is None:
        return ""
    if isinstance(node, Literal):
        return to_term((str(node), str(node), Iri(node.datatype or f"{XSD}string"), node.language or ""))
    return to_term((Iri(node) if isinstance(node, URIRef) else "", None, None, None))


def _to_subject(subject: Value) -> Node:
    from rdflib import BNode, URIRef

    return URIRef(subject) if isinstance(subject, Iri) else BNode(str(subject).removeprefix("_:"))


def _to_node(value: list[Value]) -> Node:
    from rdflib import Literal, URIRef

    term, text, datatype, language = value
    if isinstance(term, Iri) or datatype is None:
        return _to_subject(term)
    if language:
        return Literal(str(text), lang=str(language))
    kind = None if datatype == f"{XSD}string" else URIRef(str(datatype))
    return Literal(str(text), datatype=kind, normalize=False)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without rdflib's and pySHACL's talk about literals that the shapes are there to find."""
    names = ("rdflib.term", "pyshacl-validate")
    was = {name: logging.getLogger(name).disabled for name in names}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for name in names:
                logging.getLogger(name).disabled = True
            yield
        finally:
            for name in names:
                logging.getLogger(name).disabled = was[name]
