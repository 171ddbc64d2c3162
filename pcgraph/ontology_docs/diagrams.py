"""Draws the ontology as class diagrams in Mermaid's language, from domains and ranges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import OWL, RDFS, XSD, Graph, URIRef

from pcgraph.ontology_docs.vocabulary import find_domains, find_ranges, find_terms, to_local
from pcgraph.terms import PCG


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture of some classes and of the links between them.

    Attributes:
        title: The picture's heading.
        classes: The names of the classes in it.
        hidden: Links, as class and name, that are left to another picture or follow from links shown.
    """

    title: str
    classes: tuple[str, ...]
    hidden: tuple[str, ...] = ()


_JUDGED = ("Deliverable.contributesTo", "Deliverable.continuedBy", "Deliverable.shownBy")
_FOLLOWING = (
    "Deliverable.inPlan",
    "ForceAction.inPlan",
    "ForceAction.inTheme",
    "Measure.inPlan",
    "Measure.inTheme",
    "Outcome.inPlan",
)

DIAGRAMS = (
    Diagram(
        "A plan",
        ("Deliverable", "ForceAction", "Measure", "Outcome", "Plan", "Post", "Theme"),
        hidden=_JUDGED + _FOLLOWING,
    ),
    Diagram(
        "Reports and updates",
        ("Deliverable", "MonitoringReport", "ProgressUpdate", "ResponsibilityCode", "SourceDocument"),
        hidden=_JUDGED,
    ),
    Diagram("Evidence", ("Anomaly", "Evidence", "Passage", "ProgressUpdate", "SourceDocument")),
    Diagram(
        "Partners",
        ("Deliverable", "Entity", "Involvement", "Partner", "Partnership", "Programme", "ProgressUpdate"),
        hidden=_JUDGED,
    ),
    Diagram("Judgements", ("Contribution", "Deliverable", "Judgement", "Lineage", "Measure", "Outcome")),
)
"""Small ones: a picture of every class at once cannot be read."""

_INTRO = """\
## Diagrams

A box is a class with its values, an arrow a link, a hollow arrow “is a kind of”. A class may stand in several
pictures. Links that follow from others are left out (a measure is in its outcome's theme); the tables have
them all.
"""


def to_diagrams(graph: Graph) -> str:
    """The page's section of diagrams, one for each topic."""
    pictures = (f"### {diagram.title}\n\n{to_mermaid(graph, diagram)}" for diagram in DIAGRAMS)
    return "\n".join((_INTRO, *pictures))


def to_mermaid(graph: Graph, diagram: Diagram) -> str:
    """One diagram as a fenced Mermaid block."""
    lines = ["```mermaid", "classDiagram", "    direction LR"]
    for name in sorted(diagram.classes):
        lines += _to_box(graph, name)
    lines += [*_to_kinds(graph, diagram), *_to_arrows(graph, diagram), "```"]
    return "".join(f"{line}\n" for line in lines)


def _to_box(graph: Graph, name: str) -> list[str]:
    """A class with its values; Mermaid refuses empty braces."""
    values = [f"        {kind} {value}" for value, kind in _iter_values(graph, URIRef(PCG + name))]
    return [f"    class {name} {{", *values, "    }"] if values else [f"    class {name}"]


def _iter_values(graph: Graph, owner: URIRef) -> Iterator[tuple[str, str]]:
    """The properties of a class that hold values, each with the name of its first datatype."""
    for term in find_terms(graph, OWL.DatatypeProperty):
        if owner in find_domains(graph, term):
            datatypes = [str(value).removeprefix(str(XSD)) for value in find_ranges(graph, term)]
            yield to_local(term), (datatypes or ["literal"])[0]


def _to_kinds(graph: Graph, diagram: Diagram) -> list[str]:
    """A hollow arrow for each class that is a kind of another one."""
    pairs = ((to_local(parent), to_local(child)) for child, parent in graph.subject_objects(RDFS.subClassOf))
    return sorted(
        f"    {parent} <|-- {child}"
        for parent, child in pairs
        if parent in diagram.classes and child in diagram.classes
    )


def _to_arrows(graph: Graph, diagram: Diagram) -> list[str]:
    """One arrow for each pair of linked classes, with the names of all its links."""
    labels: dict[tuple[str, str], list[str]] = {}
    for start, link, end in _iter_links(graph):
        if {start, end} <= set(diagram.classes) and f"{start}.{link}" not in diagram.hidden:
            labels.setdefault((start, end), []).append(link)
    return [f"    {start} --> {end} : {', '.join(names)}" for (start, end), names in sorted(labels.items())]


def _iter_links(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """Every link between two classes: from, by what, to."""
    for link in find_terms(graph, OWL.ObjectProperty):
        end = graph.value(link, RDFS.range)
        if end is not None:
            for start in find_domains(graph, link):
                yield to_local(start), to_local(link), to_local(end)
