"""Puts the page of the ontology together."""

from __future__ import annotations

from pathlib import Path

from rdflib import DCTERMS, OWL, RDFS, Graph, URIRef

from pcgraph.files import write_atomic
from pcgraph.ontology_docs.diagrams import to_diagrams
from pcgraph.ontology_docs.tables import to_classes, to_properties, to_schemes
from pcgraph.ontology_docs.vocabulary import find_properties, find_terms, get_text, read_ontology
from pcgraph.terms import DEFAULT_BASE, ONTOLOGY_GRAPH, PCG

_HEAD = """\
<!-- Generated from ontology/*.ttl by `python -m pcgraph.ontology_docs`; edit those files, not this one. -->

# {title}

{description}

Version {version}, licence MIT. Namespace `{namespace}`, prefix `pcg`. {comment}

The things themselves (plans, deliverables, reports) lie under `{base}<dataset>/<kind>/<id>`.
Every thing has a `dcterms:identifier` and a `skos:prefLabel`; its other names are `skos:altLabel`, its short
code is `skos:notation`, and a document's author is `dcterms:creator`. Evidence names the statement that it
proves by `rdf:subject`, `rdf:predicate` and `rdf:object`. There are no blank nodes.

## Load it

In Python with rdflib, from the project's folder; it prints
`{classes} classes, {properties} properties`:

```python
from pathlib import Path

from rdflib import OWL, RDF, Graph

ontology = Graph()
for path in sorted(Path("ontology").glob("*.ttl")):
    ontology.parse(path)
classes = set(ontology.subjects(RDF.type, OWL.Class))
links = set(ontology.subjects(RDF.type, OWL.ObjectProperty))
values = set(ontology.subjects(RDF.type, OWL.DatatypeProperty))
print(f"{{len(classes)}} classes, {{len(links | values)}} properties")
```

An editor such as Protégé wants one file. Turtle files may be joined end to end:
`cat ontology/*.ttl > pcgraph.ttl`, on Windows `copy /b ontology\\*.ttl pcgraph.ttl`.

Where the things of one class alone have a property, `rdfs:domain` says so. Where those of several classes
have it, `dcam:domainIncludes` lists the classes, and nothing follows from it; so with `rdfs:range` and
`dcam:rangeIncludes`.
"""


def write_ontology_readme(ontology_dir: Path) -> Path:
    """Write `README.md` in the ontology's folder.

    Args:
        ontology_dir: The folder of the ontology's Turtle files.

    Returns:
        The file that was written.

    Raises:
        OntologyError: As `to_ontology_readme`.
        PcgraphError: A file cannot be read or written.
    """
    path = ontology_dir / "README.md"
    write_atomic(path, to_ontology_readme(ontology_dir))
    return path


def to_ontology_readme(ontology_dir: Path) -> str:
    """The ontology as one Markdown page: how to load it, diagrams, classes, properties, lists of values.

    Args:
        ontology_dir: The folder of the ontology's Turtle files.

    Raises:
        OntologyError: There is no Turtle file, one is not valid, or a term lacks a label or a definition.
        PcgraphError: A file cannot be read.
    """
    graph = read_ontology(ontology_dir)
    sections = (_to_head, to_diagrams, to_classes, to_properties, to_schemes)
    return "\n".join(section(graph) for section in sections)


def _to_head(graph: Graph) -> str:
    """What the ontology is, and how to load it."""
    header = URIRef(ONTOLOGY_GRAPH)
    return _HEAD.format(
        title=get_text(graph, header, DCTERMS.title),
        description=get_text(graph, header, DCTERMS.description),
        version=get_text(graph, header, OWL.versionInfo),
        comment=get_text(graph, header, RDFS.comment),
        namespace=PCG,
        base=DEFAULT_BASE,
        classes=len(find_terms(graph, OWL.Class)),
        properties=len(find_properties(graph)),
    )
