"""Terms of a graph in words: classes, properties, things, values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad

from pcgraph.changes.diff.graph_inputs import GraphName, Term
from pcgraph.terms import DCTERMS, PCG, RDF, RDFS, SKOS

TYPE = f"{RDF}type"
NAME = f"{SKOS}prefLabel"
IDENTIFIER = f"{DCTERMS}identifier"

_THING = re.compile(
    r"(?P<base>https?://.+?)/(?P<kind>deliverable|action|measure|outcome|theme|update|document|plan|post|code|entity"
    r"|involvement|figure|passage|evidence|anomaly|contribution|lineage|graph)/(?P<id>.+)"
)
_NAMESPACES = (PCG, SKOS, DCTERMS, RDFS, RDF)
_PROPERTY_NAMES = {NAME: "name", f"{RDFS}label": "name", f"{SKOS}altLabel": "other spelling", TYPE: "class"}
_PROPERTY_NAMES |= {f"{PCG}rag": "RAG status", f"{PCG}responsibleRaw": "responsible as printed"}
_CONCEPT = re.compile(r"^(?:role|timing|status|review|rank|lineage|kind)-")
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def get_text(term: Term) -> str:
    """A term's IRI or literal text."""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def name_property(iri: str) -> str:
    """A property in words.

    >>> name_property("https://w3id.org/pcgraph/ontology#reportsOn")
    'reports on'
    """
    if iri in _PROPERTY_NAMES:
        return _PROPERTY_NAMES[iri]
    return _CAPITAL.sub(" ", _to_local(iri)).lower()


def name_class(iri: str) -> str:
    """A class in words.

    >>> name_class("https://w3id.org/pcgraph/ontology#ForceAction")
    'Force action'
    """
    return _CAPITAL.sub(" ", _to_local(iri)).capitalize()


def _to_local(iri: str) -> str:
    return next((iri.removeprefix(space) for space in _NAMESPACES if iri.startswith(space)), iri)


def name_graph(graph: GraphName) -> str:
    """A named graph without its base.

    >>> name_graph(NamedNode("https://example.org/x/graph/judged/agreed"))
    'judged/agreed'
    """
    if not isinstance(graph, NamedNode):
        return "no named graph"
    match = _THING.fullmatch(graph.value)
    return unquote(match["id"]) if match else "ontology" if graph.value == PCG[:-1] else graph.value


class TermNamer:
    """Names things by id and name.

    Args:
        bases: What the IRIs of the things concerned begin with; where there are several, each
            thing is told with the last part of its own.
        names: The names of things by IRI.
    """

    def __init__(self, bases: Iterable[str], names: Mapping[str, str]) -> None:
        self._has_several = len(set(bases)) > 1
        self._names = names

    def name_thing(self, iri: str) -> str:
        """A thing's id, with its dataset where there are several.

        >>> TermNamer([], {}).name_thing("https://example.org/x/entity/o%27brien")
        "o'brien"
        """
        match = _THING.fullmatch(iri)
        if not match:
            return _CONCEPT.sub("", _to_local(iri)) if iri.startswith(PCG) else _to_local(iri)
        dataset = f"{match['base'].rpartition('/')[2]}: " if self._has_several else ""
        return dataset + unquote(match["id"])

    def show(self, term: Term) -> str:
        """A value for people: a text as it is, a thing by its id and name."""
        if not isinstance(term, NamedNode):
            return get_text(term)
        thing, name = self.name_thing(term.value), self._names.get(term.value, "")
        if term.value.startswith(PCG):
            return name or thing
        return f"{thing} ({name})" if name and name != thing else thing


def find_base(iri: str) -> str:
    """What a thing's IRI begins with, up to its kind; empty where it is no thing of a dataset."""
    match = _THING.fullmatch(iri)
    return match["base"] if match else ""


def iter_names(quads: Iterable[Quad], wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The names that quads give to these things."""
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.predicate.value == NAME and quad.subject.value in wanted:
            yield quad.subject.value, get_text(quad.object)
