"""The kinds of anomaly that the code finds are those that the ontology explains."""

from __future__ import annotations

from rdflib import Graph
from rdflib.namespace import SKOS

from pcgraph.extract.anomalies import ANOMALY_KINDS
from tests.conftest import ROOT


def test_every_kind_of_anomaly_is_explained_in_the_ontology() -> None:
    graph = Graph().parse(ROOT / "ontology" / "schemes-anomalies.ttl")
    assert set(ANOMALY_KINDS) <= {str(notation) for notation in graph.objects(None, SKOS.notation)}
